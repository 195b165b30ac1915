import { type Kysely, sql } from 'kysely';
import type { Labels } from '../../catalog/billing/labels.ts';
import type { Usage } from '../../catalog/billing/usage.ts';
import { stringifyJson } from '../../catalog/exact-json.ts';
import type { FlatRow } from '../../catalog/flatten.ts';
import { labelsOf } from '../../catalog/training-job/billing/labels.ts';
import { usageOf } from '../../catalog/training-job/billing/usage.ts';
import type { TrainingJob } from '../../catalog/training-job/schema.ts';
import type { DatabaseSchema } from '../schema.ts';
import { lockBilledTargets } from './daily-usage.ts';
import { usageColumns } from './schema.ts';

/** Writes what training jobs used, in the transaction that wrote the jobs. Returns how many rows of `billing_usage` and `billing_job` that changed. */
export async function writeUsage(
  trx: Kysely<DatabaseSchema>,
  written: readonly { readonly id: number; readonly region: string; readonly row: FlatRow }[],
): Promise<number> {
  // A flattened training job has the columns of the type that its definition infers.
  const jobs = written.map(({ id, region, row }) => ({ id, region, job: row as unknown as TrainingJob }));
  const usages = jobs.flatMap(({ id, region, job }) =>
    usageOf(job, region).map((usage): StoredUsage => ({ resource_id: id, ...usage })),
  );
  const labels = jobs.map(({ id, job }): StoredLabels => ({ resource_id: id, ...labelsOf(job) }));
  // One account and region is locked as it is written; several are locked first, in their order.
  if (new Set(usages.map(({ account_id, region }) => `${account_id} ${region}`)).size > 1) {
    await lockBilledTargets(trx, usages);
  }
  return upsert(trx, usages, labels);
}

/** The projection of training jobs into `billing_usage`. */
export async function projectUsage(...args: Parameters<typeof writeUsage>): Promise<void> {
  await writeUsage(...args);
}

type StoredUsage = Usage & { readonly resource_id: number };
type StoredLabels = Labels & { readonly resource_id: number };

// Text that is made once: a crawl runs the statement with every batch.
const columns = sql.raw(usageColumns.join(', '));
const assignments = sql.raw(
  usageColumns
    .filter((name) => name !== 'resource_id' && name !== 'group_index')
    .map((name) => `${name} = excluded.${name}`)
    .join(', '),
);

/**
 * Writes what differs, in one statement. A job may come to have fewer groups: what Search and an
 * import showed of it need not be the last word.
 */
async function upsert(
  trx: Kysely<DatabaseSchema>,
  usages: readonly StoredUsage[],
  labels: readonly StoredLabels[],
): Promise<number> {
  const { rows } = await sql<{ changed: number }>`
    WITH shown AS MATERIALIZED (SELECT ${columns} FROM jsonb_populate_recordset(NULL::billing_usage, ${stringifyJson(usages)}::jsonb)),
    used AS (
      INSERT INTO billing_usage AS old (${columns}) SELECT ${columns} FROM shown
      ON CONFLICT (resource_id, group_index) DO UPDATE
      SET ${assignments}
      WHERE old.* IS DISTINCT FROM excluded.*
      RETURNING 1),
    gone AS (
      DELETE FROM billing_usage AS usage
      WHERE resource_id = ANY(${labels.map(({ resource_id }) => resource_id)}::bigint[]) AND group_index > 0
        AND NOT EXISTS (
          SELECT FROM shown WHERE shown.resource_id = usage.resource_id AND shown.group_index = usage.group_index)
      RETURNING 1),
    labelled AS (
      INSERT INTO billing_job AS old
      SELECT * FROM jsonb_populate_recordset(NULL::billing_job, ${stringifyJson(labels)}::jsonb)
      ON CONFLICT (resource_id) DO UPDATE
      SET account_id = excluded.account_id, role_arn = excluded.role_arn, algorithm = excluded.algorithm,
        experiment = excluded.experiment, tuning_job_arn = excluded.tuning_job_arn, tags = excluded.tags
      WHERE old.* IS DISTINCT FROM excluded.*
      RETURNING 1)
    SELECT (SELECT count(*) FROM used) + (SELECT count(*) FROM gone) + (SELECT count(*) FROM labelled) AS changed`.execute(
    trx,
  );
  return Number(rows[0]?.changed ?? 0);
}
