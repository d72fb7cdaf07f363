// The lists beside the text: findings with their mends, and the outline.
import type { CodeAction, DocumentSymbol } from "vscode-languageserver-types";
import type { Client } from "./client";
import type { DraftEditor } from "./editor";
import { button, byId, make, notice, tell } from "./elements";
import { findingsOf, type Placed } from "./findings";
import { changesSettings, describe, mendButton } from "./hover";
import { say } from "./messages";
import { rangeAt } from "./places";

/** How many findings are listed; all are underlined in the text. */
const MOST = 300;
/** The length of a draft, in characters, from which on mends are looked for when they are asked for only: each is tried on the whole draft
 * before it is offered. */
const LARGE = 20_000;
/** How long nothing is to happen, in milliseconds, before the list follows, before all that takes the worker's time, and before the
 * count is told. */
const [PAUSE, IDLE, QUIET] = [100, 500, 1000];

/** What makes a finding the same one in the next list. */
const keyOf = (draft: DraftEditor, { finding }: Placed) => `${draft.name} ${String(finding.code)} ${finding.message}`;

export class Side {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private quiet: ReturnType<typeof setTimeout> | undefined;
  private told = "";
  private changes = 0;
  private entries = new Map<string, HTMLLIElement>();
  /** What is listed, in the order of the list. */
  private listed: { draft: DraftEditor; placed: Placed; entry: HTMLLIElement }[] = [];
  /** Entries whose mends are known. */
  private readonly asked = new WeakSet<HTMLLIElement>();

  constructor(
    private readonly client: Client,
    private readonly drafts: () => DraftEditor[],
    private readonly mend: (action: CodeAction) => void,
  ) {}

  /** Says everything in the page's language, as it is now. */
  reword(): void {
    byId("outline").removeAttribute("data-of");
    this.later();
  }

  /** Something has changed: the lists follow when there is time. What takes the worker's time waits for longer, so that no key waits. */
  later(): void {
    const change = ++this.changes;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.showFindings();
      this.timer = setTimeout(() => void this.showOutline().then(() => this.showMends(change)), IDLE - PAUSE);
    }, PAUSE);
  }

  private showFindings(): void {
    const list = byId("findings");
    const before = this.entries;
    this.entries = new Map();
    const all = this.drafts().flatMap((draft) => findingsOf(draft.view.state).map((placed) => ({ draft, placed })));
    const shown = all.slice(0, MOST);
    this.listed = [];
    shown.forEach(({ draft, placed }, at) => {
      let key = keyOf(draft, placed);
      while (this.entries.has(key)) key += "+";
      const entry = before.get(key) ?? this.entry(draft, placed);
      this.entries.set(key, entry);
      this.listed.push({ draft, placed, entry });
      const place = entry.querySelector<HTMLButtonElement>(".place");
      if (place) {
        place.onclick = () => draft.goTo(placed.from, placed.to);
        const line = say("findings.line", { number: draft.view.state.doc.lineAt(placed.from).number });
        const words = this.drafts().length > 1 ? `${draft.view.contentDOM.getAttribute("aria-label") ?? ""} · ${line}` : line;
        if (place.textContent !== words) place.textContent = words;
      }
      // What has the keys isn't moved.
      if (list.children[at] !== entry) list.insertBefore(entry, list.children[at] ?? null);
    });
    while (list.children.length > shown.length) list.lastElementChild?.remove();
    const count = say("findings.count", { count: all.length });
    byId("findings-count").textContent = all.length > MOST ? `${count} ${say("findings.first", { number: MOST })}` : count;
    list.hidden = all.length === 0;
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => {
      if (count !== this.told) tell(count);
      this.told = count;
    }, QUIET);
  }

  private entry(draft: DraftEditor, placed: Placed): HTMLLIElement {
    const entry = make("li");
    const place = button("", () => draft.goTo(placed.from, placed.to), "place");
    const described = describe(placed);
    described.prepend(place);
    entry.append(described, make("div", { class: "mends" }));
    return entry;
  }

  /** Asks for the mends of findings that are new in the list, one after the other, until something changes. */
  private async showMends(change: number): Promise<void> {
    for (const { draft, placed, entry } of this.listed) {
      if (this.asked.has(entry)) continue;
      const mends = entry.querySelector(".mends");
      if (draft.view.state.doc.length > LARGE) {
        this.asked.add(entry);
        mends?.replaceChildren(button(say("mends"), () => this.offer(entry), "mend"));
        continue;
      }
      const actions = await this.mendsOf(draft, placed);
      if (change !== this.changes) return;
      this.asked.add(entry);
      mends?.replaceChildren(...actions.map((action) => mendButton(action, () => void this.mendLike(entry, action))));
    }
  }

  /** Goes to a finding, and offers what can be done there. */
  private offer(entry: HTMLLIElement): void {
    const now = this.listed.find((one) => one.entry === entry);
    now?.draft.goTo(now.placed.from, now.placed.to);
    now?.draft.offerMends();
  }

  private async mendsOf(draft: DraftEditor, { finding, from, to }: Placed): Promise<CodeAction[]> {
    const actions = await this.client.actions(draft.uri, rangeAt(draft.view.state.doc, from, to), [finding], ["quickfix"]);
    return (actions ?? []).filter((action) => action.edit && !changesSettings(action));
  }

  /** Makes the mend that a button names, in the text as it is now. */
  private async mendLike(entry: HTMLLIElement, { title }: CodeAction): Promise<void> {
    const now = this.listed.find((one) => one.entry === entry);
    const actions = now ? await this.mendsOf(now.draft, now.placed) : [];
    const same = actions.find((action) => action.title === title);
    if (same) this.mend(same);
    else notice("said", say("mend.late"));
  }

  private async showOutline(): Promise<void> {
    const draft = this.drafts()[0];
    if (!draft) return;
    const { state } = draft.view;
    const symbols = (await this.client.symbols(draft.uri)) ?? [];
    if (state.doc !== draft.view.state.doc) return;
    const nav = byId("outline");
    const key = JSON.stringify(symbols);
    if (nav.dataset.of === key) return;
    nav.dataset.of = key;
    if (symbols.length === 0) nav.replaceChildren(make("p", { class: "soft", text: say("outline.empty") }));
    else nav.replaceChildren(this.branch(draft, symbols));
  }

  private branch(draft: DraftEditor, symbols: DocumentSymbol[]): HTMLUListElement {
    return make("ul", {
      children: symbols.map((symbol) => {
        const entry = make("li");
        const place = button(symbol.name, () => draft.goToPosition(symbol.selectionRange.start), "place");
        place.dir = "auto";
        entry.append(place);
        if (symbol.children?.length) entry.append(this.branch(draft, symbol.children));
        return entry;
      }),
    });
  }
}
