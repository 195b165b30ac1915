// The time of a cold crawl under the service's quotas, compared with the time that its calls need at those quotas.
// node bench/crawl-quotas.ts [--jobs 600]   DATABASE_URL names the PostgreSQL; without it the embedded database is used.
import { parseArgs } from 'node:util';
import { testDatabase } from '../test/support/test-database.ts';
import { crawlBench } from './support/crawl.ts';
import { startSimulatorProcess } from './support/simulator-process.ts';
import { printTable, ratio } from './support/table.ts';

const { values } = parseArgs({ options: { jobs: { type: 'string', default: '600' } } });
const jobs = Number(values.jobs);
const quotas = { ListTrainingJobs: 2, Search: 5, DescribeTrainingJob: 10, ListTags: 10 };

const rows: (string | number)[][] = [];
for (const [what, search, settings] of [
  ['default', true, {}],
  ['List and Search only', true, { backlog_seconds: 0 }],
  ['without Search', false, {}],
  ['the whole quota (share 1)', true, { share: 1 }],
] as const) {
  await using simulator = await startSimulatorProcess({ jobs, accounts: 1, regions: 1, liveJobs: 0, quotas });
  await using database = await testDatabase();
  const summary = await crawlBench(simulator, database, { requests_per_second: {}, search, ...settings });
  if (summary.status !== 'complete') throw new Error(`the crawl is ${summary.status}`);
  const calls = Object.values(summary.api_calls).reduce((sum, number) => sum + number, 0);
  // The operations have separate quotas: the one that takes longest counts.
  const least = Math.max(
    ...Object.entries(quotas).map(([operation, perSecond]) => (summary.api_calls[operation] ?? 0) / perSecond),
  );
  rows.push([
    what,
    calls,
    least.toFixed(1),
    summary.duration_seconds.toFixed(1),
    ratio(summary.duration_seconds / least),
    `${((100 * summary.throttles) / calls).toFixed(2)} %`,
  ]);
}
console.log(`${jobs} jobs cold; quotas: List 2/s, Search 5/s, Describe 10/s, ListTags 10/s`);
printTable(['crawl', 'calls', 'calls / quota (s)', 'took (s)', 'ratio', 'throttled'], rows);
