import type { FieldPath } from '../../../catalog/field-path.ts';
import type { Facet, Facets } from '../../../db/query/read-facets.ts';
import { typedValue } from '../../../db/query/value-sql.ts';
import type { CodedColumn, Codes, ListColumn, MapColumn, NumberColumn, StoredColumn } from './column.ts';
import type { ColumnStore } from './column-store.ts';
import { countMarked, type Mask } from './filter.ts';
import { numberText } from './number-text.ts';

interface Count {
  readonly text: string | null;
  readonly count: number;
}

/** Counts the values of fields among the rows of a mask, as `readFacets` does; returns undefined if a field is not in the store. */
export function storedFacets(
  store: ColumnStore,
  mask: Mask,
  fields: readonly FieldPath[],
  limit: number,
): Facets | undefined {
  const columns = fields.map(({ path }) => store.column(path));
  if (!columns.every((column) => column !== undefined)) return undefined;
  return { total: countMarked(mask), facets: columns.map((column) => facetOf(column, mask, limit)) };
}

function facetOf(column: StoredColumn, mask: Mask, limit: number): Facet {
  const counts = countValues(column, mask);
  const values = counts.flatMap(({ text, count }) => (text === null ? [] : { text, count })).sort(mostFrequentFirst);
  return {
    field: column.field.path,
    values: values.slice(0, limit).flatMap(({ text, count }) => {
      const value = typedValue(column.field.field, text);
      return value === null ? [] : { value, count };
    }),
    missing: counts.find(({ text }) => text === null)?.count ?? 0,
    truncated: values.length > limit,
  };
}

/** Returns how often each value occurs, including null. */
function countValues(column: StoredColumn, mask: Mask): Count[] {
  switch (column.kind) {
    case 'coded':
      return countTexts(column, mask);
    case 'list':
    case 'map':
      return countLists(column, mask);
    case 'number':
      return countNumbers(column, mask);
  }
}

const countTexts = ({ codes, texts }: CodedColumn, mask: Mask): Count[] =>
  named(texts, countCodes(codes, texts.length, mask));

function countCodes(codes: Codes, size: number, mask: Mask): Int32Array {
  const counts = new Int32Array(size);
  for (let row = 0; row < mask.length; row++) {
    if (mask[row]) {
      const code = codes[row] ?? 0;
      counts[code] = (counts[code] ?? 0) + 1;
    }
  }
  return counts;
}

/** Counts the lists first, then the texts of each list, which are the keys of a map, since there are far fewer lists than rows. */
function countLists({ codes, lists, texts }: ListColumn | MapColumn, mask: Mask): Count[] {
  const counts = new Int32Array(texts.length);
  let missing = 0;
  for (const [list, count] of countCodes(codes, lists.length, mask).entries()) {
    const held = lists[list] ?? [];
    if (held.length === 0) missing += count;
    for (const code of held) counts[code] = (counts[code] ?? 0) + count;
  }
  return [{ text: null, count: missing }, ...named(texts, counts)];
}

const named = (texts: readonly (string | null)[], counts: Int32Array): Count[] =>
  texts.map((text, code) => ({ text, count: counts[code] ?? 0 })).filter(({ count }) => count > 0);

function countNumbers(column: NumberColumn, mask: Mask): Count[] {
  const counts = new Map<number, number>();
  for (let row = 0; row < mask.length; row++) {
    const value = column.values[row] ?? Number.NaN;
    if (mask[row]) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].map(([value, count]) => ({ text: numberText(column, value), count }));
}

const mostFrequentFirst = (a: { text: string; count: number }, b: { text: string; count: number }): number =>
  b.count - a.count || Buffer.compare(Buffer.from(a.text), Buffer.from(b.text));
