import { sql } from 'kysely';
import { billedTypes } from '../../catalog/billing/billed-types.ts';
import type { Price } from '../../catalog/billing/price.ts';
import { trainingJob } from '../../catalog/training-job/definition.ts';
import { dailyUsage, storeDailyUsage } from '../../db/billing/daily-usage.ts';
import { writeUsage } from '../../db/billing/project-usage.ts';
import { storePrices } from '../../db/billing/store-prices.ts';
import type { Database } from '../../db/database.ts';
import type { Observation } from '../../db/store/observation.ts';
import { storeRows } from '../../db/store/store-rows.ts';
import { generatedJobs, observationOf } from '../../test/support/generated-jobs.ts';

const anchor = Date.UTC(2026, 10, 1);
const batchSize = 500;
/** The year over which the jobs are spread. */
export const year = { from: '2025-11-01', to: '2026-11-01' } as const;

/**
 * Fills an empty catalog with jobs of 4 accounts and 4 regions over a year, with their usage and prices: a sample is stored as by a crawl,
 * the rest are copies of it on other days. Returns the milliseconds that a crawl spends on storing 1,000 jobs and on their usage.
 */
export async function fillBilling(database: Database, jobs: number): Promise<{ stored: number; usage: number }> {
  const sample = Math.min(jobs, 10_000);
  const observations = [
    ...generatedJobs({ jobs: sample, accounts: 4, regions: 4, historyDays: 365, liveJobs: 48, anchor }),
  ].map(observationOf);
  const stored = await timed(observations, async (batch) => {
    await storeRows(database.kysely, trainingJob, batch);
  });
  const usage = await timeUsage(database);
  // A single connection, since it creates a temporary table.
  await database.kysely.connection().execute((kysely) => copyJobs(kysely, sample, jobs));
  const { rows } = await sql<{ region: string; instance_type: string }>`
    SELECT DISTINCT region, instance_type FROM billing_usage_day WHERE instance_type IS NOT NULL`.execute(
    database.kysely,
  );
  await storePrices(database.kysely, rows.flatMap(pricesOf), { origin: 'bench' });
  await database.pool.query('VACUUM ANALYZE');
  return { stored, usage };
}

/** Returns the milliseconds per 1,000 items. */
async function timed(all: readonly Observation[], work: (batch: Observation[]) => Promise<void>): Promise<number> {
  const began = performance.now();
  for (let from = 0; from < all.length; from += batchSize) await work(all.slice(from, from + batchSize));
  return ((performance.now() - began) / all.length) * 1000;
}

/** Writes the usage of the sample once more, into empty tables. */
async function timeUsage({ kysely }: Database): Promise<number> {
  const columns = sql.join(trainingJob.columns.map(({ name }) => sql.ref(name)));
  const { rows } = await sql<Observation['row'] & { id: number; region: string }>`
    SELECT id, region, ${columns} FROM ${sql.table(trainingJob.name)} ORDER BY id`.execute(kysely);
  await sql`TRUNCATE billing_usage, billing_job, billing_stale_day, ${sql.join(dailyUsage.map((name) => sql.table(`${name}_stored`)))}`.execute(
    kysely,
  );
  const seenAt = new Date();
  const billed = billedTypes.find(({ name }) => name === trainingJob.name);
  if (!billed) throw new Error('training jobs are billed');
  const began = performance.now();
  for (let from = 0; from < rows.length; from += batchSize) {
    const batch = rows.slice(from, from + batchSize);
    await kysely.transaction().execute((trx) =>
      writeUsage(
        trx,
        billed,
        batch.map((row) => ({ id: row.id, region: row.region, row })),
        seenAt,
      ),
    );
  }
  await storeDailyUsage(kysely);
  return ((performance.now() - began) / rows.length) * 1000;
}

async function copyJobs(kysely: Database['kysely'], sample: number, jobs: number): Promise<void> {
  const columnsOf = async (table: string) => {
    const { rows } = await sql<{ name: string }>`
      SELECT attname AS name FROM pg_attribute
      WHERE attrelid = ${table}::regclass AND attnum > 0 AND NOT attisdropped AND attidentity = '' AND attgenerated = ''`.execute(
      kysely,
    );
    return rows.map(({ name }) => name);
  };
  const list = (names: readonly string[]) => sql.join(names.map((name) => sql.ref(name)));
  const copied = (await columnsOf(trainingJob.name)).filter(
    (name) => !['training_job_arn', 'training_job_name'].includes(name),
  );
  const usage = (await columnsOf('billing_usage')).filter((name) => name !== 'resource_id' && name !== 'day');
  const job = (await columnsOf('billing_job')).filter((name) => name !== 'resource_id');
  await sql`CREATE TEMP TABLE sample AS SELECT training_job_arn AS arn, creation_time AS created, id FROM ${sql.table(trainingJob.name)}`.execute(
    kysely,
  );
  for (let copy = 1; copy < jobs / sample; copy++) {
    const { rows } = await sql<{ id: number; arn: string; created: string }>`
      INSERT INTO ${sql.table(trainingJob.name)} (training_job_arn, training_job_name, ${list(copied)})
      SELECT training_job_arn || ${`-${copy}`}, training_job_name || ${`-${copy}`}, ${list(copied)}
      FROM ${sql.table(trainingJob.name)} WHERE id IN (SELECT id FROM sample)
      RETURNING id, left(training_job_arn, ${-`-${copy}`.length}) AS arn, creation_time AS created`.execute(kysely);
    const ids = sql`(
      SELECT new.id AS new_id, sample.id AS old_id
      FROM json_to_recordset(${JSON.stringify(rows)}::json) AS new (id bigint, arn text, created timestamptz)
      JOIN sample USING (arn, created)) AS ids`;
    await sql`
      INSERT INTO billing_usage (resource_id, day, ${list(usage)})
      SELECT ids.new_id, ${year.from}::date + (u.day - ${year.from}::date + ${copy * 37}) % 364, ${sql.join(usage.map((name) => sql.ref(`u.${name}`)))}
      FROM ${ids} JOIN billing_usage AS u ON u.resource_id = ids.old_id WHERE u.day >= ${year.from}::date`.execute(
      kysely,
    );
    await sql`
      INSERT INTO billing_job (resource_id, ${list(job)})
      SELECT ids.new_id, ${sql.join(job.map((name) => sql.ref(`j.${name}`)))}
      FROM ${ids} JOIN billing_job AS j ON j.resource_id = ids.old_id`.execute(kysely);
  }
}

/** Two prices in the year, and one for storage. */
function pricesOf({ region, instance_type }: { region: string; instance_type: string }): Price[] {
  const base = { source: 'list', account_id: '*', region, valid_to: null, discount_percent: null } as const;
  return [
    { ...base, instance_type, kind: 'training', valid_from: '2020-01-01', price: '1.2345' },
    { ...base, instance_type, kind: 'training', valid_from: '2026-03-01', price: '1.1345' },
    { ...base, instance_type: '', kind: 'storage', valid_from: '2020-01-01', price: '0.14' },
  ];
}
