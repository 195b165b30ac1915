// The meaning of a search query, implemented a second time and differently from db/query: over plain rows, with JavaScript's own
// comparisons and regular expressions, for a query that is data and not parsed.
import type { FlatValue } from '../../catalog/flatten.ts';

/** A query as data, together with its text. */
export type Query =
  | { readonly kind: 'and' | 'or'; readonly of: readonly Query[] }
  | { readonly kind: 'not'; readonly of: Query }
  | {
      readonly kind: 'leaf';
      readonly path: string;
      readonly passes: (value: FlatValue) => boolean;
      readonly text: string;
    }
  | { readonly kind: 'free'; readonly word: string; readonly text: string };

/** Returns the query as a user writes it. */
export function writeQuery(query: Query): string {
  switch (query.kind) {
    case 'and':
      return `(${query.of.map(writeQuery).join(' AND ')})`;
    case 'or':
      return `(${query.of.map(writeQuery).join(' OR ')})`;
    case 'not':
      return `NOT ${writeQuery(query.of)}`;
    default:
      return query.text;
  }
}

/** Returns whether a row matches. */
export function passes(query: Query, row: { readonly [column: string]: FlatValue }): boolean {
  switch (query.kind) {
    case 'and':
      return query.of.every((inner) => passes(inner, row));
    case 'or':
      return query.of.some((inner) => passes(inner, row));
    case 'not':
      return !passes(query.of, row);
    case 'leaf':
      return valuesAt(row, query.path.split('.')).some(query.passes);
    case 'free':
      return [row.training_job_name, row.failure_reason].some(
        (value) => typeof value === 'string' && lowerAscii(value).includes(lowerAscii(query.word)),
      );
  }
}

const lowerAscii = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** Returns every non-null value at a path; lists are entered, and the elements of a list of strings are its values. */
export function valuesAt(value: FlatValue, path: readonly string[]): FlatValue[] {
  if (Array.isArray(value)) return value.flatMap((element) => valuesAt(element, path));
  if (value === null) return [];
  const [name, ...rest] = path;
  if (name === undefined) return [value];
  if (typeof value !== 'object') return [];
  // A map's key may contain dots: the rest of the path is tried as a whole, too.
  const whole = path.join('.');
  if (rest.length > 0 && Object.hasOwn(value, whole)) return valuesAt(value[whole] ?? null, []);
  return Object.hasOwn(value, name) ? valuesAt(value[name] ?? null, rest) : [];
}
