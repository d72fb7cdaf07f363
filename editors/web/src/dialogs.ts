// Windows of the page. Each is an element `dialog`, so that keys stay in it, and Escape closes it.
import { button, make } from "./elements";
import { type Chosen, pickFiles } from "./files";
import { say } from "./messages";

/** Shows a window; it is gone from the page when it is closed. */
export function dialog(title: string, className: string, content: Node[], buttons: HTMLButtonElement[] = []): HTMLDialogElement {
  const box = make("dialog", { class: className });
  const heading = make("h2", { text: title });
  heading.id = `dialog-${crypto.randomUUID()}`;
  box.setAttribute("aria-labelledby", heading.id);
  const close = button(say("close"), () => box.close());
  box.append(heading, ...content, make("div", { class: "buttons", children: [...buttons, close] }));
  box.addEventListener("close", () => box.remove());
  document.body.append(box);
  box.showModal();
  return box;
}

export interface GivenText {
  name: string;
  /** Typed or pasted words, or a file that is still to be read. */
  text?: string;
  file?: Chosen;
}

/** Asks for a text: a file, or words that are pasted. */
export function askText(title: string, explanation: string): Promise<GivenText | undefined> {
  return new Promise((resolve) => {
    const area = make("textarea");
    area.rows = 8;
    area.dir = "auto";
    const label = make("label", { children: [say("text.paste"), area] });
    let given: GivenText | undefined;
    const take = (text: GivenText) => {
      given = text;
      box.close();
    };
    const choose = button(say("text.file"), () => void pickFiles().then(([file]) => file && take({ name: file.name, file })), "main");
    const go = button(say("text.go"), () => {
      if (area.value.trim()) take({ name: say("text.pasted"), text: area.value });
      else area.focus();
    });
    const box = dialog(title, "ask", [make("p", { text: explanation }), choose, label], [go]);
    box.addEventListener("close", () => resolve(given));
  });
}

/** Shows a page that the core has made, as it is: a page of its own, in which nothing runs and nothing is loaded. */
export function showPage(title: string, html: string, save: () => void): void {
  const frame = make("iframe");
  frame.setAttribute("sandbox", "");
  frame.title = title;
  frame.srcdoc = html;
  dialog(title, "wide", [frame], [button(say("page.save"), save)]);
}

export type SaveFormat = "text" | "markdown" | "docx" | "akn";
export const ENDINGS: Record<SaveFormat, string> = { text: ".resolution.txt", markdown: ".md", docx: ".docx", akn: ".xml" };

/** Asks for a name and a format. */
export function askSave(name: string, format: SaveFormat): Promise<{ name: string; format: SaveFormat } | undefined> {
  return new Promise((resolve) => {
    const field = make("input");
    field.value = name;
    field.dir = "auto";
    field.required = true;
    const select = make("select");
    for (const one of ["text", "docx", "markdown", "akn"] as const) select.add(new Option(say(`save.${one}`), one, false, one === format));
    let answer: { name: string; format: SaveFormat } | undefined;
    const go = button(say("save.go"), () => {
      const format = select.value as SaveFormat;
      if (!field.value.trim()) return field.focus();
      answer = { name: field.value.trim() + ENDINGS[format], format };
      box.close();
    }, "main");
    const box = dialog(say("save.title"), "ask", [make("label", { children: [say("save.name"), field] }), make("label", { children: [say("save.format"), select] })], [go]);
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.isComposing) go.click();
    });
    field.select();
    box.addEventListener("close", () => resolve(answer));
  });
}
