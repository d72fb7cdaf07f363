// Builds the core of the page out of the Rust crate in bindings/web, and gives the folder that it is in: `rapporteur_web.js`,
// `rapporteur_web_bg.wasm` and their types. RAPPORTEUR_CORE names a folder that has them already.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const crate = join(here, "..", "..", "bindings", "web");
const manifest = join(crate, "Cargo.toml");
const TARGET = "wasm32-unknown-unknown";
const PROFILE = "web";
/** What of WebAssembly the compiler uses, and the optimiser has to know; all browsers that the page runs in have it. */
const FEATURES = ["bulk-memory", "bulk-memory-opt", "call-indirect-overlong", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"];

const run = (command, args) => execFileSync(command, args, { stdio: ["ignore", "inherit", "inherit"] });
const ask = (command, args) => execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], maxBuffer: 64 * 1024 * 1024 });

/** The version of a crate in a lock file. */
function locked(name) {
  const lock = readFileSync(join(crate, "Cargo.lock"), "utf8");
  const version = new RegExp(`name = "${name}"\\r?\\nversion = "([^"]+)"`).exec(lock)?.[1];
  if (!version) throw new Error(`${name} isn't in bindings/web/Cargo.lock`);
  return version;
}

/** The program that writes the JavaScript beside the module; it has to be of the very version that the crate is built with. */
function bindgen(target) {
  const version = locked("wasm-bindgen");
  const root = join(target, `wasm-bindgen-${version}`);
  const program = join(root, "bin", process.platform === "win32" ? "wasm-bindgen.exe" : "wasm-bindgen");
  if (!existsSync(program)) run("cargo", ["install", "wasm-bindgen-cli", "--locked", "--version", version, "--root", root]);
  return program;
}

function built() {
  run("cargo", ["build", "--locked", "--profile", PROFILE, "--target", TARGET, "--manifest-path", manifest]);
  // Asked for, not guessed: the target folder may have been set to be elsewhere.
  const { target_directory: target } = JSON.parse(ask("cargo", ["metadata", "--locked", "--no-deps", "--format-version", "1", "--manifest-path", manifest]));
  const folder = join(target, "web-core");
  mkdirSync(folder, { recursive: true });
  run(bindgen(target), ["--target", "web", "--out-dir", folder, "--out-name", "rapporteur_web", join(target, TARGET, PROFILE, "rapporteur_web.wasm")]);
  const wasm = join(folder, "rapporteur_web_bg.wasm");
  const optimised = `${wasm}.optimised`;
  run(process.execPath, [join(here, "node_modules", "binaryen", "bin", "wasm-opt"), "-Oz", ...FEATURES.map((feature) => `--enable-${feature}`), wasm, "-o", optimised]);
  renameSync(optimised, wasm);
  return folder;
}

/** The folder with the core, which is built unless it is named. */
export function core() {
  const named = process.env.RAPPORTEUR_CORE;
  if (!named) return built();
  for (const file of ["rapporteur_web.js", "rapporteur_web_bg.wasm"]) {
    if (!existsSync(join(named, file))) throw new Error(`RAPPORTEUR_CORE names ${named}, which has no ${file}`);
  }
  return named;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(core());
