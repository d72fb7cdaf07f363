#!/usr/bin/env bash
# A numbered paragraph that was struck out as a whole, with tracked changes.
#
# One would expect: pandoc accepts tracked changes unless it is told otherwise (`--track-changes=accept`), so
# that the struck paragraph is gone, and the next one has its number, as in Word once the changes are
# accepted.
#
# What happens, in pandoc 3.9 (pypandoc-binary 1.17): the words go and the paragraph stays. An empty item 2 is
# left in the list, and every paragraph behind it bears a number that is too high by one.
#
# For a draft: all references to later paragraphs are wrong, in a text that looks clean. Rapporteur says
# `lost-numbers` at the empty number. Accept the changes in the word processor first.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check \
    python-docx==1.2.0 pypandoc-binary==1.17

"$folder/python/bin/python" -I - "$folder" <<'PYTHON'
import sys

import pypandoc
from docx import Document
from docx.oxml import parse_xml

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BY = 'w:author="Keeper" w:date="2040-11-03T09:00:00Z"'
LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
EXPECTED = """1.  Decides to light the lamps;

2.  

3.  Decides to remain awake.
"""

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
for words in ("Decides to light the lamps;", "Deplores the fog;", "Decides to remain awake."):
    if words == "Deplores the fog;":
        mark = f'<w:rPr><w:del w:id="1" {BY}/></w:rPr>'
        run = f'<w:del w:id="2" {BY}><w:r><w:delText>{words}</w:delText></w:r></w:del>'
    else:
        mark, run = "", f"<w:r><w:t>{words}</w:t></w:r>"
    paragraph = parse_xml(f"<w:p {W}><w:pPr>{LIST}{mark}</w:pPr>{run}</w:p>")
    document.element.body.insert(len(document.element.body) - 1, paragraph)
document.save(sys.argv[1] + "/draft.docx")

seen = pypandoc.convert_file(sys.argv[1] + "/draft.docx", "plain").replace("\r\n", "\n")
if seen != EXPECTED:
    sys.exit(f"This has changed. pandoc {pypandoc.get_pandoc_version()} now gives:\n{seen}")
print(f"pandoc {pypandoc.get_pandoc_version()}:\n{seen}")
PYTHON
