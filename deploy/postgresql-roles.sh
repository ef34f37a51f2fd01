#!/bin/sh
# Makes, once, the role that owns the tables, the role of the pages, and the database.
set -eu
psql --username postgres --set ON_ERROR_STOP=1 \
  --set owner="$OWNER_PASSWORD" --set pages="$PAGES_PASSWORD" <<'SQL'
CREATE ROLE stepstool LOGIN BYPASSRLS PASSWORD :'owner';
CREATE ROLE stepstool_pages LOGIN PASSWORD :'pages';
CREATE DATABASE stepstool OWNER stepstool;
SQL
