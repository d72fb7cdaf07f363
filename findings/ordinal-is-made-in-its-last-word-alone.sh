#!/usr/bin/env bash
# The ordinals of sessions, in French, Spanish and Chinese, out of a library whose languages all have a `toOrdinal`.
#
# One would expect: quatre-vingt-quatorzième, nonagésimo cuarto and 第九十四 for 94. A language that cannot do it would say so.
#
# What happens: to-words 5.7.0 looks for the whole number in a table, and beyond it turns the last word alone, if it has one. The 80th
# session is right in all three. The 94th is “Quatre-Vingt-Quatorze” in French, a cardinal; “Noventa Y Cuarto” in Spanish, a
# cardinal with an ordinal behind it; and “九十 第四” in Chinese, with the 第 inside the number and a space before it.
#
# For a draft: a template that was tried with one session goes wrong with the next. Rapporteur doesn't compare such words with the
# session's number. Read them aloud, or take figures.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$folder" to-words@5.7.0
cat >"$folder/draft.mjs" <<'SCRIPT'
import { ToWords } from "to-words";

const expected = {
  "fr-FR": ["Quatre-Vingtième", "Quatre-Vingt-Quatorze"],
  "es-ES": ["Octogésimo", "Noventa Y Cuarto"],
  "zh-CN": ["第八十", "九十 第四"],
};
for (const [language, words] of Object.entries(expected)) {
  const library = new ToWords({ localeCode: language });
  const seen = [library.toOrdinal(80), library.toOrdinal(94)];
  if (seen.join() !== words.join()) {
    console.error("This has changed. to-words 5.7.0 now gives:", language, seen);
    process.exit(1);
  }
  console.log("to-words 5.7.0:", language, `80: ${seen[0]}, 94: ${seen[1]}`);
}
SCRIPT
node "$folder/draft.mjs"
