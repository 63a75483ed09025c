// Whatever the texts say, nothing of it runs.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { compare, file, start, stop, visit } from "./pages.mjs";

before(start);
after(stop);

const attacks = [
  "<script>attack()</script>", "<img src=x onerror=attack()>", "\" onmouseover=\"attack()\" x=\"", "' onfocus='attack()' autofocus='",
  "</script><script>attack()</script>", "<!--<script>attack()//", "]]><svg onload=attack()>", "javascript:attack()",
  "\uFF1Cscript\uFF1Eattack()\uFF1C/script\uFF1E", "\u202E<script>attack()</script>\u202C", "<a href=\"javascript:attack()\">x</a>",
  "{{source}}${attack()}`", "<iframe srcdoc=\"<script>attack()</script>\">", "</p></div><style>*{display:none}</style>",
];

/// An attack as text, name, quotation, address, number and beside words that get swapped.
const story = (attack, [hive, brand, name]) => `${attack}
The old ${hive} ${attack} stood behind the library for a hundred years. Erica ${name} ${attack} kept the ${hive} alive.
“${attack} Everyone who saw the ${brand} of ${name} ${attack} was asking why”, she said in 1,${attack.length}00 words ${attack}.
See https://example.org/${attack} or mail ${name}@example.org${attack}. The ${hive} and the ${brand} of the ${hive} are ${attack} known.
Nobody asked ${name} Finley about the ${hive}, the ${brand} and what the ${attack} of the old town was made of in those years.
`;

/// Looks at all there is to look at.
const walk = (page, attack) => page.evaluate(async (wanted) => {
  globalThis.attacks = 0;
  globalThis.attack = () => ++globalThis.attacks;
  for (const element of document.querySelectorAll("button.row, .text [data-n], .text .hidden")) element.click();
  for (let i = 0; i < 50; ++i) document.getElementById("step-on").click();
  const search = document.getElementById("search");
  search.value = wanted;
  search.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter" }));
  await new Promise((done) => setTimeout(done, 100));
  return globalThis.attacks;
}, attack);

for (const part of [0, 1, 2]) {
  test(`planted code never runs (${part + 1} of 3)`, async () => {
    const some = attacks.filter((_, i) => i % 3 === part);
    const name = `${some[0].replaceAll("/", "∕")}.txt`;
    const text = (words) => file(some.map((attack) => story(attack, words)).join("\n"), name);
    const { url, json } = compare(text(["hive", "brand", "Finley"]), text(["apiary", "model", "Finlay"]));
    assert.ok(json.substitutions.length > 0 && json.urls.items.length > 0 && json.quotes.items.length > 0);
    await visit(url, {}, async (page) => {
      for (const attack of some) assert.equal(await walk(page, attack), 0, attack);
      assert.match(await page.textContent("#status"), /1 of/, "it was looked at");
      assert.deepEqual(await page.$$eval("script, img, iframe, a, style, base, form, object", (all) => all.map((element) => element.localName)), ["style", "a", "a", "script", "script"]);
      assert.equal(await page.$$eval("*", (all) => all.filter((element) => [...element.attributes].some((one) => one.name.startsWith("on"))).length), 0);
    });
  });
}

test("even markup that got in would not run", async () => {
  const { url } = compare(file("one two three"), file("one two four"));
  const { readFileSync } = await import("node:fs");
  const { fileURLToPath, pathToFileURL } = await import("node:url");
  const planted = readFileSync(fileURLToPath(url), "utf8").replace("</footer>", "<script>document.title = 'attacked'</script><img src=x onerror=\"document.title = 'attacked'\"><p style=\"color: red\" id=styled>x</p></footer>");
  const broken = pathToFileURL(file(planted, "planted.html")).href;
  await assert.rejects(visit(broken, {}, async (page) => {
    assert.equal(await page.title(), "Too short to tell: text.txt beside text.txt");
    assert.notEqual(await page.$eval("#styled", (element) => getComputedStyle(element).color), "rgb(255, 0, 0)");
  }), ({ message }) => ["inline script violates", "inline event handler violates", "inline style violates", "Loading the image"].every((part) => message.includes(part)));
});
