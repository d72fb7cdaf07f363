#!/usr/bin/env bash
# Rapporteur in VS Code for the Web: the package for browsers is built, installed, and runs in the window, without a program.
# RAPPORTEUR_WEB_VSIX names a package that is built already, and RAPPORTEUR_CORE a folder with the module of WebAssembly.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

if [ -z "${RAPPORTEUR_WEB_VSIX:-}" ] && [ -z "${RAPPORTEUR_CORE:-}" ]; then
  if ! rustup target list --installed 2>/dev/null | grep -qx wasm32-unknown-unknown; then
    say "SKIPPED: the module of WebAssembly can't be built without Rust's target wasm32-unknown-unknown"
    exit 0
  fi
  program node nodejs
  program npm npm
  say "building the module of WebAssembly"
  (built_with web) >&2
fi
code
if [ -z "${RAPPORTEUR_WEB_VSIX:-}" ]; then
  say "building the extension's package for browsers"
  (built_with vscode && npm run --silent package:web) >&2
  RAPPORTEUR_WEB_VSIX=$repository/editors/vscode/rapporteur-web.vsix
fi
export RAPPORTEUR_VSIX=$RAPPORTEUR_WEB_VSIX
drive "VS Code for the Web" "$here"/vscode-web/*.test.mjs
