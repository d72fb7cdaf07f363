#!/usr/bin/env bash
# “As set out in paragraph 3 above”, where the 3 is a field that follows the paragraph's number (`REF`, in the
# short form `w:fldSimple`).
#
# One would expect: the 3, which stands in the file as the field's last result, and which Word and LibreOffice
# show.
#
# What happens: pandoc 3.9 (pypandoc-binary 1.17) and mammoth 1.13.0 leave the number out and keep the words
# around it: “as set out in paragraph above”. The same field in its long form (`w:fldChar`) is kept by both.
# Python-docx 1.2.0 leaves it out in what it gives as a paragraph's text, too.
#
# For a draft: the sentence still reads well, and it refers to nothing. No rule of Rapporteur tells it yet. In
# Word, make text of the fields before you save (Ctrl+A, Ctrl+Shift+F9).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check \
    python-docx==1.2.0 pypandoc-binary==1.17 mammoth==1.13.0

"$folder/python/bin/python" -I - "$folder" <<'PYTHON'
import sys

import mammoth
import pypandoc
from docx import Document
from docx.oxml import parse_xml

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CODE = " REF _Ref1 \\r \\h "


def run(content):
    return f"<w:r>{content}</w:r>"


def words(text):
    return run(f'<w:t xml:space="preserve">{text}</w:t>')


def check(what, seen, expected):
    lines = [" ".join(line.split()) for line in seen.splitlines() if line.strip()]
    if lines != expected:
        sys.exit(f"This has changed. {what} now gives:\n{seen}")
    print(what, lines)


short = f'<w:fldSimple w:instr="{CODE}">{words("3")}</w:fldSimple>'
long = (
    run('<w:fldChar w:fldCharType="begin"/>')
    + run(f'<w:instrText xml:space="preserve">{CODE}</w:instrText>')
    + run('<w:fldChar w:fldCharType="separate"/>')
    + words("3")
    + run('<w:fldChar w:fldCharType="end"/>')
)
document = Document()
for field in (short, long):
    xml = f'<w:p {W}>{words("as set out in paragraph ")}{field}{words(" above")}</w:p>'
    document.element.body.insert(len(document.element.body) - 1, parse_xml(xml))
path = sys.argv[1] + "/draft.docx"
document.save(path)

expected = ["as set out in paragraph above", "as set out in paragraph 3 above"]
check(f"pandoc {pypandoc.get_pandoc_version()}:", pypandoc.convert_file(path, "plain"), expected)
with open(path, "rb") as file:
    check("mammoth 1.13.0:", mammoth.extract_raw_text(file).value, expected)
check("python-docx 1.2.0:", "\n".join(paragraph.text for paragraph in Document(path).paragraphs), expected)
PYTHON
