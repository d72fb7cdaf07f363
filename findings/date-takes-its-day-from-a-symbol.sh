#!/usr/bin/env bash
# “Its resolution 94/19 of 12 September 2037”, and a program that looks for the dates in a text.
#
# One would expect: 12 September 2037, and perhaps a second date that 94/19 is taken for.
#
# What happens: there is no 12 September in what `search_dates` of dateparser 1.5.0 finds. It reads “94/19 of 12” as 19 December
# 1994, and what is left, “September 2037”, as 19 September 2037: a day that isn't given takes over that of the date before. Chrono-node
# 2.10.3 has the right day, but takes it from the text “19 of 12 September 2037”, so that a link or a mark begins inside the
# number of the resolution; and it reads a resolution 5/12 as 12 May.
#
# For a draft: a list of dates made so has days on which nothing was adopted. Rapporteur reads a citation as one whole, number and
# date.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check dateparser==1.5.0
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$folder" chrono-node@2.10.3

"$folder/python/bin/python" -I -W ignore - <<'PYTHON'
import sys

from dateparser.search import search_dates

EXPECTED = [("94/19 of 12", "1994-12-19"), ("September 2037", "2037-09-19")]
found = search_dates("Recalling its resolution 94/19 of 12 September 2037", languages=["en"])
seen = [(text, str(date.date())) for text, date in found or []]
if seen != EXPECTED:
    sys.exit(f"This has changed. dateparser 1.5.0 now finds {seen}")
print("dateparser 1.5.0:", seen)
PYTHON

cat >"$folder/draft.mjs" <<'SCRIPT'
import * as chrono from "chrono-node";

const draft = "Recalling its resolution 94/19 of 12 September 2037 and Council resolution 5/12";
const seen = chrono
  .parse(draft, new Date(2037, 11, 1))
  .map((date) => `${date.text} = ${date.start.get("month")}-${date.start.get("day")}`);
if (seen.join("; ") !== "19 of 12 September 2037 = 9-12; 5/12 = 5-12") {
  console.error("This has changed. chrono-node 2.10.3 now finds:", seen);
  process.exit(1);
}
console.log("chrono-node 2.10.3:", seen);
SCRIPT
node "$folder/draft.mjs"
