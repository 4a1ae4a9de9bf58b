#!/usr/bin/env bash
# Builds what changed and starts Hai Zheng Tong.   ./run.sh help
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
app=artifacts/app
stamp=artifacts/app.stamp

help() {
  cat <<'TEXT'
./run.sh                 build what changed, start, listen        构建并启动
./run.sh token ACCOUNT   print a bearer token of the account      打印该账号的访问令牌
./run.sh verify-audit [SEQ:HASH]   check the audit's chain (0 whole, 1 broken)      核验审计链
./run.sh help            this text                                本说明

HZT_URLS      where to listen             http://localhost:5080
HZT_DATA      data folder                 ./data
HZT_SEED      small | province | none     small   demo data for an empty database; none asks for the set-up code
HZT_DATABASE  sqlite | Host=…;Database=…;Username=…;Password=… | postgresql://…     sqlite
TEXT
}

die() { printf '%s\n' "$*" >&2; exit 1; }

check_tools() {
  command -v dotnet >/dev/null || die '缺少 .NET 10 SDK，请安装：https://dot.net   The .NET 10 SDK is missing; install it from https://dot.net'
  dotnet --list-sdks | grep -q '^10\.' || die "需要 .NET 10 SDK，本机只有：$(dotnet --list-sdks | cut -d' ' -f1 | xargs)   The .NET 10 SDK is needed"
  command -v node >/dev/null || die '缺少 Node.js 20 或更高版本，请安装：https://nodejs.org   Node.js 20 or later is missing; install it from https://nodejs.org'
  [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] || die "需要 Node.js 20 或更高版本，本机为 $(node --version)   Node.js 20 or later is needed"
  command -v npm >/dev/null || die '缺少 npm（随 Node.js 安装）   npm is missing; it comes with Node.js'
}

# What stands in the sources and is newer than a file; with -type f only files, without it also folders something was removed from.
newer_than() {
  find src wwwroot-assets Directory.Build.props Directory.Packages.props global.json \
    \( -name bin -o -name obj -o -name node_modules -o -path src/App/wwwroot \) -prune -o -newer "$1" "${@:2}" -print -quit
}

is_current() { [ -f "$stamp" ] && [ -f "$app/HaiZhengTong.App.dll" ] && [ -z "$(newer_than "$stamp")" ]; }

# Everything a build says goes to the error stream: the output of "token" is the token.
build() {
  is_current && return 0
  check_tools
  mkdir -p artifacts
  touch "$stamp.new"
  printf '正在构建……  Building …\n' >&2
  rm -rf "$app.new"
  dotnet publish src/App/App.csproj -c Release -o "$app.new" -v quiet -p:RunAnalyzersDuringBuild=false >&2 \
    || die '构建失败，原因见上。   The build failed; the reason stands above.'
  rm -rf "$app"
  mv "$app.new" "$app"
  # The build made folders of its own; what somebody edited meanwhile still asks for the next build.
  [ -n "$(newer_than "$stamp.new" -type f)" ] || touch "$stamp.new"
  mv "$stamp.new" "$stamp"
}

case "${1:-}" in
  help | -h | --help) help; exit 0 ;;
  '' | token | verify-audit) ;;
  *) help >&2; exit 1 ;;
esac

command -v dotnet >/dev/null || check_tools
# A running server reads its files from there: a command never replaces them.
if [ -z "${1:-}" ] || [ ! -f "$app/HaiZhengTong.App.dll" ]; then
  build
fi
export HZT_SEED="${HZT_SEED:-small}" HZT_DATA="${HZT_DATA:-./data}"
# Demo people share a password everybody knows: they live in Development only.
if [ -z "${ASPNETCORE_ENVIRONMENT:-}" ]; then
  case "$HZT_SEED" in none) export ASPNETCORE_ENVIRONMENT=Production ;; *) export ASPNETCORE_ENVIRONMENT=Development ;; esac
fi
if [ -n "${1:-}" ]; then
  exec dotnet "$app/HaiZhengTong.App.dll" "$@"
fi
exec dotnet "$app/HaiZhengTong.App.dll" --contentRoot="$PWD/$app" --Greeting=true
