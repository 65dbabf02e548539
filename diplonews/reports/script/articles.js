// Articles: layers, the card of a finding, and places that an address points to.

function makeLayers() {
  for (const layer of LAYERS) {
    const box = make("input", { type: "checkbox", checked: true, name: layer });
    const apply = () => $("articles").classList.toggle(`see-${layer}`, box.checked);
    box.addEventListener("change", apply);
    apply();
    const parts = layer === "quotes" ? ["content", "cue", "source"] : [];
    $("layers").append(
      make(
        "label",
        {},
        box,
        make("span", { className: `swatch ${layer}` }, layer),
        ...parts.map((part) => make("span", { className: `swatch ${part}` }, part)),
      ),
    );
  }
}

const card = $("card");
let told = null; // the piece that the card is about
let leaving = null;
let focused = null; // the piece that has the focus, and the finding that led there

function factsOf(article, key) {
  const cells = DATA.facts[DATA.known[article][key]];
  const list = make("dl");
  for (let place = 0; place < cells.length; place += 2)
    list.append(make("dt", {}, DATA.labels[cells[place]]), make("dd", { dir: "auto" }, cells[place + 1]));
  return list;
}

function showCard(piece, first = "") {
  clearTimeout(leaving);
  const article = Number(piece.closest(".article").id.slice(1));
  const seen = { d: "dates", q: "quotes", a: "actors", e: "events" };
  const keys = piece.dataset.of
    .split(" ")
    .filter((key) => $("articles").classList.contains(`see-${seen[key[0]]}`))
    .sort((one, other) => (other === first) - (one === first) || "eqda".indexOf(one[0]) - "eqda".indexOf(other[0]));
  if (keys.length === 0) return hideCard();
  told = piece;
  const close = make("button", { type: "button", className: "close", "aria-label": "Close" }, "×");
  close.addEventListener("click", dismiss);
  card.replaceChildren(
    close,
    ...keys.map((key) => make("section", {}, make("h4", {}, KINDS[key[0]]), factsOf(article, key))),
  );
  card.hidden = false;
  card.scrollTop = 0;
  const box = piece.getClientRects()[0],
    size = card.getBoundingClientRect(),
    text = piece.closest(".text").getBoundingClientRect();
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
