#!/usr/bin/env bash
# One numbered list in Word, made of two: paragraphs that were pasted from another draft have a list of their
# own (`w:num`), which goes by the same definition (`w:abstractNum`).
#
# One would expect: the count goes on, as Word and LibreOffice show it: lists with one definition share their
# count, as long as none of them says where it begins.
#
# What happens: pandoc 3.9 (pypandoc-binary 1.17), docx2python 3.7.1 and undoc 0.27.1 begin at 1 again at the
# first pasted paragraph. Mammoth 1.13.0, which is the one that begins again behind a heading, goes on here.
#
# For a draft: the numbers differ from those in Word from there on. Rapporteur says `operative-numbering`,
# since the number 1 stands twice. In Word, mark all operative paragraphs and number them anew before you
# save.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check \
    python-docx==1.2.0 pypandoc-binary==1.17 docx2python==3.7.1 undoc==0.27.1 mammoth==1.13.0

"$folder/python/bin/python" -I - "$folder" <<'PYTHON'
import re
import sys

import mammoth
import pypandoc
import undoc
from docx import Document
from docx.oxml import parse_xml
from docx2python import docx2python

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def check(what, seen, expected):
    found = [int(number) for number in re.findall(r"(?m)^\s*(\d+)[.)]", seen)]
    if found != expected:
        sys.exit(f"This has changed. {what} now gives:\n{seen}")
    print(what, found)


document = Document()
numbering = document.part.numbering_part.element
numbering.clear()
numbering.append(
    parse_xml(
        f'<w:abstractNum {W} w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    )
)
for number in (1, 2):
    numbering.append(parse_xml(f'<w:num {W} w:numId="{number}"><w:abstractNumId w:val="0"/></w:num>'))
words = ["Decides to light the lamps;", "Thanks the keepers;", "Invites all schools;", "Decides to remain awake."]
for number, text in zip((1, 1, 2, 2), words):
    xml = (
        f'<w:p {W}><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
        f"<w:r><w:t>{text}</w:t></w:r></w:p>"
    )
    document.element.body.insert(len(document.element.body) - 1, parse_xml(xml))
path = sys.argv[1] + "/draft.docx"
document.save(path)

check(f"pandoc {pypandoc.get_pandoc_version()}:", pypandoc.convert_file(path, "plain"), [1, 2, 1, 2])
with docx2python(path) as read:
    check("docx2python 3.7.1:", read.text, [1, 2, 1, 2])
check("undoc 0.27.1:", undoc.parse_file(path).to_markdown(), [1, 2, 1, 2])
with open(path, "rb") as file:
    check("mammoth 1.13.0:", mammoth.convert_to_markdown(file).value, [1, 2, 3, 4])
PYTHON
