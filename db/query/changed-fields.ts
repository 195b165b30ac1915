import { type RawBuilder, sql } from 'kysely';
import { type Difference, differences, overlapsPath } from '../../catalog/differences.ts';
import type { FlatValue } from '../../catalog/flatten.ts';

/** Returns SQL for whether a change concerns one of the fields or a part of one. `changed` is the column with the paths that differ. */
export const overlapsFields = (changed: RawBuilder<unknown>, fields: readonly string[]): RawBuilder<unknown> => sql`
  EXISTS (
    SELECT FROM unnest(${changed}) AS changed (field), unnest(${fields}::text[]) AS asked (path),
      concat(regexp_replace(field, '\\[\\d+\\]', '', 'g'), '.') AS plain
    WHERE starts_with(plain, path || '.') OR starts_with(path || '.', plain))`;

/** Returns SQL for the differences between two versions of a row, by path; only in the given fields, if any are given. */
export const fieldDifferences = (
  before: FlatValue,
  after: FlatValue,
  fields: readonly string[] | undefined,
): Difference[] =>
  differences(before, after)
    .filter(({ field }) => !fields || fields.some((path) => overlapsPath(path, field)))
    .sort((a, b) => (a.field < b.field ? -1 : 1));
