import { type Kysely, sql } from 'kysely';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import type { Completeness, DatabaseSchema } from '../schema.ts';
import type { TargetKey } from './target-key.ts';

export interface UnsettledRow {
  readonly created: string;
  readonly id: number;
  readonly arn: string;
  readonly name: string;
  readonly tags: readonly string[] | null;
}

/**
 * Returns the next rows of a target that must be described, by id: `described` ones that can still change, or `searched` ones that
 * lack columns; up to `upToId` if given.
 */
export async function nextUnsettled(
  db: Kysely<DatabaseSchema>,
  type: AnyResourceType,
  target: TargetKey,
  page: {
    readonly completeness: Completeness;
    readonly afterId: number;
    readonly upToId?: number | undefined;
    readonly limit: number;
  },
): Promise<UnsettledRow[]> {
  const { rows } = await sql<UnsettledRow>`
    SELECT id, ${sql.ref(type.key.arn)} AS arn, ${sql.ref(type.key.name)} AS name,
      ${sql.ref(type.key.createdAt)} AS created, tags
    FROM ${sql.table(type.name)}
    WHERE ${needsDescribe(target)} AND completeness = ${page.completeness} AND id > ${page.afterId}
      ${page.upToId === undefined ? sql`` : sql`AND id <= ${page.upToId}`}
    ORDER BY id LIMIT ${page.limit}`.execute(db);
  return rows;
}

/** Returns how many rows of a target wait for a describe that fills the columns which Search lacks. */
export async function countBacklog(
  db: Kysely<DatabaseSchema>,
  type: AnyResourceType,
  target: TargetKey,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM ${sql.table(type.name)}
    WHERE ${needsDescribe(target)} AND completeness = 'searched'`.execute(db);
  return rows[0]?.count ?? 0;
}

/** The condition of the partial index `<table>_unsettled`. */
const needsDescribe = ({ accountId, region }: TargetKey) => sql`
  account_id = ${accountId} AND region = ${region} AND deleted_at IS NULL AND (NOT settled OR completeness = 'searched')`;
