import { type Kysely, sql } from 'kysely';
import type { DatabaseSchema } from '../schema.ts';
import type { RetiredAccount } from './accounts.ts';

/** Marks the coverage of accounts as retired, with the reason. Their rows and times stay. */
export async function retireCoverage(db: Kysely<DatabaseSchema>, accounts: readonly RetiredAccount[]): Promise<void> {
  if (accounts.length === 0) return;
  await sql`
    UPDATE crawl_coverage AS held SET status = 'retired', reason = retired.reason
    FROM json_to_recordset(${JSON.stringify(accounts)}::json) AS retired (id text, reason text)
    WHERE held.account_id = retired.id AND (held.status, held.reason) IS DISTINCT FROM ('retired', retired.reason)`.execute(
    db,
  );
}

/** Marks the coverage of an account's regions as unsupported, except for the given ones. */
export async function markRegionsUnsupported(
  db: Kysely<DatabaseSchema>,
  accounts: readonly { readonly id: string; readonly regions: readonly string[] }[],
  reason: string,
): Promise<void> {
  if (accounts.length === 0) return;
  await sql`
    UPDATE crawl_coverage AS held SET status = 'unsupported', reason = ${reason}
    FROM json_to_recordset(${JSON.stringify(accounts)}::json) AS account (id text, regions json)
    WHERE held.account_id = account.id AND held.status <> 'unsupported'
      AND held.region NOT IN (SELECT json_array_elements_text(account.regions))`.execute(db);
}

/** A region in which nothing can be crawled, according to the last attempt. */
export interface UnsupportedRegion {
  readonly account_id: string;
  readonly region: string;
  readonly reason: string | null;
  /** ISO 8601. */
  readonly attempted_at: string;
}

/** Returns the regions of these accounts in which every resource type was found to be unsupported, by account and region. */
export async function readUnsupported(
  db: Kysely<DatabaseSchema>,
  accountIds: readonly string[],
): Promise<UnsupportedRegion[]> {
  const { rows } = await sql<UnsupportedRegion>`
    SELECT account_id, region, min(reason) AS reason, max(attempted_at) AS attempted_at FROM crawl_coverage
    WHERE account_id = ANY(${accountIds})
    GROUP BY account_id, region HAVING bool_and(status = 'unsupported')
    ORDER BY account_id, region`.execute(db);
  return rows;
}
