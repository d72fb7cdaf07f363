// The server as a process of its own.
import { spawn, type ChildProcess } from "node:child_process";
import { LanguageClient, type BaseLanguageClient, type LanguageClientOptions } from "vscode-languageclient/node";
import type { Server } from "../host";

export class Process implements Server {
  private process: ChildProcess | undefined;

  constructor(readonly name: string) {}

  connect(options: LanguageClientOptions): BaseLanguageClient {
    return new LanguageClient("rapporteur", "Rapporteur", () => this.spawn(), options);
  }

  /** It reads what it is told to by itself. */
  give(): Promise<void> {
    return Promise.resolve();
  }

  end(): void {
    this.process?.kill();
  }

  private spawn(): Promise<ChildProcess> {
    return new Promise((resolve, reject) => {
      const child = spawn(this.name, [], { windowsHide: true });
      this.process = child;
      child.once("spawn", () => resolve(child));
      child.once("error", reject);
      child.once("exit", () => (this.process = undefined));
    });
  }
}
