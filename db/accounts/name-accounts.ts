import { type Kysely, sql } from 'kysely';
import type { AnyResourceType } from '../../catalog/resource-types.ts';

/** Gives every row that is added the name of its account; `name_account()` is the function of the migration 0029. For migrations. */
// biome-ignore lint/suspicious/noExplicitAny: a migration runs before the schema that types a database exists
export async function nameAccounts(db: Kysely<any>, type: AnyResourceType): Promise<void> {
  await sql`
    CREATE TRIGGER name_account BEFORE INSERT ON ${sql.table(type.name)}
    FOR EACH ROW EXECUTE FUNCTION name_account()`.execute(db);
}
