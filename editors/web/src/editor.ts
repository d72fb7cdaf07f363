// One draft in its editor: the text, what is shown in it, and the keys.
import { closeCompletion, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, insertNewline, redo, undo } from "@codemirror/commands";
import { openSearchPanel, search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, type Extension, type TransactionSpec } from "@codemirror/state";
import { drawSelection, dropCursor, EditorView, keymap, placeholder, type ViewUpdate } from "@codemirror/view";
import type { CodeAction, Diagnostic, Position, Range, TextEdit } from "vscode-languageserver-types";
import { beside, markBeside } from "./beside";
import { type Client, type DraftStatus, type OpenDocument, uriOf } from "./client";
import { colours, recolour } from "./colours";
import { completion } from "./completion";
import { directionOf, directions, draftDirection } from "./direction";
import { findings, findingsAt, showFindings } from "./findings";
import { changesSettings, hovers } from "./hover";
import { say } from "./messages";
import { changesIn, editsIn, offsetAt, positionAt, rangeAt } from "./places";
import { choose } from "./menu";
import { phrases } from "./phrases";

/** What the page does with an editor. */
export interface EditorEvents {
  /** The text or the cursor is another one. */
  changed(draft: DraftEditor, update: ViewUpdate): void;
  /** Findings are shown. */
  found(draft: DraftEditor): void;
  /** A mend, or a command, that somebody has chosen. */
  mend(action: CodeAction): void;
  /** Reads a sentence out. */
  tell(words: string): void;
  /** Something is pasted; says whether that is done. */
  paste(draft: DraftEditor, event: ClipboardEvent): boolean;
  /** Somebody follows a reference that leads into another text. */
  elsewhere(uri: string, position: Position): void;
}

/** Without a key of ours, and without those for programs' source texts. Tab is in none: it goes on to what is next on the page. */
const NOT_FOR_DRAFTS = new Set(["Mod-i", "Alt-ArrowUp", "Alt-ArrowDown", "Mod-/", "Alt-A", "Mod-[", "Mod-]", "Mod-Alt-\\", "Shift-Mod-\\", "Ctrl-m"]);
const PLAIN_KEYS = defaultKeymap.filter(({ key }) => !NOT_FOR_DRAFTS.has(key ?? ""));

export class DraftEditor implements OpenDocument {
  readonly view: EditorView;
  version = 1;
  status: DraftStatus | undefined;
  /** The newest findings, as the server gave them. */
  diagnostics: Diagnostic[] = [];
  private readonly direction = new Compartment();
  private readonly words = new Compartment();
  private enterCalls = 0;

  constructor(
    /** The name by which the server knows it. */
    readonly name: string,
    label: string,
    text: string,
    parent: HTMLElement,
    private readonly client: Client,
    private readonly events: EditorEvents,
  ) {
    this.view = new EditorView({
      parent,
      state: EditorState.create({ doc: text, extensions: this.extensions(label, text) }),
      // The server reads a change while it is still being drawn here.
      dispatchTransactions: (transactions, view) => {
        for (const { docChanged, startState, changes } of transactions) if (docChanged) client.change(this, changesIn(startState.doc, changes));
        view.update(transactions);
      },
    });
    client.open(this);
  }

  get uri(): string {
    return uriOf(this.name);
  }

  text(): string {
    return this.view.state.doc.toString();
  }

  private get first(): "ltr" | "rtl" {
    return directionOf(this.text()) ?? (document.documentElement.dir === "rtl" ? "rtl" : "ltr");
  }

  private extensions(label: string, text: string): Extension {
    const { client, uri, events } = this;
    const mend = (action: CodeAction) => events.mend(action);
    return [
      this.words.of(this.wording(label)),
      this.direction.of(draftDirection.of(directionOf(text) ?? (document.documentElement.dir === "rtl" ? "rtl" : "ltr"))),
      history(),
      drawSelection(),
      dropCursor(),
      EditorView.lineWrapping,
      directions,
      search({ top: true }),
      findings((finding) => events.tell(finding.message)),
      hovers(client, uri, mend, (words) => events.tell(words)),
      completion(client, uri),
      colours(client, uri),
      beside,
      EditorView.updateListener.of((update) => this.follow(update)),
      EditorView.domEventHandlers({
        paste: (event) => events.paste(this, event),
        // Files are the page's; words are moved by the editor.
        drop: (event) => (event.dataTransfer?.types.includes("Files") ? true : false),
      }),
      keymap.of([
        { key: "Mod-.", run: () => this.offerMends() },
        { key: "F12", run: () => this.followReference() },
        { key: "Enter", run: () => this.enter(), shift: insertNewline },
        { key: "Alt-ArrowUp", run: () => this.command("rapporteur.moveParagraphUp", true) },
        { key: "Alt-ArrowDown", run: () => this.command("rapporteur.moveParagraphDown", true) },
        { key: "Mod-Alt-f", run: () => this.command("rapporteur.insertFootnote", true) },
      ]),
      keymap.of([...completionKeymap, ...searchKeymap, ...historyKeymap, ...PLAIN_KEYS]),
    ];
  }

  private wording(label: string): Extension {
    return [
      EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0", spellcheck: "true", autocapitalize: "sentences", autocorrect: "off" }),
      placeholder(say("editor.placeholder")),
      EditorState.phrases.of(phrases()),
    ];
  }

  /** Says everything in the page's language, as it is now. */
  reword(label: string): void {
    this.view.dispatch({ effects: this.words.reconfigure(this.wording(label)) });
  }

  private follow(update: ViewUpdate): void {
    if (update.docChanged && update.startState.doc.length === 0) this.turn(this.first);
    if (update.docChanged || update.selectionSet) this.events.changed(this, update);
  }

  private turn(direction: "ltr" | "rtl"): void {
    if (this.view.state.facet(draftDirection) === direction) return;
    // Within an update no other one can begin.
    queueMicrotask(() => this.view.dispatch({ effects: this.direction.reconfigure(draftDirection.of(direction)) }));
  }

  /** Shows findings, unless they are of a text that has been changed since: then others are on their way. */
  hear(version: number | undefined, diagnostics: Diagnostic[]): void {
    if (version !== undefined && version !== this.version) return;
    this.diagnostics = diagnostics;
    showFindings(this.view, diagnostics);
    this.events.found(this);
  }

  hearStatus(status: DraftStatus): void {
    const [before, now] = [this.status?.languages[0]?.code, status.languages[0]?.code];
    this.status = status;
    if (now && now !== before) {
      this.view.contentDOM.lang = now;
      this.turn(now === "ar" ? "rtl" : "ltr");
      this.view.dispatch({ effects: recolour.of(null) });
    }
  }

  /** Puts edits of the server in, of the text as it stands. */
  apply(edits: readonly TextEdit[]): void {
    const changes = this.view.state.changes(editsIn(this.view.state.doc, edits));
    this.view.dispatch({ changes, userEvent: "input.mend" });
  }

  /** Puts another text in this one's place, which one undoes in one step. */
  replace(text: string): void {
    this.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: text }, selection: { anchor: 0 }, userEvent: "input.replace", scrollIntoView: true });
    this.turn(this.first);
  }

  dispatch(spec: TransactionSpec): void {
    this.view.dispatch(spec);
  }

  /** Shows a place, and puts the cursor there. */
  goTo(from: number, to = from): void {
    this.view.dispatch({ selection: { anchor: from, head: to }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
    this.view.focus();
  }

  /** Shows a place that belongs to one elsewhere, and marks it; the cursor stays. */
  showBeside(range: Range): void {
    const [from, to] = [offsetAt(this.view.state.doc, range.start), offsetAt(this.view.state.doc, range.end)];
    this.view.dispatch({ effects: [markBeside.of({ from, to }), EditorView.scrollIntoView(from, { y: "center" })] });
  }

  goToPosition(position: Position): void {
    this.goTo(offsetAt(this.view.state.doc, position));
  }

  /** Has the server do a command, which it answers with edits. */
  command(name: string, withPlace = false): boolean {
    const place = positionAt(this.view.state.doc, this.view.state.selection.main.head);
    void this.client.command(name, this.uri, ...(withPlace ? [place] : []));
    return true;
  }

  /** Mends and what else may be done at the cursor, to choose from. */
  offerMends(): boolean {
    const { state } = this.view;
    const { from, to, head } = state.selection.main;
    const there = findingsAt(state, from, to);
    void this.client.actions(this.uri, rangeAt(state.doc, from, to), there.map((one) => one.finding)).then((actions) => {
      if (state.doc !== this.view.state.doc) return;
      const able = (actions ?? []).filter((action) => !("disabled" in action && action.disabled) && (action.edit || action.command));
      if (able.length === 0) return this.events.tell(say("mends.none"));
      const at = this.view.coordsAtPos(head) ?? this.view.dom.getBoundingClientRect();
      choose(
        say("mends.title"),
        [...able.filter((one) => !changesSettings(one)), ...able.filter(changesSettings)].map((action) => ({ label: action.title, run: () => this.events.mend(action) })),
        at,
        () => this.view.focus(),
      );
    });
    return true;
  }

  private followReference(): boolean {
    const { state } = this.view;
    void this.client.definition(this.uri, positionAt(state.doc, state.selection.main.head)).then((answer) => {
      const place = Array.isArray(answer) ? answer[0] : answer;
      if (!place) this.events.tell(say("reference.none"));
      else if (place.uri === this.uri) this.goToPosition(place.range.start);
      else this.events.elsewhere(place.uri, place.range.start);
    });
    return true;
  }

  /** A new line, and what the server writes behind it: the next paragraph's label. */
  private enter(): boolean {
    closeCompletion(this.view);
    insertNewline(this.view);
    const { state } = this.view;
    const call = ++this.enterCalls;
    void this.client.typed(this.uri, positionAt(state.doc, state.selection.main.head), "\n").then((edits) => {
      if (!edits?.length || call !== this.enterCalls || state.doc !== this.view.state.doc) return;
      const changes = state.changes(editsIn(state.doc, edits));
      // The cursor goes behind what is written at its place.
      this.view.dispatch({ changes, selection: { anchor: changes.mapPos(state.selection.main.head, 1) }, userEvent: "input.type", scrollIntoView: true });
    });
    return true;
  }

  undo = () => undo(this.view);
  redo = () => redo(this.view);
  find = () => openSearchPanel(this.view);

  remove(): void {
    this.client.close(this.uri);
    this.view.destroy();
  }
}
