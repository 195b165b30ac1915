import { type Kysely, sql } from 'kysely';
import type { Watch } from '../../catalog/watches/watch.ts';
import type { DatabaseSchema } from '../schema.ts';

/** A watch in the database, with its messages. Times are ISO 8601. */
export interface WatchState extends Watch {
  /** Null if it has not been evaluated yet. */
  readonly evaluated_at: string | null;
  /** The number of messages about the visible accounts. */
  readonly messages: number;
  readonly last_told_at: string | null;
}

/** Returns the watches, in order. */
export async function readWatches(db: Kysely<DatabaseSchema>): Promise<Watch[]> {
  const { rows } = await sql<{ definition: Watch }>`
    SELECT definition FROM sagecat_private.watch ORDER BY position, name`.execute(db);
  return rows.map(({ definition }) => definition);
}

/** Returns the watches with their messages about the visible accounts. */
export async function readWatchStates(
  db: Kysely<DatabaseSchema>,
  { accounts = 'all' }: { readonly accounts?: readonly string[] | 'all' } = {},
): Promise<WatchState[]> {
  const seen = accounts === 'all' ? sql`true` : sql`account_id = ANY(${accounts}::text[])`;
  const { rows } = await sql<Omit<WatchState, keyof Watch> & { definition: Watch }>`
    SELECT definition, evaluated_at, told.messages, told.last_told_at
    FROM sagecat_private.watch CROSS JOIN LATERAL (
      SELECT count(*)::int AS messages, max(created_at) AS last_told_at
      FROM sagecat_private.watch_message AS message WHERE message.watch = watch.name AND ${seen}) AS told
    ORDER BY position, name`.execute(db);
  return rows.map(({ definition, ...state }) => ({ ...definition, ...state }));
}
