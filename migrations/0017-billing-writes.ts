import { type Kysely, sql } from 'kysely';

const tables = ['billing_usage', 'billing_job'];

/**
 * Less work for each job that is written. Its facts are written with it, so that what a foreign key would check, row by row, is
 * always so; what goes with a job that is removed goes with all that are removed at once. And indexes of the sums by tag that cost
 * less to keep.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const table of tables)
    await sql.raw(`ALTER TABLE ${table} DROP CONSTRAINT ${table}_resource_id_fkey`).execute(db);
  await sql`
    CREATE FUNCTION billing_forget_jobs() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      DELETE FROM billing_usage WHERE resource_id IN (SELECT id FROM removed);
      DELETE FROM billing_job WHERE resource_id IN (SELECT id FROM removed);
      RETURN NULL;
    END $$`.execute(db);
  await sql`
    CREATE TRIGGER billing_forget_jobs AFTER DELETE ON aws_sagemaker_trainingjob REFERENCING OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION billing_forget_jobs()`.execute(db);
  await sql`DROP INDEX billing_tag_day_stored_by_day, billing_tag_day_stored_by_key`.execute(db);
  await sql`CREATE INDEX billing_tag_day_stored_by_day ON billing_tag_day_stored (day)`.execute(db);
  await sql`CREATE INDEX billing_tag_day_stored_by_key ON billing_tag_day_stored (tag_key, day)`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`DROP INDEX billing_tag_day_stored_by_day, billing_tag_day_stored_by_key`.execute(db);
  await sql`CREATE INDEX billing_tag_day_stored_by_day ON billing_tag_day_stored (day, account_id, region)`.execute(db);
  await sql`CREATE INDEX billing_tag_day_stored_by_key ON billing_tag_day_stored (tag_key, tag_value, day)`.execute(db);
  await sql`DROP TRIGGER billing_forget_jobs ON aws_sagemaker_trainingjob`.execute(db);
  await sql`DROP FUNCTION billing_forget_jobs`.execute(db);
  for (const table of tables) {
    await sql
      .raw(
        `ALTER TABLE ${table} ADD FOREIGN KEY (resource_id) REFERENCES aws_sagemaker_trainingjob (id) ON DELETE CASCADE`,
      )
      .execute(db);
  }
}
