// VS Code on a computer: the server is a program, and reads files by itself.
import { homedir } from "node:os";
import { Uri } from "vscode";
import type { Host, Problem, Server } from "../host";
import * as settings from "../settings";
import type { Converted } from "../word";
import { Process } from "./process";
import { findServer } from "./program";
import { convert } from "./word";

export class Desktop implements Host {
  readonly names = { toServer: (uri: Uri) => uri.toString(), fromServer: (uri: string) => Uri.parse(uri) };
  readonly home = Uri.file(homedir());

  constructor(private readonly extensionPath: string) {}

  /** Unsaved ones count: a draft often begins as a paste. */
  schemes(): string[] {
    return ["file", "untitled"];
  }

  findServer(): Promise<Server | Problem> {
    const found = findServer(settings.serverPath(), this.extensionPath);
    return Promise.resolve(found.problem === undefined ? new Process(found.path) : { problem: found.problem, remedy: "settings" });
  }

  convert(document: Uri, language: string): Promise<Converted> {
    return convert(document, language, this.extensionPath);
  }
}
