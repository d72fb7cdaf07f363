// Rapporteur in Neovim.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import test from "node:test";
import { Terminal } from "../harness/terminal.mjs";
import { given, Workspace } from "../harness/workspace.mjs";
import { configure, installed, PLUGIN } from "./installed.mjs";

const script = (name) => fileURLToPath(new URL(name, import.meta.url));

function headless(nvim, workspace, name, env = {}) {
  const words = ["--headless", "-S", script(name)];
  const options = { cwd: workspace.drafts, env: { ...workspace.env, ...env }, encoding: "utf8", timeout: 120_000 };
  return execFileSync(nvim, words, { ...options, stdio: ["ignore", "pipe", "inherit"] });
}

for (const encoding of ["utf-8", "utf-16", "utf-32"]) {
  test(`without a screen, counting in ${encoding}`, (t) => {
    const workspace = installed(encoding === "utf-8" ? "" : `
      vim.lsp.config('rapporteur', { capabilities = { general = { positionEncodings = { '${encoding}' } } } })`);
    t.after(() => workspace.remove());
    assert.match(headless(given("RAPPORTEUR_NVIM"), workspace, "headless.lua", { ENCODING: encoding }), /checks passed/);
  });
}

test("from where it is cloned, as a plugin manager has it", (t) => {
  const workspace = new Workspace();
  t.after(() => workspace.remove());
  configure(workspace, `vim.opt.rtp:append('${PLUGIN}')`);
  assert.match(headless(given("RAPPORTEUR_NVIM"), workspace, "headless.lua", { ENCODING: "utf-8" }), /checks passed/);
});

test("with Neovim's own configuration alone", (t) => {
  const workspace = new Workspace();
  t.after(() => workspace.remove());
  assert.match(headless(given("RAPPORTEUR_NVIM"), workspace, "alone.lua"), /all passed/);
});

test("what needs no server", (t) => {
  const workspace = new Workspace();
  t.after(() => workspace.remove());
  const words = ["--headless", "-u", "NONE", "-l", join(PLUGIN, "test", "smoke.lua")];
  const said = execFileSync(given("RAPPORTEUR_NVIM"), words, { cwd: workspace.drafts, env: workspace.env, encoding: "utf8", timeout: 60_000 });
  assert.match(said, /\d+ checks passed/);
});

test("a Neovim that is too old says so, and what can be done", (t) => {
  const workspace = installed();
  t.after(() => workspace.remove());
  assert.match(headless(given("RAPPORTEUR_OLD_NVIM"), workspace, "old.lua"), /all passed/);
});

test("by keys", async (t) => {
  const workspace = installed(`
    vim.o.statusline = [[%f %m%=%{v:lua.require'rapporteur'.statusline()}  %l:%c]]
    vim.cmd.colorscheme('default')`);
  const terminal = new Terminal(workspace, [given("RAPPORTEUR_NVIM"), "night-sky.en.resolution.txt"]);
  t.after(() => (terminal.end(), workspace.remove()));
  /**
   * Looks for words, until the cursor is in their line. Never with Escape, which would be one key with the next
   * one when both arrive at once.
   */
  const go = (words, pattern = / +\d+:\d+ *$/m) => terminal.press(() => (terminal.keys("C-\\", "C-n"), terminal.type(`gg/${words}\n`)), pattern);

  await terminal.see(/4 findings, English/);
  await go("92\\/14", /21:72/);
  await terminal.press(() => terminal.type("K"), /Dark and quiet skies for science and society\n?/);
  await terminal.see(/Cited twice in this draft/);
  await terminal.picture("neovim-hover");

  await go("92\\/14", /21:72/);
  await terminal.press("C-]", /92-14\.en\.resolution\.txt/, "the definition");
  await terminal.press("C-t", /night-sky\.en\.resolution\.txt/, "back");
  await terminal.press(() => terminal.type("grr"), /\[Quickfix List\]|Location List|References/, "references");
  await terminal.picture("neovim-references");
  await terminal.press(() => terminal.type(":cclose | lclose\n"), /4 findings/);
  await terminal.press(() => terminal.type("gO"), /Protection of the night sky[\s\S]*Preamble/, "the outline");
  await terminal.picture("neovim-outline");
  await terminal.press(() => terminal.type(":cclose | lclose\n"), /4 findings/);

  // The next finding, and its mend by hand.
  await terminal.press(() => terminal.type("gg]d]d]d"), /Paragraph 3 is numbered twice\. Number this one 4\./, "the next findings");
  await terminal.picture("neovim-finding");
  await terminal.press(() => terminal.type("0r4"), /3 findings, English/, "a finding goes while it is mended");

  // A mend that is offered.
  await go("A\\/Res");
  await terminal.press(() => terminal.type("gra"), /Write A\/RES\/90\/211/, "the quick fix");
  await terminal.picture("neovim-fix");
  if (terminal.shows(/Type number|number and <Enter>/)) terminal.keys("1", "Enter");
  else terminal.keys("Enter");
  await terminal.see(/2 findings, English/);
  await terminal.press(() => terminal.type(":w\n"), /\d+B written/, "the draft is saved");
  assert.match(workspace.read("night-sky.en.resolution.txt"), /¹ See A\/RES\/90\/211/);
  await terminal.press(() => terminal.type(":checkhealth rapporteur\n"), /Running: rapporteur/, "the server's health");
  await terminal.picture("neovim-health");
  terminal.type(":qa!\n");
  await terminal.ended();
});
