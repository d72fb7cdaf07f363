/** A language that is read, by its code. */
export type LanguageCode = "ar" | "en" | "es" | "fr" | "ru" | "zh";

/** What is said of a text beside it. */
export interface TextOptions {
  /** The language of the draft; else the text tells. */
  language?: LanguageCode;
  /** The text was adopted, and is no draft. */
  adopted?: boolean;
  /** The rules and groups to check, and no others. */
  select?: string[];
  /** The rules and groups to leave out. */
  ignore?: string[];
  /** What the text is called. Its ending may say how it is read. */
  name?: string;
  /** The language that you are told in; English if none is named. */
  interface?: LanguageCode;
  /** What a `rapporteur.toml` says. */
  settings?: string;
  /** Of `format`: a clean draft is wanted of text out of a PDF. */
  unwrap?: boolean;
}

/** Where something stands: lines and columns from 1, and characters (Unicode scalar values) from 0. Ends are exclusive. */
export interface Place {
  line: number;
  column: number;
  end_line: number;
  end_column: number;
  start: number;
  end: number;
}

/** What a rule found. */
export interface Finding extends Place {
  file: string;
  code: string;
  severity: "error" | "warning" | "information" | "hint";
  message: string;
}

/** A stretch of the text, in characters from 0. */
export interface Span {
  start: number;
  end: number;
}

/** What was read of a text. */
export interface Structure {
  file: string;
  language: LanguageCode;
  symbol: string | null;
  title: string | null;
  paragraphs: (Span & { kind: "preambular" | "operative" | "sub"; label: string | null; level: number })[];
  markers: (Span & { label: string })[];
  notes: (Span & { label: string })[];
  citations: Citation[];
  masthead: Citation[];
}

/** An instrument or a document that a text names. */
export interface Citation extends Span {
  symbol: string;
  kind: "resolution" | "decision" | "document";
  date: string | null;
  title: string | null;
  in_note: boolean;
}

/** A text with its certain mends made, how many they were, and how many are left to the writer. */
export interface MendedText {
  text: string;
  mends: number;
  left: number;
}

/** The text of a file, what people call its format, and what was lost of it. */
export interface ReadFile {
  text: string;
  format: string;
  losses: Finding[];
}

/** A format that is written. */
export type FileFormat = "docx" | "akn" | "markdown" | "text";

/** A text, and what it is called. */
export interface NamedText {
  name: string;
  text: string;
}

/** What changed: a page, a sentence, and whether anything did. */
export interface Changes {
  html: string;
  summary: string;
  changed: boolean;
}

/** Language versions side by side: a page, how much differs, and the texts that have no other version among them. */
export interface Concordance {
  html: string;
  differences: number;
  leftOut: string[];
}
