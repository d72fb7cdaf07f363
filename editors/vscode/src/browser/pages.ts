// The pages that the server makes, shown as documents that nobody can write in.
import { EventEmitter, workspace, type Disposable, type TextDocumentContentProvider, type Uri } from "vscode";
import { PAGES, serverPath } from "./addresses";
import type { ServerWorker } from "./server_worker";

export class Pages implements TextDocumentContentProvider, Disposable {
  /** The server that runs, or ran last. */
  server: ServerWorker | undefined;
  private readonly changed = new EventEmitter<Uri>();
  readonly onDidChange = this.changed.event;
  private readonly registration = workspace.registerTextDocumentContentProvider(PAGES, this);

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const path = serverPath(uri);
    const bytes = path === undefined ? undefined : await this.server?.read(path);
    return new TextDecoder().decode(bytes);
  }

  /** Has those that are shown read again: the server may have made one anew. */
  refresh(): void {
    for (const { uri } of workspace.textDocuments) if (uri.scheme === PAGES) this.changed.fire(uri);
  }

  dispose(): void {
    this.registration.dispose();
    this.changed.dispose();
  }
}
