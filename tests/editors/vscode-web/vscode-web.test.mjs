// Rapporteur in VS Code for the Web: the package for browsers, whose server is WebAssembly in a worker. The window is VS Code's in a
// browser, and the extension runs there, not on the side of the files: its package has no program.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, before } from "node:test";
import { until } from "../harness/wait.mjs";
import { FOUND } from "../harness/workspace.mjs";
import { parts, PROBLEM, Window } from "../vscode/window.mjs";
import { document as wordDocument } from "./document.mjs";

const ENGLISH = "night-sky.en.resolution.txt";
const NOTIFICATION = ".notifications-toasts .notification-list-item-message";
/** How long the server may take to come up, in milliseconds: all of it is read through the window. */
const START = 120_000;

let window;
before(async () => (window = await Window.open({ program: null })));
after(() => window?.close());

const part = parts(() => window, { prefix: "vscode-web", timeout: 180_000 });

const status = (text, patience) => window.see(`.statusbar-item:has-text("${text}")`, patience);
const reads = (what, right) => until(what, async () => right((await window.texts()).join("\n")), { describe: async () => (await window.texts()).join("\n") });
/** The folder of the installed extension. */
const installed = () => join(window.extensions, readdirSync(window.extensions).find((name) => name.startsWith("rapporteur.")));

/** What is shown as a page to be read, not as Markdown. */
const pages = () => Promise.all(window.page.frames().slice(1).map((frame) => frame.locator("body").innerText().catch(() => "")));

/** The worker in which the server runs. */
async function worker() {
  for (const each of window.page.workers()) {
    const name = await each.evaluate(() => self.name).catch(() => "");
    if (/Rapporteur$/.test(name)) return each;
  }
  return undefined;
}

/** Has the module trap: it is asked for more memory than there can be. */
async function trap() {
  const server = await until("the worker", worker);
  await server.evaluate(() => {
    self.dispatchEvent(new MessageEvent("message", { data: { kind: "file", path: "/lamps.txt", bytes: { length: 2 ** 32 - 1 } } }));
  });
  await until("its end", () => !window.page.workers().includes(server));
}

part("the package is one for browsers, and has no program", undefined, async () => {
  const manifest = JSON.parse(readFileSync(join(installed(), "package.json"), "utf8"));
  assert.equal(manifest.main, undefined);
  assert(existsSync(join(installed(), manifest.browser)));
  assert(!existsSync(join(installed(), "server")));
  assert.deepEqual(readdirSync(join(installed(), "dist")), ["web"]);
  for (const none of ["rapporteur.server.path", "rapporteur.library.file", "rapporteur.cache"]) assert(!(none in manifest.contributes.configuration.properties));
});

part("findings are underlined and listed when a draft is opened", "opened", async () => {
  await window.file(ENGLISH);
  await status("Rapporteur: 4 findings", START);
  await window.findings(3, 1);
  assert(await worker(), "the server runs in a worker of the window");
  assert.equal(window.server(), undefined, "and in no process");
  await window.openProblems();
  for (const message of FOUND) {
    await window.see(`${PROBLEM}:has-text("${message}")`);
  }
  await window.picture("vscode-web-problems");
  await window.closeProblems();
});

part("hover tells what a cited resolution is, of which the text lies in the folder", "hover", async () => {
  await window.hover("92/14", "Dark and quiet skies for science and society");
  const said = await window.page.locator(".monaco-hover:not(.hidden)").first().innerText();
  for (const words of ["A/RES/92/14", "Ninety-second session", "Cited twice in this draft"]) assert(said.includes(words), said);
});

part("F12 goes to the resolution in its file, and Go Back comes back", undefined, async () => {
  await window.act("the definition", async () => {
    await window.keyboard("Escape");
    await window.click("92/14");
    await window.keyboard("F12");
  }, '.tab.active:has-text("92-14.en.resolution.txt")');
  await status("Ln 5, Col 1");
  await window.act("back", () => window.keyboard("Control+Alt+Minus"), `.tab.active:has-text("${ENGLISH}")`);
});

part("Shift+F12 shows where it is cited in the texts of the folder", undefined, async () => {
  await window.act("references", async () => {
    await window.keyboard("Escape");
    await window.click("92/14");
    await window.keyboard("Shift+F12");
  }, ".peekview-title:has-text('References (6)')");
  await window.act("the list is closed", () => window.keyboard("Escape"), ".monaco-workbench:not(:has(.peekview-widget))");
});

part("a quick fix is offered and made", "quick-fix", async () => {
  await window.quickFixes("A/Res/90/211", "Write A/RES/90/211");
  await window.picture("vscode-web-quick-fix-menu");
  await window.keyboard("Enter");
  await status("Rapporteur: 3 findings");
  await reads("it is written", (text) => text.includes("¹ See A/RES/90/211, annex."));
});

part("the renumber command numbers everything anew", undefined, async () => {
  await window.command("Rapporteur: Renumber Everything");
  await reads("paragraphs and their letters", (text) => text.includes("4. Requests the Secretary-General") && !text.includes("(d)"));
});

part("Enter writes the next label, and opening words are offered", "completion", async () => {
  await window.effect("the cursor is behind a paragraph", async () => {
    await window.keyboard("Escape");
    await window.click("Decides to proclaim");
    await window.keyboard("End");
    await window.keyboard("End");
  }, () => window.shows('.statusbar-item:has-text("Ln 49")'));
  await window.keyboard("Enter");
  // Everything was renumbered before: this is the seventh.
  await reads("the next label", (text) => /^\d\.\s*$/m.test(text));
  await window.type("Invi");
  await window.see('.suggest-widget.visible .monaco-list-row:has-text("Invites")');
  await window.picture("vscode-web-offered");
  await window.keyboard("Enter");
  await reads("the word", (text) => /^\d\.\sInvites\s*$/m.test(text));
  await window.command("File: Revert File");
  await status("Rapporteur: 4 findings");
});

part("F12 shows a card of what is known of a resolution that has no text here", "card", async () => {
  window.workspace.write("card.resolution", "The General Assembly,\n\nRecalling its resolution 70/1 of 25 September 2015,\n\n1. Decides to rest;\n\n2. Decides to wait.\n");
  await window.file("card.resolution");
  await status("Rapporteur: no findings");
  await window.act("the card", async () => {
    await window.keyboard("Escape");
    await window.click("70/1");
    await window.keyboard("F12");
  }, '.tab.active:has-text("70_1")');
  await until("its title", async () => (await pages()).some((text) => text.includes("Transforming our world")), { describe: async () => (await pages()).join("\n---\n") });
});

part("a finding's rule is explained on a page of its own", "rule", async () => {
  await window.file(ENGLISH);
  await window.openProblems();
  await window.act("the page", () => window.page.locator(`${PROBLEM} a:has-text("footnote-undefined")`).first().click({ modifiers: ["ControlOrMeta"] }), '.tab.active:has-text("rule.footnote-undefined")');
  await until("the rule's name", async () => (await pages()).some((text) => text.includes("footnote-undefined")), { describe: async () => (await pages()).join("\n---\n") });
  await window.closeProblems();
});

part("a text that is made in the folder is known, and is known no more when its folder is gone", undefined, async () => {
  mkdirSync(window.workspace.path("session"));
  window.workspace.write("session/93-7.resolution", "93/7. Lamps of the harbour\n\nThe General Assembly,\n\nRecalling the lamps,\n\n1. Decides to rest;\n\n2. Decides to wait.\n");
  window.workspace.write("cites.resolution", "The General Assembly,\n\nRecalling its resolution 93/7,\n\n1. Decides to rest;\n\n2. Decides to wait.\n");
  // VS Code may overlook that a file is made; one that is opened is known.
  await window.file("93-7.resolution");
  await window.command("View: Close All Editors");
  await window.file("cites.resolution");
  await window.hover("93/7", "Lamps of the harbour");
  rmSync(window.workspace.path("session"), { recursive: true });
  await window.effect("nothing is known of it", async () => {
    await window.keyboard("Escape");
    await window.page.mouse.move(900, 700);
    const { x, y } = await window.place("93/7");
    await window.page.mouse.move(x, y, { steps: 4 });
    await window.see(".monaco-hover:not(.hidden) :text('A/RES/93/7')", 3000).catch(() => {});
  }, async () => (await window.shows(".monaco-hover:not(.hidden) :text('A/RES/93/7')")) && !(await window.shows(".monaco-hover:not(.hidden) :text('Lamps of the harbour')")));
});

part("what is settled in the folder is followed, as soon as it is saved", undefined, async () => {
  await window.file("night-sky.zh.resolution.txt");
  await status("Rapporteur: 4 findings");
  window.workspace.write("rapporteur.toml", 'ignore = ["footnote-undefined"]\n');
  await status("Rapporteur: 3 findings");
  rmSync(window.workspace.path("rapporteur.toml"));
  await status("Rapporteur: 4 findings");
});

part("language versions in the folder are compared, and the same paragraph is gone to", "versions", async () => {
  window.workspace.write("wick.en.resolution", "The General Assembly,\n\nRecalling the lamps,\n\n1. Decides to light 12 lamps;\n\n2. Decides to wait.\n");
  window.workspace.write("wick.fr.resolution", "L’Assemblée générale,\n\nRappelant les lampes,\n\n1. Décide d’allumer 15 lampes ;\n\n2. Décide d’attendre.\n");
  await window.file("wick.fr.resolution");
  await window.file("wick.en.resolution");
  await status("2 versions, 1 difference");
  await window.effect("the cursor is in the second paragraph", async () => {
    await window.keyboard("Escape");
    await window.click("Decides to wait");
  }, () => window.shows('.statusbar-item:has-text("Ln 7")'));
  await window.command("Rapporteur: Go to This Paragraph in the Next Version");
  await window.see('.tab.active:has-text("wick.fr.resolution")');
  await status("Ln 7");
});

part("another language is spoken when it is named", "french", async () => {
  await window.file(ENGLISH);
  await window.act("the status item", () => window.set({ "rapporteur.messages": "fr" }), '.statusbar-item:has-text("4 constats, préambule 6, dispositif 7")');
  await window.act("English is back", () => window.set({}), '.statusbar-item:has-text("Rapporteur: 4 findings")');
});

part("a Word document opens as a draft, with the numbers that Word counts", undefined, async () => {
  window.workspace.write("lamps.docx", wordDocument([
    { text: "The General Assembly," },
    { text: "Recalling the lamps of A/Res/90/211," },
    { text: "Decides to light them;", numbered: true },
    { text: "Decides to wait.", numbered: true },
  ]));
  window.workspace.write("broken.docx", "PK\x03\x04 and nothing else");
  const inExplorer = (name) => `.explorer-folders-view .monaco-list-row:has-text("${name}")`;
  const open = async (name, effect) => {
    // VS Code may overlook that a file is made.
    await window.act(`${name} is listed`, () => window.command("Refresh Explorer"), inExplorer(name));
    await window.act("the menu of the file", async () => {
      await window.keyboard("Escape");
      await window.page.locator(inExplorer(name)).click({ button: "right" });
    }, '.monaco-menu :text("Open as a Draft")');
    await window.act("what comes of it", () => window.page.locator('.monaco-menu :text("Open as a Draft")').first().click(), effect);
  };
  await open("broken.docx", `${NOTIFICATION}:has-text("broken.docx")`);
  await window.picture("vscode-web-broken-document");
  await window.command("Notifications: Clear All Notifications");
  await open("lamps.docx", '.tab.active:has-text("Untitled")');
  await status("Rapporteur: 1 finding");
  await reads("numbers", (text) => text.includes("1. Decides to light them;") && text.includes("2. Decides to wait."));
  await window.picture("vscode-web-word");
  await window.command("File: Revert File");
  await window.file(ENGLISH);
});

part("a server that breaks off is started again, and nothing that was typed is lost", undefined, async () => {
  await window.effect("the cursor is before the number", async () => {
    await window.keyboard("Escape");
    await window.click("3. Requests the Secretary-General");
    await window.keyboard("Home");
  }, () => window.shows('.statusbar-item:has-text("Ln 45, Col 1")'));
  await window.keyboard("Delete");
  await window.type("4");
  await status("Rapporteur: 3 findings");
  await trap();
  await until("another worker", worker, { patience: START });
  await status("Rapporteur: 3 findings", START);
  assert(await window.shows(".tab.active.dirty"), "the draft isn't saved");
  await window.hover("92/14", "Dark and quiet skies for science and society");
});

part("one that keeps breaking off isn't started again, which is said", undefined, async () => {
  for (const _ of [2, 3]) {
    await trap();
    await until("another worker", worker, { patience: START });
    await status("Rapporteur: 3 findings", START);
  }
  await trap();
  await window.see(`${NOTIFICATION}:has-text("keeps ending by itself")`);
  await window.picture("vscode-web-broken");
  await window.command("Rapporteur: Restart Server");
  await status("Rapporteur: 3 findings", START);
});
