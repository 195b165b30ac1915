// Facets over five fields and a daily aggregate over HTTP, compared with SQL over the table, in one run.
// node bench/query-aggregates.ts [jobs] [rounds]   DATABASE_URL names the PostgreSQL; without it the embedded database is used.
import { trainingJob } from '../catalog/training-job/definition.ts';
import { benchCatalog } from './support/bench-catalog.ts';
import { printTable, ratio } from './support/table.ts';
import { getJson, milliseconds, Timings } from './support/timing.ts';

const jobs = Number(process.argv[2] ?? 1_000_000);
const rounds = Number(process.argv[3] ?? 30);
await using catalog = await benchCatalog(jobs);
const { database, url: root } = catalog;
const base = `${root}/v1/resources/${trainingJob.name}`;

const five =
  'account_id,region,training_job_status,resource_config.instance_type,algorithm_specification.training_image';
const facetSql = (where: string) => `
  WITH picked AS MATERIALIZED (
    SELECT account_id AS a, region AS b, training_job_status AS c, resource_config ->> 'instance_type' AS d,
      algorithm_specification ->> 'training_image' AS e
    FROM aws_sagemaker_trainingjob WHERE deleted_at IS NULL AND ${where})
  ${['a', 'b', 'c', 'd', 'e'].map((name) => `(SELECT '${name}', ${name}, count(*) FROM picked GROUP BY 2 ORDER BY 3 DESC LIMIT 20)`).join(' UNION ALL ')}`;
const daily = 'aggregate?group_by=account_id,resource_config.instance_type&bucket=day&limit=10000';
const dailySql = (where: string, zone: string) => `
  SELECT date_trunc('day', creation_time, '${zone}'), account_id, resource_config ->> 'instance_type', count(*),
    sum(billable_time_in_seconds), percentile_cont(0.95) WITHIN GROUP (ORDER BY training_time_in_seconds)
  FROM aws_sagemaker_trainingjob WHERE deleted_at IS NULL AND ${where} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3 LIMIT 10000`;
const metrics = 'metrics=count,sum(billable_time_in_seconds),p95(training_time_in_seconds)';
const since = '2026-07-01';

const cases: readonly [name: string, path: string, sql: string][] = [
  ['five facets, all', `facets?fields=${five}`, facetSql('true')],
  [
    'five facets, failed',
    `facets?fields=${five}&q=training_job_status:Failed`,
    facetSql("training_job_status = 'Failed'"),
  ],
  [
    'five facets, p4*, a quarter',
    `facets?fields=${five}&q=resource_config.instance_type:ml.p4* AND creation_time:>=${since}`,
    facetSql(`resource_config ->> 'instance_type' LIKE 'ml.p4%' AND creation_time >= '${since}'`),
  ],
  ['account, type, day: count', daily, dailySql('true', 'UTC')],
  ['account, type, day: count, sum, p95', `${daily}&${metrics}`, dailySql('true', 'UTC')],
  [
    'the same in Berlin, failed',
    `${daily}&${metrics}&time_zone=Europe/Berlin&q=training_job_status:Failed`,
    dailySql("training_job_status = 'Failed'", 'Europe/Berlin'),
  ],
];

const rows: string[][] = [];
for (const [name, path, statement] of cases) {
  const url = new URL(`${base}/${path}`).href;
  await getJson(url);
  const http = new Timings();
  // Repeated facets come from the cache: another limit makes another request.
  const asked = (round: number) => (path.startsWith('facets') ? `${url}&limit=${21 + round}` : url);
  for (let round = 0; round < rounds; round++) await http.time(() => getJson(asked(round)));
  const bare = new Timings();
  for (let round = 0; round < 2; round++) await bare.time(() => database.pool.query(statement));
  rows.push([
    name,
    milliseconds(http.at(0.5)),
    milliseconds(http.at(0.95)),
    milliseconds(bare.at(0.5)),
    ratio(http.at(0.5) / bare.at(0.5)),
  ]);
}
console.log(`${jobs} jobs; must: facets 150 ms, aggregates 250 ms`);
printTable(['request', 'HTTP median ms', 'HTTP p95 ms', 'SQL over the table ms', 'ratio'], rows);
