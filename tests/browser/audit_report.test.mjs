// An audit's report: what was found, found again by sorting, filtering and searching.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { audit, copies, listed, multiplied, open, originals, review } from "./audits.mjs";
import { axe, says, start, stop } from "./pages.mjs";

let some;       // some 300 findings, a few of them reviewed
let dismissed;  // their ids
let confirmed;
before(async () => {
  await start();
  some = audit([...copies(300), { id: "clean", text: "Nothing that anybody else wrote stands here." }]);
  dismissed = some.findings.slice(0, 7).map(({ id }) => id);
  confirmed = some.findings.slice(7, 10).map(({ id }) => id);
  review(some, "--dismiss", ...dismissed, "--reason", "licensed in 2023");
  review(some, "--confirm", ...confirmed);
});
after(stop);

const ids = (findings) => findings.map(({ id }) => id);
const kept = () => some.findings.filter(({ id }) => !dismissed.includes(id));
const siteOf = ({ page }) => (page.address ? new URL(page.address).host : "");
const words = ({ passages }) => passages.reduce((sum, { page }) => sum + page.end_word - page.begin_word, 0);
const status = (page, pattern) => says(page, "#status", pattern);
const shown = (id) => `article[id="${id}"]`;

test("the list has all findings but those that were dismissed", async () => {
  assert.ok(some.findings.length >= 280, `${some.findings.length}`);
  await open(some, "", {}, async (page) => {
    assert.deepEqual((await listed(page)).sort(), ids(kept()).sort());
    await status(page, new RegExp(`^${kept().length} of ${some.findings.length} findings`));
    assert.match(await page.textContent(".top"), /7 findings were dismissed/);
    assert.equal(await page.textContent("h1"), `Copies on ${new Set(kept().map(({ page: { id } }) => id)).size} of 301 pages`);
  });
});

const number = (value) => Number(value.toPrecision(6));
const columns = {
  Verdict: ({ verdict }) => verdict.label === "verbatim",
  Sure: ({ verdict }) => number(verdict.confidence),
  Page: siteOf,
  Original: ({ original }) => original.id,
  Words: words,
  "Of page": ({ shares }) => number(shares.page.before),
  Date: ({ page }) => page.date ?? "",
};

test("each column sorts, both ways", async () => {
  const byId = new Map(some.findings.map((finding) => [finding.id, finding]));
  await open(some, "", {}, async (page) => {
    for (const [name, key] of Object.entries(columns)) {
      const header = page.locator("#list th", { hasText: new RegExp(`^${name}$`) });
      const directions = new Set();
      for (let click = 0; click < 2; ++click) {
        await header.locator("button").click();
        const direction = await header.getAttribute("aria-sort");
        directions.add(direction);
        assert.equal(await page.locator("#list th[aria-sort]").count(), 1);
        const all = (await listed(page)).map((id) => byId.get(id)).filter((finding) => name !== "Date" || finding.page.date);
        const keys = all.map(key);
        for (let i = 1; i < keys.length; ++i) {
          const [a, b] = direction === "ascending" ? [keys[i - 1], keys[i]] : [keys[i], keys[i - 1]];
          assert.ok(a <= b, `${name} ${direction}: ${keys[i - 1]}, ${keys[i]}`);
        }
      }
      assert.equal(directions.size, 2, name);
    }
  });
});

test("the surest come first, the undated last", async () => {
  await open(some, "", {}, async (page) => {
    const [first] = await listed(page);
    const most = Math.max(...kept().map(({ verdict }) => number(verdict.confidence)));
    assert.equal(number(some.findings.find(({ id }) => id === first).verdict.confidence), most);
  });
  await open(some, "#sort=date", {}, async (page) => {
    const dates = await listed(page).then((all) => all.map((id) => some.findings.find((finding) => finding.id === id).page.date));
    assert.ok(dates[0] && !dates.at(-1));
  });
});

test("each filter leaves what it says, is shown, and can be taken away", async () => {
  const site = "mill.example";
  const original = "posts/first-10k";
  const filters = {
    [`site=${site}`]: (finding) => siteOf(finding) === site,
    "site=": (finding) => siteOf(finding) === "",
    [`original=${encodeURIComponent(original)}`]: (finding) => finding.original.id === original,
    "verdict=spun": ({ verdict }) => verdict.label === "spun",
    "date=2024-02": ({ page }) => page.date?.startsWith("2024-02"),
    "q=BLOG-5+title": ({ page }) => /blog-5/.test(page.address) && /title/i.test(page.title),
    [`q=${kept()[20].id.slice(0, 8)}`]: ({ id }) => id === kept()[20].id,
    "review=confirmed": ({ id }) => confirmed.includes(id),
    [`verdict=verbatim&site=${site}&q=NEWSPAPERS`]: (finding) => finding.verdict.label === "verbatim" && siteOf(finding) === site && /newspapers/.test(finding.original.id),
  };
  await open(some, "", {}, async (page) => {
    for (const [hash, holds] of Object.entries(filters)) {
      const expected = kept().filter(holds);
      assert.ok(expected.length > 0, hash);
      await page.goto(`${some.url}#${hash}`);
      await status(page, new RegExp(`^${expected.length} of`));
      assert.deepEqual((await listed(page)).sort(), ids(expected).sort(), hash);
      const filtersNamed = hash.split("&").length;
      assert.equal(await page.locator("#chips button").count(), filtersNamed === 1 ? 1 : filtersNamed + 1);
      await page.locator("#chips button").last().click();
      await status(page, new RegExp(`^${kept().length} of`));
      assert.equal(await page.locator("#chips button").count(), 0);
    }
  });
});

test("clicks filter: a verdict, an original, a site, a month, a word", async () => {
  await open(some, "", {}, async (page) => {
    await page.click(".overview a.filter:has-text('mill.example')");
    await status(page, new RegExp(`^${kept().filter((finding) => siteOf(finding) === "mill.example").length} of`));
    assert.match(page.url(), /#site=mill\.example$/);
    await page.click(".choices button:has-text('Spun')");
    const both = kept().filter((finding) => siteOf(finding) === "mill.example" && finding.verdict.label === "spun");
    await status(page, new RegExp(`^${both.length} of`));
    await page.click("#list td.original a:has-text('city-bees') >> nth=0");
    await status(page, new RegExp(`^${both.filter(({ original }) => original.id === "posts/city-bees").length} of`));
    await page.goBack();
    await status(page, new RegExp(`^${both.length} of`));
    await page.goBack();
    await page.goBack();
    await status(page, new RegExp(`^${kept().length} of`));
    await page.fill("#search", "nowhere to be found");
    await status(page, /^No finding fits/);
    await page.fill("#search", "");
    await page.click(".columns a >> nth=1");
    assert.match(page.url(), /date=2023-0/);
  });
});

test("what was dismissed is a choice away, with its reason", async () => {
  await open(some, "", {}, async (page) => {
    assert.deepEqual(await page.$$eval("#review option", (all) => all.map(({ textContent }) => textContent)),
      [`not dismissed (${kept().length})`, `open (${kept().length - 3})`, "confirmed (3)", "dismissed (7)", `all (${some.findings.length})`]);
    await page.selectOption("#review", "dismissed");
    assert.deepEqual((await listed(page)).sort(), [...dismissed].sort());
    assert.match(await page.textContent("#list tbody tr .review"), /Dismissed: licensed in 2023/);
    await page.click("#list tbody tr .page > a");
    assert.match(await page.textContent("article:target .review"), /Dismissed: licensed in 2023/);
  });
});

test("a finding opens with both texts, and the way back leads to where one was", async () => {
  const { verdict, passages, id } = kept().find((finding) => finding.verdict.label === "spun" && siteOf(finding) === "mill.example");
  const squeezed = (text) => text.replace(/\s+/g, "");
  await open(some, "#verdict=spun&site=mill.example&sort=-words", {}, async (page) => {
    const before = await listed(page);
    await page.click(`#list a[href$="${id}"]`);
    await page.waitForSelector(shown(id));
    assert.match(await page.title(), /^Spun copy: /);
    assert.equal(await page.locator("article:visible").count(), 1);
    for (const [column, side] of [["first", "original"], ["last", "page"]]) {
      const text = (await page.$$eval(`${shown(id)} .sides td:${column}-child`, (all) => all.map(({ textContent }) => textContent))).join("");
      assert.equal(squeezed(text), squeezed(passages.map((passage) => passage[side].text).join("")));
    }
    const changes = passages.flatMap((passage) => passage.changes.synonym);
    assert.equal(verdict.label, "spun");
    assert.equal(await page.locator(`${shown(id)} td:last-child .s`).count(), changes.filter(([begin, end]) => begin < end).length);
    const swap = page.locator(`${shown(id)} td:last-child .s`).first();
    await swap.hover();
    assert.equal(await page.locator(`${shown(id)} td:first-child .on`).count(), 1, "what it was is marked in the original");
    await page.click(`.back a`);
    await status(page, /^\d+ of/);
    assert.match(await page.evaluate(() => document.activeElement.hash), new RegExp(id), "one goes on where one was");
    assert.deepEqual(await listed(page), before);
  });
});

test("one finding, and none, say so plainly", async () => {
  const one = audit([copies(1)[0], { id: "clean", text: "Nothing." }]);
  await open(one, "", {}, async (page) => {
    assert.equal(await page.textContent("h1"), "Copies on 1 of 2 pages");
    assert.deepEqual(await listed(page), ids(one.findings));
    assert.equal(await page.locator(".times").count(), 0, "one time is no course");
  });
  await open(audit([{ id: "clean", text: "Nothing." }]), "", {}, async (page) => {
    assert.equal(await page.textContent("h1"), "No copies found");
    assert.match(await page.textContent(".lead"), /1 page was held against 4 originals/);
    assert.ok(await page.isHidden("#list"));
  });
});

test("10,000 findings: as many are listed, sorted and filtered", async () => {
  const many = multiplied(audit(copies(8)), 10_000, (finding, i) => {
    finding.page = { ...finding.page, id: `p${i}`, address: `https://site-${i % 97}.example/${i}`, date: `202${i % 4}-0${1 + i % 9}-01`, title: `Page ${i}` };
    finding.verdict.confidence = (i * 7919 % 9973) / 9973;
    for (const passage of finding.passages) passage.page.text = passage.page.text.slice(0, 400);
  });
  assert.equal(many.findings.length, 10_000);
  await open(many, "", {}, async (page) => {
    await status(page, /^10,000 findings, on 10,000 pages$/);
    assert.equal(await page.locator("#list tbody tr").count(), 100, "no more than are looked at");
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.waitForFunction(() => document.querySelectorAll("#list tbody tr").length > 100);
    await page.fill("#search", "PAGE 77");
    const expected = many.findings.filter(({ page: { address } }) => address.includes("77")).length;
    await status(page, new RegExp(`^${expected} of 10,000`));
    await page.fill("#search", "");
    await page.click("#list th[data-sort=confidence] button");
    const first = await page.$eval("#list tbody tr .page > a", (link) => link.hash.slice(1));
    assert.equal(many.findings.find(({ id }) => id === first).verdict.confidence, 0);
    assert.deepEqual((await listed(page)).sort(), ids(many.findings).sort());
  });
});

test("paper has the overview and all rows of what is looked for", async () => {
  await open(some, "#verdict=spun", {}, async (page) => {
    await page.emulateMedia({ media: "print" });
    const pdf = await page.pdf({ format: "A4" });
    assert.ok(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length >= 4);
    assert.equal(await page.locator("#list tbody tr").count(), kept().filter(({ verdict }) => verdict.label === "spun").length);
    for (const control of [".controls", "#chips", "#more"]) assert.ok(await page.isHidden(control), control);
  });
});

test("without scripts there are the overview, the findings, and both texts of each", async () => {
  await open(some, "", { javaScriptEnabled: false }, async (page) => {
    assert.equal(await page.locator("#list tbody tr").count(), Math.min(300, kept().length));
    for (const part of ["h1", ".verdicts table", ".most table", ".columns"]) assert.ok(await page.locator(part).first().isVisible(), part);
    assert.ok(await page.isHidden(".controls"));
    await page.locator("#list .page > a").first().click();
    await page.waitForSelector("article:target");
    assert.equal(await page.locator("article:visible").count(), 1);
    assert.ok(await page.locator("article:target .sides").first().isVisible());
    await page.click(".back a");
    assert.match(page.url(), /report\.html$/);
  });
});

test("nothing sticks out at any width", async () => {
  const long = audit([{ id: "x".repeat(500), url: `https://${"n".repeat(60)}.example/${"y".repeat(900)}`, text: copies(4)[3].text }],
    [...originals, { id: `posts/${"z".repeat(400)}`, text: copies(4)[3].text }]);
  assert.ok(long.findings.length > 0);
  for (const which of [some, long]) {
    await open(which, "", {}, async (page) => {
      const fits = async () => {
        for (const width of [320, 400, 900, 1600]) {
          await page.setViewportSize({ width, height: 800 });
          assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${page.url()} at ${width}`);
        }
      };
      await fits();
      await page.locator("#list .page > a").first().click();
      await fits();
    });
  }
});

test("all of it can be done by keys", async () => {
  await open(some, "#verdict=spun", {}, async (page) => {
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "list", "the first stop skips the overview");
    assert.match(page.url(), /#verdict=spun$/, "and keeps what is looked for");
    await page.focus("#list th[data-sort=words] button");
    await page.keyboard.press("Enter");
    assert.equal(await page.getAttribute("#list th[data-sort=words]", "aria-sort"), "descending");
    await page.focus("#list .page > a");
    await page.keyboard.press("Enter");
    await page.waitForSelector("article:target");
  });
});

test("nothing bars anybody from the report and a finding", async () => {
  const violations = async (page) => {
    await page.evaluate(axe);
    return page.evaluate(async () => {
      const { violations: found } = await globalThis.axe.run(document, { resultTypes: ["violations"] });
      return found.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)} ${nodes[0].failureSummary}`);
    });
  };
  const few = audit(copies(12));
  review(few, "--dismiss", few.findings[0].id, "--reason", "licensed");
  for (const colorScheme of ["light", "dark"]) {
    await open(few, "#review=all", { colorScheme }, async (page) => {
      assert.deepEqual(await violations(page), [], colorScheme);
      await page.locator("#list .page > a").first().click();
      await page.waitForSelector("article:target");
      assert.deepEqual(await violations(page), [], colorScheme);
    });
  }
  await open(few, "", { viewport: { width: 400, height: 800 } }, async (page) => assert.deepEqual(await violations(page), []));
});
