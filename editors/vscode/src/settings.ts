// What the user has set, read afresh each time that it is needed.
import { commands, env, workspace, type DocumentSelector } from "vscode";

const section = () => workspace.getConfiguration("rapporteur");

/** The server that the user prefers to the one inside the extension; empty when there is none. */
export const serverPath = (): string => section().get<string>("server.path", "").trim();

/** The code of the language that the user is spoken to in, or `auto`: VS Code's own. */
export const messages = (): string => section().get<string>("messages", "auto");

/** Opens the settings page on the server's path, in the tab where it is set or can be. */
export function openServerPath(): Thenable<unknown> {
  const inFolder = section().inspect<string>("server.path")?.workspaceValue !== undefined;
  const page = inFolder ? "openWorkspaceSettings" : env.remoteName ? "openRemoteSettings" : "openSettings";
  return commands.executeCommand(`workbench.action.${page}`, { query: "rapporteur.server.path" });
}

/** The settings that the server follows: told when it starts, and again when they change. */
export const FOR_SERVER = [
  "preset",
  "select",
  "ignore",
  "rules",
  "files",
  "language",
  "layout",
  "adopted",
  "accept",
  "library.paths",
  "library.file",
  "messages",
  "cache",
  "hints",
  "typing.labels",
  "typing.renumber",
];

/** What they are set to. */
export const forServer = () => Object.fromEntries(FOR_SERVER.map((name) => [name, section().get(name)]));

/** The documents that are drafts, of those with these schemes. */
export function drafts(schemes: string[]) {
  const languages = ["resolution"];
  if (section().get("plainText", false)) languages.push("plaintext");
  if (section().get("markdown", false)) languages.push("markdown");
  return languages.flatMap((language) => schemes.map((scheme) => ({ language, scheme }))) satisfies DocumentSelector;
}
