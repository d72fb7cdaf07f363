// The worker: the Rust core runs here, so that no check ever holds up a key. VS Code in a browser has the same one.
import { compare, concord, initSync, LanguageServer, read, write } from "rapporteur-core";
import type { Calls, FromWorker, ToWorker } from "./worker_messages";

const CALLS: Calls = { read, write, compare, concord };

/** The part of a worker's own scope that is used here. The types of pages and of workers can't be had together. */
interface WorkerScope {
  postMessage(message: FromWorker): void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  addEventListener(type: "error", heard: (event: ErrorEvent) => void): void;
  addEventListener(type: "unhandledrejection", heard: (event: PromiseRejectionEvent) => void): void;
}
const scope = self as unknown as WorkerScope;

let server: LanguageServer | undefined;

/** After a trap the core's memory may hold anything: nothing is asked of it any more, and the page begins a new worker. */
function trapped(error: unknown): void {
  server = undefined;
  scope.onmessage = null;
  scope.postMessage({ kind: "trap", why: String(error) });
}

/** What the core itself tells comes as an `Error`; what WebAssembly throws is the end of it. */
const isTrap = (error: unknown) => error instanceof WebAssembly.RuntimeError || error instanceof RangeError;

// The core's own timers and tasks end up here.
scope.addEventListener("error", (event) => {
  event.preventDefault();
  trapped(event.error ?? event.message);
});
scope.addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  trapped(event.reason);
});

function follow(message: ToWorker): void {
  switch (message.kind) {
    case "start":
      initSync({ module: message.core });
      server = new LanguageServer((said) => scope.postMessage({ kind: "message", message: said }));
      scope.postMessage({ kind: "started" });
      break;
    case "message":
      server?.receive(message.message);
      break;
    case "file":
      if (message.bytes) server?.putFile(message.path, message.bytes);
      else server?.removeFile(message.path);
      break;
    case "look":
      scope.postMessage({ kind: "answer", id: message.id, value: server?.readFile(message.path) });
      break;
    case "call":
      try {
        const call = CALLS[message.name] as (...args: unknown[]) => unknown;
        scope.postMessage({ kind: "answer", id: message.id, value: call(...message.args) });
      } catch (error) {
        if (isTrap(error)) throw error;
        scope.postMessage({ kind: "refusal", id: message.id, sentence: error instanceof Error ? error.message : String(error) });
      }
      break;
  }
}

scope.onmessage = (event) => {
  try {
    follow(event.data);
  } catch (error) {
    trapped(error);
  }
};
