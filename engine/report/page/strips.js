// The pictures of both texts lead to their places, and show where the reader is.
for (const strip of document.querySelectorAll(".strip input")) {
  const { side } = strip.dataset;
  let isLeading = false;
  strip.addEventListener("input", () => {
    const word = Math.round(strip.value / strip.max * (page.length[side] - 1));
    isLeading = true;
    page.show(page.pieceOfWord(side, Math.max(0, word)));
    setTimeout(() => { isLeading = false; }, 200);
  });
  strip.addEventListener("change", () => page.say(strip.getAttribute("aria-valuetext")));
  let pending = false;
  page.panels[side].addEventListener("scroll", () => {
    if (pending || isLeading) return;
    pending = true;
    setTimeout(() => {
      pending = false;
      strip.value = Math.round(page.shareAtLine(side) * strip.max);
      strip.setAttribute("aria-valuetext", `${Math.round(strip.value / 10)}% of the ${side === "source" ? "original" : "rewrite"}`);
    }, 100);
  }, { passive: true });
}
