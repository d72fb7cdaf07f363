#!/usr/bin/env bash
# Automatic labels that Word has for Arabic and Chinese: (أ), (ب), (ج) in abjad order (`arabicAbjad`), and (一), (二), (三)
# (`chineseCounting`).
#
# One would expect: these labels, or an error from a converter that doesn't know them.
#
# What happens: pandoc 3.9 (pypandoc-binary 1.17) writes 1, 2, 3 for both, without a word. Docx2python 3.7.1 writes two
# dashes for each, and a warning for programmers.
#
# For a draft: subparagraphs bear the numbers of operative paragraphs, or none, and a reference to subparagraph (ب) leads
# nowhere. Type the labels by hand before you convert.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check python-docx==1.2.0 docx2python==3.7.1 pypandoc-binary==1.17

"$folder/python/bin/python" -I - "$folder" <<'PYTHON'
import re
import sys

import docx
import docx2python
import pypandoc
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls


def list_of(path, form, start, count):
    """A document with one automatic list in the given form of numbers (`w:numFmt`)."""
    draft = docx.Document()
    numbering = draft.part.numbering_part.element
    numbering.insert(0, parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90"><w:lvl w:ilvl="0"><w:start w:val="{start}"/>'
        f'<w:numFmt w:val="{form}"/><w:lvlText w:val="(%1)"/></w:lvl></w:abstractNum>'
    ))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    for item in range(count):
        paragraph = draft.add_paragraph(f"Lamp {item};")
        paragraph._p.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="90"/></w:numPr>')
        )
    draft.save(path)


def check(name, text, expected):
    seen = re.findall(r"^\s*(\S+)\s+Lamp", text, re.MULTILINE)
    if seen != expected:
        sys.exit(f"This has changed. {name} now labels the items {seen}")
    print(f"{name}: {seen}")


for form in ("arabicAbjad", "chineseCounting"):
    path = f"{sys.argv[1]}/{form}.docx"
    list_of(path, form, 1, 3)
    check(f"pandoc 3.9, {form}", pypandoc.convert_file(path, "plain"), ["(1)", "(2)", "(3)"])
    check(f"docx2python 3.7.1, {form}", docx2python.docx2python(path).text, ["--", "--", "--"])
PYTHON
