import { type Kysely, sql } from 'kysely';
import type { Course, Version } from '../../catalog/billing/billing.ts';
import type { FlatRow } from '../../catalog/flatten.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import type { DatabaseSchema } from '../schema.ts';
import type { UsedRow } from './project-usage.ts';

/**
 * The versions of rows that the history knows, by the rows' numbers. A version begins when the row says that it was last modified, where
 * that is between the sights of it and of the version before; else when it was first seen.
 */
export async function readCourses(
  db: Kysely<DatabaseSchema>,
  { name, key }: AnyResourceType,
  rows: readonly UsedRow[],
): Promise<Map<number, Course<AnyResourceType['row']>>> {
  const { rows: changes } = await sql<{ resource_id: number; seen_at: string; before: Partial<FlatRow> }>`
    SELECT resource_id, seen_at, before FROM resource_change
    WHERE resource_type = ${name} AND resource_id = ANY(${rows.map(({ id }) => id)}::bigint[]) AND kind = 'changed'
    ORDER BY resource_id, id`.execute(db);
  const byResource = Map.groupBy(changes, ({ resource_id }) => Number(resource_id));
  return new Map(
    rows.map(({ id, row, seenAt }) => {
      const known = byResource.get(id) ?? [];
      const versions: Version<FlatRow>[] = [];
      let version = row;
      for (let index = known.length; index >= 0; index--) {
        const seen = known[index - 1]?.seen_at ?? '';
        const modified = key.modifiedAt === undefined ? '' : String(version[key.modifiedAt] ?? '');
        const since =
          modified > (known[index - 2]?.seen_at ?? '') && (seen === '' || modified < seen) ? modified : seen;
        versions.unshift({ since, row: version });
        version = { ...version, ...known[index - 1]?.before } as FlatRow;
      }
      // The rows have the columns that the type's definition infers.
      return [id, { versions: versions as unknown as Version<AnyResourceType['row']>[], until: seenAt }];
    }),
  );
}
