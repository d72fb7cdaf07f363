// The server's life: started when the first draft is opened, started again when a setting asks for it.
import { CancellationTokenSource, commands, CompletionTriggerKind, Hover, languages, MarkdownString, Uri, window, workspace, type OutputChannel, type Position, type Range } from "vscode";
import type { ShowDocumentResult } from "vscode-languageclient";
import { Client } from "./client";
import { findingInItsDirection, inItsDirection } from "./direction";
import { compareWith } from "./compare";
import type { Host } from "./host";
import * as settings from "./settings";
import type { Status } from "./status";
import { inVsCode, say } from "./texts";

/** A hover without the link to the official document, which is its last line. */
function withoutItsLink(hover: Hover): Hover {
  const contents = hover.contents.map((content) => (content instanceof MarkdownString ? new MarkdownString(content.value.replace(/\n+\[[^\]]*\]\(https:[^)\s]*\)\s*$/, "")) : content));
  return new Hover(contents, hover.range);
}

/** A server that ends by itself more often than this within three minutes isn't started again. */
const CRASHES = 3;
const CRASH_PERIOD = 3 * 60_000;
/** The commands that want to know where the cursor is. */
const AT_CURSOR = /^rapporteur\.(?:move|insert)/;
/** The one that wants to know what is selected. */
const AGREED = "rapporteur.showAgreedLanguage";
/** The one that answers with two pages. */
const COMPARE = "rapporteur.compareWith";

export class Session {
  private client: Client | undefined;
  /** Starts and stops happen one after the other, however fast they are asked for. */
  private turn: Promise<void> = Promise.resolve();
  /** After a start that failed, only the user starts again: the sentence is said once, not with every file that is opened. */
  private failed = false;
  private crashes: number[] = [];
  /** Where each document has links, as VS Code shows them. */
  private readonly links = new Map<string, Range[]>();

  constructor(
    private readonly host: Host,
    private readonly log: OutputChannel,
    private readonly status: Status,
  ) {}

  /** The running server's name for itself, such as `rapporteur 0.1.0`. */
  get version(): string | undefined {
    const server = this.client?.server;
    return server && [server.name, server.version].filter(Boolean).join(" ");
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
      this.failed = false;
      await this.stop();
      if (always || this.hasDraft()) await this.start();
    });
  }

  /** Tells the running server the settings that it follows without a new start. */
  tellSettings(): Promise<void> {
    return this.next(async () => {
      await this.client?.notify("workspace/didChangeConfiguration", { settings: { rapporteur: settings.forServer() } });
    });
  }

  /** Asks the running server; nothing where none runs. */
  async ask<T>(method: string, params: object): Promise<T | undefined> {
    return this.client?.ask<T>(method, params);
  }

  end(): Promise<void> {
    return this.next(() => this.stop());
  }

  private next(act: () => Promise<void>): Promise<void> {
    this.turn = this.turn.then(act).catch((error) => this.log.appendLine(String(error)));
    return this.turn;
  }

  private hasDraft(): boolean {
    const drafts = settings.drafts(this.host.schemes());
    return workspace.textDocuments.some((document) => languages.match(drafts, document) > 0);
  }

  private async start(): Promise<void> {
    this.status.set("starting");
    const { names } = this.host;
    const schemes = this.host.schemes();
    const server = await this.host.findServer(this.log);
    if ("problem" in server) return this.complain(server.problem, server.remedy);

    this.log.appendLine(say("Starting {0}", server.name));
    const client = new Client(
      server,
      {
        // The workspace's settings are told about as they are typed.
        documentSelector: [...settings.drafts(schemes), ...schemes.map((scheme) => ({ scheme, pattern: "**/rapporteur.toml" }))],
        uriConverters: { code2Protocol: names.toServer, protocol2Code: names.fromServer },
        initializationOptions: settings.forServer(),
        diagnosticCollectionName: "rapporteur",
        middleware: {
          provideHover: async (document, position, token, next) => {
            const hover = await next(document, position, token);
            // VS Code shows a link's own line below: it is told once.
            const linked = this.links.get(document.uri.toString())?.some((range) => range.contains(position));
            return hover && inItsDirection(linked ? withoutItsLink(hover) : hover);
          },
          window: {
            // What is only to be read is opened as a click on its address would open it, so that a page is shown as one.
            showDocument: async (shown, next) => {
              if (shown.external || shown.selection) return (await next(shown, new CancellationTokenSource().token)) as ShowDocumentResult;
              await commands.executeCommand("vscode.open", names.fromServer(shown.uri), { preserveFocus: !shown.takeFocus });
              return { success: true };
            },
          },
          // After Enter only where nothing stands in the line: in the middle of a paragraph nobody asked. The server, which doesn't
          // know Enter as a key after which it is asked, is asked as by hand.
          provideCompletionItem: (document, position, context, token, next) => {
            if (context.triggerCharacter !== "\n") return next(document, position, context, token);
            if (!document.lineAt(position).isEmptyOrWhitespace) return [];
            return next(document, position, { triggerKind: CompletionTriggerKind.Invoke, triggerCharacter: undefined }, token);
          },
          handleDiagnostics: (uri, findings, next) => next(uri, findings.map(findingInItsDirection)),
          // The hover says already what the document is.
          provideDocumentLinks: async (document, token, next) => {
            const links = await next(document, token);
            for (const link of links ?? []) link.tooltip = say("Open the official document");
            this.links.set(document.uri.toString(), (links ?? []).map(({ range }) => range));
            return links;
          },
          // Out of the palette a command comes alone: it is meant for the draft that is looked at, where the cursor is.
          executeCommand: (command, given, next) => {
            const editor = window.activeTextEditor;
            // A menu tells the file in its own way.
            const isFromMenu = given[0] instanceof Uri;
            if ((given.length > 0 && !isFromMenu) || !editor) return next(command, given);
            const document = names.toServer(editor.document.uri);
            if (command === COMPARE) {
              return compareWith(names, async (other) => {
                if (other) await server.give(other);
                return next(command, other ? [document, names.toServer(other)] : [document]);
              });
            }
            const at = ({ line, character }: Position) => ({ line, character });
            const { active, start, end } = editor.selection;
            const place = AT_CURSOR.test(command) ? [at(active)] : command === AGREED ? [{ start: at(start), end: at(end) }] : [];
            return next(command, [document, ...place]);
          },
        },
        // Files that change on disk are watched as the server asks when it starts.
      },
      this.log,
      (status) => this.status.hear(names.fromServer(status.uri), status),
    );
    if (!(await client.start())) {
      return this.complain(say("Rapporteur can't start: {0} doesn't behave as Rapporteur's server should. The log says more.", server.name), "log");
    }
    this.client = client;
    this.status.set("running", client.server?.version);
    void client.gone.then(() => this.crashed(client));
  }

  private async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    this.status.set("stopped");
    await client?.stop();
  }

  /** The server has gone. If nobody sent it away, it is started again, within reason. */
  private crashed(client: Client): void {
    if (this.client !== client) return;
    this.client = undefined;
    const now = Date.now();
    this.crashes = [...this.crashes.filter((then) => now - then < CRASH_PERIOD), now];
    if (this.crashes.length > CRASHES) {
      this.crashes = [];
      this.complain(say("Rapporteur's server keeps ending by itself, and isn't started again. The log may say why; the command “Rapporteur: {0}” tries anew.", inVsCode("Restart Server")), "log");
    } else {
      this.log.appendLine(say("The server ended by itself, and is started again."));
      void this.restart();
    }
  }

  private complain(problem: string, remedy: "settings" | "log"): void {
    this.failed = true;
    this.log.appendLine(problem);
    this.status.set("stopped", problem);
    // Not awaited: the message may stand for hours.
    void window.showErrorMessage(problem, remedy === "settings" ? say("Open Settings") : say("Show Log")).then((chosen) => {
      if (!chosen) return undefined;
      return remedy === "settings" ? settings.openServerPath() : this.log.show();
    });
  }
}
