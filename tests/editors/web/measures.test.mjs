// How long a key takes in a draft of 60 KB, how much memory the page has, how large it is and how soon it begins. The figures are
// printed; what is asserted doesn't depend on the machine's pace.
import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { DIST, serve, WebPage } from "./page.mjs";

const KEYS = 200;
const SIZE = 60 * 1024;

/** An invented draft of a length, with a mistake every now and then. */
function draft(size) {
  let text = "The General Assembly,\n\nRecalling its resolution 90/211 of 19 December 2035 on the lamps of small harbours,\n\n";
  for (let number = 1; text.length < size; number++) {
    const symbol = number % 25 === 0 ? "A/Res/90/211" : "A/RES/90/211";
    text += `${number}. Requests the keepers of harbour ${number} to light the lamps that are referred to in ${symbol}, and to report to the General Assembly at its ninety-fifth session on what they have seen from their piers;\n\n`;
  }
  return text;
}

test("a key in 60 KB, memory, size and start", { timeout: 240_000 }, async (context) => {
  const site = await serve();
  const page = await WebPage.open(site.address);
  try {
    const start = await page.tab.evaluate(() => performance.now());
    // From here on each message of the worker with findings is followed by a look at the clock.
    await page.tab.addInitScript(() => {
      const taken = (window.taken = []);
      let pressed;
      window.addEventListener("keydown", (event) => (pressed = event.timeStamp), true);
      const Native = window.Worker;
      window.Worker = class extends Native {
        constructor(...args) {
          super(...args);
          // Behind the page's own listener, which shows what came.
          queueMicrotask(() => this.addEventListener("message", ({ data }) => {
            if (pressed === undefined || data.kind !== "message" || !data.message.includes("publishDiagnostics")) return;
            taken.push(performance.now() - pressed);
            pressed = undefined;
          }));
        }
      };
    });
    await page.tab.reload();
    await page.ready();
    await page.replace(draft(SIZE));
    await page.tab.locator("#findings .mend").first().waitFor();
    // Nothing is looked for any more, as when somebody reads.
    await page.tab.locator("#outline li").first().waitFor();
    await page.cursorBehind("150. Requests the keepers");
    for (let key = 0; key < KEYS; key++) {
      await page.tab.keyboard.press(key % 10 === 9 ? "Backspace" : "a");
      await page.tab.waitForFunction((count) => window.taken.length > count, key);
    }
    const taken = (await page.tab.evaluate(() => window.taken)).sort((a, b) => a - b);
    const at = (share) => taken[Math.floor(share * (taken.length - 1))].toFixed(1);
    const { bytes } = await page.tab.evaluate(() => performance.measureUserAgentSpecificMemory());
    const size = (name) => `${(statSync(join(DIST, name)).size / 2 ** 20).toFixed(1)} MiB`;
    context.diagnostic(`a key in ${SIZE / 1024} KB, from the key to its findings: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms of ${taken.length}`);
    context.diagnostic(`memory of the page and its worker: ${(bytes / 2 ** 20).toFixed(1)} MiB`);
    context.diagnostic(`the single file: ${size("rapporteur.html")}; ready ${start.toFixed(0)} ms after it was asked for`);
    assert.equal(taken.length, KEYS);
    assert(bytes <= 60 * 2 ** 20, `the page holds ${bytes} bytes`);
  } finally {
    await page.close();
    await site.stop();
  }
});
