import { type Kysely, sql } from 'kysely';
import { trainingJob } from '../catalog/training-job.ts';
import { alignResourceTable } from '../db/resource-table.ts';

/** Rows say in which of their fields secrets were masked. */
export async function up(db: Kysely<never>): Promise<void> {
  await alignResourceTable(db, trainingJob);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`ALTER TABLE ${sql.table(trainingJob.name)} DROP COLUMN IF EXISTS masked_fields`.execute(db);
}
