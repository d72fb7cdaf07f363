#!/usr/bin/env bash
# One word replaced by another while changes were tracked: “all lamps” became “most lamps”.
#
# One would expect: “most lamps”, or else “all lamps”, or both words.
#
# What happens: `Paragraph.text` of python-docx 1.2.0 has neither. What is taken out it doesn't count as text, and what is put in
# (`w:ins`) isn't a run of the paragraph: “Decides to light  lamps”. Pandoc 3.9 (pypandoc-binary 1.17) gives the new word.
#
# For a draft: a program that searches or compares so works on a sentence that nobody has written. Two spaces together are the only
# trace. Accept or reject the changes first.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check python-docx==1.2.0 pypandoc-binary==1.17

"$folder/python/bin/python" -I - "$folder" <<'PYTHON'
import sys

import docx
import pypandoc
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

path = sys.argv[1] + "/draft.docx"
draft = docx.Document()
paragraph = draft.add_paragraph("Decides to light ")
tracked = f'{nsdecls("w")} w:author="Keeper" w:date="2037-09-12T09:00:00Z"'
paragraph._p.append(parse_xml(f'<w:del {tracked} w:id="1"><w:r><w:delText>all</w:delText></w:r></w:del>'))
paragraph._p.append(parse_xml(f'<w:ins {tracked} w:id="2"><w:r><w:t>most</w:t></w:r></w:ins>'))
paragraph.add_run(" lamps;")
draft.save(path)

for name, seen, expected in (
    ("python-docx 1.2.0", docx.Document(path).paragraphs[0].text, "Decides to light  lamps;"),
    ("pandoc 3.9", pypandoc.convert_file(path, "plain").strip(), "Decides to light most lamps;"),
):
    if seen != expected:
        sys.exit(f"This has changed. {name} now gives: {seen}")
    print(f"{name}: {seen}")
PYTHON
