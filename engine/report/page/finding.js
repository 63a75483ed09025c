// The list is found again as it was left, and what stands for what is marked in both texts.
const shown = () => document.getElementById(decodeURIComponent(location.hash.slice(1)));

const name = () => {
  const title = shown()?.querySelector("h1");
  if (title) document.title = `${title.textContent}: ${shown().querySelector(".pair div:last-child bdi").textContent}`;
};
addEventListener("hashchange", name);
name();

const back = document.querySelector(".back a");
back.addEventListener("click", () => {
  const list = new URLSearchParams(location.search);
  if (location.hash) list.set("at", decodeURIComponent(location.hash.slice(1)));
  back.hash = list.toString();
});

let marked = [];
const mark = (target) => {
  for (const element of marked) element.classList.remove("on");
  const piece = target.closest?.("[data-n]");
  marked = piece ? [...piece.closest("article").querySelectorAll(`[data-n="${Number(piece.dataset.n)}"]`)] : [];
  for (const element of marked) element.classList.add("on");
};
document.addEventListener("pointerover", ({ target }) => mark(target));
document.addEventListener("click", ({ target }) => mark(target));
