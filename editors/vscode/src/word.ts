// A Word document, opened as the clean draft that the program reads in it: a new document that isn't saved yet.
import { execFile } from "node:child_process";
import { env, Uri, window, workspace, type TextDocument } from "vscode";
import { findServer } from "./server";
import * as settings from "./settings";
import { say } from "./texts";

/** The languages that the program speaks. */
const SPOKEN = ["ar", "en", "es", "fr", "ru", "zh"];

/** The longest draft that is taken, in bytes. */
const LONGEST = 64 << 20;

type Converted = { draft: string; remark: string } | { problem: string };

/** Opens a document as a draft: the one that was chosen in the explorer, else one that the user is asked for. */
export async function openAsDraft(extensionPath: string, chosen?: Uri): Promise<TextDocument | undefined> {
  const uri = chosen ?? (await window.showOpenDialog({ filters: { Word: ["docx", "docm", "dotx"] } }))?.[0];
  if (!uri) return undefined;
  if (uri.scheme !== "file") {
    void window.showErrorMessage(say("Only a document on this computer can be opened as a draft."));
    return undefined;
  }
  const found = findServer(settings.serverPath(), extensionPath);
  const converted = found.problem === undefined ? await convert(found.path, uri.fsPath) : { problem: found.problem };
  if ("problem" in converted) {
    void window.showErrorMessage(converted.problem);
    return undefined;
  }
  const document = await workspace.openTextDocument({ content: converted.draft, language: "resolution" });
  await window.showTextDocument(document, { preview: false });
  if (converted.remark) void window.showWarningMessage(converted.remark);
  return document;
}

/** What the program makes of a document. It is given as one argument, and no shell is between. */
function convert(program: string, path: string): Promise<Converted> {
  const named = settings.messages();
  const language = SPOKEN.find((code) => code === named) ?? SPOKEN.find((code) => env.language.startsWith(code)) ?? "en";
  const asked = ["--messages", language, "convert", "--", path];
  return new Promise((settle) => {
    execFile(program, asked, { encoding: "utf8", maxBuffer: LONGEST, windowsHide: true }, (error, draft, told) => {
      const remark = told.trim();
      settle(error ? { problem: remark || error.message } : { draft, remark });
    });
  });
}
