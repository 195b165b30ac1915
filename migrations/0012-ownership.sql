-- Which team a resource belongs to: rules, and the column that they fill in every table of resources.

CREATE TABLE sagecat_private.ownership_rule (
  position integer PRIMARY KEY,
  name text NOT NULL UNIQUE,
  accounts text[],
  role text,
  resource text,
  owner text,
  tags text[],
  captured_from text CHECK (captured_from IN ('role', 'resource')),
  looked_up text,
  CHECK (num_nonnulls(owner, tags, captured_from, looked_up) = 1)
);
COMMENT ON TABLE sagecat_private.ownership_rule IS 'The rules of ownership. The first that gives an owner decides.';
COMMENT ON COLUMN sagecat_private.ownership_rule.accounts IS 'Accounts that the rule is about; null for all.';
COMMENT ON COLUMN sagecat_private.ownership_rule.role IS 'Regular expression of the role’s ARN.';
COMMENT ON COLUMN sagecat_private.ownership_rule.resource IS 'Regular expression of the resource’s name.';
COMMENT ON COLUMN sagecat_private.ownership_rule.owner IS 'The owner, where the rule names one.';
COMMENT ON COLUMN sagecat_private.ownership_rule.tags IS 'Keys of tags, the first that a resource has is its owner.';
COMMENT ON COLUMN sagecat_private.ownership_rule.captured_from IS 'Whose first group is the owner: role or resource.';
COMMENT ON COLUMN sagecat_private.ownership_rule.looked_up IS 'The field whose value is looked up in ownership_entry: account_id, role_arn, name or tags.KEY.';

CREATE TABLE sagecat_private.ownership_entry (
  rule integer REFERENCES sagecat_private.ownership_rule(position) ON DELETE CASCADE,
  key text,
  owner text NOT NULL,
  PRIMARY KEY (rule, key)
);
COMMENT ON TABLE sagecat_private.ownership_entry IS 'The lines of files that say what belongs to whom.';

CREATE TABLE sagecat_private.ownership_applied (
  single boolean DEFAULT true PRIMARY KEY CHECK (single),
  fingerprint text NOT NULL,
  applied_at timestamptz(3) NOT NULL DEFAULT now()
);
COMMENT ON TABLE sagecat_private.ownership_applied IS 'Which rules of ownership hold. At most one row.';
COMMENT ON COLUMN sagecat_private.ownership_applied.fingerprint IS 'SHA-256 of the rules and of the files that they name.';

-- The owner of a resource and the rule that decided; both null where no rule gives one. Runs with the rights of its owner, since readers of
-- the past need it and may not read the rules.
CREATE FUNCTION owner_of(account_id text, resource text, role text, tags jsonb, OUT owner text, OUT owner_rule text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  rule sagecat_private.ownership_rule;
BEGIN
  FOR rule IN SELECT * FROM sagecat_private.ownership_rule ORDER BY position LOOP
    CONTINUE WHEN rule.accounts IS NOT NULL AND owner_of.account_id <> ALL (rule.accounts);
    CONTINUE WHEN rule.role IS NOT NULL AND (owner_of.role ~ rule.role) IS NOT TRUE;
    CONTINUE WHEN rule.resource IS NOT NULL AND owner_of.resource !~ rule.resource;
    owner := CASE
      WHEN rule.owner IS NOT NULL THEN rule.owner
      WHEN rule.captured_from = 'role' THEN substring(owner_of.role FROM rule.role)
      WHEN rule.captured_from = 'resource' THEN substring(owner_of.resource FROM rule.resource)
      WHEN rule.tags IS NOT NULL THEN (
        SELECT owner_of.tags ->> key FROM unnest(rule.tags) WITH ORDINALITY AS wanted (key, place)
        WHERE owner_of.tags ->> key <> '' ORDER BY place LIMIT 1)
      ELSE (
        SELECT entry.owner FROM sagecat_private.ownership_entry AS entry
        WHERE entry.rule = rule.position AND entry.key = CASE rule.looked_up
          WHEN 'account_id' THEN owner_of.account_id WHEN 'role_arn' THEN owner_of.role WHEN 'name' THEN owner_of.resource
          ELSE owner_of.tags ->> substr(rule.looked_up, length('tags.') + 1) END)
    END;
    IF owner IS NOT NULL THEN
      owner_rule := rule.name;
      RETURN;
    END IF;
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION owner_of(text, text, text, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION owner_of(text, text, text, jsonb) TO sagecat_reader, sagecat_account_reader;

CREATE OR REPLACE FUNCTION aws_sagemaker_trainingjob_set_owner() RETURNS trigger LANGUAGE plpgsql AS $function$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.account_id, NEW.training_job_name, NEW.role_arn, NEW.tag_map) IS NOT DISTINCT FROM (OLD.account_id, OLD.training_job_name, OLD.role_arn, OLD.tag_map) THEN
      RETURN NEW;
    END IF;
  END IF;
  SELECT decided.owner, decided.owner_rule INTO NEW.owner, NEW.owner_rule
  FROM owner_of(NEW.account_id, NEW.training_job_name, NEW.role_arn, NEW.tag_map) AS decided;
  RETURN NEW;
END $function$;
ALTER TABLE aws_sagemaker_trainingjob ADD COLUMN owner text;
ALTER TABLE aws_sagemaker_trainingjob ADD COLUMN owner_rule text;
COMMENT ON COLUMN aws_sagemaker_trainingjob.owner IS 'The team that the resource belongs to, by the rules of ownership; null where none applies.';
COMMENT ON COLUMN aws_sagemaker_trainingjob.owner_rule IS 'Name of the rule that decided the owner.';
CREATE TRIGGER set_owner BEFORE INSERT OR UPDATE ON aws_sagemaker_trainingjob
FOR EACH ROW EXECUTE FUNCTION aws_sagemaker_trainingjob_set_owner();
CREATE INDEX aws_sagemaker_trainingjob_by_owner ON aws_sagemaker_trainingjob (owner COLLATE "C", id);

CREATE OR REPLACE FUNCTION aws_sagemaker_trainingjob_as_of(moment timestamptz) RETURNS SETOF aws_sagemaker_trainingjob
LANGUAGE plpgsql STABLE AS $function$
DECLARE
  horizon timestamptz := (SELECT pruned_before FROM history_horizon);
BEGIN
  IF moment < horizon THEN
    RAISE EXCEPTION 'the history before % is no longer kept', horizon USING ERRCODE = 'datetime_field_overflow';
  END IF;
  RETURN QUERY SELECT version.*
  FROM aws_sagemaker_trainingjob AS held
  LEFT JOIN LATERAL (
    SELECT jsonb_object_agg(earliest.key, earliest.value) AS columns
    FROM (
      SELECT DISTINCT ON (pair.key) pair.key, pair.value
      FROM resource_change AS change CROSS JOIN LATERAL jsonb_each(change.before) AS pair
      WHERE change.resource_type = 'aws_sagemaker_trainingjob' AND change.resource_id = held.id AND change.seen_at > moment
      ORDER BY pair.key, change.seen_at, change.id
    ) AS earliest
  ) AS past ON true
  CROSS JOIN LATERAL jsonb_populate_record(held, coalesce(past.columns, '{}')) AS former
  CROSS JOIN LATERAL jsonb_populate_record(former, CASE WHEN past.columns IS NOT NULL THEN (
    SELECT to_jsonb(decided) FROM owner_of(former.account_id, former.training_job_name, former.role_arn, former.tag_map) AS decided) END) AS version
  WHERE held.first_seen_at <= moment;
END $function$;

CREATE OR REPLACE FUNCTION aws_sagemaker_processingjob_set_owner() RETURNS trigger LANGUAGE plpgsql AS $function$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.account_id, NEW.processing_job_name, NEW.role_arn, NEW.tag_map) IS NOT DISTINCT FROM (OLD.account_id, OLD.processing_job_name, OLD.role_arn, OLD.tag_map) THEN
      RETURN NEW;
    END IF;
  END IF;
  SELECT decided.owner, decided.owner_rule INTO NEW.owner, NEW.owner_rule
  FROM owner_of(NEW.account_id, NEW.processing_job_name, NEW.role_arn, NEW.tag_map) AS decided;
  RETURN NEW;
END $function$;
ALTER TABLE aws_sagemaker_processingjob ADD COLUMN owner text;
ALTER TABLE aws_sagemaker_processingjob ADD COLUMN owner_rule text;
COMMENT ON COLUMN aws_sagemaker_processingjob.owner IS 'The team that the resource belongs to, by the rules of ownership; null where none applies.';
COMMENT ON COLUMN aws_sagemaker_processingjob.owner_rule IS 'Name of the rule that decided the owner.';
CREATE TRIGGER set_owner BEFORE INSERT OR UPDATE ON aws_sagemaker_processingjob
FOR EACH ROW EXECUTE FUNCTION aws_sagemaker_processingjob_set_owner();
CREATE INDEX aws_sagemaker_processingjob_by_owner ON aws_sagemaker_processingjob (owner COLLATE "C", id);

CREATE OR REPLACE FUNCTION aws_sagemaker_processingjob_as_of(moment timestamptz) RETURNS SETOF aws_sagemaker_processingjob
LANGUAGE plpgsql STABLE AS $function$
DECLARE
  horizon timestamptz := (SELECT pruned_before FROM history_horizon);
BEGIN
  IF moment < horizon THEN
    RAISE EXCEPTION 'the history before % is no longer kept', horizon USING ERRCODE = 'datetime_field_overflow';
  END IF;
  RETURN QUERY SELECT version.*
  FROM aws_sagemaker_processingjob AS held
  LEFT JOIN LATERAL (
    SELECT jsonb_object_agg(earliest.key, earliest.value) AS columns
    FROM (
      SELECT DISTINCT ON (pair.key) pair.key, pair.value
      FROM resource_change AS change CROSS JOIN LATERAL jsonb_each(change.before) AS pair
      WHERE change.resource_type = 'aws_sagemaker_processingjob' AND change.resource_id = held.id AND change.seen_at > moment
      ORDER BY pair.key, change.seen_at, change.id
    ) AS earliest
  ) AS past ON true
  CROSS JOIN LATERAL jsonb_populate_record(held, coalesce(past.columns, '{}')) AS former
  CROSS JOIN LATERAL jsonb_populate_record(former, CASE WHEN past.columns IS NOT NULL THEN (
    SELECT to_jsonb(decided) FROM owner_of(former.account_id, former.processing_job_name, former.role_arn, former.tag_map) AS decided) END) AS version
  WHERE held.first_seen_at <= moment;
END $function$;

CREATE OR REPLACE VIEW billable_by_job WITH (security_invoker = true) AS
SELECT billed.*, account.name AS account_name, job.tag_map, 'aws_sagemaker_trainingjob' AS resource_type,
  job.owner, job.owner_rule
FROM (
  SELECT job.training_job_arn, job.training_job_name, job.creation_time, u.resource_id AS resource_id, u.day AS day, u.account_id AS account_id, u.region AS region, u.started_at AS started_at, u.ended_at AS ended_at, u.status AS status, u.capacity AS capacity, u.billing AS billing, u.waste AS waste, u.instance_type AS instance_types, u.instance_count::bigint AS instance_count, u.billable_seconds AS billable_seconds, u.instance_seconds::numeric AS instance_seconds, CASE WHEN u.capacity = 'training_plan' THEN coalesce(u.instance_seconds, 0) ELSE 0 END::numeric AS prepaid_instance_seconds, u.training_seconds AS training_seconds, (u.spot_saved_seconds::bigint * u.instance_count)::numeric AS spot_saved_instance_seconds, u.warm_pool_seconds AS warm_pool_seconds, u.warm_pool_instance_seconds::numeric AS warm_pool_instance_seconds, u.training_plan_arn AS training_plan_arn, u.token_count AS token_count, u.storage_gb_seconds::numeric AS storage_gb_seconds, u.currency AS currency, u.compute_cost AS compute_cost, u.warm_pool_cost AS warm_pool_cost, u.storage_cost AS storage_cost, u.cost AS cost, u.is_unpriced AS is_unpriced, job.role_arn, job.tags, job.deleted_at
  FROM billing_usage_priced AS u
  JOIN aws_sagemaker_trainingjob AS job ON job.id = u.resource_id AND u.resource_type = 'aws_sagemaker_trainingjob'
  WHERE u.group_index = 0
    AND NOT EXISTS (SELECT FROM billing_usage AS more WHERE more.resource_id = u.resource_id AND more.group_index = 1 AND more.resource_type = u.resource_type)
  UNION ALL
  SELECT job.training_job_arn, job.training_job_name, job.creation_time, job.id AS resource_id, g.day AS day, g.account_id AS account_id, g.region AS region, g.started_at AS started_at, g.ended_at AS ended_at, g.status AS status, sums.capacity AS capacity, sums.billing AS billing, g.waste AS waste, sums.instance_types AS instance_types, sums.instance_count AS instance_count, g.billable_seconds AS billable_seconds, sums.instance_seconds AS instance_seconds, sums.prepaid_instance_seconds AS prepaid_instance_seconds, g.training_seconds AS training_seconds, sums.spot_saved_instance_seconds AS spot_saved_instance_seconds, g.warm_pool_seconds AS warm_pool_seconds, sums.warm_pool_instance_seconds AS warm_pool_instance_seconds, g.training_plan_arn AS training_plan_arn, g.token_count AS token_count, sums.storage_gb_seconds AS storage_gb_seconds, CASE WHEN g.region LIKE 'cn-%' THEN 'CNY' WHEN g.region LIKE 'eusc-%' THEN 'EUR' ELSE 'USD' END AS currency, sums.compute_cost AS compute_cost, sums.warm_pool_cost AS warm_pool_cost, sums.storage_cost AS storage_cost, sums.cost AS cost, sums.is_unpriced AS is_unpriced, job.role_arn, job.tags, job.deleted_at
  FROM billing_usage AS g
  JOIN aws_sagemaker_trainingjob AS job ON job.id = g.resource_id AND g.resource_type = 'aws_sagemaker_trainingjob'
  CROSS JOIN LATERAL (
    SELECT min(u.capacity) AS capacity, min(u.billing) AS billing, string_agg(u.instance_type, ', ' ORDER BY u.group_index) AS instance_types,
      sum(u.instance_count) AS instance_count, CASE WHEN count(instance_seconds) = count(*) THEN sum(instance_seconds) END AS instance_seconds,
      coalesce(sum(u.instance_seconds) FILTER (WHERE u.capacity = 'training_plan'), 0) AS prepaid_instance_seconds,
      sum(u.spot_saved_seconds::bigint * u.instance_count) AS spot_saved_instance_seconds,
      sum(u.warm_pool_instance_seconds) AS warm_pool_instance_seconds, sum(u.storage_gb_seconds) AS storage_gb_seconds,
      CASE WHEN count(compute_cost) = count(*) THEN sum(compute_cost) END AS compute_cost, CASE WHEN count(warm_pool_cost) = count(*) THEN sum(warm_pool_cost) END AS warm_pool_cost, CASE WHEN count(storage_cost) = count(*) THEN sum(storage_cost) END AS storage_cost, CASE WHEN count(cost) = count(*) THEN sum(cost) END AS cost, bool_or(u.is_unpriced) AS is_unpriced
    FROM billing_usage_priced AS u WHERE u.resource_id = g.resource_id AND u.resource_type = g.resource_type
  ) AS sums
  WHERE g.group_index = 1
) AS billed
LEFT JOIN account ON account.account_id = billed.account_id
LEFT JOIN aws_sagemaker_trainingjob AS job ON job.id = billed.resource_id;
COMMENT ON COLUMN billable_by_job.owner IS 'The team that the resource belongs to, by the rules of ownership; null where none applies.';
COMMENT ON COLUMN billable_by_job.owner_rule IS 'Name of the rule that decided the owner.';
