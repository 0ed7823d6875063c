#!/bin/sh
# Makes the secrets of docker-compose.yml that are not there yet: sh dev/compose/make-secrets.sh [FOLDER]. What is there stays.
# The folder is for its owner alone; the files can be read by every user of a container that is given them. Two are not made here:
# smtp_url (your mail server) and backup_key (see docs/operations.md); they are made empty, and nothing starts before they are filled in.
set -eu
umask 077
folder=${1:-secrets}
mkdir -p "$folder"
chmod 700 "$folder"
for name in postgres_password api_db_password worker_db_password backup_db_password metrics_token \
  letter_seal_token; do
  [ -s "$folder/$name" ] || openssl rand -hex 24 >"$folder/$name"
done
[ -s "$folder/auth_secret" ] || openssl rand -base64 33 >"$folder/auth_secret"
[ -s "$folder/payload_keys" ] || echo "k1:$(openssl rand -base64 32)" >"$folder/payload_keys"
for name in smtp_url backup_key; do [ -e "$folder/$name" ] || : >"$folder/$name"; done
chmod 444 "$folder"/*
for name in smtp_url backup_key; do [ -s "$folder/$name" ] || echo "$folder/$name is empty: fill it in (chmod u+w first)."; done
