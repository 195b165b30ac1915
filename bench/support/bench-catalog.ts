import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import pg from 'pg';
import { type Database, openDatabase } from '../../db/database.ts';
import { migrateToLatest } from '../../db/migrate.ts';
import { fillCatalog } from './fill-catalog.ts';

export interface BenchCatalog extends AsyncDisposable {
  readonly database: Database;
  /** Where the API answers. */
  readonly url: string;
}

/**
 * A served catalog of `jobs` training jobs. On the server of DATABASE_URL it is the database `sagecat_bench_<jobs>`, filled once
 * and kept for the next run; without DATABASE_URL it is an embedded one that is filled anew.
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
  const thread = new Worker(new URL('./api-thread.ts', import.meta.url), { workerData: { connectionString } });
  const [url] = await once(thread, 'message');
  console.log(`columns loaded in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return {
    database,
    url,
    async [Symbol.asyncDispose]() {
      thread.postMessage('stop');
      await once(thread, 'exit');
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
