import { validationError } from './api-error.ts';
import type { PageFault } from './faults.ts';
import type { Cursor } from './page.ts';

/** The content of a NextToken, which is opaque to clients and valid only for its own query. */
export interface PageToken extends Cursor {
  /** The number of generated jobs when the listing began. */
  readonly count: number;
  /** The start of the listing, in milliseconds. */
  readonly at: number;
  /** Distinguishes tokens with the same position. */
  readonly salt?: number;
}

/** Returns the NextToken of a page: of the next position, or as the fault changes it. */
export function nextToken(
  query: string,
  asked: { readonly text: string | undefined; readonly token: PageToken | undefined },
  next: PageToken | undefined,
  fault: PageFault | undefined,
): string | undefined {
  if (fault === 'repeat' && asked.text !== undefined) return asked.text;
  const again = fault === 'repeat' && next !== undefined ? { ...next, position: 0, put: undefined } : next;
  if (again === undefined || fault === 'end') return undefined;
  return writeToken(query, { ...again, salt: fault === undefined ? 0 : (asked.token?.salt ?? 0) + 1 });
}

function writeToken(query: string, token: PageToken): string {
  const parts = [query, token.position, token.count, token.at, token.salt ?? 0, ...(token.put ?? [])];
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** Parses a NextToken. Throws a ValidationException if it is invalid or belongs to another query. */
export function readToken(query: string, text: string): PageToken {
  const parts = parse(text);
  const [of, position, count, at, salt, key, name] = Array.isArray(parts) ? (parts as unknown[]) : [];
  if (
    of !== query ||
    typeof position !== 'number' ||
    typeof count !== 'number' ||
    typeof at !== 'number' ||
    typeof salt !== 'number'
  ) {
    throw validationError('The NextToken is invalid for this request.');
  }
  const put =
    (typeof key === 'number' || typeof key === 'string') && typeof name === 'string'
      ? ([key, name] as const)
      : undefined;
  return { position, count, at, put, salt };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return undefined;
  }
}
