import { fork } from 'node:child_process';
import { once } from 'node:events';
import pg from 'pg';
import { type Database, openDatabase } from '../../db/database.ts';
import { migrateToLatest } from '../../db/migrate.ts';
import type { ApiMemory } from './api-child.ts';
import { fillCatalog } from './fill-catalog.ts';

export interface BenchCatalog extends AsyncDisposable {
  readonly database: Database;
  /** The API's URL. */
  readonly url: string;
  /** Returns the current memory of the API's process. */
  memory(): Promise<ApiMemory>;
}

/**
 * Returns a served catalog of `jobs` training jobs. On the server of DATABASE_URL it is the database `sagecat_bench_<jobs>`, filled once
 * and kept for the next run; without DATABASE_URL it is a new embedded database.
 */
export async function benchCatalog(jobs: number): Promise<BenchCatalog> {
  const database = await openDatabase({ url: await benchUrl(jobs), dataDir: 'memory' });
  await migrateToLatest(database.kysely);
  const { rows } = await database.pool.query('SELECT count(*)::int AS held FROM aws_sagemaker_trainingjob');
  if (rows[0]?.held < jobs) {
    console.log(`filling a catalog of ${jobs} jobs`);
    await fillCatalog(database, jobs);
  }
  const began = performance.now();
  const { connectionString } = database;
  const child = fork(new URL('./api-child.ts', import.meta.url), { stdio: 'inherit', execArgv: ['--expose-gc'] });
  child.send(connectionString);
  const [url] = await once(child, 'message');
  console.log(`columns loaded in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return {
    database,
    url,
    async memory() {
      child.send('memory');
      const [memory] = await once(child, 'message');
      return memory;
    },
    async [Symbol.asyncDispose]() {
      const exited = once(child, 'exit');
      child.send('stop');
      await exited;
      await database[Symbol.asyncDispose]();
    },
  };
}

async function benchUrl(jobs: number): Promise<string | undefined> {
  const server = process.env.DATABASE_URL;
  if (server === undefined) return undefined;
  const name = `sagecat_bench_${jobs}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
