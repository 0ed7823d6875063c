#!/bin/sh
# Makes the namespace, and the search attributes named in SEARCH_ATTRIBUTES ("Name=Type Name=Type"), unless they are there.
# TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE say where. Closed cases stay visible for 72 hours: the records are in the database.
set -eu

until temporal operator cluster health >/dev/null 2>&1; do sleep 1; done
temporal operator namespace describe -n "$TEMPORAL_NAMESPACE" >/dev/null 2>&1 ||
  temporal operator namespace create -n "$TEMPORAL_NAMESPACE" --retention 72h
until temporal operator search-attribute list -n "$TEMPORAL_NAMESPACE" >/dev/null 2>&1; do sleep 1; done
for attribute in ${SEARCH_ATTRIBUTES:-}; do
  name=${attribute%%=*}
  temporal operator search-attribute list -n "$TEMPORAL_NAMESPACE" | grep -qw "$name" ||
    temporal operator search-attribute create -n "$TEMPORAL_NAMESPACE" --name "$name" --type "${attribute#*=}"
  until temporal workflow count -n "$TEMPORAL_NAMESPACE" --query "$name IS NULL" >/dev/null 2>&1; do sleep 1; done
done
echo "Namespace $TEMPORAL_NAMESPACE is ready."
