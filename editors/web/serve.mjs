// Serves the page on this machine, and builds it if it isn't built yet: serve.mjs [PORT]
import { execFileSync } from "node:child_process";
import { createReadStream, existsSync, realpathSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const TYPES = { ".css": "text/css; charset=utf-8", ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".wasm": "application/wasm" };

/** A server of a folder's files, which nothing outside of the folder can be had of. */
export function server(folder) {
  const root = realpathSync(folder);
  return createServer((request, response) => {
    const refuse = (status) => response.writeHead(status, { "content-type": "text/plain" }).end();
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(405);
    let path;
    try {
      path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    } catch {
      return refuse(400);
    }
    if (path.includes("\0")) return refuse(400);
    const wanted = join(root, path.endsWith("/") ? `${path}index.html` : path);
    // Whatever dots or links a path has, it leads into the folder or to nothing.
    let file;
    try {
      file = realpathSync(wanted);
    } catch {
      return refuse(404);
    }
    if (!file.startsWith(root + sep) || !statSync(file).isFile()) return refuse(404);
    response.writeHead(200, {
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
      "content-length": statSync(file).size,
      "cache-control": "no-cache",
      "cross-origin-embedder-policy": "require-corp",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "x-content-type-options": "nosniff",
    });
    if (request.method === "HEAD") response.end();
    else createReadStream(file).pipe(response);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const dist = join(here, "dist");
  if (!existsSync(join(dist, "index.html"))) execFileSync(process.execPath, [join(here, "build.mjs")], { stdio: "inherit" });
  const port = Number(process.argv[2] ?? 8017);
  const running = server(dist);
  running.on("error", (error) => {
    console.error(error.code === "EADDRINUSE" ? `Something else listens on port ${port}: name another one, as in npm run serve -- 8018` : String(error));
    process.exitCode = 1;
  });
  running.listen(port, "127.0.0.1", () => console.log(`The page is at http://127.0.0.1:${running.address().port}/ until you press Ctrl+C.`));
}
