import type { Kysely } from 'kysely';
import { pause } from '../pause.ts';
import type { DatabaseSchema } from '../schema.ts';
import type { Position } from './list-page.ts';
import type { WithDatabase } from './read-batches.ts';
import {
  type ChangeSelection,
  committedBefore,
  type PositionedChange,
  positionBefore,
  readCommittedChanges,
  transactionOf,
} from './read-changes.ts';

/** Milliseconds after which a stream of events looks for something new again. */
export const defaultPollMs = 1000;

export interface FollowOptions {
  /** Returns the selection of changes; called before each query, since a search may be relative to the time. */
  readonly selection: () => ChangeSelection;
  /** Runs a query with a database that shows only what is visible; the whole catalog if absent. */
  readonly read?: WithDatabase;
  readonly from: Position;
  /** Milliseconds between two queries if the first finds nothing; `defaultPollMs` if absent. */
  readonly pollMs?: number | undefined;
  readonly signal: AbortSignal;
}

/** The changes that one query found, in commit order, and the position to continue from. */
export interface FollowedChanges {
  readonly changes: readonly PositionedChange[];
  readonly place: Position;
}

const batchSize = 500;

/**
 * Yields the changes that are committed after a position, each once, until the signal aborts; an empty batch if a query finds nothing.
 * Polls, since the embedded database has a single session, which cannot wait for notifications.
 */
export async function* followChanges(
  db: Kysely<DatabaseSchema>,
  { selection, read = (work) => work(db), from, pollMs = defaultPollMs, signal }: FollowOptions,
): AsyncGenerator<FollowedChanges> {
  let place = from;
  while (!signal.aborted) {
    const end = await committedBefore(db);
    let changes: readonly PositionedChange[] = [];
    if (transactionOf(place) < BigInt(end)) {
      const page = { limit: batchSize, after: place, end };
      changes = await read((own) => readCommittedChanges(own, selection(), page));
      place = (changes.length === batchSize && changes.at(-1)?.place) || positionBefore(end);
    }
    yield { changes, place };
    if (changes.length < batchSize) await pause(pollMs, signal);
  }
}
