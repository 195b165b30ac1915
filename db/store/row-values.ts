import { contentHash } from '../../catalog/content-hash.ts';
import type { FlatRow, FlatValue } from '../../catalog/flatten.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import type { Completeness } from '../schema.ts';
import { allColumns, searchColumns } from './observation.ts';

/** A row with its metadata, as `json_populate_recordset` reads it. */
export interface RowValues {
  readonly [column: string]: FlatValue;
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
];

/** The values of a row that is to be written. Times are ISO 8601. */
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
  content_hash: contentHash(row, allColumns(type)),
  search_hash: contentHash(row, searchColumns(type)),
});
