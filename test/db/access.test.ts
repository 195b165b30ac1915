import assert from 'node:assert/strict';
import { it } from 'node:test';
import { testDatabase } from '../support/test-database.ts';

/** What all readers may see of, whatever their accounts. */
const forEverybody: readonly string[] = ['history_horizon'];

it('every relation that a reader of single accounts can read is held to accounts by row-level security', async () => {
  await using db = await testDatabase();
  const { rows } = await db.pool.query<{ name: string; kind: string; isProtected: boolean }>(`
    SELECT oid::regclass::text AS name, relkind AS kind,
      CASE relkind WHEN 'v' THEN coalesce('security_invoker=true' = ANY (reloptions), false)
        ELSE relrowsecurity AND EXISTS (SELECT FROM pg_policy WHERE polrelid = pg_class.oid AND polname = 'own_accounts') END AS "isProtected"
    FROM pg_class
    WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f')
      AND (has_table_privilege('sagecat_account_reader', oid, 'SELECT')
        OR has_any_column_privilege('sagecat_account_reader', oid, 'SELECT'))`);
  const open = rows.filter(({ name, isProtected }) => !isProtected && !forEverybody.includes(name));
  assert.deepEqual(open, []);
  assert.ok(rows.length > 30, `${rows.length} relations`);
});

it('no reader can read what is not the catalog’s', async () => {
  await using db = await testDatabase();
  const { rows } = await db.pool.query<{ name: string }>(`
    SELECT oid::regclass::text AS name FROM pg_class
    WHERE relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', 'public'))
      AND relkind IN ('r', 'p', 'v', 'm', 'f') AND has_table_privilege('sagecat_reader', oid, 'SELECT')
      AND has_schema_privilege('sagecat_reader', relnamespace, 'USAGE')`);
  assert.deepEqual(rows, []);
});
