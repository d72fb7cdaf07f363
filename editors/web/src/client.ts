// The conversation with the language server: requests and answers, the open documents, and all of it anew when the worker is
// another one.
import type { CodeAction, CompletionItem, CompletionList, Diagnostic, DocumentSymbol, Hover, Location, Position, Range, SemanticTokens, TextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import { Engine, EngineEnded, type EngineEvents, type Parts } from "./engine";

/** What the server tells of a draft after each list of findings. */
export interface DraftStatus {
  uri: string;
  version: number;
  languages: { code: string; name: string }[];
  layout: "clean" | "page";
  findings: number;
  read: { preambular: number; operative: number; notes: number; citations: number };
  versions?: { count: number; differences: number; toCome: number };
}

export interface Counterpart {
  language: string;
  uri: string;
  range: Range;
  selectionRange: Range;
}

/** A document as the client knows it; the text is asked for when it is told to a new server. */
export interface OpenDocument {
  readonly uri: string;
  version: number;
  text(): string;
}

/** One change of a text, in the places before it. */
export interface Change {
  range: Range;
  text: string;
}

/** What the user settles, and the server asks for. */
export interface Settings {
  /** The language that the user is spoken to in. */
  messages: string;
  /** The kind of drafts; none is the United Nations. */
  preset: string;
}

export interface ClientEvents {
  findings(uri: string, version: number | undefined, findings: Diagnostic[]): void;
  status(status: DraftStatus): void;
  /** The server wants a text changed; says whether it was. */
  apply(edit: WorkspaceEdit): boolean;
  /** What the server tells the user in a sentence. */
  told(sentence: string, grave: boolean): void;
  /** The worker has ended; `again` says whether a new one begins. */
  ended(again: boolean): void;
  /** The server is ready. */
  ready(): void;
}

interface Message {
  id?: number | string;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { code: number; message: string };
}

/** The folder that the server sees. It is nowhere but in the worker's memory. */
export const FOLDER = "/drafts";
export const uriOf = (name: string) => `file://${FOLDER}/${encodeURIComponent(name)}`;

const CAPABILITIES = {
  general: { positionEncodings: ["utf-16"] },
  textDocument: {
    synchronization: { didSave: true },
    publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true },
    hover: { contentFormat: ["markdown"] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "source", "refactor", "refactor.rewrite"] } }, isPreferredSupport: true },
    completion: { completionItem: { documentationFormat: ["markdown"], snippetSupport: false } },
    definition: {},
  },
  workspace: {
    applyEdit: true,
    configuration: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ["create"] },
  },
  experimental: { rapporteurStatus: true },
};

export class Client {
  private readonly engine: Engine;
  private readonly documents = new Map<string, OpenDocument>();
  private readonly files = new Map<string, string>();
  private readonly waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  private lastId = 0;
  private initialized = false;

  constructor(
    parts: Parts,
    private readonly settings: () => Settings,
    private readonly events: ClientEvents,
  ) {
    const heard: EngineEvents = {
      message: (message) => this.hear(JSON.parse(message) as Message),
      began: () => void this.introduce(),
      ended: (again) => {
        this.initialized = false;
        for (const { reject } of this.waiting.values()) reject(new EngineEnded());
        this.waiting.clear();
        events.ended(again);
      },
    };
    this.engine = new Engine(parts, heard);
  }

  begin(): void {
    this.engine.begin();
  }

  beginAgain(): void {
    this.engine.beginAgain();
  }

  get runs(): boolean {
    return this.engine.runs;
  }

  /** The core's own functions. */
  readonly call: Engine["call"] = (name, ...args) => this.engine.call(name, ...args);

  /** The words of a file beside the drafts, or of a page that the server has made. */
  async look(uri: string): Promise<string | undefined> {
    const bytes = await this.engine.look(decodeURIComponent(new URL(uri).pathname));
    return bytes && new TextDecoder().decode(bytes);
  }

  open(document: OpenDocument): void {
    this.documents.set(document.uri, document);
    if (this.initialized) this.tellOpen(document);
  }

  close(uri: string): void {
    this.documents.delete(uri);
    if (this.initialized) this.notify("textDocument/didClose", { textDocument: { uri } });
  }

  /** Tells what was changed in a text, the last place first, and counts its version on. */
  change(document: OpenDocument, changes: Change[]): void {
    document.version++;
    if (!this.initialized) return;
    this.notify("textDocument/didChange", { textDocument: { uri: document.uri, version: document.version }, contentChanges: changes });
  }

  saved(uri: string): void {
    if (this.initialized) this.notify("textDocument/didSave", { textDocument: { uri } });
  }

  /** Puts a file beside the drafts; no text takes it away. */
  putFile(name: string, text: string | undefined): void {
    const type = text === undefined ? 3 : this.files.has(name) ? 2 : 1;
    if (text === undefined) this.files.delete(name);
    else this.files.set(name, text);
    if (!this.engine.runs) return;
    this.engine.putFile(`${FOLDER}/${name}`, text === undefined ? undefined : new TextEncoder().encode(text));
    if (this.initialized) this.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: uriOf(name), type }] });
  }

  settingsChanged(): void {
    if (this.initialized) this.notify("workspace/didChangeConfiguration", { settings: { rapporteur: this.configuration() } });
  }

  notify(method: string, params: unknown): void {
    this.engine.send(JSON.stringify({ jsonrpc: "2.0", method, params }));
  }

  /** Asks; nothing comes back when the server could not answer, or is another one by then. */
  async ask<T>(method: string, params: unknown): Promise<T | undefined> {
    if (!this.initialized) return undefined;
    try {
      return ((await this.request(method, params)) ?? undefined) as T | undefined;
    } catch (error) {
      if (!(error instanceof EngineEnded)) console.warn(`${method}: ${String(error)}`);
      return undefined;
    }
  }

  hover = (uri: string, position: Position) => this.ask<Hover>("textDocument/hover", { textDocument: { uri }, position });
  completion = (uri: string, position: Position) => this.ask<CompletionList | CompletionItem[]>("textDocument/completion", { textDocument: { uri }, position });
  resolveCompletion = (item: CompletionItem) => this.ask<CompletionItem>("completionItem/resolve", item);
  symbols = (uri: string) => this.ask<DocumentSymbol[]>("textDocument/documentSymbol", { textDocument: { uri } });
  definition = (uri: string, position: Position) => this.ask<Location | Location[]>("textDocument/definition", { textDocument: { uri }, position });
  colours = (uri: string, range: Range) => this.ask<SemanticTokens>("textDocument/semanticTokens/range", { textDocument: { uri }, range });
  typed = (uri: string, position: Position, ch: string) =>
    this.ask<TextEdit[]>("textDocument/onTypeFormatting", { textDocument: { uri }, position, ch, options: { tabSize: 4, insertSpaces: true } });
  format = (uri: string) => this.ask<TextEdit[]>("textDocument/formatting", { textDocument: { uri }, options: { tabSize: 4, insertSpaces: true } });
  actions = (uri: string, range: Range, diagnostics: Diagnostic[], only?: string[]) =>
    this.ask<CodeAction[]>("textDocument/codeAction", { textDocument: { uri }, range, context: only ? { diagnostics, only } : { diagnostics } });
  counterpart = (uri: string, position: Position) => this.ask<Counterpart[]>("rapporteur/counterpart", { textDocument: { uri }, position });

  /** Has a command done. Where it can't be, the server says why, and so does the page. */
  async command(command: string, ...args: unknown[]): Promise<void> {
    if (!this.initialized) return;
    try {
      await this.request("workspace/executeCommand", { command, arguments: args });
    } catch (error) {
      if (!(error instanceof EngineEnded)) this.events.told((error as Error).message, false);
    }
  }

  private request(method: string, params: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = ++this.lastId;
      this.waiting.set(id, { resolve, reject });
      this.engine.send(JSON.stringify({ jsonrpc: "2.0", id, method, params }));
      this.engine.expect();
    });
  }

  private configuration() {
    const { messages, preset } = this.settings();
    return { messages, cache: false, ...(preset ? { preset } : {}) };
  }

  private async introduce(): Promise<void> {
    for (const [name, text] of this.files) this.engine.putFile(`${FOLDER}/${name}`, new TextEncoder().encode(text));
    try {
      await this.request("initialize", {
        processId: null,
        clientInfo: { name: "rapporteur-web" },
        locale: this.settings().messages,
        rootUri: `file://${FOLDER}`,
        workspaceFolders: [{ uri: `file://${FOLDER}`, name: "drafts" }],
        capabilities: CAPABILITIES,
        initializationOptions: this.configuration(),
      });
    } catch (error) {
      if (error instanceof EngineEnded) return;
      throw error;
    }
    this.initialized = true;
    this.notify("initialized", {});
    for (const document of this.documents.values()) this.tellOpen(document);
    this.events.ready();
  }

  private tellOpen(document: OpenDocument): void {
    this.notify("textDocument/didOpen", { textDocument: { uri: document.uri, languageId: "resolution", version: document.version, text: document.text() } });
  }

  private hear(message: Message): void {
    if (message.method === undefined) {
      const waiting = this.waiting.get(message.id as number);
      this.waiting.delete(message.id as number);
      if (message.error) waiting?.reject(new Error(message.error.message));
      else waiting?.resolve(message.result);
      return;
    }
    if (message.id !== undefined) {
      this.engine.send(JSON.stringify({ jsonrpc: "2.0", id: message.id, result: this.answer(message.method, message.params) }));
      return;
    }
    switch (message.method) {
      case "textDocument/publishDiagnostics": {
        const { uri, version, diagnostics } = message.params as { uri: string; version?: number; diagnostics: Diagnostic[] };
        this.events.findings(uri, version, diagnostics);
        break;
      }
      case "rapporteur/status":
        this.events.status(message.params as DraftStatus);
        break;
      case "window/showMessage": {
        const { type, message: sentence } = message.params as { type: number; message: string };
        this.events.told(sentence, type <= 2);
        break;
      }
    }
  }

  private answer(method: string, params: unknown): unknown {
    switch (method) {
      case "workspace/configuration":
        return (params as { items: unknown[] }).items.map(() => this.configuration());
      case "workspace/applyEdit":
        return { applied: this.events.apply((params as { edit: WorkspaceEdit }).edit) };
      case "window/showMessageRequest": {
        const { type, message } = params as { type: number; message: string };
        this.events.told(message, type <= 2);
        return null;
      }
      default:
        return null;
    }
  }
}
