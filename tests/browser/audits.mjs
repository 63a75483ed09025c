// Audits made by the command, and their reports opened.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { bees, file, visit } from "./pages.mjs";

const unspin = (...args) => execFileSync(process.env.UNSPIN, args, { maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "pipe"] });
const lines = (objects) => objects.map((object) => `${JSON.stringify(object)}\n`).join("");
const text = (subject, kind) => readFileSync(bees(kind).replace("city-bees", subject), "utf8");

const subjects = ["city-bees", "first-10k", "old-newspapers", "railway-station"];

export const originals = subjects.map((subject) => ({ id: `posts/${subject}`, text: text(subject, "original") }));

/// What the folder of an audit has.
const audited = (folder) => ({
  folder,
  findings: readFileSync(join(folder, "findings.jsonl"), "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line)),
  url: pathToFileURL(join(folder, "report.html")).href,
});

/// Rows of a crawl held against originals.
export const audit = (rows, against = originals) => {
  const crawl = file(lines(rows), "crawl.jsonl");
  const folder = dirname(crawl);
  writeFileSync(join(folder, "originals.jsonl"), lines(against));
  unspin("audit", "--originals", join(folder, "originals.jsonl"), "--crawl", crawl, "-o", join(folder, "audit"));
  return audited(join(folder, "audit"));
};

export const review = ({ folder }, ...args) => {
  unspin("review", folder, ...args);
  return audited(folder);
};

/// Many findings of few texts: those of an audit with other pages, through unspin merge.
export const multiplied = ({ folder, findings }, many, change) => {
  const part = join(dirname(folder), "part");
  mkdirSync(part);
  const all = Array.from({ length: many }, (_, i) => {
    const finding = structuredClone(findings[i % findings.length]);
    change(finding, i);
    return { ...finding, id: `f${String(i * 7919 % 1_000_003).padStart(32, "0")}`, page: { ...finding.page, offset: i } };
  });
  writeFileSync(join(part, "findings.jsonl"), lines(all));
  writeFileSync(join(part, "summary.json"), readFileSync(join(folder, "summary.json")));
  unspin("merge", part, "-o", join(dirname(folder), "merged"));
  return audited(join(dirname(folder), "merged"));
};

const html = (title, body) => `<html><head><title>${title}</title></head><body><article>${body.split("\n").map((paragraph) => `<p>${paragraph}</p>`).join("\n")}</article></body></html>`;

/// A crawl in which every page copies: of each original all, or half, verbatim or spun, with sites,
/// titles and dates, and without.
export const copies = (many) => Array.from({ length: many }, (_, i) => {
  const copy = text(subjects[i % 4], i % 3 === 0 ? "spun" : "original").split(/\n+/);
  const half = copy.slice(i % 5, i % 5 + 4 + i % 4).join("\n");
  const row = { id: `page-${i}` };
  if (i % 10 < 8) row.url = `https://${i % 7 < 4 ? "mill" : `blog-${i % 7}`}.example/${i}`;
  if (i % 6 < 5) row.date = `202${3 + i % 2}-${String(1 + i % 12).padStart(2, "0")}-10`;
  return i % 4 === 3 ? { ...row, text: half } : { ...row, html: html(`Title ${i % 9} of ${i}`, half) };
});

/// Opens a page of an audit; nothing but the audit's own pages may be asked for.
export const open = ({ folder, url }, hash, options, use) =>
  visit(`${url}${hash}`, options, use, (asked) => asked.startsWith(pathToFileURL(folder).href) && /\.html($|[?#])/.test(asked));

/// The addresses or ids of the findings in the list, all of them.
export const listed = (page) => page.evaluate(async () => {
  const more = document.getElementById("more");
  while (!more.hidden) more.click();
  return [...document.querySelectorAll("#list tbody tr")].map((row) => decodeURIComponent(row.querySelector(".page > a").hash.slice(1)));
});
