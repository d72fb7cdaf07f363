#!/usr/bin/env bash
# Rapporteur in Helix, by keys in a terminal.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

program tmux tmux
program patchelf patchelf
RAPPORTEUR_HELIX=$(command -v hx || true)
if [ -z "$RAPPORTEUR_HELIX" ]; then
  kept helix-forky debian forky hx
  RAPPORTEUR_HELIX=$RAPPORTEUR_EDITORS/helix-forky/bin/hx
fi
export RAPPORTEUR_HELIX
screens
server
say "$("$RAPPORTEUR_HELIX" --version)"
drive Helix "$here"/helix/*.test.mjs
