#!/usr/bin/env bash
# The ordinals of sessions and meetings in Arabic.
#
# One would expect: one library, one manner. Either Arabic has ordinals there, or it is told that it hasn't.
#
# What happens: num2words 0.5.14 makes ordinals up to the nineteenth (تاسع عشر). From 20 on `to="ordinal"` gives cardinals: 94 is
# أربع و تسعون, “ninety-four”, where رابع وتسعون would be the ordinal. They aren't its plain cardinals either, which are
# masculine (أربعة و تسعون): the ones it gives as ordinals are feminine.
#
# For a draft: the first nineteen meetings of a committee are right, and all later ones say “meeting ninety-four”. Rapporteur
# has no rule for it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check num2words==0.5.14

"$folder/python/bin/python" -I - <<'PYTHON'
import sys

from num2words import num2words

EXPECTED = {
    4: ("\u0631\u0627\u0628\u0639", "\u0623\u0631\u0628\u0639\u0629"),
    19: ("\u062a\u0627\u0633\u0639 \u0639\u0634\u0631", "\u062a\u0633\u0639\u0629 \u0639\u0634\u0631"),
    20: ("\u0639\u0634\u0631\u0648\u0646", "\u0639\u0634\u0631\u0648\u0646"),
    94: ("\u0623\u0631\u0628\u0639 \u0648 \u062a\u0633\u0639\u0648\u0646", "\u0623\u0631\u0628\u0639\u0629 \u0648 \u062a\u0633\u0639\u0648\u0646"),
}
for number, words in EXPECTED.items():
    seen = num2words(number, lang="ar", to="ordinal"), num2words(number, lang="ar")
    if seen != words:
        sys.exit(f"This has changed. num2words 0.5.14 now gives for {number}: {seen}")
    print(f"num2words 0.5.14: {number} as an ordinal {seen[0]}, as a cardinal {seen[1]}")
PYTHON
