import type { Kysely } from 'kysely';
import type { DatabaseSchema } from '../schema.ts';

/** What accounts are called now, by their identifiers; those without a name are not in it. */
export async function readAccountNames(db: Kysely<DatabaseSchema>): Promise<ReadonlyMap<string, string>> {
  const accounts = await db.selectFrom('account').select(['account_id', 'name']).execute();
  return new Map(accounts.flatMap(({ account_id, name }) => (name === null ? [] : [[account_id, name]])));
}
