// The README's picture of VS Code: a flawed draft, its findings listed, and what a cited resolution is.
import test from "node:test";
import { until } from "../harness/wait.mjs";
import { Window } from "./window.mjs";

/** A window with a draft in it, its findings listed, and nothing else around them. */
async function pictured(t, { width = 1200, height }, settings, draft, finding) {
  // Twice the size of what is shown, for screens with fine dots.
  const window = await Window.open({ width, height, scale: 2, settings: {
    "workbench.activityBar.location": "hidden",
    "workbench.sideBar.location": "right",
    "breadcrumbs.enabled": false,
    "window.commandCenter": false,
    "workbench.layoutControl.enabled": false,
    "workbench.editor.editorActionsLocation": "hidden",
    "editor.fontFamily": "DejaVu Sans Mono",
    "window.menuBarVisibility": "hidden",
    ...settings,
  } });
  t.after(() => window.close());
  // What VS Code has in a browser alone.
  await window.page.addStyleTag({ content: '.statusbar-item[id*="keyboardLayout"], .statusbar-item[id*="orts"], .statusbar-item[id*="host"] { display: none !important }' });
  await window.file(draft);
  await window.act("the side bar is away", () => window.keyboard("Control+B"), ".monaco-workbench.nosidebar");
  await window.openProblems(finding);
  return window;
}

test("the README's picture", { timeout: 120_000 }, async (t) => {
  const settings = { "editor.hover.above": false, "editor.links": true };
  const window = await pictured(t, { height: 872 }, settings, "night-sky.en.resolution.txt", "Paragraph 3 is numbered twice");
  await window.act("the place", async () => {
    await window.keyboard("Control+G");
    await window.type("13\n");
  }, '.statusbar-item:has-text("Ln 13, Col 1")');
  // Line by line, so that none is cut off at the top, nor at the bottom.
  const top = () => window.page.evaluate(() => Math.min(...[...document.querySelectorAll(".editor-instance .line-numbers")].map((line) => Number(line.textContent))));
  await until("the first lines are scrolled away", async () => (await top()) >= 13 || (await window.keyboard("Control+ArrowDown")));
  await window.hover("92/14", "Cited twice in this draft");
  await window.picture("readme-vscode");
});

// A French draft: the finding at the resolution that it cites, and below it what the other languages have there.
test("the picture of language versions", { timeout: 120_000 }, async (t) => {
  // Wide enough for the whole sentence.
  const window = await pictured(t, { width: 1360, height: 660 }, {}, "harbour-lights.fr.resolution.txt", "91/72");
  await window.act("the place", async () => {
    await window.keyboard("Control+G");
    await window.type("26\n");
  }, '.statusbar-item:has-text("Ln 26, Col 1")');
  await window.picture("readme-vscode-versions");
});
