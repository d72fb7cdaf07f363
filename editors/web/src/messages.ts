// What the page says, in six languages. Each message is a sentence, or one for each plural of the language, chosen by `count`.
import ar from "./messages/ar.json";
import en from "./messages/en.json";
import es from "./messages/es.json";
import fr from "./messages/fr.json";
import ru from "./messages/ru.json";
import zh from "./messages/zh.json";

type Entry = string | { [plural: string]: string };
export type Key = keyof typeof en;
export type Language = "ar" | "en" | "es" | "fr" | "ru" | "zh";

const TABLES: Record<Language, Record<Key, Entry>> = { ar, en, es, fr, ru, zh };
/** The languages by their own names, in the order in which they are offered. */
export const LANGUAGES: [Language, string][] = [
  ["ar", "العربية"],
  ["zh", "中文"],
  ["en", "English"],
  ["fr", "Français"],
  ["ru", "Русский"],
  ["es", "Español"],
];

let current: Language = "en";

export const isLanguage = (code: string): code is Language => Object.hasOwn(TABLES, code);
export const language = (): Language => current;
export const speak = (language: Language): void => void (current = language);

/** The first language that the user's browser names and the page speaks. */
export const preferred = (wanted: readonly string[]): Language => wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? "en";

export function say(key: Key, args: Record<string, string | number> = {}): string {
  const entry = TABLES[current][key];
  const template = typeof entry === "string" ? entry : (entry[new Intl.PluralRules(current).select(Number(args.count))] ?? entry.other ?? "");
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = args[name];
    // Names and words of a draft keep their own direction within the sentence.
    return typeof value === "string" ? `\u2068${value}\u2069` : String(value);
  });
}
