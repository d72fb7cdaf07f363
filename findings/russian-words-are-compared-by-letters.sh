#!/usr/bin/env bash
# Two wordings of a Russian paragraph, compared by words.
#
# One would expect: постановляет (decides) is taken out and поручает (instructs) put in, as with Decides and Requests in English.
#
# What happens: `diffWords` of jsdiff 9.0.0 knows the letters of Latin script only. Each Cyrillic letter is a word of its own, and what
# both words share in some place stays between the strokes: по-ст+руч-а-новля-ет. In Arabic it is the same.
# With a segmenter for the language (`intlSegmenter`) words are compared.
#
# For a draft: delegates see a thicket of letters where one word was changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$folder" diff@9.0.0
cat >"$folder/draft.mjs" <<'SCRIPT'
import { diffWords } from "diff";

const show = (changes) => changes.map((part) => (part.added ? `[+${part.value}]` : part.removed ? `[-${part.value}]` : part.value)).join("");
const [before, after] = ["постановляет осветить гавани", "поручает осветить гавани"];
const cases = [
  [diffWords("Decides to light", "Requests to light"), "[-Decides][+Requests] to light"],
  [diffWords(before, after), "по[-ст][+руч]а[-новля]ет осветить гавани"],
  [
    diffWords(before, after, { intlSegmenter: new Intl.Segmenter("ru", { granularity: "word" }) }),
    "[-постановляет][+поручает] осветить гавани",
  ],
];
for (const [changes, expected] of cases) {
  if (show(changes) !== expected) {
    console.error("This has changed. jsdiff 9.0.0 now gives:", show(changes));
    process.exit(1);
  }
  console.log("jsdiff 9.0.0:", show(changes));
}
SCRIPT
node "$folder/draft.mjs"
