import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { databaseSecret } from '../../db/access/database-secret.ts';
import type { Database } from '../../db/database.ts';
import type { Position } from '../../db/query/list-page.ts';
import { ProblemError } from './problem.ts';

/** What a cursor remembers: where the page ended, and the moment that `now` means on all pages of one list. */
export interface Cursor extends Position {
  readonly now?: number | undefined;
}

/** Writes and reads the cursors of one query of one caller. */
export interface CursorSigner {
  /** The text is opaque to the caller. */
  write(position: Cursor): string;
  /** Throws a ProblemError where the text is no cursor, or one of another query or caller. */
  read(text: string): Cursor;
}

const signatureLength = 22;

/**
 * Cursors are signed with a key of the database: a place that nobody was told is no place to begin at. They hold over restarts and on every
 * process over one database. To be called before a transaction is open.
 *
 * @param query what must be the same on all pages, the route among it
 */
export async function cursorSigner(
  database: Database,
  { caller }: Pick<FastifyRequest, 'caller'>,
  query: readonly unknown[],
): Promise<CursorSigner> {
  const key = await databaseSecret(database, 'cursors');
  const signed = JSON.stringify([caller.id, ...query]);
  const signatureOf = (body: string): string =>
    createHmac('sha256', key).update(`${signed}\n${body}`).digest('base64url').slice(0, signatureLength);
  return {
    write({ value, id, now }) {
      const body = Buffer.from(JSON.stringify([value, id, now])).toString('base64url');
      return `${signatureOf(body)}${body}`;
    },
    read(text) {
      const body = text.slice(signatureLength);
      if (!isSame(text.slice(0, signatureLength), signatureOf(body))) {
        throw new ProblemError(
          400,
          'the cursor is damaged, or of another query or another key; leave it out to begin at the first page',
          { parameter: 'cursor' },
        );
      }
      // The signature holds: these are the three values that were written.
      const [value, id, now] = JSON.parse(Buffer.from(body, 'base64url').toString()) as [
        string | null,
        number,
        number?,
      ];
      return { value, id, now: now ?? undefined };
    },
  };
}

/** Compares the texts and not what they decode to: base64url can write the same bytes in several ways. */
function isSame(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}
