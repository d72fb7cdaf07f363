// A draft beside last year's text in VS Code's own diff, and the page that tells where words have stood before.
import { after, before, test } from "node:test";
import { until } from "../harness/wait.mjs";
import { Window } from "./window.mjs";

const EARLIER = `A/RES/92/14

92/14. The lamps of the harbours

The General Assembly,

Recalling its resolution 91/27 of 3 December 2036,

1. Decides to light the lamps of all harbours before the evening;

2. Requests the keepers to clean the glass of their lamps once a week.
`;
const LATER = EARLIER.replaceAll("92/14", "93/8")
  .replace("91/27 of 3 December 2036", "92/14 of 3 December 2037")
  .replace("once a week", "every morning");

let window;
before(async () => {
  window = await Window.open({ width: 1280, height: 900 });
  window.workspace.write("lamps-92.en.resolution.txt", EARLIER);
  window.workspace.write("lamps-93.en.resolution.txt", LATER);
});
after(() => window?.close());

function part(name, body) {
  test(name, { timeout: 120_000 }, async () => {
    try {
      await body();
    } catch (error) {
      await window.picture(`vscode-FAILED-${name.replace(/\W+/g, "-")}`).catch(() => {});
      throw error;
    }
  });
}

part("the draft and last year's text stand side by side", async () => {
  await window.file("lamps-93.en.resolution.txt");
  await window.see('.codelens-decoration:has-text("Since A/RES/92/14")');
  await window.act("the command is found", async () => {
    await window.keyboard("F1");
    await window.type("Rapporteur: Compare with an Earlier Text");
  }, '.quick-input-list .monaco-list-row:has-text("Compare with an Earlier Text")');
  await window.act("it asks with which", () => window.keyboard("Enter"), '.quick-input-list .monaco-list-row:has-text("The text that this draft was made of")');
  await window.act("both are shown", () => window.keyboard("Enter"), '.tab.active:has-text("Since A/RES/92/14")');
  const texts = () => window.texts().then((lines) => lines.join("\n"));
  await until("each has its words", async () => {
    const said = await texts();
    return said.includes("once a week") && said.includes("every morning");
  }, { describe: texts });
  await window.picture("vscode-beside-last-year");
  await window.command("View: Close All Editors");
});

part("where a paragraph stood before is told on a page", async () => {
  await window.file("lamps-93.en.resolution.txt");
  await window.click("light the lamps");
  await window.command("Rapporteur: Where Was This Adopted Before?");
  const texts = () => window.texts().then((lines) => lines.join("\n"));
  await until("the page names the resolution and the paragraph", async () => (await texts()).includes("A/RES/92/14, operative paragraph 1"), { describe: texts });
  await window.picture("vscode-adopted-before");
});
