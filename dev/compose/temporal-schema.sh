#!/bin/sh
# Makes Temporal's two databases and brings their tables up to date. SQL_HOST, SQL_PORT and SQL_USER say where; the password is in
# SQL_PASSWORD, or in the file SQL_PASSWORD_FILE.
set -eu
export SQL_PLUGIN=postgres12
if [ -n "${SQL_PASSWORD_FILE:-}" ]; then SQL_PASSWORD=$(cat "$SQL_PASSWORD_FILE"); export SQL_PASSWORD; fi

for store in temporal visibility; do
  SQL_DATABASE=$([ "$store" = temporal ] && echo temporal || echo temporal_visibility)
  export SQL_DATABASE
  temporal-sql-tool create
  # Fails where there are no tables at all; those are made first then.
  if ! temporal-sql-tool update-schema --schema-name "postgresql/v12/$store" 2>/dev/null; then
    temporal-sql-tool setup-schema -v 0.0
    temporal-sql-tool update-schema --schema-name "postgresql/v12/$store"
  fi
done
echo "Temporal's tables are up to date."
