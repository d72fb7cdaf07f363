// The status bar's item: how the server is, how it read the draft in front, and how many findings that has.
import { languages, MarkdownString, StatusBarAlignment, ThemeColor, window, workspace, type Disposable, type DocumentSelector, type TextEditor, type Uri } from "vscode";
import type { DraftStatus } from "./client";
import { paragraph } from "./direction";
import { say } from "./texts";

export type Health = "starting" | "running" | "stopped";

const layout = (layout: DraftStatus["layout"]) => (layout === "page" ? say("broken into lines, as out of a PDF") : say("a paragraph a line"));
const findings = (count: number) => (count === 0 ? say("no findings") : count === 1 ? say("1 finding") : say("{0} findings", count));
const notes = (count: number) => (count === 1 ? say("1 note") : say("{0} notes", count));
const citations = (count: number) => (count === 1 ? say("1 citation") : say("{0} citations", count));
const differences = (versions: number, count: number) =>
  count === 0 ? say("{0} versions, no differences", versions) : count === 1 ? say("{0} versions, 1 difference", versions) : say("{0} versions, {1} differences", versions, count);
const toCome = (count: number) => (count === 1 ? say("1 paragraph to come") : say("{0} paragraphs to come", count));

/** How many language versions there are and in how much they differ, and how much of this one is still to be translated. */
function versions(of: DraftStatus["versions"]): string[] {
  if (!of) return [];
  return [differences(of.count, of.differences), ...(of.toCome > 0 ? [toCome(of.toCome)] : [])];
}

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
      // A document that gets another language is closed and opened.
      workspace.onDidCloseTextDocument((document) => this.heard.delete(document.uri.toString())),
      workspace.onDidOpenTextDocument(() => this.show()),
    ];
  }

  set(health: Health, note = ""): void {
    this.health = health;
    this.note = note;
    if (health !== "running") this.heard.clear();
    this.show();
  }

  hear(draft: Uri, status: DraftStatus): void {
    const uri = draft.toString();
    this.heard.set(uri, status);
    if (this.front?.document.uri.toString() === uri) this.show();
  }

  /** Shows it anew, in the language that is set. */
  show(): void {
    const document = this.front?.document;
    if (!document || !languages.match(this.drafts(), document)) return this.item.hide();
    const running = this.health === "running";
    const draft = running ? this.heard.get(document.uri.toString()) : undefined;
    this.item.text = {
      starting: "$(sync~spin) Rapporteur",
      running: draft
        ? `$(${draft.findings ? "law" : "check"}) ${say("Rapporteur: {0}, {1} preambular, {2} operative", findings(draft.findings), draft.read.preambular, draft.read.operative)}${versions(draft.versions).map((said) => ` · ${said}`).join("")}`
        : "$(check) Rapporteur",
      stopped: "$(warning) Rapporteur",
    }[this.health];
    this.item.backgroundColor = !running && this.note ? new ThemeColor("statusBarItem.warningBackground") : undefined;
    this.item.command = running ? "workbench.actions.view.problems" : "rapporteur.showLog";
    const lines = [running ? `Rapporteur ${this.note}` : this.note || (this.health === "starting" ? say("Rapporteur is starting.") : say("Rapporteur's server isn't running."))];
    if (draft) {
      const { read } = draft;
      lines.push(
        say("Read: {0} preambular and {1} operative paragraphs, {2}, {3}", read.preambular, read.operative, notes(read.notes), citations(read.citations)),
        say("Language: {0}", draft.languages.map(({ name }) => name).join(", ")),
        say("Layout: {0}", layout(draft.layout)),
        say("In this draft: {0}", findings(draft.findings)),
        ...versions(draft.versions),
      );
    }
    this.item.tooltip = new MarkdownString(lines.map(paragraph).join("\n\n"));
    this.item.show();
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
    this.item.dispose();
  }
}
