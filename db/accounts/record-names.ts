import { type Kysely, sql } from 'kysely';
import { resourceTypes } from '../../catalog/resource-types.ts';
import type { DatabaseSchema } from '../schema.ts';

export interface AccountName {
  readonly id: string;
  /** Null if neither the configuration nor AWS names it. */
  readonly name: string | null;
}

/** The number of rows renamed per transaction. */
const batchSize = 500;

/**
 * Records the current names of accounts and updates the rows of renamed ones; a single query if nothing has changed. A name is not part of
 * a resource, so its rows get no new version. The next call continues an interrupted update.
 */
export async function recordAccountNames(db: Kysely<DatabaseSchema>, given: readonly AccountName[]): Promise<void> {
  const accounts = [...new Map(given.toSorted(namelessFirst).map((account) => [account.id, account])).values()];
  const { rows: behind } = await sql<{ id: string }>`
    SELECT coalesce(named.id, account.account_id) AS id
    FROM ${named(accounts)} FULL JOIN account ON account.account_id = named.id
    WHERE account.rows_named IS FALSE
      OR named.id IS NOT NULL AND (account.account_id IS NULL AND named.name IS NOT NULL
        OR account.account_id IS NOT NULL AND account.name IS DISTINCT FROM named.name)
    ORDER BY id`.execute(db);
  const ids = behind.map(({ id }) => id);
  if (ids.length === 0) return;
  const changed = accounts.filter(({ id }) => ids.includes(id));
  if (changed.length > 0) {
    await db.transaction().execute(async (trx) => {
      // Waits for concurrent inserts, which have the old name; later inserts wait for this transaction.
      await sql`LOCK TABLE account IN EXCLUSIVE MODE`.execute(trx);
      await sql`
        INSERT INTO account AS held (account_id, name, rows_named) SELECT id, name, false FROM ${named(changed)}
        ON CONFLICT (account_id) DO UPDATE SET name = excluded.name, rows_named = false
        WHERE held.name IS DISTINCT FROM excluded.name`.execute(trx);
    });
  }
  for (const id of ids) await nameRows(db, id);
}

/** If an account is given twice, the entry with a name counts. */
const namelessFirst = (a: AccountName, b: AccountName): number => Number(a.name !== null) - Number(b.name !== null);

const named = (accounts: readonly AccountName[]) =>
  sql`json_to_recordset(${JSON.stringify(accounts)}::json) AS named (id text, name text)`;

async function nameRows(db: Kysely<DatabaseSchema>, accountId: string): Promise<void> {
  const account = await db.selectFrom('account').select('name').where('account_id', '=', accountId).executeTakeFirst();
  if (!account) return;
  for (const { name: table, key } of resourceTypes) {
    const { rows } = await sql<{ id: number }>`
      SELECT id FROM ${sql.table(table)}
      WHERE account_id = ${accountId} AND account_name IS DISTINCT FROM ${account.name}
      ORDER BY ${sql.ref(key.arn)}, ${sql.ref(key.createdAt)}`.execute(db);
    for (let from = 0; from < rows.length; from += batchSize) {
      const ids = rows.slice(from, from + batchSize).map(({ id }) => id);
      // Locked in the same order as a crawl does, so that the two cannot deadlock.
      await sql`
        WITH locked AS (
          SELECT id, account_id FROM ${sql.table(table)} WHERE id = ANY(${ids})
          ORDER BY ${sql.ref(key.arn)}, ${sql.ref(key.createdAt)} FOR UPDATE)
        UPDATE ${sql.table(table)} AS held SET account_name = account.name
        FROM locked JOIN account ON account.account_id = locked.account_id
        WHERE held.id = locked.id AND held.account_name IS DISTINCT FROM account.name`.execute(db);
    }
  }
  // Unless it was renamed again in the meantime.
  await sql`
    UPDATE account SET rows_named = true WHERE account_id = ${accountId} AND name IS NOT DISTINCT FROM ${account.name}`.execute(
    db,
  );
}
