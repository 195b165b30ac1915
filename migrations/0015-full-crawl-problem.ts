import { type Kysely, sql } from 'kysely';

/** What the last full crawl of a target could not make good: incremental crawls, which go on from it, say so too. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`ALTER TABLE crawl_coverage ADD COLUMN full_problem text`.execute(db);
  await sql`
    COMMENT ON COLUMN crawl_coverage.full_problem IS
    'Why the last full crawl that ran to its end was not complete; null where it was.'`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`ALTER TABLE crawl_coverage DROP COLUMN full_problem`.execute(db);
}
