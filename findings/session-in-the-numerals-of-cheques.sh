#!/usr/bin/env bash
# The number of a session in Chinese words, written by a library for numbers.
#
# One would expect: 第九十四, as any Chinese text numbers a session, an article or a chapter.
#
# What happens: n2words 4.0.0 gives 第玖拾肆 for `toOrdinal(94)` in simplified Chinese. These are the numerals of cheques, which
# are used for sums of money because they are hard to alter. That they are what a plain call gives for money could be guessed;
# an ordinal is no sum. One has to ask for the usual ones (`formal: false`).
#
# For a draft: every character of the number is another one than the reader expects, and a search for 第九十四届 finds
# nothing. Rapporteur doesn't tell such numerals yet.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$folder" n2words@4.0.0
cat >"$folder/draft.mjs" <<'SCRIPT'
import { toOrdinal } from "n2words/zh-Hans-CN";

const expected = ["第玖拾肆", "第九十四"];
const seen = [toOrdinal(94), toOrdinal(94, { formal: false })];
if (seen.join() !== expected.join()) {
  console.error("This has changed. n2words 4.0.0 now gives:", seen);
  process.exit(1);
}
console.log("n2words 4.0.0:", `${seen[0]}届会议, and ${seen[1]}届会议 if asked`);
SCRIPT
node "$folder/draft.mjs"
