// Many targets and several worker processes, one of which is killed during a crawl: every target must complete, and only the killed ones start twice.
// DATABASE_URL=postgres://... node bench/workers.ts [accounts] [regions] [jobs] [workers]
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { readCrawl } from '../db/crawl/read-crawls.ts';
import { requestCrawl } from '../db/crawl/requests.ts';
import type { Database } from '../db/database.ts';
import { testDatabase } from '../test/support/test-database.ts';
import { startSimulatorProcess } from './support/simulator-process.ts';
import { printTable } from './support/table.ts';

if (process.env.DATABASE_URL === undefined) throw new Error('set DATABASE_URL to a PostgreSQL server');
const [accountCount = 20, regionCount = 10, jobs = 20_000, workers = 4] = process.argv.slice(2).map(Number);
await using simulator = await startSimulatorProcess({
  jobs,
  accounts: accountCount,
  regions: regionCount,
  deniedAccounts: 0,
  disabledRegions: [],
  liveJobs: 0,
});
await using database = await testDatabase();
const { accounts, regions } = simulator;

const children = Array.from({ length: workers }, (): ChildProcess => {
  const child = fork(new URL('./support/worker-child.ts', import.meta.url), { stdio: 'inherit' });
  child.send({ url: database.connectionString, accounts, regions });
  return child;
});
const began = performance.now();
const id = await requestCrawl(database.kysely, { kind: 'full', trigger: 'request', scope: {} });

const held = await killOne(database, children[0]);
const crawl = await untilEnded(database, id);
const seconds = (performance.now() - began) / 1000;
for (const child of children) child.kill('SIGTERM');

const again = crawl.targets.filter(({ attempts }) => attempts > 1);
const unexpected = again.filter(({ id: target }) => !held.has(target));
const { rows } = await database.pool.query(
  'SELECT count(*) AS count FROM aws_sagemaker_trainingjob WHERE deleted_at IS NULL',
);
console.log(`${crawl.targets.length} targets, ${workers} workers, one killed after a quarter; ${seconds.toFixed(1)} s`);
printTable(
  ['', 'measured', 'wanted'],
  [
    [
      'targets complete',
      crawl.targets.filter(({ status }) => status === 'complete').length,
      accountCount * regionCount,
    ],
    ['jobs in the catalog', rows[0].count, jobs],
    ['targets that the killed worker held', held.size, ''],
    ['begun again, of those', again.length - unexpected.length, held.size],
    ['begun again, of others', unexpected.length, 0],
  ],
);
process.exitCode = crawl.status === 'complete' && rows[0].count === jobs && unexpected.length === 0 ? 0 : 1;

/** Kills a worker once a quarter of the targets is done and it holds some; returns the ids of those. */
async function killOne({ pool }: Database, child: ChildProcess | undefined): Promise<Set<number>> {
  for (;;) {
    const { rows } = await pool.query(
      `SELECT count(*) FILTER (WHERE status = 'complete') AS done,
         coalesce(array_agg(id) FILTER (WHERE status = 'running' AND split_part(worker, '/', 2) = $1), '{}') AS held
       FROM crawl_target`,
      [String(child?.pid)],
    );
    const { done, held } = rows[0] as { done: number; held: number[] };
    if (done >= (accountCount * regionCount) / 4 && held.length > 0) {
      child?.kill('SIGKILL');
      if (child) await once(child, 'exit');
      return new Set(held.map(Number));
    }
    await delay(20);
  }
}

async function untilEnded({ kysely }: Database, crawlId: number) {
  for (;;) {
    const run = await readCrawl(kysely, crawlId);
    if (run && run.status !== 'queued' && run.status !== 'running') return run;
    await delay(200);
  }
}
