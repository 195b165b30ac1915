// The whole crawl, compared with a bare loop that makes the same calls with the same SDK client and concurrency, in one run: with immediate
// responses, which shows the cost of the crawl itself, and with responses after 25 ms, which is still faster than AWS.
// node bench/crawl-rate.ts [jobs] [rounds]   DATABASE_URL names the PostgreSQL; without it the embedded database is used.
import { DescribeTrainingJobCommand, ListTagsCommand, SageMakerClient } from '@aws-sdk/client-sagemaker';
import pLimit from 'p-limit';
import type { GivenCrawlSettings } from '../config/crawl-section.ts';
import { testDatabase } from '../test/support/test-database.ts';
import { crawlBench } from './support/crawl.ts';
import { type SimulatorProcess, startSimulatorProcess } from './support/simulator-process.ts';
import { printTable, ratio } from './support/table.ts';

const jobs = Number(process.argv[2] ?? 10_000);
const rounds = Number(process.argv[3] ?? 3);
const concurrency = 16;

interface Job {
  readonly name: string;
  readonly arn: string;
}

interface Rate {
  /** Describes per second from the beginning to the end. */
  readonly whole: number;
  /** This process's CPU time in milliseconds per describe, including all work that follows from it. */
  readonly cpuMs: number;
}

interface CrawlRates extends Rate {
  /** Describes per second from the first to the last. */
  readonly describing: number;
}

interface Round {
  readonly bare: Rate;
  readonly bareWithTags: Rate;
  readonly plain: CrawlRates;
  readonly withTags: CrawlRates;
  readonly searched: CrawlRates;
}

for (const latencyMs of [0, 25]) await compare(latencyMs);

async function compare(latencyMs: number): Promise<void> {
  await using simulator = await startSimulatorProcess({ jobs, accounts: 1, regions: 1, liveJobs: 0, latencyMs });
  const listed = await listAll(simulator);
  await bareLoop(simulator, listed, false);
  const measured: Round[] = [];
  for (let round = 0; round < rounds; round++) {
    measured.push({
      bare: await bareLoop(simulator, listed, false),
      plain: await crawl(simulator, listed, { search: false, tags: false }),
      bareWithTags: await bareLoop(simulator, listed, true),
      withTags: await crawl(simulator, listed, { search: false }),
      searched: await crawl(simulator, listed, {}),
    });
  }
  const median = (of: (round: Round) => number): number =>
    measured.map(of).sort((a, b) => a - b)[Math.floor(measured.length / 2)] ?? Number.NaN;
  const row = (what: string, mine: (round: Round) => Rate, bare: (round: Round) => Rate) => [
    what,
    median((round) => bare(round).whole).toFixed(0),
    median((round) => mine(round).whole).toFixed(0),
    ratio(median((round) => mine(round).whole / bare(round).whole)),
    median((round) => bare(round).cpuMs).toFixed(2),
    median((round) => mine(round).cpuMs).toFixed(2),
  ];
  const store = process.env.DATABASE_URL ? 'PostgreSQL' : 'embedded database';
  console.log(
    `${listed.length} jobs, concurrency ${concurrency}, answers after ${latencyMs} ms, ${store}, medians of ${rounds} rounds`,
  );
  printTable(
    ['cold crawl', 'bare loop (describes/s)', 'crawl (describes/s)', 'ratio', 'bare loop CPU ms', 'crawl CPU ms'],
    [
      row(
        'List + Describe: list, compare, describe, flatten, store',
        (r) => r.plain,
        (r) => r.bare,
      ),
      row(
        'List + Describe + ListTags, the bare loop too',
        (r) => r.withTags,
        (r) => r.bareWithTags,
      ),
      row(
        'Search + List + Describe (default): while it describes',
        (r) => ({ ...r.searched, whole: r.searched.describing }),
        (r) => r.bare,
      ),
      row(
        'Search + List + Describe (default): from start to end',
        (r) => r.searched,
        (r) => r.bare,
      ),
    ],
  );
}

async function listAll(simulator: SimulatorProcess): Promise<Job[]> {
  await using database = await testDatabase();
  await crawlBench(simulator, database, { describe_concurrency: concurrency });
  const rows = await database.kysely
    .selectFrom('aws_sagemaker_trainingjob')
    .select(['training_job_name', 'training_job_arn'])
    .execute();
  return rows.map((row) => ({ name: row.training_job_name ?? '', arn: row.training_job_arn ?? '' }));
}

/** Returns the describes per second of a loop that ignores the responses; with tags, it also calls ListTags for each job. */
async function bareLoop(simulator: SimulatorProcess, listed: readonly Job[], withTags: boolean): Promise<Rate> {
  const client = new SageMakerClient({ region: simulator.regions[0] ?? '', maxAttempts: 1 });
  const limit = pLimit(concurrency);
  const began = performance.now();
  const cpu = process.cpuUsage();
  await Promise.all(
    listed.map(({ name, arn }) =>
      limit(() =>
        Promise.all([
          client.send(new DescribeTrainingJobCommand({ TrainingJobName: name })),
          withTags && client.send(new ListTagsCommand({ ResourceArn: arn, MaxResults: 100 })),
        ]),
      ),
    ),
  );
  client.destroy();
  return { whole: (listed.length / (performance.now() - began)) * 1000, cpuMs: cpuSince(cpu) / listed.length };
}

async function crawl(
  simulator: SimulatorProcess,
  listed: readonly Job[],
  settings: GivenCrawlSettings,
): Promise<CrawlRates> {
  await using database = await testDatabase();
  let firstAt: { at: number; described: number } | undefined;
  const cpu = process.cpuUsage();
  const summary = await crawlBench(
    simulator,
    database,
    { describe_concurrency: concurrency, ...settings },
    {
      onProgress: (event) => {
        if (event.type === 'target-progress' && event.jobs.described > 0) {
          firstAt ??= { at: performance.now(), described: event.jobs.described };
        }
      },
    },
  );
  const { described } = summary.jobs;
  if (described !== listed.length) throw new Error(`${described} jobs were described, of ${listed.length}`);
  const since = firstAt ?? { at: performance.now(), described: 0 };
  return {
    whole: described / summary.duration_seconds,
    describing: ((described - since.described) / (performance.now() - since.at)) * 1000,
    cpuMs: cpuSince(cpu) / described,
  };
}

function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
