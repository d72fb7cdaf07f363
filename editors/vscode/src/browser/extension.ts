// Rapporteur in VS Code for the Web.
import { workspace, type ExtensionContext } from "vscode";
import { begin } from "../activation";
import type { Session } from "../session";
import { Browser } from "./host";

let session: Promise<Session> | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const host = new Browser(context.extensionUri);
  context.subscriptions.push(host);
  session = begin(context, host);
  const current = await session;
  let schemes = host.schemes().join(" ");
  context.subscriptions.push(
    workspace.onDidChangeWorkspaceFolders(() => {
      // Drafts of another kind of folder are drafts for a client that is told so when it starts.
      const now = host.schemes().join(" ");
      if (now !== schemes) void current.restart();
      schemes = now;
    }),
  );
}

export async function deactivate(): Promise<void> {
  await (await session)?.end();
}
