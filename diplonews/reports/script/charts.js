// Charts: the classes, who is quoted, and what charts share.

/* The pairs of parties of an event, each once and without direction. */
function pairsOf(event) {
  const pairs = new Set();
  for (const one of event.who)
    for (const other of targets(event))
      if (one !== other && pairs.size < MOST_PAIRS) pairs.add([one, other].sort().join("\n"));
  return [...pairs];
}

const note = (words) => make("p", { className: "note" }, words);

/* The figures of a chart, for those who do not see it. */
function figures(heads, rows) {
  const head = make("tr", {}, ...heads.map((title) => make("th", { scope: "col" }, title)));
  const body = rows.map((row) => make("tr", {}, ...row.map((cell) => make("td", {}, apart(String(cell))))));
  return make(
    "details",
    {},
    make("summary", {}, "As a table"),
    make(
      "div",
      { className: "scroll", tabIndex: 0 },
      make("table", { className: "simple" }, make("thead", {}, head), make("tbody", {}, ...body)),
    ),
  );
}

/* The four classes: how often each comes, at the head of the page, and what stands for it, above the charts. */
function drawClasses() {
  for (const quad of [1, 2, 3, 4]) {
    const count = DATA.events.filter((event) => event.quad === quad).length;
    if (DATA.events.length)
      $("quads").append(
        make("li", {}, sign(quad), " ", make("b", {}, count.toLocaleString("en")), ` ${QUADS[quad][1]}`),
      );
    $("legend").append(make("li", {}, sign(quad), " ", QUADS[quad][1]));
  }
}

const speakerOf = (quote) => `${quote.speaker}\n${quote.country}`;

function drawQuoted() {
  const named = tally(DATA.quotes.filter((quote) => quote.speaker).map(speakerOf));
  const nobody = DATA.quotes.filter((quote) => !quote.speaker).length;
  const target = $("quoted");
  if (DATA.quotes.length === 0) {
    target.replaceChildren(note("No quotation was found."));
    return;
  }
  const bars = named.slice(0, MOST_SPEAKERS).map(([key, count]) => {
    const [speaker, country] = key.split("\n");
    const bar = make("span", { className: "bar", "aria-hidden": "true" });
    bar.style.width = `${(100 * count) / named[0][1]}%`;
    const name = make("button", { type: "button", title: "Show the quotes" }, apart(speaker));
    name.addEventListener("click", () => {
      openTable("Quotes", key);
      $("tables").scrollIntoView();
      $("panel").focus({ preventScroll: true });
    });
    return make(
      "li",
      {},
      make("span", {}, name, make("small", {}, apart(country || "country not known"))),
      bar,
      make("span", { className: "count" }, String(count)),
    );
  });
  const notes = [`${counted(DATA.quotes.length, "quotation")}, direct and indirect`];
  if (nobody) notes.push(`${nobody} without a known speaker`);
  if (named.length > MOST_SPEAKERS) notes.push(`${named.length - MOST_SPEAKERS} more speakers in the table of quotes`);
  target.replaceChildren(make("ul", { className: "bars" }, ...bars), note(`${notes.join("; ")}.`));
}

function drawCharts() {
  drawClasses();
  const found = dyads();
  $("dyad").append(
    choice("", "all parties"),
    ...found.slice(0, MOST_DYADS).map((dyad) => choice(dyad.key, `${dyad.names.join(" and ")} (${dyad.count})`)),
  );
  $("dyad").addEventListener("change", drawMonths);
  drawMonths();
  drawNetwork(found);
  addEventListener("resize", () => drawNetwork(found));
  drawQuoted();
}
