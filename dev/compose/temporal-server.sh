#!/bin/sh
# Starts Temporal's server with the password of its database out of a file: the image takes it from the environment alone.
set -eu
POSTGRES_PWD=$(cat "$POSTGRES_PWD_FILE")
export POSTGRES_PWD
exec /etc/temporal/entrypoint.sh
