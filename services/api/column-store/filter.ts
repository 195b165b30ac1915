import { anyCharacter, anyText, type Pattern } from '../../../db/query/search/ast.ts';
import type { Condition, End, Test } from '../../../db/query/search/condition.ts';
import type { CodedColumn, ListColumn, NumberColumn, StoredColumn } from './column.ts';
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

function testColumn(column: StoredColumn, test: Test, size: number): Mask | undefined {
  if (column.kind === 'number') return testNumbers(column, test, size);
  // A query of a whole map looks at its values.
  if (column.kind === 'map') return undefined;
  const passing = column.kind === 'coded' ? passingTexts(column, test) : passingLists(column, test);
  return passing && maskOf(column.codes, passing, size);
}

/** Tests every distinct value once. */
function passingTexts({ texts, field }: CodedColumn, test: Test): Uint8Array | undefined {
  const passes = textTest(test);
  if (!passes) return undefined;
  const isBoolean = field.field.kind === 'boolean';
  return Uint8Array.from(texts, (text) =>
    text !== null && passes(isBoolean ? String(text === 'true' || text === 't') : text) ? 1 : 0,
  );
}

/** Returns the lists that contain a matching text. */
function passingLists({ lists, texts }: ListColumn, test: Test): Uint8Array | undefined {
  const passes = textTest(test);
  if (!passes) return undefined;
  const passing = Uint8Array.from(texts, (text) => (passes(text) ? 1 : 0));
  return Uint8Array.from(lists, (list) => (list.some((code) => passing[code] === 1) ? 1 : 0));
}

/** Looks up each row's code. */
export function maskOf(codes: Int32Array, passing: Uint8Array, size: number): Mask {
  const mask = new Uint8Array(size);
  for (let row = 0; row < size; row++) mask[row] = passing[codes[row] ?? 0] ?? 0;
  return mask;
}

function textTest(test: Test): ((text: string) => boolean) | undefined {
  switch (test.kind) {
    case 'exists':
      return () => true;
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
