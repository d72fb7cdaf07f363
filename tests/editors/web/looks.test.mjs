// The page for everybody: six languages, dark and light, telephones, screen readers; each with a picture.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { until } from "../harness/wait.mjs";
import { serve, WebPage } from "./page.mjs";

const EXAMPLE = { ar: "مثال", en: "Example", es: "Ejemplo", fr: "Exemple", ru: "Пример", zh: "示例" };
const HELP = { ar: "مساعدة", en: "Help", es: "Ayuda", fr: "Aide", ru: "Справка", zh: "帮助" };
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
const LOOKS = [
  ["en", "light", {}],
  ["zh", "light", {}],
  ["ar", "light", {}],
  ["fr", "light", {}],
  ["ru", "light", {}],
  ["es", "dark", {}],
  ["en", "dark", {}],
  ["zh", "dark", {}],
  ["ar", "dark", {}],
  ["en", "light", PHONE, "-phone"],
  ["zh", "dark", PHONE, "-phone"],
  ["ar", "light", PHONE, "-phone"],
];

let site;
before(async () => (site = await serve()));
after(() => site?.stop());

for (const [locale, colorScheme, size, suffix = ""] of LOOKS) {
  test(`${locale}, ${colorScheme}${suffix}`, { timeout: 120_000 }, async () => {
    const page = await WebPage.open(site.address, { locale, colorScheme, ...size });
    try {
      await page.accessible("an empty page");
      await page.tab.getByRole("button", { name: EXAMPLE[locale], exact: true }).click();
      await until("four findings", async () => (await page.tab.locator("#findings > li").count()) === 4);
      await page.tab.locator("#findings .mend").nth(3).waitFor();
      await page.tab.locator("#outline li").first().waitFor();
      await page.tab.locator(".cm-opening").first().waitFor();
      assert.equal(await page.tab.locator("html").getAttribute("lang"), locale);
      assert.equal(await page.tab.locator("html").getAttribute("dir"), locale === "ar" ? "rtl" : "ltr");
      await until("the draft's language is told", async () => (await page.editor().getAttribute("lang")) === locale);
      await page.accessible("findings");
      await page.picture(`${locale}-${colorScheme}${suffix}`);
      // Nothing is cut off at the sides.
      assert.equal(await page.tab.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
      await page.tab.keyboard.press("ControlOrMeta+F");
      await page.tab.locator(".cm-search").waitFor();
      await page.accessible("search");
      await page.tab.keyboard.press("Escape");
      await page.tab.getByRole("button", { name: HELP[locale], exact: true }).click();
      await page.accessible("help");
      await page.picture(`${locale}-${colorScheme}${suffix}-help`);
    } finally {
      await page.close();
    }
  });
}

test("each line runs as its words do", { timeout: 120_000 }, async () => {
  const page = await WebPage.open(site.address, { locale: "ar" });
  try {
    await page.replace("الأمم المتحدة\n\nA/C.2/93/L.27\n\n1 - تقرر إضاءة المصابيح؛\n");
    const lines = () => page.tab.locator(".cm-line").evaluateAll((all) => all.map((line) => `${line.dir} ${getComputedStyle(line).direction}`));
    await until("the directions", async () => (await lines()).join() === ["rtl rtl", "rtl rtl", "ltr ltr", "rtl rtl", "rtl rtl", "rtl rtl"].join(), { describe: async () => (await lines()).join() });
  } finally {
    await page.close();
  }
});

test("in a Chinese sentence nothing is offered", { timeout: 120_000 }, async () => {
  const page = await WebPage.open(site.address, { locale: "zh" });
  try {
    await page.replace("大会，\n\n回顾港口的灯，\n\n1. 决定点亮港口的");
    await page.cursorBehind("港口的");
    await page.tab.keyboard.insertText("灯");
    await page.tab.keyboard.insertText("塔");
    // The answer to a question that is asked by hand comes behind that of the other one.
    await page.tab.locator("#outline li").first().waitFor();
    assert.equal(await page.tab.locator(".cm-tooltip-autocomplete").count(), 0);
  } finally {
    await page.close();
  }
});
