import { type Kysely, sql } from 'kysely';
import type { DatabaseSchema } from '../schema.ts';

/** A cached result. Times are ISO 8601. */
export interface CachedDiscovery {
  /** Null if there never was a result. */
  readonly value: unknown;
  readonly discovered_at: string | null;
  readonly tried_at: string;
  /** Why the last attempt failed; null if it did not. */
  readonly problem: string | null;
}

/** Returns the cached results of these subjects, if they belong to the same request (`scope`). */
export async function readDiscoveryCache(
  db: Kysely<DatabaseSchema>,
  subjects: readonly string[],
  scope: string,
): Promise<Map<string, CachedDiscovery>> {
  const rows = await db
    .selectFrom('discovery_cache')
    .select(['subject', 'value', 'discovered_at', 'tried_at', 'problem'])
    .where('subject', '=', sql<string>`ANY(${subjects})`)
    .where('scope', '=', scope)
    .execute();
  return new Map(rows.map(({ subject, ...answer }) => [subject, answer]));
}

/** Caches a result. */
export async function saveDiscovery(
  db: Kysely<DatabaseSchema>,
  { subject, scope, value, at }: { subject: string; scope: string; value: unknown; at: Date },
): Promise<void> {
  await sql`
    INSERT INTO discovery_cache (subject, scope, value, discovered_at, tried_at)
    VALUES (${subject}, ${scope}, ${JSON.stringify(value)}, ${at}, ${at})
    ON CONFLICT (subject) DO UPDATE SET scope = excluded.scope, value = excluded.value,
      discovered_at = excluded.discovered_at, tried_at = excluded.tried_at, problem = NULL`.execute(db);
}

/** Records a failed attempt; an earlier result of the same request stays. */
export async function recordDiscoveryFailure(
  db: Kysely<DatabaseSchema>,
  { subject, scope, problem, at }: { subject: string; scope: string; problem: string; at: Date },
): Promise<void> {
  await sql`
    INSERT INTO discovery_cache AS held (subject, scope, tried_at, problem)
    VALUES (${subject}, ${scope}, ${at}, ${problem})
    ON CONFLICT (subject) DO UPDATE SET tried_at = excluded.tried_at, problem = excluded.problem, scope = excluded.scope,
      value = CASE WHEN held.scope = excluded.scope THEN held.value END,
      discovered_at = CASE WHEN held.scope = excluded.scope THEN held.discovered_at END`.execute(db);
}
