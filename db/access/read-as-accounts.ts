import { type Kysely, sql } from 'kysely';
import type { Database } from '../database.ts';
import type { DatabaseSchema } from '../schema.ts';
import { accountsProof, accountsSecret } from './account-token.ts';
import { MissingRoleError } from './missing-role-error.ts';

/**
 * Runs work in a read-only transaction under a role whose row-level security shows the rows of these accounts only, as for users' SQL:
 * a query that lacks the condition on accounts shows nothing more.
 */
export async function readAsAccounts<Result>(
  database: Database,
  accounts: readonly string[],
  work: (db: Kysely<DatabaseSchema>) => Promise<Result>,
): Promise<Result> {
  // The embedded database can answer nothing else while a transaction is open.
  const secret = await accountsSecret(database);
  return database.kysely
    .transaction()
    .setAccessMode('read only')
    .execute(async (trx) => {
      const { rows } = await sql<{ pid: number; at: string }>`
        SELECT pg_backend_pid() AS pid, (extract(epoch FROM transaction_timestamp()) * 1000000)::bigint::text AS at`.execute(
        trx,
      );
      const settings = accountsProof(secret, rows[0], accounts);
      await sql.raw(settings).execute(trx);
      try {
        await sql`SET LOCAL ROLE sagecat_api_reader`.execute(trx);
      } catch (error) {
        throw new MissingRoleError(
          "keys that are restricted to accounts need the database's user to be a member of sagecat_api_reader; let an administrator GRANT it",
          { cause: error },
        );
      }
      return work(trx);
    });
}
