// What the worker and who has it, the page or VS Code in a browser, say to each other.
import type { compare, concord, read, write } from "rapporteur-core";

/** The functions of the core that are called beside the language server. */
export interface Calls {
  read: typeof read;
  write: typeof write;
  compare: typeof compare;
  concord: typeof concord;
}

export type ToWorker =
  | { kind: "start"; core: WebAssembly.Module }
  /** A message for the language server, as JSON. */
  | { kind: "message"; message: string }
  /** A file that the server sees; none takes back what lies there, a file or a folder. */
  | { kind: "file"; path: string; bytes: Uint8Array | undefined }
  /** Asks for such a file, or for a page that the server has made. */
  | { kind: "look"; id: number; path: string }
  | { kind: "call"; id: number; name: keyof Calls; args: unknown[] };

export type FromWorker =
  | { kind: "started" }
  | { kind: "message"; message: string }
  | { kind: "answer"; id: number; value: unknown }
  /** A call that failed, with a sentence that says why. */
  | { kind: "refusal"; id: number; sentence: string }
  /** The core has stopped in the middle of something, and can't go on; why. */
  | { kind: "trap"; why: string };
