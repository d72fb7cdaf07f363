// Modules of the page as tests use them.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** One module of src/, with all that it needs. */
export async function bundled(name) {
  const { outputFiles } = await build({ entryPoints: [fileURLToPath(new URL(`../src/${name}.ts`, import.meta.url))], bundle: true, write: false, format: "esm", target: "es2022" });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`);
}
