// Tables that sort and filter.

const inArticle = (row) => articleName(row.article);
const TABLES = {
  Events: {
    rows: DATA.events,
    place: (row) => row.mentions[0],
    columns: [
      ["Day", (row) => row.first || row.reported, "day"],
      ["What happened", (row) => row.sentence, "told"],
      ["Type", (row) => [row.type, row.mode].filter(Boolean).join(" ")],
      ["Status", (row) => row.standing || row.status],
      ["Score", (row) => row.score, "number"],
      ["Says who", (row) => row.speaker],
      ["Articles", (row) => new Set(row.mentions.map(([number]) => number)).size, "number"],
      ["Sentence", (row) => row.words, "words"],
    ],
  },
  Quotes: {
    rows: DATA.quotes,
    place: (row) => [row.article, row.key],
    columns: [
      ["Speaker", (row) => row.speaker || "not known"],
      ["Country", (row) => row.country],
      ["Role", (row) => row.role],
      ["Kind", (row) => row.kind],
      ["Words", (row) => row.words, "words"],
      ["Article", inArticle, "words"],
    ],
  },
  Dates: {
    rows: DATA.dates,
    place: (row) => [row.article, row.key],
    columns: [
      ["Words", (row) => row.words],
      ["Value", (row) => row.value],
      ["First day", (row) => row.first, "day"],
      ["Last day", (row) => row.last, "day"],
      ["Type", (row) => row.type],
      ["Why no value", (row) => row.reason],
      ["Article", inArticle, "words"],
    ],
  },
  Articles: {
    rows: DATA.articles,
    place: (row) => [row.article, ""],
    columns: [
      ["Published", (row) => row.published, "day"],
      ["Headline", (row) => articleName(row.article), "words"],
      ["Source", (row) => row.source],
      ["Filed in", (row) => row.place],
      ["Format", (row) => row.format],
      ["Events", (row) => row.events, "number"],
      ["Quotes", (row) => row.quotes, "number"],
      ["Dates", (row) => row.dates, "number"],
      ["Problem", (row) => row.problem],
    ],
  },
};

/* The rows by a column; those with nothing in it come last. */
function sorted(rows, cell, isDown) {
  const empty = (row) => cell(row) === "";
  const order = (one, other) => empty(one) - empty(other) || (isDown ? -1 : 1) * compare(cell(one), cell(other));
  return [...rows].sort(order);
}

function rowOf(name, row) {
  const { place, columns } = TABLES[name];
  const linked = name === "Articles" || name === "Events" ? 1 : 0;
  const cells = columns.map(([, cell, kind], number) => {
    const words = String(cell(row));
    return make(
      "td",
      { className: kind || "", dir: "auto" },
      number === linked ? placeLink(...place(row), words) : words,
    );
  });
  return make("tr", {}, ...cells);
}

/* Show a table; of quotes, those of one speaker if one is given. */
function openTable(name, speaker = null) {
  const { columns } = TABLES[name];
  const rows = speaker ? TABLES[name].rows.filter((quote) => speakerOf(quote) === speaker) : TABLES[name].rows;
  const by = speaker ? ` by ${isolated(speaker.split("\n")[0])}` : "";
  const state = { sort: null, isDown: false, many: ROWS_AT_ONCE };
  const body = make("tbody");
  const count = make("span", { className: "note", role: "status" });
  const more = make("button", { type: "button" });
  const sought = make("input", { type: "search", autocomplete: "off" });
  const heads = columns.map(([title, , kind], number) => {
    const button = make("button", { type: "button", title: `Sort by ${title.toLowerCase()}` }, title);
    button.addEventListener("click", () => {
      state.isDown = state.sort === number && !state.isDown;
      state.sort = number;
      fill();
    });
    return make("th", { scope: "col", "aria-sort": "none", className: kind || "" }, button);
  });
  function fill() {
    const words = sought.value.trim().toLowerCase();
    const has = (row) => columns.some(([, cell]) => String(cell(row)).toLowerCase().includes(words));
    let found = rows.filter(has);
    if (state.sort !== null) found = sorted(found, columns[state.sort][1], state.isDown);
    heads.forEach((head, number) => {
      const order = number !== state.sort ? "none" : state.isDown ? "descending" : "ascending";
      head.setAttribute("aria-sort", order);
      head.firstChild.textContent = columns[number][0] + { none: "", descending: " ▼", ascending: " ▲" }[order];
    });
    body.replaceChildren(...found.slice(0, state.many).map((row) => rowOf(name, row)));
    const shares = `${found.length.toLocaleString("en")} of ${rows.length.toLocaleString("en")}${by}`;
    count.textContent = rows.length ? shares : `There are no ${name.toLowerCase()}.`;
    more.hidden = found.length <= state.many;
    more.textContent = `Show more (${(found.length - state.many).toLocaleString("en")} left)`;
  }
  sought.addEventListener("input", () => {
    state.many = ROWS_AT_ONCE;
    fill();
  });
  more.addEventListener("click", () => {
    state.many += 10 * ROWS_AT_ONCE;
    fill();
  });
  const caption = make("caption", { className: "plain" }, name);
  const table = make("table", {}, caption, make("thead", {}, make("tr", {}, ...heads)), body);
  const label = `Table of ${name.toLowerCase()}`;
  const frame = make("div", { className: "scroll framed", tabIndex: 0, role: "region", "aria-label": label }, table);
  const tools = make("div", { className: "tools" }, make("label", {}, "Only rows with ", sought), count);
  $("panel").replaceChildren(tools, frame, make("p", {}, more));
  $("panel").setAttribute("aria-labelledby", `tab-${name}`);
  for (const tab of $("tabs").children) {
    const isChosen = tab.id === `tab-${name}`;
    tab.setAttribute("aria-selected", String(isChosen));
    tab.tabIndex = isChosen ? 0 : -1;
  }
  fill();
}

function makeTabs() {
  const names = Object.keys(TABLES);
  names.forEach((name, number) => {
    const tab = make(
      "button",
      { type: "button", id: `tab-${name}`, role: "tab", "aria-controls": "panel" },
      `${name} (${TABLES[name].rows.length.toLocaleString("en")})`,
    );
    tab.addEventListener("click", () => openTable(name));
    tab.addEventListener("keydown", (press) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[press.key];
      if (!step) return;
      const next = names[(number + step + names.length) % names.length];
      openTable(next);
      $(`tab-${next}`).focus();
    });
    $("tabs").append(tab);
  });
  openTable("Events");
}
