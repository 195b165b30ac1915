-- Who may read what: the readers' roles, keys of the API, and the accounts that a reader may see.

-- Roles belong to the whole server: an administrator, or another catalog of it, may have made them.
DO $$
DECLARE
  role text;
BEGIN
  FOREACH role IN ARRAY ARRAY['sagecat_reader', 'sagecat_account_reader', 'sagecat_api_reader'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN', role);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL; -- Another database made it at this very moment.
      END;
    END IF;
  END LOOP;
END $$;

-- Memberships belong to the whole server as well. A user who may not grant them is told so when a restricted key is used.
DO $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('sagecat_api_reader'));
  IF NOT pg_has_role('sagecat_api_reader', 'sagecat_account_reader', 'USAGE') THEN
    GRANT sagecat_account_reader TO sagecat_api_reader;
  END IF;
  IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    EXECUTE format('GRANT sagecat_api_reader TO %I', current_user);
  END IF;
EXCEPTION WHEN insufficient_privilege OR unique_violation THEN
  NULL;
END $$;

-- Nobody but the owner has a privilege on this schema or on anything in it. A schema `sagecat` would come first in the search path of a
-- user of that name, and take in what was meant for the catalog's own schema.
CREATE SCHEMA sagecat_private;
COMMENT ON SCHEMA sagecat_private IS 'What only sagecat itself may read.';

CREATE TABLE sagecat_private.secret (
  name text PRIMARY KEY,
  value bytea NOT NULL
);
COMMENT ON TABLE sagecat_private.secret IS 'Random keys of this database.';
-- Three random UUIDs have 366 random bits; their hash has 256.
INSERT INTO sagecat_private.secret
SELECT name, sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))
FROM unnest(ARRAY['accounts', 'cursors']) AS name;

CREATE TABLE sagecat_private.sql_login (
  login text PRIMARY KEY,
  password text NOT NULL,
  accounts text[] UNIQUE NULLS NOT DISTINCT,
  used_at timestamptz(3) NOT NULL DEFAULT now()
);
COMMENT ON TABLE sagecat_private.sql_login IS 'The logins that statements of users run under, on a server.';
COMMENT ON COLUMN sagecat_private.sql_login.accounts IS 'The accounts whose rows the login sees, in order; null for all.';
COMMENT ON COLUMN sagecat_private.sql_login.used_at IS 'When a process last looked the login up.';

CREATE TABLE sagecat_private.api_key (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  hash bytea NOT NULL UNIQUE,
  scopes text[] NOT NULL CHECK ((scopes <@ ARRAY['read', 'sql', 'crawl', 'admin']) AND (cardinality(scopes) > 0)),
  accounts text[] CHECK (cardinality(accounts) > 0),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  expires_at timestamptz(3),
  revoked_at timestamptz(3)
);
COMMENT ON TABLE sagecat_private.api_key IS 'Keys of the API. Only their hashes are kept.';
COMMENT ON COLUMN sagecat_private.api_key.hash IS 'SHA-256 of the key, which is 256 random bits.';
COMMENT ON COLUMN sagecat_private.api_key.accounts IS 'The accounts whose rows the key shows; null for all.';

-- Whether requests need a key is a state of its own, and no count of the keys that work: an API whose last key ends does not open.
CREATE TABLE sagecat_private.key_rule (
  single boolean DEFAULT true PRIMARY KEY CHECK (single),
  key_required boolean NOT NULL,
  changed_at timestamptz(3) NOT NULL DEFAULT now()
);
COMMENT ON TABLE sagecat_private.key_rule IS 'Whether every request of the API needs a key. One row.';
INSERT INTO sagecat_private.key_rule (key_required) VALUES (false);

-- The accounts that the transaction was opened for. The setting can be changed by whoever runs SQL; the proof cannot be made without the
-- secret, and it fits one transaction of one session only. Nothing is visible where it does not fit. HMAC-SHA-256 with a key of 32 bytes,
-- padded as RFC 2104 says.
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
  IF EXISTS (SELECT FROM sagecat_private.sql_login WHERE login = session_user AND sql_login.accounts IS NOT NULL) THEN
    RETURN (SELECT sql_login.accounts FROM sagecat_private.sql_login WHERE login = session_user);
  END IF;
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
END $$;
REVOKE ALL ON FUNCTION sagecat_private.visible_accounts() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sagecat_private.visible_accounts() TO sagecat_account_reader;

CREATE FUNCTION sagecat_private.require_key() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO sagecat_private.key_rule (key_required) VALUES (true)
  ON CONFLICT (single) DO UPDATE SET key_required = true, changed_at = now() WHERE NOT key_rule.key_required;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION sagecat_private.require_key() FROM PUBLIC;

CREATE TRIGGER require_key AFTER INSERT ON sagecat_private.api_key
FOR EACH STATEMENT EXECUTE FUNCTION sagecat_private.require_key();
