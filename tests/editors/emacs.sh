#!/usr/bin/env bash
# Rapporteur in Emacs, with Eglot, without a screen and by keys in a terminal.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

new() { "$1" -Q --batch --eval '(kill-emacs (if (< emacs-major-version 29) 1 0))' 2>/dev/null; }

program tmux tmux
program patchelf patchelf
RAPPORTEUR_EMACS=$(command -v emacs || true)
if [ -z "$RAPPORTEUR_EMACS" ] || ! new "$RAPPORTEUR_EMACS"; then
  kept emacs-forky debian forky emacs-nox
  RAPPORTEUR_EMACS=$RAPPORTEUR_EDITORS/emacs-forky/bin/emacs-nox
fi
new "$RAPPORTEUR_EMACS" || without "$RAPPORTEUR_EMACS is no Emacs 29 or later"
export RAPPORTEUR_EMACS
screens
server
say "$("$RAPPORTEUR_EMACS" --version | sed -n 1p)"
drive Emacs "$here"/emacs/*.test.mjs
