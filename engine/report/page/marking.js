// Which pieces are looked at: they are marked in both texts.
let marked = [];

page.mark = (pieces, mark) => {
  for (const element of marked) element.classList.remove("on");
  marked = pieces.flatMap((n) => [...(page.elements.source[n] ?? []), ...(page.elements.rewrite[n] ?? [])]);
  if (mark) marked.push(mark);
  for (const element of marked) element.classList.add("on");
};

// Says it to who listens.
page.say = (text) => { document.getElementById("status").textContent = text; };
