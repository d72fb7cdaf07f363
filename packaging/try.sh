#!/usr/bin/env bash
# Installs what was made for one target as its users do, and has it check the example draft: try.sh TARGET ARCHIVES WHEELS NPM
# Each of the last three is a folder. What it takes is told in seconds.
set -euo pipefail
target=$1 archives=$2 wheels=$3 npm=$4
here=$(cd "$(dirname "$0")/.." && pwd)
example=$here/examples/night-sky.en.resolution.txt
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# tried NAME COMMAND…: the command names the mistakes of the example, and ends with 1.
tried() {
  local name=$1 start=$SECONDS said status=0
  shift
  said=$("$@" check --format json "$example") || status=$?
  if [ "$status" != 1 ] || ! grep -q '"code":"operative-numbering"' <<<"$said"; then
    printf 'FAILED: %s ends with %s and says:\n%s\n' "$name" "$status" "$said" >&2
    exit 1
  fi
  printf '%-8s %s, %s findings, %s s\n' "$name" "$("$@" --version)" "$(grep -c '"code"' <<<"$said")" $((SECONDS - start))
}

program=rapporteur
case $target in *windows*) program=rapporteur.exe ;; esac

archive=$(ls "$archives"/rapporteur-"$target".*)
case $archive in
  *.zip) python3 -m zipfile -e "$archive" "$work/unpacked" 2>/dev/null || python -m zipfile -e "$archive" "$work/unpacked" ;;
  *) mkdir "$work/unpacked" && tar -xzf "$archive" -C "$work/unpacked" ;;
esac
tried archive "$work/unpacked/rapporteur-$target/$program"

start=$SECONDS
case $target in
  # pip takes these on a system with that C library alone: the program in it is the archive's.
  *-musl) echo "wheel    not installed: this system has another C library" ;;
  *)
    python3 -m venv "$work/venv" 2>/dev/null || python -m venv "$work/venv"
    bin=$work/venv/bin
    [ -d "$bin" ] || bin=$work/venv/Scripts
    "$bin/python" -m pip install --quiet --no-index --find-links "$wheels" rapporteur-lsp
    echo "wheel    installed in $((SECONDS - start)) s"
    tried wheel "$bin/$program"
    ;;
esac

start=$SECONDS
# All packages by their files: those of other systems are passed over, as they are when they come from the registry.
npm_packages=$(cd "$npm" && pwd)
mkdir "$work/npm"
(
  cd "$work/npm"
  npm init --yes >/dev/null
  own=$("${PYTHON:-python3}" "$here/packaging/release.py" npm-name "$target")
  npm install --silent --no-audit --no-fund --omit=optional "$npm_packages"/rapporteur-[0-9]*.tgz
  # Beside it, where the registry's would be.
  mkdir -p "node_modules/$own"
  tar -xzf "$(ls "$npm_packages/$own"-[0-9]*.tgz)" -C "node_modules/$own" --strip-components 1
)
echo "npm      installed in $((SECONDS - start)) s"
tried npm node "$work/npm/node_modules/rapporteur/bin/rapporteur.js"
