// Colours for what the server says words are: opening words, labels, what is cited, titles, footnote marks.
import { RangeSetBuilder, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import type { Client } from "./client";
import { offsetAt, rangeAt } from "./places";

/** How long nothing is to happen, in milliseconds, before colours are asked for. */
const PAUSE = 120;
/** In the order of the server's legend. */
const KINDS = ["opening", "label", "cited", "title", "date", "string", "marker"].map((kind) => Decoration.mark({ class: `cm-${kind}` }));

const coloured = StateEffect.define<DecorationSet>();
const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(colours, transaction) {
    for (const effect of transaction.effects) if (effect.is(coloured)) return effect.value;
    return colours.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

function decode(view: EditorView, data: number[]): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  let line = 0;
  let character = 0;
  for (let i = 0; i + 4 < data.length; i += 5) {
    const [down = 0, along = 0, length = 0, kind = 0] = data.slice(i, i + 4);
    character = down === 0 ? character + along : along;
    line += down;
    const from = offsetAt(view.state.doc, { line, character });
    const to = offsetAt(view.state.doc, { line, character: character + length });
    const mark = KINDS[kind];
    if (mark && to > from) builder.add(from, to, mark);
  }
  return builder.finish();
}

/** Colours what is seen of the document `uri`. */
export const colours = (client: Client, uri: string) => [
  field,
  ViewPlugin.fromClass(
    class {
      private timer: ReturnType<typeof setTimeout> | undefined;
      constructor(readonly view: EditorView) {
        this.later();
      }
      update(update: ViewUpdate) {
        if (update.docChanged || update.viewportChanged || update.transactions.some((one) => one.effects.some((effect) => effect.is(recolour)))) this.later();
      }
      destroy() {
        clearTimeout(this.timer);
      }
      private later() {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => void this.ask(), PAUSE);
      }
      private async ask() {
        const { doc } = this.view.state;
        const { from, to } = this.view.viewport;
        const tokens = await client.colours(uri, rangeAt(doc, from, to));
        // What has changed meanwhile is asked for again anyway.
        if (tokens && doc === this.view.state.doc) this.view.dispatch({ effects: coloured.of(decode(this.view, tokens.data)) });
      }
    },
  ),
];

/** Has the colours asked for again. */
export const recolour = StateEffect.define<null>();
