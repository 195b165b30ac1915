import { type Kysely, sql } from 'kysely';
import type { DatabaseSchema } from '../schema.ts';

/** An account that a source of accounts, such as an organization, knows. */
export interface DiscoveredAccount {
  readonly id: string;
  readonly name: string | null;
  readonly status: 'active' | 'suspended';
}

/** The accounts of a source that are younger than the lifetime; undefined where they must be asked for again. Suspended ones are among them. */
export async function readDiscoveredAccounts(
  db: Kysely<DatabaseSchema>,
  source: string,
  { lifetimeSeconds }: { readonly lifetimeSeconds: number },
): Promise<DiscoveredAccount[] | undefined> {
  const { rows } = await sql<{
    id: string;
    name: string | null;
    status: 'active' | 'suspended' | 'gone';
    is_fresh: boolean;
  }>`
    SELECT account_id AS id, name, status, discovered_at > now() - ${lifetimeSeconds} * interval '1 second' AS is_fresh
    FROM crawl_account WHERE source = ${source} ORDER BY account_id`.execute(db);
  if (!rows.some(({ is_fresh }) => is_fresh)) return undefined;
  return rows.flatMap(({ id, name, status }) => (status === 'gone' ? [] : [{ id, name, status }]));
}

/**
 * Keeps what a source knows now. Accounts that it no longer names are gone; those and suspended ones are retired: they no longer count
 * as covered or not covered. Their rows stay.
 */
export async function saveDiscoveredAccounts(
  db: Kysely<DatabaseSchema>,
  source: string,
  accounts: readonly DiscoveredAccount[],
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`UPDATE crawl_account SET status = 'gone' WHERE source = ${source}`.execute(trx);
    await sql`
      INSERT INTO crawl_account (account_id, name, source, status, discovered_at)
      SELECT id, name, ${source}, status, now()
      FROM json_to_recordset(${JSON.stringify(accounts)}::json) AS found (id text, name text, status text)
      ON CONFLICT (account_id) DO UPDATE SET
        name = excluded.name, source = excluded.source, status = excluded.status, discovered_at = excluded.discovered_at`.execute(
      trx,
    );
    await sql`
      DELETE FROM crawl_coverage USING crawl_account
      WHERE crawl_account.account_id = crawl_coverage.account_id AND source = ${source} AND crawl_account.status <> 'active'`.execute(
      trx,
    );
  });
}

/** The regions that were on in an account, if that was asked within the lifetime. */
export async function readDiscoveredRegions(
  db: Kysely<DatabaseSchema>,
  accountId: string,
  { lifetimeSeconds }: { readonly lifetimeSeconds: number },
): Promise<string[] | undefined> {
  const { rows } = await sql<{ region: string; is_fresh: boolean }>`
    SELECT region, discovered_at > now() - ${lifetimeSeconds} * interval '1 second' AS is_fresh
    FROM crawl_region WHERE account_id = ${accountId} ORDER BY region`.execute(db);
  return rows.some(({ is_fresh }) => is_fresh) ? rows.map(({ region }) => region) : undefined;
}

export async function saveDiscoveredRegions(
  db: Kysely<DatabaseSchema>,
  accountId: string,
  regions: readonly string[],
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`DELETE FROM crawl_region WHERE account_id = ${accountId}`.execute(trx);
    await sql`
      INSERT INTO crawl_region (account_id, region, discovered_at)
      SELECT ${accountId}, region, now() FROM unnest(${regions}::text[]) AS region`.execute(trx);
  });
}
