import { type Kysely, sql } from 'kysely';
import { protectByAccount, shareInvokerViews } from '../db/access/account-policy.ts';
import { comment } from './billing/comment.ts';
import * as former from './billing/day-sums.ts';
import * as formerViews from './billing/views.ts';
import { createDaySums, dropDaySums } from './day-sums/tables.ts';
import { createViews, dropViews } from './day-sums/views.ts';

/**
 * Daily sums that are as narrow as what is asked of them, with the costs and by tag, and that are stored after a crawl instead of
 * with every write; views that look jobs up by their indexes; no storage of instances that have disks of their own.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await formerViews.dropViews(db);
  await former.dropDaySums(db);
  await sql`DROP INDEX billing_usage_by_day`.execute(db);
  await sql`CREATE INDEX billing_usage_by_day ON billing_usage (day, account_id, region)`.execute(db);
  await sql`CREATE INDEX billing_usage_more_groups ON billing_usage (resource_id, group_index) WHERE group_index > 0`.execute(
    db,
  );
  await forgetStorageOfLocalDisks(db);
  await createDaySums(db);
  await sql`INSERT INTO billing_stale_day SELECT DISTINCT day, account_id, region FROM billing_usage`.execute(db);
  await createViews(db);
}

/** As `hasLocalDisks` of the catalog tells them from their names. */
async function forgetStorageOfLocalDisks(db: Kysely<never>): Promise<void> {
  await sql`
    UPDATE billing_usage SET volume_gb = 0, storage_gb_seconds = storage_gb_seconds * 0
    WHERE volume_gb > 0
      AND instance_type ~ '^ml\\.([a-z]+[0-9]+[a-z]*d[a-z]*|g[5-7]e?|p5(e|en)?|p6[a-z]*-[a-z0-9]+|trn[0-9]+[a-z]*)\\.'`.execute(
    db,
  );
  await comment(
    db,
    'COLUMN billing_usage.volume_gb',
    'Size in GB of the volume on each instance; 0 for instance types with disks of their own, which get none whatever was asked for.',
  );
}

/** Storage that was forgotten comes back with `sagecat billing rebuild` of the version before. */
export async function down(db: Kysely<never>): Promise<void> {
  await dropViews(db);
  await dropDaySums(db);
  await comment(db, 'COLUMN billing_usage.volume_gb', 'Size in GB of the volume on each instance.');
  await sql`DROP INDEX billing_usage_more_groups`.execute(db);
  await sql`DROP INDEX billing_usage_by_day`.execute(db);
  await sql`CREATE INDEX billing_usage_by_day ON billing_usage (day)`.execute(db);
  await former.createDaySums(db);
  const { rows } = await sql<{ columns: string }>`
    SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) AS columns FROM pg_attribute
    WHERE attrelid = 'billing_usage_day_computed'::regclass AND attnum > 0`.execute(db);
  const columns = sql.raw(rows[0]?.columns ?? '');
  await sql`INSERT INTO billing_usage_day (${columns}) SELECT ${columns} FROM billing_usage_day_computed`.execute(db);
  await formerViews.createViews(db);
  await protectByAccount(db, 'billing_usage_day');
  await shareInvokerViews(db);
}
