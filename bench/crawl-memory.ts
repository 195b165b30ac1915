// The memory of a crawling process, by the number of jobs in one target.
// node bench/crawl-memory.ts [--jobs 10000,100000] [--describe-seconds 60]   DATABASE_URL names the PostgreSQL; it is required, since
// the embedded database would be measured too. --describe-seconds ends the describes early, for very many jobs.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { testDatabase } from '../test/support/test-database.ts';
import type { CrawlOrder, CrawlUse } from './support/crawl-child.ts';
import { startSimulatorProcess } from './support/simulator-process.ts';
import { printTable, ratio } from './support/table.ts';

const { values } = parseArgs({
  options: { jobs: { type: 'string', default: '10000,100000' }, 'describe-seconds': { type: 'string' } },
});
if (!process.env.DATABASE_URL) throw new Error('set DATABASE_URL to a PostgreSQL on which databases can be created');
const backlogSeconds = values['describe-seconds'] === undefined ? undefined : Number(values['describe-seconds']);

const sizes = values.jobs.split(',').map(Number);
const uses: CrawlUse[] = [];
for (const jobs of sizes) {
  await using simulator = await startSimulatorProcess({ jobs, accounts: 1, regions: 1, liveJobs: 0 });
  await using database = await testDatabase();
  const { accounts, regions } = simulator;
  const child = fork(new URL('./support/crawl-child.ts', import.meta.url), { stdio: 'inherit' });
  const order: CrawlOrder = {
    url: database.connectionString,
    simulator: { accounts, regions },
    settings: backlogSeconds === undefined ? {} : { backlog_seconds: backlogSeconds },
  };
  child.send(order);
  const [use] = (await once(child, 'message')) as [CrawlUse];
  if (use.status !== 'complete' || use.seen !== jobs) throw new Error(`${use.status}: ${use.seen} of ${jobs} jobs`);
  uses.push(use);
}
printTable(
  [
    'jobs',
    'described',
    'took (s)',
    'by quarters of the time (MB)',
    'peak resident (MB)',
    'of 256 MB',
    'against the first',
  ],
  uses.map(({ seen, described, seconds, quarters, peakMb }) => [
    seen,
    described,
    seconds.toFixed(0),
    quarters.map((mb) => mb.toFixed(0)).join(' '),
    peakMb.toFixed(0),
    ratio(peakMb / 256),
    ratio(peakMb / (uses[0]?.peakMb ?? peakMb)),
  ]),
);
