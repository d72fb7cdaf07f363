// The status bar's item: how the server is, how it read the draft in front, and how many findings that has.
import { languages, MarkdownString, StatusBarAlignment, ThemeColor, Uri, window, workspace, type Disposable, type DocumentSelector, type TextEditor } from "vscode";
import type { DraftStatus } from "./client";

export type Health = "starting" | "running" | "stopped";

const LAYOUTS = { clean: "a paragraph a line", page: "broken into lines, as out of a PDF" };

/** Shown only while a draft is in front; a click opens the Problems panel, or the log when the server is down. */
export class Status implements Disposable {
  private readonly item = window.createStatusBarItem("rapporteur.status", StatusBarAlignment.Right, 100);
  private readonly listeners: Disposable[];
  private health: Health = "stopped";
  /** The server's version while it runs, else what went wrong, if anything did. */
  private note = "";
  /** What the server said last of each draft. */
  private readonly heard = new Map<string, DraftStatus>();

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
      workspace.onDidCloseTextDocument((document) => this.heard.delete(document.uri.toString())),
    ];
  }

  set(health: Health, note = ""): void {
    this.health = health;
    this.note = note;
    if (health !== "running") this.heard.clear();
    this.show();
  }

  hear(status: DraftStatus): void {
    const uri = Uri.parse(status.uri).toString();
    this.heard.set(uri, status);
    if (this.front?.document.uri.toString() === uri) this.show();
  }

  private show(): void {
    const document = this.front?.document;
    if (!document || !languages.match(this.drafts(), document)) return this.item.hide();
    const running = this.health === "running";
    const draft = running ? this.heard.get(document.uri.toString()) : undefined;
    const findings = draft && `${draft.findings || "no"} ${draft.findings === 1 ? "finding" : "findings"}`;
    const read = draft && `${draft.read.preambular} preambular, ${draft.read.operative} operative`;
    this.item.text = {
      starting: "$(sync~spin) Rapporteur",
      running: draft ? `$(${draft.findings ? "law" : "check"}) Rapporteur: ${findings}, ${read}` : "$(check) Rapporteur",
      stopped: "$(warning) Rapporteur",
    }[this.health];
    this.item.backgroundColor = !running && this.note ? new ThemeColor("statusBarItem.warningBackground") : undefined;
    this.item.command = running ? "workbench.actions.view.problems" : "rapporteur.showLog";
    const lines = [running ? `Rapporteur ${this.note}` : this.note || (this.health === "starting" ? "Rapporteur is starting." : "Rapporteur's server isn't running.")];
    if (draft) {
      const { preambular, operative, notes, citations } = draft.read;
      const count = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;
      const all = `${preambular} preambular and ${operative} operative paragraphs, ${count(notes, "note", "notes")}, ${count(citations, "citation", "citations")}`;
      lines.push(`Read: ${all}`, `Language: ${draft.languages.map(({ name }) => name).join(", ")}`, `Layout: ${LAYOUTS[draft.layout] ?? draft.layout}`, `In this draft: ${findings}`);
    }
    this.item.tooltip = new MarkdownString(lines.join("\n\n"));
    this.item.show();
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
    this.item.dispose();
  }
}
