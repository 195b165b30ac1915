DROP TRIGGER stamp_written_by ON policy_verdict;
ALTER TABLE policy_verdict DROP COLUMN written_by;
DROP INDEX crawl_target_by_start;
DROP TABLE sagecat_private.watch_delivery, sagecat_private.watch_message, sagecat_private.watch_match, sagecat_private.watch;
