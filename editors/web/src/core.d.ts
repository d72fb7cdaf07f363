// The Rust core, as `bindings/web` gives it once it is built; the build says where it is.
declare module "rapporteur-core" {
  export interface Options {
    language?: string;
    adopted?: boolean;
    select?: string[];
    ignore?: string[];
    /** The file's name. */
    name?: string;
    /** The language that the user is spoken to in. */
    interface?: string;
    /** Of `format`: makes a clean draft of page text. */
    unwrap?: boolean;
  }

  export interface Reading {
    text: string;
    format: string;
    /** What of the file is no text. */
    losses: { message: string }[];
  }

  export default function init(input?: unknown): Promise<unknown>;
  export function initSync(input: unknown): unknown;
  /** Has panics told on the console. */
  export function start(): void;

  /** The language server. Messages are JSON, without framing. */
  export class LanguageServer {
    constructor(send: (message: string) => void);
    receive(message: string): void;
    putFile(path: string, bytes: Uint8Array): void;
    removeFile(path: string): void;
    /** A file that was handed over, or a page that the server has made. */
    readFile(path: string): Uint8Array | undefined;
  }

  export function read(name: string, bytes: Uint8Array, options?: Options): Reading;
  export interface NamedText {
    name: string;
    text: string;
  }

  export function write(text: string, format: "docx" | "akn" | "markdown" | "text", options?: Options): Uint8Array;
  export function compare(before: NamedText, now: NamedText, options?: Options): { html: string; summary: string };
  /** `leftOut` names texts that have no other version among them. */
  export function concord(texts: NamedText[], options?: Options): { html: string; leftOut: string[] };
}

/** Source texts that the build puts in, of files beside the page. */
declare module "*.txt" {
  const text: string;
  export default text;
}
