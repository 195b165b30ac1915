import { type Kysely, sql } from 'kysely';

/** When a cluster was last heard from: a watch that is quiet looks like one that is dead otherwise. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`ALTER TABLE ack_source ADD COLUMN seen_at timestamptz(3)`.execute(db);
  await sql`COMMENT ON COLUMN ack_source.seen_at IS 'When the cluster was last heard from.'`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`ALTER TABLE ack_source DROP COLUMN seen_at`.execute(db);
}
