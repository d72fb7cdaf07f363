// Pasting: what a word processor puts on the clipboard is read with its numbers and notes; all else is pasted as it is.
import type { DraftEditor } from "./editor";
import { notice } from "./elements";
import { say } from "./messages";
import { highestMark, notesAt } from "./note_marks";
import { readPasted, wholeText } from "./word_clipboard";

/** Pastes what the event carries into a draft; says whether it did. */
export function paste(draft: DraftEditor, event: ClipboardEvent): boolean {
  const html = event.clipboardData?.getData("text/html");
  if (!html) return false;
  const { state } = draft.view;
  const { from, to } = state.selection.main;
  const before = state.sliceDoc(0, from);
  const behind = state.sliceDoc(to);
  const pasted = readPasted(html, highestMark(before + behind) + 1);
  if (!pasted) return false;
  const { text, notes, labels } = pasted;
  const isAlone = (before + behind).trim() === "";
  if (isAlone) draft.dispatch({ changes: { from: 0, to: state.doc.length, insert: `${wholeText(pasted)}\n` }, selection: { anchor: text.length }, userEvent: "input.paste", scrollIntoView: true });
  else {
    // Within a paragraph words stay in it; several paragraphs are parted from those around them.
    const several = text.includes("\n\n") || labels > 0;
    const insert = several ? `${gap(before, /\n*$/)}${text}${gap(behind, /^\n*/)}` : text;
    const changes = [{ from, to, insert }];
    if (notes.length > 0) {
      const added = notesAt(behind, notes);
      changes.push({ from: to + added.from, to: to + added.from, insert: added.insert });
    }
    draft.dispatch({ changes, selection: { anchor: from + insert.length }, userEvent: "input.paste", scrollIntoView: true });
  }
  if (labels > 0 || notes.length > 0) notice("said", say("pasted", { labels, notes: notes.length }));
  return true;
}

/** The line breaks that are missing where two paragraphs meet. */
const gap = (text: string, breaks: RegExp) => (text === "" ? "" : "\n".repeat(Math.max(0, 2 - (breaks.exec(text)?.[0].length ?? 0))));
