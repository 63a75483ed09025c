// The findings, and how they are named, compared and searched.
const data = JSON.parse(document.getElementById("data").textContent);
const reviews = ["open", "confirmed", "dismissed"];

// Rows are arrays, as FindingList writes them.
const findings = data.rows.map(([spun, confidence, words, share, site, original, date, title, address, anchor, file, review, reason]) => ({
  spun, confidence, words, share, site, original, date, title, address, anchor, file, review, reason, text: null,
}));

const siteOf = (finding) => data.sites[finding.site];
const originalId = (finding) => data.originals[finding.original][0];
const originalName = (finding) => data.originals[finding.original][1];
const pageName = (finding) => finding.title || finding.address;
const verdictOf = (finding) => (finding.spun ? "spun" : "verbatim");

// What is searched: lower case, any white space a blank.
const folded = (text) => text.toLowerCase().replace(/\s+/g, " ");
const textOf = (finding) => (finding.text ??= folded([finding.title, finding.address, originalName(finding), originalId(finding), finding.reason].join("\n")));

// Texts of both lists in their order, as numbers: comparing texts 10,000 times takes too long.
const ranks = (texts) => {
  const order = [...new Set(texts)].sort();
  const rank = new Map(order.map((text, i) => [text, i]));
  return texts.map((text) => rank.get(text));
};
const siteRank = ranks(data.sites);
const originalRank = ranks(data.originals.map(([, name]) => folded(name)));
const dateRank = ranks(findings.map(({ date }) => date));

// What a column is sorted by, and whether the largest come first at the first click.
const columns = {
  verdict: { key: ({ spun }) => 1 - spun },
  confidence: { key: ({ confidence }) => confidence, isLargestFirst: true },
  site: { key: ({ site }) => siteRank[site] },
  original: { key: ({ original }) => originalRank[original] },
  words: { key: ({ words }) => words, isLargestFirst: true },
  share: { key: ({ share }) => share, isLargestFirst: true },
  date: { key: ({ date }, i) => (date ? dateRank[i] : NaN), isLargestFirst: true },
};

// The numbers of the findings, sorted, those without a date last; of equal ones those with more words
// first, then as in the crawl.
const sorted = (column, isDescending) => {
  const keys = Float64Array.from(findings, columns[column].key);
  const sign = isDescending ? -1 : 1;
  const unknown = (i) => Number.isNaN(keys[i]);
  return [...findings.keys()].sort((a, b) => unknown(a) - unknown(b) || sign * (keys[a] - keys[b]) || findings[b].words - findings[a].words || a - b);
};

const fits = (finding, wanted) =>
  (wanted.review === "all" || (wanted.review ? reviews[finding.review] === wanted.review : finding.review !== 2)) &&
  (!wanted.verdict || verdictOf(finding) === wanted.verdict) &&
  (wanted.site === undefined || siteOf(finding) === wanted.site) &&
  (wanted.original === undefined || originalId(finding) === wanted.original) &&
  (!wanted.date || finding.date.startsWith(wanted.date)) &&
  (!wanted.q || folded(wanted.q).trim().split(" ").every((word) => textOf(finding).includes(word) || finding.anchor.startsWith(word)));

Object.assign(page, { findings, files: data.files, reviews, siteOf, originalId, originalName, pageName, verdictOf, columns, sorted, fits });
