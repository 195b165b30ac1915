import { type Kysely, sql } from 'kysely';
import type { DatabaseSchema } from '../schema.ts';
import type { TargetKey } from './target-key.ts';

// A row per target, not an advisory lock: the embedded database has a single session, which owns every lock.

/** Takes or renews the lease of a target for some seconds; returns its current holder. */
export async function takeLease(
  db: Kysely<DatabaseSchema>,
  target: TargetKey,
  { holder, seconds }: { readonly holder: string; readonly seconds: number },
): Promise<{ readonly holder: string; readonly expires_at: string }> {
  const taken = await sql<{ holder: string; expires_at: string }>`
    INSERT INTO crawl_lease AS held (resource_type, account_id, region, holder, expires_at)
    VALUES (${target.resourceType}, ${target.accountId}, ${target.region}, ${holder}, clock_timestamp() + ${seconds} * interval '1 second')
    ON CONFLICT (resource_type, account_id, region) DO UPDATE SET holder = excluded.holder, expires_at = excluded.expires_at
    WHERE held.holder = excluded.holder OR held.expires_at < clock_timestamp()
    RETURNING holder, expires_at`.execute(db);
  const own = taken.rows[0];
  if (own) return own;
  const held = await sql<{ holder: string; expires_at: string }>`
    SELECT holder, expires_at FROM crawl_lease WHERE ${ofTarget(target)}`.execute(db);
  return held.rows[0] ?? takeLease(db, target, { holder, seconds });
}

/** Releases a lease if it is still the holder's. */
export async function releaseLease(db: Kysely<DatabaseSchema>, target: TargetKey, holder: string): Promise<void> {
  await sql`DELETE FROM crawl_lease WHERE ${ofTarget(target)} AND holder = ${holder}`.execute(db);
}

const ofTarget = ({ resourceType, accountId, region }: TargetKey) => sql`
  resource_type = ${resourceType} AND account_id = ${accountId} AND region = ${region}`;
