import type { FlatRow, FlatValue } from '../../catalog/flatten.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import { maskedPaths } from '../../catalog/secrets/mask.ts';
import type { Completeness } from '../schema.ts';
import { allColumns, fingerprintsOf, isSettledRow } from './observation.ts';

/** A row with its metadata, in the form for `jsonb_populate_recordset`. */
export interface RowValues {
  readonly [column: string]: FlatValue;
  readonly account_id: string;
  readonly tags: string[] | null;
  readonly tag_map: FlatRow['tag_map'];
  readonly completeness: Completeness;
}

/** The columns that every write sets. */
export const writtenColumns = (type: AnyResourceType): string[] => [
  ...allColumns(type),
  'region',
  'completeness',
  'content_hash',
  'search_hash',
  'changed_at',
  'described_at',
  'settled',
  'masked_fields',
];

/** Returns the paths of the fields in which secrets were masked. */
export const maskedFields = (type: AnyResourceType, row: FlatRow): string[] =>
  allColumns(type)
    // The list of tags is masked wherever the map of tags is.
    .filter((name) => name !== 'tag_map')
    .flatMap((name) => maskedPaths(row[name], name));

/** Returns the values of a row to be written. Times are ISO 8601. */
export const rowValues = (
  type: AnyResourceType,
  row: FlatRow,
  metadata: {
    region: string;
    completeness: Completeness;
    changed_at: string;
    described_at: string | null;
    id?: number;
  },
): RowValues => ({
  ...row,
  ...metadata,
  content_hash: fingerprintsOf(type, row).content,
  search_hash: fingerprintsOf(type, row).search,
  masked_fields: maskedFields(type, row),
  settled: metadata.completeness === 'described' && isSettledRow(type, row),
});

/** Equal for `jsonb_populate_recordset`, and half as long, since most columns of most rows are null. */
export function withoutNulls(row: Readonly<Record<string, FlatValue>>): Record<string, FlatValue> {
  const present: Record<string, FlatValue> = {};
  for (const name in row) {
    const value = row[name];
    if (value !== null && value !== undefined) present[name] = value;
  }
  return present;
}
