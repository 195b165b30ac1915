import { randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { trainingJob } from '../catalog/training-job.ts';
import { protect, protectByAccount, shareInvokerViews, unprotect } from '../db/access/account-policy.ts';
import { ensureRole } from '../db/access/ensure-role.ts';

const byAccount = [
  trainingJob.name,
  'resource_change',
  'crawl_target',
  'crawl_coverage',
  'billing_usage',
  'billing_usage_day',
];
/** Tables with rows for single accounts and rows for all of them. */
const byAccountOrAll = ['billing_price', 'billing_rate', 'billing_rate_account'];

/** Who may read what: API keys, a role for readers of single accounts, and row-level security that holds it to them. */
export async function up(db: Kysely<never>): Promise<void> {
  await ensureRole(db, 'sagecat_account_reader');
  // Nobody but the owner has a privilege on this schema or on anything in it. A schema `sagecat` would come first in the search
  // path of a user of that name, and take in what was meant for the catalog's own schema.
  await sql`CREATE SCHEMA sagecat_private`.execute(db);
  await sql`CREATE TABLE sagecat_private.secret (name text PRIMARY KEY, value bytea NOT NULL)`.execute(db);
  await sql`INSERT INTO sagecat_private.secret VALUES ('accounts', ${randomBytes(32)})`.execute(db);
  await sql`CREATE TABLE sagecat_private.sql_login (reader text PRIMARY KEY, login text NOT NULL, password text NOT NULL)`.execute(
    db,
  );
  await sql`
    CREATE TABLE sagecat_private.api_key (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      name text NOT NULL,
      hash bytea NOT NULL UNIQUE,
      scopes text[] NOT NULL CHECK (scopes <@ ARRAY['read', 'sql', 'crawl', 'admin'] AND cardinality(scopes) > 0),
      accounts text[] CHECK (cardinality(accounts) > 0),
      created_at timestamptz(3) NOT NULL DEFAULT now(),
      expires_at timestamptz(3),
      revoked_at timestamptz(3)
    )`.execute(db);
  for (const [on, text] of comments) await sql`COMMENT ON ${sql.raw(on)} IS ${sql.lit(text)}`.execute(db);
  await sql.raw(visibleAccounts).execute(db);
  await sql`REVOKE ALL ON FUNCTION sagecat_private.visible_accounts() FROM PUBLIC`.execute(db);
  await sql`GRANT EXECUTE ON FUNCTION sagecat_private.visible_accounts() TO sagecat_account_reader`.execute(db);
  for (const table of byAccount) await protectByAccount(db, table);
  for (const table of byAccountOrAll) {
    await protect(
      db,
      table,
      sql`account_id = '*' OR account_id = ANY ((SELECT sagecat_private.visible_accounts())::text[])`,
    );
  }
  await protect(
    db,
    'crawl',
    sql`id IN (SELECT crawl_id FROM crawl_target)
      AND (NOT scope ? 'accounts' OR scope -> 'accounts' <@ (SELECT to_jsonb(sagecat_private.visible_accounts())))`,
  );
  await shareInvokerViews(db);
}

/**
 * The accounts that the transaction was opened for. The setting can be changed by whoever runs SQL; the proof cannot be made
 * without the secret, and it fits one transaction of one session only. Nothing is visible where it does not fit. HMAC-SHA-256
 * with a key of 32 bytes, padded as RFC 2104 says.
 */
const visibleAccounts = `
  CREATE FUNCTION sagecat_private.visible_accounts() RETURNS text[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    accounts text := current_setting('sagecat.accounts', true);
    proof text := current_setting('sagecat.accounts_proof', true);
    message bytea := convert_to(
      pg_backend_pid() || ':' || (extract(epoch FROM transaction_timestamp()) * 1000000)::bigint || ':' || accounts, 'UTF8');
    key bytea := (SELECT value FROM sagecat_private.secret WHERE name = 'accounts');
    inner_key bytea := decode(repeat('36', 64), 'hex');
    outer_key bytea := decode(repeat('5c', 64), 'hex');
  BEGIN
    IF message IS NULL OR proof IS NULL OR key IS NULL THEN
      RETURN '{}';
    END IF;
    FOR index IN 0 .. length(key) - 1 LOOP
      inner_key := set_byte(inner_key, index, get_byte(key, index) # 54);
      outer_key := set_byte(outer_key, index, get_byte(key, index) # 92);
    END LOOP;
    IF encode(sha256(outer_key || sha256(inner_key || message)), 'hex') <> proof THEN
      RETURN '{}';
    END IF;
    RETURN string_to_array(accounts, ',');
  END $$`;

const comments: readonly [on: string, text: string][] = [
  ['SCHEMA sagecat_private', 'What only sagecat itself may read.'],
  ['TABLE sagecat_private.secret', 'Random keys of this database.'],
  ['TABLE sagecat_private.sql_login', 'The logins that statements of users run under, on a server.'],
  ['TABLE sagecat_private.api_key', 'Keys of the API. Only their hashes are kept.'],
  ['COLUMN sagecat_private.api_key.hash', 'SHA-256 of the key, which is 256 random bits.'],
  ['COLUMN sagecat_private.api_key.accounts', 'The accounts whose rows the key shows; null for all.'],
];

export async function down(db: Kysely<never>): Promise<void> {
  await unprotect(db, 'crawl');
  for (const table of [...byAccountOrAll, ...byAccount]) await unprotect(db, table);
  // The roles stay: other databases of the server may use them.
  await sql`DROP SCHEMA sagecat_private CASCADE`.execute(db);
}
