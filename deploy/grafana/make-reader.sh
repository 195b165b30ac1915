#!/bin/sh
# Makes the login that Grafana reads with, at the first start of the database's volume. The migrations find the role made here.
set -eu
[ -n "${GRAFANA_DB_PASSWORD:-}" ] || exit 0
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set password="$GRAFANA_DB_PASSWORD" <<'SQL'
CREATE ROLE sagecat_reader NOLOGIN;
CREATE ROLE grafana LOGIN PASSWORD :'password' IN ROLE sagecat_reader;
ALTER ROLE grafana SET default_transaction_read_only = on;
ALTER ROLE grafana SET statement_timeout = '30s';
ALTER ROLE grafana SET work_mem = '32MB';
ALTER ROLE grafana SET jit = off;
SQL
