DROP TABLE sagecat_private.database_origin;
