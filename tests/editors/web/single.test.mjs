// The page as a single file, opened from the disk, and without a request once it is loaded, in either form.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileAddress, serve, WebPage } from "./page.mjs";

const DRAFT = "The General Assembly,\n\nRecalling the lamps,\n\n1. Decides to light the lamps;\n\n3. Requests the keepers to watch.\n";

async function use(page) {
  await page.editor().focus();
  await page.tab.keyboard.type("The");
  await page.replace(DRAFT);
  await page.findings("The numbers jump from 1 to 3");
  await page.tab.getByRole("button", { name: "Renumber" }).click();
  await page.findings();
  await page.tab.getByRole("button", { name: "Compare…" }).click();
  await page.tab.locator("dialog textarea").fill(DRAFT);
  await page.tab.getByRole("button", { name: "Use the pasted text" }).click();
  await page.tab.frameLocator("dialog iframe").locator("h1").waitFor();
  await page.tab.keyboard.press("Escape");
}

test("the single file opens from the disk, checks, and asks for nothing", { timeout: 120_000 }, async () => {
  const page = await WebPage.open(fileAddress("rapporteur.html"));
  try {
    await use(page);
    assert.deepEqual(page.requests.filter((url) => !/^(?:data|blob):/.test(url)), [fileAddress("rapporteur.html")]);
    assert.deepEqual(page.complaints, []);
    const policy = await page.tab.locator("meta[http-equiv='Content-Security-Policy']").getAttribute("content");
    assert.match(policy, /connect-src 'none'/);
    await page.tab.reload();
    await page.ready();
    assert.match(await page.text(), /2\. Requests the keepers/);
  } finally {
    await page.close();
  }
});

test("the folder asks for its files once, and for nothing while it is used", { timeout: 120_000 }, async () => {
  const site = await serve();
  const page = await WebPage.open(site.address);
  try {
    await page.tab.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
    const loaded = page.requests.length;
    await use(page);
    assert.deepEqual(page.requests.slice(loaded).filter((url) => !/^(?:data|blob):|^about:srcdoc/.test(url)), []);
    // Not even a script in the page could reach another place.
    const refused = await page.tab.evaluate(() => fetch("http://127.0.0.1:9/").then(() => false, () => true));
    assert(refused);
    assert(page.complaints.some((words) => words.includes("Content Security Policy")), page.complaints.join());
  } finally {
    await page.close();
    await site.stop();
  }
});
