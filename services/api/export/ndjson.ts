import { type JsonRow, type RowColumn, rowJson } from '../../../db/query/row-columns.ts';

/** One JSON object a line. */
export async function* writeNdjson(
  columns: readonly RowColumn[],
  batches: AsyncIterable<readonly JsonRow[]>,
): AsyncGenerator<Buffer> {
  for await (const rows of batches) {
    let text = '';
    for (const row of rows) text += `${rowJson(columns, row)}\n`;
    yield Buffer.from(text);
  }
}
