-- Which transaction a change and a row came with: readers find what was committed since they last looked, each once and in one order.

-- Without a default at first: what is there already is not rewritten, and stays null.
ALTER TABLE resource_change ADD COLUMN written_by xid8;
ALTER TABLE resource_change ALTER COLUMN written_by SET DEFAULT pg_current_xact_id();
COMMENT ON COLUMN resource_change.written_by IS 'The transaction that added the change; null for changes of older versions of sagecat.';
CREATE INDEX resource_change_written_by ON resource_change (written_by, id);

ALTER TABLE aws_sagemaker_trainingjob ADD COLUMN inserted_by xid8;
ALTER TABLE aws_sagemaker_trainingjob ALTER COLUMN inserted_by SET DEFAULT pg_current_xact_id();
COMMENT ON COLUMN aws_sagemaker_trainingjob.inserted_by IS 'The transaction that added the row; null for rows of older versions of sagecat.';
CREATE INDEX aws_sagemaker_trainingjob_inserted_by ON aws_sagemaker_trainingjob (inserted_by, id);
CREATE INDEX aws_sagemaker_trainingjob_first_seen ON aws_sagemaker_trainingjob (first_seen_at, id);
