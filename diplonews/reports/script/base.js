"use strict";
// Draws what the page's data hold. Words of articles only ever become text nodes and attribute values.

const DATA = JSON.parse(document.getElementById("data").textContent);
const QUADS = [
  null,
  ["●", "verbal cooperation"],
  ["■", "material cooperation"],
  ["▲", "verbal conflict"],
  ["◆", "material conflict"],
];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const LAYERS = ["events", "quotes", "dates", "actors", "regions"];
const KINDS = { d: "Date", q: "Quote", a: "Actor", e: "Event" };
const ENTRIES_AT_ONCE = 40;
const ROWS_AT_ONCE = 50;
const MOST_OTHERS = 8; // other articles that an event names
const MOST_COLUMNS = 60; // months that are drawn
const LONGEST_GAP = 6; // months without events that are drawn
const MOST_PAIRS = 40; // of the parties of one event
const MOST_DYADS = 30; // that the chart of months offers
const MOST_NODES = 14;
const BALANCED = 0.5; // a mean score that is neither cooperation nor conflict
const MOST_SPEAKERS = 15;

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

/* The order of two numbers or texts; a number does not mix with a text. */
function compare(one, other) {
  return typeof one === "number" ? one - other : one.localeCompare(other, "en");
}

/* How often each key comes, the most frequent first, then by name. */
function tally(keys) {
  const counts = new Map();
  for (const key of keys) counts.set(key, (counts.get(key) || 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
}

function sign(quad) {
  return make(
    "span",
    { className: `sign quad${quad}`, title: QUADS[quad][1] },
    make("span", { "aria-hidden": "true" }, QUADS[quad][0]),
    make("span", { className: "plain" }, QUADS[quad][1]),
  );
}
