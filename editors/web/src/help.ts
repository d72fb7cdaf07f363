// The window that tells how the page is used.
import { dialog } from "./dialogs";
import { make } from "./elements";
import { type Key, say } from "./messages";

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
const command = isMac ? "⌘" : "Ctrl";

const KEYS: [string, Key][] = [
  ["F8, Shift+F8", "help.next"],
  [`${command}+.`, "help.mends"],
  [`${command}+I`, "help.hover"],
  [isMac ? "⌃+Space" : "Ctrl+Space", "help.complete"],
  ["F12", "help.reference"],
  ["Alt+↑, Alt+↓", "help.move"],
  [`${command}+Alt+F`, "help.footnote"],
  [`${command}+F`, "help.find"],
  [`${command}+O, ${command}+S`, "help.files"],
  ["Tab", "help.tab"],
];
const PARAGRAPHS: Key[] = ["help.what", "help.private", "help.paste", "help.pdf", "help.limits"];

export function help(): void {
  const keys = make("dl", { class: "keys" });
  for (const [key, meaning] of KEYS) {
    const keyName = make("dt", { children: [make("kbd", { text: key })] });
    keyName.dir = "ltr";
    keys.append(keyName, make("dd", { text: say(meaning) }));
  }
  dialog(say("help"), "help", [...PARAGRAPHS.map((key) => make("p", { text: say(key) })), make("h3", { text: say("help.keys") }), keys]);
}
