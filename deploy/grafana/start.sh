#!/bin/sh
# Grafana takes an empty password for its default one, admin: it does not start before both passwords are set.
set -eu
: "${GF_SECURITY_ADMIN_PASSWORD:?set GRAFANA_ADMIN_PASSWORD in .env}"
: "${SAGECAT_DB_PASSWORD:?set GRAFANA_DB_PASSWORD in .env}"
exec "$@"
