import { type RawBuilder, sql } from 'kysely';
import { type Difference, differences, overlapsPath } from '../../catalog/differences.ts';
import type { FlatValue } from '../../catalog/flatten.ts';

/** Whether a change is of one of the fields, or of a part of one. `changed` is the column that lists what differs. */
export const overlapsFields = (changed: RawBuilder<unknown>, fields: readonly string[]): RawBuilder<unknown> => sql`
  EXISTS (
    SELECT FROM unnest(${changed}) AS changed (field), unnest(${fields}::text[]) AS asked (path),
      concat(regexp_replace(field, '\\[\\d+\\]', '', 'g'), '.') AS plain
    WHERE starts_with(plain, path || '.') OR starts_with(path || '.', plain))`;

/** What differs between two versions of a row's columns, in the order of its paths; of the fields that are asked for where some are. */
export const fieldDifferences = (
  before: FlatValue,
  after: FlatValue,
  fields: readonly string[] | undefined,
): Difference[] =>
  differences(before, after)
    .filter(({ field }) => !fields || fields.some((path) => overlapsPath(path, field)))
    .sort((a, b) => (a.field < b.field ? -1 : 1));
