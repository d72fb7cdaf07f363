// Reads what word processors put on the clipboard as HTML, and makes a draft of it: the labels of lists as words, tracked changes as
// accepted, and footnotes as marks with their notes at the end. Word, Word on the web, Google Docs and LibreOffice each write
// all of this in ways of their own.
import { labelOf, type ListStyle, listStyle } from "./list_labels";
import { markOf, RULE } from "./note_marks";

export interface PastedDraft {
  text: string;
  /** The notes, to stand at the end of the draft. */
  notes: string[];
  /** How many labels were no words on the other side. */
  labels: number;
}

/** Where the styles of elements stand. As styles they would be refused by the page's policy, and each refusal told on the console. */
const STYLE = "data-style";

/** The clipboard's HTML as elements, of which nothing is shown, run or loaded. */
const parsePasted = (html: string): Document =>
  new DOMParser().parseFromString(html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, ` ${STYLE}=`)), "text/html");

/** What is no text, or is only shown in the margin. */
const LEFT_OUT = "script, style, head, title, meta, link, template, noscript, svg, img, object, [hidden]";
const BLOCKS = new Set(["ADDRESS", "ARTICLE", "ASIDE", "BLOCKQUOTE", "BODY", "CAPTION", "CENTER", "DD", "DIV", "DL", "DT", "FIGCAPTION", "FIGURE", "FOOTER", "FORM", "H1", "H2", "H3", "H4", "H5", "H6", "HEADER", "HR", "LI", "MAIN", "NAV", "OL", "P", "PRE", "SECTION", "TABLE", "TBODY", "TD", "TFOOT", "TH", "THEAD", "TR", "UL"]);

const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;
const styleOf = (element: Element) => element.getAttribute(STYLE) ?? "";
const has = (element: Element, property: RegExp) => property.test(styleOf(element));

/** The part of a link that leads to a place in the same text. Word writes the file's whole path before it. */
const target = (link: Element): string | undefined => /#(.+)$/.exec(link.getAttribute("href") ?? "")?.[1];
const nameOf = (link: Element): string[] => [link.getAttribute("name"), link.id, link.parentElement?.id].filter((name): name is string => !!name);

interface Note {
  /** The mark's own words, where they are no number. */
  star: string | undefined;
  call: Element;
  /** What leads back from the note's text. */
  back: Element;
  body: Element;
}

/** Pairs of links that lead to each other: what calls a note, and the note. The former stands first. */
function notesIn(root: Element): Note[] {
  const byName = new Map<string, Element>();
  const links = [...root.querySelectorAll("a[href]")].filter((link) => target(link) !== undefined);
  for (const link of links) for (const name of nameOf(link)) byName.set(name, link);
  const notes: Note[] = [];
  const bodies = new Set<Element>();
  for (const call of links) {
    const back = byName.get(target(call) ?? "") ?? innerLink(root, target(call) ?? "");
    if (!back || back === call || bodies.has(call) || bodies.has(back)) continue;
    if (!nameOf(call).includes(target(back) ?? "")) continue;
    if (!(call.compareDocumentPosition(back) & Node.DOCUMENT_POSITION_FOLLOWING)) continue;
    const body = bodyOf(back, root);
    if (body.contains(call)) continue;
    const mark = (call.textContent ?? "").replace(/[\s[\]()]/g, "");
    notes.push({ star: /^[*†‡]+$/.test(mark) ? mark : undefined, call, back, body });
    bodies.add(back);
  }
  return notes;
}

/** A note whose name stands on what is around its link back. */
function innerLink(root: Element, name: string): Element | undefined {
  if (!name) return undefined;
  return root.querySelector(`[id="${escaped(name)}"] a[href]`) ?? undefined;
}
const escaped = (name: string) => name.replace(/["\\]/g, "\\$&");

/** All that belongs to a note: Word and LibreOffice have a box around it, others a paragraph or an item. */
function bodyOf(back: Element, root: Element): Element {
  let body: Element = back;
  for (let around: Element | null = back; around && around !== root; around = around.parentElement) {
    if (has(around, /mso-element:\s*(?:foot|end)note(?!-)/) || /^(?:sd)?(?:foot|end)note\d*$/i.test(around.id) || around.tagName === "LI") return around;
    if (around.tagName === "P" && body === back) body = around;
  }
  return body === back ? (back.parentElement ?? back) : body;
}

/** A line that was broken between two characters which have no space between them. */
const BROKEN = /([\u3000-\u9fff\uff00-\uffef])[ \t]*\r?\n\s*(?=[\u3000-\u9fff\uff00-\uffef])/g;

/** Lines that become a paragraph, and what is known of where they stand. */
class Writer {
  readonly paragraphs: string[] = [];
  private line = "";

  /** Text as HTML has it: what is between words is one space, but for spaces that don't break. */
  write(text: string): void {
    const even = text.replace(BROKEN, "$1").replace(/[ \t\r\n\f]+/g, " ");
    this.line += /(?:^|[\s])$/.test(this.line) ? even.replace(/^ /, "") : even;
  }

  /** Text that stands as it is. */
  put(text: string): void {
    this.line += text;
  }

  newLine(): void {
    this.line = `${this.line.trimEnd()}\n`;
  }

  endParagraph(): void {
    const text = this.line.replace(/^[ \n\u00a0]+|[\s\u00a0]+$/g, "").replace(/ +\n/g, "\n");
    if (text) this.paragraphs.push(text);
    this.line = "";
  }

  get isEmpty(): boolean {
    return this.line.trim() === "";
  }
}

class Reader {
  private readonly marks = new Map<Element, string>();
  private readonly bodies = new Map<Element, Note>();
  labels = 0;

  constructor(
    private readonly notes: Note[],
    firstNote: number,
  ) {
    let number = firstNote;
    for (const note of notes) {
      this.marks.set(note.call, note.star ?? markOf(number));
      if (!note.star) number++;
      this.bodies.set(note.body, note);
    }
  }

  noteTexts(): string[] {
    return this.notes.map((note) => {
      const writer = new Writer();
      this.children(note.body, writer, note.back);
      writer.endParagraph();
      return `${this.marks.get(note.call)} ${writer.paragraphs.join(" ")}`.trimEnd();
    });
  }

  children(parent: Node, writer: Writer, without?: Element): void {
    for (const child of parent.childNodes) {
      if (child === without) continue;
      if (child.nodeType === Node.TEXT_NODE) writer.write(clean(child.nodeValue ?? ""));
      else if (child.nodeType === Node.ELEMENT_NODE) this.element(child as Element, writer, without);
    }
  }

  private element(element: Element, writer: Writer, without?: Element): void {
    if (this.bodies.has(element) || element.matches(LEFT_OUT)) return;
    const mark = this.marks.get(element);
    if (mark !== undefined) return writer.put(mark);
    if (isGone(element)) return;
    if (has(element, /mso-tab-count/)) return writer.put("\t");
    switch (element.tagName) {
      case "BR":
        // Word writes a break of the page in the same way.
        return has(element, /mso-special-character:\s*line-break|page-break-before/) && writer.isEmpty ? undefined : writer.newLine();
      case "HR":
        return;
      case "SUP":
        return this.raised(element, writer);
      case "OL":
      case "UL":
        return this.list(element, writer);
      case "LI":
        this.item(element, listStyle(undefined, 1), 1, writer);
        return;
      case "TR":
        return this.row(element, writer);
    }
    if (has(element, /vertical-align:\s*super/) || /\bSuperscript\b/.test(element.className)) return this.raised(element, writer);
    if (!BLOCKS.has(element.tagName)) return this.children(element, writer, without);
    writer.endParagraph();
    this.paragraph(element, writer, without);
    writer.endParagraph();
  }

  /** A block; in Word's own HTML its label is a part of it that is marked as no text. */
  private paragraph(element: Element, writer: Writer, without?: Element): void {
    const label = [...element.querySelectorAll("span")].find((span) => has(span, /mso-list:\s*Ignore/i) && nearestBlock(span) === element);
    if (!label) return this.children(element, writer, without);
    const words = clean(label.textContent ?? "").replace(/[\s\u00a0]+/g, " ").trim();
    label.remove();
    const inner = new Writer();
    this.children(element, inner, without);
    inner.endParagraph();
    // Of a paragraph that was struck out the label is left.
    if (inner.paragraphs.length === 0) return;
    this.labels++;
    writer.put(`${isBullet(words) ? "•" : words} `);
    writer.put(inner.paragraphs.join("\n"));
  }

  private raised(element: Element, writer: Writer): void {
    const inner = new Writer();
    this.children(element, inner);
    inner.endParagraph();
    const text = inner.paragraphs.join(" ");
    const digits = /^[[(]?(\d{1,3})[\])]?$/.exec(text)?.[1];
    writer.put(digits ? markOf(Number(digits)) : text);
  }

  private list(list: Element, writer: Writer): void {
    writer.endParagraph();
    const depth = depthOf(list);
    let number = Number(list.getAttribute("start") ?? 1);
    for (const child of list.children) {
      // Some write a list that is further in beside the items, not in one.
      if (child.tagName === "OL" || child.tagName === "UL") this.list(child, writer);
      if (child.tagName !== "LI") continue;
      const own = Number(child.getAttribute("value") ?? Number.NaN);
      if (!Number.isNaN(own)) number = own;
      if (this.item(child, listStyle(child, depth), number, writer)) number++;
    }
  }

  /** An item with its label; says whether there is anything in it. */
  private item(item: Element, style: ListStyle, number: number, writer: Writer): boolean {
    writer.endParagraph();
    if (isGone(item) || this.bodies.has(item)) return false;
    const inner = new Writer();
    this.children(item, inner);
    inner.endParagraph();
    const [first, ...more] = inner.paragraphs;
    if (first === undefined) return false;
    const opening = [...item.childNodes].find((child) => child.nodeType === Node.ELEMENT_NODE || (child.nodeValue ?? "").trim());
    const nested = opening !== undefined && isElement(opening) && (opening.tagName === "OL" || opening.tagName === "UL");
    if (nested) {
      // An item that holds nothing but a list of its own.
      writer.paragraphs.push(first, ...more);
      return false;
    }
    this.labels++;
    writer.paragraphs.push(`${labelOf(style, number)} ${first}`, ...more);
    return true;
  }

  /** Cells beside each other stay in one line, as those of a table are; those that hold several paragraphs follow one another. */
  private row(row: Element, writer: Writer): void {
    writer.endParagraph();
    const cells = [...row.children].map((cell) => {
      const inner = new Writer();
      this.children(cell, inner);
      inner.endParagraph();
      return inner.paragraphs;
    }).filter((paragraphs) => paragraphs.length > 0);
    if (cells.length > 1 && cells.every((paragraphs) => paragraphs.length === 1)) writer.paragraphs.push(cells.flat().map((text) => text.replace(/\n/g, " ")).join("\t"));
    else writer.paragraphs.push(...cells.flat());
  }
}

/** Taken out by a change that is tracked, hidden, a comment, or a rule for programs that don't know notes. */
function isGone(element: Element): boolean {
  return (
    element.tagName === "DEL" ||
    /\b(?:msoDel|MsoCommentReference|MsoCommentText|CommentStart|CommentEnd|TrackedChangeDeleted)\b/.test(element.className) ||
    has(element, /display:\s*none|mso-hide:\s*all|mso-element:\s*comment|mso-comment-reference|mso-special-character:\s*comment/)
  );
}

/** Without what only tells a program where a word may be parted. */
const clean = (text: string) => text.replace(/[\u00ad\u200b\ufeff]/g, "");
/** A bullet of a font of signs is a letter, or of no meaning, in any other one. */
const isBullet = (words: string) => /^(?:[·§Øoü•▪◦●○■]|[\uf000-\uf0ff])$/u.test(words);

function nearestBlock(element: Element): Element | null {
  let around = element.parentElement;
  while (around && !BLOCKS.has(around.tagName)) around = around.parentElement;
  return around;
}

function depthOf(list: Element): number {
  let depth = 1;
  for (let around = list.parentElement; around; around = around.parentElement) if (around.tagName === "OL" || around.tagName === "UL") depth++;
  return depth;
}

/** Whether the HTML holds what its plain text lacks: lists, notes, tracked changes, raised marks. */
function isWorthReading(root: Element): boolean {
  const html = root.outerHTML;
  return /mso-list|mso-element:\s*(?:foot|end)note|docs-internal-guid|sdfootnote|data-leveltext|vertical-align:\s*super/.test(html) || root.querySelector("li, ins, del, sup, .Superscript") !== null;
}

/** The draft in the clipboard's HTML, with notes numbered from `firstNote` on. Nothing where it tells no more than the plain text
 * beside it. */
export function readPasted(html: string, firstNote = 1): PastedDraft | undefined {
  const root = parsePasted(html).body;
  if (!isWorthReading(root)) return undefined;
  const reader = new Reader(notesIn(root), firstNote);
  const writer = new Writer();
  reader.children(root, writer);
  writer.endParagraph();
  const notes = reader.noteTexts();
  if (writer.paragraphs.length === 0 && notes.length === 0) return undefined;
  return { text: writer.paragraphs.join("\n\n"), notes, labels: reader.labels };
}

/** The draft with its notes below it, as one text. */
export const wholeText = ({ text, notes }: PastedDraft): string => (notes.length > 0 ? `${text}\n\n${RULE}\n\n${notes.join("\n")}` : text);
