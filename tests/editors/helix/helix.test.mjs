// Rapporteur in Helix, with the configuration of editors/helix.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { Terminal } from "../harness/terminal.mjs";
import { given, REPOSITORY, Workspace } from "../harness/workspace.mjs";

function installed() {
  const workspace = new Workspace();
  const folder = join(workspace.env.XDG_CONFIG_HOME, "helix");
  mkdirSync(folder, { recursive: true });
  cpSync(join(REPOSITORY, "editors/helix/languages.toml"), join(folder, "languages.toml"));
  return workspace;
}

test("its health finds the server", (t) => {
  const workspace = installed();
  t.after(() => workspace.remove());
  const said = execFileSync(given("RAPPORTEUR_HELIX"), ["--health", "resolution"], { env: workspace.env, encoding: "utf8" });
  assert.match(said, /rapporteur: .*\/bin\/rapporteur/);
});

test("by keys", async (t) => {
  const workspace = installed();
  const terminal = new Terminal(workspace, [given("RAPPORTEUR_HELIX"), "night-sky.en.resolution.txt"], { width: 110 });
  t.after(() => (terminal.end(), workspace.remove()));
  /** Looks for words. Escape comes alone, since it would be one key with the next one when both arrive at once. */
  const go = (words, line) =>
    terminal.press(async (attempt) => {
      if (attempt > 1) await terminal.press("Escape", /^ *NOR/m);
      terminal.type(`gg/${words}`);
      terminal.keys("Enter");
    }, new RegExp(`${line}:\\d+ *$`, "m"));

  await terminal.see(/The General Assembly/);
  await terminal.see(/[●■]? ?3 +[●■]? ?1|● 1 ● 3|▲|●/, "findings are counted");
  await go("92/14", 21);
  await terminal.press([["Space"], ["k"]].flat(), /Dark and quiet skies for science and society/, "hover");
  await terminal.picture("helix-hover");
  await go("92/14", 21);
  await terminal.press(() => terminal.type("gd"), /92-14\.en\.resolution\.txt/, "the definition");
  await terminal.press("C-o", /night-sky\.en\.resolution\.txt/, "back");
  await go("92/14", 21);
  await terminal.press(() => terminal.type("gr"), /night-sky\.en\.resolution\.txt:33/, "references");
  await terminal.picture("helix-references");
  await terminal.press("Escape", /21:\d+ *$/m, "the list is closed");
  await terminal.press(() => terminal.type(" s"), /Protection of the night sky[\s\S]*Preamble/, "the outline");
  await terminal.picture("helix-outline");
  await terminal.press("Escape", /21:\d+ *$/m, "the outline is closed");

  // A finding goes while its mend is typed.
  await go("^3. Req", 45);
  await terminal.see(/Paragraph 3 is numbered twice/);
  await terminal.picture("helix-finding");
  await go("^3. Req", 45);
  terminal.type("ghr4");
  await terminal.miss(/Paragraph 3 is numbered twice/);

  // A quick fix.
  await go("A/Res/90/211", 55);
  await terminal.press(() => terminal.type(" a"), /Write A\/RES\/90\/211/, "the quick fix");
  await terminal.picture("helix-fix");
  terminal.keys("Enter");
  await terminal.see(/See A\/RES\/90\/211/, "the fix is made");
  await terminal.miss(/is not written as a document symbol/);
  await terminal.press(() => (terminal.type(":w"), terminal.keys("Enter")), /written/, "the draft is saved");
  assert.match(workspace.read("night-sky.en.resolution.txt"), /^4\. Requests[\s\S]*¹ See A\/RES\/90\/211/m);
  terminal.type(":q!");
  terminal.keys("Enter");
  await terminal.ended();
});
