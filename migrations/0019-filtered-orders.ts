import { type Kysely, sql } from 'kysely';
import { trainingJob } from '../catalog/training-job.ts';
import { sorts } from './0007-query.ts';

/** What most searches ask for, as db/query/field-sql.ts writes it. */
const filters = ['training_job_status COLLATE "C"', 'account_id COLLATE "C"'];

/**
 * The indexes of the orders hold what is filtered by most, behind the order itself: a page of failed jobs passes over the others in the
 * index, and looks none of them up in the table.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const [name, expression] of sorts) {
    await recreate(
      db,
      name,
      expression,
      filters.filter((filter) => filter !== expression),
    );
  }
}

export async function down(db: Kysely<never>): Promise<void> {
  for (const [name, expression] of sorts) await recreate(db, name, expression, []);
}

async function recreate(db: Kysely<never>, name: string, order: string, further: readonly string[]): Promise<void> {
  const index = sql.ref(`${trainingJob.name}_sort_${name}`);
  const keys = [`${order} DESC NULLS LAST`, 'id DESC', ...further].join(', ');
  await sql`DROP INDEX ${index}`.execute(db);
  await sql`CREATE INDEX ${index} ON ${sql.table(trainingJob.name)} (${sql.raw(keys)})`.execute(db);
}
