// Who deals with whom: parties on a circle, with a line for each two.

/* Pairs of parties with their events, the most frequent first. */
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
  for (const [key, dyad] of found) Object.assign(dyad, { key, count: dyad.good + dyad.bad });
  return [...found.values()].sort((one, other) => other.count - one.count || (one.key < other.key ? -1 : 1));
}

/* Let an element be pressed by mouse and keyboard. */
function pressed(element, action) {
  element.addEventListener("click", action);
  element.addEventListener("keydown", (press) => {
    if (press.key === "Enter" || press.key === " ") {
      press.preventDefault();
      action();
    }
  });
}

/* Where each party stands. */
function placesOf(names, width, height) {
  const [across, down] = names.length > 1 ? [0.28 * width, 0.36 * height] : [0, 0];
  return new Map(
    names.map((name, number) => {
      const angle = (2 * Math.PI * number) / names.length - Math.PI / 2;
      return [name, [width / 2 + across * Math.cos(angle), height / 2 + down * Math.sin(angle)]];
    }),
  );
}

/* A line between two parties, drawn a little towards the middle. */
function edgeOf(dyad, places, most, [middleX, middleY]) {
  const [[x1, y1], [x2, y2]] = dyad.names.map((name) => places.get(name));
  const inwards = (one, other, centre) => 0.75 * ((one + other) / 2) + 0.25 * centre;
  const mean = dyad.sum / dyad.count;
  const tone = mean > BALANCED ? "good" : mean < -BALANCED ? "bad" : "";
  const counts = `${counted(dyad.good, "event")} of cooperation, ${dyad.bad} of conflict`;
  const label = `${dyad.names.map(isolated).join(" and ")}: ${counts}, mean score ${mean.toFixed(1)}`;
  const curve = `M${x1} ${y1}Q${inwards(x1, x2, middleX)} ${inwards(y1, y2, middleY)} ${x2} ${y2}`;
  const line = draw("path", { d: curve, class: `edge ${tone}`, "stroke-width": 2 + (8 * dyad.count) / most });
  const edge = draw("g", { tabindex: 0, role: "button", "aria-label": label }, line, draw("title", {}, label));
  pressed(edge, () => {
    $("dyad").value = dyad.names.join("\n");
    drawMonths();
    choose(dyad.names);
  });
  return edge;
}

/* A party: a circle, and its name on the side away from the middle. */
function nodeOf(name, [x, y], share, [middleX, middleY], longest) {
  const size = 6 + 10 * Math.sqrt(share);
  const side = Math.abs(x - middleX) < 20 ? 0 : Math.sign(x - middleX);
  const row = side ? y + 4 : y > middleY ? y + size + 16 : y - size - 7;
  const anchor = { "-1": "end", 0: "middle", 1: "start" }[side];
  const shown = name.length > longest ? `${name.slice(0, longest - 1)}…` : name;
  const label = draw("text", { x: x + side * (size + 6), y: row, "text-anchor": anchor }, shown);
  const circle = draw("circle", { cx: x, cy: y, r: size, class: "node" });
  const named = { tabindex: 0, role: "button", "aria-label": `${name}: show its events` };
  const node = draw("g", named, circle, label, draw("title", {}, name));
  pressed(node, () => choose([name]));
  return node;
}

function networkChart(found, weights) {
  const width = Math.max(320, Math.min(620, $("network").clientWidth));
  const height = Math.round(0.72 * width);
  const centre = [width / 2, height / 2];
  const places = placesOf(
    weights.map(([name]) => name),
    width,
    height,
  );
  const drawn = found.filter((dyad) => dyad.names.every((name) => places.has(name)));
  const most = Math.max(...drawn.map((dyad) => dyad.count));
  const canvas = draw("svg", { viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": "Network of parties" });
  canvas.append(...drawn.reverse().map((dyad) => edgeOf(dyad, places, most, centre)));
  for (const [name, count] of weights)
    canvas.append(nodeOf(name, places.get(name), count / weights[0][1], centre, width < 480 ? 13 : 22));
  return canvas;
}

function drawNetwork(found) {
  if (found.length === 0) {
    $("network").replaceChildren(note("No event here has two known parties."));
    return;
  }
  const weights = tally(found.flatMap((dyad) => dyad.names.flatMap((name) => Array(dyad.count).fill(name))));
  const shown = weights.slice(0, MOST_NODES);
  const notes = [
    "Solid blue: more cooperation; dashed orange: more conflict; grey: balanced; the thicker, the more events.",
    "Choose a line or a circle for its events.",
  ];
  if (weights.length > shown.length)
    notes.push(`The ${shown.length} most frequent of ${weights.length} parties are drawn.`);
  const rows = found
    .slice(0, ROWS_AT_ONCE)
    .map((dyad) => [...dyad.names, dyad.good, dyad.bad, (dyad.sum / dyad.count).toFixed(1)]);
  const heads = ["party", "and", "cooperation", "conflict", "mean score"];
  $("network").replaceChildren(networkChart(found, shown), note(notes.join(" ")), figures(heads, rows));
}
