// What the `.gitignore` and `.ignore` files of a workspace leave out, so that it isn't read in vain.
import ignore, { type Ignore } from "ignore";

export class Ignored {
  /** The files' patterns by the paths of their folders, the file first that weighs more. */
  private readonly folders = new Map<string, Ignore[]>();

  /** Takes what the files of a folder say, in the place of what they said before. */
  set(folder: string, texts: string[]): void {
    if (texts.length === 0) this.folders.delete(folder);
    else this.folders.set(folder, texts.map((text) => ignore({ ignorecase: false }).add(text.replace(/^\ufeff/, ""))));
  }

  /** Whether something in the folder `root`, or in one below, is left out, or lies in a folder that is. */
  leavesOut(root: string, path: string, isFolder: boolean): boolean {
    const names = path.slice(root.length).split("/").filter(Boolean);
    return names.some((_, nth) => {
      const upTo = `${root}/${names.slice(0, nth + 1).join("/")}`;
      return this.says(root, upTo, isFolder || nth + 1 < names.length);
    });
  }

  /** What is nearest to it decides. */
  private says(root: string, path: string, isFolder: boolean): boolean {
    for (let folder = parent(path); folder.length >= root.length; folder = parent(folder)) {
      const inside = path.slice(folder.length + 1) + (isFolder ? "/" : "");
      for (const patterns of this.folders.get(folder) ?? []) {
        const { ignored, unignored } = patterns.test(inside);
        if (ignored || unignored) return ignored;
      }
      if (folder === "") break;
    }
    return false;
  }
}

const parent = (path: string) => path.slice(0, Math.max(path.lastIndexOf("/"), 0));
