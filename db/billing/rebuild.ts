import { type Kysely, sql } from 'kysely';
import type { FlatRow } from '../../catalog/flatten.ts';
import { trainingJob } from '../../catalog/training-job.ts';
import type { DatabaseSchema } from '../schema.ts';
import { writeUsage } from './project-usage.ts';

export interface RebuildOptions {
  /** Jobs that are read at a time. */
  readonly batchSize?: number;
  readonly signal?: AbortSignal;
  /** Hears after each batch how many jobs have been read so far. */
  readonly onProgress?: (jobs: number) => void;
}

/** What a rebuild found; without a fault, nothing differed. */
export interface Rebuilt {
  readonly jobs: number;
  /** Rows of `billing_usage` and `billing_job` that were written or removed because they differed. */
  readonly usageRowsChanged: number;
  /** Rows of `billing_usage_day` that differed. */
  readonly dayRowsChanged: number;
}

/**
 * Computes `billing_usage` again from the jobs in the catalog, and the daily sums from it. Batches are transactions of their own, so
 * that a crawl can go on meanwhile; an aborted rebuild has done part of the work and harmed nothing.
 */
export async function rebuildUsage(db: Kysely<DatabaseSchema>, options: RebuildOptions = {}): Promise<Rebuilt> {
  const { batchSize = 500, signal, onProgress } = options;
  let jobs = 0;
  let usageRowsChanged = 0;
  let last = 0;
  for (;;) {
    signal?.throwIfAborted();
    const batch = await db.transaction().execute(async (trx) => {
      const rows = await readJobs(trx, last, batchSize);
      if (rows.length > 0) {
        usageRowsChanged += await writeUsage(
          trx,
          rows.map(({ id, region, ...row }) => ({ id, region, row })),
        );
      }
      return rows;
    });
    jobs += batch.length;
    onProgress?.(jobs);
    last = batch.at(-1)?.id ?? last;
    if (batch.length < batchSize) break;
  }
  return { jobs, usageRowsChanged, dayRowsChanged: await repairDays(db) };
}

/** The next jobs, locked so that no crawl changes them before what they used is written. */
async function readJobs(trx: Kysely<DatabaseSchema>, after: number, limit: number) {
  const columns = sql.join(trainingJob.columns.map(({ name }) => sql.ref(name)));
  const { rows } = await sql<{ id: number; region: string } & FlatRow>`
    SELECT id, region, ${columns} FROM ${sql.table(trainingJob.name)} WHERE id > ${after} ORDER BY id LIMIT ${limit}
    FOR UPDATE`.execute(trx);
  return rows;
}

/** Makes the daily sums what the facts say; answers how many were not. */
const repairDays = (db: Kysely<DatabaseSchema>): Promise<number> =>
  db.transaction().execute(async (trx) => {
    await sql`LOCK TABLE billing_usage IN SHARE ROW EXCLUSIVE MODE`.execute(trx);
    const { rows } = await sql<{ column_name: string }>`
      SELECT column_name FROM information_schema.columns
      WHERE table_schema = current_schema() AND table_name = 'billing_usage_day' AND is_generated = 'NEVER'
      ORDER BY ordinal_position`.execute(trx);
    const columns = rows.map(({ column_name }) => column_name);
    const list = sql.join(columns.map((name) => sql.ref(name)));
    const computed = sql.join(columns.map((name) => sql.ref(`computed.${name}`)));
    const record = sql.join(columns.map((name) => sql.ref(`day_sum.${name}`)));
    const removed = await sql`
      DELETE FROM billing_usage_day AS day_sum
      WHERE NOT EXISTS (
        SELECT FROM billing_usage_day_computed AS computed
        WHERE computed.day = day_sum.day AND computed.account_id = day_sum.account_id AND computed.region = day_sum.region
          AND (${computed}) IS NOT DISTINCT FROM (${record}))`.execute(trx);
    const added = await sql`
      INSERT INTO billing_usage_day (${list})
      SELECT ${list} FROM billing_usage_day_computed
      ON CONFLICT (day, account_id, region, instance_type) DO NOTHING`.execute(trx);
    return Math.max(Number(removed.numAffectedRows ?? 0n), Number(added.numAffectedRows ?? 0n));
  });
