import { type Kysely, sql } from 'kysely';
import { trainingJob } from '../catalog/training-job.ts';

const table = sql.table(trainingJob.name);

/** What lists are sorted by, as db/query/field-sql.ts writes it. */
export const sorts: readonly [name: string, expression: string][] = [
  ['creation_time', 'creation_time'],
  ['last_modified_time', 'last_modified_time'],
  ['training_start_time', 'training_start_time'],
  ['training_end_time', 'training_end_time'],
  ['changed_at', 'changed_at'],
  ['training_job_name', 'training_job_name COLLATE "C"'],
  ['training_job_status', 'training_job_status COLLATE "C"'],
  ['account_id', 'account_id COLLATE "C"'],
  ['region', 'region COLLATE "C"'],
  ['billable_time_in_seconds', 'billable_time_in_seconds'],
  ['training_time_in_seconds', 'training_time_in_seconds'],
  ['instance_type', `(resource_config ->> 'instance_type') COLLATE "C"`],
  ['instance_count', `((resource_config ->> 'instance_count')::bigint)`],
];

const indexName = (name: string) => sql.ref(`${trainingJob.name}_sort_${name}`);

/** Orders that lists page through, tags and hyperparameters that searches ask for, and which transaction wrote a row last. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const [name, expression] of sorts) {
    await sql`CREATE INDEX ${indexName(name)} ON ${table} (${sql.raw(expression)} DESC NULLS LAST, id DESC)`.execute(
      db,
    );
  }
  for (const name of ['tags', 'hyper_parameters']) {
    await sql`CREATE INDEX ${sql.ref(`${trainingJob.name}_${name}`)} ON ${table} USING gin (${sql.ref(name)} jsonb_path_ops)`.execute(
      db,
    );
  }
  await sql`ALTER TABLE ${table} ADD COLUMN written_by xid8 NOT NULL DEFAULT pg_current_xact_id()`.execute(db);
  await sql`COMMENT ON COLUMN ${table}.written_by IS 'The transaction that wrote the row last: tells readers what is new to them.'`.execute(
    db,
  );
  await sql`CREATE INDEX ${sql.ref(`${trainingJob.name}_written_by`)} ON ${table} (written_by)`.execute(db);
  await sql`
    CREATE FUNCTION stamp_written_by() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      NEW.written_by := pg_current_xact_id();
      RETURN NEW;
    END $$`.execute(db);
  await sql`
    CREATE TRIGGER stamp_written_by BEFORE UPDATE ON ${table}
    FOR EACH ROW EXECUTE FUNCTION stamp_written_by()`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`DROP TRIGGER stamp_written_by ON ${table}`.execute(db);
  await sql`DROP FUNCTION stamp_written_by()`.execute(db);
  await sql`ALTER TABLE ${table} DROP COLUMN written_by`.execute(db);
  for (const name of ['tags', 'hyper_parameters']) {
    await sql`DROP INDEX ${sql.ref(`${trainingJob.name}_${name}`)}`.execute(db);
  }
  for (const [name] of sorts) await sql`DROP INDEX ${indexName(name)}`.execute(db);
}
