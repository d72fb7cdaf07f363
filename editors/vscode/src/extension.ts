// Rapporteur in VS Code on a computer, or on the one that a window is connected with.
import type { ExtensionContext } from "vscode";
import { begin } from "./activation";
import { Desktop } from "./desktop/host";
import type { Session } from "./session";

let session: Promise<Session> | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  session = begin(context, new Desktop(context.extensionPath));
  await session;
}

export async function deactivate(): Promise<void> {
  await (await session)?.end();
}
