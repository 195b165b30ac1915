import { stringify } from 'csv-stringify/sync';
import type { FlatColumn, FlatRow } from '../../../db/query/flat-columns.ts';

/** Writes RFC 4180 with a header line. Null is an empty field, an empty text is `""`. */
export async function* writeCsv(
  columns: readonly FlatColumn[],
  batches: AsyncIterable<readonly FlatRow[]>,
): AsyncGenerator<string> {
  const options = {
    record_delimiter: '\r\n',
    quoted_empty: false,
    quoted_match: /^$/,
    cast: { boolean: String },
  } as const;
  yield stringify([columns.map(({ name }) => name)], options);
  for await (const rows of batches) {
    yield stringify(
      rows.map((row) => columns.map((_, index) => cell(row[`c${index}`]))),
      { ...options, quoted_string: false },
    );
  }
}

const cell = (value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);
