// A Word document, opened as the clean draft that is read in it: a new document that isn't saved yet.
import { env, window, workspace, type TextDocument, type Uri } from "vscode";
import * as settings from "./settings";

/** The languages that are spoken about a document. */
const SPOKEN = ["ar", "en", "es", "fr", "ru", "zh"];

/** What was read in a document, and what there is to say about it; or a sentence that says why nothing was. */
export type Converted = { draft: string; remark: string } | { problem: string };

/** Opens a document as a draft: the one that was chosen in the explorer, else one that the user is asked for. */
export async function openAsDraft(chosen: Uri | undefined, convert: (document: Uri, language: string) => Promise<Converted>): Promise<TextDocument | undefined> {
  const uri = chosen ?? (await window.showOpenDialog({ filters: { Word: ["docx", "docm", "dotx"] } }))?.[0];
  if (!uri) return undefined;
  const named = settings.messages();
  const language = SPOKEN.find((code) => code === named) ?? SPOKEN.find((code) => env.language.startsWith(code)) ?? "en";
  const converted = await convert(uri, language);
  if ("problem" in converted) {
    void window.showErrorMessage(converted.problem);
    return undefined;
  }
  const document = await workspace.openTextDocument({ content: converted.draft, language: "resolution" });
  await window.showTextDocument(document, { preview: false });
  if (converted.remark) void window.showWarningMessage(converted.remark);
  return document;
}
