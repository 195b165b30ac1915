DROP TABLE ack_source;
DROP TABLE ack_manifest;
