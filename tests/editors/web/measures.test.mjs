// How long a key takes in a draft of 60 KB, how much memory the page has, how large it is and how soon it begins. The figures are
// printed; what is asserted doesn't depend on the machine's pace.
import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { DIST, serve, WebPage } from "./page.mjs";

const KEYS = 200;
const SIZE = 60 * 1024;
/** The most that the page may hold, in bytes. */
const MEMORY = 60 * 2 ** 20;
/** Chromium draws a letter before it hears what the worker says of it, and so findings come with the next picture. Without that they
 * come when they are there. */
const AT_ONCE = "--disable-features=DeferRendererTasksAfterInput";

/** An invented draft of a length, with a mistake every now and then. */
function draft(size) {
  let text = "The General Assembly,\n\nRecalling its resolution 90/211 of 19 December 2035 on the lamps of small harbours,\n\n";
  for (let number = 1; text.length < size; number++) {
    const symbol = number % 25 === 0 ? "A/Res/90/211" : "A/RES/90/211";
    text += `${number}. Requests the keepers of harbour ${number} to light the lamps that are referred to in ${symbol}, and to report to the General Assembly at its ninety-fifth session on what they have seen from their piers;\n\n`;
  }
  return text;
}

/** Looks at the clock when a key is pressed, and behind the page's own listener when findings have come and are shown. */
function watchKeys() {
  window.taken = [];
  let pressed;
  window.addEventListener("keydown", (event) => (pressed = event.timeStamp), true);
  const Native = window.Worker;
  window.Worker = class extends Native {
    constructor(...args) {
      super(...args);
      queueMicrotask(() => this.addEventListener("message", ({ data }) => {
        if (pressed === undefined || data.kind !== "message" || !data.message.includes("publishDiagnostics")) return;
        window.taken.push(performance.now() - pressed);
        pressed = undefined;
        window.answered?.();
      }));
    }
  };
}

/** Has the worker's memory be asked for. */
const WATCH_MEMORY = `{
  const Native = WebAssembly.Instance;
  WebAssembly.Instance = class extends Native {
    constructor(...args) {
      super(...args);
      self.coreMemory = this.exports.memory;
    }
  };
}\n`;

async function measure(context, args) {
  const site = await serve();
  const page = await WebPage.open(site.address, { args, serviceWorkers: "block" });
  try {
    const start = await page.tab.evaluate(() => performance.now());
    await page.tab.addInitScript(watchKeys);
    await page.tab.route("**/worker.*.js", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: WATCH_MEMORY + (await response.text()) });
    });
    await page.tab.reload();
    await page.ready();
    await page.replace(draft(SIZE));
    // Nothing is looked for any more, as when somebody reads.
    await page.tab.locator("#findings .mend").first().waitFor();
    await page.cursorBehind("150. Requests the keepers");
    for (let key = 0; key < KEYS; key++) {
      const answered = page.tab.evaluate((count) => new Promise((resolve) => {
        window.answered = () => window.taken.length > count && resolve();
        window.answered();
      }), key);
      await page.tab.keyboard.press(key % 10 === 9 ? "Backspace" : "a");
      await answered;
    }
    const taken = (await page.tab.evaluate(() => window.taken)).sort((a, b) => a - b);
    const at = (share) => taken[Math.floor(share * (taken.length - 1))].toFixed(1);
    const core = await page.tab.workers()[0].evaluate(() => self.coreMemory.buffer.byteLength);
    const { bytes } = await page.tab.evaluate(() => performance.measureUserAgentSpecificMemory());
    const mebibytes = (size) => `${(size / 2 ** 20).toFixed(1)} MiB`;
    context.diagnostic(`a key in ${SIZE / 1024} KB, from the key to its findings: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms of ${taken.length}`);
    context.diagnostic(`memory: ${mebibytes(bytes + core)}, of which the core ${mebibytes(core)}`);
    context.diagnostic(`the single file: ${mebibytes(statSync(join(DIST, "rapporteur.html")).size)}; ready ${start.toFixed(0)} ms after it was asked for`);
    assert.equal(taken.length, KEYS);
    assert(bytes + core <= MEMORY, `the page holds ${bytes + core} bytes`);
  } finally {
    await page.close();
    await site.stop();
  }
}

test("a key in 60 KB, memory, size and start, as the browser is", { timeout: 240_000 }, (context) => measure(context, []));
test("the same, where findings don't wait for the next picture", { timeout: 240_000 }, (context) => measure(context, [AT_ONCE]));
