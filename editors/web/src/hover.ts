// What is told of a place: the findings there with their mends, and what the server knows of the words.
import { EditorState, StateEffect, StateField } from "@codemirror/state";
import { EditorView, hoverTooltip, keymap, showTooltip, type Tooltip } from "@codemirror/view";
import type { CodeAction } from "vscode-languageserver-types";
import type { Client } from "./client";
import { findingsAt, gravityOf, type Placed } from "./findings";
import { markdown, outward } from "./markdown";
import { say } from "./messages";
import { offsetAt, positionAt, rangeAt } from "./places";

export type Mend = (action: CodeAction) => void;

/** One finding as it is shown in a box and in the list: what is wrong, and the rule that says so. */
export function describe({ finding }: Placed): HTMLElement {
  const box = document.createElement("div");
  box.className = `finding ${gravityOf(finding)}`;
  const message = box.appendChild(document.createElement("p"));
  message.className = "message";
  message.dir = "auto";
  message.textContent = finding.message;
  if (finding.code !== undefined) {
    const href = finding.codeDescription?.href ?? "";
    const rule = box.appendChild(/^https:/.test(href) ? outward(href) : document.createElement("span"));
    rule.className = "rule";
    rule.dir = "ltr";
    rule.textContent = String(finding.code);
  }
  return box;
}

export function mendButton(action: CodeAction, mend: Mend): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "mend";
  button.dir = "auto";
  button.textContent = action.title;
  button.onclick = () => mend(action);
  return button;
}

async function boxAt(client: Client, uri: string, state: EditorState, pos: number, mend: Mend): Promise<{ dom: HTMLElement; from: number; to: number } | undefined> {
  const there = findingsAt(state, pos);
  const span = there[0] ?? { from: pos, to: pos };
  const [hover, actions] = await Promise.all([
    client.hover(uri, positionAt(state.doc, pos)),
    there.length > 0 ? client.actions(uri, rangeAt(state.doc, span.from, span.to), there.map((one) => one.finding), ["quickfix"]) : undefined,
  ]);
  if (!hover && there.length === 0) return undefined;
  const dom = document.createElement("div");
  dom.className = "told";
  for (const one of there) dom.append(describe(one));
  for (const action of actions ?? []) if (action.edit && !changesSettings(action)) dom.append(mendButton(action, mend));
  if (hover) {
    const { contents } = hover;
    const text = typeof contents === "string" ? contents : Array.isArray(contents) ? contents.map((one) => (typeof one === "string" ? one : one.value)).join("\n\n") : contents.value;
    const words = dom.appendChild(document.createElement("div"));
    words.className = "words";
    words.append(markdown(text));
  }
  const range = hover?.range;
  return {
    dom,
    from: range ? Math.min(offsetAt(state.doc, range.start), span.from) : span.from,
    to: range ? Math.max(offsetAt(state.doc, range.end), span.to) : span.to,
  };
}

/** Whether a mend changes what is checked, and not the text. */
export const changesSettings = (action: CodeAction): boolean =>
  (action.edit?.documentChanges ?? []).some((change) => "textDocument" in change && change.textDocument.uri.endsWith(".toml"));

const shown = StateEffect.define<Tooltip | null>();
const field = StateField.define<Tooltip | null>({
  create: () => null,
  update(tooltip, transaction) {
    for (const effect of transaction.effects) if (effect.is(shown)) return effect.value;
    return transaction.docChanged || transaction.selection ? null : tooltip;
  },
  provide: (field) => showTooltip.from(field),
});

/** Boxes at the mouse, and at the cursor by a key; `tell` reads the latter out. */
export function hovers(client: Client, uri: string, mend: Mend, tell: (words: string) => void) {
  const atMouse = hoverTooltip(async (view, pos): Promise<Tooltip | null> => {
    const { state } = view;
    const box = await boxAt(client, uri, state, pos, mend);
    if (!box || state.doc !== view.state.doc) return null;
    return { pos: box.from, end: box.to, above: true, create: () => ({ dom: box.dom }) };
  });
  const atCursor = (view: EditorView): boolean => {
    const { state } = view;
    void boxAt(client, uri, state, state.selection.main.head, mend).then((box) => {
      if (state.doc !== view.state.doc) return;
      tell(box ? (box.dom.textContent ?? "") : say("hover.nothing"));
      view.dispatch({ effects: shown.of(box ? { pos: box.from, above: true, create: () => ({ dom: box.dom }) } : null) });
    });
    return true;
  };
  const close = (view: EditorView): boolean => {
    if (!view.state.field(field)) return false;
    view.dispatch({ effects: shown.of(null) });
    return true;
  };
  return [field, atMouse, keymap.of([{ key: "Mod-i", run: atCursor }, { key: "Escape", run: close }])];
}
