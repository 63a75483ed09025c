// What a reader does with a page: looks, clicks, filters, searches, and all of it by keys alone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { bees, compare, file, says, start, stop, visit } from "./pages.mjs";

let spun;
before(async () => {
  await start();
  spun = compare(bees("original"), bees("spun"));
});
after(stop);

const marked = (page, side) => page.$$eval(`#${side} .on`, (all) => all.map((element) => element.textContent).join(" "));
const inView = (page, selector) => page.$eval(selector, (element) => {
  const at = element.getBoundingClientRect();
  const panel = element.closest(".text").getBoundingClientRect();
  return at.top >= panel.top - 1 && at.bottom <= panel.bottom + 1;
});

test("every span of the JSON is on the page", async () => {
  await visit(spun.url, {}, async (page) => {
    const kinds = { e: "identical", m: "minor", s: "synonym", r: "rewritten", a: "rewritten" };
    // Neighbouring pieces of one class on a side are one span of the JSON, or a few.
    const words = await page.evaluate((names) => {
      const sum = {};
      const counts = JSON.parse(document.getElementById("pieces").textContent);
      const seen = new Set();
      for (const element of document.querySelectorAll(".text [data-n]")) {
        const n = Number(element.dataset.n);
        if (seen.has(n)) continue;
        seen.add(n);
        const name = names[element.classList[0]];
        sum[name] ??= [0, 0];
        sum[name][0] += counts[2 * n];
        sum[name][1] += counts[2 * n + 1];
      }
      return { sum, pieces: seen.size, listed: counts.length / 2 };
    }, kinds);
    const expected = {};
    for (const span of spun.json.spans) {
      expected[span.class] ??= [0, 0];
      ["source", "rewrite"].forEach((side, i) => { expected[span.class][i] += span[side].words[1] - span[side].words[0]; });
    }
    assert.deepEqual(words.sum, expected);
    assert.equal(words.pieces, words.listed);
    assert.ok(words.pieces >= spun.json.spans.length);
  });
});

test("both texts stand there whole", async () => {
  const { readFileSync } = await import("node:fs");
  const squeezed = (text) => text.replace(/\s+/g, "");
  await visit(spun.url, {}, async (page) => {
    for (const [side, kind] of [["source", "original"], ["rewrite", "spun"]]) {
      assert.equal(squeezed(await page.textContent(`#${side}`)), squeezed(readFileSync(bees(kind), "utf8")));
    }
  });
});

test("a click on a swap leads to its places, one after the other", async () => {
  const row = spun.json.substitutions.find(({ from }) => from === "hive");
  await visit(spun.url, {}, async (page) => {
    await page.click("#swaps tr:has-text('hive') button.row");
    await says(page, "#step-count", new RegExp(`^1 of ${row.count}$`));
    assert.match(await marked(page, "source"), /^hive$/i);
    assert.match(await marked(page, "rewrite"), new RegExp(`^${row.to}$`, "i"));
    assert.match(await page.textContent("#tip"), /hive/);
    await page.keyboard.press("Enter");
    await says(page, "#step-count", new RegExp(`^2 of ${row.count}$`));
    await page.waitForTimeout(100);
    assert.ok(await inView(page, "#source .on"));
    assert.ok(await inView(page, "#rewrite .on"));
    await page.click("#step-back");
    await page.click("#step-back");
    await says(page, "#step-count", new RegExp(`^${row.count} of ${row.count}$`));
    await page.keyboard.press("Escape");
    await says(page, "#step-what", /^All changes$/);
  });
});

test("a term made of swaps leads to all of its words", async () => {
  await visit(spun.url, {}, async (page) => {
    await page.click("#swaps tr:has-text('brood box') button.row");
    await says(page, "#step-count", /^1 of 4$/);
    assert.equal(await marked(page, "source"), "brood box");
    assert.equal(await marked(page, "rewrite"), "litter container");
  });
});

test("every row finds as many places as it counts", async () => {
  await visit(spun.url, {}, async (page) => {
    const rows = await page.$$eval("#swaps tr[data-at]", (all) => all.map((row) => [parseInt(row.cells[1].textContent, 10), row.dataset.at.split(" ").length]));
    assert.equal(rows.length, spun.json.substitutions.length);
    for (const [times, places] of rows) assert.equal(places, times);
  });
});

test("hovering says why, on both sides", async () => {
  await visit(spun.url, {}, async (page) => {
    await page.hover("#rewrite .s");
    assert.equal(await page.$$eval("#source .on", (all) => all.length), 1);
    assert.match(await page.textContent("#tip"), /→.*times?/);
    await page.mouse.move(2, 2);
    await page.waitForSelector("#tip", { state: "hidden" });
    await page.hover("#rewrite .e");
    assert.ok(await page.isHidden("#tip"), "of what is the same there is nothing to say");
  });
});

test("filters take the marks away, and steps leave these places out", async () => {
  await visit(spun.url, {}, async (page) => {
    const background = () => page.$eval("#rewrite .s", (element) => getComputedStyle(element).backgroundColor);
    const before = await background();
    const all = Number(await page.textContent("#step-count"));
    const swapped = await page.$eval("button[data-kind=s]", (button) => parseInt(button.lastChild.textContent, 10));
    await page.click("button[data-kind=s]");
    assert.notEqual(await background(), before);
    assert.equal(await page.getAttribute("button[data-kind=s]", "aria-pressed"), "false");
    assert.equal(Number(await page.textContent("#step-count")), all - swapped);
    await page.click("button[data-kind=s]");
    assert.equal(await background(), before);
  });
});

test("search counts in both texts and steps through them", async () => {
  const { readFileSync } = await import("node:fs");
  const times = (kind, word) => readFileSync(bees(kind), "utf8").toLowerCase().split(word).length - 1;
  const [inOriginal, inRewrite] = [times("original", "bees"), times("spun", "bees")];
  await visit(spun.url, {}, async (page) => {
    await page.fill("#search", "BEES");
    await says(page, "#status", new RegExp(`${inOriginal + inRewrite} found: ${inOriginal} in the original, ${inRewrite} in`));
    assert.equal(await page.evaluate(() => CSS.highlights.get("found").size), inOriginal + inRewrite);
    await page.press("#search", "Enter");
    await says(page, "#status", new RegExp(`1 of ${inOriginal + inRewrite}, in the original`));
    await page.press("#search", "Shift+Enter");
    await says(page, "#status", new RegExp(`${inOriginal + inRewrite} of ${inOriginal + inRewrite}, in the rewrite`));
    await page.press("#search", "Escape");
    assert.equal(await page.inputValue("#search"), "");
    assert.equal(await page.evaluate(() => CSS.highlights.get("found").size), 0);
    await page.fill("#search", "no such words");
    await says(page, "#status", /^0 found/);
  });
});

test("a scrolled text takes the other one along", async () => {
  await visit(spun.url, {}, async (page) => {
    await page.$eval("#texts", (element) => element.scrollIntoView());
    await page.hover("#source p:nth-child(2)");
    await page.mouse.wheel(0, 1500);
    await page.waitForFunction(() => document.getElementById("rewrite").scrollTop > 500);
    await page.waitForTimeout(200);
    const apart = await page.evaluate(() => {
      const line = (side) => { const at = document.getElementById(side).getBoundingClientRect(); return at.top + at.height * 0.35; };
      const at = [...document.querySelectorAll("#source [data-n]")].findLast((element) => element.getBoundingClientRect().top <= line("source"));
      const counterpart = document.querySelector(`#rewrite [data-n="${at.dataset.n}"]`);
      return counterpart ? Math.abs(counterpart.getBoundingClientRect().top - at.getBoundingClientRect().top) : 0;
    });
    assert.ok(apart < 80, `${apart} pixels apart`);
  });
});

test("everything can be done from the keyboard", async () => {
  await visit(spun.url, {}, async (page) => {
    const focus = () => page.evaluate(() => { const at = document.activeElement; return at.id || at.className || at.tagName; });
    await page.keyboard.press("Tab");
    assert.equal(await focus(), "skip");
    await page.keyboard.press("Enter");
    assert.equal(await focus(), "texts");
    const reached = [];
    for (let i = 0; i < 14; ++i) {
      await page.keyboard.press("Tab");
      reached.push(await focus());
      const ring = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
      assert.notEqual(ring, "none", `the focus on ${reached.at(-1)} is seen`);
    }
    for (const stop of ["search", "search-on", "step-back", "step-on", "source", "rewrite"]) assert.ok(reached.includes(stop), `${stop} in ${reached}`);
    await page.focus("#rewrite");
    await page.keyboard.press("n");
    await says(page, "#step-count", /^1 of/);
    assert.equal(await page.evaluate(() => document.activeElement.closest(".text")?.id), "rewrite");
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-describedby")), "tip");
    await page.keyboard.press("ArrowRight");
    await says(page, "#step-count", /^2 of/);
    await page.keyboard.press("p");
    await says(page, "#step-count", /^1 of/);
    assert.match(await page.textContent("#status"), /1 of/, "who does not see is told");
    await page.keyboard.press("/");
    assert.equal(await focus(), "search");
    await page.keyboard.type("np/");
    assert.equal(await page.inputValue("#search"), "np/", "letters in a field are letters");
    await page.keyboard.press("Escape");
    await page.focus("#swaps button.row");
    await page.keyboard.press("Enter");
    await says(page, "#step-count", /^1 of/);
    assert.equal(await focus(), "step-on");
    await page.keyboard.press("Escape");
    assert.equal(await focus(), "row", "back where it came from");
  });
});

test("letters can be told not to be keys", async () => {
  await visit(spun.url, {}, async (page) => {
    await page.click(".keys summary");
    await page.uncheck("#keys");
    await page.focus("#rewrite");
    await page.keyboard.press("n");
    assert.doesNotMatch(await page.textContent("#step-count"), /of/);
  });
});

test("the pictures of the texts lead to their places", async () => {
  await visit(spun.url, {}, async (page) => {
    await page.focus(".strip input[data-side=rewrite]");
    await page.keyboard.press("End");
    await page.waitForFunction(() => { const panel = document.getElementById("rewrite"); return panel.scrollTop + panel.clientHeight > panel.scrollHeight - panel.clientHeight; });
    assert.ok(await page.evaluate(() => document.getElementById("source").scrollTop > 500));
  });
});

test("hidden characters are shown and found", async () => {
  const text = "The quick brown fox jumps over the lazy dog. It was seen by nobody on that day. ".repeat(3);
  const { url, json } = compare(file(text), file(text.replace("quick", "qu\u200Bick").replace("seen", "s\u0435en")));
  assert.ok(json.obfuscation.rewrite.places.length === 2);
  await visit(url, {}, async (page) => {
    assert.equal(await page.$$eval("#rewrite .hidden", (all) => all.length), 2);
    await page.click("tr:has-text('invisible') button.row");
    await says(page, "#tip", /U\+200B/);
    assert.ok(await inView(page, "#rewrite .hidden"));
  });
});
