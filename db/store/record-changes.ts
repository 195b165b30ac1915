import { type Kysely, sql } from 'kysely';
import { stringifyJson } from '../../catalog/exact-json.ts';
import type { FlatValue } from '../../catalog/flatten.ts';
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
    FROM json_populate_recordset(NULL::resource_change, ${stringifyJson(changes)}::json)`.execute(trx);
}
