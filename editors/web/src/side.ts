// The lists beside the text: findings with their mends, and the outline.
import type { CodeAction, DocumentSymbol } from "vscode-languageserver-types";
import type { Client } from "./client";
import type { DraftEditor } from "./editor";
import { button, byId, make, tell } from "./elements";
import { findingsOf, type Placed } from "./findings";
import { changesSettings, describe, mendButton } from "./hover";
import { say } from "./messages";
import { offsetAt } from "./places";

/** How many findings are listed; all are underlined in the text. */
const MOST = 300;
/** How long nothing is to happen, in milliseconds, before what is beside the text is made anew, and before it is told. */
const [PAUSE, QUIET] = [150, 1000];

/** What makes a finding the same one in the next list. */
const keyOf = (draft: DraftEditor, { finding }: Placed) => `${draft.name} ${String(finding.code)} ${finding.message}`;

export class Side {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private quiet: ReturnType<typeof setTimeout> | undefined;
  private told = "";
  private entries = new Map<string, HTMLLIElement>();

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

  /** Something has changed: the lists follow when there is time. */
  later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.showFindings();
      void this.showMends();
      void this.showOutline();
    }, PAUSE);
  }

  private showFindings(): void {
    const list = byId("findings");
    const before = this.entries;
    this.entries = new Map();
    const all = this.drafts().flatMap((draft) => findingsOf(draft.view.state).map((placed) => ({ draft, placed })));
    const shown = all.slice(0, MOST);
    shown.forEach(({ draft, placed }, at) => {
      let key = keyOf(draft, placed);
      while (this.entries.has(key)) key += "+";
      const entry = before.get(key) ?? this.entry(draft, placed);
      this.entries.set(key, entry);
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

  /** Asks for all mends at once, and puts each to its finding. */
  private async showMends(): Promise<void> {
    for (const draft of this.drafts()) {
      const { state } = draft.view;
      const findings = findingsOf(state).slice(0, MOST).map(({ finding }) => finding);
      if (findings.length === 0) continue;
      const end = { line: state.doc.lines, character: 0 };
      const actions = (await this.client.actions(draft.uri, { start: { line: 0, character: 0 }, end }, findings, ["quickfix"])) ?? [];
      if (state.doc !== draft.view.state.doc) continue;
      const mends = new Map<string, CodeAction[]>();
      for (const action of actions) {
        const finding = action.diagnostics?.[0];
        if (!finding || !action.edit || changesSettings(action)) continue;
        const { start } = finding.range;
        const key = `${String(finding.code)} ${finding.message} ${offsetAt(state.doc, start)}`;
        mends.set(key, [...(mends.get(key) ?? []), action]);
      }
      const seen = new Map<string, number>();
      for (const placed of findingsOf(state).slice(0, MOST)) {
        const name = keyOf(draft, placed);
        const nth = seen.get(name) ?? 0;
        seen.set(name, nth + 1);
        const box = this.entries.get(name + "+".repeat(nth))?.querySelector(".mends");
        const offered = mends.get(`${String(placed.finding.code)} ${placed.finding.message} ${placed.from}`) ?? [];
        const titles = offered.map(({ title }) => title).join("\n");
        if (!box) continue;
        // The edits are of the text as it is now, the buttons may stay.
        const current = [...box.querySelectorAll("button")].map(({ textContent }) => textContent).join("\n");
        if (titles === current) [...box.querySelectorAll("button")].forEach((one, at) => (one.onclick = () => offered[at] && this.mend(offered[at])));
        else box.replaceChildren(...offered.map((action) => mendButton(action, this.mend)));
      }
    }
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
