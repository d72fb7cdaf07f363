// Findings in the text: underlined where they stand, and moved along with the text until the next list comes.
import { type Diagnostic as Mark, linter, nextDiagnostic, previousDiagnostic, setDiagnostics } from "@codemirror/lint";
import { type EditorState, type Extension, StateEffect, StateField } from "@codemirror/state";
import { type EditorView, keymap } from "@codemirror/view";
import type { Diagnostic } from "vscode-languageserver-types";
import { offsetAt } from "./places";

export type Gravity = "error" | "warning" | "info" | "hint";
const GRAVITIES: Gravity[] = ["error", "warning", "info", "hint"];
export const gravityOf = (finding: Diagnostic): Gravity => GRAVITIES[(finding.severity ?? 1) - 1] ?? "error";

/** A finding with its place in the text as it stands now. */
export interface Placed {
  finding: Diagnostic;
  from: number;
  to: number;
}

const placed = StateEffect.define<Placed[]>();
const field = StateField.define<Placed[]>({
  create: () => [],
  update(findings, transaction) {
    for (const effect of transaction.effects) if (effect.is(placed)) return effect.value;
    if (!transaction.docChanged || findings.length === 0) return findings;
    return findings.map(({ finding, from, to }) => {
      const start = transaction.changes.mapPos(from, 1);
      return { finding, from: start, to: Math.max(start, transaction.changes.mapPos(to, -1)) };
    });
  },
});

export const findingsOf = (state: EditorState): readonly Placed[] => state.field(field);
export const findingsAt = (state: EditorState, from: number, to = from): Placed[] => findingsOf(state).filter((one) => one.from <= to && one.to >= from);

/** Shows a list of findings of the text as it stands. */
export function showFindings(view: EditorView, findings: Diagnostic[]): void {
  const { state } = view;
  const all = findings.map((finding) => ({ finding, from: offsetAt(state.doc, finding.range.start), to: offsetAt(state.doc, finding.range.end) }));
  const marks: Mark[] = all.map(({ finding, from, to }) => ({ from, to, severity: gravityOf(finding), message: finding.message }));
  view.dispatch(setDiagnostics(state, marks), { effects: placed.of(all) });
}

/** `tell` hears of the finding that a key has led to. */
export function findings(tell: (finding: Diagnostic) => void): Extension {
  const go = (move: (view: EditorView) => boolean) => (view: EditorView) => {
    if (!move(view)) return false;
    const { from, to } = view.state.selection.main;
    const there = findingsOf(view.state).find((one) => one.from === from && one.to === to);
    if (there) tell(there.finding);
    return true;
  };
  return [
    field,
    // The list and the box at the mouse are the page's own.
    linter(null, { tooltipFilter: () => [] }),
    keymap.of([
      { key: "F8", run: go(nextDiagnostic) },
      { key: "Shift-F8", run: go(previousDiagnostic) },
    ]),
  ];
}
