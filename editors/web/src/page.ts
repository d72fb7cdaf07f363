// The page: the draft and what stands beside it, the buttons, and what happens when something fails.
import type { CodeAction, Diagnostic, Position, TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver-types";
import { Client, type DraftStatus, type Settings } from "./client";
import { paste } from "./clipboard";
import { askSave, askText, dialog, type GivenText, type SaveFormat, showPage } from "./dialogs";
import { DraftEditor, type EditorEvents } from "./editor";
import { button, byId, make, notice, sayAll, tell, unnotice } from "./elements";
import { EngineEnded } from "./engine";
import { example } from "./examples";
import { type Chosen, chosen, pickFiles, saveAs, stem, writeInto } from "./files";
import { help } from "./help";
import { firstText, forget, hold, keep, keptTexts, type KeptText, newId } from "./kept";
import { isLanguage, type Key, language, LANGUAGES, preferred, say, speak } from "./messages";
import { loadParts } from "./parts";
import { positionAt, editsIn } from "./places";
import { Text } from "@codemirror/state";
import { Side } from "./side";

/** The names by which the server knows the two texts, and the settings beside them. */
const [MAIN, OTHER, SETTINGS] = ["draft.resolution.txt", "version.resolution.txt", "rapporteur.toml"];
/** What tells the server that the two texts are versions of each other. */
const VERSIONS = `versions = [["${MAIN}", "${OTHER}"]]\n`;
/** The longest that a key may be kept nowhere but in the page, in milliseconds. */
const KEEPING = 400;
const PRESETS = ["", "model-un", "association"] as const;
const PRESET_NAMES: Record<(typeof PRESETS)[number], Key> = { "": "kind.un", "model-un": "kind.model-un", association: "kind.association" };

const stored = { language: "rapporteur.language", kind: "rapporteur.kind" };

class Page {
  private readonly client: Client;
  private readonly side: Side;
  private main!: DraftEditor;
  private other: DraftEditor | undefined;
  private kept: KeptText;
  private handle: FileSystemFileHandle | undefined;
  private format: SaveFormat = "text";
  /** How the file that was opened breaks its lines. */
  private lineBreak = "\n";
  private unsaved: ReturnType<typeof setTimeout> | undefined;
  private isFull = false;
  private preset = localStorage.getItem(stored.kind) ?? "";

  constructor(
    parts: ConstructorParameters<typeof Client>[0],
    kept: KeptText | undefined,
  ) {
    this.kept = kept ?? { id: newId(), name: say("untitled"), text: "", time: Date.now() };
    hold(this.kept.id);
    this.client = new Client(parts, () => this.settings(), {
      findings: (uri, version, found) => this.hearFindings(uri, version, found),
      status: (status) => this.hearStatus(status),
      apply: (edit) => this.apply(edit),
      told: (sentence, grave) => notice("server", sentence, [], grave),
      ended: (again) => this.ended(again),
      ready: () => unnotice("off"),
    });
    this.side = new Side(this.client, () => this.drafts(), (action) => this.mend(action));
  }

  begin(): void {
    this.chooseFrom();
    sayAll();
    if (this.kept.settings) this.client.putFile(SETTINGS, this.kept.settings);
    this.main = this.draft(MAIN, this.kept.name, this.kept.text);
    if (this.kept.other) this.openOther(this.kept.other.name, this.kept.other.text);
    this.title();
    this.client.begin();
    this.listen();
    this.main.view.focus();
    if (this.kept.text === "") notice("welcome", say("welcome"), [{ label: say("welcome.example"), run: () => this.showExample() }]);
  }

  private settings(): Settings {
    return { messages: language(), preset: this.preset };
  }

  private drafts(): DraftEditor[] {
    return this.other ? [this.main, this.other] : [this.main];
  }

  /** The text that has the keys, or had them last. */
  private current(): DraftEditor {
    return this.other && this.last === this.other ? this.other : this.main;
  }
  private last: DraftEditor | undefined;

  private byUri(uri: string): DraftEditor | undefined {
    return this.drafts().find((draft) => draft.uri === uri);
  }

  private draft(name: string, label: string, text: string): DraftEditor {
    const bar = make("div", { class: "bar", children: [make("span", { class: "name", text: label, auto: true })] });
    const place = make("div", { class: "editor" });
    const section = make("section", { class: "draft", children: [bar, place] });
    byId("drafts").append(section);
    const events: EditorEvents = {
      changed: (draft, update) => {
        if (update.view.hasFocus) this.last = draft;
        if (update.docChanged) this.keepSoon();
        if (update.selectionSet || update.docChanged) this.moved(draft);
      },
      found: () => this.side.later(),
      mend: (action) => this.mend(action),
      tell,
      paste: (draft, event) => this.tried(() => paste(draft, event)),
      elsewhere: (uri, position) => void this.goElsewhere(uri, position),
    };
    const draft = new DraftEditor(name, label, text, place, this.client, events);
    section.addEventListener("focusin", () => (this.last = draft));
    return draft;
  }

  /** Reading something may fail; then it goes as if it had not been tried. */
  private tried(act: () => boolean): boolean {
    try {
      return act();
    } catch (error) {
      console.error(error);
      return false;
    }
  }

  // What the server says.

  private hearFindings(uri: string, version: number | undefined, found: Diagnostic[]): void {
    this.byUri(uri)?.hear(version, found);
  }

  private hearStatus(status: DraftStatus): void {
    const draft = this.byUri(status.uri);
    if (!draft) return;
    draft.hearStatus(status);
    this.showReading();
    if (draft === this.main && status.layout === "page") {
      if (!this.toldOfPage) notice("page", say("page.text"), [{ label: say("unwrap"), run: () => this.main.command("rapporteur.unwrap") }]);
      this.toldOfPage = true;
    } else if (draft === this.main) {
      unnotice("page");
      this.toldOfPage = false;
    }
  }
  private toldOfPage = false;

  private showReading(): void {
    const status = this.main.status;
    if (!status) return;
    const { preambular, operative, notes, citations } = status.read;
    const languages = status.languages.map(({ name }) => name).join(", ");
    const words = [languages, say("reading", { preambular, operative, notes, citations })];
    if (status.versions) words.push(say("reading.versions", { differences: status.versions.differences, toCome: status.versions.toCome }));
    byId("reading").textContent = words.filter(Boolean).join(" · ");
  }

  private apply(edit: WorkspaceEdit): boolean {
    const changes: [string, TextDocumentEdit["edits"], number | null | undefined][] = [];
    for (const change of edit.documentChanges ?? []) if ("textDocument" in change) changes.push([change.textDocument.uri, change.edits, change.textDocument.version]);
    for (const [uri, edits] of Object.entries(edit.changes ?? {})) changes.push([uri, edits, undefined]);
    const settings = uriEnds(SETTINGS);
    // An edit of a text that was changed since would end up in the wrong place.
    const fits = changes.every(([uri, , version]) => settings(uri) || (this.byUri(uri) && (version == null || version === this.byUri(uri)?.version)));
    if (!fits) return false;
    for (const [uri, edits] of changes) {
      if (settings(uri)) this.editSettings(edits as never);
      else this.byUri(uri)?.apply(edits as never);
    }
    return true;
  }

  private mend(action: CodeAction): void {
    if (action.edit && !this.apply(action.edit)) return notice("said", say("mend.late"));
    if (action.edit) tell(say("mended", { mend: action.title }));
    if (action.command) void this.client.command(action.command.command, ...(action.command.arguments ?? []));
    this.current().view.focus();
  }

  private editSettings(edits: Parameters<typeof editsIn>[1]): void {
    const text = Text.of((this.kept.settings ?? "").split("\n"));
    let now = text.toString();
    for (const { from, to, insert } of editsIn(text, edits).reverse()) now = now.slice(0, from) + insert + now.slice(to);
    this.putSettings(now);
    notice("settings", say("settings.changed"), [{ label: say("settings.forget"), run: () => this.putSettings(this.other ? VERSIONS : undefined) }]);
  }

  private putSettings(text: string | undefined): void {
    if (text) this.kept.settings = text;
    else delete this.kept.settings;
    this.client.putFile(SETTINGS, text);
    this.keepSoon();
  }

  private ended(again: boolean): void {
    unnotice("stopped");
    if (again) notice("stopped", say("stopped.again"));
    else notice("off", say("stopped.for.good"), [{ label: say("stopped.begin"), run: () => this.client.beginAgain() }], true);
  }

  // What stands beside the text.

  private async moved(draft: DraftEditor): Promise<void> {
    if (!this.other || !draft.view.hasFocus) return;
    const beside = draft === this.main ? this.other : this.main;
    const { state } = draft.view;
    const [there] = (await this.client.counterpart(draft.uri, positionAt(state.doc, state.selection.main.head))) ?? [];
    if (there?.uri === beside.uri) beside.showBeside(there.range);
  }

  /** A text that lies beside the draft is shown, and the draft stays what is worked on. */
  private async goElsewhere(uri: string, position: Position): Promise<void> {
    const draft = this.byUri(uri);
    if (draft) return draft.goToPosition(position);
    const text = await this.client.look(uri).catch(() => undefined);
    if (text === undefined) return tell(say("reference.none"));
    const lines = text.split("\n").map((line) => make("p", { text: line, auto: true }));
    const box = make("div", { class: "cited", children: lines });
    box.tabIndex = 0;
    dialog(decodeURIComponent(uri.split("/").at(-1) ?? ""), "wide", [box]);
    lines[position.line]?.scrollIntoView({ block: "center" });
  }

  private openOther(name: string, text: string): void {
    this.closeOther(true);
    const settings = this.kept.settings ?? "";
    if (!settings.startsWith(VERSIONS)) this.putSettings(VERSIONS + settings);
    this.other = this.draft(OTHER, name, text);
    document.body.classList.add("beside");
    const bar = byId("drafts").lastElementChild?.querySelector(".bar");
    bar?.append(button(say("version.all"), () => void this.showConcordance()), button(say("version.close"), () => this.closeOther(true)));
    this.kept.other = { name, text };
    this.keepSoon();
  }

  private closeOther(forGood = false): void {
    if (!this.other) return;
    if (forGood) {
      const { name } = this.kept.other ?? { name: say("untitled") };
      // It isn't lost: it is a kept text of its own now.
      if (this.other.text().trim()) keep({ id: newId(), name, text: this.other.text(), time: Date.now() });
      delete this.kept.other;
      const settings = this.kept.settings ?? "";
      this.putSettings(settings.startsWith(VERSIONS) ? settings.slice(VERSIONS.length) : settings);
    }
    this.other.remove();
    this.other = undefined;
    document.body.classList.remove("beside");
    byId("drafts").lastElementChild?.remove();
    this.side.later();
    this.keepSoon();
    this.main.view.focus();
  }

  private async showConcordance(): Promise<void> {
    const other = this.other;
    if (!other) return;
    await this.doing(async () => {
      const texts = this.drafts().map((draft) => ({ name: draft === this.main ? this.kept.name : (this.kept.other?.name ?? ""), text: draft.text() }));
      const { html, leftOut } = await this.client.call("concord", texts, { interface: language() });
      const [alone] = leftOut;
      if (alone !== undefined) return notice("failed", say("version.alone", { name: alone }), [], true);
      showPage(say("version.all"), html, () => void this.savePage(say("version.file"), html));
    });
  }

  private async compare(): Promise<void> {
    const given = await askText(say("compare.title"), say("compare.explained"));
    if (!given) return;
    await this.doing(async () => {
      const before = await this.textOf(given);
      const { html, summary } = await this.client.call("compare", { name: given.name, text: before }, { name: this.kept.name, text: this.main.text() }, { interface: language() });
      tell(summary);
      showPage(say("compare.page"), html, () => void this.savePage(say("compare.file"), html));
    });
  }

  private async askOther(): Promise<void> {
    const given = await askText(say("version.title"), say("version.explained"));
    if (!given) return;
    await this.doing(async () => this.openOther(given.name, await this.textOf(given)));
  }

  private async savePage(name: string, html: string): Promise<void> {
    await this.doing(async () => void (await saveAs(`${name}.html`, new TextEncoder().encode(html), "text/html")));
  }

  // Files.

  /** Does what may fail, and says why it did. */
  private async doing(act: () => Promise<void>): Promise<void> {
    try {
      unnotice("failed");
      await act();
    } catch (error) {
      if (error instanceof EngineEnded) notice("failed", say("failed.ended"), [], true);
      else notice("failed", say("failed", { why: error instanceof Error ? error.message : String(error) }), [], true);
    }
  }

  private async textOf(given: GivenText): Promise<string> {
    if (given.text !== undefined) return given.text;
    return given.file ? (await this.read(given.file)).text : "";
  }

  private async read(file: Chosen): Promise<{ text: string; format: string }> {
    const { text, format, losses } = await this.client.call("read", file.name, file.bytes, { interface: language(), name: file.name });
    if (losses.length > 0) {
      const told = losses.slice(0, 3).map(({ message }) => message);
      notice("losses", [say("open.losses", { count: losses.length }), ...told].join(" "), [], true);
    }
    return { text, format };
  }

  private async open(): Promise<void> {
    await this.doing(async () => {
      const [file] = await pickFiles();
      if (file) await this.show(file);
    });
  }

  private async show(file: Chosen): Promise<void> {
    const { text } = await this.read(file);
    this.putAside();
    this.handle = undefined;
    this.format = /\.docx$/i.test(file.name) ? "docx" : /\.(?:md|markdown)$/i.test(file.name) ? "markdown" : /\.(?:xml|akn)$/i.test(file.name) ? "akn" : "text";
    // A document of another kind is written anew when it is saved, and not over the one that was read.
    if (this.format === "text" || this.format === "markdown") this.handle = file.handle;
    this.lineBreak = /\r\n/.test(new TextDecoder().decode(file.bytes.slice(0, 65_536))) && this.handle ? "\r\n" : "\n";
    this.put(file.name, text.replace(/\r\n?/g, "\n"));
    notice("said", say("opened", { name: file.name }));
  }

  /** What is there stays among the kept texts, and the page goes on with another one. */
  private putAside(): void {
    this.keepNow();
    if (this.kept.text.trim() === "") forget(this.kept.id);
    this.closeOther();
    this.putSettings(undefined);
    this.kept = { id: newId(), name: say("untitled"), text: "", time: Date.now() };
    hold(this.kept.id);
  }

  private put(name: string, text: string): void {
    unnotice("welcome");
    this.kept.name = name;
    this.main.replace(text);
    this.title();
    this.keepNow();
    this.main.goTo(0);
  }

  private title(): void {
    const name = byId("drafts").querySelector(".name");
    if (name) name.textContent = this.kept.name;
    this.main.reword(this.label(this.kept.name));
    this.other?.reword(this.label(this.kept.other?.name ?? ""));
    document.title = `${this.kept.name} – Rapporteur`;
  }

  private label = (name: string) => say("editor.label", { name });

  private showExample(): void {
    this.putAside();
    this.handle = undefined;
    this.format = "text";
    const { name, text, beside } = example(language());
    for (const [file, cited] of Object.entries(beside)) this.client.putFile(file, cited);
    this.put(name, text);
  }

  private async save(again: boolean): Promise<void> {
    await this.doing(async () => {
      if (again && this.handle) {
        await writeInto(this.handle, this.plainBytes());
        this.client.saved(this.main.uri);
        return notice("said", say("saved", { name: this.kept.name }));
      }
      const wanted = await askSave(stem(this.kept.name), this.format);
      if (!wanted) return;
      const bytes = await this.bytesOf(wanted.format);
      const done = await saveAs(wanted.name, bytes, TYPES[wanted.format]);
      if (!done) return;
      // What is written in another way than it stands here is no file to go on writing into.
      this.handle = this.isPlain(wanted.format) ? done.handle : undefined;
      this.kept.name = done.name;
      this.title();
      this.keepNow();
      this.client.saved(this.main.uri);
      notice("said", say("saved", { name: done.name }));
    });
  }

  /** Whether a format's file is just the text: Markdown is, where that is what was opened. */
  private isPlain = (format: SaveFormat): format is "text" | "markdown" => format === "text" || (format === "markdown" && this.format === "markdown");

  private plainBytes = () => new TextEncoder().encode(this.main.text().replace(/\n/g, this.lineBreak));

  private async bytesOf(format: SaveFormat): Promise<Uint8Array> {
    if (this.isPlain(format)) return this.plainBytes();
    return this.client.call("write", this.main.text(), format as Exclude<SaveFormat, "text">, { interface: language() });
  }

  // What the browser keeps.

  private keepSoon(): void {
    this.unsaved ??= setTimeout(() => this.keepNow(), KEEPING);
  }

  private keepNow(): void {
    clearTimeout(this.unsaved);
    this.unsaved = undefined;
    this.kept.text = this.main.text();
    this.kept.time = Date.now();
    if (this.other && this.kept.other) this.kept.other.text = this.other.text();
    if (this.kept.text === "" && !this.kept.other) return forget(this.kept.id);
    const fits = keep(this.kept);
    if (!fits && !this.isFull) notice("full", say("kept.full"), [], true);
    this.isFull = !fits;
  }

  private showKept(): void {
    this.keepNow();
    const list = make("ul", { class: "kept" });
    const fill = () => {
      const texts = keptTexts().filter(({ id }) => id !== this.kept.id);
      list.replaceChildren(
        ...texts.map((text) => {
          const when = new Intl.DateTimeFormat(language(), { dateStyle: "medium", timeStyle: "short" }).format(text.time);
          const open = button(text.name, () => {
            box.close();
            this.goOnWith(text);
          }, "place");
          open.dir = "auto";
          const away = button(say("kept.forget"), () => {
            forget(text.id);
            fill();
          });
          away.setAttribute("aria-label", say("kept.forget.name", { name: text.name }));
          return make("li", { children: [open, make("span", { class: "soft", text: when }), away] });
        }),
      );
      if (texts.length === 0) list.replaceChildren(make("li", { class: "soft", text: say("kept.none") }));
    };
    fill();
    const box = dialog(say("kept"), "ask", [make("p", { text: say("kept.explained") }), list]);
  }

  private goOnWith(text: KeptText): void {
    this.putAside();
    this.handle = undefined;
    this.format = "text";
    this.kept = text;
    hold(text.id);
    if (text.settings) this.client.putFile(SETTINGS, text.settings);
    this.put(text.name, text.text);
    if (text.other) this.openOther(text.other.name, text.other.text);
  }

  // Buttons and keys.

  private chooseFrom(): void {
    const languages = byId<HTMLSelectElement>("language");
    languages.replaceChildren(
      ...LANGUAGES.map(([code, name]) => {
        const option = new Option(name, code, false, code === language());
        option.lang = code;
        return option;
      }),
    );
    const kinds = byId<HTMLSelectElement>("kind");
    kinds.replaceChildren(...PRESETS.map((preset) => new Option(say(PRESET_NAMES[preset]), preset, false, preset === this.preset)));
  }

  private listen(): void {
    const on = (id: string, act: () => void) => byId(id).addEventListener("click", act);
    on("open", () => void this.open());
    on("save", () => void this.save(false));
    on("example", () => this.showExample());
    on("kept", () => this.showKept());
    on("renumber", () => this.current().command("rapporteur.renumberAll"));
    on("footnote", () => {
      this.current().command("rapporteur.insertFootnote", true);
      this.current().view.focus();
    });
    on("unwrap", () => this.current().command("rapporteur.unwrap"));
    on("mends", () => this.current().offerMends());
    on("compare", () => void this.compare());
    on("version", () => void this.askOther());
    on("help", () => help());
    byId<HTMLSelectElement>("language").addEventListener("change", (event) => {
      const chosen = (event.target as HTMLSelectElement).value;
      if (isLanguage(chosen)) this.speak(chosen);
    });
    byId<HTMLSelectElement>("kind").addEventListener("change", (event) => {
      this.preset = (event.target as HTMLSelectElement).value;
      localStorage.setItem(stored.kind, this.preset);
      this.client.settingsChanged();
    });
    window.addEventListener("keydown", (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const act = { s: () => void this.save(!event.shiftKey), S: () => void this.save(false), o: () => void this.open() }[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    });
    // Closing the page, or leaving it on a telephone, may be the last that it hears of.
    window.addEventListener("pagehide", () => this.keepNow());
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && this.keepNow());
    window.addEventListener("dragover", (event) => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    });
    window.addEventListener("drop", (event) => {
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      void this.doing(async () => this.show(await chosen(file)));
    });
  }

  private speak(chosen: ReturnType<typeof language>): void {
    localStorage.setItem(stored.language, chosen);
    speakOnPage(chosen);
    sayAll();
    this.chooseFrom();
    this.title();
    byId("notices").replaceChildren();
    const buttons = byId("drafts").querySelectorAll<HTMLElement>(".draft + .draft .bar button");
    if (buttons[0]) buttons[0].textContent = say("version.all");
    if (buttons[1]) buttons[1].textContent = say("version.close");
    this.client.settingsChanged();
    this.showReading();
    this.side.reword();
  }
}

const TYPES: Record<SaveFormat, string> = {
  text: "text/plain",
  markdown: "text/markdown",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  akn: "application/xml",
};

const uriEnds = (name: string) => (uri: string) => uri.endsWith(`/${name}`);

function speakOnPage(chosen: ReturnType<typeof language>): void {
  speak(chosen);
  document.documentElement.lang = chosen;
  document.documentElement.dir = chosen === "ar" ? "rtl" : "ltr";
}

async function begin(): Promise<void> {
  const wanted = localStorage.getItem(stored.language) ?? "";
  speakOnPage(isLanguage(wanted) ? wanted : preferred(navigator.languages));
  sayAll();
  const [parts, kept] = await Promise.all([loadParts(), firstText()]);
  new Page(parts, kept).begin();
  document.body.classList.add("ready");
}

begin().catch((error: unknown) => {
  console.error(error);
  notice("failed", say("failed.start"), [], true);
});
