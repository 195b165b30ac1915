import { type Kysely, sql } from 'kysely';
import { type BilledType, billedTypes } from '../../catalog/billing/billed-types.ts';
import type { FlatRow } from '../../catalog/flatten.ts';
import type { DatabaseSchema } from '../schema.ts';
import { dailyUsage, lockRates, markDaysStale, storeDailyUsage, storeStaleDays } from './daily-usage.ts';
import { endOngoingDays } from './ongoing-usage.ts';
import { type WrittenRow, writeUsage } from './project-usage.ts';
import { rebuildOngoing } from './rebuild-ongoing.ts';

export interface RebuildOptions {
  /** The types whose use is computed again; every billed one by default. The daily sums are always those of all. */
  readonly types?: readonly BilledType[] | undefined;
  /** The number of rows per batch. */
  readonly batchSize?: number;
  readonly signal?: AbortSignal;
  /** Called after each batch with the number of rows read so far. */
  readonly onProgress?: (jobs: number) => void;
}

/** The result of a rebuild. Both numbers are zero unless something was wrong. */
export interface RebuildResult {
  readonly jobs: number;
  /** Rows of `billing_usage` and `billing_job` that were written or removed because they differed. */
  readonly usageRowsChanged: number;
  /** Rows of the daily sums that differed. */
  readonly dayRowsChanged: number;
}

/**
 * Computes `billing_usage` again from the rows of every billed type, and from it the daily sums. Each batch is a transaction, so crawls can
 * continue meanwhile, and an aborted rebuild does no harm.
 */
export async function rebuildUsage(db: Kysely<DatabaseSchema>, options: RebuildOptions = {}): Promise<RebuildResult> {
  let jobs = 0;
  let usageRowsChanged = 0;
  const now = new Date();
  for (const type of options.types ?? billedTypes) {
    await endOngoingDays(db, type, now);
    for await (const batch of rebuildType(db, type, now, options)) {
      jobs += batch.rows;
      usageRowsChanged += batch.changed;
      options.onProgress?.(jobs);
    }
  }
  await storeDailyUsage(db);
  return { jobs, usageRowsChanged, dayRowsChanged: await repairDays(db) };
}

async function* rebuildType(
  db: Kysely<DatabaseSchema>,
  type: BilledType,
  now: Date,
  { batchSize = 500, signal }: RebuildOptions,
): AsyncGenerator<{ rows: number; changed: number }> {
  let last = 0;
  for (;;) {
    signal?.throwIfAborted();
    const { rows, changed } = await db.transaction().execute(async (trx) => {
      const read = await readRows(trx, type, last, batchSize);
      if (read.length === 0) return { rows: read, changed: 0 };
      const rebuild = type.billing.isOngoing ? rebuildOngoing : writeUsage;
      return { rows: read, changed: await rebuild(trx, type, read, now) };
    });
    yield { rows: rows.length, changed };
    last = rows.at(-1)?.id ?? last;
    if (rows.length < batchSize) return;
  }
}

/** Returns the next rows, locked until their usage is written. */
async function readRows(
  trx: Kysely<DatabaseSchema>,
  type: BilledType,
  after: number,
  limit: number,
): Promise<WrittenRow[]> {
  const columns = sql.join(type.columns.map(({ name }) => sql.ref(name)));
  const { rows } = await sql<{ id: number; region: string } & FlatRow>`
    SELECT id, region, ${columns} FROM ${sql.table(type.name)} WHERE id > ${after} ORDER BY id LIMIT ${limit}
    FOR UPDATE`.execute(trx);
  return rows.map(({ id, region, ...row }) => ({ id, region, row: row as FlatRow })); // all its columns were read
}

/** Corrects the daily sums, while no usage is written; returns how many were wrong. */
const repairDays = (db: Kysely<DatabaseSchema>): Promise<number> =>
  db.transaction().execute(async (trx) => {
    await lockRates(trx);
    for (const name of dailyUsage) {
      await sql`CREATE TEMP TABLE ${sql.ref(`${name}_before`)} ON COMMIT DROP AS TABLE ${sql.ref(`${name}_stored`)}`.execute(
        trx,
      );
    }
    await markDaysStale(
      trx,
      sql`SELECT day, account_id, region, resource_type FROM billing_usage
        UNION SELECT day, account_id, region, resource_type FROM billing_usage_day_stored`,
    );
    await storeStaleDays(trx);
    let changed = 0;
    for (const name of dailyUsage) {
      const [before, after] = [sql.ref(`${name}_before`), sql.ref(`${name}_stored`)];
      const { rows } = await sql<{ removed: number; added: number }>`
        SELECT (SELECT count(*) FROM (TABLE ${before} EXCEPT ALL TABLE ${after}) AS r) AS removed,
          (SELECT count(*) FROM (TABLE ${after} EXCEPT ALL TABLE ${before}) AS a) AS added`.execute(trx);
      for (const { removed, added } of rows) changed += Math.max(Number(removed), Number(added));
    }
    return changed;
  });
