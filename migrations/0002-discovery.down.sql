DROP FUNCTION name_account();
DROP TABLE account;
DROP TABLE discovery_cache;
DROP TABLE discovered_account;
