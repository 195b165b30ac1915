DROP FUNCTION stamp_written_by();
DROP TABLE history_horizon;
DROP TABLE resource_change;
