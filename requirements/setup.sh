# Sourced by ./run and ./test at the root of the checkout: makes .venv hold exactly
# what requirements/ says, and does nothing when it already does.

say() { printf '\n== %s\n' "$*"; }
give_up() { printf '%s\n' "$*" >&2; exit 1; }

# debian_packages NAME… installs them as root; anybody else is told what to type.
debian_packages() {
  export DEBIAN_FRONTEND=noninteractive
  if ! command -v apt-get >/dev/null; then
    give_up "Please install what Debian calls: $*. Then run this again."
  elif [ "$(id -u)" -ne 0 ]; then
    give_up "Some packages are missing. Please type this, then run this again:
  sudo apt-get install --no-install-recommends $*"
  fi
  say "Installing Debian's packages: $*"
  local log
  log=$(mktemp)
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends \
    -o Dpkg::Options::=--force-confold "$@"; } >"$log" 2>&1 </dev/null ||
    { cat "$log"; give_up "Debian's packages could not be installed; see above."; }
  rm "$log"
}

python_is_new_enough() {
  python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))'
}

# what_is_wanted SET names one state of the requirements; another set, another
# Python, another place or another line in a file makes another name.
what_is_wanted() {
  echo "$1 $(python3 -V) $PWD $(cat requirements/*.txt requirements/build.in pyproject.toml | cksum)"
}

venv_is_usable() {
  [ "$(.venv/bin/python -V 2>/dev/null)" = "$(python3 -V)" ] &&
    .venv/bin/python -c 'import pip' 2>/dev/null
}

fill_venv() {
  if ! venv_is_usable; then
    say "Making .venv"
    python3 -m venv --clear .venv
  fi
  say "Installing the pinned Python packages ($1); the first time takes a minute"
  # The lock is whole: Debian's pip, left to resolve it, looks for newer ones of what has extras.
  .venv/bin/python -m pip install --quiet --disable-pip-version-check \
    --no-deps --require-hashes --only-binary :all: -r "requirements/$1.txt"
  .venv/bin/python -m pip install --quiet --disable-pip-version-check \
    --no-build-isolation --no-deps --no-index --editable .
}

# What translators wrote becomes what is read; does nothing where nothing changed.
compile_sentences() {
  .venv/bin/python src/stepstool/sentences/compiling.py >&2
}

# set_up serve|develop; everything in serve is in develop too.
set_up() {
  command -v python3 >/dev/null || debian_packages python3
  python_is_new_enough || give_up "Stepstool needs Python 3.11 or newer; this is $(python3 -V)."
  local installed
  installed=$(cat .venv/installed 2>/dev/null || true)
  case "$installed" in "$(what_is_wanted "$1")" | "$(what_is_wanted develop)") compile_sentences; return ;; esac
  python3 -c 'import ensurepip' 2>/dev/null || debian_packages python3-venv
  fill_venv "$1"
  compile_sentences
  what_is_wanted "$1" >.venv/installed
}
