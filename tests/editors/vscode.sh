#!/usr/bin/env bash
# Rapporteur in VS Code, in a window: the extension's package is built, installed, and driven by mouse and keys.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

code
server
if [ -z "${RAPPORTEUR_VSIX:-}" ]; then
  say "building the extension's package"
  (built_with vscode && npm run --silent package -- ci) >&2
  RAPPORTEUR_VSIX=$repository/editors/vscode/rapporteur-linux-x64.vsix
fi
export RAPPORTEUR_VSIX
drive "VS Code" "$here"/vscode/*."${1:-test}".mjs
