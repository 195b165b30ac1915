import { type Kysely, sql } from 'kysely';
import type { AnyResourceType } from '../catalog/resource-types.ts';
import { protectByAccount } from './access/account-policy.ts';
import { nameAccounts } from './accounts/name-accounts.ts';
import { alignListViews, dropListViews } from './list-views.ts';
import { alignResourceTable } from './resource-table.ts';

/**
 * Everything that the database holds for a new resource type: its table with comments, the stamp by which readers find what is new to
 * them, the names of accounts, the views of its lists, and what each reader may see. All that the migration of a new resource type calls.
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration runs before the schema that types a database exists
export async function addResourceType(db: Kysely<any>, type: AnyResourceType): Promise<void> {
  await alignResourceTable(db, type);
  await stampWrites(db, type);
  await nameAccounts(db, type);
  await protectByAccount(db, type.name);
  await alignListViews(db, type);
}

/** The way back: the resources and their views are gone, and so is their history. */
// biome-ignore lint/suspicious/noExplicitAny: as above
export async function removeResourceType(db: Kysely<any>, type: AnyResourceType): Promise<void> {
  await dropListViews(db, type);
  await sql`DROP TABLE ${sql.table(type.name)}`.execute(db);
  await sql`DELETE FROM resource_change WHERE resource_type = ${type.name}`.execute(db);
}

/** Rows say which transaction wrote them last; `stamp_written_by()` is the function of the migration 0007. */
// biome-ignore lint/suspicious/noExplicitAny: as above
async function stampWrites(db: Kysely<any>, type: AnyResourceType): Promise<void> {
  const table = sql.table(type.name);
  await sql`ALTER TABLE ${table} ADD COLUMN written_by xid8 NOT NULL DEFAULT pg_current_xact_id()`.execute(db);
  await sql`COMMENT ON COLUMN ${table}.written_by IS 'The transaction that wrote the row last: tells readers what is new to them.'`.execute(
    db,
  );
  await sql`CREATE INDEX ${sql.ref(`${type.name}_written_by`)} ON ${table} (written_by)`.execute(db);
  await sql`
    CREATE TRIGGER stamp_written_by BEFORE UPDATE ON ${table}
    FOR EACH ROW EXECUTE FUNCTION stamp_written_by()`.execute(db);
}
