// Cold crawls with and without billable time, alternating, in one run: with immediate responses, where all work costs crawl time, and with
// responses after 25 ms, which is still faster than AWS.
// node bench/crawl-billing.ts [jobs] [rounds]   DATABASE_URL names the PostgreSQL; without it the embedded database is used.
import { trainingJob } from '../catalog/training-job/definition.ts';
import type { GivenCrawlSettings } from '../config/crawl-section.ts';
import { unprojectedTypes } from '../db/store/projections.ts';
import { testDatabase } from '../test/support/test-database.ts';
import { crawlBench } from './support/crawl.ts';
import { type SimulatorProcess, startSimulatorProcess } from './support/simulator-process.ts';
import { printTable, ratio } from './support/table.ts';

const jobs = Number(process.argv[2] ?? 4000);
const rounds = Number(process.argv[3] ?? 7);

/** Seconds of a crawl of an empty catalog. */
async function crawl(simulator: SimulatorProcess, settings: GivenCrawlSettings, withBilling: boolean): Promise<number> {
  await using database = await testDatabase();
  if (withBilling) unprojectedTypes.delete(trainingJob.name);
  else unprojectedTypes.add(trainingJob.name);
  const { duration_seconds, jobs: crawled } = await crawlBench(simulator, database, settings);
  const { rows } = await database.pool.query('SELECT count(DISTINCT resource_id)::int AS billed FROM billing_usage');
  const expected = withBilling ? crawled.seen : 0;
  if (rows[0].billed !== expected) throw new Error(`${rows[0].billed} jobs have billable time, not ${expected}`);
  return duration_seconds;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

async function compare(simulator: SimulatorProcess, title: string, settings: GivenCrawlSettings): Promise<string[]> {
  await crawl(simulator, settings, true);
  const pairs: { with: number; without: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    // The order within a pair alternates, so that drift of the machine favours neither.
    const first = await crawl(simulator, settings, round % 2 === 0);
    const second = await crawl(simulator, settings, round % 2 === 1);
    pairs.push(round % 2 === 0 ? { with: first, without: second } : { with: second, without: first });
  }
  return [
    title,
    median(pairs.map(({ without }) => without)).toFixed(2),
    median(pairs.map((pair) => pair.with)).toFixed(2),
    ratio(median(pairs.map((pair) => pair.with / pair.without))),
  ];
}

const rows: string[][] = [];
for (const latencyMs of [0, 25]) {
  await using simulator = await startSimulatorProcess({ jobs, accounts: 1, regions: 1, liveJobs: 0, latencyMs });
  const after = `answers after ${latencyMs} ms`;
  rows.push(
    await compare(simulator, `Search + List + Describe (default), ${after}`, {}),
    await compare(simulator, `List + Describe, ${after}`, { search: false }),
  );
}
console.log(
  `${jobs} jobs, ${process.env.DATABASE_URL ? 'PostgreSQL' : 'embedded database'}, medians of ${rounds} pairs of crawls`,
);
printTable(['cold crawl', 'without billable time (s)', 'with it (s)', 'ratio'], rows);
