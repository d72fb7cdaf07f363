// The labels of lists whose numbers are no words, as drafts write them: 1., then (a), then (i).
export type Counting = "decimal" | "lower-alpha" | "upper-alpha" | "lower-roman" | "upper-roman" | "bullet";

export interface ListStyle {
  counting: Counting;
  /** What stands around the number; `%` is its place. */
  form: string;
}

const BY_TYPE: Record<string, Counting> = { "1": "decimal", a: "lower-alpha", A: "upper-alpha", i: "lower-roman", I: "upper-roman" };
const BY_CSS: Record<string, Counting> = {
  decimal: "decimal",
  "decimal-leading-zero": "decimal",
  "lower-alpha": "lower-alpha",
  "lower-latin": "lower-alpha",
  "upper-alpha": "upper-alpha",
  "upper-latin": "upper-alpha",
  "lower-roman": "lower-roman",
  "upper-roman": "upper-roman",
  disc: "bullet",
  circle: "bullet",
  square: "bullet",
};
/** How a level counts where nothing tells. */
const BY_DEPTH: Counting[] = ["decimal", "lower-alpha", "lower-roman", "upper-alpha"];

const css = (element: Element | null | undefined) => /list-style(?:-type)?:\s*([\w-]+)/.exec(element?.getAttribute("data-style") ?? "")?.[1];

/** How the list counts that an item is in. `depth` is 1 for the outermost. */
export function listStyle(item: Element | undefined, depth: number): ListStyle {
  const list = item?.parentElement;
  const level = Number(item?.getAttribute("aria-level") ?? item?.getAttribute("data-aria-level") ?? depth);
  const named = BY_CSS[css(item) ?? css(list) ?? ""] ?? BY_TYPE[item?.getAttribute("type") ?? list?.getAttribute("type") ?? ""];
  const counting = named ?? (list?.tagName === "UL" ? "bullet" : undefined) ?? BY_DEPTH[Math.min(level, BY_DEPTH.length) - 1] ?? "decimal";
  // Word on the web tells what stands around the number: “(%2)”.
  const told = item?.getAttribute("data-leveltext")?.replace(/%\d/, "%");
  if (counting === "bullet") return { counting, form: "•" };
  if (told?.includes("%")) return { counting, form: told };
  // A draft has a point behind the numbers of paragraphs, and brackets around those of what is further in.
  const isOuter = counting === "decimal" || counting === "upper-roman" ? level <= 1 : counting === "upper-alpha";
  return { counting, form: isOuter ? "%." : "(%)" };
}

const ROMAN: [number, string][] = [[1000, "m"], [900, "cm"], [500, "d"], [400, "cd"], [100, "c"], [90, "xc"], [50, "l"], [40, "xl"], [10, "x"], [9, "ix"], [5, "v"], [4, "iv"], [1, "i"]];

function roman(number: number): string {
  let text = "";
  for (const [value, letters] of ROMAN) for (; number >= value; number -= value) text += letters;
  return text;
}

/** a … z, then aa … zz, as word processors count. */
const letters = (number: number) => String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.floor((number - 1) / 26) + 1);

function count(counting: Counting, number: number): string {
  if (number < 1) return String(number);
  switch (counting) {
    case "lower-alpha":
      return letters(number);
    case "upper-alpha":
      return letters(number).toUpperCase();
    case "lower-roman":
      return roman(number);
    case "upper-roman":
      return roman(number).toUpperCase();
    default:
      return String(number);
  }
}

export const labelOf = ({ counting, form }: ListStyle, number: number): string => (counting === "bullet" ? form : form.replace("%", count(counting, number)));
