#!/usr/bin/env bash
# A web page in Chinese with its opening words in italics, made into Markdown.
#
# One would expect: italics, by whatever sign the converter likes best.
#
# What happens: turndown 7.2.5 puts underscores around them, and in Markdown an underscore between two letters is an underscore
# (CommonMark, so that names_like_this stay). Chinese has no space behind 回顾: markdown-it 14.1.0 shows “_回顾_其决议”. With
# asterisks (`emDelimiter: "*"`) it is in italics.
#
# For a draft: each paragraph begins with an underscore, and its opening word is no longer set off. Rapporteur reads the text as a
# page would show it, underscores and all, and says nothing.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$folder" turndown@7.2.5 markdown-it@14.1.0
cat >"$folder/draft.mjs" <<'SCRIPT'
import MarkdownIt from "markdown-it";
import TurndownService from "turndown";

const page = "<p><em>回顾</em>其决议</p>";
const cases = [
  [undefined, "<p>_回顾_其决议</p>"],
  [{ emDelimiter: "*" }, page],
];
for (const [options, expected] of cases) {
  const markdown = new TurndownService(options).turndown(page);
  const seen = new MarkdownIt().render(markdown).trim();
  if (seen !== expected) {
    console.error("This has changed. turndown 7.2.5 and markdown-it 14.1.0 now give:", markdown, seen);
    process.exit(1);
  }
  console.log("turndown 7.2.5 writes", markdown, "and markdown-it 14.1.0 shows", seen);
}
SCRIPT
node "$folder/draft.mjs"
