import { parseAllDocuments } from 'yaml';
import { parseJson } from '../exact-json.ts';
import { yamlErrorText } from './yaml-error-text.ts';

/** A document within a text, or why it could not be read. */
export type ReadDocument =
  | { readonly position: string; readonly value: unknown }
  | { readonly position: string; readonly error: string };

/**
 * Returns the documents of a YAML or JSON text: YAML of one or more documents, one JSON object, an array, or a `List` of kubectl, each of
 * whose items is a document. Positions are for messages: `document 2`, `document 1, item 3`. Integers beyond
 * 2^53 are bigints.
 */
export function readDocuments(text: string): ReadDocument[] {
  if (/^\s*[[{]/.test(text)) {
    try {
      return items(parseJson(text), '');
    } catch {
      // YAML may start with a brace as well.
    }
  }
  return parseAllDocuments(text, { intAsBigInt: true, version: '1.2', logLevel: 'silent' }).flatMap(
    (document, index): ReadDocument[] => {
      const position = `document ${index + 1}`;
      const [error] = document.errors;
      if (error) {
        const [start] = error.linePos ?? [];
        const place = start ? ` at line ${start.line}, column ${start.col}` : '';
        return [{ position, error: `${yamlErrorText(error)}${place}` }];
      }
      try {
        const value = narrow(document.toJS({ maxAliasCount: 100 }));
        return value === null ? [] : items(value, position);
      } catch (thrown) {
        // toJS throws this for a valid document; its message quotes the alias.
        if (thrown instanceof ReferenceError) return [{ position, error: 'an alias that leads nowhere, or too many' }];
        throw thrown;
      }
    },
  );
}

function items(value: unknown, position: string): ReadDocument[] {
  const list = Array.isArray(value) ? value : itemsOfList(value);
  if (!list) return [{ position: position || 'document 1', value }];
  return list.map((item, index) => ({
    position: `${position === '' ? '' : `${position}, `}item ${index + 1}`,
    value: item,
  }));
}

/** Returns the items of a `kind: List`, or of a kind's own list; undefined if the value is not a list. */
export function itemsOfList(value: unknown): unknown[] | undefined {
  if (typeof value !== 'object' || value === null || !('items' in value) || !('kind' in value)) return undefined;
  return typeof value.kind === 'string' && value.kind.endsWith('List') && Array.isArray(value.items)
    ? value.items
    : undefined;
}

/** Converts YAML's integers to numbers if they are exact. */
function narrow(value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  if (Array.isArray(value)) return value.map(narrow);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, narrow(held)]));
}
