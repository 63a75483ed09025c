// Whatever pages, addresses, titles, ids and reasons say, nothing of it runs, in a report as in a finding.
import assert from "node:assert/strict";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { audit, copies, listed, multiplied, open, originals, review } from "./audits.mjs";
import { says, start, stop } from "./pages.mjs";

const attacks = [
  "<script>attack()</script>", "<img src=x onerror=attack()>", "\" onmouseover=\"attack()\" x=\"", "' onfocus='attack()' autofocus='",
  "</script><script>attack()</script>", "<!--<script>attack()//", "]]><svg onload=attack()>", "javascript:attack()",
  "\uFF1Cscript\uFF1Eattack()\uFF1C/script\uFF1E", "\u202E<script>attack()</script>\u202C", "\u2028attack()\u2029", "data:text/html,<script>attack()</script>",
  "{{findings}}{{data}}${attack()}`", "<iframe srcdoc=\"<script>attack()</script>\">", "</p></div></table><style>*{display:none}</style>", "\\\"]}attack()//", "</script/x",
];

let planted;  // a finding for each attack, with it in every field
before(async () => {
  await start();
  const real = audit([{ ...copies(4)[3], topic: attacks[0] }], [...originals, { id: attacks[0], text: copies(4)[3].text }]);
  planted = multiplied(real, attacks.length * 2, (finding, i) => {
    const attack = attacks[i % attacks.length];
    const isAddress = i < attacks.length;
    Object.assign(finding.page, { id: attack, file: attack, address: isAddress ? attack : `https://${attack}.example/${attack}`, date: `2024-01-01${attack}`, title: isAddress ? undefined : attack, metadata: { topic: attack } });
    Object.assign(finding.original, { id: `${attack}${i}`, address: attack, date: attack, title: attack });
    finding.also = [attack];
    for (const passage of finding.passages) {
      passage.page.text = `${attack} ${passage.page.text.slice(attack.length)}`;
      passage.original.text += attack;
      passage.reasons = [attack];
      passage.swaps = [{ from: attack, to: attack, count: 3, kind: attack }];
    }
  });
  attacks.forEach((attack, i) => review(planted, i % 2 ? "--confirm" : "--dismiss", planted.findings[i].id, "--reason", attack));
});
after(stop);

const watch = (page) => page.addInitScript(() => {
  globalThis.attacks = 0;
  globalThis.attack = () => ++globalThis.attacks;
});
const expectPeace = async (page, scripts) => {
  assert.equal(await page.evaluate(() => globalThis.attacks), 0);
  assert.deepEqual(await page.$$eval("script, img, iframe, style, base, form, object, embed", (all) => all.map(({ localName }) => localName)), scripts);
  assert.equal(await page.$$eval("*", (all) => all.filter((element) => [...element.attributes].some(({ name }) => name.startsWith("on"))).length), 0);
  const links = await page.$$eval("a", (all) => all.map(({ href }) => href));
  assert.ok(links.length > 0);
  for (const link of links) assert.match(link, /^(file|https):/);
};

test("the report shows planted code, and runs none of it", async () => {
  for (const hash of ["", `#q=${encodeURIComponent(attacks[0])}`, `#original=${encodeURIComponent(`${attacks[1]}1`)}`, `#review=all&site=${encodeURIComponent(attacks[4])}&sort=${attacks[2]}`]) {
    await open(planted, "", {}, async (page) => {
      await watch(page);
      await page.goto(planted.url + (hash || "#review=all"));
      await page.reload();  // with the attack to be called
      const all = await listed(page);
      if (!hash) assert.equal(all.length, planted.findings.length);
      for (const filter of await page.locator("#list td a.filter").all()) assert.match(await filter.getAttribute("href"), /^#/);
      await expectPeace(page, ["style", "script", "script"]);
    });
  }
});

test("a finding shows planted code, and runs none of it", async () => {
  await open(planted, "#review=all", {}, async (page) => {
    await watch(page);
    await page.goto(planted.url + "#review=all");
    const links = await page.$$eval("#list .page > a", (all) => all.map(({ href }) => href));
    for (const link of links) {
      await page.goto(link);
      await page.waitForSelector("article:target");
      await page.evaluate(() => {
        for (const element of document.querySelectorAll("article:target *")) {
          if (!element.closest("a")) element.dispatchEvent(new MouseEvent("click", { bubbles: true }));
        }
      });
      await expectPeace(page, ["style", "script"]);
    }
  });
});

test("filters hold what is planted, letter by letter", async () => {
  await open(planted, "#review=all", {}, async (page) => {
    for (const { original, id } of planted.findings) {
      // Characters that steer others are shown as ·, so an address that holds them finds nothing.
      if (/[\u202a-\u202e\u2028\u2029]/.test(original.id)) continue;
      await page.goto(`${planted.url}#review=all&original=${encodeURIComponent(original.id)}`);
      await says(page, "#status", /^1 of/);
      assert.deepEqual(await listed(page), [id], original.id);
    }
  });
});

test("even markup that got in would not run", async () => {
  const code = "<script>document.title = 'attacked'</script><img src=x onerror=\"document.title = 'attacked'\">";
  const [file] = readdirSync(join(planted.folder, "report"));
  for (const path of [join(planted.folder, "report.html"), join(planted.folder, "report", file)]) {
    writeFileSync(path, readFileSync(path, "utf8").replace("</footer>", `${code}</footer>`));
    const folder = { folder: planted.folder, url: new URL(`file://${path}`).href };
    await assert.rejects(open(folder, "", {}, async (page) => {
      assert.notEqual(await page.title(), "attacked");
    }), ({ message }) => ["inline script violates", "inline event handler violates"].every((part) => message.includes(part)));
  }
});
