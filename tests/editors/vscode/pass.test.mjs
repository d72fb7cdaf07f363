// The whole small job in VS Code, from an empty window to the last note, in English and in Chinese; a draft from a skeleton in
// Arabic. One window, with a picture at each step.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { after, before } from "node:test";
import { until } from "../harness/wait.mjs";
import { parts, Window } from "./window.mjs";

let window;
before(async () => (window = await Window.open({ width: 1180, height: 900, settings: { "workbench.editor.untitled.labelFormat": "name" } })));
after(() => window?.close());

const part = parts(() => window, { timeout: 180_000 });

const status = (text) => window.see(`.statusbar-item:has-text("${text}")`);
const lines = async () => (await window.texts()).filter((line) => line.trim());
const reads = (what, right) => until(what, async () => right((await window.texts()).join("\n")), { describe: async () => (await window.texts()).join("\n") });
/** Closes what isn't saved without a question. */
async function revert() {
  await window.command("View: Revert and Close Editor");
  await until("it is closed", async () => !(await window.shows('.tab:has-text("Untitled")')));
}

const PASSES = {
  en: {
    organ: "The General Assembly,",
    letters: "Reca",
    opened: "Recalling",
    preambular: " the long nights of the harbours,",
    operative: ["1. Decides to light the lamps;", "Requests the keepers to keep them lit;", "Invites the ships to wait."],
    word: "nights",
    marked: "long nights¹ of",
    moved: /^1\. Requests the keepers[\s\S]*^2\. Decides to light/m,
  },
  zh: {
    organ: "大会，",
    letters: "回",
    opened: "回顾",
    preambular: "港口漫长的黑夜，",
    operative: ["1. 决定点亮灯塔；", "请看守人让灯火长明；", "邀请船舶等候。"],
    word: "黑夜",
    marked: "黑夜，¹",
    moved: /^1\. 请看守人[\s\S]*^2\. 决定点亮/m,
  },
};

for (const [language, pass] of Object.entries(PASSES)) {
  part(`from an empty window, in ${language}`, null, async () => {
    await window.act("an empty text", () => window.keyboard("Control+Alt+n"), '.editor-group-container:has(.tab.active:has-text("Untitled")) .editor-instance .monaco-editor.focused');
    await window.type(pass.organ);
    // A plain text that reads as a resolution.
    await status("Read as a draft?");
    await window.picture(`vscode-${language}-1-offer`);
    await window.act("it is read as one", () => window.page.locator('.statusbar-item:has-text("Read as a draft?")').first().click(), '.statusbar-item:has-text("Resolution")');
    await status("Rapporteur: no findings");
    await window.effect("the cursor is back", async () => {
      await window.click(pass.organ);
      await window.keyboard("Control+End");
    }, async () => true);

    // Openings: before any letter, with nothing chosen, so that Enter is Enter; and while the first word is typed.
    await window.keyboard("Enter");
    await window.see(`.suggest-widget.visible .monaco-list-row:has-text("${pass.opened}")`);
    await window.keyboard("Enter");
    await window.see('.statusbar-item:has-text("Ln 3")');
    await window.see(`.suggest-widget.visible .monaco-list-row:has-text("${pass.opened}")`);
    assert(!(await window.shows(".suggest-widget.visible .monaco-list-row.focused")), "nothing is chosen by itself");
    assert.deepEqual(await lines(), [pass.organ], "and nothing inserted");
    await window.picture(`vscode-${language}-2-openings`);
    await window.type(pass.letters);
    await window.see(`.suggest-widget.visible .monaco-list-row.focused:has-text("${pass.opened}")`);
    await window.keyboard("Enter");
    await reads("the opening is taken", (text) => text.includes(`\n${pass.opened}`));
    await window.type(pass.preambular);
    await window.keyboard("Enter");
    await window.keyboard("Enter");

    // Labels behind Enter.
    const [first, ...others] = pass.operative;
    await window.type(first);
    for (const [at, words] of others.entries()) {
      await window.keyboard("Escape");
      await window.keyboard("Enter");
      await reads("Enter writes the next label", (text) => new RegExp(`^${at + 2}\\. ?$`, "m").test(text));
      await window.type(words);
      await reads("and the cursor stands behind it", (text) => text.includes(`${at + 2}. ${words}`));
    }
    await window.keyboard("Escape");
    await window.picture(`vscode-${language}-3-written`);
    await status("Rapporteur: no findings");

    // A paragraph is moved with its number, by keys.
    await window.effect("the paragraph is moved", async () => {
      await window.click(others[0].slice(0, 6));
      await window.keyboard("Shift+Alt+ArrowUp");
    }, async () => pass.moved.test((await lines()).join("\n")));

    // A note is begun, and the writer goes on in it.
    await window.effect("the note is begun", async () => {
      await window.keyboard("Escape");
      const { right, y } = await window.place(pass.word);
      await window.page.mouse.click(right - 1, y);
      await window.keyboard("Control+Alt+f");
    }, async () => (await lines()).some((line) => /^¹ …/.test(line)));
    await reads("the mark stands where it belongs", (text) => text.includes(pass.marked));
    await until("the note's text is selected", () => window.shows('.statusbar-item:has-text("selected")'));
    await window.picture(`vscode-${language}-4-note`);
    await window.type("A/92/85.");
    await reads("the note is written", (text) => text.includes("¹ A/92/85."));
    await status("Rapporteur: no findings");
    await revert();
  });
}

for (const [language, name, title] of [["en", "English", "Title of the draft"], ["zh", "中文", "草案标题"], ["ar", "العربية", "عنوان المشروع"]]) {
  part(`a new draft from a skeleton, saved under its title, in ${language}`, null, async () => {
    await window.act("the command", async () => {
      await window.keyboard("Escape");
      await window.keyboard("F1");
      await window.page.keyboard.type("Rapporteur: New Draft");
    }, '.quick-input-list .monaco-list-row.focused:has-text("Rapporteur: New Draft")');
    // Once: each Enter and each click makes a draft.
    await window.keyboard("Enter");
    await window.see(`.quick-input-list .monaco-list-row:has-text("${name}")`, 20_000);
    await window.page.locator(`.quick-input-list .monaco-list-row:has-text("${name}")`).first().click();
    await window.see('.tab.active:has-text("Untitled")', 20_000);
    await status("Rapporteur: no findings");
    await reads("the skeleton is there", (text) => text.includes(title));
    await window.picture(`vscode-skeleton-${language}`);
    if (language === "ar") {
      // From right to left: the label stands where a line of this direction begins, and words follow each other.
      const [opening, charter] = await Promise.all(["إذ تشير", "ميثاق"].map((words) => window.place(words)));
      assert(opening.left >= charter.right - 1, JSON.stringify([opening, charter]));
    }
    // Out of the snippet's places.
    await window.keyboard("Escape");
    await window.keyboard("Escape");
    await window.act("a name is suggested", () => window.keyboard("Control+s"), ".quick-input-widget:not(.hidden) input");
    const input = window.page.locator(".quick-input-widget input").first();
    await until("the name is the title", async () => (await input.inputValue()).endsWith(`${title}.resolution`), { describe: () => input.inputValue() });
    await window.picture(`vscode-save-${language}`);
    await window.keyboard("Enter");
    const file = window.workspace.path(`${title}.resolution`);
    await until("the draft is saved", () => existsSync(file) && readFileSync(file, "utf8").includes(title));
    await window.see(`.tab.active:has-text("${title}.resolution"):not(.dirty)`);
    await until("the new text is the saved one", async () => !(await window.shows('.tab:has-text("Untitled")')));
    await status("Rapporteur: no findings");
  });
}

part("a draft has its icon", null, async () => {
  await window.file("night-sky.en.resolution.txt");
  const icon = () => window.page.evaluate(() => getComputedStyle(document.querySelector(".tab.active .monaco-icon-label"), "::before").backgroundImage);
  await until("the icon of a light theme", async () => /icons(?:\/|%2F)light\.svg/.test(decodeURIComponent(await icon())), { describe: icon });
});

part("the walkthrough's four steps have their words and pictures", null, async () => {
  await window.act("the command", async () => {
    await window.keyboard("Escape");
    await window.keyboard("F1");
    await window.page.keyboard.type("Welcome: Open Walkthrough");
  }, '.quick-input-list .monaco-list-row.focused:has-text("Open Walkthrough")');
  // Once: a second Enter would open the first of them.
  await window.keyboard("Enter");
  const choice = '.quick-input-list .monaco-list-row:has-text("Get started with Rapporteur")';
  await window.see(choice);
  await window.page.locator(choice).first().click();
  await window.see(".gettingStartedContainer .getting-started-step");
  const titles = ["Begin a draft", "See what is cited", "Keep the numbers in order", "Take over text from a PDF or from Word"];
  const steps = window.page.locator(".gettingStartedContainer .getting-started-step");
  await until("four steps", async () => (await steps.count()) === titles.length, { describe: () => steps.allInnerTexts() });
  // A narrow window leaves the pictures out.
  await window.page.setViewportSize({ width: 1600, height: 900 });
  for (const [at, title] of titles.entries()) {
    await window.act(title, () => window.page.locator(`.getting-started-step:has-text("${title}") .step-title`).first().click(), `.getting-started-step.expanded:has-text("${title}")`);
    await window.picture(`vscode-walkthrough-${at + 1}`);
  }
  await window.act("a step's button begins a draft", async () => {
    await window.page.locator('.getting-started-step:has-text("Begin a draft") .step-title').first().click();
    await window.page.locator('.getting-started-step.expanded .monaco-button:has-text("New Draft")').first().click({ timeout: 2000 });
  }, '.quick-input-list .monaco-list-row:has-text("English")');
  await window.keyboard("Escape");
  await window.page.setViewportSize({ width: 1180, height: 900 });
  await window.command("View: Close All Editors");
});

part("the status item goes when the language does", null, async () => {
  await window.file("night-sky.en.resolution.txt");
  await status("Rapporteur: 4 findings");
  await window.act("the languages", () => window.page.locator('.statusbar-item:has-text("Resolution")').first().click(), '.quick-input-list .monaco-list-row:has-text("Auto Detect")');
  await window.type("Plain Text");
  await window.see('.quick-input-list .monaco-list-row.focused:has-text("Plain Text")');
  await window.keyboard("Enter");
  await until("it is gone", async () => !(await window.shows('.statusbar-item:has-text("Rapporteur: 4 findings")')));
  await status("Read as a draft?");
});

part("a rule's page is shown as a page", null, async () => {
  await window.file("night-sky.zh.resolution.txt");
  await status("Rapporteur: 4 findings");
  await window.act("the finding", async () => {
    await window.keyboard("Escape");
    const { x, y } = await window.place("³");
    await window.page.mouse.move(x - 2, y - 40);
    await window.page.mouse.move(x, y, { steps: 4 });
  }, '.monaco-hover:not(.hidden) a:has-text("footnote-undefined")');
  await window.picture("vscode-finding-hover");
  await window.act("its page", () => window.page.locator('.monaco-hover:not(.hidden) a:has-text("footnote-undefined")').first().click(), '.tab.active:has-text("footnote-undefined")');
  await window.see(".webview");
  await until("its words are set", async () => {
    const said = await Promise.all(window.page.frames().map((frame) => frame.evaluate(() => document.body?.innerText ?? "").catch(() => "")));
    return said.some((words) => words.includes("Every footnote marker in the text has a footnote."));
  });
  await window.picture("vscode-rule");
  assert(!(await window.shows(".editor-instance .view-line")), "no text of Markdown");
});

part("the menu of a draft has what one does with it", null, async () => {
  await window.file("night-sky.zh.resolution.txt");
  await window.act("the menu", async () => {
    await window.keyboard("Escape");
    const { x, y } = await window.place("银河");
    await window.page.mouse.click(x, y, { button: "right" });
  }, '.monaco-menu :text("Move Paragraph Up")');
  for (const title of ["Insert Footnote", "Move Paragraph Down", "Renumber Everything"]) assert(await window.shows(`.monaco-menu :text("${title}")`), title);
  await window.picture("vscode-menu");
  await window.effect("a footnote is begun from it", () => window.page.locator('.monaco-menu :text("Insert Footnote")').first().click(), async () => (await lines()).some((line) => /^[¹²³⁴] …/.test(line)));
  await window.command("File: Revert File");
});
