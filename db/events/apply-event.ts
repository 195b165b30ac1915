import type { Kysely } from 'kysely';
import { locationOf, type ResourceLocation, readResourceEvent } from '../../catalog/events/resource-event.ts';
import type { DatabaseSchema } from '../schema.ts';
import { type StoreOptions, storeRows } from '../store/store-rows.ts';

/** The outcome of an event. */
export type AppliedEvent =
  | {
      readonly outcome: 'new' | 'changed' | 'unchanged';
      readonly job: ResourceLocation;
      /** Whether the row has the event's content and lacks what only a describe returns. */
      readonly isIncomplete: boolean;
    }
  | { readonly outcome: 'ignored' | 'refused'; readonly reason: string };

/**
 * Stores an event of a resource. Repeated events and those older than the row change nothing. Throws errors of the database, after which
 * the event should be delivered again.
 */
export async function applyEvent(
  db: Kysely<DatabaseSchema>,
  document: unknown,
  options: StoreOptions = {},
): Promise<AppliedEvent> {
  const event = readResourceEvent(document);
  if (event.kind === 'other') return { outcome: 'ignored', reason: event.reason };
  if (event.kind === 'broken') return { outcome: 'refused', reason: event.reason };
  const { type, row, region } = event;
  const [stored] = await storeRows(db, type, [{ row, region, source: 'part' }], options);
  return {
    outcome: stored?.outcome ?? 'unchanged',
    job: locationOf(type, row),
    isIncomplete: stored?.completeness === 'searched',
  };
}
