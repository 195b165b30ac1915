-- The policy names another table.
DROP POLICY own_accounts ON crawl;
DROP TABLE crawl_worker;
DROP TABLE crawl_revisit;
DROP TABLE crawl_missing;
DROP TABLE crawl_lease;
DROP TABLE crawl_coverage;
DROP TABLE crawl_target;
DROP TABLE crawl;
