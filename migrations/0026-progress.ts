import { type Kysely, sql } from 'kysely';

/** The history knows counters that only moved on, apart from what happened. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`ALTER TABLE resource_change DROP CONSTRAINT resource_change_kind_check`.execute(db);
  await sql`
    ALTER TABLE resource_change ADD CONSTRAINT resource_change_kind_check
    CHECK (kind IN ('changed', 'deleted', 'restored', 'progress'))`.execute(db);
  await sql`COMMENT ON COLUMN resource_change.kind IS ${sql.lit(
    'changed, deleted or restored; progress, no version of its own: counters that have moved on since the version before, up to seen_at.',
  )}`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`DELETE FROM resource_change WHERE kind = 'progress'`.execute(db);
  await sql`ALTER TABLE resource_change DROP CONSTRAINT resource_change_kind_check`.execute(db);
  await sql`
    ALTER TABLE resource_change ADD CONSTRAINT resource_change_kind_check
    CHECK (kind IN ('changed', 'deleted', 'restored'))`.execute(db);
  await sql`COMMENT ON COLUMN resource_change.kind IS 'changed; deleted, where the resource was found to be gone; or restored.'`.execute(
    db,
  );
}
