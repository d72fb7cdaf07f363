#!/usr/bin/env bash
# “Secretary-General” with a hyphen that doesn't break at the end of a line (Ctrl+Shift+hyphen in Word,
# `w:noBreakHyphen` in the file), as careful typists write it.
#
# One would expect: a hyphen of some kind. It is seen in Word, and it isn't the soft hyphen, which isn't.
#
# What happens: docx2python 3.7.1, docx2txt 0.9 and officeParser 8.1.1 leave it out, and the words run
# together: “SecretaryGeneral”, “Sixtythird”. Python-docx 1.2.0 writes a plain hyphen, pandoc 3.9
# (pypandoc-binary 1.17) U+2011.
#
# For a draft: titles of office and sessions are misspelt all through, and a symbol loses a part: A/S-32/1
# becomes A/S32/1. No rule of Rapporteur tells the words yet. Search for them in Word by ^~ and put plain
# hyphens there.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check \
    python-docx==1.2.0 docx2python==3.7.1 docx2txt==0.9 pypandoc-binary==1.17
npm install --prefix "$folder" --silent --ignore-scripts --no-audit --no-fund officeparser@8.1.1

"$folder/python/bin/python" -I - "$folder" <<'PYTHON'
import subprocess
import sys

import docx2txt
import pypandoc
from docx import Document
from docx.oxml import parse_xml
from docx2python import docx2python

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
GLUED = "The SecretaryGeneral, in A/S32/1,"


def check(what, seen, expected):
    if seen.strip() != expected:
        sys.exit(f"This has changed. {what} now gives:\n{seen}")
    print(what, seen.strip())


hyphen = "</w:t><w:noBreakHyphen/><w:t>"
xml = f"<w:p {W}><w:r><w:t>The Secretary{hyphen}General, in A/S{hyphen}32/1,</w:t></w:r></w:p>"
document = Document()
document.element.body.insert(0, parse_xml(xml))
path = sys.argv[1] + "/draft.docx"
document.save(path)

with docx2python(path) as read:
    check("docx2python 3.7.1:", read.text, GLUED)
check("docx2txt 0.9:", docx2txt.process(path), GLUED)
program = (
    "require('officeparser').parseOffice(process.argv[1])"
    ".then(async (tree) => console.log((await tree.to('text')).value))"
)
command = ["node", "-e", program, path]
seen = subprocess.run(command, cwd=sys.argv[1], capture_output=True, check=True, text=True).stdout
check("officeParser 8.1.1:", seen, GLUED)
check("python-docx 1.2.0:", Document(path).paragraphs[0].text, "The Secretary-General, in A/S-32/1,")
pandoc = pypandoc.convert_file(path, "plain")
check(f"pandoc {pypandoc.get_pandoc_version()}:", pandoc, "The Secretary\u2011General, in A/S\u201132/1,")
PYTHON
