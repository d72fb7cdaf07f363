// Rapporteur as a page: from an empty one to a saved document.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { until } from "../harness/wait.mjs";
import { FOUND, PAGE_TEXT } from "../harness/workspace.mjs";
import { example, fileAddress, serve, WebPage } from "./page.mjs";

/** A draft as Word puts it on the clipboard: its labels are counted, and its note stands elsewhere. */
const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15"></head><body><!--StartFragment-->
<p class=MsoNormal>The General Assembly,<o:p></o:p></p>
<p class=MsoNormal><i>Recalling</i> the lamps of the harbours,<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference><![if !supportFootnotes]>[1]<![endif]></span></a><o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;&nbsp; </span></span><![endif]><i>Decides</i> to light the lamps;<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>3.<span>&nbsp;&nbsp;&nbsp; </span></span><![endif]><i>Requests</i> the keepers to watch.<o:p></o:p></p>
<!--EndFragment--><div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1">[1]</a> A/93/85.</p></div></div></body></html>`;

let site;
let page;
before(async () => {
  site = await serve();
  page = await WebPage.open(site.address);
});
after(async () => {
  await page?.close();
  await site?.stop();
});

/** Each part keeps a picture when it fails. */
function part(name, body) {
  test(name, { timeout: 120_000 }, async () => {
    try {
      await body();
    } catch (error) {
      await page.picture(`FAILED-${name.replace(/\W+/g, "-").slice(0, 40)}`).catch(() => {});
      throw error;
    }
  });
}
const press = (keys) => page.tab.keyboard.press(keys);
const button = (name) => page.tab.getByRole("button", { name, exact: true });
const has = (words) => until(`the text has ${words}`, async () => (await page.text()).includes(words), { describe: () => page.text() });

part("an empty page says what it is for, and that nothing leaves it", async () => {
  await page.see("Write, paste or open a draft resolution. Nothing leaves this page.");
  const policy = await page.tab.locator("meta[http-equiv='Content-Security-Policy']").getAttribute("content");
  assert.match(policy, /^default-src 'none'; /);
  assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval'(?<!'wasm-unsafe-eval')|\*|https?:/);
});

part("what is typed is checked as it is typed, and a number is completed by Enter", async () => {
  await page.editor().focus();
  await page.tab.keyboard.type("The General Assembly,\n\nRecalling the lamps,\n\n1. Decides to light the lamps;\n");
  await has("\n2. ");
  await page.tab.keyboard.type("Requests the keepers to watch;\n");
  await has("\n3. ");
  await press("Backspace");
  await press("Backspace");
  await press("Backspace");
  await page.tab.keyboard.type("4. Invites all to come.\n");
  await page.findings("The numbers jump from 2 to 4");
});

part("the example has four mistakes, underlined and listed with their mends", async () => {
  await button("Example").click();
  await page.findings(...FOUND);
  assert.equal(await page.text(), example("night-sky.en.resolution.txt"));
  await page.tab.locator("#findings .mend:has-text('Number the paragraph 4')").waitFor();
  assert.equal(await page.tab.locator("#findings-count").innerText(), "4 findings");
  await page.see("Paragraphs: 6 preambular, 7 operative. Footnotes: 3. Citations: 6.");
  await until("it is read out", async () => (await page.tab.locator("#live").innerText()).trim() === "4 findings");
  await page.tab.locator("#outline button:has-text('Protection of the night sky')").waitFor();
});

part("F8 goes from finding to finding, and Ctrl+. mends by keys alone", async () => {
  await page.cursorBehind("United Nations");
  await press("F8");
  await press("F8");
  await press("F8");
  await until("it is read out", async () => (await page.tab.locator("#live").innerText()).startsWith("Paragraph 3 is numbered twice"));
  await press("Control+.");
  await page.tab.locator("[role=menuitem]:has-text('Number the paragraph 4')").waitFor();
  await press("Enter");
  await has("\n4. Requests the Secretary-General to keep");
  await page.findings(FOUND[0], FOUND[1], FOUND[3]);
  await press("Control+Z");
  await page.findings(...FOUND);
});

part("a finding's button mends it", async () => {
  await page.tab.locator("#findings .mend:has-text('A/RES/90/211')").click();
  await has("See A/RES/90/211");
  await page.findings(FOUND[0], FOUND[1], FOUND[2]);
});

part("a box tells what is cited, and what is wrong, with its mend", async () => {
  await page.cursorBehind("its resolution 92/1");
  await press("Control+I");
  await page.tab.locator(".told:has-text('Dark and quiet skies for science and society')").waitFor();
  const link = page.tab.locator(".told a");
  assert.equal(await link.getAttribute("href"), "https://undocs.org/en/A/RES/92/14");
  assert.equal(await link.getAttribute("rel"), "noopener noreferrer");
  await press("Escape");
  await page.tab.locator(".told").waitFor({ state: "detached" });
  await page.tab.locator(".cm-lintRange").first().hover();
  await page.tab.locator(".told .message").waitFor();
  await page.tab.mouse.move(5, 5);
});

part("a resolution that lies beside the draft is shown where it is cited", async () => {
  await page.cursorBehind("its resolution 92/1");
  await press("F12");
  await page.tab.locator("dialog .cited p:has-text('Dark and quiet skies for science and society')").first().waitFor();
  await page.accessible("a cited text");
  await press("Escape");
});

part("renumbering numbers all anew", async () => {
  await button("Renumber").click();
  await has("\n(c) To measure the brightness");
  await has("\n4. Requests the Secretary-General to keep");
  await page.findings(FOUND[0]);
});

part("a footnote is put in behind the word at the cursor, and those behind it are renumbered", async () => {
  await page.cursorBehind("Nocturnal Species");
  await button("Footnote").click();
  await page.see("No footnote can be called here.");
  await page.cursorBehind("and the obligations of its parties");
  await button("Footnote").click();
  await until("a fifth mark", async () => /⁵/.test(await page.text()), { describe: () => page.text() });
});

part("what may be written is offered where a paragraph begins", async () => {
  await page.replace("The General Assembly,\n\nRecalling the lamps,\n\n");
  await page.cursorBehind("lamps,\n\n");
  await page.tab.keyboard.type("Rec");
  await page.tab.locator(".cm-tooltip-autocomplete li:has-text('Recalling also')").first().waitFor();
  await press("Escape");
});

part("a fragment pasted out of Word keeps its numbers and its note", async () => {
  await page.editor().focus();
  await press("Control+A");
  await press("Delete");
  await page.paste("The General Assembly,", WORD);
  assert.equal(await page.text(), "The General Assembly,\n\nRecalling the lamps of the harbours,¹\n\n1. Decides to light the lamps;\n\n3. Requests the keepers to watch.\n\n__________________\n\n¹ A/93/85.\n");
  await page.see("Numbers and letters that became words: 2. Footnotes: 1.");
  await page.findings("The numbers jump from 1 to 3");
});

part("a page pasted out of a PDF becomes a clean draft", async () => {
  await page.replace(PAGE_TEXT);
  await page.see("This looks like text out of a PDF.");
  await page.tab.locator(".notice button:has-text('Make a clean draft')").click();
  await has("the lamps¹ that were kept alight in them by generations of keepers");
  await has("¹ A/93/85.");
});

part("an earlier text shows what changed", async () => {
  await page.replace(example("night-sky.en.resolution.txt"));
  await button("Compare…").click();
  await page.tab.locator("dialog textarea").fill(example("night-sky.en.resolution.txt").replace("three children in four", "most children"));
  await button("Use the pasted text").click();
  const frame = page.tab.frameLocator("dialog iframe");
  await frame.locator("ins:has-text('in four')").waitFor();
  // The page's own style sheet counts, and nothing runs in it.
  assert.notEqual(await frame.locator("ins").first().evaluate((element) => getComputedStyle(element).backgroundColor), "rgba(0, 0, 0, 0)");
  await page.picture("what-changed");
  const [download] = await Promise.all([page.tab.waitForEvent("download"), button("Save this page").click()]);
  assert.match(readFileSync(await download.path(), "utf8"), /<ins>/);
  await press("Escape");
});

part("another language version stands beside, and what differs is told", async () => {
  await page.replace(example("versions/harbour-lights.en.resolution.txt"));
  await button("Other language…").click();
  await page.tab.locator("dialog textarea").fill(example("versions/harbour-lights.fr.resolution.txt"));
  await button("Use the pasted text").click();
  await page.findings("91/72");
  await page.cursorBehind("4. Invites");
  await until("the same paragraph is marked", async () => (await page.tab.locator(".cm-beside").allInnerTexts()).some((text) => text.startsWith("4. Invite")));
  await page.picture("versions");
  await button("Paragraph by paragraph").click();
  await page.tab.frameLocator("dialog iframe").locator("td:has-text('Feux des petits ports')").first().waitFor();
  await page.picture("concordance");
  await press("Escape");
  await button("Close this version").click();
  await page.findings();
});

part("a draft is saved as a Word document, and opened again", async () => {
  await page.replace(example("night-sky.en.resolution.txt"));
  await button("Save as…").click();
  await page.tab.getByLabel("Name").fill("sky");
  await page.tab.getByLabel("Format").selectOption("docx");
  const [download] = await Promise.all([page.tab.waitForEvent("download"), button("Save").click()]);
  assert.equal(download.suggestedFilename(), "sky.docx");
  const file = join(page.folder, "sky.docx");
  await download.saveAs(file);
  assert.equal(readFileSync(file).subarray(0, 2).toString(), "PK");
  const [chooser] = await Promise.all([page.tab.waitForEvent("filechooser"), button("Open…").click()]);
  await chooser.setFiles(file);
  await page.see(" is open.");
  await page.findings(...FOUND);
  // The lines of its masthead stand apart there.
  const lines = (text) => text.split(/\n+/).filter(Boolean);
  assert.deepEqual(lines(await page.text()), lines(example("night-sky.en.resolution.txt")));
});

part("a file that can't be read is named, with the reason, and the text stays", async () => {
  const file = join(page.folder, "torn.docx");
  writeFileSync(file, "PK\x03\x04 and no more");
  const before = await page.text();
  const [chooser] = await Promise.all([page.tab.waitForEvent("filechooser"), button("Open…").click()]);
  await chooser.setFiles(file);
  await page.tab.locator("[role=alert]:has-text('torn.docx')").waitFor();
  assert.equal(await page.text(), before);
});

part("a file is opened by dropping it on the page", async () => {
  await page.tab.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "dropped.md"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, "The General Assembly,\n\n1. Decides to drop it.\n");
  await has("1. Decides to drop it.");
  await page.tab.locator(".notice:has-text('dropped.md')").waitFor();
});

part("what was open before is among the kept texts, and comes back", async () => {
  await button("Texts kept here").click();
  await page.tab.locator("dialog .kept button:has-text('sky.docx')").first().click();
  await has("Protection of the night sky");
});

part("Tab leaves the text, and comes back", async () => {
  await page.editor().focus();
  await press("Tab");
  assert.equal(await page.editor().evaluate((content) => content.contains(document.activeElement)), false);
  await press("Shift+Tab");
  await until("the text has the keys", () => page.editor().evaluate((content) => content === document.activeElement));
});

part("a trap in the core ends the worker: another one goes on, and no key is lost", async () => {
  await page.cursorBehind("United Nations");
  const [worker] = page.tab.workers();
  const next = page.tab.waitForEvent("worker");
  await worker.evaluate(() => void setTimeout(() => { throw new WebAssembly.RuntimeError("unreachable"); }));
  await page.tab.keyboard.type(" and its lamps");
  await next;
  await page.see("Checking had stopped and has begun again. Your text is all there.");
  await has("United Nations and its lamps");
  await page.findings(...FOUND);
  await button("Renumber").click();
  await has("\n(c) To measure the brightness");
});

part("when it ends again and again it is left alone until it is asked for", async () => {
  for (const again of [true, false]) {
    const [worker] = page.tab.workers();
    const next = again ? page.tab.waitForEvent("worker") : page.tab.locator("[role=alert]:has-text('Checking has stopped several times')").waitFor();
    await worker.evaluate(() => void setTimeout(() => { throw new WebAssembly.RuntimeError("unreachable"); }));
    await next;
  }
  await page.tab.keyboard.type("!");
  await button("Begin again").click();
  await page.findings(FOUND[0], FOUND[3]);
  assert.equal(await page.tab.locator("[role=alert]").count(), 0);
});

part("the page is loaded again without a network and with its server gone, and the text is there", async () => {
  const before = await page.text();
  await page.tab.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await page.tab.reload();
  await page.ready();
  await site.stop();
  await page.context.setOffline(true);
  await page.tab.reload();
  await page.ready();
  assert.equal(await page.text(), before);
  await page.findings(FOUND[0], FOUND[3]);
});

part("two pages keep two texts", async () => {
  const before = await page.text();
  const other = await page.another();
  assert.notEqual(await other.text(), before);
  await other.replace("The General Assembly,\n\n1. Decides on another text.\n");
  await other.tab.evaluate(() => window.dispatchEvent(new Event("pagehide")));
  await other.tab.close();
  await page.tab.reload();
  await page.ready();
  assert.equal(await page.text(), before);
});

part("nothing was asked for but the page's own files, and nothing was complained about", async () => {
  const elsewhere = page.requests.filter((url) => !url.startsWith(site.address) && !url.startsWith("data:") && !url.startsWith("blob:"));
  assert.deepEqual(elsewhere, []);
  const known = /The worker has ended: |net::ERR_(?:INTERNET_DISCONNECTED|CONNECTION_REFUSED)|unreachable|ServiceWorker/;
  assert.deepEqual(page.complaints.filter((words) => !known.test(words)), []);
});
