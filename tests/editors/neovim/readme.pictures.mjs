// The README's picture of Neovim: a flawed draft, its findings listed, and what a cited resolution is.
import test from "node:test";
import { Terminal } from "../harness/terminal.mjs";
import { given } from "../harness/workspace.mjs";
import { installed } from "./installed.mjs";

test("the README's picture", async (t) => {
  const workspace = installed(`
    vim.o.winborder = 'rounded'
    vim.o.statusline = [[ %f %m%=%{v:lua.require'rapporteur'.statusline()}  %l:%c ]]`);
  const terminal = new Terminal(workspace, [given("RAPPORTEUR_NVIM"), "night-sky.en.resolution.txt"], { width: 112, height: 43 });
  t.after(() => (terminal.end(), workspace.remove()));
  await terminal.see(/4 findings, English/);
  // The findings in a list below, as Neovim's own command makes it.
  await terminal.press(() => terminal.type(":lua vim.diagnostic.setloclist()\n"), /Location List/);
  await terminal.press(() => terminal.type(":resize 8\n"), /Location List/);
  await terminal.press("C-w", /Location List/);
  await terminal.press("k", /differences +\d+:\d+/);
  await terminal.press(() => terminal.type("21Gzt"), /^ *Recalling its[\s\S]* 21:1 *$/m);
  await terminal.press(() => terminal.type("f9;;"), / 21:72 *$/m);
  await terminal.press("C-l", /^\s*$/m);
  await terminal.press(() => terminal.type("K"), /Cited twice in this draft/);
  await terminal.picture("readme-neovim", { scale: 2 });
});
