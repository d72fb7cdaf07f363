// Builds the server, and packages it with the extension for the computer that this runs on: package.mjs [PROFILE]
// A server that is built already is named by RAPPORTEUR_SERVER, and what it runs on, if that is another system than this one, by
// RAPPORTEUR_PLATFORM: `win32-arm64`, `alpine-x64`.
import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const repository = join(here, "..", "..");
const windows = process.platform === "win32";

/** The marketplace's names: node's, save for one. */
const target = process.env.RAPPORTEUR_PLATFORM || `${process.platform}-${process.arch === "arm" ? "armhf" : process.arch}`;
const program = target.startsWith("win32-") ? "rapporteur.exe" : "rapporteur";
/** Of Cargo: the editors' tests have one that is built faster. */
const profile = process.argv[2] ?? "release";
const vsix = `rapporteur-${target}.vsix`;

const run = (command, args, cwd, stdio = "inherit") => execFileSync(command, args, { cwd, stdio, encoding: "utf8", shell: windows && command !== "cargo" });

/** Where the server is, once it is built. */
function built() {
  run("cargo", ["build", "--profile", profile, "--locked", "--bin", "rapporteur"], repository);
  // Asked for, not guessed: the target folder may have been set to be elsewhere.
  const { target_directory } = JSON.parse(run("cargo", ["metadata", "--no-deps", "--format-version", "1"], repository, ["ignore", "pipe", "inherit"]));
  return join(target_directory, profile, program);
}

if (process.env.RAPPORTEUR_PLATFORM && !process.env.RAPPORTEUR_SERVER) {
  throw new Error("A server for another system is built beforehand, and named by RAPPORTEUR_SERVER.");
}
const server = process.env.RAPPORTEUR_SERVER || built();

rmSync(join(here, "server"), { recursive: true, force: true });
mkdirSync(join(here, "server"));
copyFileSync(server, join(here, "server", program));
chmodSync(join(here, "server", program), 0o755);
copyFileSync(join(repository, "LICENSE"), join(here, "LICENSE"));

run("npm", ["run", "bundle"], here);
run("npx", ["vsce", "package", "--no-dependencies", "--allow-missing-repository", "--no-rewrite-relative-links", "--target", target, "--out", vsix], here);
console.log(`\nInstall it with: code --install-extension ${join("editors", "vscode", vsix)}`);
