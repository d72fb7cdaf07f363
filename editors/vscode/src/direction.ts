// The direction of what is said. VS Code's hover runs from left to right, where an Arabic line's numbers and marks
// would change their places.
import { MarkdownString, type Hover } from "vscode";

/** Begins a run from right to left that nothing around it touches, and ends it (Unicode's RLI and PDI). */
const [FROM_RIGHT, END] = ["\u2067", "\u2069"];
const RIGHT_TO_LEFT = /[\u0590-\u08ff]/;
const LEFT_TO_RIGHT = /[A-Za-z\u00c0-\u024f\u0400-\u04ff\u2e80-\u9fff]/;
/** What Markdown has before a line's words. */
const PREFIX = /^(?:> ?|[-*] )*/;

/** The line in its own direction, if that is from right to left: if its first letter is. */
function line(text: string): string {
  const first = text.search(RIGHT_TO_LEFT);
  const other = text.search(LEFT_TO_RIGHT);
  if (first < 0 || (other >= 0 && other < first)) return text;
  const prefix = PREFIX.exec(text)?.[0] ?? "";
  return prefix + FROM_RIGHT + text.slice(prefix.length) + END;
}

/** The hover, its paragraphs and items each in its own direction. Each of these is one line. */
export function inItsDirection(hover: Hover): Hover {
  for (const content of hover.contents) {
    if (content instanceof MarkdownString) content.value = content.value.replace(/.+/g, line);
  }
  return hover;
}
