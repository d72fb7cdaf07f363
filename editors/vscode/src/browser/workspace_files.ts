// Hands the workspace's files over to the server, which can't read any by itself: those that it would read on a computer.
import { FileType, ProgressLocation, RelativePattern, Uri, window, workspace, type Disposable, type OutputChannel } from "vscode";
import { say } from "../texts";
import { serverPath } from "./addresses";
import { Ignored } from "./ignored";
import type { ServerWorker } from "./server_worker";
import { IGNORING, isHidden, isSettings, limitOf, nameIn } from "./wanted";

/** How much is handed over at most: the server keeps all of it in memory. */
const MOST_FILES = 20_000;
const MOST_BYTES = 512 << 20;
/** How many folders are gone through at most. */
const MOST_FOLDERS = 20_000;
/** How many files are asked for at a time, and after how many the server is told of them. */
const AT_ONCE = 8;
const TOLD_AFTER = 64;

/** A change as the protocol tells it: 1 is made, 2 changed, 3 removed. */
export interface FileChange {
  uri: string;
  type: 1 | 2 | 3;
}

/** Does something with each, with some at a time. */
async function each<T>(items: T[], act: (item: T) => Promise<void>): Promise<void> {
  const left = items.values();
  const hand = async () => {
    for (const item of left) await act(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, hand));
}

const change = (path: string, type: FileChange["type"]): FileChange => ({ uri: Uri.from({ scheme: "file", path }).toString(), type });
/** The server's path of a workspace's file. */
const pathOf = (uri: Uri) => (serverPath(uri) ?? "").replace(/\/+$/, "");
const isBelow = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);

export class WorkspaceFiles implements Disposable {
  private readonly ignored = new Ignored();
  /** How many bytes were handed over of each file. */
  private readonly given = new Map<string, number>();
  private bytes = 0;
  private isTooMuch = false;
  private folders = 0;
  /** The texts that are still to be handed over. */
  private found: Uri[] = [];
  private readonly listeners: Disposable[] = [];
  private readonly pending = new Map<string, Uri>();
  private isLooking = false;
  private isOver = false;
  /** Tells the server of changes. Before it is ready it looks at all files by itself. */
  private tell: (changes: FileChange[]) => Promise<void> = () => Promise.resolve();

  constructor(
    private readonly server: ServerWorker,
    private readonly log: OutputChannel,
  ) {}

  /**
   * Goes through the workspace, and hands over what is settled in its folders: the first findings are by that already. So are
   * the first texts, which are all in most folders.
   */
  async begin(): Promise<void> {
    this.watch();
    for (const { uri } of workspace.workspaceFolders ?? []) this.found.push(...(await this.walk(uri, pathOf(uri))));
    await each(this.found.splice(0, TOLD_AFTER), async (text) => void (await this.give(text)));
  }

  /** Hands over the other texts. Of these, and from then on of whatever changes, the server is told. */
  async follow(tell: (changes: FileChange[]) => Promise<void>): Promise<void> {
    this.tell = tell;
    if (this.found.length === 0) return;
    await window.withProgress({ location: ProgressLocation.Window, title: say("Reading the texts in this folder") }, () => this.giveAll(this.found.splice(0)));
  }

  dispose(): void {
    this.isOver = true;
    for (const listener of this.listeners) listener.dispose();
  }

  private watch(): void {
    const look = (uri: Uri) => void this.look(uri);
    const watched = new Map<string, Disposable>();
    const watchFolder = (folder: Uri) => {
      const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, "**"));
      watcher.onDidCreate(look);
      watcher.onDidChange(look);
      watcher.onDidDelete(look);
      watched.set(folder.toString(), watcher);
    };
    workspace.workspaceFolders?.forEach(({ uri }) => watchFolder(uri));
    this.listeners.push(
      { dispose: () => watched.forEach((watcher) => watcher.dispose()) },
      // Not every place says when something changes in it: what VS Code does itself is known.
      workspace.onDidSaveTextDocument(({ uri }) => look(uri)),
      workspace.onDidCreateFiles(({ files }) => files.forEach(look)),
      workspace.onDidDeleteFiles(({ files }) => files.forEach(look)),
      workspace.onDidRenameFiles(({ files }) => files.flatMap(({ oldUri, newUri }) => [oldUri, newUri]).forEach(look)),
      workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) {
          watched.get(uri.toString())?.dispose();
          watched.delete(uri.toString());
          look(uri);
        }
        for (const { uri } of added) {
          watchFolder(uri);
          look(uri);
        }
      }),
    );
  }

  /** Looks at what may have changed, one after the other; what comes in between is looked at once. */
  private async look(uri: Uri): Promise<void> {
    this.pending.set(uri.toString(), uri);
    if (this.isLooking) return;
    this.isLooking = true;
    try {
      while (this.pending.size > 0 && !this.isOver) {
        const uris = [...this.pending.values()];
        this.pending.clear();
        const changes: FileChange[] = [];
        for (const uri of uris) changes.push(...(await this.compare(uri)));
        if (changes.length > 0) await this.tell(changes);
      }
    } finally {
      this.isLooking = false;
    }
  }

  /** Brings what was handed over of a file or a folder up to date, and gives what has changed. New texts are told by themselves. */
  private async compare(uri: Uri): Promise<FileChange[]> {
    const path = pathOf(uri);
    const folder = workspace.getWorkspaceFolder(uri);
    if (!folder) return this.takeBack(path);
    const root = pathOf(folder.uri);
    const inside = path.slice(root.length).split("/").filter(Boolean);
    if ((isSettings(path) ? inside.slice(0, -1) : inside).some(isHidden)) return [];
    const about = await workspace.fs.stat(uri).then((about) => about, () => undefined);
    if (!about) return this.takeBack(path);
    if (about.type === FileType.Directory) return this.compareFolder(uri, root);
    if (about.type !== FileType.File || limitOf(path) === 0) return [];
    const type = this.given.has(path) ? 2 : 1;
    const changes = (await this.give(uri)) ? [change(path, type)] : this.takeBack(path);
    // What isn't left out any more is still to be handed over.
    if (!IGNORING.includes(nameIn(path))) return changes;
    return [...changes, ...(await this.compareFolder(Uri.joinPath(uri, ".."), root))];
  }

  private async compareFolder(folder: Uri, root: string): Promise<FileChange[]> {
    const path = pathOf(folder);
    if (this.ignored.leavesOut(root, path, true)) return this.takeBack(path);
    this.folders = 0;
    const before = [...this.given.keys()].filter((given) => isBelow(given, path));
    const texts = await this.walk(folder, root);
    const there = new Set(texts.map(pathOf));
    const gone = before.filter((given) => !isSettings(given) && !there.has(given)).flatMap((given) => this.takeBack(given));
    await this.giveAll(texts.filter((text) => !this.given.has(pathOf(text))));
    const settings = [...this.given.keys()].filter((given) => isBelow(given, path) && isSettings(given));
    return [...gone, ...settings.map((given) => change(given, 2))];
  }

  /** Goes through a folder, hands over what is settled in it, and gives its texts. */
  private async walk(folder: Uri, root: string): Promise<Uri[]> {
    const texts: Uri[] = [];
    for (let level = [folder]; level.length > 0 && !this.isOver; ) {
      const next: Uri[] = [];
      await each(level, async (folder) => {
        this.folders += 1;
        if (this.folders > MOST_FOLDERS) return this.tooMuch();
        const entries = await this.entriesOf(folder);
        await this.readIgnoring(folder, new Map(entries));
        for (const [name, type] of entries) {
          const uri = Uri.joinPath(folder, name);
          const path = pathOf(uri);
          // Links may lead out of the workspace, or round in it.
          if (type === FileType.Directory) {
            if (!isHidden(name) && !this.ignored.leavesOut(root, path, true)) next.push(uri);
          } else if (type === FileType.File && limitOf(path) > 0) {
            if (isSettings(path)) await this.give(uri);
            else if (!this.ignored.leavesOut(root, path, false)) texts.push(uri);
          }
        }
      });
      level = next;
    }
    return texts;
  }

  private async entriesOf(folder: Uri): Promise<[string, FileType][]> {
    try {
      return await workspace.fs.readDirectory(folder);
    } catch (error) {
      this.log.appendLine(`${folder.toString(true)}: ${error}`);
      return [];
    }
  }

  /** Reads what a folder leaves out. */
  private async readIgnoring(folder: Uri, entries: Map<string, FileType>): Promise<void> {
    const texts: string[] = [];
    for (const name of IGNORING) {
      if (entries.get(name) !== FileType.File) continue;
      const bytes = await workspace.fs.readFile(Uri.joinPath(folder, name)).then((bytes) => bytes, () => undefined);
      if (bytes) texts.push(new TextDecoder().decode(bytes));
    }
    this.ignored.set(pathOf(folder), texts);
  }

  private async giveAll(texts: Uri[]): Promise<void> {
    for (let at = 0; at < texts.length && !this.isOver; at += TOLD_AFTER) {
      const changes: FileChange[] = [];
      await each(texts.slice(at, at + TOLD_AFTER), async (text) => {
        if (!this.isOver && (await this.give(text))) changes.push(change(pathOf(text), 1));
      });
      if (changes.length > 0 && !this.isOver) await this.tell(changes);
    }
  }

  /** Hands a file over, and says whether that was done. */
  private async give(uri: Uri): Promise<boolean> {
    const path = pathOf(uri);
    const before = this.given.get(path);
    try {
      const { size } = await workspace.fs.stat(uri);
      if (size > limitOf(path)) return false;
      if (this.bytes - (before ?? 0) + size > MOST_BYTES || (before === undefined && this.given.size >= MOST_FILES)) {
        this.tooMuch();
        return false;
      }
      const bytes = await workspace.fs.readFile(uri);
      this.server.put(path, bytes);
      this.bytes += bytes.length - (this.given.get(path) ?? 0);
      this.given.set(path, bytes.length);
      return true;
    } catch (error) {
      this.log.appendLine(`${uri.toString(true)}: ${error}`);
      return false;
    }
  }

  /** Takes back a file, or all that lies in a folder. */
  private takeBack(path: string): FileChange[] {
    const gone = [...this.given].filter(([given]) => isBelow(given, path));
    for (const [given, size] of gone) {
      this.server.remove(given);
      this.given.delete(given);
      this.bytes -= size;
    }
    return gone.map(([given]) => change(given, 3));
  }

  private tooMuch(): void {
    if (this.isTooMuch || this.isOver) return;
    this.isTooMuch = true;
    const said = say("There are more texts in this folder than Rapporteur can read in a browser. What lies in the others is not known when it is cited.");
    this.log.appendLine(said);
    void window.showWarningMessage(said);
  }
}
