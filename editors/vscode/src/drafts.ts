// A new draft: begun from a skeleton, recognised where it is typed or pasted as plain text, saved under its title.
import {
  commands, env, languages, SnippetString, StatusBarAlignment, Uri, window, workspace,
  type Disposable, type DocumentSelector, type DocumentSymbol, type ExtensionContext, type TextDocument, type TextEditor,
} from "vscode";
import * as settings from "./settings";
import { say } from "./texts";

/** A draft with places to fill in, as VS Code keeps snippets. */
interface Skeleton {
  body: string[];
  description: string;
}

/** The names under which the skeletons are kept, by their languages. */
const NAMES: Record<string, string> = { ar: "العربية", en: "English", es: "español", fr: "français", ru: "русский", zh: "中文" };

/** Begins a draft in a language that the user chooses, their own first. */
export async function newDraft(context: ExtensionContext): Promise<void> {
  const skeletons = JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(context.extensionUri, "snippets", "resolution.json")))) as Record<string, Skeleton>;
  const named = settings.messages();
  const own = NAMES[NAMES[named] ? named : env.language.slice(0, 2)];
  const choices = Object.entries(skeletons).map(([label, { body, description }]) => ({ label, description, body }));
  choices.sort((a, b) => Number(b.label === own) - Number(a.label === own));
  const chosen = await window.showQuickPick(choices, { placeHolder: say("In which language will the draft be?") });
  if (!chosen) return;
  const document = await workspace.openTextDocument({ language: "resolution", content: "" });
  const editor = await window.showTextDocument(document, { preview: false });
  await editor.insertSnippet(new SnippetString(chosen.body.join("\n")));
}

/** The longest name that is suggested, in characters. */
const LONGEST = 60;

/** What a draft's file may be called: its title, without what no system has in a name. */
async function suggestedName(document: TextDocument): Promise<string> {
  const outline = await commands.executeCommand<DocumentSymbol[]>("vscode.executeDocumentSymbolProvider", document.uri);
  const first = document.getText().split(/\r?\n/).find((line) => line.trim());
  const title = (outline?.[0]?.name ?? first ?? say("Draft")).replace(/[\\/:*?"<>|\u0000-\u001f\u200e\u200f\u2066-\u2069]+/g, " ").replace(/\s+/g, " ").trim();
  const short = [...title].slice(0, LONGEST).join("").trim();
  return short.replace(/\.+$/, "") || say("Draft");
}

/** Somebody is being asked under which name to save. */
let asking = false;

/** Saves the draft in front: a new one under its title, unless the user names it otherwise, in the folder that is open or else at `home`. */
export async function saveDraft(home: Uri | undefined): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor || asking) return;
  asking = true;
  try {
    await save(editor, home);
  } finally {
    asking = false;
  }
}

async function save(editor: TextEditor, home: Uri | undefined): Promise<void> {
  const { document } = editor;
  const folder = workspace.workspaceFolders?.[0]?.uri ?? home;
  // Without a folder VS Code knows best where a browser can save.
  if (!document.isUntitled || !folder) {
    await document.save();
    return;
  }
  const suggested = Uri.joinPath(folder, `${await suggestedName(document)}.resolution`);
  const chosen = await window.showSaveDialog({ defaultUri: suggested, title: say("Save the draft") });
  if (!chosen) return;
  const { selection } = editor;
  await workspace.fs.writeFile(chosen, new TextEncoder().encode(document.getText()));
  await window.showTextDocument(document);
  await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  await window.showTextDocument(await workspace.openTextDocument(chosen), { preview: false, selection });
}

/** How many lines are looked at for one that only a resolution has. */
const LOOKED_AT = 60;

/** Offers in the status bar to have a text read that reads as a draft and isn't one for VS Code. */
export class Offer implements Disposable {
  private readonly item = window.createStatusBarItem("rapporteur.offer", StatusBarAlignment.Right, 101);
  private readonly listeners: Disposable[];
  /** The line that opens a resolution, as the language has it. */
  private readonly telling: RegExp;

  constructor(context: ExtensionContext, private readonly drafts: () => DocumentSelector) {
    const [language] = context.extension.packageJSON.contributes.languages as { firstLine: string }[];
    this.telling = new RegExp(language?.firstLine ?? "$^", "u");
    this.item.name = "Rapporteur";
    this.item.command = "rapporteur.readAsDraft";
    this.listeners = [
      window.onDidChangeActiveTextEditor(() => this.look()),
      workspace.onDidOpenTextDocument(() => this.look()),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document === window.activeTextEditor?.document) this.look();
      }),
    ];
    this.look();
  }

  private look(): void {
    const document = window.activeTextEditor?.document;
    if (!document || !["plaintext", "markdown"].includes(document.languageId) || languages.match(this.drafts(), document) || !this.reads(document)) return this.item.hide();
    this.item.text = `$(law) ${say("Read as a draft?")}`;
    this.item.tooltip = say("This text reads as a resolution. Click to have Rapporteur read it.");
    this.item.show();
  }

  private reads(document: TextDocument): boolean {
    for (let line = 0; line < Math.min(document.lineCount, LOOKED_AT); line++) if (this.telling.test(document.lineAt(line).text)) return true;
    return false;
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
    this.item.dispose();
  }
}

/** Has the text in front read as a draft. */
export async function readAsDraft(): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document) await languages.setTextDocumentLanguage(document, "resolution");
}
