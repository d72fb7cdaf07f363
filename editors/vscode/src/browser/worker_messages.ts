// What the extension and the worker that the server runs in say to each other.
import type { Converted } from "../word";

export type ToWorker =
  | { kind: "start"; core: WebAssembly.Module }
  /** A message for the server, as JSON. */
  | { kind: "message"; text: string }
  | { kind: "file"; path: string; bytes: Uint8Array }
  /** A file or a folder that is there no more. */
  | { kind: "gone"; path: string }
  /** Asks for a file, or for a page that the server has made. */
  | { kind: "read"; id: number; path: string }
  /** Asks for the draft in a Word document; what there is to say about it is said in a language, by its code. */
  | { kind: "convert"; id: number; name: string; bytes: Uint8Array; language: string };

export type FromWorker =
  | { kind: "started" }
  | { kind: "message"; text: string }
  | { kind: "answer"; id: number; answer: Uint8Array | Converted | undefined }
  /** The server has stopped in the middle of something, and can't go on; why. */
  | { kind: "broken"; why: string };
