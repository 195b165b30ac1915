import { type Kysely, sql } from 'kysely';
import { trainingJob } from '../catalog/training-job.ts';
import { ensureRole } from '../db/access/ensure-role.ts';
import { alignResourceTable } from '../db/resource-table.ts';

/** The first resource type, the history of every resource, and the role that may only read. */
export async function up(db: Kysely<never>): Promise<void> {
  await alignResourceTable(db, trainingJob);
  await sql`
    CREATE TABLE resource_change (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      resource_type text NOT NULL,
      resource_id bigint NOT NULL,
      account_id text NOT NULL,
      region text NOT NULL,
      seen_at timestamptz(3) NOT NULL,
      kind text NOT NULL CHECK (kind IN ('changed', 'deleted', 'restored')),
      fields text[] NOT NULL,
      before jsonb NOT NULL,
      after jsonb NOT NULL
    )`.execute(db);
  await sql`CREATE INDEX resource_change_by_resource ON resource_change (resource_type, resource_id, seen_at)`.execute(
    db,
  );
  await sql`CREATE INDEX resource_change_by_time ON resource_change (seen_at)`.execute(db);
  await sql`COMMENT ON TABLE resource_change IS 'Every change of a catalogued resource: the columns that differ, before and after.'`.execute(
    db,
  );
  await ensureRole(db, 'sagecat_reader');
  await sql`GRANT SELECT ON ${sql.table(trainingJob.name)}, resource_change TO sagecat_reader`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  // The role stays: other databases of the server may use it.
  await sql`DROP TABLE resource_change`.execute(db);
  await sql`DROP TABLE ${sql.table(trainingJob.name)}`.execute(db);
}
