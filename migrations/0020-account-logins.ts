import { type Kysely, sql } from 'kysely';

/**
 * A login for each set of accounts, where restricted readers had one in common: PostgreSQL itself parts their sessions, and the login says whose
 * rows a statement sees. What a transaction proves stays for the API, which reads as the owner, and for the embedded database.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await dropLogins(db);
  await sql`
    ALTER TABLE sagecat_private.sql_login
      DROP COLUMN reader, ADD PRIMARY KEY (login), ADD COLUMN accounts text[],
      ADD COLUMN used_at timestamptz(3) NOT NULL DEFAULT now(), ADD UNIQUE NULLS NOT DISTINCT (accounts)`.execute(db);
  await sql`COMMENT ON COLUMN sagecat_private.sql_login.accounts IS 'The accounts whose rows the login sees, in order; null for all.'`.execute(
    db,
  );
  await sql`COMMENT ON COLUMN sagecat_private.sql_login.used_at IS 'When a process last looked the login up.'`.execute(
    db,
  );
  await sql.raw(visibleAccounts(ofLogin)).execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await dropLogins(db);
  await sql`
    ALTER TABLE sagecat_private.sql_login DROP COLUMN accounts, DROP COLUMN used_at, DROP CONSTRAINT sql_login_pkey,
      ADD COLUMN reader text PRIMARY KEY`.execute(db);
  await sql.raw(visibleAccounts('')).execute(db);
}

/** Drops the logins of all readers, where the user may; they are made again when they are needed. */
async function dropLogins(db: Kysely<never>): Promise<void> {
  await sql`
    DO $$ DECLARE name text; BEGIN
      FOR name IN DELETE FROM sagecat_private.sql_login RETURNING login LOOP
        BEGIN
          EXECUTE format('DROP ROLE IF EXISTS %I', name);
        EXCEPTION WHEN insufficient_privilege OR dependent_objects_still_exist OR object_in_use THEN NULL;
        END;
      END LOOP;
    END $$`.execute(db);
}

/** Nobody can change who a session logged in as, but a superuser. */
const ofLogin = `
    IF EXISTS (SELECT FROM sagecat_private.sql_login WHERE login = session_user AND sql_login.accounts IS NOT NULL) THEN
      RETURN (SELECT sql_login.accounts FROM sagecat_private.sql_login WHERE login = session_user);
    END IF;`;

const visibleAccounts = (first: string) => `
  CREATE OR REPLACE FUNCTION sagecat_private.visible_accounts() RETURNS text[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    accounts text := current_setting('sagecat.accounts', true);
    proof text := current_setting('sagecat.accounts_proof', true);
    message bytea := convert_to(
      pg_backend_pid() || ':' || (extract(epoch FROM transaction_timestamp()) * 1000000)::bigint || ':' || accounts, 'UTF8');
    key bytea := (SELECT value FROM sagecat_private.secret WHERE name = 'accounts');
    inner_key bytea := decode(repeat('36', 64), 'hex');
    outer_key bytea := decode(repeat('5c', 64), 'hex');
  BEGIN${first}
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
