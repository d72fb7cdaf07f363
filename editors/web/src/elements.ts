// The page's elements, and words in them.
import { type Key, say } from "./messages";

/** An element of the page that is there always. */
export function byId<E extends HTMLElement = HTMLElement>(id: string): E {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no ${id}`);
  return element as E;
}

interface Parts {
  class?: string;
  text?: string;
  /** Words that run as they themselves do: names and words of a draft. */
  auto?: boolean;
  children?: (Node | string)[];
}

export function make<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, parts: Parts = {}): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (parts.class) element.className = parts.class;
  if (parts.text !== undefined) element.textContent = parts.text;
  if (parts.auto) element.dir = "auto";
  if (parts.children) element.append(...parts.children);
  return element;
}

export function button(text: string, run: () => void, className = ""): HTMLButtonElement {
  const made = make("button", { text, class: className });
  made.type = "button";
  made.addEventListener("click", run);
  return made;
}

/** Says all that stands on the page always, in its language. */
export function sayAll(): void {
  for (const element of document.querySelectorAll<HTMLElement>("[data-say]")) element.textContent = say(element.dataset.say as Key);
  for (const element of document.querySelectorAll<HTMLElement>("[data-say-label]")) element.setAttribute("aria-label", say(element.dataset.sayLabel as Key));
  for (const element of document.querySelectorAll<HTMLElement>("[data-say-title]")) element.title = say(element.dataset.sayTitle as Key);
}

/** Reads a sentence out to those who hear the page. */
export function tell(words: string): void {
  const live = byId("live");
  // The same words twice are two messages.
  live.textContent = live.textContent === words ? `${words}\u00a0` : words;
}

interface Action {
  label: string;
  run: () => void;
}

/** Shows a sentence until it is closed or another one of its kind comes. */
export function notice(kind: string, words: string, actions: Action[] = [], grave = false): void {
  unnotice(kind);
  const box = make("div", { class: grave ? "notice grave" : "notice" });
  box.dataset.kind = kind;
  box.setAttribute("role", grave ? "alert" : "status");
  box.append(make("p", { text: words, auto: true }));
  for (const { label, run } of actions) {
    box.append(
      button(label, () => {
        box.remove();
        run();
      }),
    );
  }
  const close = button("×", () => box.remove(), "close");
  close.setAttribute("aria-label", say("close"));
  box.append(close);
  byId("notices").append(box);
}

export function unnotice(kind: string): void {
  for (const box of byId("notices").querySelectorAll<HTMLElement>(".notice")) if (box.dataset.kind === kind) box.remove();
}
