// The text that a reader scrolls leads; the other one follows the alignment, so that what belongs
// together stands side by side at the reading line.
const readingLine = 0.35;  // of a panel's height
let leader = null;

const paragraphs = {};
for (const [side, panel] of Object.entries(page.panels)) paragraphs[side] = [...panel.querySelectorAll("p")];

const lineOf = (panel) => {
  const at = panel.getBoundingClientRect();
  return at.top + at.height * readingLine;
};

// The piece of this text that stands at the reading line, and how far down in it the line is.
const pieceAtLine = (side) => {
  const y = lineOf(page.panels[side]);
  const all = paragraphs[side];
  const paragraph = all[Math.max(0, page.last(all.length, (i) => all[i].getBoundingClientRect().top <= y))];
  const inside = paragraph?.querySelectorAll("[data-n]");
  if (!inside?.length) return null;
  const element = inside[Math.max(0, page.last(inside.length, (i) => inside[i].getBoundingClientRect().top <= y))];
  const at = element.getBoundingClientRect();
  const share = Math.min(1, Math.max(0, (y - at.top) / at.height));
  return { n: Number(element.dataset.n), share };
};

// A piece that stands in both texts: this one, or the nearest before it.
const paired = (side, n) => {
  const all = page.order[side];
  let i = page.last(all.length, (k) => page.firstWord[side][all[k]] <= page.firstWord[side][n]);
  while (i > 0 && !page.elements[page.other[side]][all[i]]) --i;
  return all[i];
};

// Moves a text until this part of a piece stands at the reading line. Paragraphs that were never
// shown take their true height only then: so once more when they have.
const bring = (side, n, share = 0) => {
  const [element] = page.elements[side][n] ?? [];
  if (!element) return;
  const move = () => {
    const at = element.getBoundingClientRect();
    page.panels[side].scrollTop += at.top + at.height * share - lineOf(page.panels[side]);
  };
  move();
  requestAnimationFrame(move);
};

// The other text shows what stands for an element of this one; this one stays.
page.follow = (element) => {
  const side = page.panels.source.contains(element) ? "source" : "rewrite";
  leader = null;
  const n = paired(side, Number(element.dataset.n));
  const target = page.elements[page.other[side]][n]?.[0];
  if (target) {
    const move = () => { page.panels[page.other[side]].scrollTop += target.getBoundingClientRect().top - element.getBoundingClientRect().top; };
    move();
    requestAnimationFrame(move);
  }
};

// Both texts show a piece.
page.show = (n) => {
  leader = null;
  for (const side of ["source", "rewrite"]) {
    bring(side, page.elements[side][n] ? n : paired(page.other[side], n));
  }
};

page.showElement = (side, element) => {
  const n = Number(element.closest("[data-n]")?.dataset.n ?? NaN);
  leader = null;
  element.scrollIntoView({ block: "nearest" });
  const move = () => { page.panels[side].scrollTop += element.getBoundingClientRect().top - lineOf(page.panels[side]); };
  move();
  if (Number.isNaN(n)) return requestAnimationFrame(move);
  requestAnimationFrame(() => { move(); page.follow(page.elements[side][n][0]); });
};

page.shareAtLine = (side) => {
  const at = pieceAtLine(side);
  return at ? (page.firstWord[side][at.n] + at.share * page.wordsIn(side, at.n)) / page.length[side] : 0;
};

let pending = false;
const follow = () => {
  pending = false;
  if (!leader) return;
  const panel = page.panels[leader];
  const follower = page.panels[page.other[leader]];
  const end = panel.scrollHeight - panel.clientHeight;
  if (panel.scrollTop <= 0) follower.scrollTop = 0;
  else if (panel.scrollTop >= end - 1) follower.scrollTop = follower.scrollHeight;
  else {
    const at = pieceAtLine(leader);
    if (!at) return;
    const n = paired(leader, at.n);
    const [target] = page.elements[page.other[leader]][n] ?? [];
    if (!target) return;
    const rect = target.getBoundingClientRect();
    follower.scrollTop += rect.top + rect.height * (n === at.n ? at.share : 1) - lineOf(follower);
  }
};

for (const [side, panel] of Object.entries(page.panels)) {
  for (const sign of ["wheel", "touchstart", "pointerdown", "keydown"]) {
    panel.addEventListener(sign, () => { leader = side; }, { passive: true });
  }
  panel.addEventListener("scroll", () => {
    if (leader === side && !pending) {
      pending = true;
      requestAnimationFrame(follow);
    }
  }, { passive: true });
}
