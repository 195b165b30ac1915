import { type Kysely, sql } from 'kysely';
import { trainingJob } from '../catalog/training-job.ts';
import { ensureRole } from '../db/access/ensure-role.ts';
import { alignListViews, dropListViews } from '../db/list-views.ts';

const indexed = ['tags', 'hyper_parameters'];

const rename = (db: Kysely<never>, from: string, to: string) =>
  sql`ALTER INDEX ${sql.ref(from)} RENAME TO ${sql.ref(to)}`.execute(db);

/** Lists and maps as relations; the role under which the API reads for keys of single accounts. */
export async function up(db: Kysely<never>): Promise<void> {
  // Indexes and views share their names: these make room.
  for (const column of indexed) await rename(db, `${trainingJob.name}_${column}`, `${trainingJob.name}_by_${column}`);
  await alignListViews(db, trainingJob);
  await ensureRole(db, 'sagecat_api_reader');
  // Memberships belong to the whole server as well. A user who may not grant them is told so when a restricted key is used.
  await sql`
    DO $$ BEGIN
      PERFORM pg_advisory_xact_lock(hashtext('sagecat_api_reader'));
      IF NOT pg_has_role('sagecat_api_reader', 'sagecat_account_reader', 'USAGE') THEN
        GRANT sagecat_account_reader TO sagecat_api_reader;
      END IF;
      IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
        EXECUTE format('GRANT sagecat_api_reader TO %I', current_user);
      END IF;
    EXCEPTION WHEN insufficient_privilege OR unique_violation THEN NULL;
    END $$`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await dropListViews(db, trainingJob);
  for (const column of indexed) await rename(db, `${trainingJob.name}_by_${column}`, `${trainingJob.name}_${column}`);
}
