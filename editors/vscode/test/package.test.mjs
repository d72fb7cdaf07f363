// What the manifest promises is in the package, and is said in all six languages: commands, icons and the walkthrough.
import assert from "node:assert/strict";
import fs from "node:fs";
import test from "node:test";

/** The languages beside English, as VS Code names them. */
const LANGUAGES = ["ar", "es", "fr", "ru", "zh-cn"];
const folder = (path) => new URL(`../${path}`, import.meta.url);
const json = (path) => JSON.parse(fs.readFileSync(folder(path), "utf8"));

const { contributes, icon } = json("package.json");
const english = json("package.nls.json");
const others = Object.fromEntries(LANGUAGES.map((language) => [language, json(`package.nls.${language}.json`)]));
/** The patterns of the files that are packed. */
const packed = fs.readFileSync(folder(".vscodeignore"), "utf8").split("\n").filter((line) => line.startsWith("!")).map((line) => line.slice(1));

const isPacked = (path) => packed.some((pattern) => new RegExp(`^${pattern.replace(/\./g, "\\.").replace(/\*/g, "[^/]*")}$`).test(path));
/** The name of a text that the manifest leaves to the languages, such as `command.restart` for `%command.restart%`. */
const named = (said) => /^%([^%]+)%$/.exec(said)?.[1] ?? assert.fail(`${said} is said in one language only`);
const own = contributes.commands.map(({ command }) => command);

/** A picture of SVG that is one: it has a size and draws something, and names nothing outside of itself. */
function isPicture(path) {
  assert(isPacked(path), `${path} isn't packed`);
  const drawn = fs.readFileSync(folder(path), "utf8");
  assert.match(drawn, /^<svg [^>]*viewBox="0 0 \d+ \d+"/, path);
  assert.match(drawn, /<(?:path|rect|circle|text)\b/, path);
  assert.doesNotMatch(drawn, /href|<script|<image|url\(/, path);
  assert.match(drawn.trim(), /<\/svg>$/, path);
}

test("the language has an icon for light and for dark themes, and the extension has one", () => {
  for (const language of contributes.languages) {
    assert.deepEqual(Object.keys(language.icon).sort(), ["dark", "light"]);
    const paths = Object.values(language.icon).map((path) => path.replace(/^\.\//, ""));
    paths.forEach(isPicture);
    const [light, dark] = paths.map((path) => fs.readFileSync(folder(path), "utf8"));
    assert.notEqual(light, dark, "one colour is seen on both");
  }
  assert(isPacked(icon));
  const picture = fs.readFileSync(folder(icon));
  assert.equal(picture.toString("latin1", 1, 4), "PNG");
  // VS Code's marketplace takes no smaller one.
  const [width, height] = [picture.readUInt32BE(16), picture.readUInt32BE(20)];
  assert(width === height && width >= 128, `${width}×${height}`);
});

test("the walkthrough has four steps, each with its picture and its words in six languages", () => {
  const [walkthrough, ...more] = contributes.walkthroughs;
  assert.deepEqual(more, []);
  assert.deepEqual(walkthrough.steps.map(({ id }) => id), ["write", "read", "number", "paste"]);
  for (const { title, description, media } of [walkthrough, ...walkthrough.steps]) {
    for (const said of [title, description]) {
      const text = named(said);
      assert(english[text], text);
      for (const [language, texts] of Object.entries(others)) {
        assert(texts[text], `${language}: ${text}`);
        assert.notEqual(texts[text], english[text], `${language}: ${text} is not translated`);
      }
    }
    if (!media) continue;
    isPicture(media.svg);
    named(media.altText);
  }
  assert.equal(new Set(walkthrough.steps.map(({ media }) => media.svg)).size, 4, "each has its own");
});

test("what a step of the walkthrough does is there in each language", () => {
  const buttons = (said) => [...said.matchAll(/\[[^\]]+\]\(command:([^)?]+)[^)]*\)/g)].map(([, command]) => command);
  let count = 0;
  for (const { description } of contributes.walkthroughs[0].steps) {
    const wanted = buttons(english[named(description)]);
    count += wanted.length;
    for (const command of wanted) assert(own.includes(command) || command.startsWith("workbench."), command);
    for (const [language, texts] of Object.entries(others)) {
      assert.deepEqual(buttons(texts[named(description)]), wanted, language);
      assert(!/command:/.test(texts[named(description)].replace(/\]\(command:[^)]+\)/g, "")), `${language}: a link that is none`);
    }
  }
  assert.equal(count, 3);
});

test("the keys that the walkthrough names are those that do it", () => {
  const keys = new Set(contributes.keybindings.map(({ key }) => key));
  const spoken = english["walkthrough.number.description"].match(/(?:Shift|Ctrl|Alt)\+[A-Za-z+]+/g);
  assert(spoken.length >= 3);
  for (const key of spoken) assert(keys.has(key.toLowerCase()), key);
});

test("each command has a name in six languages, and each menu and key a command", () => {
  for (const { title } of contributes.commands) {
    assert(english[named(title)], title);
    for (const [language, texts] of Object.entries(others)) assert(texts[named(title)] && texts[named(title)] !== english[named(title)], `${language}: ${title}`);
  }
  for (const { command } of [...Object.values(contributes.menus).flat(), ...contributes.keybindings]) assert(own.includes(command), command);
});
