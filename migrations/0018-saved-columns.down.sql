DROP TABLE sagecat_private.saved_column;
