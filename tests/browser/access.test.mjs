// For whoever reads with other eyes: roles, names, order, contrast, by axe-core's rules.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, bees, compare, file, start, stop, visit } from "./pages.mjs";
import { arabic, chinese } from "./stories.mjs";

before(start);
after(stop);

const pairs = {
  spun: () => compare(bees("original"), bees("spun")),
  verbatim: () => compare(bees("original"), bees("original")),
  "too short": () => compare(file("One two three."), file("One two th\u200Bree.")),
  Arabic: () => compare(...arabic.map((text) => file(text))),
  Chinese: () => compare(...chinese.map((text) => file(text))),
};

for (const [name, make] of Object.entries(pairs)) {
  test(`nothing bars anybody from the page of a pair: ${name}`, async () => {
    const { url } = make();
    for (const colorScheme of ["light", "dark"]) {
      await visit(url, { colorScheme }, async (page) => {
        await page.focus("#rewrite");
        await page.keyboard.press("n");  // a tip is open, a piece has the focus
        await page.evaluate(axe);
        const found = await page.evaluate(async () => {
          const { violations } = await globalThis.axe.run(document, { resultTypes: ["violations"] });
          return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)} ${nodes[0].failureSummary}`);
        });
        assert.deepEqual(found, [], colorScheme);
      });
    }
  });
}

test("who asks for less motion gets none", async () => {
  await visit(compare(bees("original"), bees("spun")).url, { reducedMotion: "reduce" }, async (page) => {
    assert.ok(await page.$$eval("*", (all) => all.every((element) => getComputedStyle(element).transitionDuration === "0s")));
  });
});
