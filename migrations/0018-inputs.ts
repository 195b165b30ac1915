import { type Kysely, sql } from 'kysely';
import { trainingJob } from '../catalog/training-job.ts';

const index = sql.ref(`${trainingJob.name}_by_input_data_config`);

/** Searches for what jobs read, by channel and by S3 URI, need no pass over the table. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    CREATE INDEX ${index} ON ${sql.table(trainingJob.name)} USING gin (input_data_config jsonb_path_ops)`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`DROP INDEX ${index}`.execute(db);
}
