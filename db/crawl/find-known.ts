import { type Kysely, sql } from 'kysely';
import { stringifyJson } from '../../catalog/exact-json.ts';
import type { FlatValue } from '../../catalog/flatten.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import type { Completeness, DatabaseSchema } from '../schema.ts';

/** The catalog's row of a resource in a listing or in Search. */
export interface CataloguedRow {
  readonly id: number;
  readonly arn: string;
  readonly created: string;
  readonly name: string;
  readonly completeness: Completeness;
  readonly settled: boolean;
  readonly search_hash: string;
  readonly deleted_at: string | null;
  readonly tags: readonly string[] | null;
  /** The other requested columns. */
  readonly [column: string]: FlatValue | readonly string[];
}

/** Returns the catalog's rows of resources, by `arn created`, without unknown ones. */
export async function findKnown(
  db: Kysely<DatabaseSchema>,
  type: AnyResourceType,
  resources: readonly { readonly arn: string; readonly created: string }[],
  columns: readonly string[] = [],
): Promise<Map<string, CataloguedRow>> {
  const { key } = type;
  const extra = columns.map((name) => sql`, ${sql.ref(`held.${name}`)}`);
  const { rows } = await sql<CataloguedRow>`
    SELECT held.id, ${sql.ref(`held.${key.arn}`)} AS arn, ${sql.ref(`held.${key.createdAt}`)} AS created,
      ${sql.ref(`held.${key.name}`)} AS name, held.completeness, held.settled, held.search_hash, held.deleted_at, held.tags
      ${sql.join(extra, sql``)}
    FROM jsonb_to_recordset(${stringifyJson(resources.map(({ arn, created }) => ({ arn, created })))}::jsonb) AS asked (arn text, created timestamptz)
    JOIN ${sql.table(type.name)} AS held
      ON ${sql.ref(`held.${key.arn}`)} = asked.arn AND ${sql.ref(`held.${key.createdAt}`)} = asked.created`.execute(db);
  return new Map(rows.map((row) => [`${row.arn} ${row.created}`, row]));
}
