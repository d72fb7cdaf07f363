// What the page says: the same messages in all languages, with the same arguments, and each is used.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { bundled } from "./bundled.mjs";

const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
const LANGUAGES = ["ar", "en", "es", "fr", "ru", "zh"];
const tables = Object.fromEntries(LANGUAGES.map((language) => [language, JSON.parse(read(`../src/messages/${language}.json`))]));
const forms = (entry) => (typeof entry === "string" ? [entry] : Object.values(entry));
const places = (text) => [...text.matchAll(/\{\w+\}|\$/g)].map(([place]) => place).sort().join(" ");

test("all languages have the same messages, in the same order", () => {
  for (const language of LANGUAGES) assert.deepEqual(Object.keys(tables[language]), Object.keys(tables.en), language);
});

test("a message has the same arguments in all languages", () => {
  for (const language of LANGUAGES) {
    for (const [key, entry] of Object.entries(tables[language])) {
      const wanted = places(forms(tables.en[key]).at(-1));
      // A language may have words for one and two.
      const told = typeof entry === "string" ? [entry] : [entry.other];
      for (const text of told) assert.equal(places(text), wanted, `${language}: ${key}`);
    }
  }
});

test("plurals are those of the language", () => {
  for (const language of LANGUAGES) {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [key, entry] of Object.entries(tables[language])) {
      assert.equal(typeof entry, typeof tables.en[key], `${language}: ${key}`);
      if (typeof entry === "object") assert.deepEqual(Object.keys(entry).sort(), [...categories].sort(), `${language}: ${key}`);
    }
  }
});

test("nothing is left in English", () => {
  // Names are the same in most languages.
  const names = new Set(["save.markdown", "save.akn", "save.format", "side", "kept.forget", "text.go", "notices", "kind.association"]);
  for (const language of LANGUAGES.filter((language) => language !== "en")) {
    for (const [key, entry] of Object.entries(tables[language])) if (!names.has(key)) assert.notDeepEqual(entry, tables.en[key], `${language}: ${key}`);
  }
});

test("every message is used, and none is missing", () => {
  const sources = readdirSync(new URL("../src", import.meta.url)).filter((name) => name.endsWith(".ts")).map((name) => read(`../src/${name}`));
  const all = [...sources, read("../index.html")].join("\n");
  for (const key of Object.keys(tables.en)) assert(all.includes(`"${key}"`) || (key.startsWith("save.") && all.includes("say(`save.${one}`)")), `${key} isn't used`);
  for (const [, key] of all.matchAll(/(?:\bsay\(|data-say(?:-label|-title)?=)"([^"]+)"/g)) assert(key in tables.en, `${key} isn't a message`);
});

test("a plural is chosen by the count, and words keep their direction", async () => {
  const { say, speak, preferred } = await bundled("messages");
  speak("ru");
  assert.equal(say("findings.count", { count: 3 }), "3 замечания");
  assert.equal(say("findings.count", { count: 11 }), "11 замечаний");
  speak("en");
  assert.equal(say("saved", { name: "a.txt" }), "\u2068a.txt\u2069 is saved.");
  assert.equal(preferred(["de-AT", "zh-Hant-TW", "fr"]), "zh");
  assert.equal(preferred(["de"]), "en");
});
