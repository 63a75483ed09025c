// The page on a phone, a desk, on paper; without scripts; with long texts.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { bees, compare, file, says, start, stop, visit } from "./pages.mjs";
import { arabic, chinese, long } from "./stories.mjs";

let spun;
before(async () => {
  await start();
  spun = compare(bees("original"), bees("spun"));
});
after(stop);

const kinds = ["e", "s", "r", "m", "a"];
const lineOf = (page, kind) => page.$eval(`.text .${kind}`, (element) => {
  const { textDecorationLine: line, textDecorationStyle: style } = getComputedStyle(element);
  return `${line} ${style}`;
});

test("nothing sticks out at any width", async () => {
  const unbroken = file(`${"x".repeat(3000)} ${"城".repeat(500)} https://example.org/${"y".repeat(500)}`, `${"n".repeat(200)}.txt`);
  for (const { url } of [spun, compare(...arabic.map((text) => file(text))), compare(...chinese.map((text) => file(text))), compare(unbroken, unbroken)]) {
    await visit(url, {}, async (page) => {
      for (const width of [320, 400, 900, 1600]) {
        await page.setViewportSize({ width, height: 800 });
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${url} at ${width}`);
      }
    });
  }
});

test("the texts stand side by side, on a phone below each other", async () => {
  const tops = (page) => page.$$eval(".text", (all) => all.map((element) => element.getBoundingClientRect().top));
  await visit(spun.url, {}, async (page) => { const [a, b] = await tops(page); assert.equal(a, b); });
  await visit(spun.url, { viewport: { width: 400, height: 800 }, hasTouch: true, isMobile: true }, async (page) => {
    const [a, b] = await tops(page);
    assert.ok(b > a + 100);
    await page.tap("#rewrite .s");
    await says(page, "#tip", /→/);
    const tip = await page.locator("#tip").boundingBox();
    assert.ok(tip.x >= 0 && tip.x + tip.width <= 400);
  });
});

test("right-to-left texts run from the right, beside English ones", async () => {
  await visit(compare(...arabic.map((text) => file(text))).url, {}, async (page) => {
    assert.equal(await page.$eval("#rewrite p", (element) => getComputedStyle(element).direction), "rtl");
    assert.equal(await page.$eval("body", (element) => getComputedStyle(element).direction), "ltr");
  });
});

test("the kinds can be told apart without colours", async () => {
  await visit(spun.url, {}, async (page) => {
    const lines = await Promise.all(kinds.map((kind) => lineOf(page, kind)));
    assert.equal(new Set(lines).size, kinds.length, lines.join(", "));
  });
});

test("paper has both texts whole, a legend, and no controls", async () => {
  await visit(spun.url, {}, async (page) => {
    await page.emulateMedia({ media: "print" });
    for (const control of ["#search", ".steps", ".skip", "#tip", ".strip input", ".keys"]) assert.ok(await page.isHidden(control), control);
    assert.ok(await page.isVisible(".legend"));
    for (const text of ["#source", "#rewrite"]) {
      assert.ok(await page.$eval(text, (element) => element.scrollHeight <= element.clientHeight + 1), text);
    }
    const lines = await Promise.all(kinds.map((kind) => lineOf(page, kind)));
    assert.equal(new Set(lines).size, kinds.length);
    const pdf = await page.pdf({ format: "A4" });
    const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
    assert.ok(pages >= 4 && pages <= 14, `${pages} pages`);
  });
});

test("without scripts everything can be read, and nothing pretends to work", async () => {
  await visit(spun.url, { javaScriptEnabled: false }, async (page) => {
    for (const part of ["h1", ".reasons li", "#swaps table", "#things table", "#source .s", "#rewrite .s", ".legend", ".strip svg", "footer"]) {
      assert.ok(await page.locator(part).first().isVisible(), part);
    }
    for (const control of ["#search", ".steps", ".strip input"]) assert.ok(await page.locator(control).first().isHidden(), control);
  });
});

test("20,000 words open, and answer", async () => {
  const [source, rewrite] = long(20_000);
  const { url } = compare(file(source), file(rewrite));
  await visit(url, {}, async (page) => {
    const begin = Date.now();
    await page.$eval("#swaps button.row", (button) => button.click());
    await says(page, "#step-count", /^1 of/);
    await page.click("#step-on");
    await says(page, "#step-count", /^2 of/);
    assert.ok(Date.now() - begin < 10_000);
    await page.waitForTimeout(100);
    const [a, b] = await page.$$eval(".text .on", (all) => all.map((element) => element.getBoundingClientRect().top));
    assert.ok(Math.abs(a - b) < 60, `${a} beside ${b}`);
  });
});
