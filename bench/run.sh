#!/usr/bin/env bash
# Measures one thing and prints one JSON line per figure: bench/run.sh directory-search | import | send [sqlite|postgres …]
# It starts its own PostgreSQL, with full durability, and removes it at the end. The peer of directory-search and import is
# OpenLDAP: without the package slapd (apt-get install -y --no-install-recommends slapd) there is no peer, and it says so.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
unset HZT_TEST_POSTGRES
dotnet build bench/Bench.csproj -c Release -nologo -v q -clp:NoSummary >&2
exec bench/bin/Release/net10.0/HaiZhengTong.Bench "$@"
