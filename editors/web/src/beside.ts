// The passage that is beside the one at the cursor of the other language version.
import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";

export const markBeside = StateEffect.define<{ from: number; to: number }>();
const LINE = Decoration.line({ class: "cm-beside" });

export const beside = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects) {
      if (!effect.is(markBeside)) continue;
      const { doc } = transaction.state;
      const first = doc.lineAt(effect.value.from).number;
      const last = doc.lineAt(effect.value.to).number;
      return Decoration.set(Array.from({ length: last - first + 1 }, (_, at) => LINE.range(doc.line(first + at).from)));
    }
    // The cursor is here now.
    return transaction.selection ? Decoration.none : marks.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});
