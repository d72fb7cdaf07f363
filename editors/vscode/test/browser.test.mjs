// What the extension decides by itself in a browser: how files are called there, which are handed over, and what is left out.
import assert from "node:assert/strict";
import fs from "node:fs";
import test from "node:test";
import { load } from "./sources.mjs";

const { serverPath, addressOf } = await load("browser/addresses.ts");
const { Ignored } = await load("browser/ignored.ts");
const { isSettings, limitOf } = await load("browser/wanted.ts");

const address = (scheme, authority, path, query = "", fragment = "") => ({ scheme, authority, path, query, fragment });

test("a file of any place has a path of its own, and is found by it again", () => {
  const places = [
    [address("file", "", "/drafts/night sky.resolution"), "/drafts/night sky.resolution"],
    [address("vscode-vfs", "github", "/lamps/drafts/a.resolution"), "/vscode-vfs:github/lamps/drafts/a.resolution"],
    [address("vscode-vfs", "github+7b2276223a317d", "/lamps/drafts"), "/vscode-vfs:github%2B7b2276223a317d/lamps/drafts"],
    [address("vscode-test-web", "mount", "/"), "/vscode-test-web:mount/"],
    [address("vscode-remote", "harbour:8080", "/drafts/草案.resolution"), "/vscode-remote:harbour%3A8080/drafts/草案.resolution"],
    [address("memfs", "", "/a.resolution"), "/memfs:/a.resolution"],
    [address("memfs", "a/b?c#d%e", "/a.resolution", "ref=x/y#z", "line 3/4"), undefined],
    [address("file", "harbour", "/drafts/a.resolution"), "/file:harbour/drafts/a.resolution"],
    [address("rapporteur", "", "/rapporteur/cards/A_RES_92_14.en.md"), "/.rapporteur/cards/A_RES_92_14.en.md"],
    // Local names that look like another place's.
    [address("file", "", "/vscode-vfs:github/a.resolution"), "/file:/vscode-vfs:github/a.resolution"],
    [address("file", "", "/.rapporteur/cards/a.md"), "/file:/.rapporteur/cards/a.md"],
    [address("file", "", "/file:/a.resolution"), "/file:/file:/a.resolution"],
    [address("rapporteur", "", "/elsewhere/a.md"), "/rapporteur:/elsewhere/a.md"],
    [address("file", "", "/a:b"), "/a:b"],
  ];
  const paths = new Set();
  for (const [from, expected] of places) {
    const path = serverPath(from);
    if (expected !== undefined) assert.equal(path, expected);
    assert(path.startsWith("/"));
    assert.deepEqual(addressOf(path), from, path);
    paths.add(path);
  }
  assert.equal(paths.size, places.length);
});

test("what is below a folder is below its path", () => {
  for (const folder of [address("vscode-vfs", "github+7b", "/lamps/drafts"), address("file", "", "/drafts"), address("memfs", "x", "/y", "ref=z")]) {
    const inside = { ...folder, path: `${folder.path}/session/a.resolution` };
    assert.equal(serverPath(inside), `${serverPath(folder)}/session/a.resolution`);
  }
});

test("what is no file has no path", () => {
  assert.equal(serverPath(address("untitled", "", "Untitled-1")), undefined);
  assert.equal(serverPath(address("untitled", "", "/drafts/a.resolution")), undefined);
  assert.equal(serverPath(address("mailto", "", "a@b")), undefined);
});

test("the files that are handed over are those that the server reads", () => {
  const source = fs.readFileSync(new URL("../../../src/source/formats.rs", import.meta.url), "utf8");
  const endings = /watch_pattern\(\), "\*\*\/\*\.\{([^}]*)\}"/.exec(source)[1].split(",");
  const limit = (name) => {
    const [, count, shift] = new RegExp(`const ${name}: u64 = (\\d+) << (\\d+);`).exec(source);
    return Number(count) << Number(shift);
  };
  for (const ending of endings) {
    assert.equal(limitOf(`/drafts/a.${ending}`), limit(ending.startsWith("doc") ? "LARGEST_INDEXED_PACKAGE" : "LARGEST_INDEXED"), ending);
    assert.equal(limitOf(`/drafts/.a.${ending}`), 0, "hidden");
  }
  for (const other of ["a.pdf", "a", "a.toml", "a.constructor", "a.odt", "txt"]) assert.equal(limitOf(`/drafts/${other}`), 0, other);
  for (const settings of ["rapporteur.toml", ".gitignore", ".ignore"]) {
    assert(isSettings(`/drafts/${settings}`) && limitOf(`/drafts/${settings}`) > 0, settings);
  }
  assert(!isSettings("/drafts/other.toml"));
});

test("what folders leave out isn't read, nor is what lies in what they leave out", () => {
  const ignored = new Ignored();
  const out = (path, isFolder = false) => ignored.leavesOut("/drafts", path, isFolder);
  assert(!out("/drafts/a.txt"));
  ignored.set("/drafts", ["*.txt\n!kept.txt\nold/\n/only-here.md\n"]);
  assert(out("/drafts/a.txt") && out("/drafts/session/a.txt"));
  assert(!out("/drafts/kept.txt") && !out("/drafts/a.md"));
  assert(out("/drafts/only-here.md") && !out("/drafts/session/only-here.md"));
  assert(out("/drafts/old", true) && out("/drafts/session/old/a.md") && !out("/drafts/old"));
  // A folder further down decides over what is in it, and the first of its files before the second.
  ignored.set("/drafts/session", ["!a.txt\n", "a.txt\nb.md\n"]);
  assert(!out("/drafts/session/a.txt") && out("/drafts/session/b.md") && out("/drafts/a.txt"));
  assert(out("/drafts/old/kept.txt"), "what lies in a folder that is left out can't be taken back in");
  ignored.set("/drafts/session", []);
  assert(out("/drafts/session/a.txt") && !out("/drafts/session/b.md"));
  // A folder at the root of its place.
  const root = new Ignored();
  root.set("", ["a.txt\n"]);
  assert(root.leavesOut("", "/a.txt", false) && root.leavesOut("", "/b/a.txt", false) && !root.leavesOut("", "/b.txt", false));
});
