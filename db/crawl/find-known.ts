import { type Kysely, sql } from 'kysely';
import { stringifyJson } from '../../catalog/exact-json.ts';
import type { FlatValue } from '../../catalog/flatten.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import type { Completeness, DatabaseSchema } from '../schema.ts';

/** What the catalog knows of a resource that a listing or Search shows. */
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
  /** The other columns that were asked for. */
  readonly [column: string]: FlatValue | readonly string[];
}

/** The catalogued rows of resources, by `arn created`; those that are unknown are absent. */
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
