#!/usr/bin/env bash
# A web page with a numbered list, whose items are not closed one by one. HTML wants no `</li>`: the next
# `<li>` closes the item. LibreOffice saves web pages so.
#
# One would expect: Markdown with paragraphs 1, 2 and 3.
#
# What happens: markdownify 1.2.3 puts each item below the one before. Paragraph 2 becomes a bullet in
# paragraph 1, paragraph 3 a bullet in that. It hands the page to Python's own parser of HTML through
# Beautiful Soup, which closes nothing by itself. html2text 2025.4.15 reads the same page as it is meant.
#
# For a draft: of all operative paragraphs one is left, with a tree of bullets below it. Rapporteur reads a
# single operative paragraph, and says that such a one is not numbered (`operative-single-numbered`).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check markdownify==1.2.3 html2text==2025.4.15

"$folder/python/bin/python" -I - "$folder" <<'PYTHON'
import sys

import html2text
import markdownify

PAGE = """<ol>
<li><p>Decides to light the lamps;</p>
<li><p>Thanks the keepers;</p>
<li><p>Decides to remain awake.</p>
</ol>
"""


def check(what, seen, expected):
    lines = [line.rstrip() for line in seen.splitlines() if line.strip()]
    if lines != expected:
        sys.exit(f"This has changed. {what} now gives:\n{seen}")
    print("\n".join([what, *lines]))


check(
    "markdownify 1.2.3:",
    markdownify.markdownify(PAGE),
    ["1. Decides to light the lamps;", "   - Thanks the keepers;", "     - Decides to remain awake."],
)
check(
    "html2text 2025.4.15:",
    html2text.html2text(PAGE),
    ["  1. Decides to light the lamps;", "  2. Thanks the keepers;", "  3. Decides to remain awake."],
)
PYTHON
