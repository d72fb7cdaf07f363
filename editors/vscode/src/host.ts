// What differs between VS Code on a computer and in a browser: where the server comes from, and how it calls the files.
import type { OutputChannel, Uri } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import type { Converted } from "./word";

/** A server that is ready to be spoken with. */
export interface Server {
  /** What the log calls it. */
  readonly name: string;
  /** The client that speaks with it; it isn't started yet. */
  connect(options: LanguageClientOptions): BaseLanguageClient;
  /** Lets the server read a file that the user has chosen, wherever it is. */
  give(file: Uri): Promise<void>;
  /** Ends the server, however it is. */
  end(): void;
}

/** Why there is no server, in a sentence, and where that can be mended. */
export interface Problem {
  problem: string;
  remedy: "settings" | "log";
}

/** How VS Code and the server call the same file. */
export interface FileNames {
  toServer(uri: Uri): string;
  fromServer(uri: string): Uri;
}

export interface Host {
  readonly names: FileNames;
  /** The folder in which a draft is saved when none is open, where the user has one of their own. */
  readonly home: Uri | undefined;
  /** The schemes of what may be a draft. */
  schemes(): string[];
  findServer(log: OutputChannel): Promise<Server | Problem>;
  /** Reads a Word document. What there is to say about it is said in a language, by its code. */
  convert(document: Uri, language: string): Promise<Converted>;
}
