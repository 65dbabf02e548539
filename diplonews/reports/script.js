"use strict";
// Draws what the page's data hold. Words of articles only ever become text nodes and attribute values.

const DATA = JSON.parse(document.getElementById("data").textContent);
const QUADS = [null, ["●", "verbal cooperation"], ["■", "material cooperation"], ["▲", "verbal conflict"], ["◆", "material conflict"]];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const LAYERS = ["events", "quotes", "dates", "actors", "regions"];
const KINDS = { d: "Date", q: "Quote", a: "Actor", e: "Event" };
const ENTRIES_AT_ONCE = 40, ROWS_AT_ONCE = 50, MOST_COLUMNS = 60, MOST_NODES = 14, MOST_SPEAKERS = 15, MOST_PAIRS = 40, LONGEST_GAP = 6, MOST_OTHERS = 8;

const $ = (id) => document.getElementById(id);

/* An element with properties, or attributes where the name is no property, and children. */
function make(tag, settings = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(settings)) {
    if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

function draw(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const apart = (words) => make("bdi", {}, words);
const counted = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
const isolated = (words) => `\u2068${words}\u2069`;

/* A day as people write it: 2031-05-03 gives 3 May 2031. */
function dayWords(day) {
  const [year, month, number] = day.split("-").map(Number);
  return day && `${number} ${MONTHS[month - 1]} ${year}`;
}

/* How often each key comes, the most frequent first, then by name. */
function tally(keys) {
  const counts = new Map();
  for (const key of keys) counts.set(key, (counts.get(key) || 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
}

function sign(quad) {
  return make("span", { className: `sign quad${quad}`, title: QUADS[quad][1] }, make("span", { "aria-hidden": "true" }, QUADS[quad][0]), make("span", { className: "plain" }, QUADS[quad][1]));
}

/* ---- Events ---------------------------------------------------------------------------------------------------- */

const filters = $("filters").elements;
let shown = ENTRIES_AT_ONCE;
let parties = []; // chosen in the network: each must be on either side

function choice(value, label) {
  return make("option", { value }, label);
}

function fillFilters() {
  const fill = (name, keys, first, label = (key) => key) => filters[name].append(choice("", first), ...tally(keys).map(([key, count]) => choice(key, `${label(key)} (${count})`)));
  fill("who", DATA.events.flatMap((event) => event.who), "anyone");
  fill("whom", DATA.events.flatMap((event) => (event.symmetric ? event.who : event.whom)), "anyone");
  fill("type", DATA.events.map((event) => event.type), "anything", (type) => `${type.toLowerCase()}: ${DATA.types[type]}`);
  const quads = new Map(DATA.events.map((event) => [event.type, event.quad]));
  const types = tally(DATA.events.map((event) => event.type)).sort(([one], [other]) => quads.get(other) - quads.get(one));
  for (const [type, count] of types) {
    const button = make("button", { type: "button", name: type, "aria-pressed": "false" }, sign(quads.get(type)), " ", DATA.types[type], make("b", {}, String(count)));
    button.addEventListener("click", () => {
      filters.type.value = filters.type.value === type ? "" : type;
      shown = ENTRIES_AT_ONCE;
      listEvents();
    });
    $("types").append(button);
  }
  fill("status", DATA.events.map((event) => event.status), "any");
}

function matches(event) {
  const { who, whom, type, status, words } = filters;
  const others = event.symmetric ? event.who.filter((name) => name !== who.value) : event.whom;
  const sought = words.value.trim().toLowerCase();
  return (
    parties.every((name) => event.who.includes(name) || event.whom.includes(name)) &&
    (!type.value || event.type === type.value) &&
    (!status.value || event.status === status.value) &&
    (!who.value || event.who.includes(who.value)) &&
    (!whom.value || others.includes(whom.value)) &&
    (!sought || [event.sentence, event.words, event.type, event.speaker, event.when, event.first, ...event.sources].join("\n").toLowerCase().includes(sought))
  );
}

function articleName(number) {
  const article = DATA.articles[number];
  return article.headline || article.id;
}

function placeLink(article, key, ...words) {
  return DATA.articles[article].shown ? make("a", { href: `#a${article}:${key}` }, ...words) : make("span", {}, ...words);
}

function entry(event) {
  const [article, key] = event.mentions[0];
  const others = new Map([...event.mentions].reverse()); // the first mention in each other article
  others.delete(article);
  const from = DATA.articles[article];
  const told = make("p", { className: "told" }, placeLink(article, key, apart(event.sentence)));
  for (const word of event.standing ? event.standing.split(", ") : []) told.append(make("span", { className: "chip" }, word));
  const where = make("p", { className: "where about" });
  if (event.speaker) where.append("says ", apart(event.speaker), " · ");
  where.append(apart(articleName(article)));
  const about = [from.source, dayWords(from.published)].filter(Boolean).join(", ");
  if (about) where.append(" (", apart(about), ")");
  if (others.size) {
    where.append(" · also in ");
    [...others].reverse().slice(0, MOST_OTHERS).forEach(([number, other], place) => where.append(place ? ", " : "", placeLink(number, other, apart(DATA.articles[number].source || articleName(number)))));
    if (others.size > MOST_OTHERS) where.append(` and ${others.size - MOST_OTHERS} more`);
  }
  return make("li", { className: "entry" }, make("span", { className: "when" }, event.when), sign(event.quad), make("div", { className: "body" }, told, make("p", { className: "words", dir: "auto" }, `“${event.words}”`), where));
}

function listEvents() {
  const found = DATA.events.filter(matches);
  const day = (event) => event.first || event.reported;
  if (filters.order.value === "last") found.sort((one, other) => (day(other) > day(one) ? 1 : day(other) < day(one) ? -1 : 0));
  const items = [];
  let year = null;
  for (const event of found.slice(0, shown)) {
    const begins = day(event).slice(0, 4) || "Without a date";
    if (begins !== year) items.push(make("li", { className: "year" }, begins));
    year = begins;
    items.push(entry(event));
  }
  $("entries").replaceChildren(...items);
  for (const button of $("types").children) button.setAttribute("aria-pressed", String(button.name === filters.type.value));
  $("found").textContent = DATA.events.length === 0 ? "No event was found." : found.length === DATA.events.length ? `${counted(found.length, "event")}. An event that several articles report stands here once.` : `${found.length.toLocaleString("en")} of ${counted(DATA.events.length, "event")}${parties.length ? `, with ${parties.map(isolated).join(" and ")} on either side` : ""}`;
  $("more").hidden = found.length <= shown;
  $("more").textContent = `Show more (${(found.length - shown).toLocaleString("en")} left)`;
}

/* Show the events of some parties. */
function choose(names) {
  $("filters").reset();
  parties = names;
  shown = ENTRIES_AT_ONCE;
  listEvents();
  $("events").scrollIntoView();
  $("events").focus({ preventScroll: true });
}

/* ---- Charts ---------------------------------------------------------------------------------------------------- */

/* The pairs of parties of an event, each once and without direction. */
function pairsOf(event) {
  const others = event.symmetric ? event.who : event.whom;
  const pairs = new Set();
  for (const one of event.who) for (const other of others) if (one !== other && pairs.size < MOST_PAIRS) pairs.add([one, other].sort().join("\n"));
  return [...pairs];
}

function figures(heads, rows) {
  const head = make("tr", {}, ...heads.map((title) => make("th", { scope: "col" }, title)));
  const body = rows.map((row) => make("tr", {}, ...row.map((cell) => make("td", {}, apart(String(cell))))));
  return make("details", {}, make("summary", {}, "As a table"), make("div", { className: "scroll", tabIndex: 0 }, make("table", { className: "simple" }, make("thead", {}, head), make("tbody", {}, ...body))));
}

/* The four classes: how often each comes, at the head of the page, and what stands for it, above the charts. */
function drawClasses() {
  for (const quad of [1, 2, 3, 4]) {
    const count = DATA.events.filter((event) => event.quad === quad).length;
    if (DATA.events.length) $("quads").append(make("li", {}, sign(quad), " ", make("b", {}, count.toLocaleString("en")), ` ${QUADS[quad][1]}`));
    $("legend").append(make("li", {}, sign(quad), " ", QUADS[quad][1]));
  }
}

/* Months with their events, from the first to the last; of a long gap only a mark (null) is left. */
function monthsOf(events) {
  const months = new Map();
  for (const event of events) {
    const month = event.first.slice(0, 7);
    if (!months.has(month)) months.set(month, [0, 0, 0, 0, 0]);
    months.get(month)[event.quad] += 1;
  }
  const columns = [];
  let last = null;
  for (const month of [...months.keys()].sort()) {
    const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
    if (last !== null && number - last - 1 > LONGEST_GAP) columns.push(null);
    else if (last !== null) for (let empty = last + 1; empty < number; empty += 1) columns.push([empty, [0, 0, 0, 0, 0]]);
    columns.push([number, months.get(month)]);
    last = number;
  }
  return columns;
}

function drawMonths() {
  const dyad = $("dyad").value;
  const events = DATA.events.filter((event) => !dyad || pairsOf(event).includes(dyad));
  const dated = events.filter((event) => event.first && event.first.slice(0, 7) === event.last.slice(0, 7));
  const columns = monthsOf(dated);
  const drawn = columns.slice(-MOST_COLUMNS);
  const target = $("months");
  if (drawn.length === 0) {
    target.replaceChildren(make("p", { className: "note" }, "No event here is dated to a month."));
    return;
  }
  const sums = drawn.filter(Boolean).map(([, quads]) => [quads[1] + quads[2], quads[3] + quads[4]]);
  const up = Math.max(1, ...sums.map(([good]) => good)), down = Math.max(1, ...sums.map(([, bad]) => bad));
  const unit = Math.min(26, 220 / (up + down)), step = Math.max(26, Math.min(64, 900 / drawn.length));
  const left = 66, top = 12, zero = top + up * unit, bottom = zero + down * unit, width = Math.max(300, left + drawn.length * step + 10);
  const canvas = draw("svg", { viewBox: `0 0 ${width} ${bottom + 44}`, role: "img", "aria-label": "Events by month: cooperation above the line, conflict below it" });
  canvas.style.minWidth = `${0.85 * width}px`;
  canvas.style.maxWidth = `${width * 1.1}px`;
  const every = Math.ceil((up + down) / 8);
  for (let count = -Math.floor(down / every) * every; count <= up; count += every) {
    const y = zero - count * unit;
    canvas.append(draw("line", { x1: left - 6, x2: width, y1: y, y2: y, class: count ? "grid" : "axis" }), draw("text", { x: left - 10, y: y + 4, "text-anchor": "end", class: "soft" }, String(Math.abs(count))));
  }
  canvas.append(draw("text", { x: -(top + zero) / 2, y: 14, transform: "rotate(-90)", "text-anchor": "middle", class: "soft" }, up * unit > 70 ? "cooperation" : "coop."), draw("text", { x: -(zero + bottom) / 2, y: 14, transform: "rotate(-90)", "text-anchor": "middle", class: "soft" }, "conflict"));
  let year = null;
  drawn.forEach((column, place) => {
    const x = left + place * step;
    if (!column) {
      canvas.append(draw("text", { x: x + step / 2, y: zero - 6, "text-anchor": "middle", class: "soft" }, "⋯", draw("title", {}, "months without events are left out")));
      return;
    }
    const [number, quads] = column;
    const name = `${MONTHS[number % 12]} ${Math.floor(number / 12)}`;
    let above = zero, below = zero;
    for (const quad of [1, 2, 3, 4]) {
      const height = quads[quad] * unit;
      if (!height) continue;
      const y = quad < 3 ? (above -= height) : below;
      if (quad > 2) below += height;
      const bar = draw("g", {}, draw("rect", { x: x + 4, y, width: step - 8, height, class: `bar${quad}` }), draw("title", {}, `${name}: ${counted(quads[quad], "event")}, ${QUADS[quad][1]}`));
      if (quad % 2 === 0) for (let line = y + 5; line < y + height; line += 7) bar.append(draw("path", { d: `M${x + 4} ${line}h${step - 8}`, class: "stripe" }));
      canvas.append(bar);
    }
    const begins = Math.floor(number / 12) !== year;
    year = Math.floor(number / 12);
    if (step > 30 || begins || number % 3 === 0) canvas.append(draw("text", { x: x + step / 2, y: bottom + 18, "text-anchor": "middle" }, MONTHS[number % 12]));
    if (begins) canvas.append(draw("text", { x: x + step / 2, y: bottom + 34, "text-anchor": "middle", class: "soft" }, String(year)));
  });
  const notes = [`${counted(dated.length, "event")}, striped where material`];
  if (events.length > dated.length) notes.push(`${counted(events.length - dated.length, "event")} without one month as a date not drawn`);
  if (columns.length > drawn.length) notes.push(`earlier months left out (${columns.length - drawn.length})`);
  const rows = drawn.filter(Boolean).map(([number, quads]) => [`${MONTHS[number % 12]} ${Math.floor(number / 12)}`, ...quads.slice(1)]);
  target.replaceChildren(canvas, make("p", { className: "note" }, `${notes.join("; ")}.`), figures(["month", ...QUADS.slice(1).map(([, name]) => name)], rows));
}

function dyads() {
  const found = new Map();
  for (const event of DATA.events) {
    for (const pair of pairsOf(event)) {
      if (!found.has(pair)) found.set(pair, { names: pair.split("\n"), good: 0, bad: 0, sum: 0 });
      const dyad = found.get(pair);
      dyad[event.quad < 3 ? "good" : "bad"] += 1;
      dyad.sum += event.score;
    }
  }
  for (const dyad of found.values()) dyad.count = dyad.good + dyad.bad;
  return [...found].sort((one, other) => other[1].count - one[1].count || (one[0] < other[0] ? -1 : 1));
}

function pressed(element, action) {
  element.addEventListener("click", action);
  element.addEventListener("keydown", (press) => {
    if (press.key === "Enter" || press.key === " ") {
      press.preventDefault();
      action();
    }
  });
}

function drawNetwork(found) {
  const target = $("network");
  if (found.length === 0) {
    target.replaceChildren(make("p", { className: "note" }, "No event here has two known parties."));
    return;
  }
  const weight = tally(found.flatMap(([, dyad]) => dyad.names.flatMap((name) => Array(dyad.count).fill(name))));
  const nodes = weight.slice(0, MOST_NODES).map(([name]) => name);
  const width = Math.max(320, Math.min(620, target.clientWidth)), height = Math.round(0.72 * width), places = new Map();
  nodes.forEach((name, number) => {
    const angle = (2 * Math.PI * number) / nodes.length - Math.PI / 2;
    places.set(name, [width / 2 + (nodes.length > 1 ? 0.28 * width * Math.cos(angle) : 0), height / 2 + (nodes.length > 1 ? 0.36 * height * Math.sin(angle) : 0)]);
  });
  const canvas = draw("svg", { viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": "Network of parties" });
  const drawn = found.filter(([, dyad]) => dyad.names.every((name) => places.has(name)));
  const most = Math.max(...drawn.map(([, dyad]) => dyad.count));
  for (const [, dyad] of [...drawn].reverse()) {
    const [[x1, y1], [x2, y2]] = dyad.names.map((name) => places.get(name));
    const mean = dyad.sum / dyad.count, tone = mean > 0.5 ? "good" : mean < -0.5 ? "bad" : "";
    const label = `${dyad.names.map(isolated).join(" and ")}: ${counted(dyad.good, "event")} of cooperation, ${dyad.bad} of conflict, mean score ${mean.toFixed(1)}`;
    const curve = `M${x1} ${y1}Q${(x1 + x2) / 2 + (width / 2 - (x1 + x2) / 2) * 0.25} ${(y1 + y2) / 2 + (height / 2 - (y1 + y2) / 2) * 0.25} ${x2} ${y2}`;
    const edge = draw("g", { tabindex: 0, role: "button", "aria-label": label }, draw("path", { d: curve, class: `edge ${tone}`, "stroke-width": 2 + (8 * dyad.count) / most }), draw("title", {}, label));
    pressed(edge, () => {
      $("dyad").value = dyad.names.join("\n");
      drawMonths();
      choose(dyad.names);
    });
    canvas.append(edge);
  }
  const longest = width < 480 ? 13 : 22;
  nodes.forEach((name) => {
    const [x, y] = places.get(name), count = weight.find(([same]) => same === name)[1];
    const size = 6 + 10 * Math.sqrt(count / weight[0][1]), side = Math.abs(x - width / 2) < 20 ? 0 : x > width / 2 ? 1 : -1;
    const label = draw("text", { x: x + side * (size + 6), y: side ? y + 4 : y > height / 2 ? y + size + 16 : y - size - 7, "text-anchor": side ? (side > 0 ? "start" : "end") : "middle" }, name.length > longest ? `${name.slice(0, longest - 1)}…` : name);
    const node = draw("g", { tabindex: 0, role: "button", "aria-label": `${name}: show its events` }, draw("circle", { cx: x, cy: y, r: size, class: "node" }), label, draw("title", {}, name));
    pressed(node, () => choose([name]));
    canvas.append(node);
  });
  const notes = ["Solid blue: more cooperation; dashed orange: more conflict; grey: balanced; the thicker, the more events. Choose a line or a circle for its events."];
  if (weight.length > nodes.length) notes.push(`The ${nodes.length} most frequent of ${weight.length} parties are drawn.`);
  const rows = [...found].slice(0, 50).map(([, dyad]) => [...dyad.names, dyad.good, dyad.bad, (dyad.sum / dyad.count).toFixed(1)]);
  target.replaceChildren(canvas, make("p", { className: "note" }, notes.join(" ")), figures(["party", "and", "cooperation", "conflict", "mean score"], rows));
}

const speakerOf = (quote) => `${quote.speaker}\n${quote.country}`;

function drawQuoted() {
  const named = tally(DATA.quotes.filter((quote) => quote.speaker).map(speakerOf));
  const nobody = DATA.quotes.filter((quote) => !quote.speaker).length;
  const target = $("quoted");
  if (DATA.quotes.length === 0) {
    target.replaceChildren(make("p", { className: "note" }, "No quotation was found."));
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
    return make("li", {}, make("span", {}, name, make("small", {}, apart(country || "country not known"))), bar, make("span", { className: "count" }, String(count)));
  });
  const notes = [`${counted(DATA.quotes.length, "quotation")}, direct and indirect`];
  if (nobody) notes.push(`${nobody} without a known speaker`);
  if (named.length > MOST_SPEAKERS) notes.push(`${named.length - MOST_SPEAKERS} more speakers in the table of quotes`);
  target.replaceChildren(make("ul", { className: "bars" }, ...bars), make("p", { className: "note" }, `${notes.join("; ")}.`));
}

function drawCharts() {
  drawClasses();
  const found = dyads();
  $("dyad").append(choice("", "all parties"), ...found.slice(0, 30).map(([key, dyad]) => choice(key, `${dyad.names.join(" and ")} (${dyad.count})`)));
  $("dyad").addEventListener("change", drawMonths);
  drawMonths();
  drawNetwork(found);
  addEventListener("resize", () => drawNetwork(found));
  drawQuoted();
}

/* ---- Tables ---------------------------------------------------------------------------------------------------- */

const inArticle = (row) => articleName(row.article);
const TABLES = {
  Events: {
    rows: DATA.events,
    place: (row) => row.mentions[0],
    columns: [["Day", (row) => row.first || row.reported, "day"], ["What happened", (row) => row.sentence, "told"], ["Type", (row) => [row.type, row.mode].filter(Boolean).join(" ")], ["Status", (row) => row.standing || row.status], ["Score", (row) => row.score, "number"], ["Says who", (row) => row.speaker], ["Articles", (row) => new Set(row.mentions.map(([number]) => number)).size, "number"], ["Sentence", (row) => row.words, "words"]],
  },
  Quotes: {
    rows: DATA.quotes,
    place: (row) => [row.article, row.key],
    columns: [["Speaker", (row) => row.speaker || "not known"], ["Country", (row) => row.country], ["Role", (row) => row.role], ["Kind", (row) => row.kind], ["Words", (row) => row.words, "words"], ["Article", inArticle, "words"]],
  },
  Dates: {
    rows: DATA.dates,
    place: (row) => [row.article, row.key],
    columns: [["Words", (row) => row.words], ["Value", (row) => row.value], ["First day", (row) => row.first, "day"], ["Last day", (row) => row.last, "day"], ["Type", (row) => row.type], ["Why no value", (row) => row.reason], ["Article", inArticle, "words"]],
  },
  Articles: {
    rows: DATA.articles,
    place: (row) => [row.article, ""],
    columns: [["Published", (row) => row.published, "day"], ["Headline", (row) => articleName(row.article), "words"], ["Source", (row) => row.source], ["Filed in", (row) => row.place], ["Format", (row) => row.format], ["Events", (row) => row.events, "number"], ["Quotes", (row) => row.quotes, "number"], ["Dates", (row) => row.dates, "number"], ["Problem", (row) => row.problem]],
  },
};

const compare = (one, other) => (typeof one === "number" && typeof other === "number" ? one - other : String(one).localeCompare(String(other), "en"));

/* Show a table; of quotes, those of one speaker if one is given. */
function openTable(name, speaker = null) {
  const { place, columns } = TABLES[name];
  const rows = speaker ? TABLES[name].rows.filter((quote) => speakerOf(quote) === speaker) : TABLES[name].rows;
  const state = { sort: null, down: false, many: ROWS_AT_ONCE };
  const body = make("tbody");
  const count = make("span", { className: "note", role: "status" });
  const more = make("button", { type: "button" });
  const sought = make("input", { type: "search", autocomplete: "off" });
  const heads = columns.map(([title, , kind], number) => {
    const button = make("button", { type: "button", title: `Sort by ${title.toLowerCase()}` }, title);
    const head = make("th", { scope: "col", "aria-sort": "none", className: kind || "" }, button);
    button.addEventListener("click", () => {
      state.down = state.sort === number && !state.down;
      state.sort = number;
      fill();
    });
    return head;
  });
  function fill() {
    const words = sought.value.trim().toLowerCase();
    let found = rows.filter((row) => !words || columns.some(([, cell]) => String(cell(row)).toLowerCase().includes(words)));
    if (state.sort !== null) {
      const cell = columns[state.sort][1];
      const empty = (row) => cell(row) === "";
      found = found.map((row, number) => [row, number]).sort(([one, before], [other, after]) => empty(one) - empty(other) || (state.down ? -1 : 1) * compare(cell(one), cell(other)) || before - after).map(([row]) => row);
    }
    heads.forEach((head, number) => {
      const sorted = number === state.sort;
      head.setAttribute("aria-sort", !sorted ? "none" : state.down ? "descending" : "ascending");
      head.firstChild.textContent = columns[number][0] + (!sorted ? "" : state.down ? " ▼" : " ▲");
    });
    body.replaceChildren(...found.slice(0, state.many).map((row) => {
      const [article, key] = place(row);
      return make("tr", {}, ...columns.map(([, cell, kind], number) => {
        const words = String(cell(row));
        const isLink = number === (name === "Articles" || name === "Events" ? 1 : 0);
        return make("td", { className: kind || "", dir: "auto" }, isLink ? placeLink(article, key, words) : words);
      }));
    }));
    count.textContent = rows.length === 0 ? `There are no ${name.toLowerCase()}.` : `${found.length.toLocaleString("en")} of ${rows.length.toLocaleString("en")}${speaker ? ` by ${isolated(speaker.split("\n")[0])}` : ""}`;
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
  const table = make("table", {}, make("caption", { className: "plain" }, name), make("thead", {}, make("tr", {}, ...heads)), body);
  const frame = make("div", { className: "scroll framed", tabIndex: 0, role: "region", "aria-label": `Table of ${name.toLowerCase()}` }, table);
  $("panel").replaceChildren(make("div", { className: "tools" }, make("label", {}, "Only rows with ", sought), count), frame, make("p", {}, more));
  $("panel").setAttribute("aria-labelledby", `tab-${name}`);
  for (const tab of $("tabs").children) {
    const chosen = tab.id === `tab-${name}`;
    tab.setAttribute("aria-selected", String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
  }
  fill();
}

function makeTabs() {
  const names = Object.keys(TABLES);
  names.forEach((name, number) => {
    const tab = make("button", { type: "button", id: `tab-${name}`, role: "tab", "aria-controls": "panel" }, `${name} (${TABLES[name].rows.length.toLocaleString("en")})`);
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

/* ---- Articles: layers, cards and places ------------------------------------------------------------------------ */

function makeLayers() {
  for (const layer of LAYERS) {
    const box = make("input", { type: "checkbox", checked: true, name: layer });
    const apply = () => $("articles").classList.toggle(`see-${layer}`, box.checked);
    box.addEventListener("change", apply);
    apply();
    const parts = layer === "quotes" ? ["content", "cue", "source"] : [];
    $("layers").append(make("label", {}, box, make("span", { className: `swatch ${layer}` }, layer), ...parts.map((part) => make("span", { className: `swatch ${part}` }, part))));
  }
}

const card = $("card");
let told = null; // the piece that the card is about
let leaving = null;
let focused = null; // the piece that has the focus, and the finding that led there

function factsOf(article, key) {
  const cells = DATA.facts[DATA.known[article][key]];
  const list = make("dl");
  for (let place = 0; place < cells.length; place += 2) list.append(make("dt", {}, DATA.labels[cells[place]]), make("dd", { dir: "auto" }, cells[place + 1]));
  return list;
}

function showCard(piece, first = "") {
  clearTimeout(leaving);
  const article = Number(piece.closest(".article").id.slice(1));
  const seen = { d: "dates", q: "quotes", a: "actors", e: "events" };
  const keys = piece.dataset.of.split(" ").filter((key) => $("articles").classList.contains(`see-${seen[key[0]]}`)).sort((one, other) => (other === first) - (one === first) || "eqda".indexOf(one[0]) - "eqda".indexOf(other[0]));
  if (keys.length === 0) return hideCard();
  told = piece;
  const close = make("button", { type: "button", className: "close", "aria-label": "Close" }, "×");
  close.addEventListener("click", dismiss);
  card.replaceChildren(close, ...keys.map((key) => make("section", {}, make("h4", {}, KINDS[key[0]]), factsOf(article, key))));
  card.hidden = false;
  card.scrollTop = 0;
  const box = piece.getClientRects()[0], size = card.getBoundingClientRect(), text = piece.closest(".text").getBoundingClientRect();
  const beside = text.right + size.width + 24 < innerWidth;
  const below = box.bottom + size.height + 8 < innerHeight ? box.bottom + 6 : Math.max(8, box.top - size.height - 6);
  card.style.left = `${beside ? text.right + 12 : Math.max(8, Math.min(box.left, innerWidth - size.width - 8))}px`;
  card.style.top = `${beside ? Math.max(8, Math.min(box.top - 8, innerHeight - size.height - 8)) : below}px`;
}

function hideCard() {
  card.hidden = true;
}

function dismiss() {
  focused = null;
  hideCard();
}

function hideSoon() {
  clearTimeout(leaving);
  leaving = setTimeout(() => (focused ? showCard(...focused) : hideCard()), 250);
}

function makeCards() {
  const piece = (happening) => (happening.target.closest ? happening.target.closest("mark[data-of]") : null);
  const section = $("articles");
  section.addEventListener("pointerover", (happening) => (piece(happening) ? showCard(piece(happening)) : hideSoon()));
  section.addEventListener("pointerleave", hideSoon);
  section.addEventListener("focusin", (happening) => {
    focused = piece(happening) ? [piece(happening), ""] : null;
    if (focused) showCard(...focused);
  });
  section.addEventListener("focusout", () => {
    focused = null;
    hideSoon();
  });
  card.addEventListener("pointerenter", () => clearTimeout(leaving));
  card.addEventListener("pointerleave", hideSoon);
  document.addEventListener("keydown", (press) => press.key === "Escape" && dismiss());
  addEventListener("scroll", () => {
    if (card.hidden) return;
    const box = told.getBoundingClientRect();
    if (box.bottom < 0 || box.top > innerHeight) dismiss();
  });
}

/* Go to where the address points: an article (#a3), or a finding in it (#a3:e0). */
function goTo() {
  const found = /^#a(\d+)(?::([dqae]\d+))?$/.exec(location.hash);
  const article = found && $(`a${found[1]}`);
  if (!article) return;
  article.open = true;
  for (const piece of document.querySelectorAll(".hit")) piece.classList.remove("hit");
  const own = found[2] ? [...article.querySelectorAll(`[data-of~="${found[2]}"]`)] : [];
  const around = found[2] ? [...article.querySelectorAll(`[data-in~="${found[2]}"]`)] : [];
  for (const piece of [...own, ...around]) piece.classList.add("hit");
  const target = own[0] || around[0] || article.querySelector("summary");
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: found[2] ? "center" : "start", behavior: "instant" });
  if (own[0]) showCard(...(focused = [own[0], found[2]]));
}

/* ---- Start ----------------------------------------------------------------------------------------------------- */

if (matchMedia("(max-width: 46rem)").matches) $("choose").open = false;
fillFilters();
listEvents();
for (const change of ["input", "change"]) {
  $("filters").addEventListener(change, () => {
    shown = ENTRIES_AT_ONCE;
    listEvents();
  });
}
$("filters").addEventListener("reset", () => {
  parties = [];
  setTimeout(listEvents); // the fields still hold what they held
});
$("filters").addEventListener("submit", (happening) => happening.preventDefault());
$("more").addEventListener("click", () => {
  shown += 5 * ENTRIES_AT_ONCE;
  listEvents();
});
drawCharts();
makeTabs();
makeLayers();
makeCards();
addEventListener("hashchange", goTo);
document.addEventListener("click", (happening) => {
  const link = happening.target.closest ? happening.target.closest('a[href^="#a"]') : null;
  if (link && link.hash === location.hash) goTo();
});
addEventListener("beforeprint", () => {
  document.querySelectorAll("details.article").forEach((article) => (article.open = true));
  shown = Infinity;
  listEvents();
});
goTo();
