#!/usr/bin/env bash
# Numbers that belong to a style, as in templates: who writes in the style “Operative” gets a number, and the
# paragraph itself says nothing of a list.
#
# One would expect: a converter that writes Word's automatic numbers also writes these.
#
# What happens: docx2python 3.7.1, undoc 0.27.1 and officeParser 8.1.1 number a paragraph only if it names its
# list itself (`w:numPr` in the paragraph). From a list that the style names they leave all numbers out,
# without a word. Pandoc 3.9 (pypandoc-binary 1.17) and mammoth 1.13.0 write them.
#
# For a draft: one and the same converter keeps the numbers of one delegation's draft and loses those of
# another's, which looks the same in Word. Rapporteur says `operative-unnumbered` where no operative paragraph
# has its number.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check \
    python-docx==1.2.0 docx2python==3.7.1 undoc==0.27.1 mammoth==1.13.0 pypandoc-binary==1.17
npm install --prefix "$folder" --silent --ignore-scripts --no-audit --no-fund officeparser@8.1.1

"$folder/python/bin/python" -I - "$folder" <<'PYTHON'
import subprocess
import sys

import mammoth
import pypandoc
import undoc
from docx import Document
from docx.oxml import parse_xml
from docx2python import docx2python

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WORDS = ["Decides to light the lamps;", "Decides to remain awake."]


def check(what, seen, expected):
    lines = [line.strip().replace("\\", "") for line in seen.splitlines() if line.strip()]
    if lines != expected:
        sys.exit(f"This has changed. {what} now gives:\n{seen}")
    print(what, lines)


document = Document()
numbering = document.part.numbering_part.element
numbering.clear()
numbering.append(
    parse_xml(
        f'<w:abstractNum {W} w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:pStyle w:val="Operative"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    )
)
numbering.append(parse_xml(f'<w:num {W} w:numId="1"><w:abstractNumId w:val="0"/></w:num>'))
style = document.styles.add_style("Operative", 1)
style.element.get_or_add_pPr().append(parse_xml(f'<w:numPr {W}><w:numId w:val="1"/></w:numPr>'))
for words in WORDS:
    document.add_paragraph(words, style="Operative")
path = sys.argv[1] + "/draft.docx"
document.save(path)

with docx2python(path) as read:
    check("docx2python 3.7.1:", read.text, WORDS)
check("undoc 0.27.1:", undoc.parse_file(path).to_markdown(), WORDS)
program = (
    "require('officeparser').parseOffice(process.argv[1])"
    ".then(async (tree) => console.log((await tree.to('text')).value))"
)
command = ["node", "-e", program, path]
seen = subprocess.run(command, cwd=sys.argv[1], capture_output=True, check=True, text=True).stdout
check("officeParser 8.1.1:", seen, WORDS)
numbered = [f"{number}. {words}" for number, words in enumerate(WORDS, 1)]
with open(path, "rb") as file:
    check("mammoth 1.13.0:", mammoth.convert_to_markdown(file).value, numbered)
check(f"pandoc {pypandoc.get_pandoc_version()}:", pypandoc.convert_file(path, "plain").replace(".  ", ". "), numbered)
PYTHON
