#!/usr/bin/env bash
# Words that are put in at the end of a paragraph, and a paragraph that is put in behind it, both tracked.
#
# One would expect: two changes. The end of the first paragraph is not tracked (only the new one's end is, `w:ins` in its mark), so that it
# stays when all is rejected, as in Word.
#
# What happens, in LibreOffice 7.4.7 (Debian 12): changes of one author within a minute are joined over the end of a paragraph. It becomes
# part of them, and when all is rejected the paragraph before and the one behind are one. The same happens to words and a paragraph that
# are taken out, when all is accepted.
#
# For a draft: two paragraphs run together, and all numbers behind are one too low. Where Rapporteur tracks changes it writes such a
# stretch as Word does of what is typed there: the first end is new, and the last one is that which was there. Wants `soffice` on the
# path.
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
BY = 'w:author="Keeper" w:date="2040-11-03T09:00:00Z"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def run(words):
    return f"<w:r><w:t>{words}</w:t></w:r>"


body = (
    f'<w:p>{run("Lights the lamps")}<w:ins w:id="1" {BY}>{run("of harbours")}</w:ins></w:p>'
    f'<w:p><w:pPr><w:rPr><w:ins w:id="2" {BY}/></w:rPr></w:pPr><w:ins w:id="3" {BY}>{run("Keeps the fog away")}</w:ins></w:p>'
    f'<w:p>{run("Rests")}</w:p>'
)
parts = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{MAIN}.document.main+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="a" '
    f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
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
text = text[text.index("<office:text") :]
changes = len(re.findall("<text:changed-region", text))
text = re.sub(r"<text:tracked-changes.*?</text:tracked-changes>", "", text, flags=re.S)
text = re.sub(r"<text:change-start[^>]*>", "[", text)
text = re.sub(r"<text:change-end[^>]*>", "]", text)
seen = [re.sub("<[^>]*>", "", one) for one in re.findall(r"<text:p[ >].*?</text:p>", text, re.S)]
if (changes, seen) != (1, ["Lights the lamps[of harbours", "Keeps the fog away", "]Rests"]):
    sys.exit(f"This has changed. LibreOffice now gives {changes} changes: {seen}")
print(f"LibreOffice, {changes} change:", seen)
PYTHON
