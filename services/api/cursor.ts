import { createHash } from 'node:crypto';
import type { Position } from '../../db/query/list-page.ts';
import { ProblemError } from './problem.ts';

/** What a cursor remembers: where the page ended, and the moment that `now` means on all pages of one list. */
export interface Cursor extends Position {
  readonly now?: number | undefined;
}

const digest = (query: unknown, body: string): string =>
  createHash('sha256').update(JSON.stringify(query)).update(body).digest('base64url').slice(0, 12);

/** Writes a cursor for the pages of one query; the text is opaque to the caller. */
export function writeCursor(query: unknown, { value, id, now }: Cursor): string {
  const body = JSON.stringify([value, id, now]);
  return `${digest(query, body)}${Buffer.from(body).toString('base64url')}`;
}

/** Reads a cursor back. Throws a ProblemError where it is none or belongs to another query. */
export function readCursor(query: unknown, text: string): Cursor {
  const body = Buffer.from(text.slice(12), 'base64url').toString();
  if (digest(query, body) !== text.slice(0, 12)) {
    throw new ProblemError(400, 'the cursor is damaged or of another query; leave it out to begin at the first page');
  }
  // The digest holds: these are the three values that writeCursor wrote.
  const [value, id, now] = JSON.parse(body) as [string | null, number, number | null];
  return { value, id, now: now ?? undefined };
}
