// The number of calls of a crawl, compared with the minimum: cold, until every row has what Search returns; incremental; and incremental
// with many open jobs, compared with a full crawl.
// node bench/crawl-calls.ts [--jobs 100000] [--open 50] [--new 250] [--settled 20000] [--crowd 2500]   DATABASE_URL names the PostgreSQL.
import { parseArgs } from 'node:util';
import type { Database } from '../db/database.ts';
import { testDatabase } from '../test/support/test-database.ts';
import { crawlBench } from './support/crawl.ts';
import { startSimulatorProcess } from './support/simulator-process.ts';
import { printTable, ratio } from './support/table.ts';

const { values } = parseArgs({
  options: {
    jobs: { type: 'string', default: '100000' },
    settled: { type: 'string', default: '20000' },
    open: { type: 'string', default: '50' },
    new: { type: 'string', default: '250' },
    crowd: { type: 'string', default: '2500' },
  },
});
const one = { accounts: 1, regions: 1 };
const rows = [
  ...(await cold(Number(values.jobs))),
  ...(await incremental(Number(values.settled))),
  ...(await crowded(Number(values.crowd))),
];
printTable(['crawl', 'calls', 'bound', 'calls / bound'], rows);

function row(what: string, calls: number, bound: number): (string | number)[] {
  return [what, calls, bound, ratio(calls / bound)];
}

async function cold(jobs: number): Promise<(string | number)[][]> {
  await using simulator = await startSimulatorProcess({ ...one, jobs, liveJobs: 0 });
  await using database = await testDatabase();
  // Without describing rows that lack only what Search does not return, a crawl ends once every row has what Search returns.
  const { status, api_calls } = await crawlBench(simulator, database, { backlog_seconds: 0 });
  const filled = await count(database, 'tags IS NOT NULL');
  if (status !== 'complete' || filled !== jobs) throw new Error(`${status}: ${filled} of ${jobs} rows have their tags`);
  const calls = Object.values(api_calls).reduce((sum, number) => sum + number, 0);
  return [row(`cold, ${jobs} jobs: ${JSON.stringify(api_calls)}`, calls, 1.05 * 2 * Math.ceil(jobs / 100))];
}

async function incremental(settled: number): Promise<(string | number)[][]> {
  const fresh = Number(values.new);
  await using simulator = await startSimulatorProcess({
    ...one,
    jobs: settled + Number(values.open),
    liveJobs: Number(values.open),
  });
  await using database = await testDatabase();
  await crawlBench(simulator, database);
  await simulator.addJobs(fresh);
  const open = await count(database, 'NOT settled');
  const { status, api_calls, jobs } = await crawlBench(simulator, database, {}, { kind: 'incremental' });
  if (status !== 'complete' || jobs.new !== fresh) throw new Error(`${status}: found ${jobs.new} of ${fresh} new jobs`);
  const { ListTrainingJobs = 0, DescribeTrainingJob = 0, Search = 0, ListTags = 0 } = api_calls;
  const what = `incremental, ${settled} settled, ${open} open, ${fresh} new`;
  const pages = Math.ceil(fresh / 100);
  return [
    row(`${what}: lists`, ListTrainingJobs, 1 + pages),
    row(`${what}: describes`, DescribeTrainingJob, open + fresh),
    row(`${what}: Search and ListTags, for tags`, Search + ListTags, pages + Math.ceil(open / 100)),
  ];
}

/** As many open jobs as settled ones, and nothing new. */
async function crowded(open: number): Promise<(string | number)[][]> {
  await using simulator = await startSimulatorProcess({ ...one, jobs: 2 * open, liveJobs: open });
  await using database = await testDatabase();
  await crawlBench(simulator, database);
  const crawls = [];
  for (const kind of ['incremental', 'full'] as const) {
    const { status, api_calls } = await crawlBench(simulator, database, {}, { kind });
    if (status !== 'complete') throw new Error(`${kind}: ${status}`);
    crawls.push({ api_calls, calls: Object.values(api_calls).reduce((sum, number) => sum + number, 0) });
  }
  const [incremental, full] = crawls;
  const what = `incremental, ${open} settled, ${open} open: ${JSON.stringify(incremental?.api_calls)}, by a full crawl`;
  return [row(what, incremental?.calls ?? Number.NaN, full?.calls ?? Number.NaN)];
}

async function count({ pool }: Database, condition: string): Promise<number> {
  const { rows } = await pool.query(`SELECT count(*) AS count FROM aws_sagemaker_trainingjob WHERE ${condition}`);
  return Number(rows[0]?.count);
}
