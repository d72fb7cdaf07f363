// The language server as WebAssembly, as `bindings/web` gives it once it is built; package.mjs says where it is.
declare module "rapporteur-core" {
  export function initSync(input: { module: WebAssembly.Module }): unknown;

  /** The text of a file of any format that is read, and what was lost of it. Throws an `Error` that says what to do. */
  export function read(name: string, bytes: Uint8Array, options: { interface: string }): { text: string; losses: { message: string }[] };

  /** Messages are JSON, without framing; paths are absolute. */
  export class LanguageServer {
    constructor(send: (message: string) => void);
    receive(message: string): void;
    putFile(path: string, bytes: Uint8Array): void;
    /** Takes a file back, or a folder with all that is in it. */
    removeFile(path: string): void;
    /** A file that was handed over, or a page that the server has made. */
    readFile(path: string): Uint8Array | undefined;
  }
}
