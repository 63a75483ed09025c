// Search in both texts. What is found is painted over the text without touching it.
const box = document.getElementById("search");
const paint = globalThis.CSS?.highlights && globalThis.Highlight;

// Letters as they are compared: lower case, any white space a blank, as many as before.
const folded = (text) => {
  const lower = text.toLowerCase();
  return (lower.length === text.length ? lower : text).replace(/\s/g, " ");
};

let found = [];
let searched = "";
let at = -1;

const rangesIn = (side, wanted) => {
  const ranges = [];
  for (const paragraph of page.panels[side].querySelectorAll("p")) {
    const text = folded(paragraph.textContent);
    let from = text.indexOf(wanted);
    if (from < 0) continue;
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const nodes = [];
    for (let begin = 0; walker.nextNode(); begin += walker.currentNode.length) nodes.push({ node: walker.currentNode, begin });
    const place = (offset) => {
      const { node, begin } = nodes[Math.max(0, page.last(nodes.length, (i) => nodes[i].begin <= offset))];
      return [node, offset - begin];
    };
    for (; from >= 0; from = text.indexOf(wanted, from + wanted.length)) {
      const range = new Range();
      range.setStart(...place(from));
      const [node, offset] = place(from + wanted.length - 1);
      range.setEnd(node, offset + 1);
      ranges.push({ side, range });
    }
  }
  return ranges;
};

const show = (name, ranges) => {
  if (paint) CSS.highlights.set(name, new Highlight(...ranges));
};

const search = () => {
  searched = box.value;
  const wanted = folded(box.value.normalize("NFC")).trim();
  found = wanted ? [...rangesIn("source", wanted), ...rangesIn("rewrite", wanted)] : [];
  at = -1;
  show("found", found.map(({ range }) => range));
  show("found-now", []);
  const originals = found.filter(({ side }) => side === "source").length;
  page.say(wanted ? `${found.length} found: ${originals} in the original, ${found.length - originals} in the rewrite` : "");
};

page.stepSearch = (by) => {
  if (found.length === 0) return;
  at = (at + by + (at < 0 && by < 0 ? 1 : 0) + found.length) % found.length;
  const { side, range } = found[at];
  page.closeTip();
  show("found-now", [range]);
  page.showElement(side, range.startContainer.parentElement);
  if (!paint) getSelection().setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  page.say(`“${range}” ${at + 1} of ${found.length}, in the ${side === "source" ? "original" : "rewrite"}`);
};

page.endSearch = () => {
  box.value = "";
  search();
};

let typing = 0;
box.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(search, 120);
});
box.addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  event.preventDefault();
  if (searched !== box.value) search();
  page.stepSearch(event.shiftKey ? -1 : 1);
});
document.getElementById("search-back").addEventListener("click", () => page.stepSearch(-1));
document.getElementById("search-on").addEventListener("click", () => page.stepSearch(1));
