// Word documents are read by the program.
import { execFile } from "node:child_process";
import type { Uri } from "vscode";
import * as settings from "../settings";
import { say } from "../texts";
import type { Converted } from "../word";
import { findServer } from "./program";

/** The longest draft that is taken, in bytes. */
const LONGEST = 64 << 20;

/** What the program makes of a document. It is given as one argument, and no shell is between. */
export async function convert(document: Uri, language: string, extensionPath: string): Promise<Converted> {
  if (document.scheme !== "file") return { problem: say("Only a document on this computer can be opened as a draft.") };
  const found = findServer(settings.serverPath(), extensionPath);
  if (found.problem !== undefined) return { problem: found.problem };
  const asked = ["--messages", language, "convert", "--", document.fsPath];
  return new Promise((settle) => {
    execFile(found.path, asked, { encoding: "utf8", maxBuffer: LONGEST, windowsHide: true }, (error, draft, told) => {
      const remark = told.trim();
      settle(error ? { problem: remark || error.message } : { draft, remark });
    });
  });
}
