import { sql } from 'kysely';
import { flatten } from '../../catalog/flatten.ts';
import { trainingJob } from '../../catalog/training-job/definition.ts';
import type { Database } from '../../db/database.ts';
import type { Observation } from '../../db/store/observation.ts';
import { storeRows } from '../../db/store/store-rows.ts';
import { TrainingJobPopulation } from '../../services/simulator/population/training-job-population.ts';

const accounts = 12;
const regions = ['us-east-1', 'us-west-2', 'eu-west-1', 'ap-northeast-1'];
const anchor = Date.UTC(2026, 9, 1);
const historyDays = 365;
const table = sql.table(trainingJob.name);

/**
 * Fills a catalog with `jobs` training jobs of 12 accounts and 4 regions over a year. Some thousands are generated and stored as by a
 * crawl; the rest are copies in SQL with their own names, times and durations.
 */
export async function fillCatalog(database: Database, jobs: number): Promise<void> {
  const sample = Math.min(jobs, 4800);
  await storeSample(database, sample);
  if (jobs > sample) {
    const indexes = await dropIndexes(database);
    await copyRows(database, sample, jobs);
    for (const definition of indexes) await database.pool.query(definition);
  }
  await database.pool.query(`VACUUM ANALYZE ${trainingJob.name}`);
}

async function storeSample(database: Database, sample: number): Promise<void> {
  const places = Array.from({ length: accounts }, (_, index) =>
    regions.map((region) => ({ accountId: String(111_122_220_000 + index), region })),
  ).flat();
  for (const place of places) {
    const jobs = Math.ceil(sample / places.length);
    const options = { seed: 7, partition: 'aws', live: 2, anchor, historyDays, arrivalsPerHour: 0 };
    const population = new TrainingJobPopulation({ ...options, ...place, jobs });
    const batch = Array.from({ length: jobs }, (_, index): Observation => {
      const tags = population.tags(index);
      const flattened = flatten(trainingJob, population.describe(index, anchor), { tags });
      if (!flattened.ok) throw flattened.error;
      return { row: flattened.row, region: flattened.region, source: 'describe' };
    });
    await storeRows(database.kysely, trainingJob, batch);
  }
}

async function copyRows({ kysely }: Database, sample: number, jobs: number): Promise<void> {
  const own = ['training_job_arn', 'training_job_name', 'creation_time', 'last_modified_time', 'training_start_time']
    .concat(['training_end_time', 'billable_time_in_seconds', 'training_time_in_seconds'])
    .concat(['first_seen_at', 'changed_at', 'described_at']);
  const { rows } = await sql<{ name: string }>`
    SELECT attname AS name FROM pg_attribute
    WHERE attrelid = ${trainingJob.name}::regclass AND attnum > 0 AND NOT attisdropped
      AND attidentity = '' AND attgenerated = '' AND attname NOT IN ('written_by', 'inserted_by')`.execute(kysely);
  const copied = sql.join(
    rows
      .map(({ name }) => name)
      .filter((name) => !own.includes(name))
      .map((name) => sql.ref(name)),
  );
  const copies = Math.ceil(jobs / sample) - 1;
  const perStatement = 10;
  for (let first = 1; first <= copies; first += perStatement) {
    const last = Math.min(copies, first + perStatement - 1);
    await sql`
      INSERT INTO ${table} (${copied}, ${sql.join(own.map((name) => sql.ref(name)))})
      SELECT ${copied}, training_job_arn || '-c' || copy, training_job_name || '-c' || copy,
        creation_time + shift, last_modified_time + shift, training_start_time + shift, training_end_time + shift,
        (billable_time_in_seconds * (0.5 + random()))::int, (training_time_in_seconds * (0.5 + random()))::int,
        first_seen_at, changed_at - random() * interval '30 days', described_at
      FROM ${table}, generate_series(${first}::int, ${last}::int) AS copy,
        LATERAL (SELECT (random() - 0.5) * interval '2 days' + copy * interval '1 millisecond' AS shift WHERE id > 0) AS moved
      WHERE id <= ${sample} AND ${sample} + (copy - 1) * ${sample} + id <= ${jobs}`.execute(kysely);
  }
}

/** Drops what is slow to update row by row, and returns the SQL that creates it again. */
async function dropIndexes({ kysely, pool }: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string; definition: string }>`
    SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
    FROM pg_index WHERE indrelid = ${trainingJob.name}::regclass AND NOT indisunique`.execute(kysely);
  for (const { name } of rows) await pool.query(`DROP INDEX ${name}`);
  return rows.map(({ definition }) => definition);
}
