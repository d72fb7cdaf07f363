// Builds the page: `dist/`, a folder that any plain web server shows, and `dist/rapporteur.html`, a single file that opens from the
// disk. The core is built before, unless RAPPORTEUR_CORE names a folder that has it.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { core } from "./core.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const dist = join(here, "dist");
const folder = core();
const wasm = readFileSync(join(folder, "rapporteur_web_bg.wasm"));

/** The style sheets that the editor makes go to the document as objects, which a policy without inline styles lets pass. By itself the
 * library does that in shadow trees only. */
const adoptedStyles = {
  name: "adopted-styles",
  setup({ onLoad }) {
    onLoad({ filter: /style-mod[\\/]src[\\/]style-mod\.js$/ }, ({ path }) => {
      const source = readFileSync(path, "utf8");
      const contents = source.replace("!root.head && root.adoptedStyleSheets", "root.adoptedStyleSheets");
      if (contents === source) throw new Error("style-mod adds its style sheets in another way now: look at build.mjs");
      return { contents, loader: "js" };
    });
  },
};

/** One program, as text. */
async function bundle(entry, define = {}) {
  const { outputFiles } = await build({
    entryPoints: [join(here, "src", entry)],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    target: ["chrome114", "firefox125", "safari17"],
    alias: { "rapporteur-core": join(folder, "rapporteur_web.js") },
    loader: { ".txt": "text" },
    define: { "import.meta.url": '""', ...define },
    plugins: [adoptedStyles],
    legalComments: "none",
    logLevel: "warning",
  });
  return outputFiles[0].text;
}

async function minifiedStyle() {
  const { outputFiles } = await build({ entryPoints: [join(here, "src", "style.css")], write: false, minify: true, target: ["chrome114", "firefox125", "safari17"], logLevel: "warning" });
  return outputFiles[0].text.trim();
}

const sha256 = (text, encoding) => createHash("sha256").update(text).digest(encoding);
/** As a content security policy names a script or a style by what it says. */
const source = (text) => `'sha256-${sha256(text, "base64")}'`;

/** The style sheets of the pages that the core makes: what is shown in a frame goes by the policy of the page around it. */
async function pageStyles() {
  const { initSync, compare, concord } = await import(pathToFileURL(join(folder, "rapporteur_web.js")).href);
  initSync({ module: wasm });
  const text = "The General Assembly,\n\n1. Decides to light the lamps.\n";
  const pages = [compare(text, text).html, concord([{ name: "a.en.txt", text }, { name: "a.fr.txt", text }]).html];
  return [...new Set(pages.map((page) => /<style>([^]*?)<\/style>/.exec(page)?.[1]).filter(Boolean))].map(source);
}

const words = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;");
const policy = (rules) => words(Object.entries({ "default-src": ["'none'"], "img-src": ["data:"], "base-uri": ["'none'"], "form-action": ["'none'"], ...rules }).map(([name, sources]) => `${name} ${sources.join(" ")}`).join("; "));
const fill = (template, parts) => template.replace(/\{\{(\w+)\}\}/g, (_, name) => parts[name]);
/** A script's text as it may stand in a page. */
const inScript = (text) => text.replace(/<\/script/gi, "<\\/script").replace(/<!--/g, "<\\!--");

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
const put = (name, content) => writeFileSync(join(dist, name), content);
const named = (stem, ending, content) => {
  const name = `${stem}.${sha256(content, "hex").slice(0, 12)}.${ending}`;
  put(name, content);
  return name;
};

const template = readFileSync(join(here, "index.html"), "utf8");
const style = await minifiedStyle();
const worker = await bundle("worker.ts");
const frames = await pageStyles();
const icon = `data:image/svg+xml,${encodeURIComponent(readFileSync(join(here, "icon.svg"), "utf8"))}`;

// The folder.
const styleName = named("style", "css", style);
const files = { core: named("core", "wasm", wasm), worker: named("worker", "js", worker), offline: "offline.js" };
const pageName = named("page", "js", await bundle("page.ts", { FILES: JSON.stringify(files) }));
const index = fill(template, {
  policy: policy({ "script-src": ["'self'", "'wasm-unsafe-eval'"], "style-src": ["'self'", ...frames], "connect-src": ["'self'"], "worker-src": ["'self'"] }),
  head: `<link rel="icon" href="${icon}">\n<link rel="stylesheet" href="${styleName}">\n<script src="${pageName}" defer></script>`,
  body: "",
});
put("index.html", index);
const all = ["index.html", styleName, pageName, files.core, files.worker];
put("offline.js", await bundle("offline.ts", { FILES: JSON.stringify(all), BUILD: JSON.stringify(sha256(index + all.join(), "hex").slice(0, 12)) }));

// The single file.
const page = inScript(await bundle("page.ts", { FILES: "undefined" }));
const packed = (content) => gzipSync(content, { level: 9 }).toString("base64");
put(
  "rapporteur.html",
  fill(template, {
    policy: policy({ "script-src": [source(page), "'wasm-unsafe-eval'"], "style-src": [source(style), ...frames], "connect-src": ["'none'"], "worker-src": ["blob:"] }),
    head: `<link rel="icon" href="${icon}">\n<style>${style}</style>`,
    body: `<script type="text/plain" id="worker">${packed(worker)}</script>\n<script type="text/plain" id="core">${packed(wasm)}</script>\n<script>${page}</script>`,
  }),
);

for (const name of [...all, "offline.js", "rapporteur.html"]) {
  const content = readFileSync(join(dist, name));
  console.log(`${name}: ${(content.length / 1024).toFixed(0)} KiB, packed ${(gzipSync(content).length / 1024).toFixed(0)} KiB`);
}
