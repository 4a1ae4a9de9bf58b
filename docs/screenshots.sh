#!/usr/bin/env bash
# Takes the five faces at 1440, 1024 and 390 pixels, light and dark, from a running application with demo data.
#
#   docs/screenshots.sh FOLDER     into a folder of your own
#   docs/screenshots.sh            into docs/images, the ones the manuals show
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
folder=${1:-$(mktemp -d)}
mkdir -p "$folder"
dotnet build tests/EndToEnd.Tests -nologo -v q -clp:NoSummary
HZT_SCREENSHOTS=$(realpath "$folder") tests/EndToEnd.Tests/bin/Debug/net10.0/HaiZhengTong.EndToEnd.Tests \
  -noLogo -noColor -explicit only -class '*.Screenshots'
if [ $# -eq 0 ]; then
  mkdir -p docs/images
  for face in signin work chat people meet; do
    cp "$folder/$face-1440.png" "docs/images/$face.png"
  done
  cp "$folder/chat-1440-dark.png" docs/images/chat-dark.png
  cp "$folder/chat-390.png" docs/images/chat-phone.png
  rm -rf "$folder"
fi
