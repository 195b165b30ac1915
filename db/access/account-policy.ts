import { type Kysely, sql } from 'kysely';

/**
 * Lets the readers read a table whose rows belong to accounts, each reader the rows of its accounts. For migrations: every table
 * that has an `account_id` and is meant to be read calls this once. The owner, as whom the crawler writes, is not restricted.
 *
 * The policy for all accounts is `true`, which the planner drops: it costs nothing. The other looks its accounts up once a query.
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration runs before the schema that types a database exists
export async function protectByAccount(db: Kysely<any>, table: string): Promise<void> {
  const account = sql`account_id = ANY ((SELECT sagecat_private.visible_accounts())::text[])`;
  await protect(db, table, account);
}

/** The same for a table whose rows belong to accounts in another way: `visible` says when a restricted reader sees a row. */
// biome-ignore lint/suspicious/noExplicitAny: as above
export async function protect(db: Kysely<any>, table: string, visible: ReturnType<typeof sql>): Promise<void> {
  const name = sql.table(table);
  await sql`ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY`.execute(db);
  await sql`CREATE POLICY all_accounts ON ${name} FOR SELECT TO sagecat_reader USING (true)`.execute(db);
  await sql`CREATE POLICY own_accounts ON ${name} FOR SELECT TO sagecat_account_reader USING (${visible})`.execute(db);
  await sql`GRANT SELECT ON ${name} TO sagecat_reader, sagecat_account_reader`.execute(db);
}

/** Lets restricted readers read the views that all others may read: with `security_invoker`, what a view shows is up to its tables. */
// biome-ignore lint/suspicious/noExplicitAny: as above
export async function shareInvokerViews(db: Kysely<any>): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    SELECT oid::regclass::text AS name FROM pg_class
    WHERE relkind = 'v' AND relnamespace = current_schema()::regnamespace AND 'security_invoker=true' = ANY (reloptions)
      AND has_table_privilege('sagecat_reader', oid, 'SELECT')`.execute(db);
  for (const { name } of rows) await sql`GRANT SELECT ON ${sql.raw(name)} TO sagecat_account_reader`.execute(db);
}

/** Takes the protection off again, for a migration's way back. */
// biome-ignore lint/suspicious/noExplicitAny: as above
export async function unprotect(db: Kysely<any>, table: string): Promise<void> {
  const name = sql.table(table);
  await sql`DROP POLICY IF EXISTS all_accounts ON ${name}`.execute(db);
  await sql`DROP POLICY IF EXISTS own_accounts ON ${name}`.execute(db);
  await sql`ALTER TABLE ${name} DISABLE ROW LEVEL SECURITY`.execute(db);
  await sql`REVOKE SELECT ON ${name} FROM sagecat_account_reader`.execute(db);
}
