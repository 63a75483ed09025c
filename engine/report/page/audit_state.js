// What is looked for, and in which order: it stands in the address, so that links and the back button find it again.
const names = ["verdict", "review", "site", "original", "date", "q", "sort"];

const wantedIn = (hash) => {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const wanted = {};
  for (const name of names) {
    if (given.has(name)) wanted[name] = given.get(name);
  }
  const column = wanted.sort?.replace("-", "");
  if (!Object.hasOwn(page.columns, column ?? "")) wanted.sort = "-confidence";
  return wanted;
};

const hashOf = (wanted) => {
  const given = new URLSearchParams();
  for (const name of names) {
    const isDefault = name === "sort" ? wanted.sort === "-confidence" : wanted[name] === undefined || (wanted[name] === "" && name !== "site");
    if (!isDefault) given.set(name, wanted[name]);
  }
  return given.toString();
};

Object.assign(page, {
  wanted: wantedIn(location.hash),
  hashOf,
  // Goes to another view; `isTyping` makes no new entry in the history.
  want: (changes, isTyping = false) => {
    const hash = hashOf({ ...page.wanted, ...changes });
    if (hash === hashOf(page.wanted)) return;
    history[isTyping ? "replaceState" : "pushState"](null, "", `#${hash || "list"}`);
    page.arrive();
  },
  // Takes over what the address says.
  arrive: () => {
    page.wanted = wantedIn(location.hash);
    page.show();
  },
});
addEventListener("popstate", () => page.arrive());
