import { type FieldPath, isRepeated, isScalar } from '../../../catalog/field-path.ts';

/** The maximum numbers of distinct texts, lists and maps in a column: beyond them most belong to a single row. */
const maxTexts = 300_000;
const maxLists = 100_000;

/** The values of a field, one per row, in the store's row order. */
export type StoredColumn = ScalarColumn | ListColumn | MapColumn;
export type ScalarColumn = CodedColumn | NumberColumn;

/** A code for each row, as small as the codes allow. */
export type Codes = Uint8Array | Uint16Array | Int32Array;

/** A column with few distinct values, each stored once: a row holds the value's code. Code 0 is null. */
export interface CodedColumn {
  readonly kind: 'coded';
  readonly field: FieldPath;
  codes: Codes;
  /** Text by code, in the database's form; code 0 is null. */
  readonly texts: (string | null)[];
  readonly codeOf: Map<string, number>;
}

/** 32-bit integers, or milliseconds since 1970. NaN is null. */
export interface NumberColumn {
  readonly kind: 'number';
  readonly field: FieldPath;
  values: Float64Array;
}

/**
 * Several distinct texts per row: tags, keys of a map, or a member of the elements of a list. Each distinct list and text is stored once; a
 * row holds its list's code, 0 for none.
 */
export interface ListColumn {
  readonly kind: 'list';
  readonly field: FieldPath;
  codes: Codes;
  /** The codes of a list's texts, by the list's code. */
  readonly lists: Int32Array[];
  /** List codes by the codes of their texts. */
  readonly listOf: Map<string, number>;
  readonly texts: string[];
  readonly codeOf: Map<string, number>;
}

/** Maps of texts, such as tags by key: the list of a map's keys, and the values in the same order. */
export interface MapColumn extends Omit<ListColumn, 'kind'> {
  readonly kind: 'map';
  /** The values of a map in the order of its keys, by the map's code. */
  readonly values: (readonly string[])[];
}

/** Returns an empty column for a field, of a map for its keys; undefined for structs, which have no value of their own. */
export function newColumn(field: FieldPath): StoredColumn | undefined {
  const { kind } = field.field;
  if (kind === 'struct' || kind === 'struct-list') return undefined;
  if (isRepeated(field) || !isScalar(field)) {
    return { kind: 'list', field, ...noLists() };
  }
  // Times within structs are text of any precision; 64-bit integers and floats are kept as text, which is exact.
  if (kind === 'int32' || (kind === 'timestamp' && field.steps.length === 0)) {
    return { kind: 'number', field, values: new Float64Array(0) };
  }
  return codedColumn(field);
}

/** Returns an empty column for a map of which there are few: it has the values of every key. */
export const newMapColumn = (field: FieldPath): MapColumn => ({ kind: 'map', field, ...noLists(), values: [[]] });

const noLists = () => ({
  codes: new Uint8Array(0),
  lists: [new Int32Array(0)],
  listOf: new Map([['', 0]]),
  texts: [],
  codeOf: new Map(),
});

const codedColumn = (field: FieldPath): CodedColumn => ({
  kind: 'coded',
  field,
  codes: new Uint8Array(0),
  texts: [null],
  codeOf: new Map(),
});

/** Returns the values of one key of a map as a separate column. */
export function columnOfKey(map: MapColumn, field: FieldPath, key: string): CodedColumn {
  const column = codedColumn(field);
  const keyCode = map.codeOf.get(key) ?? -1;
  const codeOfMap = Int32Array.from(map.lists, (keys, code) => {
    const text = map.values[code]?.[keys.indexOf(keyCode)];
    return text === undefined ? 0 : codeOf(column, text);
  });
  column.codes = Int32Array.from(map.codes, (code) => codeOfMap[code] ?? 0);
  return column;
}

/** Returns whether a column has few enough distinct values to be worth its memory; the database answers for others. */
export const isHoldable = (column: StoredColumn): boolean =>
  column.kind === 'number' ||
  (column.texts.length <= maxTexts && (column.kind === 'coded' || column.lists.length <= maxLists));

/** Returns how many rows a column has room for. */
export const capacityOf = (column: StoredColumn): number =>
  column.kind === 'number' ? column.values.length : column.codes.length;

/** Returns roughly how many bytes a column takes. */
export function sizeOf(column: StoredColumn): number {
  if (column.kind === 'number') return 8 * column.values.length + 1;
  const texts = column.texts.reduce((sum, text) => sum + 100 + (text?.length ?? 0), 0);
  const lists = column.kind !== 'coded' ? column.lists.reduce((sum, list) => sum + 200 + 10 * list.length, 0) : 0;
  return texts + lists + column.codes.byteLength;
}

/** Increases a column's capacity and keeps its values. */
export function growColumn(column: StoredColumn, capacity: number): void {
  if (column.kind === 'number') {
    const grown = new Float64Array(capacity).fill(Number.NaN);
    grown.set(column.values);
    column.values = grown;
  } else column.codes = withCodes(column.codes, newCodes(capacity, limitOf(column.codes)));
}

/** Returns zeros for codes below a limit. */
export function newCodes(length: number, limit: number): Codes {
  if (limit <= 2 ** 8) return new Uint8Array(length);
  return limit <= 2 ** 16 ? new Uint16Array(length) : new Int32Array(length);
}

/** Returns the number above all codes that fit. */
const limitOf = ({ BYTES_PER_ELEMENT }: Codes): number => 2 ** (8 * BYTES_PER_ELEMENT);

/** Sets the first of some codes to others, and returns them. */
export function withCodes(from: Codes, to: Codes): Codes {
  to.set(from);
  return to;
}

function setCode(column: Exclude<StoredColumn, NumberColumn>, row: number, code: number): void {
  if (code >= limitOf(column.codes)) column.codes = withCodes(column.codes, newCodes(column.codes.length, code + 1));
  column.codes[row] = code;
}

/** Sets a row's value from the database's text: of a list, an array in JSON. */
export function setValue(column: StoredColumn, row: number, text: string | null): void {
  switch (column.kind) {
    case 'number':
      column.values[row] =
        text === null ? Number.NaN : column.field.field.kind === 'timestamp' ? Date.parse(text) : Number(text);
      break;
    case 'coded':
      setCode(column, row, text === null ? 0 : codeOf(column, text));
      break;
    case 'list':
      setCode(column, row, text === null ? 0 : listCode(column, JSON.parse(text) ?? []));
      break;
    case 'map':
      setCode(column, row, text === null ? 0 : addMap(column, Object.entries(JSON.parse(text) ?? {})));
  }
}

/** Returns the code of a list of texts, in which null counts as absent. */
function listCode(column: ListColumn, held: readonly (string | null)[]): number {
  const codes = new Set<number>();
  for (const text of held) if (text !== null) codes.add(codeOf(column, text));
  return addList(column, Int32Array.from(codes));
}

/** Returns the code of a list of codes, a new one if it has none. */
export function addList(column: ListColumn, list: Int32Array): number {
  return knownList(column, list.join(), list).code;
}

/** Returns the code of a map, a new one if it has none. */
export function addMap(column: MapColumn, held: readonly [key: string, value: string][]): number {
  const keys = Int32Array.from(held, ([key]) => codeOf(column, key));
  const values = held.map(([, value]) => value);
  const { code, isNew } = knownList(column, held.length === 0 ? '' : `${keys.join()} ${JSON.stringify(values)}`, keys);
  if (isNew) column.values.push(values);
  return code;
}

function knownList({ lists, listOf }: ListColumn | MapColumn, key: string, list: Int32Array) {
  const known = listOf.get(key);
  if (known !== undefined) return { code: known, isNew: false };
  const code = lists.push(list) - 1;
  listOf.set(key, code);
  return { code, isNew: true };
}

/** Returns the code of a text, a new one if it has none. */
export function codeOf(column: Exclude<StoredColumn, NumberColumn>, text: string): number {
  const known = column.codeOf.get(text);
  if (known !== undefined) return known;
  const code = column.texts.push(text) - 1;
  column.codeOf.set(text, code);
  return code;
}
