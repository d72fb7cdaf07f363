// The functions over texts, as the npm package gives them. RAPPORTEUR_CORE names the folder with the core.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

const folder = process.env.RAPPORTEUR_CORE;
if (!folder) throw new Error("RAPPORTEUR_CORE names the folder with the core");
const core = await import(pathToFileURL(join(folder, "rapporteur_web.js")).href);
core.initSync({ module: readFileSync(join(folder, "rapporteur_web_bg.wasm")) });
const { check, compare, concord, fix, format, inspect, read, write } = core;

const draft = "The General Assembly,\n\nRecalling the lamps of its harbours,\n\n1. Decides to light them;\n\n1. Requests a report.\n";
const french = "L’Assemblée générale,\n\nRappelant les lampes de ses ports,\n\n1. Décide de les allumer ;\n\n2. Prie le Secrétaire général de lui faire rapport.\n";
const bytes = (text) => new TextEncoder().encode(text);

test("findings have a place, a name and a sentence", () => {
  const [finding, ...others] = check(draft);
  assert.deepEqual(others, []);
  assert.deepEqual([finding.line, finding.column, finding.code, finding.severity], [7, 1, "operative-numbering", "error"]);
  assert.equal(draft.slice(finding.start, finding.end), "1.");
  assert.equal(finding.message, "Paragraph 1 is numbered twice. Number this one 2.");
});

test("options say what is checked, and in which language it is told", () => {
  assert.deepEqual(check(draft, { ignore: ["operative-numbering"] }), []);
  assert.deepEqual(check(draft, { settings: "[rules]\noperative-numbering = 'off'\n" }), []);
  const [finding] = check(draft, { interface: "fr", name: "lampes.txt" });
  assert.equal(finding.file, "lampes.txt");
  assert.match(finding.message, /^Deux paragraphes portent le numéro 1/);
});

test("what is wrong with the options is said", () => {
  assert.throws(() => check(draft, { ignore: ["no-such-rule"] }), /no-such-rule/);
  assert.throws(() => check(draft, { ignored: [] }), /ignored/);
  assert.throws(() => check(draft, { language: "de" }), /“de” is no language that is read here/);
  assert.throws(() => check(draft, { settings: "[rules]\nlamps = 1\n" }), /lamps/);
  assert.throws(() => write(draft, "pdf"), /“pdf” is no format that is written/);
  assert.throws(() => compare({ text: draft }, draft), /“name” and “text”/);
});

test("the structure is that of inspect", () => {
  const { language, paragraphs } = inspect(draft);
  assert.equal(language, "en");
  assert.deepEqual(paragraphs.map(({ kind, label }) => [kind, label]), [["preambular", null], ["operative", "1."], ["operative", "1."]]);
});

test("certain mends are made, and the text is laid out", () => {
  assert.deepEqual(fix(draft), { text: draft.replace("1. Requests", "2. Requests"), mends: 1, left: 0 });
  assert.equal(format(`${draft}\n\n\n`), draft);
});

test("a Word document is written and read again", () => {
  const { text, format: name, losses } = read("draft.docx", write(fix(draft).text, "docx"));
  assert.deepEqual([name, losses], ["Word", []]);
  assert.deepEqual(check(text), []);
  assert.equal(inspect(text).paragraphs.length, 3);
});

test("what can't be read is said with what to do", () => {
  assert.throws(() => read("draft.pdf", bytes("%PDF-1.7\n")), /draft\.pdf: This is a PDF\. Give me its text/);
});

test("an earlier text and language versions are put beside each other", () => {
  const { html, summary, changed } = compare(draft, draft.replace("a report", "a yearly report"));
  assert.ok(changed && summary.length > 0 && html.includes("<ins>"));
  assert.equal(compare(draft, draft).changed, false);
  const page = concord([{ name: "a.en.txt", text: fix(draft).text }, { name: "a.fr.txt", text: french }]);
  assert.ok(page.html.includes("<table>"));
  assert.deepEqual([page.differences, page.leftOut], [0, []]);
});
