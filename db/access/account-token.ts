import { createHmac } from 'node:crypto';
import pg from 'pg';
import type { Database } from '../database.ts';
import { databaseSecret } from './database-secret.ts';

interface Moment {
  readonly pid: number;
  /** Start of the transaction in microseconds since 1970. */
  readonly at: string;
}

/** Lets the open transaction of a connection see the rows of these accounts; `sagecat_private.visible_accounts()` checks it. */
export async function setVisibleAccounts(
  client: pg.ClientBase,
  secret: Buffer,
  accounts: readonly string[],
): Promise<void> {
  const { rows } = await client.query<Moment>(
    'SELECT pg_backend_pid() AS pid, (extract(epoch FROM transaction_timestamp()) * 1000000)::bigint::text AS at',
  );
  await client.query(accountsProof(secret, rows[0], accounts));
}

/** Returns SQL that sets a transaction's accounts, with the proof that is valid for that transaction. */
export function accountsProof(secret: Buffer, moment: Moment | undefined, accounts: readonly string[]): string {
  const listed = accounts.join(',');
  const proof = createHmac('sha256', secret).update(`${moment?.pid}:${moment?.at}:${listed}`).digest('hex');
  // SET LOCAL takes no parameters, and readers of the embedded database may not call set_config.
  return `SET LOCAL sagecat.accounts = ${pg.escapeLiteral(listed)}; SET LOCAL sagecat.accounts_proof = '${proof}'`;
}

/** Reads the key that signs a transaction's accounts. Call it before the transaction is open. */
export const accountsSecret = (database: Database): Promise<Buffer> => databaseSecret(database, 'accounts');
