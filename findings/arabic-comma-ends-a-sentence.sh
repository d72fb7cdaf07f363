#!/usr/bin/env bash
# A sentence in Arabic, with commas and a colon, cut into sentences.
#
# One would expect: one sentence, which ends with its full stop.
#
# What happens: pysbd 0.3.4 with its Arabic rules ends a sentence at each Arabic comma (، U+060C) and at the colon, and makes four
# of one. Its Persian rules end it at the colon only, and its Urdu rules leave it whole, though all three languages have the same comma.
#
# For a draft: a program that counts, aligns or translates by sentences gets pieces that have no verb, and nothing that
# matches the other languages. Rapporteur compares versions by paragraphs.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check pysbd==0.3.4

"$folder/python/bin/python" -I - <<'PYTHON'
import sys

import pysbd

# It decides, after it has looked at the report, that the lamps are lit: in the north and in the south.
DRAFT = (
    "\u062a\u0642\u0631\u0631\u060c \u0628\u0639\u062f \u0627\u0644\u0646\u0638\u0631 \u0641\u064a \u0627\u0644\u062a\u0642\u0631\u064a\u0631\u060c "
    "\u0623\u0646 \u062a\u0636\u064a\u0621 \u0627\u0644\u0645\u0635\u0627\u0628\u064a\u062d: "
    "\u0641\u064a \u0627\u0644\u0634\u0645\u0627\u0644 \u0648\u0641\u064a \u0627\u0644\u062c\u0646\u0648\u0628."
)
for language, expected in (("ar", 4), ("fa", 2), ("ur", 1)):
    seen = pysbd.Segmenter(language=language, clean=False).segment(DRAFT)
    if len(seen) != expected:
        sys.exit(f"This has changed. pysbd 0.3.4 with its rules for {language} now gives: {seen}")
    print(f"pysbd 0.3.4, {language}: {seen}")
PYTHON
