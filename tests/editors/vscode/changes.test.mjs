// A draft beside the text that it was made of, and where its words have stood before: both commands in a window.
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { until } from "../harness/wait.mjs";
import { parts, Window } from "./window.mjs";

/** The text that the draft is made of lies in the folder. */
const EARLIER = "92-14.en.resolution.txt";

let window;
before(async () => {
  window = await Window.open({ width: 1280, height: 900 });
  const draft = window.workspace
    .read(EARLIER)
    .replace("92/14. Dark", "93/8. Dark")
    .replace("on 3 December 2037\n\n[", "on 2 December 2038\n\n[")
    .replace("A/92/406", "A/93/391")
    .replace("to keep a list of places", "to keep a map of all places")
    .replace("4. Requests", "4. Welcomes the lamps that are shaded towards the sky;\n\n5. Requests");
  window.workspace.write("draft.resolution", draft);
});
after(() => window?.close());

const part = parts(() => window);

const status = (text) => window.see(`.statusbar-item:has-text("${text}")`);

/** Finds a command by its title and runs it, once: what it asks next stands where the commands stood. */
async function ask(title) {
  await window.act(`find ${title}`, async () => {
    await window.keyboard("Escape");
    await window.keyboard("F1");
    await window.page.keyboard.type(title);
  }, `.quick-input-list .monaco-list-row.focused:has-text("${title}")`);
  await window.keyboard("Enter");
}

/** What the pages say that are shown as pages. A frame that is going away, or waits for its own, says nothing. */
async function pages() {
  const said = window.page.frames().map((frame) => frame.evaluate(() => document.body?.innerText ?? "").catch(() => ""));
  const inTime = (words) => Promise.race([words, new Promise((none) => setTimeout(none, 2000, ""))]);
  return Promise.all(said.map(inTime));
}

async function readsPage(what, words) {
  await window.see(".webview");
  await until(what, async () => (await pages()).some((page) => words.every((each) => page.includes(each))), { describe: async () => (await pages()).join("\n---\n") });
}

part("a draft and the text that it was made of stand side by side", "compare", async () => {
  await window.file("draft.resolution");
  await status("Rapporteur");
  const row = '.quick-input-list .monaco-list-row:has-text("The text that this draft was made of")';
  await window.act("which text is meant is asked", () => ask("Compare with an Earlier Text"), row);
  await window.page.locator(row).first().click();
  await window.see('.tab.active:has-text("Since A/RES/92/14: 1 edited, 1 new")');
  const sides = async () => {
    const said = await pages();
    return ["to keep a list of places", "to keep a map of all places"].map((words) => said.find((page) => page.includes(words)));
  };
  const [before, now] = await until("both sides are shown", async () => {
    const both = await sides();
    return both.every(Boolean) && both;
  }, { describe: async () => (await pages()).join("\n---\n") });
  assert(!before.includes("Welcomes the lamps"), "what is new stands on one side");
  assert(now.includes("Welcomes the lamps that are shaded"));
  const headings = (page) => page.split("\n").filter((line) => /paragraph \d/.test(line));
  assert.deepEqual(headings(before), headings(now), "each paragraph stands beside its own");
});

part("what changed is told on a page", "changes", async () => {
  await window.file("draft.resolution");
  await window.act("the page", () => ask("Show What Changed Since Last Year"), '.tab.active:has-text("changes.draft")');
  await readsPage("the page tells what is new", ["What changed since A/RES/92/14", "Welcomes the lamps that are shaded"]);
});

part("a paragraph is told where it was adopted before", "agreed", async () => {
  await window.file("draft.resolution");
  const words = ["These words stand in one paragraph.", "A/RES/92/14", "operative paragraph 2"];
  // Until the folder's texts are read, the page knows of none.
  await window.effect("the page tells the text and the paragraph", async () => {
    if (!(await window.shows(".editor-instance .view-line"))) await window.file("draft.resolution");
    await window.click("draw up national plans");
    await ask("Where Was This Adopted Before?");
  }, async () => (await pages()).some((page) => words.every((each) => page.includes(each))));
  const links = await Promise.all(window.page.frames().map((frame) => frame.evaluate(() => [...document.querySelectorAll("a")].map((link) => link.textContent)).catch(() => [])));
  assert(links.flat().some((words) => words.startsWith("A/RES/92/14")), "it leads to the text");
});
