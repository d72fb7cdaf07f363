// Each line runs as its own words do, and a line without words as the draft does.
import { type Extension, Facet, RangeSetBuilder } from "@codemirror/state";
import { Decoration, type DecorationSet, Direction, EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const STRONG = /[\p{L}]/u;

/** The direction that a text's first letter gives it, if it has one. */
export function directionOf(text: string): "ltr" | "rtl" | undefined {
  const first = STRONG.exec(text)?.[0];
  if (first === undefined) return undefined;
  return RIGHT_TO_LEFT.test(first) ? "rtl" : "ltr";
}

/** The direction of the draft as a whole. */
export const draftDirection = Facet.define<"ltr" | "rtl", "ltr" | "rtl">({ combine: (values) => values[0] ?? "ltr" });

const LINES = { ltr: Decoration.line({ attributes: { dir: "ltr" } }), rtl: Decoration.line({ attributes: { dir: "rtl" } }) };

function lines(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  const draft = view.state.facet(draftDirection);
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = view.state.doc.lineAt(at);
      builder.add(line.from, line.from, LINES[directionOf(line.text) ?? draft]);
      at = line.to + 1;
    }
  }
  return builder.finish();
}

const lineDirections = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = lines(view);
    }
    update(update: ViewUpdate) {
      const draftTurned = update.startState.facet(draftDirection) !== update.state.facet(draftDirection);
      if (update.docChanged || update.viewportChanged || draftTurned) this.decorations = lines(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

export const directions: Extension = [EditorView.perLineTextDirection.of(true), lineDirections];

export const isFromRight = (view: EditorView): boolean => view.textDirection === Direction.RTL;
