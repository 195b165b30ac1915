import type { Field, ScalarKind } from '../../catalog/fields.ts';

const scalarTypes: Record<ScalarKind, string> = {
  string: 'text',
  boolean: 'boolean',
  int32: 'integer',
  int64: 'bigint',
  float: 'double precision',
  timestamp: 'timestamptz(3)',
};

/** Returns the PostgreSQL type of a column: scalars have their own; structs, lists and maps are `jsonb`. */
export const columnType = (field: Field): string =>
  field.kind in scalarTypes ? scalarTypes[field.kind as ScalarKind] : 'jsonb';
