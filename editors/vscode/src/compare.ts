// A draft beside an earlier text, in VS Code's own diff.
import { commands, Uri, window } from "vscode";
import { say } from "./texts";

/** What the server answers: the pages of both, paragraph beside paragraph, and what changed in a line. */
interface Pages {
  old: string;
  new: string;
  title: string;
}

/** Asks which text the draft is to be compared with, and shows both side by side. `ask` is given the other text's URI, or nothing
 * where the one is meant that the draft was made of. */
export async function compareWith(ask: (other: string[]) => unknown): Promise<void> {
  const found = say("The text that this draft was made of");
  const chosen = await window.showQuickPick([found, say("Choose a text…")]);
  if (chosen === undefined) return;
  let other: string[] = [];
  if (chosen !== found) {
    const file = await window.showOpenDialog({ openLabel: say("Compare with this text") });
    if (!file?.[0]) return;
    other = [file[0].toString()];
  }
  const pages = (await ask(other)) as Pages | undefined;
  if (pages) await commands.executeCommand("vscode.diff", Uri.parse(pages.old), Uri.parse(pages.new), pages.title);
}
