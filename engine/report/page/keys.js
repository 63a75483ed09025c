// Keys, and what only a print needs.
const lettersAreKeys = document.getElementById("keys");

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "Escape") {
    page.closeTip();
    page.endSearch();
    const row = page.stepThroughAll();
    row?.focus();
    return;
  }
  if (event.target.matches("input, textarea")) return;
  const panel = event.target.closest(".text");
  const steps = { n: 1, p: -1, ArrowRight: 1, ArrowLeft: -1 };
  const isArrow = event.key.startsWith("Arrow");
  if (event.key in steps && (isArrow ? panel : lettersAreKeys.checked)) {
    event.preventDefault();
    page.step(steps[event.key], panel?.id);
  } else if (event.key === "/" && lettersAreKeys.checked) {
    event.preventDefault();
    document.getElementById("search").focus();
  } else if ((event.key === "Enter" || event.key === " ") && event.target.matches("[data-n]")) {
    event.preventDefault();
    event.target.click();
  }
});

addEventListener("beforeprint", () => {
  for (const folded of document.querySelectorAll("details:not(.keys)")) folded.open = true;
});
