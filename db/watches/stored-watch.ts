import { type Kysely, sql } from 'kysely';
import type { Watch } from '../../catalog/watches/watch.ts';
import type { DatabaseSchema } from '../schema.ts';

/** A watch that holds, with what it told. Times are ISO 8601. */
export interface WatchState extends Watch {
  /** Null for one that was not evaluated yet. */
  readonly evaluated_at: string | null;
  /** Messages that are kept, about the accounts that may be seen. */
  readonly messages: number;
  readonly last_told_at: string | null;
}

/** Returns the watches that hold, in their order. */
export async function readWatches(db: Kysely<DatabaseSchema>): Promise<Watch[]> {
  const { rows } = await sql<{ definition: Watch }>`
    SELECT definition FROM sagecat_private.watch ORDER BY position, name`.execute(db);
  return rows.map(({ definition }) => definition);
}

/** Returns them with what they told about the accounts that may be seen. */
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
