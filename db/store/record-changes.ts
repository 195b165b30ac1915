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

/** Adds to the history that rows were found to be gone. */
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
