import { validationError } from './api-error.ts';
import type { PageFault } from './faults.ts';
import type { Cursor } from './page.ts';

/** What a NextToken carries. It is opaque to clients, and good only for the query that it came from. */
export interface PageToken extends Cursor {
  /** Generated jobs that existed when the listing began. */
  readonly count: number;
  /** When the listing began, in milliseconds. */
  readonly at: number;
  /** Tells apart tokens that lead to the same place. */
  readonly salt?: number;
}

/** The NextToken of an answered page: of what comes next, or of what the fault makes of that. */
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

/** Throws a ValidationException for a token that is none, or another query's. */
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
