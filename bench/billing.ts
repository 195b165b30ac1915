// The views of billable time by account, instance type and day over a year, compared with the same sum from the jsonb columns, in one run.
// DATABASE_URL=... node bench/billing.ts [jobs] [rounds]   Makes and keeps the database sagecat_billing_<jobs>.
import pg from 'pg';
import { openDatabase } from '../db/database.ts';
import { migrateToLatest } from '../db/migrate.ts';
import { fillBilling, year } from './support/fill-billing.ts';
import { printTable, ratio } from './support/table.ts';
import { milliseconds, Timings } from './support/timing.ts';

const jobs = Number(process.argv[2] ?? 1_000_000);
const rounds = Number(process.argv[3] ?? 10);
const server = process.env.DATABASE_URL;
if (server === undefined) throw new Error('DATABASE_URL must name a PostgreSQL on which databases can be created');

const name = `sagecat_billing_${jobs}`;
const url = new URL(server);
url.pathname = `/${name}`;
const admin = new pg.Client({ connectionString: server });
await admin.connect();
const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [name]);
if (rowCount === 0) await admin.query(`CREATE DATABASE ${name}`);
await admin.end();

await using database = await openDatabase({ url: url.href, dataDir: 'unused' });
await migrateToLatest(database.kysely);
const held = await database.pool.query('SELECT count(*)::int AS n FROM billing_job');
if (held.rows[0].n < jobs * 0.99) {
  console.log(`filling a catalog of ${jobs} jobs`);
  const { stored, usage } = await fillBilling(database, jobs);
  console.log(
    `storing 1,000 jobs takes ${stored.toFixed(0)} ms with their use, of which their use takes ${usage.toFixed(0)} ms`,
  );
}

const within = `day >= '${year.from}' AND day < '${year.to}'`;
const by = 'account_id, instance_type, day';
const of = (view: string, ...sums: string[]) =>
  `SELECT ${by}, ${sums.map((sum) => `sum(${sum})`).join(', ')} FROM ${view} WHERE ${within} GROUP BY ${by}`;
const fromJson = `
  SELECT account_id, coalesce(g ->> 'instance_type', resource_config ->> 'selected_instance_type', resource_config ->> 'instance_type'),
    coalesce(training_start_time, creation_time)::date,
    sum(billable_time_in_seconds::bigint * coalesce((g ->> 'instance_count')::int, (resource_config ->> 'selected_instance_count')::int,
      (resource_config ->> 'instance_count')::int))
  FROM aws_sagemaker_trainingjob
  LEFT JOIN LATERAL jsonb_array_elements(nullif(resource_config -> 'instance_groups', 'null')) AS g ON true
  WHERE coalesce(training_start_time, creation_time) >= '${year.from}'
  GROUP BY 1, 2, 3`;

const plain = new Timings();
for (let round = 0; round < 2; round++) await plain.time(() => database.pool.query(fromJson));

/** A day and a tag in the middle of the year, and a job of that day. */
const day = '2026-05-04';
const { rows: jobsOfDay } = await database.pool.query(
  `SELECT training_job_arn AS arn FROM billable_by_job WHERE day = '${day}' LIMIT 1`,
);
const month = `day >= '2026-05-01' AND day < '2026-06-01'`;

const rows: string[][] = [['instance seconds from the jsonb columns', milliseconds(plain.at(0.5)), '', '']];
for (const [title, statement] of [
  ['billable_by_day: instance seconds', of('billable_by_day', 'instance_seconds')],
  ['billable_by_day: and cost', of('billable_by_day', 'instance_seconds', 'cost')],
  ['spot_savings', of('spot_savings', 'saved_instance_seconds', 'saved_cost')],
  ['warm_pool_cost', of('warm_pool_cost', 'instance_seconds', 'cost')],
  ['waste', of('waste', 'instance_seconds', 'cost')],
  ['time_per_phase', of('time_per_phase', 'training_seconds', 'uploading_seconds')],
  ['running_jobs_projection', `SELECT ${by}, sum(projected_cost) FROM running_jobs_projection GROUP BY ${by}`],
  [
    'billable_by_day by account alone',
    `SELECT account_id, sum(instance_seconds), sum(cost) FROM billable_by_day WHERE ${within} GROUP BY 1`,
  ],
  [
    'cost_by_tag: a key by its values',
    `SELECT tag_value, sum(compute_cost) FROM cost_by_tag WHERE tag_key = 'team' AND ${within} GROUP BY 1`,
  ],
  [
    'cost_by_tag: a key by account, type and day',
    `SELECT ${by}, sum(compute_cost) FROM cost_by_tag WHERE tag_key = 'team' AND ${within} GROUP BY ${by}`,
  ],
  ['billable_by_job: one job', `SELECT * FROM billable_by_job WHERE training_job_arn = '${jobsOfDay[0].arn}'`],
  ['billable_by_job: all jobs of a day', `SELECT training_job_arn, cost FROM billable_by_job WHERE day = '${day}'`],
  [
    'billable_by_job: the ten costliest of a month',
    `SELECT training_job_arn, cost FROM billable_by_job WHERE ${month} ORDER BY cost DESC NULLS LAST LIMIT 10`,
  ],
] as const) {
  await database.pool.query(statement);
  const timings = new Timings();
  for (let round = 0; round < rounds; round++) await timings.time(() => database.pool.query(statement));
  rows.push([
    title,
    milliseconds(timings.at(0.5)),
    milliseconds(timings.at(0.95)),
    ratio(plain.at(0.5) / timings.at(0.5)),
  ]);
}
printTable(['query', 'median ms', 'p95 ms', 'times faster'], rows);
