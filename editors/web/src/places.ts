// Places: the protocol counts lines and characters in them, the editor characters from the beginning.
import type { ChangeSet, Text } from "@codemirror/state";
import type { Position, Range, TextEdit } from "vscode-languageserver-types";
import type { Change } from "./client";

export function positionAt(text: Text, offset: number): Position {
  const line = text.lineAt(offset);
  return { line: line.number - 1, character: offset - line.from };
}

/** Where that is; what lies outside of the text is its nearest place. */
export function offsetAt(text: Text, { line, character }: Position): number {
  if (line >= text.lines) return text.length;
  const there = text.line(line + 1);
  return Math.min(there.from + character, there.to);
}

export const rangeAt = (text: Text, from: number, to: number): Range => ({ start: positionAt(text, from), end: positionAt(text, to) });

/** What the editor has changed, the last place first, so that each stands where it stood before all of them. */
export function changesIn(before: Text, changes: ChangeSet): Change[] {
  const all: Change[] = [];
  changes.iterChanges((from, to, _a, _b, inserted) => all.push({ range: rangeAt(before, from, to), text: inserted.toString() }));
  return all.reverse();
}

/** The protocol's edits as the editor's changes. */
export const editsIn = (text: Text, edits: readonly TextEdit[]) =>
  edits.map((edit) => ({ from: offsetAt(text, edit.range.start), to: offsetAt(text, edit.range.end), insert: edit.newText }));
