// A whole draft in Neovim, from an empty window to the last note, in English and in Chinese, with nothing in the user's
// configuration but the plugin. What is looked at is the screen and the cursor.
import assert from "node:assert/strict";
import test from "node:test";
import { until } from "../harness/wait.mjs";
import { Terminal } from "../harness/terminal.mjs";
import { given } from "../harness/workspace.mjs";
import { installed } from "./installed.mjs";

/** What is typed and seen, in each language. */
const PASSES = {
  en: {
    typed: "The Gen",
    organ: "The General Assembly,",
    opening: /Recalling[\s\S]*Reaffirming/,
    letters: "Reca",
    opened: "Recalling",
    preambular: " the long nights of the harbours,",
    operative: ["1. Decides to light the lamps;", "Requests the keepers to keep them lit;", "Invites the ships to wait."],
    labels: [/^2\. $/, /^3\. $/],
    word: "nights",
    marked: /long nights¹ of/,
    note: "See A/92/85.",
    moved: /^1\. Requests the keepers to keep them lit;[\s\S]*^2\. Decides to light the lamps;/m,
    symbol: "Reaffirms A/Res/90/211 as the keepers of all harbours have asked for in their letters, their reports and their long talks at night;",
    finding: /▸ “A\/Res\/90\/211” is not written as a document symbol/,
    mend: /Write A\/RES\/90\/211/,
  },
  zh: {
    typed: "大",
    organ: "大会，",
    opening: /回顾[\s\S]*审议了/,
    letters: "回",
    opened: "回顾",
    preambular: "港口漫长的黑夜，",
    operative: ["1. 决定点亮灯塔；", "请看守人让灯火长明；", "邀请船舶等候。"],
    labels: [/^2\. $/, /^3\. $/],
    word: "黑夜",
    marked: /黑夜，¹/,
    note: "见A/92/85。",
    moved: /^1\. 请看守人让灯火长明；[\s\S]*^2\. 决定点亮灯塔；/m,
    symbol: "重申A/Res/90/211，各港口的看守人曾在信函和报告中，并在漫长的夜间谈话中多次提出这一要求，各方对此均表赞同；",
    finding: /▸ .*“A\/Res\/90\/211”/,
    mend: /A\/RES\/90\/211/,
  },
};

for (const [language, pass] of Object.entries(PASSES)) {
  test(`from an empty window, in ${language}`, { timeout: 240_000 }, async (t) => {
    const workspace = installed("vim.o.statusline = [[%f %m%=%{v:lua.require'rapporteur'.statusline()}  %l:%c]]");
    const terminal = new Terminal(workspace, [given("RAPPORTEUR_NVIM"), "new.resolution"], { width: 100, height: 30 });
    t.after(() => (terminal.end(), workspace.remove()));
    const normal = () => terminal.keys("C-\\", "C-n");
    /** Goes to words in command mode. */
    const go = (words) => terminal.press(() => (normal(), terminal.type(`gg/${words}\n`)), / +\d+:\d+ *$/m);

    await terminal.see(/new\.resolution/);
    await terminal.press("i", /-- INSERT --/);
    // The organ's line, from its first letters. Nothing is inserted before it is chosen.
    terminal.type(pass.typed);
    await terminal.see(new RegExp(`${pass.organ}[\\s\\S]*-- INSERT --`), "the organ's line is offered");
    await terminal.standsBehind(new RegExp(`^${pass.typed}$`), "and not inserted");
    await terminal.picture(`neovim-${language}-1-organ`);
    terminal.keys("C-n", "C-y");
    await terminal.standsBehind(new RegExp(`^${pass.organ}$`), "the organ's line is taken");

    // Openings before any letter, and while the first word is typed.
    terminal.keys("Enter", "Enter");
    await terminal.see(pass.opening, "openings are offered before any letter");
    await terminal.standsBehind(/^$/, "and not inserted");
    await terminal.picture(`neovim-${language}-2-openings`);
    terminal.type(pass.letters);
    await terminal.see(new RegExp(`^ ?${pass.opened}`, "m"), "and while the word is typed");
    await terminal.standsBehind(new RegExp(`^${pass.letters}$`));
    terminal.keys("C-n", "C-y");
    await terminal.standsBehind(new RegExp(`^${pass.opened}$`), "the opening is taken");
    terminal.type(pass.preambular);
    terminal.keys("Enter", "Enter");

    // Labels behind Enter, with the cursor behind them.
    const [first, ...others] = pass.operative;
    terminal.type(first);
    for (const [at, words] of others.entries()) {
      terminal.keys("Enter");
      await terminal.standsBehind(pass.labels[at], "Enter writes the next label, and the cursor stands behind it");
      if (at === 0) await terminal.picture(`neovim-${language}-3-label`);
      terminal.type(words);
    }
    normal();
    await terminal.press(() => terminal.type(":w\n"), /\d+B written/, "the draft is saved");
    await until("the draft is as it was meant", () => workspace.read("new.resolution") === `${[pass.organ, pass.opened + pass.preambular, first, ...others.map((words, at) => `${at + 2}. ${words}`)].join("\n\n")}\n`, {
      describe: () => workspace.read("new.resolution"),
    });

    // A paragraph is moved with its number.
    await go(others[0].slice(0, 4));
    terminal.type(":RapporteurMove up\n");
    await terminal.see(pass.moved, "the paragraph is moved, and the labels follow");

    // A note is begun at the cursor, which goes to it, and comes back.
    await go(pass.word);
    await terminal.press(() => terminal.type("e:RapporteurFootnote\n"), /¹ …/, "the note is begun");
    await terminal.see(pass.marked, "its mark stands where it belongs");
    await terminal.standsBehind(/¹ $/, "the cursor is in the note");
    await terminal.picture(`neovim-${language}-4-note`);
    terminal.type(`C${pass.note}`);
    normal();
    terminal.keys("C-o");
    await terminal.standsBehind(/nights?|黑夜?|Recalling|回顾/, "and comes back");

    // A finding of a long line is readable in the window, and is mended.
    await go("^1[.]");
    await terminal.press(() => terminal.type(`0f c$ ${pass.symbol}`), new RegExp(pass.symbol.slice(0, 8)), "a long paragraph is typed");
    normal();
    terminal.type(":w\n");
    await terminal.see(pass.finding, "its finding is told below it");
    await terminal.picture(`neovim-${language}-5-finding`);
    await terminal.press(() => terminal.type("gra"), pass.mend, "the mend is offered");
    await terminal.picture(`neovim-${language}-6-mend`);
    if (terminal.shows(/Type number|number and <Enter>/)) terminal.keys("1", "Enter");
    else terminal.keys("Enter");
    await terminal.miss(pass.finding, "the finding goes");
    terminal.type(":w\n");
    await until("the draft is saved as it was mended", () => /A\/RES\/90\/211/.test(workspace.read("new.resolution")));
    assert.match(workspace.read("new.resolution"), new RegExp(`¹ ${pass.note}`));
    terminal.type(":qa!\n");
    await terminal.ended();
  });
}
