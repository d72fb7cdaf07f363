#!/usr/bin/env bash
# Subparagraphs (a), (b), (c) and (d) in a text that is shown by a renderer which improves typography.
#
# One would expect: straight quotation marks become curly ones, two hyphens a dash.
#
# What happens: the label `(c)` becomes `©`, and `(r)` becomes `®`: in Textile (textile 4.0.4) always, in
# Markdown (markdown-it-py 4.3.0, as markdown-it for JavaScript) once its `typographer` is on. The labels
# around it stay. Word's own automatic correction does the same to who types.
#
# For a draft: a text that is copied from such a page has no third subparagraph: it has a sentence that begins
# with ©. No rule of Rapporteur tells it yet, and what follows is read as part of subparagraph (b).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check textile==4.0.4 markdown-it-py==4.3.0

"$folder/python/bin/python" -I - "$folder" <<'PYTHON'
import html
import re
import sys

import textile
from markdown_it import MarkdownIt

DRAFT = "(a) To light the lamps;\n\n(b) To watch;\n\n(c) To report;\n\n(d) To rest.\n"
EXPECTED = ["(a) To light the lamps;", "(b) To watch;", "© To report;", "(d) To rest."]
improving = MarkdownIt("commonmark", {"typographer": True}).enable("replacements")
for what, shown in (("textile 4.0.4", textile.textile(DRAFT)), ("markdown-it-py 4.3.0", improving.render(DRAFT))):
    seen = [html.unescape(text) for text in re.findall(r"<p>(.*?)</p>", shown)]
    if seen != EXPECTED:
        sys.exit(f"This has changed. {what} now shows:\n{shown}")
    print(f"{what}:", seen)
PYTHON
