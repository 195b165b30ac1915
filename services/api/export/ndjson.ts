import { type JsonRow, type RowColumn, rowJson } from '../../../db/query/row-columns.ts';
import { joinedBytes } from '../joined-bytes.ts';

/** Writes one JSON object per line. */
export async function* writeNdjson(
  columns: readonly RowColumn[],
  batches: AsyncIterable<readonly JsonRow[]>,
): AsyncGenerator<Buffer> {
  for await (const rows of batches) {
    const lines = rows.map((row) => rowJson(columns, row));
    yield joinedBytes(lines, { between: '\n', tail: '\n' });
  }
}
