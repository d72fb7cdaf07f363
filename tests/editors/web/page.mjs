// The page as its user meets it: served by a server of the test's own, in a browser that can reach nothing else.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { server } from "../../../editors/web/serve.mjs";
import { open } from "../harness/browser.mjs";
import { pictures } from "../harness/picture.mjs";
import { PATIENCE, until } from "../harness/wait.mjs";
import { given, REPOSITORY } from "../harness/workspace.mjs";

const axe = readFileSync(createRequire(`${given("RAPPORTEUR_WEB_TESTS")}/`).resolve("axe-core/axe.min.js"), "utf8");
export const DIST = given("RAPPORTEUR_PAGE");
export const example = (name) => readFileSync(join(REPOSITORY, "examples", name), "utf8");

/** Serves the page on a port of its own. */
export async function serve() {
  const running = server(DIST);
  await new Promise((resolve) => running.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${running.address().port}/`,
    stop: () => new Promise((resolve) => {
      running.closeAllConnections();
      running.close(resolve);
    }),
  };
}

export class WebPage {
  /** Opens the page in a browser of a new user; `options` are the browser's: language, colours, size. */
  static async open(address, options = {}) {
    const folder = mkdtempSync(join(tmpdir(), "rapporteur-web-"));
    const context = await open(folder, { locale: "en", viewport: { width: 1280, height: 800 }, ...options });
    const page = new WebPage(folder, context, context.pages()[0]);
    page.address = address;
    await page.go();
    return page;
  }

  constructor(folder, context, tab) {
    Object.assign(this, { folder, context, tab });
    /** Everything that was asked for, by anything in the browser. */
    this.requests = [];
    /** What the browser has complained about. */
    this.complaints = [];
    context.on("request", (request) => this.requests.push(request.url()));
    tab.on("console", (message) => message.type() === "error" && this.complaints.push(message.text()));
    tab.on("pageerror", (error) => this.complaints.push(String(error)));
    tab.setDefaultTimeout(PATIENCE);
  }

  /** Without the windows in which the system asks for files: what is saved is a download, and what is opened a field. */
  async go() {
    await this.tab.addInitScript(() => {
      delete window.showOpenFilePicker;
      delete window.showSaveFilePicker;
    });
    await this.tab.goto(this.address);
    await this.ready();
  }

  ready = () => this.tab.waitForSelector("body.ready");
  close = async () => {
    await this.context.close();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  };

  /** Another page in the same browser. */
  async another() {
    const other = new WebPage(this.folder, this.context, await this.context.newPage());
    other.address = this.address;
    await other.go();
    return other;
  }

  picture = (name) => this.tab.screenshot({ path: join(pictures(), `web-${name}.png`) });

  /** The editor of the draft, or of its other language version. */
  editor = (nth = 0) => this.tab.locator(".cm-content").nth(nth);

  /** The text as the editor has it, line by line, whether it is drawn or not. */
  text = (nth = 0) => this.tab.locator(".cm-content").nth(nth).evaluate((content) => content.cmTile.view.state.doc.toString());

  /** Puts a text in the draft's place, as a person does who selects all and pastes. */
  async replace(text) {
    await this.editor().focus();
    await this.tab.keyboard.press("ControlOrMeta+A");
    await this.paste(text);
  }

  /** Pastes what another program has put on the clipboard, which browsers let no page put there. */
  async paste(plain, html) {
    await this.editor().evaluate((content, [plain, html]) => {
      const data = new DataTransfer();
      data.setData("text/plain", plain);
      if (html) data.setData("text/html", html);
      content.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    }, [plain, html]);
  }

  /** Puts the cursor behind words of the draft. */
  async cursorBehind(words, nth = 0) {
    await this.editor(nth).focus();
    const found = await this.editor(nth).evaluate((content, words) => {
      const { view } = content.cmTile;
      const at = view.state.doc.toString().indexOf(words);
      if (at >= 0) view.dispatch({ selection: { anchor: at + words.length }, scrollIntoView: true });
      return at >= 0;
    }, words);
    assert(found, `the draft has no ${words}`);
  }

  /** Waits until just these findings are listed, in any order: words of each. */
  async findings(...words) {
    const list = this.tab.locator("#findings > li");
    const listed = () => list.allInnerTexts();
    await until(`${words.length} findings: ${words.join(", ")}`, async () => {
      const all = (await this.tab.locator("#findings").isVisible()) ? await listed() : [];
      return all.length === words.length && words.every((one) => all.some((text) => text.includes(one)));
    }, { describe: async () => (await listed()).join("\n") });
  }

  async see(words) {
    await this.tab.locator(`:text("${words}")`).first().waitFor();
  }

  /** Nothing that keeps a person from using the page, whoever they are; as axe knows it. */
  async accessible(what) {
    await this.tab.evaluate(axe);
    const { violations } = await this.tab.evaluate(() => window.axe.run({ iframes: false }));
    const told = violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((node) => node.html.slice(0, 160)).join("\n  ")}`);
    assert.deepEqual(told, [], what);
  }
}

export const fileAddress = (name) => pathToFileURL(join(DIST, name)).href;
