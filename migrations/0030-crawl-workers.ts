import { type Kysely, sql } from 'kysely';

/** Who takes crawls that are asked for: a request can be told that nobody does. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`CREATE TABLE crawl_worker (worker text PRIMARY KEY, seen_at timestamptz(3) NOT NULL)`.execute(db);
  await sql`COMMENT ON TABLE crawl_worker IS 'Processes that take crawls off the queue.'`.execute(db);
  await sql`COMMENT ON COLUMN crawl_worker.worker IS 'Host and number of the process.'`.execute(db);
  await sql`COMMENT ON COLUMN crawl_worker.seen_at IS 'When it last said that it runs.'`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`DROP TABLE crawl_worker`.execute(db);
}
