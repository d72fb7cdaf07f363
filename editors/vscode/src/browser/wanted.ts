// Which files of the workspace the server is given: those that it reads on a computer.

/** The largest text, and the largest package with pictures in it, that are read, in bytes. */
const LARGEST_TEXT = 4 << 20;
const LARGEST_PACKAGE = 16 << 20;
/** The largest file that says what is settled or left out in a folder, in bytes. */
const LARGEST_SETTINGS = 1 << 20;

const TEXTS: Record<string, number> = {
  txt: LARGEST_TEXT,
  md: LARGEST_TEXT,
  resolution: LARGEST_TEXT,
  xml: LARGEST_TEXT,
  docx: LARGEST_PACKAGE,
  docm: LARGEST_PACKAGE,
};

/** The files that say what a folder leaves out, the one that weighs more first. */
export const IGNORING = [".ignore", ".gitignore"];
const SETTINGS = ["rapporteur.toml", ...IGNORING];

/** A file's name in its path. */
export const nameIn = (path: string) => path.slice(path.lastIndexOf("/") + 1);

/** Whether a name is hidden, of a file or a folder. */
export const isHidden = (name: string) => name.startsWith(".");

/** Whether a file says what is settled or left out in its folder. */
export const isSettings = (path: string) => SETTINGS.includes(nameIn(path));

/** How many bytes are read of a file at most; none of one that isn't read. */
export function limitOf(path: string): number {
  const name = nameIn(path);
  if (SETTINGS.includes(name)) return LARGEST_SETTINGS;
  const ending = /[^.].*\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  return ending === undefined || isHidden(name) || !Object.hasOwn(TEXTS, ending) ? 0 : (TEXTS[ending] ?? 0);
}
