// Colours the invented lines of grammar.txt with VS Code's own engine, and holds the word pattern to its promises.
import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import test from "node:test";

const require = createRequire(import.meta.url);
const oniguruma = require("vscode-oniguruma");
const { Registry, INITIAL, parseRawGrammar } = require("vscode-textmate");

const read = (path) => fs.readFileSync(new URL(path, import.meta.url), "utf8");

async function loadGrammar() {
  const wasm = fs.readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm"));
  await oniguruma.loadWASM(wasm);
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => parseRawGrammar(read("../syntaxes/resolution.tmLanguage.json"), "resolution.tmLanguage.json"),
  });
  return registry.loadGrammar("text.resolution");
}

/** The last name but one of the innermost scope: `opening` for `keyword.control.opening.resolution`. */
const colour = (scopes) => (scopes.length > 1 ? scopes.at(-1).split(".").at(-2) : "");

/** The lines with their colours written as `{name|text}`. */
function mark(grammar, lines) {
  let state = INITIAL;
  return lines.map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    const runs = [];
    for (const { startIndex, endIndex, scopes } of tokens) {
      const name = colour(scopes);
      const text = line.slice(startIndex, endIndex);
      if (runs.at(-1)?.name === name) runs.at(-1).text += text;
      else runs.push({ name, text });
    }
    return runs.map(({ name, text }) => (name ? `{${name}|${text}}` : text)).join("");
  });
}

const unmark = (line) => line.replace(/\{[a-z]+\|([^}]*)\}/g, "$1");

test("each line has its colours", async () => {
  const grammar = await loadGrammar();
  const lines = read("grammar.txt").split("\n").filter((line) => !line.startsWith("#"));
  assert(lines.length > 50);
  assert.deepEqual(mark(grammar, lines.map(unmark)), lines);
});

test("a long line is coloured in good time", { timeout: 10_000 }, async () => {
  const grammar = await loadGrammar();
  const line = `12. Requests ${"the Secretary-General, in (a) 62/175 and [x] ".repeat(400)}`;
  assert.match(mark(grammar, [line])[0], /^\{label\|12\.\} \{opening\|Requests\}/);
});

test("a word is what a writer takes for one", () => {
  // The file is JSON with comments.
  const { wordPattern } = JSON.parse(read("../language-configuration.json").replace(/^\s*\/\/.*$/gm, ""));
  const words = (line) => line.match(new RegExp(wordPattern.pattern, wordPattern.flags + "g"));
  assert.deepEqual(words("in A/RES/63/195, well-being and l’eau."), ["in", "A/RES/63/195", "well-being", "and", "l’eau"]);
  assert.deepEqual(words("第62/175号决议，《宪章》"), ["第", "62/175", "号决议", "宪章"]);
  assert.deepEqual(words("E/2007/30/Rev.1; S-20/2 (2000)."), ["E/2007/30/Rev.1", "S-20/2", "2000"]);
  assert.deepEqual(words("قرارها 62/175 المؤرخ"), ["قرارها", "62/175", "المؤرخ"]);
});
