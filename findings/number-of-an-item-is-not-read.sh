#!/usr/bin/env bash
# A web page with a list of paragraphs that goes on with 5, said at the item (`<li value="5">`), as HTML allows.
#
# One would expect: Markdown that begins with 5. Every browser shows 5 and 6, Markdown has a way to say it, and where the list says it
# (`<ol start="5">`) it is kept.
#
# What happens: turndown 7.2.5, markdownify 1.2.3, html2text 2025.4.15 and pandoc 3.9 (pypandoc-binary 1.17) all write 1 and 2.
# All four keep `start`.
#
# For a draft: paragraphs get the numbers of others. Rapporteur says `lost-numbers` where the count begins again behind a
# heading, and can't know where the list is the first of a text.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check markdownify==1.2.3 html2text==2025.4.15 pypandoc-binary==1.17
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$folder" turndown@7.2.5

"$folder/python/bin/python" -I - <<'PYTHON'
import re
import sys

import html2text
import markdownify
import pypandoc

CONVERTERS = {
    "markdownify 1.2.3": markdownify.markdownify,
    "html2text 2025.4.15": html2text.html2text,
    "pandoc 3.9": lambda page: pypandoc.convert_text(page, "commonmark", format="html"),
}
for name, convert in CONVERTERS.items():
    for page, expected in (
        ('<ol><li value="5">Decides;</li><li>Thanks.</li></ol>', ["1", "2"]),
        ('<ol start="5"><li>Decides;</li><li>Thanks.</li></ol>', ["5", "6"]),
    ):
        seen = re.findall(r"(\d+)\.", convert(page))
        if seen != expected:
            sys.exit(f"This has changed. {name} now gives for {page}: {seen}")
        print(f"{name}: {page} is numbered {seen}")
PYTHON

cat >"$folder/draft.mjs" <<'SCRIPT'
import TurndownService from "turndown";

for (const [page, expected] of [
  ['<ol><li value="5">Decides;</li><li>Thanks.</li></ol>', "1,2"],
  ['<ol start="5"><li>Decides;</li><li>Thanks.</li></ol>', "5,6"],
]) {
  const seen = new TurndownService().turndown(page).match(/\d+(?=\.)/g);
  if (seen.join() !== expected) {
    console.error("This has changed. turndown 7.2.5 now gives:", page, seen);
    process.exit(1);
  }
  console.log("turndown 7.2.5:", page, "is numbered", seen);
}
SCRIPT
node "$folder/draft.mjs"
