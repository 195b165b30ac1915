-- Accounts with their names, and what was discovered of accounts and regions.

CREATE TABLE discovered_account (
  account_id text PRIMARY KEY,
  source text NOT NULL,
  name text,
  status text NOT NULL CHECK (status IN ('active', 'retired')),
  reason text,
  changed_at timestamptz(3) NOT NULL
);
COMMENT ON TABLE discovered_account IS 'Accounts that were found in AWS Organizations.';
COMMENT ON COLUMN discovered_account.account_id IS 'Identifier of the AWS account.';
COMMENT ON COLUMN discovered_account.source IS 'Whose organization it is.';
COMMENT ON COLUMN discovered_account.name IS 'Name of the account in its organization.';
COMMENT ON COLUMN discovered_account.status IS 'Only active accounts are crawled; the rows of retired ones stay.';
COMMENT ON COLUMN discovered_account.reason IS 'Why the account is retired.';
COMMENT ON COLUMN discovered_account.changed_at IS 'Since when name, status and reason are as they are.';
ALTER TABLE discovered_account ENABLE ROW LEVEL SECURITY;
CREATE POLICY all_accounts ON discovered_account FOR SELECT TO sagecat_reader USING (true);
CREATE POLICY own_accounts ON discovered_account FOR SELECT TO sagecat_account_reader USING (account_id = ANY ((SELECT sagecat_private.visible_accounts())::text[]));
GRANT SELECT ON discovered_account TO sagecat_reader, sagecat_account_reader;

CREATE TABLE discovery_cache (
  subject text PRIMARY KEY,
  scope text NOT NULL,
  value jsonb,
  discovered_at timestamptz(3),
  tried_at timestamptz(3) NOT NULL,
  problem text
);
COMMENT ON TABLE discovery_cache IS 'What AWS Organizations and the account API answered, kept for a lifetime.';
COMMENT ON COLUMN discovery_cache.subject IS 'What was asked for, such as the accounts of an organization.';
COMMENT ON COLUMN discovery_cache.scope IS 'What was asked for; an answer to something else is not used.';
COMMENT ON COLUMN discovery_cache.value IS 'What was last answered.';
COMMENT ON COLUMN discovery_cache.discovered_at IS 'When the value was answered; null where nothing was ever answered.';
COMMENT ON COLUMN discovery_cache.tried_at IS 'When it was asked for last.';
COMMENT ON COLUMN discovery_cache.problem IS 'Why the last attempt failed.';

CREATE TABLE account (
  account_id text PRIMARY KEY,
  name text,
  rows_named boolean NOT NULL
);
COMMENT ON TABLE account IS 'Names of AWS accounts, as the configuration and AWS Organizations have them.';
COMMENT ON COLUMN account.account_id IS 'Identifier of the AWS account.';
COMMENT ON COLUMN account.name IS 'Its name; null where nobody names it.';
COMMENT ON COLUMN account.rows_named IS 'Whether every row of the account has the name; false while they get it.';
ALTER TABLE account ENABLE ROW LEVEL SECURITY;
CREATE POLICY all_accounts ON account FOR SELECT TO sagecat_reader USING (true);
CREATE POLICY own_accounts ON account FOR SELECT TO sagecat_account_reader USING (account_id = ANY ((SELECT sagecat_private.visible_accounts())::text[]));
GRANT SELECT ON account TO sagecat_reader, sagecat_account_reader;

-- The lock makes a row wait for a name that is being changed: none is stored with the former one behind it.
CREATE FUNCTION name_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE account IN ROW SHARE MODE;
  SELECT name INTO NEW.account_name FROM account WHERE account_id = NEW.account_id;
  RETURN NEW;
END $$;
