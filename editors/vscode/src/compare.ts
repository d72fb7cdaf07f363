// A draft beside an earlier text, in VS Code's own diff.
import { commands, window, type Uri } from "vscode";
import type { FileNames } from "./host";
import { say } from "./texts";

/** What the server answers: the pages of both, paragraph beside paragraph, and what changed in a line. */
interface Pages {
  old: string;
  new: string;
  title: string;
}

/** Asks which text the draft is to be compared with, and shows both side by side. `ask` is given the other text, or nothing where
 * the one is meant that the draft was made of. */
export async function compareWith(names: FileNames, ask: (other?: Uri) => unknown): Promise<void> {
  const found = say("The text that this draft was made of");
  const chosen = await window.showQuickPick([found, say("Choose a text…")]);
  if (chosen === undefined) return;
  let other: Uri | undefined;
  if (chosen !== found) {
    const file = await window.showOpenDialog({ openLabel: say("Compare with this text") });
    if (!file?.[0]) return;
    other = file[0];
  }
  const pages = (await ask(other)) as Pages | undefined;
  if (pages) await commands.executeCommand("vscode.diff", names.fromServer(pages.old), names.fromServer(pages.new), pages.title);
}
