import { type Kysely, sql } from 'kysely';
import { type Difference, differences } from '../../catalog/differences.ts';
import type { FlatValue } from '../../catalog/flatten.ts';
import type { DatabaseSchema } from '../schema.ts';

/** A change of a row: what sagecat saw differ, and when. */
export interface Version {
  readonly id: number;
  /** ISO 8601. */
  readonly seen_at: string;
  readonly kind: 'changed' | 'deleted' | 'restored';
  readonly differences: Difference[];
}

interface Change extends Omit<Version, 'differences'> {
  readonly before: FlatValue;
  readonly after: FlatValue;
}

/** The changes of a row, newest first, from behind the change with the number `beforeId`. Tags differ as the list that they are. */
export async function readVersions(
  db: Kysely<DatabaseSchema>,
  resourceType: string,
  resourceId: number,
  limit: number,
  beforeId?: number,
): Promise<Version[]> {
  const { rows } = await sql<Change>`
    SELECT id, seen_at, kind, before - 'tag_map' AS before, after - 'tag_map' AS after
    FROM resource_change
    WHERE resource_type = ${resourceType} AND resource_id = ${resourceId}
      AND (${beforeId ?? null}::bigint IS NULL OR id < ${beforeId ?? null}::bigint)
    ORDER BY id DESC
    LIMIT ${limit}`.execute(db);
  return rows.map(({ before, after, ...change }) => ({
    ...change,
    differences: differences(before, after).sort((a, b) => (a.field < b.field ? -1 : 1)),
  }));
}
