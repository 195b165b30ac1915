import { sql, type Transaction } from 'kysely';
import { stringifyJson } from '../../catalog/exact-json.ts';
import { identityOf } from '../../catalog/identity-of.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import type { WrittenRow } from '../billing/project-usage.ts';
import type { Completeness, DatabaseSchema } from '../schema.ts';
import type { Observation } from './observation.ts';
import { projectDeletions } from './projections.ts';
import { recordDeletions } from './record-changes.ts';
import { rowValues, withoutNulls, writtenColumns } from './row-values.ts';
import type { StoredRow } from './store-rows.ts';

/** Inserts resources that were never seen before. `reusedNames` are ARNs that earlier resources had, or several of the batch have. */
export async function insertRows(
  trx: Transaction<DatabaseSchema>,
  type: AnyResourceType,
  fresh: readonly Observation[],
  reusedNames: readonly string[],
  seenAt: Date,
): Promise<{ stored: StoredRow[]; written: WrittenRow[] }> {
  if (fresh.length === 0) return { stored: [], written: [] };
  const now = seenAt.toISOString();
  const values = fresh.map(({ row, region, source }) => ({
    ...rowValues(type, row, {
      region,
      completeness: source === 'describe' ? 'described' : 'searched',
      changed_at: now,
      described_at: source === 'describe' ? now : null,
    }),
    first_seen_at: now,
  }));
  const arn = sql.ref(type.key.arn);
  const createdAt = sql.ref(type.key.createdAt);
  const columns = sql.join([...writtenColumns(type), 'first_seen_at'].map((name) => sql.ref(name)));
  // On a conflict another process has stored the row in the meantime: it is as new as ours, and the next crawl compares again.
  const { rows } = await sql<{ id: number; arn: string; created: string; completeness: Completeness }>`
    INSERT INTO ${sql.table(type.name)} (${columns})
    SELECT ${columns} FROM jsonb_populate_recordset(NULL::${sql.table(type.name)}, ${stringifyJson(values.map(withoutNulls))}::jsonb)
    ON CONFLICT (${arn}, ${createdAt}) DO NOTHING
    RETURNING id, ${arn} AS arn, ${createdAt} AS created, completeness`.execute(trx);
  const retired = await retireReusedNames(trx, type, reusedNames, seenAt);
  const byIdentity = new Map(
    fresh.map((seen) => [identityOf(seen.row[type.key.arn], seen.row[type.key.createdAt]), seen]),
  );
  return {
    stored: rows.map((row) => ({
      ...row,
      changed_at: null,
      outcome: 'new',
      isDeleted: retired.some(({ id }) => id === row.id),
      replaced: retired.filter(({ id, arn }) => arn === row.arn && id !== row.id).map(({ id }) => id),
    })),
    written: rows.flatMap(({ id, arn, created }) => {
      const seen = byIdentity.get(identityOf(arn, created));
      return seen ? [{ id, region: seen.region, row: seen.row }] : [];
    }),
  };
}

/** A name can be reused only after its job is deleted: of several rows with one ARN, only the newest can exist. */
async function retireReusedNames(
  trx: Transaction<DatabaseSchema>,
  type: AnyResourceType,
  arns: readonly string[],
  seenAt: Date,
): Promise<{ readonly id: number; readonly arn: string }[]> {
  if (arns.length === 0) return [];
  const arn = type.key.arn;
  const createdAt = type.key.createdAt;
  const { rows } = await sql<{ id: number; arn: string; account_id: string; region: string }>`
    UPDATE ${sql.table(type.name)} AS old SET deleted_at = ${seenAt}
    WHERE ${sql.ref(arn)} = ANY(${arns}) AND deleted_at IS NULL AND EXISTS (
      SELECT FROM ${sql.table(type.name)} AS newer
      WHERE ${sql.ref(`newer.${arn}`)} = ${sql.ref(`old.${arn}`)}
        AND ${sql.ref(`newer.${createdAt}`)} > ${sql.ref(`old.${createdAt}`)})
    RETURNING id, ${sql.ref(arn)} AS arn, account_id, region`.execute(trx);
  await recordDeletions(trx, type, rows, seenAt);
  await projectDeletions(trx, type, rows, seenAt);
  return rows;
}
