import type { Kysely } from 'kysely';
import { type JobPlace, placeOf, readTrainingJobEvent } from '../../catalog/events/training-job-event.ts';
import { trainingJob } from '../../catalog/training-job/definition.ts';
import type { DatabaseSchema } from '../schema.ts';
import { type StoreOptions, storeRows } from '../store/store-rows.ts';

/** What became of an event. */
export type AppliedEvent =
  | {
      readonly outcome: 'new' | 'changed' | 'unchanged';
      readonly job: JobPlace;
      /** Whether the row holds what an event tells and lacks what only a describe does. */
      readonly isIncomplete: boolean;
    }
  | { readonly outcome: 'ignored' | 'refused'; readonly reason: string };

/**
 * Stores what an event tells of a training job. An event that comes again changes nothing, nor does one that is older than what
 * is known. Throws what is wrong with the database: the event should then be delivered again.
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
    job: placeOf(row),
    isIncomplete: stored?.completeness === 'searched',
  };
}
