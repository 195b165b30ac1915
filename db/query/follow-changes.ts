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
  /** Which changes are meant; asked before each look, since a query may be relative to the time. */
  readonly selection: () => ChangeSelection;
  /** Runs a query with a database that shows what may be seen; the whole catalog where absent. */
  readonly read?: WithDatabase;
  readonly from: Position;
  /** Milliseconds between two queries if the first finds nothing; `defaultPollMs` if absent. */
  readonly pollMs?: number | undefined;
  readonly signal: AbortSignal;
}

/** Changes that were found at one look, in the order in which they were committed, and the place to go on from. */
export interface FollowedChanges {
  readonly changes: readonly PositionedChange[];
  readonly place: Position;
}

const batchSize = 500;

/**
 * Yields what is committed behind a place, each change once, until the signal aborts; a look that finds nothing yields an empty batch. It asks
 * the database again and again, since the embedded one has a single session that cannot wait for a notification.
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
