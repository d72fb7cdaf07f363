// A draft to begin with, in the language of the page, with mistakes in it.
import resolution from "../../../examples/92-14.en.resolution.txt";
import arabic from "../../../examples/night-sky.ar.resolution.txt";
import english from "../../../examples/night-sky.en.resolution.txt";
import chinese from "../../../examples/night-sky.zh.resolution.txt";
import spanish from "./examples/night-sky.es.resolution.txt";
import french from "./examples/night-sky.fr.resolution.txt";
import russian from "./examples/night-sky.ru.resolution.txt";
import type { Language } from "./messages";

const DRAFTS: Record<Language, string> = { ar: arabic, en: english, es: spanish, fr: french, ru: russian, zh: chinese };

/** The draft, and what lies beside it since it is cited. */
export const example = (language: Language): { name: string; text: string; beside: Record<string, string> } => ({
  name: `night-sky.${language}.resolution.txt`,
  text: DRAFTS[language],
  beside: { "92-14.en.resolution.txt": resolution },
});
