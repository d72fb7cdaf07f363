// VS Code in a browser: the server is WebAssembly in a worker, and gets the files from here.
import { Uri, workspace, type Disposable, type OutputChannel } from "vscode";
import { State, type BaseLanguageClient, type LanguageClientOptions } from "vscode-languageclient/browser";
import type { Host, Problem, Server } from "../host";
import { say } from "../texts";
import type { Converted } from "../word";
import { serverPath } from "./addresses";
import { NAMES } from "./names";
import { Pages } from "./pages";
import { ServerWorker } from "./server_worker";
import { nameIn } from "./wanted";
import { WorkerClient } from "./worker_client";
import { WorkspaceFiles, type FileChange } from "./workspace_files";

/** The server, and the script of the worker that it runs in, as package.mjs puts them into the extension. */
const CORE = "server.wasm";
const SCRIPT = "server.js";

class BrowserServer implements Server {
  readonly name = CORE;

  constructor(
    private readonly worker: ServerWorker,
    private readonly files: WorkspaceFiles,
    private readonly pages: Pages,
  ) {}

  connect(options: LanguageClientOptions): BaseLanguageClient {
    const client = new WorkerClient(this.worker, options, () => this.pages.refresh());
    client.onDidChangeState(({ newState }) => {
      // One that is gone is told nothing: the next one is given all files.
      const tell = (changes: FileChange[]) => client.sendNotification("workspace/didChangeWatchedFiles", { changes }).catch(() => {});
      if (newState === State.Running) void this.files.follow(tell);
    });
    return client;
  }

  async give(file: Uri): Promise<void> {
    const path = serverPath(file);
    if (path !== undefined) this.worker.put(path, await workspace.fs.readFile(file));
  }

  end(): void {
    this.files.dispose();
    this.worker.end();
  }
}

export class Browser implements Host, Disposable {
  readonly names = NAMES;
  readonly home = undefined;
  private readonly pages = new Pages();
  /** Compiled once, for all workers that are started. */
  private core: Promise<WebAssembly.Module> | undefined;

  constructor(private readonly extension: Uri) {}

  /** Those of the folders that are open, of files of the computer itself, and of what isn't saved yet. */
  schemes(): string[] {
    const folders = workspace.workspaceFolders?.map(({ uri }) => uri.scheme) ?? [];
    return [...new Set(["file", "untitled", ...folders])];
  }

  async findServer(log: OutputChannel): Promise<Server | Problem> {
    try {
      const worker = await this.startWorker();
      void worker.broken.then((why) => log.appendLine(why));
      this.pages.server = worker;
      const files = new WorkspaceFiles(worker, log);
      await files.begin();
      return new BrowserServer(worker, files, this.pages);
    } catch (error) {
      log.appendLine(String(error));
      return { problem: say("Rapporteur can't start in this browser. The log says more."), remedy: "log" };
    }
  }

  /** In a worker of its own, so that neither waits for the other. */
  async convert(document: Uri, language: string): Promise<Converted> {
    let worker: ServerWorker | undefined;
    try {
      const bytes = await workspace.fs.readFile(document);
      worker = await this.startWorker();
      const converted = await worker.convert(nameIn(document.path), bytes, language);
      return converted ?? { problem: say("Rapporteur broke off while it read this document.") };
    } catch (error) {
      return { problem: error instanceof Error ? error.message : String(error) };
    } finally {
      worker?.end();
    }
  }

  dispose(): void {
    this.pages.dispose();
  }

  private async startWorker(): Promise<ServerWorker> {
    try {
      this.core ??= this.read(CORE).then((bytes) => WebAssembly.compile(bytes));
      return await ServerWorker.start(await this.read(SCRIPT), await this.core);
    } catch (error) {
      // It may have been a connection that was lost: the next one loads it anew.
      this.core = undefined;
      throw error;
    }
  }

  /** A file of the extension, wherever that lies. */
  private async read(name: string): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await workspace.fs.readFile(Uri.joinPath(this.extension, "dist", "web", name)));
  }
}
