// Makes the npm package of the core: package.mjs FOLDER
// The core is taken from the folder that RAPPORTEUR_CORE names, else it is built. The packed file lies in FOLDER afterwards.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { core } from "../../editors/web/core.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const [folder] = process.argv.slice(2);
if (!folder) throw new Error("Name the folder that the package is put into: node package.mjs FOLDER");
mkdirSync(folder, { recursive: true });
const built = core();
const staged = mkdtempSync(join(tmpdir(), "rapporteur-core-"));
try {
  for (const name of ["package.json", "README.md", "node.js", "browser.js"]) copyFileSync(join(here, name), join(staged, name));
  copyFileSync(join(here, "..", "..", "LICENSE"), join(staged, "LICENSE"));
  for (const name of ["rapporteur_web.js", "rapporteur_web.d.ts", "rapporteur_web_bg.wasm"]) copyFileSync(join(built, name), join(staged, name));
  execFileSync("npm", ["pack", "--silent", "--pack-destination", resolve(folder)], { cwd: staged, stdio: "inherit", shell: process.platform === "win32" });
} finally {
  rmSync(staged, { recursive: true, force: true });
}
