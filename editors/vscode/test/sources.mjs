// The extension's own sources, for tests: a module that names nothing of VS Code is loaded as it is.
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

/** Loads a module of `src/`. */
export function load(path) {
  const entry = fileURLToPath(new URL(`../src/${path}`, import.meta.url));
  const [{ text }] = buildSync({ entryPoints: [entry], bundle: true, format: "esm", platform: "neutral", mainFields: ["module", "main"], write: false, logLevel: "error" }).outputFiles;
  return import(`data:text/javascript;base64,${Buffer.from(text).toString("base64")}`);
}
