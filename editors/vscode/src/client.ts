// One run of the server: its process, the conversation with it, and whether it is alive.
import { spawn, type ChildProcess } from "node:child_process";
import type { OutputChannel } from "vscode";
import { CloseAction, ErrorAction, LanguageClient, type LanguageClientOptions, type StaticFeature } from "vscode-languageclient/node";

/** What the server tells of a draft after each list of findings, in `rapporteur/status`. */
export interface DraftStatus {
  uri: string;
  version: number;
  languages: { code: string; name: string }[];
  layout: "clean" | "page";
  findings: number;
  read: { preambular: number; operative: number; notes: number; citations: number };
  /** Of a draft that has other language versions. */
  versions?: { count: number; differences: number; toCome: number };
}

/** Asks the server for it, and says that a line over a title may be clicked and a file be saved, and that
 * VS Code shows coloured and linked words apart from what stands around them. */
const WANTS_STATUS: StaticFeature = {
  fillClientCapabilities: (capabilities) => {
    capabilities.experimental = { ...capabilities.experimental, rapporteurStatus: true, rapporteurReferences: true, rapporteurSave: true, rapporteurWholeRuns: true };
  },
  initialize: () => {},
  getState: () => ({ kind: "static" }),
  clear: () => {},
};

/** The longest that a server may take to introduce itself, and to end, in milliseconds. */
const START_TIMEOUT = 20_000;
const STOP_TIMEOUT = 2_000;

/** Writes errors into the log only. What the user must know is said once, by the session, with what to do. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

export class Client {
  private readonly client: QuietClient;
  private process: ChildProcess | undefined;
  /** Settles when the server is gone, wanted or not. */
  readonly gone: Promise<void>;

  constructor(
    readonly path: string,
    options: LanguageClientOptions,
    private readonly log: OutputChannel,
    heard: (status: DraftStatus) => void,
  ) {
    let left!: () => void;
    this.gone = new Promise((resolve) => (left = resolve));
    this.client = new QuietClient("rapporteur", "Rapporteur", () => this.spawn(), {
      ...options,
      outputChannel: log,
      initializationFailedHandler: () => false,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        // The session decides whether to start again, with a new client.
        closed: () => {
          left();
          return { action: CloseAction.DoNotRestart, handled: true };
        },
      },
    });
    this.client.registerFeature(WANTS_STATUS);
    this.client.onNotification("rapporteur/status", heard);
  }

  get server(): { name: string; version?: string } | undefined {
    return this.client.initializeResult?.serverInfo;
  }

  /** Whether the server came up. A program that isn't a language server ends, talks nonsense or says nothing. */
  async start(): Promise<boolean> {
    const up = await Promise.race([
      this.client.start().then(() => true),
      this.gone.then(() => false),
      after(START_TIMEOUT).then(() => false),
    ]).catch((error) => {
      this.log.appendLine(String(error));
      return false;
    });
    if (!up) await this.stop();
    return up;
  }

  async notify(method: string, params: object): Promise<void> {
    await this.client.sendNotification(method, params);
  }

  async ask<T>(method: string, params: object): Promise<T> {
    return this.client.sendRequest<T>(method, params);
  }

  /** Asks the server to end, and ends it if it doesn't. */
  async stop(): Promise<void> {
    const polite = this.client.dispose(STOP_TIMEOUT).catch((error) => this.log.appendLine(String(error)));
    await Promise.race([polite, after(2 * STOP_TIMEOUT)]);
    this.process?.kill();
  }

  private spawn(): Promise<ChildProcess> {
    return new Promise((resolve, reject) => {
      const child = spawn(this.path, [], { windowsHide: true });
      this.process = child;
      child.once("spawn", () => resolve(child));
      child.once("error", reject);
      child.once("exit", () => (this.process = undefined));
    });
  }
}

const after = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds).unref());
