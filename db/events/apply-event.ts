import type { Kysely } from 'kysely';
import { type JobPlace, locationOf, readTrainingJobEvent } from '../../catalog/events/training-job-event.ts';
import { trainingJob } from '../../catalog/training-job/definition.ts';
import type { DatabaseSchema } from '../schema.ts';
import { type StoreOptions, storeRows } from '../store/store-rows.ts';

/** The outcome of an event. */
export type AppliedEvent =
  | {
      readonly outcome: 'new' | 'changed' | 'unchanged';
      readonly job: JobPlace;
      /** Whether the row has the event's content and lacks what only a describe returns. */
      readonly isIncomplete: boolean;
    }
  | { readonly outcome: 'ignored' | 'refused'; readonly reason: string };

/**
 * Stores an event of a training job. Repeated events and those older than the row change nothing. Throws errors of the database, after which
 * the event should be delivered again.
 */
export async function applyEvent(
  db: Kysely<DatabaseSchema>,
  document: unknown,
  options: StoreOptions = {},
): Promise<AppliedEvent> {
  const event = readTrainingJobEvent(document);
  if (event.kind === 'other') return { outcome: 'ignored', reason: event.reason };
  if (event.kind === 'broken') return { outcome: 'refused', reason: event.reason };
  const { row, region } = event;
  const [stored] = await storeRows(db, trainingJob, [{ row, region, source: 'part' }], options);
  return {
    outcome: stored?.outcome ?? 'unchanged',
    job: locationOf(row),
    isIncomplete: stored?.completeness === 'searched',
  };
}
