import type { BasicType, ColumnSource } from 'hyparquet-writer';
import { ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import type { FlatColumn, FlatRow } from '../../../db/query/flat-columns.ts';

/** The number of rows per row group, which are held in memory until it is written. */
const rowsOfGroup = 10_000;

const types: Record<FlatColumn['kind'], BasicType> = {
  string: 'STRING',
  json: 'STRING',
  boolean: 'BOOLEAN',
  int32: 'INT32',
  int64: 'INT64',
  float: 'DOUBLE',
  timestamp: 'TIMESTAMP',
};

/** Writes Apache Parquet: typed columns, lists, maps and structs as JSON text; one row group after the other. */
export async function* writeParquet(
  columns: readonly FlatColumn[],
  batches: AsyncIterable<readonly FlatRow[]>,
): AsyncGenerator<Uint8Array> {
  const bytes = new ByteWriter();
  const source = (rows: readonly FlatRow[]): ColumnSource[] =>
    columns.map(({ name, kind }, index) => ({
      name,
      type: types[kind],
      data: rows.map((row) => cell(kind, row[`c${index}`])),
    }));
  const parquet = new ParquetWriter({
    writer: bytes,
    schema: schemaFromColumnData({ columnData: source([]) }),
    createdBy: 'sagecat',
  });
  /** Takes the bytes written since the last call; the writer continues its offsets from there. */
  const take = (): Uint8Array => {
    const taken = bytes.getBytes().slice();
    bytes.index = 0;
    return taken;
  };
  let held: FlatRow[] = [];
  const writeGroup = async () => {
    await parquet.write({ columnData: source(held), rowGroupSize: rowsOfGroup });
    held = [];
  };
  for await (const rows of batches) {
    held.push(...rows);
    if (held.length < rowsOfGroup) continue;
    await writeGroup();
    yield take();
  }
  await writeGroup();
  await parquet.finish();
  yield take();
}

function cell(kind: FlatColumn['kind'], value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  switch (kind) {
    case 'int32':
      return Number(value);
    case 'int64':
      return BigInt(String(value));
    case 'timestamp':
      return new Date(String(value));
    case 'float':
      return Number(value);
    default:
      return value;
  }
}
