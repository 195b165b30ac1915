import { type Kysely, sql } from 'kysely';
import type { Difference } from '../../catalog/differences.ts';
import type { FlatValue } from '../../catalog/flatten.ts';
import type { DatabaseSchema } from '../schema.ts';
import { fieldDifferences, overlapsFields } from './changed-fields.ts';

/** A change of a row: which fields differ, and when sagecat saw it. */
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

/** Selects the changes to read. */
export interface VersionPage {
  readonly limit: number;
  /** Only changes after the one with this number. */
  readonly beforeId?: number | undefined;
  /** Only changes of these fields or parts of them, with the differences of such fields alone. */
  readonly fields?: readonly string[] | undefined;
}

/** Returns the changes of a row, newest first, without advanced counters. Tags differ as the list that they are. */
export async function readVersions(
  db: Kysely<DatabaseSchema>,
  resourceType: string,
  resourceId: number,
  { limit, beforeId, fields }: VersionPage,
): Promise<Version[]> {
  const concerned = fields ? sql`AND ${overlapsFields(sql`fields`, fields)}` : sql``;
  const { rows } = await sql<Change>`
    SELECT id, seen_at, kind, before - 'tag_map' AS before, after - 'tag_map' AS after
    FROM resource_change
    WHERE resource_type = ${resourceType} AND resource_id = ${resourceId} AND kind <> 'progress' ${concerned}
      AND (${beforeId ?? null}::bigint IS NULL OR id < ${beforeId ?? null}::bigint)
    ORDER BY id DESC
    LIMIT ${limit}`.execute(db);
  return rows.map(({ before, after, ...change }) => ({
    ...change,
    differences: fieldDifferences(before, after, fields),
  }));
}
