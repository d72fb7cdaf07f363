// The core as it is once it is built, for programs of this repository that are checked before that.
import type { Changes, Concordance, FileFormat, Finding, MendedText, NamedText, ReadFile, Structure, TextOptions } from "./src/types";

export type * from "./src/types";

export default function init(input?: unknown): Promise<unknown>;
export function initSync(input: { module: WebAssembly.Module | BufferSource }): unknown;

/** The language server. Messages are JSON, without framing; paths are absolute. */
export class LanguageServer {
  constructor(send: (message: string) => void);
  receive(message: string): void;
  putFile(path: string, bytes: Uint8Array): void;
  /** Takes a file back, or a folder with all that is in it. */
  removeFile(path: string): void;
  /** A file that was handed over, or a page that the server has made. */
  readFile(path: string): Uint8Array | undefined;
}

export function check(text: string, options?: TextOptions): Finding[];
export function inspect(text: string, options?: TextOptions): Structure;
export function fix(text: string, options?: TextOptions): MendedText;
export function format(text: string, options?: TextOptions): string;
/** Throws an `Error` that says what to do. */
export function read(name: string, bytes: Uint8Array, options?: TextOptions): ReadFile;
export function write(text: string, format: FileFormat, options?: TextOptions): Uint8Array;
export function compare(before: string | NamedText, now: string | NamedText, options?: TextOptions): Changes;
export function concord(texts: NamedText[], options?: TextOptions): Concordance;
