// Language versions beside each other: from a paragraph to the same one in another version, and versions that scroll together.
import { Range, TextEditorRevealType, ViewColumn, window, workspace, type Disposable, type TextEditor } from "vscode";
import type { FileNames } from "./host";
import { say } from "./texts";

interface Place {
  line: number;
  character: number;
}

/** What the server answers to `rapporteur/counterpart` for each other version, the next one first. */
interface Counterpart {
  language: string;
  uri: string;
  range: { start: Place; end: Place };
  selectionRange: { start: Place; end: Place };
}

const rangeOf = ({ start, end }: { start: Place; end: Place }) => new Range(start.line, start.character, end.line, end.character);

/** How long a sentence stays in the status bar, in milliseconds. */
const SAID = 4000;

export class Versions implements Disposable {
  /** Those who hear of scrolling while versions scroll together. */
  private listeners: Disposable[] | undefined;
  /** The place that was asked about last: an answer about an older one is late. */
  private asked = 0;

  constructor(
    private readonly names: FileNames,
    private readonly ask: <T>(method: string, params: object) => Promise<T | undefined>,
  ) {}

  /** Goes to the same paragraph in the next version. */
  async goTo(): Promise<void> {
    await this.show(false);
  }

  /** Opens the next version beside this one, at the same paragraph. The cursor stays. */
  async openBeside(): Promise<void> {
    await this.show(true);
  }

  /** Has all visible versions show the paragraph that is at the top of the one in front, whenever that is scrolled; or not any more. */
  toggleScrolling(): void {
    if (this.listeners) {
      this.dispose();
      window.setStatusBarMessage(say("Versions no longer scroll together."), SAID);
      return;
    }
    this.listeners = [
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        if (textEditor === window.activeTextEditor) void this.follow(textEditor);
      }),
    ];
    window.setStatusBarMessage(say("Versions scroll together."), SAID);
    if (window.activeTextEditor) void this.follow(window.activeTextEditor);
  }

  dispose(): void {
    for (const listener of this.listeners ?? []) listener.dispose();
    this.listeners = undefined;
  }

  private async show(beside: boolean): Promise<void> {
    const editor = window.activeTextEditor;
    if (!editor) return;
    const { line, character } = editor.selection.active;
    const next = (await this.counterparts(editor, { line, character }))[0];
    if (!next) {
      void window.showInformationMessage(say("No other language version in this folder has this paragraph."));
      return;
    }
    const uri = this.names.fromServer(next.uri);
    const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
    const viewColumn = beside ? ViewColumn.Beside : (shown?.viewColumn ?? ViewColumn.Active);
    const selection = rangeOf(next.selectionRange);
    const opened = await window.showTextDocument(await workspace.openTextDocument(uri), { viewColumn, preserveFocus: beside, preview: !beside, selection });
    opened.revealRange(selection, beside ? TextEditorRevealType.InCenter : TextEditorRevealType.InCenterIfOutsideViewport);
  }

  private async follow(editor: TextEditor): Promise<void> {
    const others = window.visibleTextEditors.filter((other) => other !== editor && other.document !== editor.document);
    const top = this.top(editor);
    if (others.length === 0 || !top) return;
    const asked = ++this.asked;
    const counterparts = await this.counterparts(editor, top);
    if (asked !== this.asked) return;
    for (const other of others) {
      const own = counterparts.find(({ uri }) => this.names.fromServer(uri).toString() === other.document.uri.toString());
      if (own) other.revealRange(rangeOf(own.range), TextEditorRevealType.AtTop);
    }
  }

  /** The first place with words that an editor shows. */
  private top(editor: TextEditor): Place | undefined {
    const [visible] = editor.visibleRanges;
    for (let line = visible?.start.line ?? 0; visible && line <= visible.end.line; line += 1) {
      const { isEmptyOrWhitespace, firstNonWhitespaceCharacterIndex } = editor.document.lineAt(line);
      if (!isEmptyOrWhitespace) return { line, character: firstNonWhitespaceCharacterIndex };
    }
    return undefined;
  }

  private async counterparts(editor: TextEditor, position: Place): Promise<Counterpart[]> {
    const textDocument = { uri: this.names.toServer(editor.document.uri) };
    return (await this.ask<Counterpart[]>("rapporteur/counterpart", { textDocument, position }).catch(() => undefined)) ?? [];
  }
}
