// Why a passage is marked: one tip for all of them.
const tip = document.getElementById("tip");
const names = { s: "Swapped", m: "Small change", r: "Reworded" };
const longest = 160;

const textOf = (side, n) => {
  const text = page.elements[side][n].map((element) => element.textContent).join(" ");
  return `“\u2068${text.length > longest ? text.slice(0, longest) + "…" : text}\u2069”`;
};

// Text of which no part turns the direction of what stands beside it.
const isolated = (node) => {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  return node.localName === "bdi" && node.textContent ? `\u2068${node.textContent}\u2069` : [...node.childNodes].map(isolated).join("");
};
page.textOf = (node) => isolated(node).trim();

const cells = (row) => [...row.cells].map(page.textOf);

// Lines that say why; the first is what it is. None for what is the same.
page.why = (n, mark) => {
  const lines = [];
  if (mark) {
    const { trick, count, which } = mark.dataset;
    const row = document.querySelector(`tr[data-trick="${trick}"] th`);
    lines.push(`Hidden: ${row ? row.textContent : "characters"}`, `${count} here (${which})`);
  }
  if (n === undefined || page.kindOf(n) === "e") return lines;
  const row = page.swapRow.get(n);
  if (row) {
    const [swap, times, what, says] = cells(row);
    lines.push(swap, `${times} ${/^1( |$)/.test(times) && !times.includes("of") ? "time" : "times"} · ${what}${says ? ` · ${says}` : ""}`);
  } else if (page.kindOf(n) === "a") {
    lines.push(page.elements.source[n] ? "Left out of the rewrite" : "Put in: the original has nothing here");
  } else {
    lines.push(names[page.kindOf(n)], `original: ${textOf("source", n)}`, `rewrite: ${textOf("rewrite", n)}`);
  }
  for (const thing of page.thingRows.get(n) ?? []) {
    const [what, , fate] = cells(thing);
    lines.push(`${thing.closest("section").dataset.one} ${what}: ${fate}`);
  }
  return lines;
};

let closing = 0;
let isMoved = true;  // the pointer, since the texts were: what comes to lie under it says nothing
page.keepStill = () => { isMoved = false; };

page.closeTip = () => {
  clearTimeout(closing);
  tip.hidden = true;
};

page.openTip = (element, lines) => {
  clearTimeout(closing);
  if (lines.length === 0) return page.closeTip();
  tip.replaceChildren(...lines.map((line) => {
    const part = document.createElement("p");
    part.textContent = line;
    return part;
  }));
  tip.hidden = false;
  const at = element.getClientRects()[0] ?? element.getBoundingClientRect();
  const gap = 6;
  const below = at.bottom + gap + tip.offsetHeight < innerHeight;
  tip.style.left = `${Math.max(gap, Math.min(at.left, document.documentElement.clientWidth - tip.offsetWidth - gap))}px`;
  tip.style.top = `${below ? at.bottom + gap : Math.max(gap, at.top - gap - tip.offsetHeight)}px`;
};

const look = (event) => {
  const element = event.target.closest("[data-n]");
  const mark = event.target.closest(".hidden");
  if (!element && !mark) return false;
  const n = element ? Number(element.dataset.n) : undefined;
  page.mark(n === undefined ? [] : [n], mark);
  page.openTip(mark ?? element, page.why(n, mark));
  return true;
};

for (const panel of Object.values(page.panels)) {
  panel.addEventListener("pointerover", (event) => {
    if (event.pointerType === "mouse" && isMoved && !look(event)) closing = setTimeout(page.closeTip, 200);
  });
  panel.addEventListener("pointermove", () => { isMoved = true; }, { passive: true });
  panel.addEventListener("pointerleave", () => { closing = setTimeout(page.closeTip, 200); });
  panel.addEventListener("click", (event) => {
    const element = event.target.closest("[data-n]");
    if (!look(event)) return page.closeTip();
    if (element) page.follow(element);
  });
  panel.addEventListener("scroll", () => { if (isMoved && !tip.hidden && !tip.matches(":hover")) page.closeTip(); }, { passive: true });
}
tip.addEventListener("pointerenter", () => clearTimeout(closing));
tip.addEventListener("pointerleave", page.closeTip);
