// Packages the extension with its server: package.mjs [PROFILE], for the computer that this runs on, or package.mjs --web, for browsers.
// A server that is built already is named by RAPPORTEUR_SERVER, and what it runs on, if that is another system than this one, by
// RAPPORTEUR_PLATFORM: `win32-arm64`, `alpine-x64`, or `web`. For browsers the server is a module of WebAssembly, and RAPPORTEUR_CORE
// names the folder in which it is built already.
import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { core } from "../web/core.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const repository = join(here, "..", "..");
const windows = process.platform === "win32";

/** The marketplace's names: node's, save for one. */
const own = `${process.platform}-${process.arch === "arm" ? "armhf" : process.arch}`;
const target = process.argv[2] === "--web" ? "web" : process.env.RAPPORTEUR_PLATFORM || own;
const isWeb = target === "web";
const program = target.startsWith("win32-") ? "rapporteur.exe" : "rapporteur";
const vsix = `rapporteur-${target}.vsix`;

const run = (command, args, cwd, stdio = "inherit") => execFileSync(command, args, { cwd, stdio, encoding: "utf8", shell: windows && command === "npm" });

/** Where the program is, once it is built, by one of Cargo's profiles: the editors' tests have one that is built faster. */
function built(profile) {
  run("cargo", ["build", "--profile", profile, "--locked", "--bin", "rapporteur"], repository);
  // Asked for, not guessed: the target folder may have been set to be elsewhere.
  const { target_directory } = JSON.parse(run("cargo", ["metadata", "--no-deps", "--format-version", "1"], repository, ["ignore", "pipe", "inherit"]));
  return join(target_directory, profile, program);
}

/** The extension for a computer, and the program. */
function forComputer(folder) {
  if (process.env.RAPPORTEUR_PLATFORM && !process.env.RAPPORTEUR_SERVER) {
    throw new Error("A server for another system is built beforehand, and named by RAPPORTEUR_SERVER.");
  }
  const server = process.env.RAPPORTEUR_SERVER || built(process.argv[2] ?? "release");
  mkdirSync(join(folder, "server"));
  copyFileSync(server, join(folder, "server", program));
  chmodSync(join(folder, "server", program), 0o755);
  run("npm", ["run", "bundle"], here);
  mkdirSync(join(folder, "dist"));
  copyFileSync(join(here, "dist", "extension.js"), join(folder, "dist", "extension.js"));
}

/** The extension for a browser, the script of its worker, and the module. */
async function forBrowser(folder) {
  const module = core();
  const web = join(folder, "dist", "web");
  const shared = { bundle: true, minify: true, platform: "browser", target: "es2022", logLevel: "warning" };
  await build({ ...shared, entryPoints: [join(here, "src/browser/extension.ts")], outfile: join(web, "extension.js"), format: "cjs", external: ["vscode"] });
  await build({
    ...shared,
    entryPoints: [join(repository, "editors/web/src/worker.ts")],
    outfile: join(web, "server.js"),
    format: "iife",
    alias: { "rapporteur-core": join(module, "rapporteur_web.js") },
    // The module isn't fetched by its address: it is handed over.
    logOverride: { "empty-import-meta": "silent" },
  });
  copyFileSync(join(module, "rapporteur_web_bg.wasm"), join(web, "server.wasm"));
}

/** What the manifest says in a browser: there is no program, and nothing that only a program does. */
function manifestOfBrowser({ main, ...manifest }) {
  const { capabilities, contributes } = manifest;
  const none = ["rapporteur.server.path", "rapporteur.library.file", "rapporteur.cache"];
  for (const name of none) {
    const settings = contributes.configuration.properties;
    if (!settings[name]) throw new Error(`There is no setting ${name}.`);
    delete settings[name];
  }
  const { untrustedWorkspaces } = capabilities;
  untrustedWorkspaces.restrictedConfigurations = untrustedWorkspaces.restrictedConfigurations.filter((name) => !none.includes(name));
  capabilities.virtualWorkspaces = true;
  const { "explorer/context": [openAsDraft] } = contributes.menus;
  const where = "resourceScheme =~ /^(file|vscode-remote)$/ && ";
  if (!openAsDraft.when.startsWith(where)) throw new Error(`The menu's condition is another one: ${openAsDraft.when}`);
  openAsDraft.when = openAsDraft.when.slice(where.length);
  return manifest;
}

function manifestOfComputer({ browser, ...manifest }) {
  return manifest;
}

/** What both have, as it lies here. */
function shared(folder) {
  const left = new Set(["node_modules", "dist", "server", "src", "test", "package.json", "package-lock.json"]);
  const isShared = (from) => !(relative(here, from) === basename(from) && (left.has(basename(from)) || from.endsWith(".vsix")));
  cpSync(here, folder, { recursive: true, filter: isShared });
  copyFileSync(join(repository, "LICENSE"), join(folder, "LICENSE"));
  const manifest = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));
  writeFileSync(join(folder, "package.json"), `${JSON.stringify((isWeb ? manifestOfBrowser : manifestOfComputer)(manifest), null, 2)}\n`);
}

const staged = mkdtempSync(join(tmpdir(), "rapporteur-extension-"));
try {
  shared(staged);
  await (isWeb ? forBrowser : forComputer)(staged);
  const vsce = join(here, "node_modules", "@vscode", "vsce", "vsce");
  run(process.execPath, [vsce, "package", "--no-dependencies", "--allow-missing-repository", "--no-rewrite-relative-links", "--target", target, "--out", join(here, vsix)], staged);
} finally {
  rmSync(staged, { recursive: true, force: true });
}
console.log(`\nInstall it with: code --install-extension ${join("editors", "vscode", vsix)}`);
