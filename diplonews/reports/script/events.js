// The list of events and what chooses among them.

const filters = $("filters").elements;
let shown = ENTRIES_AT_ONCE;
let parties = []; // chosen in the network: each must be on either side

function choice(value, label) {
  return make("option", { value }, label);
}

/* Whom an event was done to: of one that parties did together, each of them. */
const targets = (event) => (event.symmetric ? event.who : event.whom);

function fillFilters() {
  const fill = (name, keys, first, label = (key) => key) => {
    const options = tally(keys).map(([key, count]) => choice(key, `${label(key)} (${count})`));
    filters[name].append(choice("", first), ...options);
  };
  const { events } = DATA;
  fill(
    "who",
    events.flatMap((event) => event.who),
    "anyone",
  );
  fill("whom", events.flatMap(targets), "anyone");
  fill(
    "type",
    events.map((event) => event.type),
    "anything",
    (type) => `${type.toLowerCase()}: ${DATA.types[type]}`,
  );
  fill(
    "status",
    events.map((event) => event.status),
    "any",
  );
}

/* A button for each type of event, conflict first. */
function addTypes() {
  const quads = new Map(DATA.events.map((event) => [event.type, event.quad]));
  const types = tally(DATA.events.map((event) => event.type));
  types.sort(([one], [other]) => quads.get(other) - quads.get(one));
  for (const [type, count] of types) {
    const words = [sign(quads.get(type)), " ", DATA.types[type], make("b", {}, String(count))];
    const button = make("button", { type: "button", name: type, "aria-pressed": "false" }, ...words);
    button.addEventListener("click", () => {
      filters.type.value = filters.type.value === type ? "" : type;
      shown = ENTRIES_AT_ONCE;
      listEvents();
    });
    $("types").append(button);
  }
}

function matches(event) {
  const { who, whom, type, status, words } = filters;
  const others = event.symmetric ? event.who.filter((name) => name !== who.value) : event.whom;
  const searched = [event.sentence, event.words, event.type, event.speaker, event.when, event.first, ...event.sources];
  const sought = words.value.trim().toLowerCase();
  return (
    parties.every((name) => event.who.includes(name) || event.whom.includes(name)) &&
    (!type.value || event.type === type.value) &&
    (!status.value || event.status === status.value) &&
    (!who.value || event.who.includes(who.value)) &&
    (!whom.value || others.includes(whom.value)) &&
    (!sought || searched.join("\n").toLowerCase().includes(sought))
  );
}

function articleName(number) {
  const article = DATA.articles[number];
  return article.headline || article.id;
}

function placeLink(article, key, ...words) {
  return DATA.articles[article].shown
    ? make("a", { href: `#a${article}${key && ":"}${key}` }, ...words)
    : make("span", {}, ...words);
}

/* Who says so, where it stands, and where else. */
function whereTold(event) {
  const [article] = event.mentions[0];
  const from = DATA.articles[article];
  const where = make("p", { className: "where about" });
  if (event.speaker) where.append("says ", apart(event.speaker), " · ");
  where.append(apart(articleName(article)));
  const about = [from.source, dayWords(from.published)].filter(Boolean).join(", ");
  if (about) where.append(" (", apart(about), ")");
  const others = new Map([...event.mentions].reverse()); // the first mention in each article
  others.delete(article);
  [...others]
    .reverse()
    .slice(0, MOST_OTHERS)
    .forEach(([number, key], place) => {
      const source = DATA.articles[number].source || articleName(number);
      where.append(place ? ", " : " · also in ", placeLink(number, key, apart(source)));
    });
  if (others.size > MOST_OTHERS) where.append(` and ${others.size - MOST_OTHERS} more`);
  return where;
}

function entry(event) {
  const told = make("p", { className: "told" }, placeLink(...event.mentions[0], apart(event.sentence)));
  const standing = event.standing ? event.standing.split(", ") : [];
  told.append(...standing.map((word) => make("span", { className: "chip" }, word)));
  const words = make("p", { className: "words", dir: "auto" }, `“${event.words}”`);
  const body = make("div", { className: "body" }, told, words, whereTold(event));
  return make("li", { className: "entry" }, make("span", { className: "when" }, event.when), sign(event.quad), body);
}

/* How many events are listed, and by what they were chosen in the network. */
function countWords(found) {
  const all = counted(DATA.events.length, "event");
  if (DATA.events.length === 0) return "No event was found.";
  if (found === DATA.events.length) return `${all}. An event that several articles report is listed once.`;
  const sides = parties.length ? `, with ${parties.map(isolated).join(" and ")} on either side` : "";
  return `${found.toLocaleString("en")} of ${all}${sides}`;
}

function listEvents() {
  const found = DATA.events.filter(matches);
  const day = (event) => event.first || event.reported;
  if (filters.order.value === "last") found.sort((one, other) => compare(day(other), day(one)));
  const items = [];
  let year = null;
  for (const event of found.slice(0, shown)) {
    const begins = day(event).slice(0, 4) || "Without a date";
    if (begins !== year) items.push(make("li", { className: "year" }, begins));
    year = begins;
    items.push(entry(event));
  }
  $("entries").replaceChildren(...items);
  for (const button of $("types").children)
    button.setAttribute("aria-pressed", String(button.name === filters.type.value));
  $("found").textContent = countWords(found.length);
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
