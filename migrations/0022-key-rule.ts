import { randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';

/**
 * Whether requests need a key is a state of its own, and no more a count of the keys that work: an API whose last key expires or is
 * deleted does not open. And a random key with which cursors are signed.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    CREATE TABLE sagecat_private.key_rule (
      single boolean PRIMARY KEY DEFAULT true CHECK (single),
      key_required boolean NOT NULL,
      changed_at timestamptz(3) NOT NULL DEFAULT now()
    )`.execute(db);
  await sql`COMMENT ON TABLE sagecat_private.key_rule IS 'Whether every request of the API needs a key. One row.'`.execute(
    db,
  );
  // The sequence remembers keys whose rows are gone.
  await sql`
    INSERT INTO sagecat_private.key_rule (key_required)
    SELECT is_called FROM sagecat_private.api_key_id_seq`.execute(db);
  await sql`
    CREATE FUNCTION sagecat_private.require_key() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
    BEGIN
      INSERT INTO sagecat_private.key_rule (key_required) VALUES (true)
      ON CONFLICT (single) DO UPDATE SET key_required = true, changed_at = now() WHERE NOT key_rule.key_required;
      RETURN NULL;
    END $$`.execute(db);
  await sql`REVOKE ALL ON FUNCTION sagecat_private.require_key() FROM PUBLIC`.execute(db);
  await sql`
    CREATE TRIGGER require_key AFTER INSERT ON sagecat_private.api_key
    FOR EACH STATEMENT EXECUTE FUNCTION sagecat_private.require_key()`.execute(db);
  await sql`INSERT INTO sagecat_private.secret VALUES ('cursors', ${randomBytes(32)})`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`DELETE FROM sagecat_private.secret WHERE name = 'cursors'`.execute(db);
  await sql`DROP TRIGGER require_key ON sagecat_private.api_key`.execute(db);
  await sql`DROP FUNCTION sagecat_private.require_key()`.execute(db);
  await sql`DROP TABLE sagecat_private.key_rule`.execute(db);
}
