-- The roles stay: other databases of the server may use them.
DROP SCHEMA sagecat_private CASCADE;
