// A terminal with a program in it: keys go in, the screen is looked at.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { act, until } from "./wait.mjs";
import { draw, pictures } from "./picture.mjs";

let count = 0;

export class Terminal {
  /** Starts a program, given by its words, in a workspace's folder of drafts. */
  constructor(workspace, words, { width = 120, height = 36 } = {}) {
    this.name = `rapporteur-${process.pid}-${++count}`;
    this.env = { ...workspace.env, TMUX_TMPDIR: workspace.folder, TERM: "xterm-256color", COLORTERM: "truecolor" };
    const quoted = words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ");
    this.tmux("-f", "/dev/null", "new-session", "-d", "-x", String(width), "-y", String(height), "-c", workspace.drafts,
      "-e", "COLORTERM=truecolor", "-e", "TERM=tmux-256color", quoted,
      ";", "set", "-g", "escape-time", "0", ";", "set", "-g", "remain-on-exit", "on", ";", "set", "-g", "status", "off");
    process.once("exit", () => this.end());
  }

  tmux(...words) {
    return execFileSync("tmux", ["-u", "-L", this.name, ...words], { env: this.env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  }

  /** Keys by tmux's names: `Enter`, `C-o`, `Escape`. */
  keys(...names) {
    this.tmux("send-keys", ...names);
  }

  /** Text, letter by letter. */
  type(text) {
    // A semicolon at the end would part two of tmux's own commands.
    this.tmux("send-keys", "-l", text.replace(/;$/, "\\;"));
  }

  screen() {
    return this.tmux("capture-pane", "-p");
  }

  /** The screen's line that the cursor is in, up to the cursor. */
  beforeCursor() {
    const [column, row] = this.tmux("display-message", "-p", "#{cursor_x} #{cursor_y}").trim().split(" ").map(Number);
    const line = (this.screen().split("\n")[row] ?? "").padEnd(column);
    // Characters of East Asia take two columns.
    let width = 0;
    return [...line].filter((c) => (width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(c) ? 2 : 1) <= column).join("");
  }

  /** Waits until what stands before the cursor in its line is this. */
  standsBehind(pattern, what = `the cursor behind ${pattern}`) {
    return until(what, () => pattern.test(this.beforeCursor()), { describe: () => `“${this.beforeCursor()}” in\n${this.screen()}` });
  }

  shows(pattern) {
    return this.screen().match(pattern);
  }

  /** Waits until the screen shows something. */
  see(pattern, what = String(pattern)) {
    return until(what, () => this.shows(pattern), { describe: () => this.screen() });
  }

  /** Waits until the screen doesn't show it any more. */
  miss(pattern, what = `no ${pattern}`) {
    return until(what, () => !this.shows(pattern), { describe: () => this.screen() });
  }

  /** Presses keys, or does what a function says, until the screen shows something. */
  press(keys, pattern, what = `${keys} shows ${pattern}`) {
    const acting = typeof keys === "function" ? keys : () => this.keys(...[keys].flat());
    return act(what, acting, () => this.shows(pattern), { describe: () => this.screen() });
  }

  /** Waits until the program has ended by itself. */
  ended() {
    const dead = () => this.tmux("list-panes", "-F", "#{pane_dead}").trim() === "1";
    return until("the program's end", dead, { describe: () => this.screen() });
  }

  /** Keeps a picture of the screen, and its text for those who have no browser. */
  async picture(name, { scale = 1 } = {}) {
    const screen = this.tmux("capture-pane", "-p", "-e", "-N");
    writeFileSync(join(pictures(), `${name}.ansi`), screen);
    await draw(screen, join(pictures(), `${name}.png`), scale);
  }

  end() {
    try {
      this.tmux("kill-server");
    } catch {
      // It ended by itself.
    }
  }
}
