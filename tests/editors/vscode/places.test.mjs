// Where a draft may be in VS Code: in two windows, in a folder that is moved, under another name, outside of any folder, in a file
// that may only be read. What Settings Sync carries along is looked at in the package.
import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before } from "node:test";
import { until } from "../harness/wait.mjs";
import { REPOSITORY } from "../harness/workspace.mjs";
import { parts, Window } from "./window.mjs";

const DRAFT = "The General Assembly,\n\nRecalling the lamps,\n\n1. Decides to light A/Res/90/211;\n\n2. Decides to rest.\n";

let window;
before(async () => (window = await Window.open({ width: 1180, height: 900 })));
after(() => window?.close());

const status = (text) => window.see(`.statusbar-item:has-text("${text}")`);
const reads = (what, right) => until(what, async () => right((await window.texts()).join("\n")), { describe: async () => (await window.texts()).join("\n") });

const part = parts(() => window);

part("a draft outside of any folder is read", null, async () => {
  const outside = join(window.workspace.folder, "outside.resolution");
  writeFileSync(outside, DRAFT);
  await window.act("the path is asked for", async () => {
    await window.keyboard("Escape");
    await window.keyboard("Control+o");
  }, ".quick-input-widget:not(.hidden) input");
  const input = window.page.locator(".quick-input-widget input").first();
  await window.act("the path", () => input.fill(outside), '.quick-input-list .monaco-list-row:has-text("outside.resolution")');
  await window.act("the draft", () => window.page.locator('.quick-input-list .monaco-list-row:has-text("outside.resolution")').first().click(), '.tab.active:has-text("outside.resolution")');
  await status("Rapporteur: 1 finding");
  await window.quickFixes("A/Res/90/211", "Write A/RES/90/211");
  await window.keyboard("Enter");
  await status("Rapporteur: no findings");
  await window.keyboard("Control+s");
  await until("it is saved", () => readFileSync(outside, "utf8").includes("A/RES/90/211"));
});

part("a file that may only be read is read, and its mends stay in the window until it is saved elsewhere", null, async () => {
  window.workspace.write("kept.resolution", DRAFT);
  chmodSync(window.workspace.path("kept.resolution"), 0o444);
  await window.file("kept.resolution");
  await status("Rapporteur: 1 finding");
  await window.hover("A/Res/90/211", "is not written as a document symbol");
  assert.equal(readFileSync(window.workspace.path("kept.resolution"), "utf8"), DRAFT);
});

part("a draft that is renamed, and a folder that is moved, are read on", null, async () => {
  mkdirSync(window.workspace.path("session"));
  window.workspace.write("session/lamps.resolution", DRAFT);
  window.workspace.write("cites.resolution", "The General Assembly,\n\nRecalling its resolution 93/7,\n\n1. Decides to rest;\n\n2. Decides to wait.\n");
  window.workspace.write("session/93-7.resolution", "93/7. Lamps of the harbour\n\nThe General Assembly,\n\nRecalling the lamps,\n\n1. Decides to rest;\n\n2. Decides to wait.\n");
  // VS Code may overlook that a file is made; one that is open is known.
  await window.file("93-7.resolution");
  await status("Rapporteur: no findings");
  await window.file("cites.resolution");
  await window.hover("93/7", "Lamps of the harbour");
  await window.file("lamps.resolution");
  await status("Rapporteur: 1 finding");
  // By somebody else, while it is open.
  renameSync(window.workspace.path("session"), window.workspace.path("moved"));
  await window.file("93-7.resolution");
  await status("Rapporteur: no findings");
  await window.file("cites.resolution");
  await window.act("the definition is where it is now", async () => {
    await window.keyboard("Escape");
    await window.click("93/7");
    await window.keyboard("F12");
  }, '.tab.active:has-text("93-7.resolution")');
  assert(existsSync(window.workspace.path("moved/93-7.resolution")));
});

part("two windows show the same draft, and what is saved in one is told in the other", null, async () => {
  window.workspace.write("both.resolution", DRAFT);
  await window.file("both.resolution");
  await status("Rapporteur: 1 finding");
  const first = window.page;
  const second = await window.page.context().newPage();
  try {
    await second.goto(first.url());
    window.page = second;
    await window.see(".explorer-folders-view .monaco-list-row", 60_000);
    await window.file("both.resolution");
    await status("Rapporteur: 1 finding");
    await window.quickFixes("A/Res/90/211", "Write A/RES/90/211");
    await window.keyboard("Enter");
    await reads("it is mended", (text) => text.includes("A/RES/90/211"));
    await window.keyboard("Control+s");
    await until("it is saved", () => window.workspace.read("both.resolution").includes("A/RES/90/211"));
  } finally {
    window.page = first;
    await second.close();
  }
  await first.bringToFront();
  await reads("the other window has it", (text) => text.includes("A/RES/90/211"));
  await status("Rapporteur: no findings");
});

part("Settings Sync carries along no path of this computer", null, () => {
  const manifest = JSON.parse(readFileSync(join(REPOSITORY, "editors/vscode/package.json"), "utf8"));
  const { properties } = manifest.contributes.configuration;
  // What is of scope machine is never synchronized.
  assert.match(properties["rapporteur.server.path"].scope, /^machine/);
});
