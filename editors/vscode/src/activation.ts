// Rapporteur in VS Code, on a computer and in a browser: commands, settings and the status item around the language server.
import { commands, Position, Uri, window, workspace, type ExtensionContext, type Location } from "vscode";
import { newDraft, Offer, readAsDraft, saveDraft } from "./drafts";
import type { Host } from "./host";
import { Session } from "./session";
import { drafts, FOR_SERVER } from "./settings";
import { Status } from "./status";
import { loadTexts, say } from "./texts";
import { Versions } from "./versions";
import { openAsDraft } from "./word";

/** The settings that only a new start can follow, and those that the server follows as it runs. */
const NEEDS_RESTART = ["rapporteur.server.path", "rapporteur.plainText", "rapporteur.markdown"];
const TOLD = FOR_SERVER.map((name) => `rapporteur.${name}`);

/** Begins, and gives the session, which is to be ended in the end. */
export async function begin(context: ExtensionContext, host: Host): Promise<Session> {
  await loadTexts(context.extensionUri);
  const log = window.createOutputChannel("Rapporteur");
  const selector = () => drafts(host.schemes());
  const status = new Status(selector);
  const current = new Session(host, log, status);
  const versions = new Versions(host.names, (method, params) => current.ask(method, params));

  context.subscriptions.push(
    log,
    status,
    versions,
    new Offer(context, selector),
    commands.registerCommand("rapporteur.newDraft", () => newDraft(context)),
    commands.registerCommand("rapporteur.saveDraft", () => saveDraft(host.home)),
    commands.registerCommand("rapporteur.readAsDraft", () => readAsDraft()),
    commands.registerCommand("rapporteur.restart", () => current.restart({ always: true })),
    commands.registerCommand("rapporteur.showLog", () => log.show()),
    commands.registerCommand("rapporteur.showVersion", () =>
      window.showInformationMessage(current.version ? say("The server is {0}.", current.version) : say("Rapporteur's server isn't running. It starts when you open a draft.")),
    ),
    // What a click on the line over a title does: the server knows the place, the editor asks for the references there.
    commands.registerCommand("rapporteur.showReferences", async (document: string, place: { line: number; character: number }) => {
      const [uri, position] = [host.names.fromServer(document), new Position(place.line, place.character)];
      const found = await commands.executeCommand<Location[]>("vscode.executeReferenceProvider", uri, position);
      // The line counts the places in other texts.
      const elsewhere = (found ?? []).filter((place) => place.uri.toString() !== uri.toString());
      await commands.executeCommand("editor.action.showReferences", uri, position, elsewhere);
    }),
    // What a quick fix has written into `rapporteur.toml` is on disk when it is done.
    commands.registerCommand("rapporteur.save", async (document: string) => {
      const written = await workspace.openTextDocument(host.names.fromServer(document));
      await written.save();
    }),
    commands.registerCommand("rapporteur.openAsDraft", (chosen?: Uri) => openAsDraft(chosen, (document, language) => host.convert(document, language))),
    commands.registerCommand("rapporteur.goToCounterpart", () => versions.goTo()),
    commands.registerCommand("rapporteur.openVersionBeside", () => versions.openBeside()),
    commands.registerCommand("rapporteur.scrollVersionsTogether", () => versions.toggleScrolling()),
    workspace.onDidOpenTextDocument(() => current.ensure()),
    workspace.onDidChangeConfiguration((change) => {
      const affects = (setting: string) => change.affectsConfiguration(setting);
      if (affects("rapporteur.messages")) void loadTexts(context.extensionUri).then(() => status.show());
      if (NEEDS_RESTART.some(affects)) void current.restart();
      else if (TOLD.some(affects)) void current.tellSettings();
    }),
  );
  void current.ensure();
  return current;
}
