// What the extension says is said in all languages: in the source in English, and in l10n in the others.
import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import test from "node:test";

const ts = createRequire(import.meta.url)("typescript");

/** The six languages, as VS Code names them. */
const LANGUAGES = ["ar", "es", "fr", "ru", "zh-cn"];
const SAYS = ["say", "inVsCode"];

const folder = (path) => new URL(`../${path}`, import.meta.url);
const json = (path) => JSON.parse(fs.readFileSync(folder(path), "utf8"));

/** Calls a function with each node of each file of the source. */
function visit(see) {
  for (const name of fs.readdirSync(folder("src/"), { recursive: true }).filter((name) => name.endsWith(".ts"))) {
    const file = ts.createSourceFile(name, fs.readFileSync(folder(`src/${name}`), "utf8"), ts.ScriptTarget.Latest, true);
    const into = (node) => {
      see(node, name);
      ts.forEachChild(node, into);
    };
    into(file);
  }
}

const called = (node) => (ts.isCallExpression(node) && ts.isIdentifier(node.expression) ? node.expression.text : undefined);

/** The texts of the source, each a literal: what isn't can't be looked up. */
function texts() {
  const found = new Set();
  visit((node, name) => {
    if (!SAYS.includes(called(node))) return;
    const [text] = node.arguments;
    assert(ts.isStringLiteral(text), `${name}: ${node.getText()}`);
    found.add(text.text);
  });
  return found;
}

const sorted = (texts) => [...texts].sort();
const places = (text) => sorted(text.match(/\{\d+\}/g) ?? []);

test("each text is in all languages, with the same parts", () => {
  const english = texts();
  assert(english.size > 20);
  assert.deepEqual(json("l10n/bundle.l10n.json"), Object.fromEntries(Object.keys(json("l10n/bundle.l10n.json")).map((text) => [text, text])));
  assert.deepEqual(sorted(Object.keys(json("l10n/bundle.l10n.json"))), sorted(english));
  for (const language of LANGUAGES) {
    const bundle = json(`l10n/bundle.l10n.${language}.json`);
    assert.deepEqual(sorted(Object.keys(bundle)), sorted(english), language);
    for (const [text, told] of Object.entries(bundle)) {
      assert.notEqual(told, text, `${language}: not translated`);
      assert.deepEqual(places(told), places(text), `${language}: ${told}`);
      assert.doesNotMatch(told, /\b(?:the|is|of|its|isn't|server|settings?|log|drafts?|findings?)\b/i, language);
    }
  }
  assert.deepEqual(fs.readdirSync(folder("l10n/")).length, LANGUAGES.length + 1);
});

test("nothing is said that can't be translated", () => {
  const bare = [];
  visit((node, name) => {
    const literal = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);
    // Words in a row are a sentence.
    if (!literal || !/\p{L}{2,} \p{L}{2,}/u.test(node.text)) return;
    if (!SAYS.includes(called(node.parent))) bare.push(`${name}: ${node.getText()}`);
  });
  assert.deepEqual(bare, []);
});

test("a command is named as the palette names it", () => {
  const english = json("package.nls.json");
  const palette = { "Restart Server": "command.restart", "Show Log": "command.showLog" };
  for (const [text, name] of Object.entries(palette)) {
    assert.equal(english[name], text);
    for (const language of LANGUAGES) assert.equal(json(`l10n/bundle.l10n.${language}.json`)[text], json(`package.nls.${language}.json`)[name], language);
  }
});

test("the package holds the languages", () => {
  const kept = fs.readFileSync(folder(".vscodeignore"), "utf8");
  assert(kept.includes("!l10n/*.json\n") && kept.includes("!package.nls*.json\n"));
  assert.equal(json("package.json").l10n, "./l10n");
});
