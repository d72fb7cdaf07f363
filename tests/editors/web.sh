#!/usr/bin/env bash
# Rapporteur as a page, in Chromium: built as users build it, and driven by mouse and keys.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

browser
kept "$(npm_folder web)" npm_packages web
export RAPPORTEUR_WEB_TESTS=$RAPPORTEUR_EDITORS/$(npm_folder web)
if [ -z "${RAPPORTEUR_PAGE:-}" ]; then
  if [ -z "${RAPPORTEUR_CORE:-}" ] && [ ! -d "$(rustc --print target-libdir --target wasm32-unknown-unknown 2>/dev/null)" ]; then
    say "SKIPPED: this Rust can't build for browsers; rustup target add wasm32-unknown-unknown lets it"
    exit 0
  fi
  say "building the page"
  (
    built_with web
    npm run --silent check
    npm test --silent
    npm run --silent build
  ) >&2
  RAPPORTEUR_PAGE=$repository/editors/web/dist
fi
export RAPPORTEUR_PAGE
drive "the page" "$here"/web/*."${1:-test}".mjs
