// Filters, the order, and what leads to them.
const chips = document.getElementById("chips");
const search = document.getElementById("search");
const review = document.getElementById("review");

for (const button of document.querySelectorAll(".choices button")) {
  button.addEventListener("click", () => page.want({ verdict: button.dataset.value }));
}
review.addEventListener("change", () => page.want({ review: review.value }));
search.addEventListener("input", () => page.want({ q: search.value }, true));

for (const header of document.querySelectorAll("th[data-sort]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...header.childNodes);
  header.append(button);
  const name = header.dataset.sort;
  button.addEventListener("click", () => {
    const first = page.columns[name].isLargestFirst ? `-${name}` : name;
    const other = first === name ? `-${name}` : name;
    page.want({ sort: page.wanted.sort === first ? other : first });
  });
}

// Rows and columns of the overview lead to their findings, whatever else is looked for.
for (const link of document.querySelectorAll(".top a.filter, .overview a.filter")) {
  link.hash = page.hashOf({ sort: "-confidence", [link.dataset.name]: link.dataset.value });
}
document.addEventListener("click", (event) => {
  const link = event.target.closest("a.filter");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.pushState(null, "", link.hash);
  page.arrive();
  document.getElementById("list").scrollIntoView();
  document.getElementById("list").focus({ preventScroll: true });
});

const titles = { verdict: "Verdict", review: "Reviews", site: "Site", original: "Original", date: "Date", q: "Search" };
const nameOf = (name) => {
  const value = page.wanted[name];
  if (name === "original") return page.findings.map((finding) => page.originalId(finding) === value && page.originalName(finding)).find(Boolean) ?? value;
  return value || "pages without an address";
};

const showChips = () => {
  chips.replaceChildren();
  const given = Object.keys(titles).filter((name) => page.wanted[name] || (name === "site" && page.wanted.site !== undefined));
  const chip = (text, label, changes) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(`${text} ×`);
    button.setAttribute("aria-label", label);
    button.addEventListener("click", () => {
      page.want(changes);
      (chips.querySelector("button") ?? search).focus();
    });
    chips.append(button);
  };
  for (const name of given) {
    const text = `${titles[name]}: \u2068${nameOf(name)}\u2069`;
    chip(text, `Remove ${text}`, { [name]: undefined });
  }
  if (given.length > 1) chip("Clear all", "Clear all filters", Object.fromEntries(given.map((name) => [name, undefined])));
};

page.show = (rows) => {
  page.showRows(rows);
  showChips();
  for (const button of document.querySelectorAll(".choices button")) {
    button.setAttribute("aria-pressed", String((page.wanted.verdict ?? "") === button.dataset.value));
  }
  review.value = page.wanted.review ?? "";
  if (document.activeElement !== search || !page.wanted.q) search.value = page.wanted.q ?? "";
  for (const header of document.querySelectorAll("th[data-sort]")) {
    const isThis = page.wanted.sort.replace("-", "") === header.dataset.sort;
    if (isThis) header.setAttribute("aria-sort", page.wanted.sort.startsWith("-") ? "descending" : "ascending");
    else header.removeAttribute("aria-sort");
  }
};

const counts = page.reviews.map((_, i) => page.findings.filter((finding) => finding.review === i).length);
const inOption = { "": counts[0] + counts[1], open: counts[0], confirmed: counts[1], dismissed: counts[2], all: page.findings.length };
for (const option of review.options) option.append(` (${page.count(inOption[option.value])})`);
if (counts[1] + counts[2] === 0) review.parentElement.hidden = true;

// Skipping the overview leaves the address alone: it says what is looked for.
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  document.getElementById("list").focus();
});

// Whoever comes back finds the rows that were there, and the place.
addEventListener("pagehide", () => history.replaceState({ rows: page.rowsShown(), top: scrollY }, ""));
page.show(history.state?.rows);
document.documentElement.classList.add("scripts");
const at = new URLSearchParams(location.hash.slice(1)).get("at");
if (history.state?.top) scrollTo(0, history.state.top);
else if (!(at && page.showAt(at)) && location.hash.length > 1) document.getElementById("list").scrollIntoView();
