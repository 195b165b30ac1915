DROP INDEX aws_sagemaker_trainingjob_first_seen;
ALTER TABLE aws_sagemaker_trainingjob DROP COLUMN inserted_by;
ALTER TABLE resource_change DROP COLUMN written_by;
