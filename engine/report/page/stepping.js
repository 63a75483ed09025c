// Stepping through places: all changes, or those of the row that was chosen.
const what = document.getElementById("step-what");
const counter = document.getElementById("step-count");
const end = document.getElementById("step-end");
const texts = document.getElementById("texts");

let chosen = null;  // the row's button
let places = [];
let at = -1;
let reached = null;  // the element that Tab reaches

const isShown = (n) => !texts.classList.contains(`off-${page.kindOf(n)}`);

const allChanges = () => {
  places = [];
  for (let n = 0; n < page.elements.source.length; ++n) {
    if (page.kindOf(n) !== "e" && isShown(n)) places.push({ pieces: [n] });
  }
};

const showCount = () => {
  counter.textContent = at < 0 ? String(places.length) : `${at + 1} of ${places.length}`;
};

const elementOf = (place, side) => place.mark ?? page.elements[side][place.pieces[0]]?.[0];

// Tab leads to where the reader is, and from there on.
const reach = (element) => {
  if (element === reached) return;
  if (reached) {
    for (const name of ["tabindex", "role", "aria-describedby"]) reached.removeAttribute(name);
  }
  reached = element;
  reached.setAttribute("tabindex", "0");
  reached.setAttribute("role", "button");
  reached.setAttribute("aria-describedby", "tip");
};

const show = (place) => {
  page.keepStill();
  if (place.mark) page.showElement(place.side, place.mark);
  else page.show(place.pieces[0]);
  page.mark(place.pieces, place.mark);
  const side = elementOf(place, "rewrite") ? "rewrite" : "source";
  const element = elementOf(place, side);
  reach(element);
  const lines = page.why(place.pieces[0], place.mark);
  requestAnimationFrame(() => requestAnimationFrame(() => page.openTip(element, lines)));
  page.say(`${lines.join(". ")} (${at + 1} of ${places.length})`);
  return element;
};

page.step = (by, within) => {
  if (places.length === 0) return;
  at = (at + by + (at < 0 && by < 0 ? 1 : 0) + places.length) % places.length;
  showCount();
  let element = show(places[at]);
  if (within) {
    element = elementOf(places[at], within) ?? element;
    reach(element);
    element.focus({ preventScroll: true });
  }
};

// Goes on from a piece that was clicked or tapped.
page.stepFrom = (n) => {
  const found = places.findIndex((place) => place.pieces.includes(n));
  if (found >= 0) {
    at = found;
    showCount();
  }
};

page.stepThroughAll = () => {
  const row = chosen;
  chosen?.closest("tr").classList.remove("chosen");
  chosen = null;
  what.textContent = "All changes";
  end.hidden = true;
  at = -1;
  allChanges();
  showCount();
  return row;
};

const choose = (button) => {
  page.stepThroughAll();
  const row = button.closest("tr");
  row.classList.add("chosen");
  chosen = button;
  what.textContent = page.textOf(button);
  end.hidden = false;
  places = page.placesOf(row);
  texts.scrollIntoView({ block: "start" });
  page.step(1);
  document.getElementById("step-on").focus({ preventScroll: true });
};

for (const row of document.querySelectorAll("tr[data-at], tr[data-trick]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "row";
  button.append(...row.cells[0].childNodes);
  row.cells[0].append(button);
}
document.querySelector("main").addEventListener("click", (event) => {
  const row = event.target.closest("tr[data-at], tr[data-trick]");
  if (row) choose(row.querySelector("button.row"));
});
for (const panel of Object.values(page.panels)) {
  panel.addEventListener("click", (event) => {
    const element = event.target.closest("[data-n]");
    if (element) page.stepFrom(Number(element.dataset.n));
  });
}
document.getElementById("step-back").addEventListener("click", () => page.step(-1));
document.getElementById("step-on").addEventListener("click", () => page.step(1));
end.addEventListener("click", () => page.stepThroughAll()?.focus());
page.stepThroughAll();
