// The processor time of a crawl with the embedded database against that of the same crawl with a server and of that server, in one run.
// node bench/embedded-crawl.ts [--jobs 5000] [--rounds 3]   DATABASE_URL names a PostgreSQL of this host; without it only the
// embedded database is measured. Linux only.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Database } from '../db/database.ts';
import { testDatabase } from '../test/support/test-database.ts';
import type { CrawlOrder, CrawlUse } from './support/embedded-crawl-child.ts';
import { startSimulatorProcess } from './support/simulator-process.ts';
import { printTable, ratio } from './support/table.ts';

const { values } = parseArgs({
  options: { jobs: { type: 'string', default: '5000' }, rounds: { type: 'string', default: '3' } },
});
const jobs = Number(values.jobs);
const onServer = process.env.DATABASE_URL !== undefined;

await using simulator = await startSimulatorProcess({ jobs, accounts: 1, regions: 1, liveJobs: 0 });

async function crawl(order: Pick<CrawlOrder, 'url' | 'dataDir'>): Promise<CrawlUse> {
  const child = fork(new URL('./support/embedded-crawl-child.ts', import.meta.url), { stdio: 'inherit' });
  const { accounts, regions } = simulator;
  child.send({ ...order, simulator: { accounts, regions } } satisfies CrawlOrder);
  const told = once(child, 'message') as Promise<[CrawlUse]>;
  const [use] = await Promise.race([
    told,
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`it ended with ${code}`))),
  ]);
  await once(child, 'exit');
  if (use.status !== 'complete' || use.seen !== jobs) throw new Error(`${use.status}: ${use.seen} of ${jobs} jobs`);
  return use;
}

/** Seconds of processor time of the server that a database is on: its main process, what that started, and what of it has ended. */
async function serverSeconds(database: Database): Promise<number> {
  const { rows } = await database.pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const stat = async (pid: number | string) => {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    // The name in the second field may hold spaces.
    const [, ppid = '', , , , , , , , , utime, stime, cutime, cstime] = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ');
    return { ppid, own: Number(utime) + Number(stime), ended: Number(cutime) + Number(cstime) };
  };
  const { ppid: main } = await stat(rows[0]?.pid ?? 0);
  const processes = await Promise.all((await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(stat));
  const { own, ended } = await stat(main);
  const ticks = processes.filter(({ ppid }) => ppid === main).reduce((sum, one) => sum + one.own, own + ended);
  return ticks / 100;
}

const rows: { embedded: CrawlUse; server?: CrawlUse & { readonly serverSeconds: number } }[] = [];
for (let round = 0; round < Number(values.rounds); round++) {
  const folder = await mkdtemp(join(tmpdir(), 'sagecat-bench-'));
  const embedded = await crawl({ dataDir: join(folder, 'data') }).finally(() => rm(folder, { recursive: true }));
  if (!onServer) {
    rows.push({ embedded });
    continue;
  }
  await using database = await testDatabase({ migrate: false });
  const before = await serverSeconds(database);
  const server = await crawl({ url: database.connectionString, dataDir: 'unused' });
  rows.push({ embedded, server: { ...server, serverSeconds: (await serverSeconds(database)) - before } });
}
printTable(
  ['embedded (CPU s)', 'peak (MB)', 'with a server (CPU s)', 'the server (CPU s)', 'embedded against both'],
  rows.map(({ embedded, server }) => [
    embedded.cpuSeconds.toFixed(1),
    embedded.peakMb.toFixed(0),
    server?.cpuSeconds.toFixed(1) ?? '',
    server?.serverSeconds.toFixed(1) ?? '',
    server ? ratio(embedded.cpuSeconds / (server.cpuSeconds + server.serverSeconds)) : '',
  ]),
);
