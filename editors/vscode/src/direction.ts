// The direction of what is said. VS Code's hovers and lists run from left to right, where an Arabic line's numbers and marks
// would change their places.
import { MarkdownString, type Diagnostic, type Hover } from "vscode";

/** Begins a run from right to left that nothing around it touches, and ends it (Unicode's RLI and PDI). */
const [FROM_RIGHT, END] = ["\u2067", "\u2069"];
const RIGHT_TO_LEFT = /[\u0590-\u08ff]/;
const LEFT_TO_RIGHT = /[A-Za-z\u00c0-\u024f\u0400-\u04ff\u2e80-\u9fff]/;
/** What has a direction of its own already (FSI and its like, to PDI), such as a symbol in a sentence. */
const APART = /[\u2066-\u2068][^\u2069]*\u2069/g;
/** What Markdown has before a line's words. */
const PREFIX = /^(?:> ?|[-*] )*/;

/** A paragraph of one line in its own direction, if that is from right to left: if its first letter is. */
export function paragraph(text: string): string {
  const around = text.replace(APART, "");
  const first = around.search(RIGHT_TO_LEFT);
  const other = around.search(LEFT_TO_RIGHT);
  if (first < 0 || (other >= 0 && other < first)) return text;
  const prefix = PREFIX.exec(text)?.[0] ?? "";
  return prefix + FROM_RIGHT + text.slice(prefix.length) + END;
}

/** The hover, its paragraphs and items each in its own direction. Each of these is one line. */
export function inItsDirection(hover: Hover): Hover {
  for (const content of hover.contents) {
    if (content instanceof MarkdownString) content.value = content.value.replace(/.+/g, paragraph);
  }
  return hover;
}

/** The finding, its sentences in their own direction. */
export function findingInItsDirection(finding: Diagnostic): Diagnostic {
  finding.message = finding.message.replace(/.+/g, paragraph);
  for (const note of finding.relatedInformation ?? []) note.message = note.message.replace(/.+/g, paragraph);
  return finding;
}
