// Runs in the worker: the language server, which takes messages and files as they come.
import { initSync, LanguageServer, read } from "rapporteur-core";
import type { Converted } from "../word";
import type { FromWorker, ToWorker } from "./worker_messages";

/** The part of a worker's own scope that is used here. */
const scope = self as unknown as {
  postMessage(message: FromWorker): void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
};

let server: LanguageServer | undefined;

/** After a panic the server's memory may hold anything: nothing is asked of it any more. */
function broken(error: unknown): void {
  server = undefined;
  scope.onmessage = null;
  scope.postMessage({ kind: "broken", why: String(error) });
}

function convert(name: string, bytes: Uint8Array, language: string): Converted {
  try {
    const { text, losses } = read(name, bytes, { interface: language });
    return { draft: text, remark: losses.map(({ message }) => message).join(" ") };
  } catch (error) {
    // What WebAssembly itself throws is a panic.
    if (!(error instanceof Error) || error instanceof WebAssembly.RuntimeError) throw error;
    return { problem: error.message };
  }
}

function follow(message: ToWorker): void {
  switch (message.kind) {
    case "start":
      initSync({ module: message.core });
      server = new LanguageServer((text) => scope.postMessage({ kind: "message", text }));
      scope.postMessage({ kind: "started" });
      break;
    case "message":
      server?.receive(message.text);
      break;
    case "file":
      server?.putFile(message.path, message.bytes);
      break;
    case "gone":
      server?.removeFile(message.path);
      break;
    case "read":
      scope.postMessage({ kind: "answer", id: message.id, answer: server?.readFile(message.path) });
      break;
    case "convert":
      scope.postMessage({ kind: "answer", id: message.id, answer: convert(message.name, message.bytes, message.language) });
      break;
  }
}

scope.onmessage = (event) => {
  try {
    follow(event.data);
  } catch (error) {
    broken(error);
  }
};
// What the server does later, in tasks of its own, ends up here.
self.addEventListener("error", (event) => {
  event.preventDefault();
  broken(event.error ?? event.message);
});
self.addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  broken(event.reason);
});
