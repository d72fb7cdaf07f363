#!/usr/bin/env bash
# A draft in Markdown, whose paragraphs are numbered through, with a heading between paragraphs 2 and 3.
#
# One would expect: a linter's `--fix` mends spaces and blank lines. What the numbers are is the writer's
# affair; and a list that begins with 3 is Markdown that says 3, on purpose.
#
# What happens: markdownlint-cli2 0.22.1 (markdownlint 0.40.0), with no settings, writes 1 and 2 in place of 3
# and 4 behind the heading (its rule MD029). It also takes away a footnote that nothing calls, text and all
# (MD053). Neither is among what it then says.
#
# For a draft: one command, or an editor that mends on save, changes the numbers of a resolution and drops a
# note. Rapporteur says `lost-numbers` or `operative-numbering` at the number that begins again; what the note
# said can't be known. Switch MD029 and MD053 off for drafts.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

npm install --prefix "$folder" --silent --ignore-scripts --no-audit --no-fund markdownlint-cli2@0.22.1

cat >"$folder/draft.md" <<'DRAFT'
# Lamps of the harbours

Recalling the Charter of the Lamps,

1. Decides to light the lamps;
2. Thanks the keepers;

## Oil

3. Invites the harbours of the south;
4. Decides to remain awake.

[^1]: A/95/118.
DRAFT
(cd "$folder" && node_modules/.bin/markdownlint-cli2 --fix draft.md) >"$folder/said" 2>&1 || true
if ! diff "$folder/draft.md" - <<'EXPECTED'; then
# Lamps of the harbours

Recalling the Charter of the Lamps,

1. Decides to light the lamps;
2. Thanks the keepers;

## Oil

1. Invites the harbours of the south;
2. Decides to remain awake.

EXPECTED
    echo "This has changed: markdownlint-cli2 0.22.1 --fix makes another draft (above, on the left)."
    exit 1
fi
if grep -qE 'MD029|MD053' "$folder/said"; then
    echo "This has changed: markdownlint-cli2 0.22.1 now says what it did:"
    cat "$folder/said"
    exit 1
fi
echo "markdownlint-cli2 0.22.1:"
cat "$folder/draft.md"
