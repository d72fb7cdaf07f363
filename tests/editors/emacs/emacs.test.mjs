// Rapporteur in Emacs, with editors/emacs/rapporteur.el.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import test from "node:test";
import { Terminal } from "../harness/terminal.mjs";
import { given, REPOSITORY, Workspace } from "../harness/workspace.mjs";

const PACKAGE = join(REPOSITORY, "editors", "emacs");

function emacs(t, ...words) {
  const workspace = new Workspace();
  t.after(() => workspace.remove());
  const options = { cwd: workspace.drafts, env: workspace.env, encoding: "utf8", timeout: 120_000 };
  return spawnSync(given("RAPPORTEUR_EMACS"), ["-Q", "--batch", "-L", PACKAGE, ...words], options);
}

test("the package compiles without a warning", (t) => {
  const nowhere = '(setq byte-compile-error-on-warn t byte-compile-dest-file-function (lambda (_) (make-temp-file "rapporteur")))';
  const { status, stderr } = emacs(t, "--eval", nowhere, "-f", "batch-byte-compile", join(PACKAGE, "rapporteur.el"));
  assert.equal(status, 0, stderr);
});

test("without a screen", (t) => {
  const file = fileURLToPath(new URL("batch.el", import.meta.url));
  const { status, stderr, stdout } = emacs(t, "-l", file, "-f", "ert-run-tests-batch-and-exit");
  assert.equal(status, 0, stdout + stderr);
  assert.match(stderr, /Ran 5 tests, 5 results as expected/);
});

test("by keys", async (t) => {
  const workspace = new Workspace();
  const folder = join(workspace.home, ".emacs.d");
  mkdirSync(folder);
  writeFileSync(join(folder, "early-init.el"), "; Compiling in the background would only keep the machine busy.\n(setq native-comp-jit-compilation nil)\n");
  // As the page of the package says it.
  writeFileSync(join(folder, "init.el"), `(add-to-list 'load-path "${PACKAGE}")\n(require 'rapporteur)\n(setq inhibit-startup-screen t)\n`);
  const terminal = new Terminal(workspace, [given("RAPPORTEUR_EMACS"), "-nw", "night-sky.en.resolution.txt"], { width: 110 });
  t.after(() => (terminal.end(), workspace.remove()));
  /** Goes to words by searching for them from the top. */
  const go = async (words, line) => {
    await terminal.press("M-<", / L1 /, "the draft's beginning");
    await terminal.press("C-s", /^I-search:/m, "the search");
    await terminal.press(() => terminal.type(words), new RegExp(`I-search: ${words}`));
    await terminal.press("Enter", new RegExp(` L${line} (?![\\s\\S]*I-search:)`), "the words");
  };
  await terminal.see(/4 findings, English/);
  await go("92/1", 21);
  await terminal.press(() => (terminal.keys("C-h"), terminal.type(".")), /Dark and quiet skies for science and society[\s\S]*Cited twice|Cited twice/, "hover");
  await terminal.picture("emacs-hover");
  await terminal.press("M-.", /92-14\.en\.reso/, "the definition");
  await terminal.press(() => (terminal.keys("M-,")), /4 findings, English/, "back");
  // The outline, and the next finding.
  await terminal.press("M-<", / L1 /, "the draft's beginning");
  await terminal.press(() => (terminal.keys("M-g"), terminal.type("i")), /Index item/, "the outline is asked for");
  await terminal.press("Tab", /Protection.of.the.night.sky/, "the outline");
  await terminal.picture("emacs-outline");
  await terminal.press("C-g", /4 findings, English/, "the outline is closed");
  await terminal.press("M-x", /^M-x/m, "the prompt");
  await terminal.press(() => terminal.type("flymake-goto-next-error"), /^M-x flymake-goto-next-error/m);
  await terminal.press("Enter", /Footnote 3 has no text/, "the next finding");
  await terminal.picture("emacs-finding");
  await go("A/Res", 55);
  await terminal.press("M-x", /^M-x/m, "the prompt");
  await terminal.press(() => terminal.type("eglot-code-actions"), /^M-x eglot-code-actions/m);
  await terminal.press("Enter", /^\[eglot\] Pick an action.*Write A\/RES\/90\/211/m, "the quick fix");
  await terminal.picture("emacs-fix");
  await terminal.press("Enter", /See A\/RES\/90\/211[\s\S]*3 findings/, "the fix is made");
  terminal.keys("C-x", "C-s");
  await terminal.see(/Wrote .*night-sky/);
  assert.match(workspace.read("night-sky.en.resolution.txt"), /¹ See A\/RES\/90\/211/);
  terminal.keys("C-x", "C-c");
  await terminal.ended();
});
