#!/usr/bin/env bash
# A draft in Markdown whose paragraphs are numbered 1, 2, then a heading, then 3, 4 and 5, and which is
# formatted.
#
# One would expect: the numbers stay, as the formatter promises that what is shown stays the same.
#
# What happens: mdformat 1.0.0 keeps the first number of each list and writes 1 for all others. Shown as a
# page, that is the same. As text it is 1, 1, 3, 1, 1: the third list item is called 3, the fourth 1.
#
# For a draft: who reads or pastes the text sees numbers that are no numbers any more, and a search for “4.”
# finds nothing. The setting `number = true` (or `--number`) keeps them. Rapporteur reads a draft that is
# numbered so as it is shown, also where a heading parts the list, as here.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check mdformat==1.0.0

"$folder/python/bin/python" -I - "$folder" <<'PYTHON'
import sys

import mdformat

DRAFT = """1. Decides to light the lamps;
2. Thanks the keepers;

## Oil

3. Invites the harbours of the south;
4. Encourages all schools;
5. Decides to remain awake.
"""
EXPECTED = """1. Decides to light the lamps;
1. Thanks the keepers;

## Oil

3. Invites the harbours of the south;
1. Encourages all schools;
1. Decides to remain awake.
"""
seen = mdformat.text(DRAFT)
if seen != EXPECTED or mdformat.text(DRAFT, options={"number": True}) != DRAFT:
    sys.exit(f"This has changed. mdformat 1.0.0 now gives:\n{seen}")
print(f"mdformat 1.0.0:\n{seen}")
PYTHON
