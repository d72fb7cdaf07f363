#!/usr/bin/env bash
# A draft that came out of a PDF or a word processor, with a line separator (U+2028) or a form feed in a paragraph, in a language server
# that is built on a framework.
#
# One would expect: line 1 begins where the protocol says that it does. It knows three ends of a line, \n, \r\n and \r, and says that
# nothing else is one.
#
# What happens: pygls 2.1.1 cuts its lines by Python's `splitlines`, which knows eight more, among them U+2028, U+2029, U+0085, and
# the form and line feeds of old printers (U+000C, U+000B). What an editor calls line 1 is line 2 there, and all that follows is one off.
# The documents of vscode-languageserver-textdocument 1.0.16 go by the protocol.
#
# For a draft: each finding below such a mark is shown a line too low, and an edit that mends a word changes another one. The mark
# itself isn't seen. Rapporteur counts lines as the protocol says.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check pygls==2.1.1 lsprotocol==2025.0.0
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$folder" vscode-languageserver-textdocument@1.0.16

"$folder/python/bin/python" -I - <<'PYTHON'
import sys

from lsprotocol.types import Position
from pygls.workspace import TextDocument

for mark in "\u2028\u2029\u0085\u000c\u000b":
    draft = TextDocument("file:///draft.md", source=f"1. Decides{mark}to light the lamps;\n2. Thanks the keepers.\n")
    rest = draft.source[draft.offset_at_position(Position(line=1, character=0)) :]
    if len(draft.lines) != 3 or not rest.startswith("to light"):
        sys.exit(f"This has changed. pygls 2.1.1 now has the lines {draft.lines}")
    print(f"pygls 2.1.1: with U+{ord(mark):04X}, line 1 is “{draft.lines[1].strip()}”")
PYTHON

cat >"$folder/draft.cjs" <<'SCRIPT'
const { TextDocument } = require("vscode-languageserver-textdocument");

for (const mark of "\u2028\u2029\u0085\f\v") {
  const draft = TextDocument.create("file:///draft.md", "markdown", 1, `1. Decides${mark}to light the lamps;\n2. Thanks the keepers.\n`);
  const rest = draft.getText().slice(draft.offsetAt({ line: 1, character: 0 }));
  if (!rest.startsWith("2. Thanks")) {
    console.error("This has changed. vscode-languageserver-textdocument 1.0.16 now has as line 1:", rest);
    process.exit(1);
  }
}
console.log("vscode-languageserver-textdocument 1.0.16: line 1 is “2. Thanks the keepers.” with each of them");
SCRIPT
node "$folder/draft.cjs"
