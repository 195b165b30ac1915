import { validationError } from './api-error.ts';
import type { Cursor } from './page.ts';

/** What a NextToken carries. It is opaque to clients, and good only for the query that it came from. */
export interface PageToken extends Cursor {
  /** Generated jobs that existed when the listing began. */
  readonly count: number;
  /** When the listing began, in milliseconds. */
  readonly at: number;
}

export function writeToken(query: string, token: PageToken): string {
  const parts = [query, token.position, token.count, token.at, ...(token.put ?? [])];
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** Throws a ValidationException for a token that is none, or another query's. */
export function readToken(query: string, text: string): PageToken {
  const parts = parse(text);
  const [of, position, count, at, key, name] = Array.isArray(parts) ? (parts as unknown[]) : [];
  if (of !== query || typeof position !== 'number' || typeof count !== 'number' || typeof at !== 'number') {
    throw validationError('The NextToken is invalid for this request.');
  }
  const put =
    (typeof key === 'number' || typeof key === 'string') && typeof name === 'string'
      ? ([key, name] as const)
      : undefined;
  return { position, count, at, put };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return undefined;
  }
}
