// Kinds of passages can be shown unmarked; stepping leaves them out.
const texts = document.getElementById("texts");

texts.querySelector(".legend").addEventListener("click", (event) => {
  const button = event.target.closest("button[data-kind]");
  if (!button) return;
  const isOff = texts.classList.toggle(`off-${button.dataset.kind}`);
  button.setAttribute("aria-pressed", String(!isOff));
  page.closeTip();
  page.stepThroughAll();
  page.say(`${button.querySelector("span").textContent}: ${isOff ? "not marked" : "marked"}`);
});
