import { type Kysely, sql } from 'kysely';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import type { DatabaseSchema } from '../schema.ts';
import type { TargetKey } from './target-key.ts';

/** Returns the id of the newest row: rows that a crawl stores from now on have higher ids. */
export async function newestId(db: Kysely<DatabaseSchema>, type: AnyResourceType): Promise<number> {
  const { rows } = await sql<{ id: number | null }>`SELECT max(id) AS id FROM ${sql.table(type.name)}`.execute(db);
  return rows[0]?.id ?? 0;
}

/** Returns how many existing resources of a target the catalog has. */
export async function countExisting(
  db: Kysely<DatabaseSchema>,
  type: AnyResourceType,
  { accountId, region }: TargetKey,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM ${sql.table(type.name)}
    WHERE account_id = ${accountId} AND region = ${region} AND deleted_at IS NULL`.execute(db);
  return rows[0]?.count ?? 0;
}
