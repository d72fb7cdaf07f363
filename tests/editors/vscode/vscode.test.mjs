// Rapporteur in VS Code, as a writer meets it: one window, from the first look at a draft to broken settings.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before } from "node:test";
import { until } from "../harness/wait.mjs";
import { FOUND, given, PAGE_TEXT, REPOSITORY } from "../harness/workspace.mjs";
import { parts, PROBLEM, Window } from "./window.mjs";

const ENGLISH = "night-sky.en.resolution.txt";
/** The label of the subparagraph at a place, from 1. */
const letter = (place) => "abcdefghijklmnopqrstuvwxyz"[(place - 1) % 26].repeat(Math.ceil(place / 26));
/** A draft of many windows: a long preamble, and in its second section a long list. */
const LONG = [
  "The General Assembly,",
  "Recalling the long nights,",
  ...Array.from({ length: 180 }, (_, i) => `Recalling also lamp ${i + 1},`),
  "I",
  "1. Decides to light the lamps;",
  "II",
  "2. Requests the keepers to light:",
  ...Array.from({ length: 50 }, (_, i) => `(${letter(i + 1)}) Lamp ${i + 1};`),
  "3. Decides to rest.",
].join("\n\n") + "\n";
/** The same in French, but for its operative part, which is still to be translated. */
const LONG_FRENCH = ["L’Assemblée générale,", "Rappelant les longues nuits,", ...Array.from({ length: 180 }, (_, i) => `Rappelant également la lampe ${i + 1},`)].join("\n\n") + "\n";
/** The line of an example that has these words, from 1. */
const lineOf = (name, words) => readFileSync(join(REPOSITORY, "examples", name), "utf8").split("\n").findIndex((line) => line.includes(words)) + 1;
const NOTIFICATION = ".notifications-toasts .notification-list-item-message";

let window;
before(async () => (window = await Window.open()));
after(() => window?.close());

const part = parts(() => window);

const status = (text) => window.see(`.statusbar-item:has-text("${text}")`);

part("findings are underlined and listed when a draft is opened", "opened", async () => {
  await window.file(ENGLISH);
  await window.findings(3, 1);
  await window.openProblems();
  for (const message of FOUND) {
    await window.see(`${PROBLEM}:has-text("${message}")`);
  }
  await window.picture("vscode-problems");
  await window.closeProblems();
});

part("the draft has its language and its colours", undefined, async () => {
  await status("Resolution");
  const colours = await window.page.evaluate(() => {
    const colour = (text) => {
      const span = [...document.querySelectorAll(".editor-instance .view-line span span")].find((span) => span.textContent.replace(/\u00a0/g, " ").trim().startsWith(text));
      return span && getComputedStyle(span).color;
    };
    return ["Recalling", "Protection of the night sky", "1.", "United Nations"].map(colour);
  });
  assert(colours.every(Boolean), String(colours));
  assert.equal(new Set(colours).size, 4, `opening, title, label and plain text differ: ${colours}`);
});

part("the status item tells the server's version, the language, the layout and the findings", "status", async () => {
  await status("Rapporteur: 4 findings");
  const item = window.page.locator('.statusbar-item:has-text("Rapporteur: 4 findings")').first();
  await window.act("the status item's tooltip", async () => {
    await window.page.mouse.move(600, 400);
    await item.hover();
  }, '.monaco-hover:not(.hidden) :text("Layout: a paragraph a line")');
  const said = await window.page.locator(".monaco-hover:not(.hidden)").last().innerText();
  for (const words of [/Rapporteur \d+\.\d+\.\d+/, /Language: English/, /Layout: a paragraph a line/, /Read: 6 preambular and 7 operative paragraphs, 3 notes, 6 citations/, /In this draft: 4 findings/]) assert.match(said, words);
});

part("hover tells what a cited resolution is", "hover", async () => {
  await window.hover("92/14", "Dark and quiet skies for science and society");
  const said = await window.page.locator(".monaco-hover:not(.hidden)").first().innerText();
  for (const words of ["A/RES/92/14", "Ninety-second session", "Cited twice in this draft"]) assert(said.includes(words), said);
  assert.equal(said.match(/official document/gi)?.length, 1, said);
});

part("F12 goes to the resolution in its file, and Go Back comes back", "definition", async () => {
  await window.act("the definition", async () => {
    await window.keyboard("Escape");
    await window.click("92/14");
    await window.keyboard("F12");
  }, '.tab.active:has-text("92-14.en.resolution.txt")');
  await status("Ln 5, Col 1");
  await window.act("back", () => window.keyboard("Control+Alt+Minus"), `.tab.active:has-text("${ENGLISH}")`);
  await status("Ln 21");
});

part("Shift+F12 shows where a resolution is cited", undefined, async () => {
  // Twice in each of the three drafts, once the folder is read.
  await window.act("references", async () => {
    await window.keyboard("Escape");
    await window.click("92/14");
    await window.keyboard("Shift+F12");
  }, ".peekview-title:has-text('References (6)')");
  await window.see(".peekview-widget .ref-tree .monaco-list-row:has-text('92/14')");
  await window.picture("vscode-references");
  await window.act("the list is closed", () => window.keyboard("Escape"), ".monaco-workbench:not(:has(.peekview-widget))");
});

part("the outline shows the structure", "outline", async () => {
  await window.act("the outline", async () => {
    await window.keyboard("Escape");
    await window.keyboard("Control+Shift+O");
  }, ".quick-input-list .monaco-list-row:has-text('Protection of the night sky')");
  for (const item of ["Preamble", "2. Calls upon Member States:", "(a) To fit public lighting"]) await window.see(`.quick-input-list .monaco-list-row:has-text("${item}")`);
  await window.keyboard("Escape");
});

part("parts fold, and selections grow", "folded", async () => {
  await window.keyboard("Escape");
  await window.command("Fold All");
  await until("the preamble is folded away", async () => !(await window.texts()).some((line) => line.includes("Bearing in mind")));
  assert((await window.texts()).some((line) => line.includes("The General Assembly,")), "its first line stays");
  await window.picture("vscode-folded");
  await window.command("Unfold All");
  await until("and is back", async () => (await window.texts()).some((line) => line.includes("Bearing in mind")));
  await window.act("the selection grows to the paragraph", async () => {
    await window.keyboard("Escape");
    await window.click("92/14");
    for (let step = 0; step < 4; step++) await window.keyboard("Shift+Alt+ArrowRight");
  }, '.statusbar-item:has-text("selected")');
  await window.keyboard("Escape");
});

part("a title stands behind a number when that is wanted", undefined, async () => {
  await window.effect("the title", () => window.set({ "rapporteur.hints": true }), async () => (await window.texts()).some((line) => /92.14 ?Dark and quiet skies/.test(line)));
  await window.picture("vscode-hints");
  await window.effect("it goes", () => window.set({}), async () => !(await window.texts()).some((line) => /92.14 ?Dark and quiet skies/.test(line)));
});

part("Ctrl+click opens the official document", "link", async () => {
  const asked = [];
  const context = window.page.context();
  context.on("request", (request) => asked.push(request.url()));
  await window.effect("the official document is asked for", async () => {
    await window.keyboard("Escape");
    const { x, y } = await window.place("90/211");
    await window.page.mouse.move(x - 80, y);
    await window.page.keyboard.down("Control");
    try {
      await window.page.mouse.move(x, y, { steps: 4 });
      await window.page.mouse.down();
      await window.page.mouse.up();
    } finally {
      await window.page.keyboard.up("Control");
    }
  }, () => asked.some((address) => /^https:\/\/[a-z.]+\/en\/A\/RES\/90\/211$/.test(address)));
  // There is no way out of here, so the tab has nothing to show.
  for (const tab of context.pages()) if (tab !== window.page) await tab.close();
  await window.page.bringToFront();
});

part("Ctrl+click on a resolution of the folder goes there, and nowhere else", undefined, async () => {
  let asked = 0;
  window.page.context().on("request", (request) => (asked += request.url().includes("/A/RES/92/14")));
  await window.act("the other file", async () => {
    await window.keyboard("Escape");
    const { x, y } = await window.place("92/14");
    await window.page.keyboard.down("Control");
    try {
      await window.page.mouse.move(x, y, { steps: 4 });
      await window.see(".goto-definition-link", 2000).catch(() => {});
      await window.page.mouse.down();
      await window.page.mouse.up();
    } finally {
      await window.page.keyboard.up("Control");
    }
  }, '.tab.active:has-text("92-14.en.resolution.txt")');
  await window.file(ENGLISH);
  assert.equal(asked, 0);
});

part("a finding goes while its mend is typed, before the draft is saved", "typed", async () => {
  await window.act("the cursor is before the number", async () => {
    await window.click("3. Requests the Secretary-General");
    await window.keyboard("Home");
  }, '.statusbar-item:has-text("Ln 45, Col 1")');
  await window.keyboard("Delete");
  await window.type("4");
  await window.findings(2, 1);
  await status("Rapporteur: 3 findings");
  assert(await window.shows(".tab.active.dirty"), "the draft isn't saved");
});

part("a quick fix is offered and made", "quick-fix", async () => {
  await window.quickFixes("A/Res/90/211", "Write A/RES/90/211");
  await window.picture("vscode-quick-fix-menu");
  await window.keyboard("Enter");
  await window.findings(1, 1);
  assert((await window.texts()).some((line) => line.includes("¹ See A/RES/90/211, annex.")));
  await status("Rapporteur: 2 findings");
});

part("what was typed is saved, and nothing else is changed", undefined, async () => {
  const before = window.workspace.read(ENGLISH);
  await window.act("the draft is saved", () => window.keyboard("Control+S"), ".tab.active:not(.dirty)");
  const after = window.workspace.read(ENGLISH);
  assert.equal(after, before.replace("\n3. Requests", "\n4. Requests").replace("A/Res/90/211", "A/RES/90/211"));
});

part("settings take effect without a restart", undefined, async () => {
  const server = window.server();
  assert(server, "the server of the package runs");
  const errors = async () => (await window.squiggles())[0];
  await window.effect("a rule is switched off", () => window.set({ "rapporteur.ignore": ["footnote-undefined"] }), async () => (await errors()) === 0);
  await window.effect("a rule is switched on", () => window.set({}), async () => (await errors()) === 1);
  assert.equal(window.server(), server, "by the same server");
});

part("a name that no rule has is told", undefined, async () => {
  await window.act("it is told", () => window.set({ "rapporteur.ignore": ["footnot-order"] }), `${NOTIFICATION}:has-text("There is no rule “footnot-order”")`);
  await window.picture("vscode-unknown-rule");
  window.set({});
  await window.command("Notifications: Clear All Notifications");
});

part("another language is spoken when it is named", "french", async () => {
  await window.act("the status item", () => window.set({ "rapporteur.messages": "fr" }), '.statusbar-item:has-text("2 constats, préambule 6, dispositif 7")');
  await window.openProblems("note");
  const said = await window.page.locator(PROBLEM).allInnerTexts();
  assert(!said.some((line) => /\b(?:the|is|has)\b/.test(line)), said.join("\n"));
  await window.closeProblems();
  await window.act("English is back", () => window.set({}), '.statusbar-item:has-text("Rapporteur: 2 findings")');
});

part("the restart command starts another server", undefined, async () => {
  const server = window.server();
  await window.command("Rapporteur: Restart Server");
  await until("another server runs", () => window.server() && window.server() !== server);
  await window.findings(1, 1);
  await status("Rapporteur: 2 findings");
});

part("a paragraph is moved from the palette, in one step", undefined, async () => {
  const reads = (words) => until(words, async () => (await window.texts()).some((line) => line.startsWith(words)));
  await window.act("the cursor is in the paragraph", async () => {
    await window.keyboard("Escape");
    await window.click("Decides to proclaim");
  }, '.statusbar-item:has-text("Ln 49")');
  await window.command("Rapporteur: Move Paragraph Up");
  await reads("5. Decides to proclaim");
  await reads("6. Encourages");
  await window.keyboard("Control+Z");
  await reads("6. Decides to proclaim");
});

part("Enter writes the next label, and opening words are offered", "completion", async () => {
  await window.act("the cursor is in a paragraph", async () => {
    await window.keyboard("Escape");
    await window.click("Decides to proclaim");
    await window.keyboard("End");
    await window.keyboard("End");
  }, '.statusbar-item:has-text("Ln 49")');
  await window.keyboard("Enter");
  await until("the next label", async () => (await window.texts()).some((line) => /^7\.\s*$/.test(line)), { describe: async () => (await window.texts()).join("\n") });
  await window.type("Invi");
  await window.see('.suggest-widget.visible .monaco-list-row:has-text("Invites")');
  await window.picture("vscode-offered");
  await window.keyboard("Enter");
  await until("the word is written", async () => (await window.texts()).some((line) => /^7\.\sInvites\s*$/.test(line)), { describe: async () => (await window.texts()).join("\n") });
  await window.command("File: Revert File");
  await until("the draft is as it was", async () => !(await window.texts()).some((line) => /^7\.\sInvites/.test(line)));
});

part("a footnote is renamed, and all that belongs to it is lit", undefined, async () => {
  window.set({ "editor.occurrencesHighlight": "singleFile" });
  const lit = () => window.page.evaluate(() => document.querySelectorAll(".editor-instance .wordHighlightStrong, .editor-instance .wordHighlight, .editor-instance .wordHighlightText").length);
  await window.effect("mark and note are lit", async () => {
    await window.keyboard("Escape");
    await window.click("2037/9");
    await window.click("92/14");
  }, async () => (await lit()) >= 2);
  window.set({});
  await window.act("the name is asked for", async () => {
    await window.keyboard("Escape");
    await window.click("² United Nations, Treaty");
    await window.keyboard("Home");
    await window.keyboard("F2");
  }, ".rename-box input:focus");
  // The name that it has is selected.
  await window.type("9");
  await window.keyboard("Enter");
  const reads = (words) => until(words, async () => (await window.texts()).some((line) => line.includes(words)), { describe: async () => (await window.texts()).join("\n") });
  await reads("Nocturnal Species⁹");
  await reads("⁹ United Nations");
  await window.command("File: Revert File");
  await reads("Nocturnal Species²");
});

part("a draft is laid out evenly, and mended when it is saved", undefined, async () => {
  const even = window.workspace.read("night-sky.en.resolution.txt");
  window.workspace.write("uneven.resolution.txt", even.replace("Recalling its", "Recalling   its"));
  await window.file("uneven.resolution.txt");
  const reads = (words) => until(words, async () => (await window.texts()).some((line) => line.includes(words)), { describe: async () => (await window.texts()).join("\n") });
  await reads("Recalling   its");
  await window.command("Format Document");
  await reads("Recalling its");
  window.set({ "[resolution]": { "editor.codeActionsOnSave": { "source.fixAll.rapporteur": "explicit" } } });
  await window.effect("all that is certain is mended", async () => {
    await window.type("x");
    await window.keyboard("Backspace");
    await window.keyboard("Control+S");
  }, async () => window.workspace.read("uneven.resolution.txt").includes("A/RES/90/211, annex"));
  window.set({});
});

part("page text becomes a clean draft", "unwrapped", async () => {
  window.workspace.write("page.resolution.txt", PAGE_TEXT);
  await window.file("page.resolution.txt");
  await window.see('.statusbar-item:has-text("Rapporteur"):not(:has-text("findings"))');
  await window.command("Rapporteur: Make a Clean Draft of This Page Text");
  await until("lines are joined", async () => (await window.texts()).some((line) => line.includes("lamps¹ that were kept")), { describe: async () => (await window.texts()).join("\n") });
});

part("the organ line, a section and a list's paragraph stay on top while a long draft scrolls", "sticky", async () => {
  window.workspace.write("long.resolution.txt", LONG);
  await window.file("long.resolution.txt");
  const kept = () => window.page.evaluate(() =>
    [...document.querySelectorAll(".editor-instance .sticky-widget .sticky-line-content")]
      .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
      .map((line) => line.textContent.replace(/\u00a0/g, " ").trim()));
  const scrolled = (line, ...above) => window.effect(`line ${line}`, async () => {
    await window.keyboard("Escape");
    await window.keyboard("Control+G");
    await window.type(`${line}\n`);
  }, async () => JSON.stringify(await kept()) === JSON.stringify(above));
  await scrolled(LONG.split("\n").indexOf("Recalling also lamp 90,") + 1, "The General Assembly,");
  await scrolled(LONG.split("\n").indexOf(`(${letter(45)}) Lamp 45;`) + 1, "II", "2. Requests the keepers to light:");
});

for (const [language, name, words] of [["ar", "العربية", "سماء مظلمة"], ["zh", "中文", "为科学和社会"]]) {
  part(`a draft in ${language}: findings, hover, language, quick fix`, `draft-${language}`, async () => {
    await window.file(`night-sky.${language}.resolution.txt`);
    await window.findings(3, 1);
    await status("Rapporteur: 4 findings");
    await window.act("its language", async () => {
      await window.page.mouse.move(600, 400);
      await window.page.locator('.statusbar-item:has-text("Rapporteur: 4 findings")').first().hover();
    }, `.monaco-hover:not(.hidden) :text("Language: ${name}")`);
    assert((await window.texts()).some((line) => line.includes(words)));
    if (language === "ar") {
      // From right to left: no colour and no link makes the words of a line change places.
      const places = await Promise.all(["إذ تشير", "قرارها", "90/211", "المؤرخ"].map((words) => window.place(words)));
      for (const [nth, { left }] of places.slice(0, -1).entries()) assert(left >= places[nth + 1].right - 1, JSON.stringify(places));
      assert(!(await window.shows(".editor-instance .unexpected-closing-bracket")), "no quotation mark is an error");
      const label = await window.place("(أ)");
      const behind = await window.place("أن تزود");
      assert(label.right <= behind.left, "a label stands where a line of this direction begins");
    }
    await window.hover("92/14", "A/RES/92/14", 1);
    // Lines in Arabic run from right to left, symbols don't.
    const said = await window.page.locator(".monaco-hover:not(.hidden)").first().innerText();
    assert.equal(/^\u2067سماء مظلمة.*\u2069$/m.test(said), language === "ar", said);
    assert.match(said, /^A\/RES\/92\/14$/m);
    await window.picture(`vscode-hover-${language}`);
    await window.quickFixes("A/Res/90/211", "Write A/RES/90/211");
    await window.keyboard("Enter");
    await window.findings(2, 1);
  });
}

part("versions scroll together", "scrolling", async () => {
  window.workspace.write("wide.en.resolution.txt", LONG);
  window.workspace.write("wide.fr.resolution.txt", LONG_FRENCH);
  await window.file("wide.fr.resolution.txt");
  await status("2 versions");
  await window.act("the next version beside", () => window.command("Rapporteur: Open the Next Version Beside"), '.tab:has-text("wide.en.resolution.txt")');
  await window.command("Rapporteur: Scroll Versions Together");
  await window.effect("both show lamp 120", async () => {
    await window.keyboard("Escape");
    await window.keyboard("Control+G");
    await window.type(`${LONG_FRENCH.split("\n").indexOf("Rappelant également la lampe 120,") + 1}\n`);
  }, async () => {
    const lines = await window.texts();
    return lines.includes("Rappelant également la lampe 120,") && lines.includes("Recalling also lamp 120,");
  });
  await window.picture("vscode-scrolling-together");
  await window.command("Rapporteur: Scroll Versions Together");
  await window.command("View: Close All Editor Groups");
});

part("a Word document opens as a draft", "word", async () => {
  execFileSync(given("RAPPORTEUR_SERVER"), ["convert", window.workspace.path(ENGLISH), "-o", window.workspace.path("word-file.docx")]);
  await window.act("the menu of the file", async () => {
    await window.keyboard("Escape");
    await window.page.locator('.explorer-folders-view .monaco-list-row:has-text("word-file.docx")').click({ button: "right" });
  }, '.monaco-menu :text("Open as a Draft")');
  await window.act("the draft", () => window.page.locator('.monaco-menu :text("Open as a Draft")').first().click(), '.tab.active:has-text("Untitled")');
  await status("Resolution");
  const lines = () => window.texts().then((all) => all.join(" ").replace(/\s+/g, " "));
  await until("the numbers and notes that Word counts are there", async () => {
    const said = await lines();
    return ["The General Assembly,", "1. Reaffirms paragraph 2 of its resolution 92/14", "(b) To dim it", "Milky Way,¹"].every((words) => said.includes(words));
  }, { describe: lines });
  // It isn't saved, and is a draft as any other.
  await until("findings are told", async () => (await window.squiggles()).some((count) => count > 0));
  await window.command("File: Revert File");
});

part("a server that doesn't exist is named, with what to do", "no-server", async () => {
  await window.act("it is told", () => window.setMachine({ "rapporteur.server.path": "/nowhere/rapporteur" }), `${NOTIFICATION}:has-text("/nowhere/rapporteur")`);
  const said = await window.page.locator(NOTIFICATION).first().innerText();
  assert.match(said, /can't start: \/nowhere\/rapporteur, the server in your settings, doesn't exist\. Correct the setting, or clear it/);
  assert.equal(window.server(), undefined);
});

part("and the package's own is back when the setting is cleared", undefined, async () => {
  await window.effect("the server runs", () => window.setMachine({}), () => window.server());
  await window.file("night-sky.zh.resolution.txt");
  await status("Rapporteur: 3 findings");
});
