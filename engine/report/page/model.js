// What stands where: the pieces of both texts, the words in them, the rows that tell of them.
const other = { source: "rewrite", rewrite: "source" };
const panels = { source: document.getElementById("source"), rewrite: document.getElementById("rewrite") };
const words = JSON.parse(document.getElementById("pieces").textContent);
const count = words.length / 2;

// By side and piece: its elements. A piece that reaches over a paragraph's end has several.
const elements = { source: new Array(count), rewrite: new Array(count) };
const order = { source: [], rewrite: [] };
for (const side of ["source", "rewrite"]) {
  for (const element of panels[side].querySelectorAll("[data-n]")) {
    const n = Number(element.dataset.n);
    (elements[side][n] ??= []).push(element);
    if (elements[side][n].length === 1) order[side].push(n);
  }
}

// By side and piece: the number of its first word. The source's words are in the pieces' order.
const firstWord = { source: new Uint32Array(count), rewrite: new Uint32Array(count) };
const wordsIn = (side, n) => words[2 * n + (side === "source" ? 0 : 1)];
const length = { source: 0, rewrite: 0 };
for (let n = 0; n < count; ++n) {
  firstWord.source[n] = length.source;
  length.source += wordsIn("source", n);
}
for (const n of order.rewrite) {
  firstWord.rewrite[n] = length.rewrite;
  length.rewrite += wordsIn("rewrite", n);
}

// The last of so many things for which `isBefore` holds, or -1; it holds for the first few.
const last = (many, isBefore) => {
  let low = 0;
  for (let high = many; low < high;) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

const pieceOfWord = (side, word) =>
  order[side][Math.max(0, last(order[side].length, (i) => firstWord[side][order[side][i]] <= word))];

const kindOf = (n) => (elements.source[n] ?? elements.rewrite[n])[0].classList[0];

// The pieces of the source's words [begin, end).
const piecesOf = (begin, end) => {
  const found = [];
  for (let n = pieceOfWord("source", begin); n < count && firstWord.source[n] < end; ++n) {
    if (wordsIn("source", n) > 0) found.push(n);
  }
  return found;
};

// The places of a table's row: each some pieces, or hidden characters.
const placesOf = (row) => {
  if (row.dataset.trick) {
    const marks = panels[row.dataset.side].querySelectorAll(`.hidden[data-trick="${row.dataset.trick}"]`);
    return [...marks].map((mark) => ({ mark, side: row.dataset.side, pieces: [] }));
  }
  return row.dataset.at.split(" ").map((range) => {
    const [begin, end] = range.split("-").map(Number);
    return { pieces: piecesOf(begin, end) };
  });
};

// By piece: the row of its swap, and the rows of the names, numbers … in it.
const swapRow = new Map();
const thingRows = new Map();
for (const row of document.querySelectorAll("#swaps tr[data-at]")) {
  for (const { pieces } of placesOf(row)) {
    if (pieces.length === 1 && kindOf(pieces[0]) !== "e" && !swapRow.has(pieces[0])) swapRow.set(pieces[0], row);
  }
}
for (const row of document.querySelectorAll("#things tr[data-at]")) {
  for (const { pieces } of placesOf(row)) {
    for (const n of pieces) {
      if (kindOf(n) !== "e") thingRows.set(n, [...(thingRows.get(n) ?? []), row]);
    }
  }
}

Object.assign(page, { other, panels, elements, order, firstWord, wordsIn, length, last, pieceOfWord, kindOf, placesOf, swapRow, thingRows });
document.documentElement.classList.add("scripts");
