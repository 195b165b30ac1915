import { type Kysely, sql } from 'kysely';
import type { BilledType } from '../../catalog/billing/billed-types.ts';
import { stringifyJson } from '../../catalog/exact-json.ts';
import type { DatabaseSchema } from '../schema.ts';
import { type BillingJobTable, type BillingUsageTable, usageColumns } from './schema.ts';

export interface WrittenUsage {
  readonly usages: readonly BillingUsageTable[];
  readonly labels: readonly BillingJobTable[];
  /** Whether these are all entries of the labelled resources; their other entries are then deleted. */
  readonly isWhole: boolean;
}

// Built once, since a crawl runs the statement with every batch.
const columns = sql.raw(usageColumns.join(', '));
const assignments = sql.raw(
  usageColumns
    .filter((name) => !['resource_type', 'resource_id', 'group_index'].includes(name))
    .map((name) => `${name} = excluded.${name}`)
    .join(', '),
);

/**
 * Writes the rows that differ, in one statement; returns how many. A job may have fewer groups than before, since Search and imports can be
 * incomplete.
 */
export async function upsertUsage(
  trx: Kysely<DatabaseSchema>,
  type: BilledType,
  { usages, labels, isWhole }: WrittenUsage,
): Promise<number> {
  const { rows } = await sql<{ changed: number }>`
    WITH shown AS MATERIALIZED (SELECT ${columns} FROM jsonb_populate_recordset(NULL::billing_usage, ${stringifyJson(usages)}::jsonb)),
    used AS (
      INSERT INTO billing_usage AS old (${columns}) SELECT ${columns} FROM shown
      ON CONFLICT (resource_id, group_index, resource_type) DO UPDATE
      SET ${assignments}
      WHERE old.* IS DISTINCT FROM excluded.*
      RETURNING 1),
    gone AS (
      DELETE FROM billing_usage AS usage
      WHERE resource_id = ANY(${labels.map(({ resource_id }) => resource_id)}::bigint[]) AND group_index > 0
        AND resource_type = ${type.name} AND ${isWhole}
        AND NOT EXISTS (
          SELECT FROM shown WHERE shown.resource_id = usage.resource_id AND shown.group_index = usage.group_index)
      RETURNING 1),
    labelled AS (
      INSERT INTO billing_job AS old
      SELECT * FROM jsonb_populate_recordset(NULL::billing_job, ${stringifyJson(labels)}::jsonb)
      ON CONFLICT (resource_id, resource_type) DO UPDATE
      SET account_id = excluded.account_id, role_arn = excluded.role_arn, algorithm = excluded.algorithm,
        experiment = excluded.experiment, tuning_job_arn = excluded.tuning_job_arn, tags = excluded.tags
      WHERE old.* IS DISTINCT FROM excluded.*
      RETURNING 1)
    SELECT (SELECT count(*) FROM used) + (SELECT count(*) FROM gone) + (SELECT count(*) FROM labelled) AS changed`.execute(
    trx,
  );
  return Number(rows[0]?.changed ?? 0);
}
