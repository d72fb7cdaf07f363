// Pictures of a terminal's screen, out of its text and the escapes that colour it.
import { mkdirSync } from "node:fs";
import { given } from "./workspace.mjs";

const BACKGROUND = "#14161b";
const FOREGROUND = "#e0e2ea";
const COLOURS = ["#2c2e33", "#e06c75", "#8cc570", "#e5b567", "#6fa8dc", "#c583d6", "#5fb8b8", "#d5d8de",
  "#7c818c", "#ff8b92", "#a9dc8f", "#ffd58a", "#93c5f5", "#dda5ea", "#86d6d6", "#ffffff"];

/** The folder in which pictures are kept. */
export function pictures() {
  const folder = given("RAPPORTEUR_PICTURES");
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** A colour of the 256. */
function indexed(n) {
  if (n < 16) return COLOURS[n];
  if (n >= 232) return `rgb(${Array(3).fill(8 + 10 * (n - 232))})`;
  const part = (n) => (n ? 55 + 40 * n : 0);
  return `rgb(${[Math.floor((n - 16) / 36), Math.floor((n - 16) / 6) % 6, (n - 16) % 6].map(part)})`;
}

/** Follows one escape: `parts` are its numbers, some with numbers of their own after colons. */
function follow(style, parts) {
  const numbers = parts.map((part) => part.split(":").map(Number));
  for (let i = 0; i < numbers.length; i++) {
    const [n, ...own] = numbers[i];
    const colour = () => {
      // `38:2::r:g:b`, or the older `38;2;r;g;b`.
      let rest = own;
      if (!own.length) {
        const more = numbers[i + 1]?.[0] === 5 ? 2 : 4;
        rest = numbers.slice(i + 1, i + 1 + more).map(([n]) => n);
        i += more;
      }
      return rest[0] === 5 ? indexed(rest[1]) : `rgb(${rest.slice(-3)})`;
    };
    if (n === 0) Object.keys(style).forEach((key) => delete style[key]);
    else if (n === 1) style.bold = true;
    else if (n === 2) style.dim = true;
    else if (n === 3) style.italic = true;
    else if (n === 4) style.line = own[0] === 0 ? undefined : own[0] === 3 ? "wavy" : "solid";
    else if (n === 7) style.reverse = true;
    else if (n === 22) style.bold = style.dim = false;
    else if (n === 23) style.italic = false;
    else if (n === 24) style.line = undefined;
    else if (n === 27) style.reverse = false;
    else if (n === 38) style.front = colour();
    else if (n === 39) style.front = undefined;
    else if (n === 48) style.back = colour();
    else if (n === 49) style.back = undefined;
    else if (n === 58) style.lineColour = colour();
    else if (n === 59) style.lineColour = undefined;
    else if (n >= 30 && n < 38) style.front = COLOURS[n - 30];
    else if (n >= 40 && n < 48) style.back = COLOURS[n - 40];
    else if (n >= 90 && n < 98) style.front = COLOURS[n - 82];
    else if (n >= 100 && n < 108) style.back = COLOURS[n - 92];
  }
}

function css({ front, back, bold, dim, italic, reverse, line, lineColour }) {
  if (reverse) [front, back] = [back ?? BACKGROUND, front ?? FOREGROUND];
  return [
    front && `color:${front}`,
    back && `background:${back}`,
    bold && "font-weight:bold",
    dim && "opacity:.7",
    italic && "font-style:italic",
    line && `text-decoration:underline ${line} ${lineColour ?? ""}`,
  ].filter(Boolean).join(";");
}

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/** Characters that take two cells have just that, whatever the font; all others follow the font. */
const celled = (text) =>
  escaped(text).replace(/[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/gu, (c) => `<b>${c}</b>`);

function page(screen) {
  const style = {};
  let body = "";
  for (const part of screen.replace(/\n$/, "").split(/(\x1b\[[0-9;:]*m)/)) {
    const codes = /^\x1b\[([0-9;:]*)m$/.exec(part);
    if (codes) follow(style, (codes[1] || "0").split(";"));
    else if (part) body += `<span style="${css(style)}">${celled(part)}</span>`;
  }
  // At 16 pixels this font's letters are 19 high, just as its lines, so that frames have no gaps.
  return `<meta charset="utf-8"><style>
    body { margin: 0; background: ${BACKGROUND} }
    pre { display: inline-block; margin: 0; padding: 10px 12px; color: ${FOREGROUND}; background: ${BACKGROUND};
      font: 16px/19px "DejaVu Sans Mono", "Noto Sans Mono CJK SC", "Noto Sans Arabic", monospace; unicode-bidi: bidi-override; direction: ltr }
    pre b { display: inline-block; width: 2ch; font-weight: inherit }
  </style><pre>${body}</pre>`;
}

/** Draws a screen, as tmux captures it, into a PNG file, if there is a browser; `scale` is for screens with fine dots. */
export async function draw(screen, file, scale = 1) {
  if (!process.env.RAPPORTEUR_BROWSER) return;
  const { launch } = await import("./browser.mjs");
  const browser = await launch();
  try {
    const tab = await browser.newPage({ viewport: { width: 1600, height: 1000 }, deviceScaleFactor: scale });
    await tab.setContent(page(screen));
    await tab.locator("pre").screenshot({ path: file });
  } finally {
    await browser.close();
  }
}
