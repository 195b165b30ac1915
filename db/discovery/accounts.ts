import { type Kysely, sql } from 'kysely';
import type { DatabaseSchema } from '../schema.ts';

/** An account of an organization, and whether it is crawled. */
export interface OrganizationAccount {
  readonly id: string;
  readonly name: string | null;
  /** Why it is no longer crawled; undefined if it is crawled. */
  readonly retired?: string | undefined;
}

/** An account that is not crawled any more. */
export interface RetiredAccount {
  readonly id: string;
  readonly name: string | null;
  readonly reason: string;
}

/**
 * Records the accounts of an organization (`source`). Accounts found earlier that are no longer in it are retired with the reason `gone`.
 * Returns every retired account that was ever crawled, by id.
 */
export async function recordAccounts(
  db: Kysely<DatabaseSchema>,
  { source, accounts, gone }: { source: string; accounts: readonly OrganizationAccount[]; gone: string },
): Promise<RetiredAccount[]> {
  const found = accounts.map(({ id, name, retired = null }) => ({ id, name, retired }));
  return db.transaction().execute(async (trx) => {
    await sql`
      INSERT INTO discovered_account AS held (account_id, source, name, status, changed_at)
      SELECT id, ${source}, name, 'active', now()
      FROM json_to_recordset(${JSON.stringify(found)}::json) AS found (id text, name text, retired text)
      WHERE retired IS NULL
      ON CONFLICT (account_id) DO UPDATE SET source = excluded.source, name = excluded.name, status = 'active', reason = NULL, changed_at = now()
      WHERE (held.source, held.name, held.status) IS DISTINCT FROM (excluded.source, excluded.name, 'active')`.execute(
      trx,
    );
    // An account that was never active is not recorded as retired: the catalog has nothing of it.
    await sql`
      UPDATE discovered_account AS held
      SET status = 'retired', reason = coalesce(found.retired, ${gone}), changed_at = now()
      FROM discovered_account AS own
        LEFT JOIN json_to_recordset(${JSON.stringify(found)}::json) AS found (id text, name text, retired text) ON found.id = own.account_id
      WHERE held.account_id = own.account_id AND own.source = ${source}
        AND (found.id IS NULL OR found.retired IS NOT NULL)
        AND (own.status, own.reason) IS DISTINCT FROM ('retired', coalesce(found.retired, ${gone}))`.execute(trx);
    const { rows } = await sql<RetiredAccount>`
      SELECT account_id AS id, name, reason FROM discovered_account
      WHERE source = ${source} AND status = 'retired' ORDER BY account_id`.execute(trx);
    return rows;
  });
}
