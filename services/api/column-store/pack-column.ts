import { promisify } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { constants, zstdCompress, zstdDecompress } from 'node:zlib';
import type { FieldPath } from '../../../catalog/field-path.ts';
import {
  addList,
  addMap,
  type Codes,
  codeOf,
  growColumn,
  newCodes,
  newColumn,
  newMapColumn,
  type StoredColumn,
  withCodes,
} from './column.ts';

/** A column of some rows as it is saved. */
interface Packed {
  readonly kind: StoredColumn['kind'];
  readonly values: Float64Array | Codes;
  /** How long each distinct list is, and all of them one after the other. */
  readonly lengths?: Int32Array;
  readonly members?: Int32Array;
  readonly texts?: readonly (string | null)[];
  /** The values of maps. */
  readonly mapped?: readonly (readonly string[])[];
}

const [compress, decompress] = [promisify(zstdCompress), promisify(zstdDecompress)];

/** The shape of packed columns; what another version has packed is not read. */
export const packVersion = 1;

/** Returns the first `size` rows of a column, to be compressed. */
export function packColumn(column: StoredColumn, size: number): Buffer {
  return serialize(packed(column, size));
}

/** Compresses bytes, with a checksum. */
export const compressBytes = (bytes: Buffer): Promise<Buffer> =>
  compress(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_checksumFlag]: 1 } });

/** Returns bytes as they were before they were compressed; rejects what was damaged since. */
export const decompressBytes = (bytes: Buffer): Promise<Buffer> => decompress(bytes);

function packed(column: StoredColumn, size: number): Packed {
  switch (column.kind) {
    case 'number':
      return { kind: 'number', values: column.values.slice(0, size) };
    case 'coded':
      return { kind: 'coded', values: column.codes.slice(0, size), texts: column.texts };
    case 'list':
    case 'map': {
      const { lists, texts } = column;
      const lengths = Int32Array.from(lists, ({ length }) => length);
      return {
        kind: column.kind,
        values: column.codes.slice(0, size),
        lengths,
        members: Int32Array.from(lists.flatMap((list) => [...list])),
        texts,
        ...(column.kind === 'map' && { mapped: column.values }),
      };
    }
  }
}

/** Returns the column of a field from its bytes, with room for `capacity` rows; undefined if they are of another kind of column. */
export function unpackColumn(field: FieldPath, bytes: Buffer, capacity: number): StoredColumn | undefined {
  const packed = deserialize(bytes) as Packed;
  const { kind, values, texts = [], lengths = new Int32Array(0), members = new Int32Array(0), mapped = [] } = packed;
  const column = kind === 'map' ? newMapColumn(field) : newColumn(field);
  if (column?.kind !== kind) return undefined;
  growColumn(column, capacity);
  if (column.kind === 'number') {
    column.values.set(values);
    return column;
  }
  for (const text of texts) if (text !== null) codeOf(column, text);
  column.codes = withCodes(values as Codes, newCodes(capacity, 2 ** (8 * values.BYTES_PER_ELEMENT)));
  if (column.kind === 'coded') return column;
  let start = 0;
  for (const [code, length] of lengths.entries()) {
    const list = members.slice(start, start + length);
    const values = mapped[code] ?? [];
    if (column.kind === 'list') addList(column, list);
    else
      addMap(
        column,
        Array.from(list, (key, at) => [column.texts[key] ?? '', values[at] ?? '']),
      );
    start += length;
  }
  return column;
}
