import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { databaseSecret } from '../../db/access/database-secret.ts';
import type { Database } from '../../db/database.ts';
import type { Position } from '../../db/query/list-page.ts';
import { ProblemError } from './problem.ts';

/** A cursor's content: where the page ended, and the value of `now` on all pages of one list. */
export interface Cursor extends Position {
  readonly now?: number | undefined;
}

/** Writes and reads the cursors of one query of one caller. */
export interface CursorSigner {
  /** The text is opaque to the caller. */
  write(position: Cursor): string;
  /** Throws a ProblemError if the text is not a cursor, or belongs to another query or caller. */
  read(text: string): Cursor;
}

const signatureLength = 22;

/**
 * Cursors are signed with a key of the database, so a caller cannot make one up. They are valid across restarts and in every process with the
 * same database. Call this before a transaction is open.
 *
 * @param query what must be the same on all pages, including the route
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
      // The signature is valid, so these are the three values that were written.
      const [value, id, now] = JSON.parse(Buffer.from(body, 'base64url').toString()) as [
        string | null,
        number,
        number?,
      ];
      return { value, id, now: now ?? undefined };
    },
  };
}

/** Compares the texts, not the decoded bytes: base64url can write the same bytes in several ways. */
function isSame(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}
