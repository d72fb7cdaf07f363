// Builds the core of the page out of the Rust crate in bindings/web: core.mjs [FOLDER]
// It tells the folder that has `rapporteur_web.js`, `rapporteur_web_bg.wasm` and their types then, or copies them into FOLDER.
// RAPPORTEUR_CORE names a folder that has them already. RAPPORTEUR_CORE_PROFILE=web-quick builds it faster, larger and slower, for tests.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const bindings = join(here, "..", "..", "bindings");
const manifest = join(bindings, "web", "Cargo.toml");
const TARGET = "wasm32-unknown-unknown";
const PROFILE = process.env.RAPPORTEUR_CORE_PROFILE || "web";
const FILES = ["rapporteur_web.js", "rapporteur_web.d.ts", "rapporteur_web_bg.wasm"];
/** What of WebAssembly the compiler uses, and the optimiser has to know; all browsers that the page runs in have it. */
const FEATURES = ["bulk-memory", "bulk-memory-opt", "call-indirect-overlong", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"];

const run = (command, args) => execFileSync(command, args, { stdio: ["ignore", "inherit", "inherit"] });
const ask = (command, args) => execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], maxBuffer: 64 * 1024 * 1024 });

/** Where a package's build folder is. Asked for, not guessed: it may have been set to be elsewhere. */
function targetOf(manifest) {
  return JSON.parse(ask("cargo", ["metadata", "--locked", "--no-deps", "--format-version", "1", "--manifest-path", manifest])).target_directory;
}

/** The program that writes the JavaScript beside the module. */
function glue() {
  const manifest = join(bindings, "glue", "Cargo.toml");
  run("cargo", ["build", "--locked", "--release", "--manifest-path", manifest]);
  return join(targetOf(manifest), "release", process.platform === "win32" ? "rapporteur-glue.exe" : "rapporteur-glue");
}

function built() {
  run("cargo", ["build", "--locked", "--profile", PROFILE, "--target", TARGET, "--manifest-path", manifest]);
  const target = targetOf(manifest);
  const folder = join(target, `core-${PROFILE}`);
  mkdirSync(folder, { recursive: true });
  run(glue(), [join(target, TARGET, PROFILE, "rapporteur_web.wasm"), folder]);
  if (PROFILE !== "web") return folder;
  const wasm = join(folder, "rapporteur_web_bg.wasm");
  const optimised = `${wasm}.optimised`;
  const optimiser = join(here, "node_modules", "binaryen", "bin", "wasm-opt");
  run(process.execPath, [optimiser, "-Oz", "--strip-debug", "--strip-producers", ...FEATURES.map((feature) => `--enable-${feature}`), wasm, "-o", optimised]);
  renameSync(optimised, wasm);
  return folder;
}

/** The folder with the core, which is built unless it is named. */
export function core() {
  const named = process.env.RAPPORTEUR_CORE;
  if (!named) return built();
  for (const file of FILES) {
    if (!existsSync(join(named, file))) throw new Error(`RAPPORTEUR_CORE names ${named}, which has no ${file}`);
  }
  return named;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder] = process.argv.slice(2);
  const found = core();
  if (folder) {
    mkdirSync(folder, { recursive: true });
    for (const file of FILES) copyFileSync(join(found, file), join(folder, file));
  }
  console.log(folder ?? found);
}
