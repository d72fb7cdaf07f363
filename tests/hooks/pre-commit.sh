#!/usr/bin/env bash
# Tries the hooks with pre-commit itself, from PyPI, in a scratch repository: the one that docs/command-line.md shows, with the
# program that is built here, and with `build` those of .pre-commit-hooks.yaml, which pre-commit builds out of a clone.
# It wants Python 3, Cargo and git; pre-commit comes from PyPI. No other test depends on it. RAPPORTEUR_SERVER names a program that is
# built already.
#
#     tests/hooks/pre-commit.sh          # the hook of the page
#     tests/hooks/pre-commit.sh build    # the hooks of the repository, too; that takes minutes
set -euo pipefail
repository=$(cd "$(dirname "$0")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

python3 -m venv "$scratch/python"
"$scratch/python/bin/pip" install --quiet "pre-commit==4.3.0"
export PATH="$scratch/python/bin:$PATH" PRE_COMMIT_HOME="$scratch/cache"
export GIT_AUTHOR_NAME=Writer GIT_AUTHOR_EMAIL=writer@example.org GIT_COMMITTER_NAME=Writer GIT_COMMITTER_EMAIL=writer@example.org

fail() {
    printf 'FAILED: %s\n' "$1"
    exit 1
}

# A fresh repository with a draft in which paragraph 3 stands twice.
begin() {
    rm -rf "$scratch/drafts"
    mkdir -p "$scratch/drafts"
    cd "$scratch/drafts"
    git init --quiet
    cp "$repository/examples/night-sky.en.resolution.txt" draft.resolution.txt
    printf 'Not a draft: 1. 1. 1.\n' > notes.txt
    printf '%s\n' "$1" > .pre-commit-config.yaml
    git add .
}

# The hook of the page.
if [ -n "${RAPPORTEUR_SERVER:-}" ]; then
    mkdir "$scratch/bin"
    ln -s "$RAPPORTEUR_SERVER" "$scratch/bin/rapporteur"
    export PATH="$scratch/bin:$PATH"
else
    (cd "$repository" && cargo build --locked --quiet --bin rapporteur)
    target=$(cd "$repository" && cargo metadata --no-deps --format-version 1 | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')
    export PATH="$target/debug:$PATH"
fi
page=$(sed -n '/^repos:$/,/^```$/p' "$repository/docs/command-line.md" | sed '/^```$/d')
begin "$page"
pre-commit install > "$scratch/said"
if git commit --quiet -m "A draft with mistakes" > "$scratch/said" 2>&1; then
    cat "$scratch/said"
    fail "a draft with mistakes was committed"
fi
grep -q 'error\[operative-numbering\]' "$scratch/said" || { cat "$scratch/said"; fail "the finding is not shown"; }
cp "$repository/examples/92-14.en.resolution.txt" draft.resolution.txt
git add draft.resolution.txt
git commit --quiet -m "A draft without mistakes" > "$scratch/said" 2>&1 || { cat "$scratch/said"; fail "a clean draft was refused"; }
printf 'The hook of docs/command-line.md holds back a draft with mistakes, and lets a clean one pass.\n'

[ "${1:-}" = build ] || exit 0

# The hooks of the repository, as it is committed now.
git clone --quiet "$repository" "$scratch/rapporteur"
revision=$(git -C "$scratch/rapporteur" rev-parse HEAD)
begin "repos:
  - repo: $scratch/rapporteur
    rev: $revision
    hooks:
      - id: rapporteur
      - id: rapporteur-fix"
if pre-commit run rapporteur > "$scratch/said" 2>&1; then
    cat "$scratch/said"
    fail "a draft with mistakes passed"
fi
grep -q 'error\[operative-numbering\]' "$scratch/said" || { cat "$scratch/said"; fail "the finding is not shown"; }
if pre-commit run rapporteur-fix > "$scratch/said" 2>&1; then
    cat "$scratch/said"
    fail "a draft was mended, and passed unseen"
fi
grep -q '^4. Requests' draft.resolution.txt || { cat "$scratch/said"; fail "the draft was not mended"; }
printf 'The hooks of .pre-commit-hooks.yaml are built, find what is wrong, and mend what is certain.\n'
