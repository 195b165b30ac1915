import type { FieldPath } from '../../../catalog/field-path.ts';

/** The values of a field, one per row, in the store's row order. */
export type StoredColumn = ScalarColumn | ListColumn;
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

/** Returns an empty column for a field; undefined for floats and 64-bit integers, which would not be exact. */
export function newColumn(field: FieldPath): StoredColumn | undefined {
  switch (field.field.kind) {
    case 'string':
    case 'boolean':
      return { kind: 'coded', field, codes: new Int32Array(0), texts: [null], codeOf: new Map() };
    case 'int32':
    case 'timestamp':
      return { kind: 'number', field, values: new Float64Array(0) };
    case 'string-list':
      if (field.steps.length > 0) return undefined;
      return {
        kind: 'list',
        field,
        codes: new Int32Array(0),
        lists: [new Int32Array(0)],
        codeOf: new Map(),
        texts: [],
        textCodeOf: new Map(),
      };
    default:
      return undefined;
  }
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
  const known = column.codeOf.get(text);
  const code =
    known ?? (column.kind === 'list' ? column.lists.push(codesOf(column, text)) : column.texts.push(text)) - 1;
  if (known === undefined) column.codeOf.set(text, code);
  column.codes[row] = code;
}

/** Returns the codes of the texts of a list in JSON. */
function codesOf({ texts, textCodeOf }: ListColumn, json: string): Int32Array {
  const list = new Set((JSON.parse(json) ?? []) as string[]);
  return Int32Array.from(list, (text) => {
    const known = textCodeOf.get(text);
    if (known !== undefined) return known;
    const code = texts.push(text) - 1;
    textCodeOf.set(text, code);
    return code;
  });
}
