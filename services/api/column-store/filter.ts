import type { FieldPath } from '../../../catalog/field-path.ts';
import type { Field } from '../../../catalog/fields.ts';
import { anyCharacter, anyText, type Pattern } from '../../../db/query/search/ast.ts';
import type { Condition, End, Test } from '../../../db/query/search/condition.ts';
import { type Codes, type NumberColumn, newColumn, type StoredColumn } from './column.ts';
import type { ColumnStore } from './column-store.ts';

/** Marks the matching rows with 1. */
export type Mask = Uint8Array;

/** Returns the rows that match a condition; undefined if it needs fields that the store does not hold. */
export function filterRows(store: ColumnStore, condition: Condition): Mask | undefined {
  const { size } = store;
  switch (condition.kind) {
    case 'all':
      return new Uint8Array(size).fill(1);
    case 'none':
      return new Uint8Array(size);
    case 'not': {
      const mask = filterRows(store, condition.condition);
      for (let row = 0; mask && row < size; row++) mask[row] = mask[row] ? 0 : 1;
      return mask;
    }
    case 'and':
    case 'or': {
      let all: Mask | undefined;
      for (const inner of condition.conditions) {
        const mask = filterRows(store, inner);
        if (!mask) return undefined;
        if (!all) all = mask;
        else join(all, mask, condition.kind);
      }
      return all;
    }
    case 'test': {
      const column = store.column(condition.field.path);
      return column && testColumn(column, condition.test, size);
    }
    case 'violates':
      return undefined;
  }
}

/** Returns the number of matching rows. */
export function countMarked(mask: Mask): number {
  let count = 0;
  for (let row = 0; row < mask.length; row++) count += mask[row] ?? 0;
  return count;
}

/** Combines a mask with another, in place. */
export function join(into: Mask, mask: Mask, kind: 'and' | 'or'): void {
  const { length } = into;
  if (kind === 'and') for (let row = 0; row < length; row++) into[row] = (into[row] ?? 0) & (mask[row] ?? 0);
  else for (let row = 0; row < length; row++) into[row] = (into[row] ?? 0) | (mask[row] ?? 0);
}

/** Returns the fields by which a condition can be answered from columns; undefined if it cannot. */
export function fieldsOf(condition: Condition): readonly FieldPath[] | undefined {
  switch (condition.kind) {
    case 'all':
    case 'none':
      return [];
    case 'not':
      return fieldsOf(condition.condition);
    case 'and':
    case 'or': {
      const fields = condition.conditions.map(fieldsOf);
      return fields.every((inner) => inner !== undefined) ? fields.flat() : undefined;
    }
    case 'test': {
      const column = newColumn(condition.field);
      return column && testColumn(column, condition.test, 0) ? [condition.field] : undefined;
    }
    case 'violates':
      return undefined;
  }
}

function testColumn(column: StoredColumn, test: Test, size: number): Mask | undefined {
  if (column.kind === 'number') return testNumbers(column, test, size);
  // A query of a whole map tests its values.
  if (column.kind === 'map' && test.kind !== 'exists') return undefined;
  const passes = textTest(column.field.field, test);
  if (!passes) return undefined;
  // Every distinct value is tested once.
  const passing = Uint8Array.from(column.texts, (text) => (text !== null && passes(text) ? 1 : 0));
  if (column.kind === 'coded') return maskOf(column.codes, passing, size);
  const lists = Uint8Array.from(column.lists, (list) => (list.some((code) => passing[code] === 1) ? 1 : 0));
  return maskOf(column.codes, lists, size);
}

/** Looks up each row's code. */
export function maskOf(codes: Codes, passing: Uint8Array, size: number): Mask {
  const mask = new Uint8Array(size);
  for (let row = 0; row < size; row++) mask[row] = passing[codes[row] ?? 0] ?? 0;
  return mask;
}

/** Returns what tests the text of a value; undefined where only the database can. */
function textTest({ kind }: Field, test: Test): ((text: string) => boolean) | undefined {
  if (test.kind === 'exists') return () => true;
  switch (kind) {
    case 'string':
    case 'string-list':
    case 'timestamp':
      return stringTest(test);
    case 'boolean':
      return test.kind === 'equals' ? (text) => /^t/.test(text) === test.value : undefined;
    case 'int32':
    case 'int64':
      return test.kind === 'equals' ? (text) => text === String(test.value) : undefined;
    // Tests of a map are of its values; the column has its keys.
    default:
      return undefined;
  }
}

function stringTest(test: Test): ((text: string) => boolean) | undefined {
  switch (test.kind) {
    case 'equals':
      return (text) => text === String(test.value);
    case 'like': {
      const pattern = regularExpression(test.pattern);
      return (text) => pattern.test(text);
    }
    case 'between':
      return (text) => within(compareText, text, test.from as End<string>, test.to as End<string>);
    default:
      return undefined;
  }
}

function regularExpression(pattern: Pattern): RegExp {
  const source = pattern.map((part) =>
    part === anyText ? '.*' : part === anyCharacter ? '.' : part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'),
  );
  return new RegExp(`^${source.join('')}$`, 'us');
}

/** Compares by code point, as UTF-8 and the database do. */
const compareText = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

function within<T>(compare: (a: T, b: T) => number, value: T, from?: End<T>, to?: End<T>): boolean {
  if (from && compare(value, from.value) < (from.inclusive ? 0 : 1)) return false;
  return !to || compare(value, to.value) <= (to.inclusive ? 0 : -1);
}

function testNumbers({ values, field }: NumberColumn, test: Test, size: number): Mask | undefined {
  const read = (value: string | bigint | number | boolean): number =>
    field.field.kind === 'timestamp' ? Date.parse(String(value)) : Number(value);
  const mask = new Uint8Array(size);
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  if (test.kind === 'equals') {
    low = read(test.value);
    high = low;
  } else if (test.kind === 'between') {
    // All values are whole, so excluding an end means starting at the next whole number.
    if (test.from) low = read(test.from.value) + (test.from.inclusive ? 0 : 1);
    if (test.to) high = read(test.to.value) - (test.to.inclusive ? 0 : 1);
  } else if (test.kind !== 'exists') {
    return undefined;
  }
  // NaN, which is null, is outside all limits.
  for (let row = 0; row < size; row++) {
    const value = values[row] ?? Number.NaN;
    mask[row] = value >= low && value <= high ? 1 : 0;
  }
  return mask;
}
