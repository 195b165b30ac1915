-- Policies: what must hold of resources, which resources comply, and how many did on each day.

CREATE TABLE sagecat_private.policy (
  name text PRIMARY KEY,
  position integer NOT NULL,
  resource_type text NOT NULL,
  definition jsonb NOT NULL,
  is_evaluated boolean NOT NULL DEFAULT false,
  changed_at timestamptz(3) NOT NULL DEFAULT now()
);
COMMENT ON TABLE sagecat_private.policy IS 'The policies that hold.';
COMMENT ON COLUMN sagecat_private.policy.is_evaluated IS 'Whether every resource of the type has a verdict by the present definition.';

CREATE TABLE sagecat_private.policy_evaluation (
  resource_type text PRIMARY KEY,
  snapshot pg_snapshot NOT NULL,
  evaluated_at timestamptz(3) NOT NULL
);
COMMENT ON TABLE sagecat_private.policy_evaluation IS 'Up to where the verdicts are right: rows that the snapshot does not see, and what has become of queries about now since, are still to be looked at.';

CREATE TABLE policy_verdict (
  resource_type text NOT NULL,
  resource_id bigint NOT NULL,
  account_id text NOT NULL,
  region text NOT NULL,
  owner text,
  complies jsonb NOT NULL,
  violates jsonb NOT NULL,
  exempted jsonb NOT NULL,
  PRIMARY KEY (resource_type, resource_id)
);
CREATE INDEX policy_verdict_violates ON policy_verdict USING gin (violates jsonb_path_ops);
COMMENT ON TABLE policy_verdict IS 'Which policies a resource complies with, and which it violates, as of the last evaluation.';
COMMENT ON COLUMN policy_verdict.resource_type IS 'Resource type, e.g. aws_sagemaker_trainingjob.';
COMMENT ON COLUMN policy_verdict.resource_id IS 'Number of the resource: id in the table of its type.';
COMMENT ON COLUMN policy_verdict.account_id IS 'Identifier of the AWS account.';
COMMENT ON COLUMN policy_verdict.region IS 'AWS region.';
COMMENT ON COLUMN policy_verdict.owner IS 'The team that the resource belongs to.';
COMMENT ON COLUMN policy_verdict.complies IS 'Names of the policies that it complies with.';
COMMENT ON COLUMN policy_verdict.violates IS 'Names of the policies that it violates.';
COMMENT ON COLUMN policy_verdict.exempted IS 'Names of the policies that it would violate were it not exempted.';
ALTER TABLE policy_verdict ENABLE ROW LEVEL SECURITY;
CREATE POLICY all_accounts ON policy_verdict FOR SELECT TO sagecat_reader USING (true);
CREATE POLICY own_accounts ON policy_verdict FOR SELECT TO sagecat_account_reader USING (account_id = ANY ((SELECT sagecat_private.visible_accounts())::text[]));
GRANT SELECT ON policy_verdict TO sagecat_reader, sagecat_account_reader;

CREATE TABLE policy_score (
  policy text NOT NULL,
  account_id text NOT NULL,
  region text NOT NULL,
  owner text,
  compliant bigint NOT NULL,
  violated bigint NOT NULL,
  exempted bigint NOT NULL,
  UNIQUE NULLS NOT DISTINCT (policy, account_id, region, owner)
);
COMMENT ON TABLE policy_score IS 'How many resources comply with a policy, by account, region and owner; kept with policy_verdict.';
COMMENT ON COLUMN policy_score.policy IS 'Name of the policy.';
COMMENT ON COLUMN policy_score.account_id IS 'Identifier of the AWS account.';
COMMENT ON COLUMN policy_score.region IS 'AWS region.';
COMMENT ON COLUMN policy_score.owner IS 'The team that the resources belong to; null for those that no rule gives an owner.';
COMMENT ON COLUMN policy_score.compliant IS 'Resources that comply.';
COMMENT ON COLUMN policy_score.violated IS 'Resources that violate it.';
COMMENT ON COLUMN policy_score.exempted IS 'Resources that would violate it were they not exempted.';
ALTER TABLE policy_score ENABLE ROW LEVEL SECURITY;
CREATE POLICY all_accounts ON policy_score FOR SELECT TO sagecat_reader USING (true);
CREATE POLICY own_accounts ON policy_score FOR SELECT TO sagecat_account_reader USING (account_id = ANY ((SELECT sagecat_private.visible_accounts())::text[]));
GRANT SELECT ON policy_score TO sagecat_reader, sagecat_account_reader;

CREATE TABLE policy_score_day (
  day date NOT NULL,
  policy text NOT NULL,
  account_id text NOT NULL,
  compliant bigint NOT NULL,
  violated bigint NOT NULL,
  exempted bigint NOT NULL,
  PRIMARY KEY (day, policy, account_id)
);
COMMENT ON TABLE policy_score_day IS 'How many resources complied with a policy at the last evaluation of a day (UTC).';
COMMENT ON COLUMN policy_score_day.day IS 'The day, UTC.';
COMMENT ON COLUMN policy_score_day.policy IS 'Name of the policy.';
COMMENT ON COLUMN policy_score_day.account_id IS 'Identifier of the AWS account.';
COMMENT ON COLUMN policy_score_day.compliant IS 'Resources that complied.';
COMMENT ON COLUMN policy_score_day.violated IS 'Resources that violated it.';
COMMENT ON COLUMN policy_score_day.exempted IS 'Resources that would have violated it were they not exempted.';
ALTER TABLE policy_score_day ENABLE ROW LEVEL SECURITY;
CREATE POLICY all_accounts ON policy_score_day FOR SELECT TO sagecat_reader USING (true);
CREATE POLICY own_accounts ON policy_score_day FOR SELECT TO sagecat_account_reader USING (account_id = ANY ((SELECT sagecat_private.visible_accounts())::text[]));
GRANT SELECT ON policy_score_day TO sagecat_reader, sagecat_account_reader;

-- Keeps the scores with the verdicts: what a statement adds is counted before what it removes is taken off.
CREATE FUNCTION count_verdicts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP IN ('INSERT', 'UPDATE') THEN
    INSERT INTO policy_score AS held
    SELECT one.policy, account_id, region, owner, sum(one.compliant), sum(one.violated), sum(one.exempted)
    FROM added CROSS JOIN LATERAL (
      SELECT jsonb_array_elements_text(complies), 1, 0, 0 UNION ALL SELECT jsonb_array_elements_text(violates), 0, 1, 0
      UNION ALL SELECT jsonb_array_elements_text(added.exempted), 0, 0, 1) AS one (policy, compliant, violated, exempted)
    GROUP BY one.policy, account_id, region, owner
    ON CONFLICT (policy, account_id, region, owner) DO UPDATE SET compliant = held.compliant + excluded.compliant,
      violated = held.violated + excluded.violated, exempted = held.exempted + excluded.exempted;
  END IF;
  IF TG_OP IN ('UPDATE', 'DELETE') THEN
    UPDATE policy_score AS held SET compliant = held.compliant - gone.compliant, violated = held.violated - gone.violated,
      exempted = held.exempted - gone.exempted
    FROM (
      SELECT one.policy, account_id, region, owner, sum(one.compliant) AS compliant, sum(one.violated) AS violated, sum(one.exempted) AS exempted
      FROM removed CROSS JOIN LATERAL (
        SELECT jsonb_array_elements_text(complies), 1, 0, 0 UNION ALL SELECT jsonb_array_elements_text(violates), 0, 1, 0
        UNION ALL SELECT jsonb_array_elements_text(removed.exempted), 0, 0, 1) AS one (policy, compliant, violated, exempted)
      GROUP BY one.policy, account_id, region, owner) AS gone
    WHERE held.policy = gone.policy AND held.account_id = gone.account_id AND held.region = gone.region
      AND held.owner IS NOT DISTINCT FROM gone.owner;
    DELETE FROM policy_score WHERE compliant = 0 AND violated = 0 AND exempted = 0;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER count_verdicts_insert AFTER INSERT ON policy_verdict REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION count_verdicts();
CREATE TRIGGER count_verdicts_update AFTER UPDATE ON policy_verdict REFERENCING NEW TABLE AS added OLD TABLE AS removed
FOR EACH STATEMENT EXECUTE FUNCTION count_verdicts();
CREATE TRIGGER count_verdicts_delete AFTER DELETE ON policy_verdict REFERENCING OLD TABLE AS removed
FOR EACH STATEMENT EXECUTE FUNCTION count_verdicts();
