// The server's life: started when the first draft is opened, started again when a setting asks for it.
import { commands, languages, window, workspace, type Disposable, type OutputChannel } from "vscode";
import { LanguageClient, State, type LanguageClientOptions } from "vscode-languageclient/node";
import { findServer } from "./server";
import * as settings from "./settings";
import type { Status } from "./status";

/** The files whose changes on disk the server hears of: a cited resolution may be any of them. */
const WATCHED = "**/*.{resolution,txt,md}";

export class Session implements Disposable {
  private client: LanguageClient | undefined;
  /** Starts and stops happen one after the other, however fast they are asked for. */
  private turn: Promise<void> = Promise.resolve();
  /** After a start that failed, only the user starts again: the sentence is said once, not with every file. */
  private failed = false;
  private readonly watcher = workspace.createFileSystemWatcher(WATCHED);

  constructor(
    private readonly extensionPath: string,
    private readonly log: OutputChannel,
    private readonly status: Status,
  ) {}

  /** The running server's name for itself, such as `rapporteur 0.1.0`. */
  get version(): string | undefined {
    const info = this.client?.initializeResult?.serverInfo;
    return info && [info.name, info.version].filter(Boolean).join(" ");
  }

  /** Starts the server if a draft is open and no server runs. */
  ensure(): Promise<void> {
    return this.next(async () => {
      if (!this.client && !this.failed && this.hasDraft()) await this.start();
    });
  }

  /** Ends the server, if one runs, and starts one if a draft is open or `always` asks for it. */
  restart({ always = false } = {}): Promise<void> {
    return this.next(async () => {
      await this.stop();
      if (always || this.hasDraft()) await this.start();
    });
  }

  end(): Promise<void> {
    return this.next(() => this.stop());
  }

  dispose(): void {
    this.watcher.dispose();
  }

  private next(act: () => Promise<void>): Promise<void> {
    this.turn = this.turn.then(act).catch((error) => this.log.appendLine(String(error)));
    return this.turn;
  }

  private hasDraft(): boolean {
    const drafts = settings.drafts();
    return workspace.textDocuments.some((document) => languages.match(drafts, document) > 0);
  }

  private async start(): Promise<void> {
    this.failed = false;
    const found = findServer(settings.serverPath(), this.extensionPath);
    if (found.problem !== undefined) return this.complain(found.problem, "Open Settings");

    this.status.set("starting");
    this.log.appendLine(`Starting ${found.path}`);
    const options: LanguageClientOptions = {
      documentSelector: settings.drafts(),
      initializationOptions: settings.forServer,
      synchronize: { configurationSection: "rapporteur", fileEvents: this.watcher },
      diagnosticCollectionName: "rapporteur",
      outputChannel: this.log,
      // What went wrong is said once, by us, with what to do about it.
      initializationFailedHandler: () => false,
    };
    const client = new LanguageClient("rapporteur", "Rapporteur", { command: found.path }, options);
    this.client = client;
    client.onDidChangeState(({ newState }) => {
      if (this.client !== client) return;
      if (newState === State.Running) this.status.set("running", { version: client.initializeResult?.serverInfo?.version ?? "" });
      else if (newState === State.Stopped) this.status.set("stopped");
    });
    try {
      await client.start();
    } catch (error) {
      this.client = undefined;
      this.log.appendLine(String(error));
      this.complain(`Rapporteur can't start: the server ${found.path} didn't answer as a language server should. The log says more.`, "Show Log");
    }
  }

  private async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    this.status.set("stopped");
    // A server that doesn't end in time has been killed; there is nothing more to do about it.
    await client?.dispose().catch((error) => this.log.appendLine(String(error)));
  }

  private complain(problem: string, remedy: "Open Settings" | "Show Log"): void {
    this.failed = true;
    this.log.appendLine(problem);
    this.status.set("stopped", { problem });
    // Not awaited: the message may stand for hours.
    void window.showErrorMessage(problem, remedy).then((chosen) => {
      if (chosen === "Open Settings") return commands.executeCommand("workbench.action.openSettings", "rapporteur.server.path");
      if (chosen === "Show Log") this.log.show();
      return undefined;
    });
  }
}
