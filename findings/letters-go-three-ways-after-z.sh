#!/usr/bin/env bash
# A long list of subparagraphs, with automatic letters, that goes on after (z).
#
# One would expect: (aa), (bb), (cc). That is how Word counts on, and the format of the file says so (`lowerLetter`: the letter is
# repeated).
#
# What happens: docx2python 3.7.1 counts as the columns of a spreadsheet: aa, ab, ac. Pandoc 3.9 (pypandoc-binary 1.17), in its plain
# text, begins at a again.
#
# For a draft: subparagraph (bb) is (ab) in one text and a second (b) in the other. Rapporteur says nothing of either yet.
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


path = sys.argv[1] + "/draft.docx"
list_of(path, "lowerLetter", 25, 5)
check("docx2python 3.7.1", docx2python.docx2python(path).text, ["y)", "z)", "aa)", "ab)", "ac)"])
check("pandoc 3.9", pypandoc.convert_file(path, "plain"), ["(y)", "(z)", "(a)", "(b)", "(c)"])
PYTHON
