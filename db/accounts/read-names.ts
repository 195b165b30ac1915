import type { Kysely } from 'kysely';
import type { DatabaseSchema } from '../schema.ts';

/** Returns the current names of accounts by id, without those that have none. */
export async function readAccountNames(db: Kysely<DatabaseSchema>): Promise<ReadonlyMap<string, string>> {
  const accounts = await db.selectFrom('account').select(['account_id', 'name']).execute();
  return new Map(accounts.flatMap(({ account_id, name }) => (name === null ? [] : [[account_id, name]])));
}
