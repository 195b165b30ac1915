import type { FieldPath } from '../../../catalog/field-path.ts';

/** The values of a field, one per row, in the store's row order. */
export type StoredColumn = ScalarColumn | ListColumn | MapColumn;
export type ScalarColumn = CodedColumn | NumberColumn;

/** A column with few distinct values, each stored once: a row holds the value's code. Code 0 is null. */
export interface CodedColumn {
  readonly kind: 'coded';
  readonly field: FieldPath;
  codes: Int32Array;
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

/** Lists of texts, such as tags. Each distinct list and text is stored once; a row holds its list's code, 0 for none. */
export interface ListColumn {
  readonly kind: 'list';
  readonly field: FieldPath;
  codes: Int32Array;
  /** The codes of a list's distinct texts, by the list's code. */
  readonly lists: Int32Array[];
  /** List codes by the list in the database's form. */
  readonly codeOf: Map<string, number>;
  readonly texts: string[];
  readonly textCodeOf: Map<string, number>;
}

/** Maps of texts, such as tags by key: the list of a map's keys, and the values beside. */
export interface MapColumn extends Omit<ListColumn, 'kind'> {
  readonly kind: 'map';
  /** The values of a map in the order of its keys, by the map's code. */
  readonly values: (readonly string[])[];
}

const noLists = () => ({
  codes: new Int32Array(0),
  lists: [new Int32Array(0)],
  codeOf: new Map(),
  texts: [],
  textCodeOf: new Map(),
});

/** Returns an empty column for a field; undefined for floats and 64-bit integers, which would not be exact. */
export function newColumn(field: FieldPath): StoredColumn | undefined {
  switch (field.field.kind) {
    case 'string':
    case 'boolean':
      return codedColumn(field);
    case 'int32':
    case 'timestamp':
      return { kind: 'number', field, values: new Float64Array(0) };
    case 'string-list':
      return field.steps.length > 0 ? undefined : { kind: 'list', field, ...noLists() };
    case 'map':
      return field.steps.length > 0 ? undefined : { kind: 'map', field, ...noLists(), values: [[]] };
    default:
      return undefined;
  }
}

const codedColumn = (field: FieldPath): CodedColumn => ({
  kind: 'coded',
  field,
  codes: new Int32Array(0),
  texts: [null],
  codeOf: new Map(),
});

/** Returns the values of one key of a map as a column of its own. */
export function columnOfKey(map: MapColumn, field: FieldPath, key: string): CodedColumn {
  const column = codedColumn(field);
  const keyCode = map.textCodeOf.get(key) ?? -1;
  const codeOfMap = Int32Array.from(map.lists, (keys, code) => {
    const text = map.values[code]?.[keys.indexOf(keyCode)];
    return text === undefined ? 0 : textCode(column, text);
  });
  column.codes = new Int32Array(map.codes.length);
  for (let row = 0; row < map.codes.length; row++) column.codes[row] = codeOfMap[map.codes[row] ?? 0] ?? 0;
  return column;
}

/** Increases a column's capacity and keeps its values. */
export function growColumn(column: StoredColumn, capacity: number): void {
  if (column.kind === 'number') {
    const grown = new Float64Array(capacity).fill(Number.NaN);
    grown.set(column.values);
    column.values = grown;
  } else {
    const grown = new Int32Array(capacity);
    grown.set(column.codes);
    column.codes = grown;
  }
}

/** Sets a row's value from the database's text. */
export function setValue(column: StoredColumn, row: number, text: string | null): void {
  if (column.kind === 'number') {
    column.values[row] =
      text === null ? Number.NaN : column.field.field.kind === 'timestamp' ? Date.parse(text) : Number(text);
    return;
  }
  if (text === null) {
    column.codes[row] = 0;
    return;
  }
  column.codes[row] = column.kind === 'coded' ? textCode(column, text) : listCode(column, text);
}

function textCode({ texts, codeOf }: CodedColumn, text: string): number {
  const known = codeOf.get(text);
  if (known !== undefined) return known;
  const code = texts.push(text) - 1;
  codeOf.set(text, code);
  return code;
}

/** Returns the code of a list or a map in JSON. */
function listCode(column: ListColumn | MapColumn, json: string): number {
  const known = column.codeOf.get(json);
  if (known !== undefined) return known;
  const held = JSON.parse(json) ?? [];
  const code = column.lists.push(codesOf(column, column.kind === 'list' ? held : Object.keys(held))) - 1;
  if (column.kind === 'map') column.values.push(Object.values(held));
  column.codeOf.set(json, code);
  return code;
}

/** Returns the codes of distinct texts. */
function codesOf({ texts, textCodeOf }: ListColumn | MapColumn, held: readonly string[]): Int32Array {
  return Int32Array.from(new Set(held), (text) => {
    const known = textCodeOf.get(text);
    if (known !== undefined) return known;
    const code = texts.push(text) - 1;
    textCodeOf.set(text, code);
    return code;
  });
}
