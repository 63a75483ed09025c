// Pages made by the command and opened in a browser that notes whatever should not happen.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const require = createRequire(join(process.env.MODULES, "x"));
const { chromium } = require("playwright-core");
export const axe = require("axe-core").source;

const corpora = fileURLToPath(new URL("../../corpora/", import.meta.url));
export const bees = (kind) => join(corpora, "city-bees", `${kind}.txt`);

const folder = mkdtempSync(join(tmpdir(), "unspin-browser-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

let files = 0;
export const file = (text, name = "text.txt") => {
  const own = mkdtempSync(join(folder, `${++files}-`));
  writeFileSync(join(own, name), text);
  return join(own, name);
};

/// The result as JSON, and the address of the page.
export const compare = (source, rewrite) => {
  const page = join(folder, `${++files}.html`);
  const json = execFileSync(process.env.UNSPIN, ["score", source, rewrite, "--format", "json", "--html", page], { maxBuffer: 1 << 28 });
  return { json: JSON.parse(json), url: pathToFileURL(page).href };
};

let browser;
export const start = async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: process.getuid() === 0 ? ["--no-sandbox"] : [] });
};
export const stop = () => browser.close();

/// Opens a page, hands it to `use`, and makes sure that nothing went wrong meanwhile. `isOurs` says which
/// addresses may be asked for.
export const visit = async (url, options, use, isOurs = (asked) => asked === url) => {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
  const page = await context.newPage();
  const wrong = [];
  page.on("console", (message) => wrong.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => wrong.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => { wrong.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on("request", (request) => { if (!isOurs(request.url())) wrong.push(`request: ${request.url()}`); });
  try {
    await page.goto(url);
    const result = await use(page);
    assert.deepEqual(wrong, []);
    return result;
  } finally {
    await context.close();
  }
};

/// Waits until a text of the page says it.
export const says = (page, selector, pattern) =>
  page.waitForFunction(([where, source]) => new RegExp(source).test(document.querySelector(where).textContent), [selector, pattern.source], { timeout: 5000 });
