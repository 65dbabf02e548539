// Events by month, for all parties or two of them.

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
    else if (last !== null)
      for (let empty = last + 1; empty < number; empty += 1) columns.push([empty, [0, 0, 0, 0, 0]]);
    columns.push([number, months.get(month)]);
    last = number;
  }
  return columns;
}

/* Where things stand in the chart of some columns: cooperation above `zero`, conflict below. */
function monthsFrame(columns) {
  const quads = columns.filter(Boolean).map(([, counts]) => counts);
  const up = Math.max(1, ...quads.map((counts) => counts[1] + counts[2]));
  const down = Math.max(1, ...quads.map((counts) => counts[3] + counts[4]));
  const unit = Math.min(26, 220 / (up + down));
  const step = Math.max(26, Math.min(64, 900 / columns.length));
  const [left, top] = [66, 12];
  const zero = top + up * unit;
  return {
    up,
    down,
    unit,
    step,
    left,
    top,
    zero,
    bottom: zero + down * unit,
    width: Math.max(300, left + columns.length * step + 10),
  };
}

const middle = (x, y, words, className = "soft") =>
  draw("text", { x, y, "text-anchor": "middle", class: className }, words);

function drawScale(canvas, { up, down, unit, left, top, zero, bottom, width }) {
  const every = Math.ceil((up + down) / 8);
  for (let count = -Math.floor(down / every) * every; count <= up; count += every) {
    const y = zero - count * unit;
    canvas.append(draw("line", { x1: left - 6, x2: width, y1: y, y2: y, class: count ? "grid" : "axis" }));
    canvas.append(
      draw("text", { x: left - 10, y: y + 4, "text-anchor": "end", class: "soft" }, String(Math.abs(count))),
    );
  }
  const names = [
    middle(-(top + zero) / 2, 14, up * unit > 70 ? "cooperation" : "coop."),
    middle(-(zero + bottom) / 2, 14, "conflict"),
  ];
  for (const name of names) name.setAttribute("transform", "rotate(-90)");
  canvas.append(...names);
}

/* The bars of a month, one for each class; those of material events are striped. */
function drawBars(canvas, x, name, quads, { unit, step, zero }) {
  let [above, below] = [zero, zero];
  for (const quad of [1, 2, 3, 4]) {
    const height = quads[quad] * unit;
    if (!height) continue;
    const y = quad < 3 ? (above -= height) : below;
    if (quad > 2) below += height;
    const bar = draw("g", {}, draw("rect", { x: x + 4, y, width: step - 8, height, class: `bar${quad}` }));
    const isMaterial = quad % 2 === 0;
    for (let line = y + 5; isMaterial && line < y + height; line += 7) {
      bar.append(draw("path", { d: `M${x + 4} ${line}h${step - 8}`, class: "stripe" }));
    }
    bar.append(draw("title", {}, `${name}: ${counted(quads[quad], "event")}, ${QUADS[quad][1]}`));
    canvas.append(bar);
  }
}

const monthName = (number) => `${MONTHS[number % 12]} ${Math.floor(number / 12)}`;

function monthsChart(columns) {
  const frame = monthsFrame(columns);
  const { step, left, zero, bottom, width } = frame;
  const label = "Events by month: cooperation above the line, conflict below it";
  const canvas = draw("svg", { viewBox: `0 0 ${width} ${bottom + 44}`, role: "img", "aria-label": label });
  canvas.style.minWidth = `${0.85 * width}px`;
  canvas.style.maxWidth = `${1.1 * width}px`;
  drawScale(canvas, frame);
  let year = null;
  columns.forEach((column, place) => {
    const x = left + place * step;
    if (!column) {
      const gap = middle(x + step / 2, zero - 6, "⋯");
      gap.append(draw("title", {}, "months without events are left out"));
      canvas.append(gap);
      return;
    }
    const [number, quads] = column;
    drawBars(canvas, x, monthName(number), quads, frame);
    const begins = Math.floor(number / 12) !== year;
    year = Math.floor(number / 12);
    if (step > 30 || begins || number % 3 === 0)
      canvas.append(middle(x + step / 2, bottom + 18, MONTHS[number % 12], ""));
    if (begins) canvas.append(middle(x + step / 2, bottom + 34, String(year)));
  });
  return canvas;
}

function drawMonths() {
  const dyad = $("dyad").value;
  const events = DATA.events.filter((event) => !dyad || pairsOf(event).includes(dyad));
  const dated = events.filter((event) => event.first && event.first.slice(0, 7) === event.last.slice(0, 7));
  const columns = monthsOf(dated);
  const drawn = columns.slice(-MOST_COLUMNS);
  if (drawn.length === 0) {
    $("months").replaceChildren(note("No event here is dated to a month."));
    return;
  }
  const notes = [`${counted(dated.length, "event")}, striped where material`];
  if (events.length > dated.length)
    notes.push(`${counted(events.length - dated.length, "event")} without a date in a single month, not drawn`);
  if (columns.length > drawn.length) notes.push(`earlier months left out (${columns.length - drawn.length})`);
  const rows = drawn.filter(Boolean).map(([number, quads]) => [monthName(number), ...quads.slice(1)]);
  const heads = ["month", ...QUADS.slice(1).map(([, name]) => name)];
  $("months").replaceChildren(monthsChart(drawn), note(`${notes.join("; ")}.`), figures(heads, rows));
}
