// The table: as many rows as are looked at, a hundred at a time.
const chunk = 100;
const table = document.querySelector("#list table");
const more = document.getElementById("more");
const status = document.getElementById("status");

const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};
const isolated = (text) => element("bdi", {}, text);
const filterLink = (name, value, text) => element("a", { className: "filter", href: `#${page.hashOf({ ...page.wanted, [name]: value })}` }, isolated(text));

const percent = (share) => (share >= 1 ? "100%" : share >= 0.995 ? ">\u00A099%" : share > 0 && share < 0.005 ? "<\u00A01%" : `${Math.round(100 * share)}%`);
const count = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");

const cell = (className, ...children) => {
  const made = element("td", { className }, ...children);
  made.setAttribute("role", "cell");
  return made;
};

const pageCell = (finding, state) => {
  const link = element("a", { href: `report/${page.files[finding.file]}${state}#${encodeURIComponent(finding.anchor)}` }, isolated(page.pageName(finding)));
  const made = cell("page", link);
  const site = page.siteOf(finding);
  const address = element("small");
  if (site) address.append(filterLink("site", site, site), " ");
  if (finding.title) address.append(isolated(site ? finding.address.replace(/^[^/]*\/\/[^/]*/, "") : finding.address));
  if (address.firstChild) made.append(address);
  if (finding.review) {
    const name = finding.review === 2 ? "Dismissed" : "Confirmed";
    made.append(element("small", { className: "review" }, finding.reason ? `${name}: ` : name, isolated(finding.reason)));
  }
  return made;
};

const rowOf = (finding, state) => {
  const verdict = element("span", { className: finding.spun ? "s" : "v" }, finding.spun ? "Spun" : "Verbatim");
  const row = element("tr", { className: finding.review === 2 ? "dismissed" : "" },
    cell("verdict", verdict), cell("n confidence", percent(Math.min(finding.confidence, 0.9999))), pageCell(finding, state),
    cell("original", filterLink("original", page.originalId(finding), page.originalName(finding))),
    cell("n words", count(finding.words)), cell("n share", percent(finding.share)), cell("n date", finding.date.slice(0, 10)));
  row.setAttribute("role", "row");
  return row;
};

let order = [];  // what is shown: numbers of findings
let shown = 0;   // how many of them have rows

const showMore = (many = chunk) => {
  const hash = page.hashOf(page.wanted);
  const state = hash ? `?${hash}` : "";
  for (const end = Math.min(order.length, shown + Math.max(0, many)); shown < end;) {
    const body = element("tbody");
    body.setAttribute("role", "rowgroup");
    for (const stop = Math.min(end, shown + chunk); shown < stop; ++shown) body.append(rowOf(page.findings[order[shown]], state));
    table.append(body);
  }
  more.hidden = shown === order.length;
};

const sortedBy = new Map();
const sorted = (sort) => {
  if (!sortedBy.has(sort)) sortedBy.set(sort, page.sorted(sort.replace("-", ""), sort.startsWith("-")));
  return sortedBy.get(sort);
};

// Shows what is wanted, from its beginning or with as many rows as there were.
page.showRows = (rows = chunk) => {
  order = sorted(page.wanted.sort).filter((i) => page.fits(page.findings[i], page.wanted));
  for (const body of [...table.tBodies]) body.remove();
  shown = 0;
  showMore(rows);
  const pages = new Set(order.map((i) => page.findings[i].address)).size;
  const all = page.findings.length;
  status.textContent = order.length === 0 ? `No finding fits; there are ${count(all)}.`
    : `${order.length === all ? "" : `${count(order.length)} of `}${count(all)} ${all === 1 ? "finding" : "findings"}, on ${count(pages)} ${pages === 1 ? "page" : "pages"}`;
};
page.rowsShown = () => shown;

// Shows the row of a finding, and goes on from there.
page.showAt = (anchor) => {
  const place = order.findIndex((i) => page.findings[i].anchor === anchor);
  if (place < 0) return false;
  showMore(place + 1 - shown);
  const link = table.querySelectorAll("tbody .page > a")[place];
  link.closest("tr").scrollIntoView({ block: "center" });
  link.focus({ preventScroll: true });
  return true;
};
page.count = count;

more.addEventListener("click", () => showMore());
new IntersectionObserver((entries) => {
  if (entries.some(({ isIntersecting }) => isIntersecting)) showMore();
}, { rootMargin: "1500px" }).observe(more);
addEventListener("beforeprint", () => showMore(order.length));
