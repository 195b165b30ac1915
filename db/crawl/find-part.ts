import { type Kysely, sql } from 'kysely';
import type { FlatRow, FlatValue } from '../../catalog/flatten.ts';
import { inFlattenedOrder } from '../../catalog/flattened-order.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import type { DatabaseSchema } from '../schema.ts';

/** Returns a part that the catalog has of a resource, in the column `part`, if it is still that of the name in the column `by`; else null. */
export async function findPart(
  db: Kysely<DatabaseSchema>,
  type: AnyResourceType,
  { part, by }: { readonly part: string; readonly by: string },
  row: FlatRow,
): Promise<FlatValue> {
  const { arn, createdAt } = type.key;
  const { rows } = await sql<Record<string, FlatValue>>`
    SELECT ${sql.ref(part)} FROM ${sql.table(type.name)}
    WHERE ${sql.ref(arn)} = ${row[arn]} AND ${sql.ref(createdAt)} = ${row[createdAt]} AND ${sql.ref(by)} = ${row[by]}`.execute(
    db,
  );
  const [stored] = rows;
  return stored ? (inFlattenedOrder(type, stored)[part] ?? null) : null;
}
