// The core in a browser finds what the program finds: both are asked about the same texts, by the same protocol.
// RAPPORTEUR_CORE names the folder with the core, RAPPORTEUR_SERVER the program. Beside the drafts of this repository, all texts of the
// shared corpus are asked about where it lies beside the repository.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

const repository = fileURLToPath(new URL("../../..", import.meta.url));
const corpus = join(repository, "..", "shared", "corpus");
const wanted = (variable) => {
  const value = process.env[variable];
  if (!value) throw new Error(`${variable} is not set: see the head of this file`);
  return value;
};

/** A conversation with a server: what is asked is answered in turn. */
class Conversation {
  #waiting = new Map();
  #asked = 0;

  constructor(write) {
    this.write = write;
  }

  take(message) {
    if (message.method === undefined) {
      this.#waiting.get(message.id)?.(message);
      this.#waiting.delete(message.id);
    } else if (message.id !== undefined) {
      this.write({ jsonrpc: "2.0", id: message.id, result: null });
    }
  }

  tell(method, params) {
    this.write({ jsonrpc: "2.0", method, params });
  }

  async ask(method, params) {
    const id = ++this.#asked;
    const answer = new Promise((done) => this.#waiting.set(id, done));
    this.write({ jsonrpc: "2.0", id, method, params });
    const { result, error } = await answer;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  }

  async begin() {
    const capabilities = { textDocument: { diagnostic: {}, publishDiagnostics: { relatedInformation: true } } };
    await this.ask("initialize", { processId: null, rootUri: null, workspaceFolders: null, capabilities, locale: "en" });
    this.tell("initialized", {});
  }

  /** All that is found in a text. */
  async findings(name, text) {
    const uri = `file:///drafts/${encodeURIComponent(name)}`;
    this.tell("textDocument/didOpen", { textDocument: { uri, languageId: "resolution", version: 1, text } });
    const { items } = await this.ask("textDocument/diagnostic", { textDocument: { uri } });
    this.tell("textDocument/didClose", { textDocument: { uri } });
    return items;
  }
}

async function inBrowser() {
  const folder = wanted("RAPPORTEUR_CORE");
  const { initSync, LanguageServer } = await import(pathToFileURL(join(folder, "rapporteur_web.js")).href);
  initSync({ module: readFileSync(join(folder, "rapporteur_web_bg.wasm")) });
  const server = new LanguageServer((message) => conversation.take(JSON.parse(message)));
  const conversation = new Conversation((message) => server.receive(JSON.stringify(message)));
  await conversation.begin();
  return conversation;
}

async function asProgram() {
  const program = spawn(wanted("RAPPORTEUR_SERVER"), ["serve"], { stdio: ["pipe", "pipe", "ignore"] });
  const conversation = new Conversation((message) => {
    const body = JSON.stringify(message);
    program.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  });
  let input = Buffer.alloc(0);
  program.stdout.on("data", (data) => {
    input = Buffer.concat([input, data]);
    for (;;) {
      const head = input.indexOf("\r\n\r\n");
      const length = Number(/Content-Length: (\d+)/.exec(input.subarray(0, Math.max(head, 0)).toString())?.[1]);
      if (head < 0 || input.length < head + 4 + length) return;
      conversation.take(JSON.parse(input.subarray(head + 4, head + 4 + length).toString()));
      input = input.subarray(head + 4 + length);
    }
  });
  await conversation.begin();
  conversation.end = async () => {
    await conversation.ask("shutdown");
    const exited = once(program, "exit");
    conversation.tell("exit");
    await exited;
  };
  return conversation;
}

/** The texts in a folder and below it. */
function* texts(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* texts(path);
    else if (/\.(txt|md|resolution)$/.test(entry.name)) yield path;
  }
}

let browser;
let program;
before(async () => {
  [browser, program] = [await inBrowser(), await asProgram()];
});
after(() => program?.end());

async function compare(folder) {
  let [count, found] = [0, 0];
  for (const path of texts(folder)) {
    const text = new TextDecoder("utf-8").decode(readFileSync(path));
    const name = path.slice(folder.length + 1).replaceAll("/", "-");
    const [one, other] = [await browser.findings(name, text), await program.findings(name, text)];
    assert.deepEqual(one, other, path);
    count += 1;
    found += one.length;
  }
  return `${count} texts, ${found} findings`;
}

test("the drafts of this repository", async (context) => {
  context.diagnostic(await compare(join(repository, "examples")));
});

for (const part of ["adopted", "drafts", "ldocs", "other_bodies", "page_text", "security_council", "seed_family", "converted"]) {
  const folder = join(corpus, part);
  test(`the shared corpus: ${part}`, { skip: !existsSync(folder) && "the shared corpus isn't here" }, async (context) => {
    context.diagnostic(await compare(folder));
  });
}
