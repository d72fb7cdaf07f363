// What the extension itself says, in the language that the user is spoken to in: English stands in the source, and is the
// key to the other languages' texts, which lie in l10n.
import { l10n, Uri, workspace } from "vscode";
import * as settings from "./settings";

/** The languages of `rapporteur.messages` that have texts beside the source's own, by VS Code's names. */
const NAMES: Record<string, string> = { ar: "ar", es: "es", fr: "fr", ru: "ru", zh: "zh-cn" };

type Parts = (string | number)[];

/** Those of a language that VS Code itself isn't in, read once. */
const read = new Map<string, Record<string, string>>();

/** Reads the texts of the language that `rapporteur.messages` names. Until then English is spoken. */
export async function loadTexts(extension: Uri): Promise<void> {
  const name = NAMES[settings.messages()];
  if (!name || read.has(name)) return;
  const bytes = await workspace.fs.readFile(Uri.joinPath(extension, "l10n", `bundle.l10n.${name}.json`));
  read.set(name, JSON.parse(new TextDecoder().decode(bytes)) as Record<string, string>);
}

/** A text in the language that `rapporteur.messages` names, else in VS Code's own; `{0}` is the first of its parts. */
export function say(english: string, ...parts: Parts): string {
  const code = settings.messages();
  if (code !== "en" && !NAMES[code]) return l10n.t(english, ...parts);
  const name = NAMES[code];
  const text = (name && read.get(name)?.[english]) ?? english;
  return text.replace(/\{(\d+)\}/g, (place, nth) => String(parts[Number(nth)] ?? place));
}

/** A text in VS Code's own language: what VS Code shows by the same name. */
export const inVsCode = (english: string): string => l10n.t(english);
