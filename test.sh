#!/usr/bin/env bash
# Runs every test: brings what is missing (Debian as root; elsewhere it says what to install), builds once, starts a
# private PostgreSQL for the run and ends with the line "N passed, N failed, N skipped".
#
#   ./test.sh                     everything
#   ./test.sh Domain App          only tests/Domain.Tests and tests/App.Tests
#   HZT_TEST_TIMEOUT=30m          the longest time one test project may take (45m)
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1
exec </dev/null
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en DEBIAN_FRONTEND=noninteractive
# Build servers of other runs must neither be used nor left behind.
export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false

all=(Domain Architecture Components App EndToEnd)
folder=/tmp/hzt-run-$$
passed=0 failed=0 skipped=0 cleaned=''

say() { printf '\n== %s\n' "$*"; }
die() { printf '%s\n' "$*" >&2; finish 1; }

finish() {
  clean_up
  printf '%s passed, %s failed, %s skipped\n' "$passed" "$((failed + $1))" "$skipped"
  exit $((failed + $1 > 0))
}

clean_up() {
  [ -z "$cleaned" ] || return 0
  cleaned=yes
  stop_children
  if [ -s "$folder/pg/data/postmaster.pid" ]; then
    kill -QUIT "$(head -1 "$folder/pg/data/postmaster.pid")" 2>/dev/null
    for _ in 1 2 3 4 5 6 7 8 9 10; do
      [ -e "$folder/pg/data/postmaster.pid" ] || break
      sleep 0.2
    done
  fi
  rm -rf "$folder"
}

# What takes long runs in a process group of its own: an interrupted run takes its builds, browsers and servers with it.
in_group() {
  set -m
  "$@" &
  local job=$!
  set +m
  wait "$job"
}

stop_children() {
  local job
  for job in $(jobs -p); do
    kill -TERM -- "-$job" 2>/dev/null
  done
}

interrupted() {
  printf '\nThe run was interrupted.\n' >&2
  trap - EXIT
  finish 1
}
trap clean_up EXIT
trap interrupted INT TERM HUP

major() { "$@" 2>/dev/null | sed -n 's/^v\{0,1\}\([0-9]\{1,\}\)\..*/\1/p' | sort -n | tail -1; }
postgres_tools() {
  local found
  found=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -t/ -k5 -n | tail -1)
  if [ -n "$found" ]; then echo "$found"; else dirname "$(command -v initdb)" 2>/dev/null; fi
}
has_postgres() { [ -n "$(postgres_tools)" ]; }
has_chromium() { command -v chromium >/dev/null || [ -x /usr/lib/chromium/chromium ] || [ -n "${HZT_CHROMIUM:-}" ]; }
has_slapd() { [ -x /usr/sbin/slapd ] && command -v ldapmodify >/dev/null; }
has_font() { command -v fc-list >/dev/null && [ -n "$(fc-list ':lang=zh-cn' family)" ]; }

check_tools() {
  [ "$(dotnet --list-sdks 2>/dev/null | sed -n 's/^\(10\)\.0\..*/\1/p' | head -1)" = 10 ] \
    || die 'The .NET 10 SDK is missing: install it from https://dotnet.microsoft.com/download/dotnet/10.0 and run again.'
  local node
  node=$(major node --version)
  [ "${node:-0}" -ge 20 ] || die "Node.js 20 or later is missing (found: ${node:-none}): install it from https://nodejs.org and run again."
  command -v npm >/dev/null || die 'npm is missing: it comes with Node.js 20 or later.'
}

bring_packages() {
  local missing=()
  has_postgres || missing+=(postgresql-15)
  has_chromium || missing+=(chromium)
  has_slapd || missing+=(slapd ldap-utils)
  has_font || missing+=(fontconfig fonts-noto-cjk)
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    die "Missing for the tests: ${missing[*]}. Install these packages (names as on Debian) and run again."
  fi
  say "Installing ${missing[*]}"
  apt-get update -q >/dev/null || die 'apt-get update failed.'
  # Other releases of Debian carry another version of PostgreSQL; any from 15 on will do.
  apt-cache show postgresql-15 >/dev/null 2>&1 || missing=("${missing[@]/postgresql-15/postgresql}")
  # The tests start servers of their own: those of the packages stay off.
  local policy=''
  [ -e /usr/sbin/policy-rc.d ] || { policy=/usr/sbin/policy-rc.d; printf '#!/bin/sh\nexit 101\n' >"$policy"; chmod +x "$policy"; }
  apt-get install -y -q --no-install-recommends "${missing[@]}" >"$folder/apt.log" 2>&1
  local answer=$?
  [ -z "$policy" ] || rm -f "$policy"
  [ "$answer" = 0 ] || { tail -20 "$folder/apt.log" >&2; die "Installing ${missing[*]} failed."; }
}

# PostgreSQL refuses to run as root; the server would also hold on to the pipes of whoever starts it.
as_postgres() {
  if [ "$(id -u)" = 0 ]; then
    runuser -u postgres -- "$@" >/dev/null 2>"$folder/pg.log"
  else
    "$@" >/dev/null 2>"$folder/pg.log"
  fi
}

start_postgres() {
  local tools
  tools=$(postgres_tools)
  mkdir -p "$folder/pg"
  [ "$(id -u)" != 0 ] || chown postgres "$folder/pg"
  (cd /tmp && as_postgres "$tools/initdb" -D "$folder/pg/data" -A trust -U hzt --no-sync -E UTF8 --locale=C.UTF-8 \
    && as_postgres "$tools/pg_ctl" -D "$folder/pg/data" -w -l "$folder/pg/log" \
      -o "-k $folder/pg -c listen_addresses='' -c max_connections=300 -c fsync=off -c synchronous_commit=off -c full_page_writes=off" start) \
    || { cat "$folder/pg.log" >&2; die 'The private PostgreSQL did not start.'; }
  export HZT_TEST_POSTGRES="Host=$folder/pg;Username=hzt"
}

# "   HaiZhengTong.Domain.Tests  Total: 8, Errors: 0, Failed: 0, Skipped: 0, Not Run: 0, Time: 0.1s"
count() { sed -n "s/.*Total: .*$1: \([0-9]\{1,\}\),.*/\1/p" "$2" | tail -1; }

run_project() {
  local name=$1 log=$folder/$1.log program=tests/$1.Tests/bin/Debug/net10.0/HaiZhengTong.$1.Tests total bad
  say "$name.Tests"
  in_group timeout --kill-after=20s "${HZT_TEST_TIMEOUT:-45m}" "$program" -noColor -noLogo >"$log" 2>&1
  local answer=$?
  cat "$log"
  total=$(sed -n 's/.* Total: \([0-9]\{1,\}\),.*/\1/p' "$log" | tail -1)
  if [ -z "$total" ]; then
    [ "$answer" != 124 ] || printf '%s.Tests took longer than %s and was stopped.\n' "$name" "${HZT_TEST_TIMEOUT:-45m}"
    printf '%s.Tests did not finish (exit %s).\n' "$name" "$answer"
    failed=$((failed + 1))
    return
  fi
  bad=$(($(count Errors "$log") + $(count Failed "$log")))
  [ "$answer" = 0 ] || [ "$bad" -gt 0 ] || bad=1
  failed=$((failed + bad))
  skipped=$((skipped + $(count Skipped "$log")))
  passed=$((passed + total - bad - $(count Skipped "$log") - $(count 'Not Run' "$log")))
}

# The lines of one kind, with what stands under each up to the stack trace.
list() {
  local lines
  lines=$(sed -n "/\\[$1\\]\$/,/^ *Stack Trace:\\|^ *Output:/p" "$folder"/*.log | grep -v 'Stack Trace:\|Output:\|^ *at ')
  [ -z "$lines" ] || { say "$2"; printf '%s\n' "$lines"; }
}

mkdir -p "$folder"
check_tools
bring_packages
say 'Building'
in_group dotnet build HaiZhengTong.sln -nologo -v q -clp:NoSummary || die 'The build failed.'
start_postgres
if [ $# -gt 0 ]; then all=("$@"); fi
for name in "${all[@]}"; do
  run_project "$name"
done
list SKIP 'Skipped'
list FAIL 'Failed'
trap - EXIT
echo
finish 0
