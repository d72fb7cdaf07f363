// What the browser keeps of texts, so that closing the page loses nothing. Each open page has a text of its own; a new page takes
// the newest one that no other page has open.
export interface KeptText {
  id: string;
  name: string;
  text: string;
  /** The other language version beside it. */
  other?: { name: string; text: string };
  /** What is settled for it: the `rapporteur.toml` of its folder. */
  settings?: string;
  /** When it was changed last, in milliseconds. */
  time: number;
}

const PREFIX = "rapporteur.text.";
const HELD = "rapporteur.held.";
/** How many texts are kept beside the open one. */
const MOST = 20;

function read(key: string): KeptText | undefined {
  try {
    const text = JSON.parse(localStorage.getItem(key) ?? "null") as KeptText | null;
    return text && typeof text.text === "string" && typeof text.name === "string" ? text : undefined;
  } catch {
    return undefined;
  }
}

/** All that is kept, the newest first. */
export function keptTexts(): KeptText[] {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  return keys.map(read).filter((text) => text !== undefined).sort((a, b) => b.time - a.time);
}

export const newId = (): string => crypto.randomUUID();
export const forget = (id: string): void => localStorage.removeItem(PREFIX + id);

/** Keeps a text; says whether there was room. None makes room for another one, but for those that are older than so many. */
export function keep(text: KeptText): boolean {
  for (const { id } of keptTexts().filter(({ id }) => id !== text.id).slice(MOST)) forget(id);
  try {
    localStorage.setItem(PREFIX + text.id, JSON.stringify(text));
    return true;
  } catch {
    return false;
  }
}

/** Holds a text for this page until it is closed, where browsers can tell. */
export function hold(id: string): void {
  sessionStorage.setItem(HELD, id);
  void navigator.locks?.request(HELD + id, () => new Promise<never>(() => {}));
}

/** The text that this page begins with: its own when it is loaded again, else the newest that no page holds. */
export async function firstText(): Promise<KeptText | undefined> {
  const own = sessionStorage.getItem(HELD);
  const locks = (await navigator.locks?.query())?.held ?? [];
  const held = new Set(locks.map(({ name }) => name));
  const texts = keptTexts();
  const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  // A page that was doubled has a copy of the other one's memory; one that is loaded again may find its own hold still there.
  const mine = texts.find(({ id }) => id === own && (navigation?.type === "reload" || !held.has(HELD + id)));
  return mine ?? texts.find(({ id }) => !held.has(HELD + id));
}
