#!/usr/bin/env bash
# A paragraph that was moved while changes were tracked.
#
# One would expect: it stands where it was moved to. Or, from a converter that doesn't know tracked moves,
# nowhere.
#
# What happens: docx2python 3.7.1, docx2txt 0.9 and undoc 0.27.1 give it twice, where it was and where it is.
# All three leave out what was deleted, so the file seems to be read with its changes accepted. But Word marks
# deleted words as deleted (`w:delText`), while those that were moved away stay ordinary text (`w:t`) inside
# `w:moveFrom`.
#
# For a draft: there is one paragraph too many, and the numbers of docx2python and undoc go on over it without
# a gap, so that nothing looks wrong. No rule of Rapporteur tells yet that a paragraph stands twice. Accept
# the changes first.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check \
    python-docx==1.2.0 docx2python==3.7.1 docx2txt==0.9 undoc==0.27.1

"$folder/python/bin/python" -I - "$folder" <<'PYTHON'
import sys

import docx2txt
import undoc
from docx import Document
from docx.oxml import parse_xml
from docx2python import docx2python

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BY = 'w:author="Keeper" w:date="2040-11-03T09:00:00Z"'
LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def run(words):
    return f"<w:r><w:t>{words}</w:t></w:r>"


def moved(direction, number):
    """The paragraph where it was (`moveFrom`) or is (`moveTo`), as Word writes it: marked, its runs wrapped, in a range."""
    tag = f"w:{direction}"
    return (
        f'<w:p {W}><w:pPr>{LIST}<w:rPr><{tag} w:id="{number}" {BY}/></w:rPr></w:pPr>'
        f'<{tag}RangeStart w:id="{number + 1}" w:name="move1" {BY}/>'
        f'<{tag} w:id="{number + 2}" {BY}>{run("Thanks the keepers;")}</{tag}>'
        f'<{tag}RangeEnd w:id="{number + 1}"/></w:p>'
    )


def check(what, seen, expected):
    lines = [line.strip() for line in seen.splitlines() if line.strip()]
    if lines != expected:
        sys.exit(f"This has changed. {what} now gives:\n{seen}")
    print(what, lines)


document = Document()
numbering = document.part.numbering_part.element
numbering.clear()
numbering.append(
    parse_xml(
        f'<w:abstractNum {W} w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    )
)
numbering.append(parse_xml(f'<w:num {W} w:numId="1"><w:abstractNumId w:val="0"/></w:num>'))
lamps = f'<w:p {W}><w:pPr>{LIST}</w:pPr>{run("Decides to light the lamps;")}</w:p>'
for xml in (moved("moveFrom", 1), lamps, moved("moveTo", 4)):
    document.element.body.insert(len(document.element.body) - 1, parse_xml(xml))
path = sys.argv[1] + "/draft.docx"
document.save(path)

words = ["Thanks the keepers;", "Decides to light the lamps;", "Thanks the keepers;"]
with docx2python(path) as read:
    check("docx2python 3.7.1:", read.text, [f"{number})\t{text}" for number, text in enumerate(words, 1)])
check("docx2txt 0.9:", docx2txt.process(path), words)
check("undoc 0.27.1:", undoc.parse_file(path).to_markdown(), [f"{number}. {text}" for number, text in enumerate(words, 1)])
PYTHON
