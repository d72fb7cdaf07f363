#!/usr/bin/env bash
# Rapporteur in Neovim: by Lua in a Neovim without a screen, by keys in a terminal, and in one that is too old.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

new() { "$1" --clean --headless -c 'if has("nvim-0.11") | qa! | else | cq | endif' 2>/dev/null; }

program tmux tmux
program patchelf patchelf
RAPPORTEUR_NVIM=$(command -v nvim || true)
if [ -z "$RAPPORTEUR_NVIM" ] || ! new "$RAPPORTEUR_NVIM"; then
  kept neovim-forky debian forky neovim
  RAPPORTEUR_NVIM=$RAPPORTEUR_EDITORS/neovim-forky/bin/nvim
fi
new "$RAPPORTEUR_NVIM" || without "$RAPPORTEUR_NVIM is no Neovim 0.11 or later"
kept neovim-trixie debian trixie neovim
export RAPPORTEUR_NVIM RAPPORTEUR_OLD_NVIM=$RAPPORTEUR_EDITORS/neovim-trixie/bin/nvim
screens
server
say "$("$RAPPORTEUR_NVIM" --version | sed -n 1p), and $("$RAPPORTEUR_OLD_NVIM" --version | sed -n 1p)"
drive Neovim "$here"/neovim/*."${1:-test}".mjs
