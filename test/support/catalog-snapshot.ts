import { sql } from 'kysely';
import { trainingJob } from '../../catalog/training-job/definition.ts';
import type { Database } from '../../db/database.ts';

/** A row of the catalog and its derived rows, without the times at which sagecat saw it, which differ from run to run. */
type Snapshot = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

const metadata = ['region', 'completeness', 'content_hash', 'search_hash', 'settled'];

/** Returns the whole catalog by ARN and creation time: every catalog column, including deleted rows, and the usage derived from each. */
export async function catalogSnapshot({ kysely }: Database): Promise<Snapshot> {
  const columns = [...trainingJob.columns.map(({ name }) => name), ...metadata].map(
    (name) => sql`job.${sql.ref(name)}`,
  );
  const { rows } = await sql<Record<string, unknown>>`
    SELECT ${sql.join(columns)}, job.deleted_at IS NOT NULL AS deleted,
      (SELECT json_agg(to_jsonb(usage) - 'resource_id' ORDER BY group_index)
       FROM billing_usage AS usage WHERE usage.resource_id = job.id) AS usage
    FROM aws_sagemaker_trainingjob AS job`.execute(kysely);
  return new Map(rows.map((row) => [`${row.training_job_arn} ${row.creation_time}`, row]));
}

/** Returns the number of history entries of any kind: a deletion that was reverted is still one of them. */
export async function historyLength({ kysely }: Database): Promise<number> {
  const { count } = await kysely
    .selectFrom('resource_change')
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** Empties a database as if nothing had ever been crawled. */
export async function emptyCatalog({ pool }: Database): Promise<void> {
  await pool.query(
    'TRUNCATE aws_sagemaker_trainingjob, resource_change, billing_usage, crawl, crawl_target, crawl_coverage, crawl_lease, crawl_missing CASCADE',
  );
}
