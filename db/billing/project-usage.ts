import { type Kysely, sql } from 'kysely';
import { type Labels, labelsOf } from '../../catalog/billing/labels.ts';
import { type Usage, usageOf } from '../../catalog/billing/usage.ts';
import { stringifyJson } from '../../catalog/exact-json.ts';
import type { FlatRow } from '../../catalog/flatten.ts';
import type { TrainingJob } from '../../catalog/training-job.ts';
import type { DatabaseSchema } from '../schema.ts';
import { usageColumns } from './schema.ts';

/** Writes what training jobs used, in the transaction that wrote the jobs. Answers how many rows of `billing_usage` and `billing_job` that changed. */
export async function writeUsage(
  trx: Kysely<DatabaseSchema>,
  written: readonly { readonly id: number; readonly region: string; readonly row: FlatRow }[],
): Promise<number> {
  // A flattened training job has the columns of the type that its definition infers.
  const jobs = written.map(({ id, region, row }) => ({ id, region, job: row as unknown as TrainingJob }));
  const usages = jobs.flatMap(({ id, region, job }) =>
    usageOf(job, region).map((usage): StoredUsage => ({ resource_id: id, ...usage })),
  );
  await lockTargets(trx, usages);
  const changed = [
    await upsert(trx, usages),
    await removeStaleGroups(trx, usages),
    await upsertLabels(
      trx,
      jobs.map(({ id, job }) => ({ resource_id: id, ...labelsOf(job) })),
    ),
  ];
  return changed.reduce((sum, rows) => sum + rows, 0);
}

/** The projection of training jobs into `billing_usage`. */
export async function projectUsage(...args: Parameters<typeof writeUsage>): Promise<void> {
  await writeUsage(...args);
}

interface StoredUsage extends Usage {
  readonly resource_id: number;
}

/**
 * The daily sums of one account and region are written by one transaction at a time: two that add to the same days in different
 * orders would otherwise wait for each other in a circle.
 */
async function lockTargets(trx: Kysely<DatabaseSchema>, usages: readonly StoredUsage[]): Promise<void> {
  const targets = [...new Set(usages.map(({ account_id, region }) => `billing ${account_id} ${region}`))];
  await sql`
    SELECT pg_advisory_xact_lock(key) FROM (
      SELECT DISTINCT hashtextextended(target, 0) AS key FROM unnest(${targets}::text[]) AS target ORDER BY 1) AS keys`.execute(
    trx,
  );
}

async function upsert(trx: Kysely<DatabaseSchema>, usages: readonly StoredUsage[]): Promise<number> {
  const columns = sql.join(usageColumns.map((name) => sql.ref(name)));
  const others = usageColumns.filter((name) => name !== 'resource_id' && name !== 'group_index');
  const { numAffectedRows } = await sql`
    INSERT INTO billing_usage AS old (${columns})
    SELECT ${columns} FROM jsonb_populate_recordset(NULL::billing_usage, ${stringifyJson(usages)}::jsonb)
    ON CONFLICT (resource_id, group_index) DO UPDATE
    SET ${sql.join(others.map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`))}
    WHERE old.* IS DISTINCT FROM excluded.*`.execute(trx);
  return Number(numAffectedRows ?? 0n);
}

/** A job may come to have fewer groups: what Search and an import showed of it need not be the last word. */
async function removeStaleGroups(trx: Kysely<DatabaseSchema>, usages: readonly StoredUsage[]): Promise<number> {
  const groups = new Map<number, number>();
  for (const { resource_id } of usages) groups.set(resource_id, (groups.get(resource_id) ?? 0) + 1);
  const counts = [...groups].map(([resource_id, count]) => ({ resource_id, count }));
  const { numAffectedRows } = await sql`
    DELETE FROM billing_usage AS usage
    USING jsonb_to_recordset(${stringifyJson(counts)}::jsonb) AS job (resource_id bigint, count int)
    WHERE usage.resource_id = job.resource_id AND usage.group_index >= job.count`.execute(trx);
  return Number(numAffectedRows ?? 0n);
}

async function upsertLabels(
  trx: Kysely<DatabaseSchema>,
  labels: readonly (Labels & { readonly resource_id: number })[],
): Promise<number> {
  const { numAffectedRows } = await sql`
    INSERT INTO billing_job AS old
    SELECT * FROM jsonb_populate_recordset(NULL::billing_job, ${stringifyJson(labels)}::jsonb)
    ON CONFLICT (resource_id) DO UPDATE
    SET account_id = excluded.account_id, role_arn = excluded.role_arn, algorithm = excluded.algorithm,
      experiment = excluded.experiment, tuning_job_arn = excluded.tuning_job_arn, tags = excluded.tags
    WHERE old.* IS DISTINCT FROM excluded.*`.execute(trx);
  return Number(numAffectedRows ?? 0n);
}
