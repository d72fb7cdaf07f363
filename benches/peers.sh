#!/usr/bin/env bash
# Installs the servers that benches/run compares with: benches/peers.sh [NAME…]
# They are built from crates.io into ~/.cache/rapporteur-peers (or RAPPORTEUR_PEERS), some minutes each; one that is
# there already is left alone. CARGO_BUILD_JOBS says on how many cores. A server that is on your PATH needs none of this.
set -euo pipefail
folder=${RAPPORTEUR_PEERS:-${XDG_CACHE_HOME:-$HOME/.cache}/rapporteur-peers}

# harper-ls brings a grammar in C that takes a compiler twenty minutes at Cargo's own -O3.
export CFLAGS=${CFLAGS:--O1}

install() {
    local name=$1 version=$2
    if [ -x "$folder/bin/$name" ]; then
        echo "peers: $name is there"
        return
    fi
    echo "peers: $name $version is built"
    cargo install --locked --quiet --root "$folder" --target-dir "$folder/build" --version "$version" "$name"
}

for name in "${@:-typos-lsp texlab harper-ls}"; do
    for name in $name; do
        case $name in
        typos-lsp) install typos-lsp 0.1.57 ;;
        texlab) install texlab 4.3.2 ;;
        harper-ls) install harper-ls 3.0.0 ;;
        *)
            echo "peers: there is no $name here; there are typos-lsp, texlab and harper-ls" >&2
            exit 2
            ;;
        esac
    done
done
# What was built on the way is large.
rm -rf "$folder/build"
