#!/usr/bin/env bash
# Three footnotes of which the one in the middle was put in last, so that its name in the file is the highest number.
#
# One would expect: each call has the name of its note (`w:id`), and the note of that name is shown at its foot, as in Word.
#
# What happens, in LibreOffice 7.4.7 (Debian 12): the first call gets the note with the lowest number, the next one that with the next
# number, whatever note a call names. Where a note stands in the file that nothing calls, all notes with higher numbers are wrong.
#
# For a draft: sources stand at the wrong sentences, and nobody is told. Where Rapporteur writes a note into a document (`--into`), it gives
# it a number between those of the notes before and behind it, and the notes behind it higher ones where there is none. Wants `soffice`
# on the path.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

python3 -I - "$folder" <<'PYTHON'
import re
import subprocess
import sys
import zipfile

folder = sys.argv[1]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def note(name, words):
    return f'<w:footnote w:id="{name}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>{words}</w:t></w:r></w:p></w:footnote>'


def paragraph(words, name):
    return f'<w:p><w:r><w:t>{words}</w:t></w:r><w:r><w:footnoteReference w:id="{name}"/></w:r></w:p>'


parts = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{MAIN}.document.main+xml"/>'
    f'<Override PartName="/word/footnotes.xml" ContentType="{MAIN}.footnotes+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="a" '
    f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="a" '
    f'Type="{OFFICE}/footnotes" Target="footnotes.xml"/></Relationships>',
    "word/document.xml": f"<w:document {W}><w:body>{paragraph('Lamps', 1)}{paragraph('Quays', 3)}{paragraph('Harbours', 2)}</w:body></w:document>",
    "word/footnotes.xml": f'<w:footnotes {W}><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
    f'<w:footnote w:type="continuationSeparator" w:id="0"><w:p/></w:footnote>'
    f"{note(1, 'Of lamps.')}{note(3, 'Of quays.')}{note(2, 'Of harbours.')}</w:footnotes>",
}
with zipfile.ZipFile(folder + "/draft.docx", "w") as package:
    for name, content in parts.items():
        package.writestr(name, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + content)
subprocess.run(
    ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "fodt", "--outdir", folder,
     folder + "/draft.docx"],
    check=True, capture_output=True, timeout=300,
)
with open(folder + "/draft.fodt", encoding="utf-8") as file:
    text = file.read()
seen = []
for words, body in re.findall(r"(Lamps|Quays|Harbours)<text:note .*?<text:note-body>(.*?)</text:note-body>", text, re.S):
    seen.append((words, re.sub("<[^>]*>", "", body).strip()))
if seen != [("Lamps", "Of lamps."), ("Quays", "Of harbours."), ("Harbours", "Of quays.")]:
    sys.exit(f"This has changed. LibreOffice now gives: {seen}")
print("LibreOffice:", seen)
PYTHON
