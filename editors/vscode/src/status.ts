// The status bar's item: how the server is, and how many findings the draft in front has.
import { languages, MarkdownString, StatusBarAlignment, ThemeColor, window, type Disposable, type DocumentSelector, type TextEditor } from "vscode";

export type Health = "starting" | "running" | "stopped";

/** Shown only while a draft is in front; a click opens the Problems panel, or the log when the server is down. */
export class Status implements Disposable {
  private readonly item = window.createStatusBarItem("rapporteur.status", StatusBarAlignment.Right, 100);
  private readonly listeners: Disposable[];
  private health: Health = "stopped";
  /** The server's version while it runs, else what went wrong, if anything did. */
  private note = "";

  /** The editor in front. The log is an editor, too, but stands beside the draft. */
  private front: TextEditor | undefined;

  constructor(private readonly drafts: () => DocumentSelector) {
    this.item.name = "Rapporteur";
    this.front = window.activeTextEditor;
    this.listeners = [
      window.onDidChangeActiveTextEditor((editor) => {
        if (editor?.document.uri.scheme === "output") return;
        this.front = editor;
        this.show();
      }),
      languages.onDidChangeDiagnostics(({ uris }) => {
        const front = this.front?.document.uri.toString();
        if (uris.some((uri) => uri.toString() === front)) this.show();
      }),
    ];
  }

  set(health: Health, note = ""): void {
    this.health = health;
    this.note = note;
    this.show();
  }

  private show(): void {
    const document = this.front?.document;
    if (!document || !languages.match(this.drafts(), document)) return this.item.hide();
    const findings = languages.getDiagnostics(document.uri).filter(({ source }) => source === "rapporteur").length;
    const running = this.health === "running";
    this.item.text = {
      starting: "$(sync~spin) Rapporteur",
      running: findings === 0 ? "$(check) Rapporteur" : `$(law) Rapporteur: ${findings} ${findings === 1 ? "finding" : "findings"}`,
      stopped: "$(warning) Rapporteur",
    }[this.health];
    this.item.backgroundColor = !running && this.note ? new ThemeColor("statusBarItem.warningBackground") : undefined;
    this.item.command = running ? "workbench.actions.view.problems" : "rapporteur.showLog";
    this.item.tooltip = new MarkdownString(
      running
        ? `Rapporteur ${this.note}\n\n${findings === 0 ? "No findings in this draft." : "Click to see the findings."}`
        : this.note || "Rapporteur's server isn't running.",
    );
    this.item.show();
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
    this.item.dispose();
  }
}
