// Markdown as the server writes it, as elements. Nothing of it is ever read as HTML.
import { lexer, type Token, type Tokens } from "marked";

const SAFE_LINK = /^https:\/\//;

function inline(tokens: Token[] | undefined, into: Node): void {
  for (const token of tokens ?? []) {
    switch (token.type) {
      case "strong":
      case "em":
      case "del":
        inline((token as Tokens.Strong).tokens, into.appendChild(document.createElement(token.type)));
        break;
      case "codespan":
        into.appendChild(document.createElement("code")).textContent = (token as Tokens.Codespan).text;
        break;
      case "br":
        into.appendChild(document.createElement("br"));
        break;
      case "link": {
        const { href, tokens: words } = token as Tokens.Link;
        // A page that only a program on a machine has, such as a rule's, is named without leading there.
        inline(words, SAFE_LINK.test(href) ? into.appendChild(outward(href)) : into);
        break;
      }
      default: {
        const nested = (token as Tokens.Text).tokens;
        if (nested) inline(nested, into);
        else into.appendChild(document.createTextNode((token as Tokens.Text).text ?? token.raw));
      }
    }
  }
}

/** A link to another place, which is opened only when somebody follows it. */
export function outward(href: string): HTMLAnchorElement {
  const link = document.createElement("a");
  link.href = href;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  return link;
}

function blocks(tokens: Token[], into: Node): void {
  for (const token of tokens) {
    switch (token.type) {
      case "space":
        break;
      case "list": {
        const list = into.appendChild(document.createElement((token as Tokens.List).ordered ? "ol" : "ul"));
        for (const item of (token as Tokens.List).items) {
          const entry = list.appendChild(document.createElement("li"));
          entry.dir = "auto";
          blocks(item.tokens, entry);
        }
        break;
      }
      case "blockquote":
        blocks((token as Tokens.Blockquote).tokens, into.appendChild(document.createElement("blockquote")));
        break;
      case "hr":
        into.appendChild(document.createElement("hr"));
        break;
      case "code":
        into.appendChild(document.createElement("pre")).textContent = (token as Tokens.Code).text;
        break;
      case "text":
        inline((token as Tokens.Text).tokens ?? [token], into);
        break;
      case "heading":
      case "paragraph": {
        const paragraph = into.appendChild(document.createElement("p"));
        paragraph.dir = "auto";
        if (token.type === "heading") paragraph.className = "heading";
        inline((token as Tokens.Paragraph).tokens, paragraph);
        break;
      }
      default: {
        const paragraph = into.appendChild(document.createElement("p"));
        paragraph.dir = "auto";
        paragraph.textContent = token.raw;
      }
    }
  }
}

export function markdown(text: string): DocumentFragment {
  const made = document.createDocumentFragment();
  blocks(lexer(text), made);
  return made;
}
