#!/usr/bin/env bash
# Makes the pictures of README.md and docs/ anew, from the real editors.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

program pngquant pngquant
RAPPORTEUR_PICTURES=$(mktemp -d)
export RAPPORTEUR_PICTURES
trap 'rm -rf "$RAPPORTEUR_PICTURES"' EXIT
source "$here/neovim.sh" pictures
source "$here/vscode.sh" pictures
for name in neovim vscode vscode-versions; do
  # Few colours make a small file, and letters need few.
  pngquant --force --speed 1 --quality 70-95 --output "$repository/docs/$name.png" "$RAPPORTEUR_PICTURES/readme-$name.png"
done
ls -l "$repository"/docs/*.png
