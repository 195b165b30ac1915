import { type Kysely, sql } from 'kysely';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import type { DatabaseSchema } from '../schema.ts';
import { projectDeletions } from '../store/projections.ts';
import { recordDeletions } from '../store/record-changes.ts';

/** Marks rows as deleted and records it in their history; returns the ids of those that were not deleted before. The rows stay. */
export async function markDeleted(
  db: Kysely<DatabaseSchema>,
  type: AnyResourceType,
  ids: readonly number[],
  seenAt: Date = new Date(),
): Promise<number[]> {
  if (ids.length === 0) return [];
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ id: number; account_id: string; region: string }>`
      UPDATE ${sql.table(type.name)} SET deleted_at = ${seenAt}
      WHERE id = ANY(${ids}) AND deleted_at IS NULL
      RETURNING id, account_id, region`.execute(trx);
    await recordDeletions(trx, type, rows, seenAt);
    await projectDeletions(trx, type, rows, seenAt);
    return rows.map(({ id }) => id);
  });
}
