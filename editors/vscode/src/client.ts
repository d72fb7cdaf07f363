// One run of the server: the conversation with it, and whether it is alive.
import type { OutputChannel } from "vscode";
import { CloseAction, ErrorAction, type BaseLanguageClient, type LanguageClientOptions, type StaticFeature } from "vscode-languageclient";
import type { Server } from "./host";

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

/** Has VS Code ask after Enter, too, what may be written: how a paragraph opens, before any letter of it. */
const ASKS_AFTER_ENTER: StaticFeature = {
  fillClientCapabilities: () => {},
  preInitialize: ({ completionProvider }) => {
    if (completionProvider) completionProvider.triggerCharacters = [...(completionProvider.triggerCharacters ?? []), "\n"];
  },
  initialize: () => {},
  getState: () => ({ kind: "static" }),
  clear: () => {},
};

/** The longest that a server may take to introduce itself, and to end, in milliseconds. */
const START_TIMEOUT = 20_000;
const STOP_TIMEOUT = 2_000;

export class Client {
  private readonly client: BaseLanguageClient;
  /** Settles when the server is gone, wanted or not. */
  readonly gone: Promise<void>;

  constructor(
    private readonly running: Server,
    options: LanguageClientOptions,
    private readonly log: OutputChannel,
    heard: (status: DraftStatus) => void,
  ) {
    let left!: () => void;
    this.gone = new Promise((resolve) => (left = resolve));
    this.client = running.connect({
      ...options,
      outputChannel: log,
      initializationFailedHandler: () => false,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        // The session decides whether to start again, with a new client.
        closed: () => {
          running.end();
          left();
          return { action: CloseAction.DoNotRestart, handled: true };
        },
      },
    });
    // Errors are written into the log only. What the user must know is said once, by the session, with what to do.
    const logged = this.client.error.bind(this.client);
    this.client.error = (message, data) => logged(message, data, false);
    this.client.registerFeature(WANTS_STATUS);
    this.client.registerFeature(ASKS_AFTER_ENTER);
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
    this.running.end();
  }
}

const after = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    // VS Code on a computer doesn't wait for it in the end.
    const timer = setTimeout(resolve, milliseconds) as number | { unref(): void };
    if (typeof timer === "object") timer.unref();
  });
