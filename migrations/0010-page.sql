-- What the page in the browser needs: the secret that signs its sessions, and the views that people save.

-- Three random UUIDs have 366 random bits; their hash has 256.
INSERT INTO sagecat_private.secret
VALUES ('sessions', sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())));

CREATE TABLE sagecat_private.saved_view (
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  page text NOT NULL,
  state jsonb NOT NULL,
  is_shared boolean NOT NULL,
  owner bigint REFERENCES sagecat_private.api_key(id) ON DELETE CASCADE,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  CHECK (is_shared OR owner IS NOT NULL)
);
CREATE UNIQUE INDEX saved_view_name ON sagecat_private.saved_view (page, name, coalesce(owner, 0));
CREATE INDEX saved_view_owner ON sagecat_private.saved_view (owner);
COMMENT ON TABLE sagecat_private.saved_view IS 'Views of the page in the browser that were saved under a name.';
COMMENT ON COLUMN sagecat_private.saved_view.page IS 'What it is a view of, e.g. catalog, spend or sql.';
COMMENT ON COLUMN sagecat_private.saved_view.state IS 'The search parameters of its URL.';
COMMENT ON COLUMN sagecat_private.saved_view.is_shared IS 'Whether others than the owner see it.';
COMMENT ON COLUMN sagecat_private.saved_view.owner IS 'The key that saved it; null where none was needed.';
