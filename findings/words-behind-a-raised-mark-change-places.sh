#!/usr/bin/env bash
# A line of a PDF with a raised digit in it, the mark of a footnote.
#
# One would expect: the digit glued to the word before it, as most readers of PDFs give it, or on a line of
# its own.
#
# What happens: pypdf 7.1.1, with `extraction_mode="layout"`, takes all that follows the mark to a line above,
# before the words that it follows: “1 on the lamps of harbours,” and then “Recalling its resolution 94/19”.
# Pdfplumber 0.11.10 takes the mark alone to a line above. Pypdf's plain mode glues it, and resolution 94/19
# with mark 1 becomes resolution 94/191.
#
# For a draft: the sentence is turned round, or the mark has lost its word, or another resolution is cited.
# Nobody can read back what such a line was: take another mode, and compare the citations.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check \
    reportlab==5.1.0 pypdf==7.1.1 pdfplumber==0.11.10

"$folder/python/bin/python" -I - "$folder" <<'PYTHON'
import sys

import pdfplumber
import pypdf
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate


def check(what, seen, expected):
    lines = [line.strip() for line in seen.splitlines() if line.strip()]
    if lines != expected:
        sys.exit(f"This has changed. {what} now gives:\n{seen}")
    print(what, lines)


path = sys.argv[1] + "/draft.pdf"
line = "Recalling its resolution 94/19<super>1</super> on the lamps of harbours,"
SimpleDocTemplate(path).build([Paragraph(line, getSampleStyleSheet()["Normal"])])
page = pypdf.PdfReader(path).pages[0]
check(
    "pypdf 7.1.1, layout:",
    page.extract_text(extraction_mode="layout"),
    ["1 on the lamps of harbours,", "Recalling its resolution 94/19"],
)
check("pypdf 7.1.1, plain:", page.extract_text(), ["Recalling its resolution 94/191 on the lamps of harbours,"])
with pdfplumber.open(path) as pages:
    check(
        "pdfplumber 0.11.10:",
        pages.pages[0].extract_text(),
        ["1", "Recalling its resolution 94/19 on the lamps of harbours,"],
    )
PYTHON
