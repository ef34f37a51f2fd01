# Sourced by ./test: a PostgreSQL of its own, on loopback, in a folder that is thrown away.
#   start_postgres FOLDER    then $postgres_url leads to it by the role of the pages, and
#                            $postgres_owner_url by the one that owns the tables
#   stop_postgres

postgres_bin=""
postgres_home=""
postgres_root=""

# It refuses to run as root, so root hands it to the postgres user of Debian's package.
as_postgres() {
  if [ "$(id -u)" -eq 0 ]; then
    (cd / && runuser -u postgres -- "$@")
  else
    "$@"
  fi
}

# In a fresh chroot only root may enter "/": then that user is let through while it runs.
open_the_root() {
  if [ "$(id -u)" -eq 0 ] && ! runuser -u postgres -- true 2>/dev/null; then
    postgres_root=$(stat -c %a /)
    chmod o+x /
  fi
}

close_the_root() {
  [ -z "$postgres_root" ] || chmod "$postgres_root" /
  postgres_root=""
}

find_postgres() {
  ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1
}

# Debian's package of PostgreSQL would start a server of its own; a machine that only
# tests needs none.
debian_packages_without_a_server() {
  local settings=/etc/postgresql-common/createcluster.conf
  if [ "$(id -u)" -ne 0 ] || [ -e "$settings" ]; then
    debian_packages "$@"
    return
  fi
  install -D -m 644 /dev/stdin "$settings" <<<"create_main_cluster = false"
  debian_packages "$@"
  rm "$settings"
}

free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

start_postgres() {
  postgres_home=$1
  mkdir "$postgres_home"
  open_the_root
  [ "$(id -u)" -ne 0 ] || chown postgres "$postgres_home"
  local bin port
  bin=$(find_postgres) port=$(free_port)
  as_postgres "$bin/initdb" -D "$postgres_home/data" --username=postgres --auth=trust \
    --encoding=UTF8 --locale=C --no-sync >"$postgres_home.log" 2>&1 ||
    { cat "$postgres_home.log"; return 1; }
  as_postgres "$bin/pg_ctl" -D "$postgres_home/data" -l "$postgres_home/server.log" -w start >/dev/null \
    -o "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories= -c fsync=off" ||
    { cat "$postgres_home/server.log"; return 1; }
  postgres_bin=$bin
  # As docs/self-hosting.md has hosts make them; tests also make databases.
  "$bin/psql" --quiet --no-psqlrc -h 127.0.0.1 -p "$port" -U postgres -d postgres -c "
    CREATE ROLE stepstool LOGIN BYPASSRLS CREATEDB; CREATE ROLE stepstool_pages LOGIN"
  postgres_url=postgres://stepstool_pages@127.0.0.1:$port/postgres
  postgres_owner_url=postgres://stepstool@127.0.0.1:$port/postgres
}

stop_postgres() {
  if [ -n "$postgres_bin" ]; then
    as_postgres "$postgres_bin/pg_ctl" -D "$postgres_home/data" -m immediate stop >/dev/null || true
  fi
  close_the_root
}
