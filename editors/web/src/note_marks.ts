// Marks of notes as drafts have them: raised digits.
const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const MARK = new RegExp(`[${RAISED}]+`, "g");

/** The line above the notes. */
export const RULE = "__________________";
const IS_RULE = /^\s*_{3,}\s*$/m;

export const markOf = (number: number): string => [...String(number)].map((digit) => RAISED[Number(digit)]).join("");
const numberOf = (mark: string): number => Number([...mark].map((digit) => RAISED.indexOf(digit)).join(""));

/** The highest number that a mark in the text has; nought when there is none. Powers of ten are no marks, and small. */
export const highestMark = (text: string): number => Math.max(0, ...(text.match(MARK) ?? []).map(numberOf));

/** What is to be put in, and where, so that further notes stand at the end of a text. */
export function notesAt(text: string, notes: string[]): { from: number; insert: string } {
  const from = text.trimEnd().length;
  const joined = notes.join("\n");
  if (IS_RULE.test(text)) return { from, insert: `\n${joined}` };
  return { from, insert: `${from > 0 ? "\n\n" : ""}${RULE}\n\n${joined}` };
}
