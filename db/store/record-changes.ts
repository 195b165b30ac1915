import { type Kysely, sql } from 'kysely';
import { stringifyJson } from '../../catalog/exact-json.ts';
import type { FlatValue } from '../../catalog/flatten.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import type { DatabaseSchema, ResourceChangeTable } from '../schema.ts';

/** A change of a resource: the columns that differ, with their values before and after. */
export interface ResourceChange
  extends Pick<ResourceChangeTable, 'resource_type' | 'resource_id' | 'account_id' | 'region' | 'kind' | 'fields'> {
  readonly seen_at: Date;
  readonly before: { readonly [column: string]: FlatValue };
  readonly after: { readonly [column: string]: FlatValue };
}

/** Adds changes to the history, in one statement. */
export async function recordChanges(trx: Kysely<DatabaseSchema>, changes: readonly ResourceChange[]): Promise<void> {
  if (changes.length === 0) return;
  await sql`
    INSERT INTO resource_change (resource_type, resource_id, account_id, region, seen_at, kind, fields, before, after)
    SELECT resource_type, resource_id, account_id, region, seen_at, kind, fields, before, after
    FROM jsonb_populate_recordset(NULL::resource_change, ${stringifyJson(changes)}::jsonb)`.execute(trx);
}

/**
 * Records in the history that counters have advanced, in one statement. Between two versions there is a single such record: the values at
 * the start of the version, and those up to `seen_at`, which advance together.
 */
export async function recordProgress(
  trx: Kysely<DatabaseSchema>,
  type: AnyResourceType,
  moved: readonly ResourceChange[],
): Promise<void> {
  if (moved.length === 0) return;
  await sql`
    WITH moved AS (SELECT * FROM jsonb_populate_recordset(NULL::resource_change, ${stringifyJson(moved)}::jsonb)),
    latest AS (
      SELECT DISTINCT ON (resource_id) id, resource_id, kind FROM resource_change
      WHERE resource_type = ${type.name} AND resource_id = ANY(${moved.map(({ resource_id }) => resource_id)})
      ORDER BY resource_id, id DESC),
    extended AS (
      UPDATE resource_change AS held
      SET seen_at = moved.seen_at, before = moved.before || held.before, after = held.after || moved.after,
        fields = ARRAY(SELECT DISTINCT unnest(held.fields || moved.fields) ORDER BY 1)
      FROM moved JOIN latest USING (resource_id)
      WHERE held.id = latest.id AND latest.kind = 'progress'
      RETURNING held.resource_id)
    INSERT INTO resource_change (resource_type, resource_id, account_id, region, seen_at, kind, fields, before, after)
    SELECT resource_type, resource_id, account_id, region, seen_at, kind, fields, before, after
    FROM moved WHERE resource_id NOT IN (SELECT resource_id FROM extended)`.execute(trx);
}

/** Records in the history that resources were deleted. */
export const recordDeletions = (
  trx: Kysely<DatabaseSchema>,
  type: AnyResourceType,
  rows: readonly { readonly id: number; readonly account_id: string; readonly region: string }[],
  seenAt: Date,
): Promise<void> =>
  recordChanges(
    trx,
    rows.map(({ id, account_id, region }) => ({
      resource_type: type.name,
      resource_id: id,
      account_id,
      region,
      seen_at: seenAt,
      kind: 'deleted',
      fields: ['deleted_at'],
      before: { deleted_at: null },
      after: { deleted_at: seenAt.toISOString() },
    })),
  );
