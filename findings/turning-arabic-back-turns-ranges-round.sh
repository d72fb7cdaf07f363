#!/usr/bin/env bash
# Arabic out of a PDF comes in the order in which it is seen, from the right. The advice that is given
# everywhere is to run the bidirectional algorithm over it once more (`get_display` of python-bidi), to turn
# it back.
#
# One would expect: what was turned twice is as it was.
#
# What happens, in python-bidi 0.6.12: the words come back, and so does the number of a resolution, 94/19. But
# “paragraphs 3-5” comes back as “5-3”, and 18-12-2037 as 2037-12-18. A slash between digits keeps them
# together, a hyphen doesn't once they follow Arabic letters (Unicode Standard Annex #9, rules W2 and W4);
# turned round, they follow none, and the rule is another.
#
# For a draft: the text reads well, and ranges of paragraphs and dates in digits are other ones. No rule of
# Rapporteur tells yet that a range runs backwards.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check python-bidi==0.6.12

"$folder/python/bin/python" -I - "$folder" <<'PYTHON'
import sys

from bidi import get_display

PARAGRAPHS, RESOLUTION = "\u0627\u0644\u0641\u0642\u0631\u0627\u062a", "\u0627\u0644\u0642\u0631\u0627\u0631"
CASES = [
    (f"{RESOLUTION} 94/19", f"{RESOLUTION} 94/19"),
    (f"{PARAGRAPHS} 3-5", f"{PARAGRAPHS} 5-3"),
    (f"{RESOLUTION} 18-12-2037", f"{RESOLUTION} 2037-12-18"),
]
for draft, expected in CASES:
    seen = get_display(get_display(draft))
    if seen != expected:
        sys.exit(f"This has changed. python-bidi 0.6.12 turns {ascii(draft)} twice into {ascii(seen)}")
    print(f"python-bidi 0.6.12: {draft} becomes {seen} ({ascii(seen)})")
PYTHON
