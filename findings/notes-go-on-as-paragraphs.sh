#!/usr/bin/env bash
# A Word file with footnotes, made into Markdown by mammoth, and shown by whatever shows Markdown.
#
# One would expect: three paragraphs, and below them notes 1 and 2.
#
# What happens: mammoth 1.13.0 writes the notes as a numbered list at the end. Only a blank line parts them
# from the last operative paragraph, and by the rules of Markdown (CommonMark) that is no end of a list: two
# lists with the same mark are one. markdown-it-py 4.3.0 shows the notes as items 4 and 5 of the operative
# list.
#
# For a draft: a reader sees five operative paragraphs, and a program that counts list items does so, too.
# Rapporteur knows such a list by its links back (`↑`), reads the items as notes, and calls them by their own
# numbers.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check \
    pypandoc-binary==1.17 mammoth==1.13.0 markdown-it-py==4.3.0

"$folder/python/bin/python" -I - "$folder" <<'PYTHON'
import re
import sys

import mammoth
import pypandoc
from markdown_it import MarkdownIt

DRAFT = """Recalling the Charter[^a] and the Protocol,[^b]

1. Decides to light the lamps;

2. Thanks the keepers;

3. Decides to remain awake.

[^a]: A/95/118.

[^b]: A/91/27.
"""
path = sys.argv[1] + "/draft.docx"
pypandoc.convert_text(DRAFT, "docx", format="markdown", outputfile=path)
with open(path, "rb") as file:
    markdown = mammoth.convert_to_markdown(file).value
numbers = re.findall(r"(?m)^\d+\. ", markdown)
if numbers != ["1. ", "2. ", "3. ", "1. ", "2. "]:
    sys.exit(f"This has changed. mammoth 1.13.0 now writes:\n{markdown}")
shown = MarkdownIt().render(markdown)
lists, items = shown.count("<ol"), [re.sub(r"<.*?>|\n", "", item).strip() for item in shown.split("<li>")[1:]]
if lists != 1 or len(items) != 5 or not items[3].startswith("A/95/118."):
    sys.exit(f"This has changed. markdown-it-py 4.3.0 now shows:\n{shown}")
print("mammoth 1.13.0 and markdown-it-py 4.3.0, one list:", items)
PYTHON
