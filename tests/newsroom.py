"""A newsroom of our own: any number of varied wire articles, some of them reprinted, some only alike.

    for printed in newsroom(10_000): printed.text, printed.day, printed.story

The same seed gives the same articles everywhere. `story` is the gold: articles with one story are prints of one wire
copy, under other headlines, between other boilerplate, cut at the end by 30 to 70 %, and with 5 % of their words
edited. All others have a story of their own, though some were made to look alike: daily stories from a template (the
same words, other figures) and follow-ups that take 40 % of their words from the day before.

The sentences stand in `tests/data/newsroom.txt`.
"""

import calendar
import random
import re
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from itertools import islice
from pathlib import Path

__all__ = ["Printed", "followed_up", "newsroom", "reprinted", "wire_copies"]

SENTENCES = Path(__file__).parent / "data" / "newsroom.txt"
FIRST_DAY = date(2030, 1, 7)
ARTICLES_A_DAY = 500
UNCHANGED = 0.3  # of the figures of a daily story are those of the other days
MIXED = 400  # articles that wait until one of them is drawn
SLOT = re.compile(r"\{(\w+)\}")
CHOICE = re.compile(r"\[([^\[\]]*)\]")
WORD = re.compile(r"\w+")
MONTHS = list(calendar.month_name)[1:]
# agency, how its dateline ends, how its copy ends
WIRES = (
    ("Reuters", "{place}, {month} {day} (Reuters) - ", "(Reporting by {by}; Editing by {editor})"),
    ("AP", "{PLACE} (AP) — ", "Associated Press writer {editor} contributed to this report."),
    ("AFP", "{place}, {month} {day} (AFP) - ", "AFP"),
    ("Yonhap", "{place}, {month} {day} (Yonhap) -- ", "(END)"),
    ("Xinhua", "{PLACE}, {month} {day} (Xinhua) -- ", "Enditem"),
    ("TASS", "{PLACE}, {month} {day}. /TASS/. ", ""),
    ("dpa", "{place} (dpa) - ", "- Reporting by: {by}\n- Editing by: {editor}"),
    ("Kyodo", "{PLACE} (Kyodo) -- ", "==Kyodo"),
)
FIGURES: dict[str, Callable[[random.Random], str]] = {
    "n": lambda draw: f"{draw.randint(11, 960):,}",
    "m": lambda draw: f"{draw.randint(11, 960):,}",
    "k": lambda draw: str(draw.randint(2, 19)),
    "t": lambda draw: str(draw.randint(3, 28)),
    "x": lambda draw: f"{draw.uniform(2, 9_000):,.2f}",
    "age": lambda draw: str(draw.randint(34, 79)),
    "magnitude": lambda draw: f"{draw.uniform(3.2, 7.1):.1f}",
    "pct": lambda draw: f"{draw.uniform(0.2, 60):.1f}",
    "money": lambda draw: f"${draw.uniform(1.2, 880):.1f} {draw.choice(('million', 'million', 'billion'))}",
    "clock": lambda draw: f"{draw.randint(5, 21)}:{draw.randrange(0, 60, 5):02}",
    "year": lambda draw: str(draw.randint(1961, 2029)),
    "month": lambda draw: draw.choice(MONTHS),
}
SHARES = (("story", 0.5), ("reprint", 0.25), ("template", 0.15), ("follow-up", 0.1))


@dataclass(frozen=True)
class Printed:
    """An article as some paper has it, and which wire copy that is."""

    id: str
    story: str
    kind: str
    day: date
    headline: str
    dateline: str
    paragraphs: tuple[str, ...]
    head: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()
    told: "Telling | None" = field(default=None, compare=False, repr=False)

    @property
    def text(self) -> str:
        """The page as one pastes it."""
        first, *others = self.paragraphs
        return "\n\n".join((self.headline, *self.head, self.dateline + first, *others, *self.foot)) + "\n"

    @property
    def row(self) -> dict[str, str]:
        """Its row of a table: `iter_articles(rows, text="text", published="published", id="id")`."""
        return {"id": self.id, "text": self.text, "published": self.day.isoformat()}


@cache
def lines(section: str) -> tuple[str, ...]:
    """The choices of a section of the file."""
    _, _, after = SENTENCES.read_text(encoding="utf-8").partition(f"\n[{section}]\n")
    return tuple(after.partition("\n\n")[0].split("\n"))


@cache
def table(section: str) -> dict[str, tuple[str, ...]]:
    """The section's lines, by the word before the colon or the equals sign."""
    return {
        key: tuple(rest.split()) for key, _, rest in (re.split("(: |=)", line, maxsplit=1) for line in lines(section))
    }


class Telling:
    """What the sentences of one story have in common: countries, people, the matter, the day."""

    def __init__(self, draw: random.Random, day: date, *, cast: int | None = None) -> None:
        """Cast a story; the same `cast` gives the same countries and people, and often the same figures."""
        self.draw, self.day = draw, day
        self.steady = None if cast is None else random.Random(cast)
        fixed = draw if cast is None else random.Random(cast)
        self.fixed: dict[str, str] = {}
        for letter, line in zip("ABCDE", fixed.sample(lines("countries"), 5), strict=True):
            name, adjective, capital, people = line.split("|")
            surname = fixed.choice(table("last names")[people])
            office = fixed.choice(lines("offices"))
            full = f"{fixed.choice(table('first names')[people])} {surname}"
            small = letter.lower()
            self.fixed |= {letter: name, f"{letter}j": adjective, f"{letter}c": capital}
            self.fixed |= {small: f"{adjective} {office} {full}", f"{small}s": surname, f"{small}o": office}
        names = ("dispute", "measure", "goods", "topic")
        self.fixed |= dict(zip(names, fixed.choice(lines("disputes")).split("|"), strict=True))
        self.fixed["forum"] = fixed.choice(lines("forums"))
        self.fixed["city"] = fixed.choice(lines("places of exchange"))
        firms = fixed.sample(lines("firms"), 3)
        self.fixed |= dict(zip(("firm", "firm2", "firm3"), firms, strict=True))
        self.fixed["index"] = f"{self.fixed['city'].split()[0]} {fixed.choice((20, 30, 50, 100))}"

    def value(self, slot: str) -> str:
        """The filling of a slot: a name of the story, or a new figure."""
        if slot in self.fixed:
            return self.fixed[slot]
        moment = self.figure(slot, self.draw)
        if self.steady is None:
            return moment
        usual = self.figure(slot, self.steady)
        return usual if self.draw.random() < UNCHANGED else moment

    def figure(self, slot: str, draw: random.Random) -> str:
        """A figure or a day that fits the slot."""
        if slot == "day":
            return f"{self.day:%A}"
        if slot == "date":
            later = self.day + timedelta(days=draw.randint(3, 60))
            return f"{MONTHS[later.month - 1]} {later.day}"
        if slot == "next":
            return str(self.day.year + 1)
        return FIGURES[slot](draw)

    def tell(self, sentence: str) -> str:
        """A sentence with its choices made and its slots filled."""
        chosen = CHOICE.sub(lambda found: self.draw.choice(found[1].split("|")), sentence)
        filled = SLOT.sub(lambda found: self.value(found[1]), chosen)
        return filled[:1].upper() + filled[1:]

    def paragraphs(self, *sections: str) -> list[str]:
        """One to two sentences from each of the sections, no line twice."""
        told = []
        used: set[str] = set()
        for section in sections:
            some = [line for line in self.draw.sample(lines(section), 4) if line not in used][
                : self.draw.choice((1, 1, 2))
            ]
            used.update(some)
            told.append(" ".join(map(self.tell, some)))
        return told


def _with_wire(printed: Printed, telling: Telling) -> Printed:
    """The same with the agency's dateline and closing line."""
    agency, dateline, close = telling.draw.choice(WIRES)
    place, day = telling.fixed["Ac"], telling.day
    month = MONTHS[day.month - 1]
    if place == "Seoul":
        place = "SEOUL"
    names = {"by": telling.fixed["cs"], "editor": telling.fixed["ds"], "place": place.upper(), "PLACE": place.upper()}
    if agency == "dpa":
        names["place"] = place.title()
    foot = (close.format(**names),) if close else ()
    return replace(printed, dateline=dateline.format(month=month, day=day.day, **names), foot=foot)


def wire_copy(number: int, draw: random.Random, day: date) -> Printed:
    """A story of its own: a lead, quotations, replies, figures and background, 200 to 500 words."""
    telling = Telling(draw, day)
    inner = ["details", "quotes", "replies", "details", "others", "quotes", "replies", "details", "others", "details"]
    outer = ["background"] * draw.randint(2, 5)
    told = telling.paragraphs("quotes", *draw.sample(inner, draw.randint(6, 10)), *outer, "endings")
    lead = telling.tell(draw.choice(lines("leads")))
    printed = Printed(
        id=f"n{number}",
        story=f"s{number}",
        kind="story",
        day=day,
        headline=telling.tell(draw.choice(lines("headlines"))),
        dateline="",
        paragraphs=(lead, *told),
        told=telling,
    )
    return _with_wire(printed, telling)


def from_template(number: int, draw: random.Random, day: date) -> Printed:
    """A story of a series: the day's market, weather, programme, earthquake or auction of one of a dozen cities."""
    family = draw.choice(lines("families"))
    telling = Telling(draw, day, cast=draw.randrange(12))
    told = tuple(telling.tell(line) for line in lines(family))
    headline = f"{telling.fixed['city']}: {family} for {day:%A}"
    printed = Printed(
        id=f"n{number}", story=f"s{number}", kind="template", day=day, headline=headline, dateline="", paragraphs=told
    )
    return _with_wire(printed, telling)


def followed_up(printed: Printed, number: int, draw: random.Random, *, share: float = 0.4) -> Printed:
    """The story of the next day: new lead, new quotations, and at its end the old one's last `share` of words."""
    assert printed.told is not None
    day = printed.day + timedelta(days=1)
    telling = Telling(draw, day)
    telling.fixed = {**printed.told.fixed}
    words = sum(len(paragraph.split()) for paragraph in printed.paragraphs)
    kept: list[str] = []
    for paragraph in reversed(printed.paragraphs):
        if sum(len(p.split()) for p in kept) >= share * words:
            break
        kept.insert(0, paragraph)
    old = sum(len(paragraph.split()) for paragraph in kept)
    new = [telling.tell(draw.choice(lines("leads")))]
    sections = iter(("quotes", "details", "replies", "others", "quotes", "details", "replies", "others") * 3)
    while sum(len(paragraph.split()) for paragraph in new) < old * (1 - share) / share:
        new += telling.paragraphs(next(sections))
    changed = replace(
        printed,
        id=f"n{number}",
        story=f"s{number}",
        kind="follow-up",
        day=day,
        headline=telling.tell(draw.choice(lines("headlines"))),
        paragraphs=(*new, *kept),
        told=telling,
    )
    return _with_wire(changed, telling)


def reprinted(
    printed: Printed,
    number: int,
    draw: random.Random,
    *,
    cut: tuple[float, float] = (0.3, 0.7),
    edited: float = 0.05,
) -> Printed:
    """A paper's print of the copy: another headline and boilerplate, cut at the end, and some words edited.

    Args:
        printed: the copy.
        number: of the article.
        draw: where chance comes from.
        cut: the least and the greatest share of words that are cut off; half of the prints are whole.
        edited: the share of words that are replaced, left out or added.
    """
    share = draw.uniform(*cut) if draw.random() < 0.5 else 0.0
    room = (1 - share) * sum(len(paragraph.split()) for paragraph in printed.paragraphs)
    kept: list[str] = []
    for paragraph in printed.paragraphs:
        kept.append(" ".join(paragraph.split()[: max(1, round(room))]))
        room -= len(paragraph.split())
        if room < 1:
            break
    outlet, before, after = draw.choice(lines("outlets")).split("|")
    telling = printed.told
    headline = telling.tell(draw.choice(lines("headlines"))) if telling is not None else f"{outlet}: the day in figures"
    return replace(
        printed,
        id=f"n{number}",
        kind="reprint",
        day=printed.day + timedelta(days=draw.choice((0, 0, 0, 1, 1, 2))),
        headline=headline,
        dateline=printed.dateline if draw.random() < 0.7 else "",
        paragraphs=tuple(_edited(paragraph, draw, edited) for paragraph in kept),
        head=(outlet, *before.split(";")),
        foot=(*after.split(";"),),
    )


def _edited(paragraph: str, draw: random.Random, share: float) -> str:
    """A paragraph with some of its words replaced by another, left out or moved."""
    words = paragraph.split()
    changes = table("edits")
    for place in range(len(words)):
        if draw.random() >= share:
            continue
        word = words[place]
        stem = WORD.search(word)
        if stem is not None and stem[0].lower() in changes:
            words[place] = word.replace(stem[0], " ".join(changes[stem[0].lower()]))
        elif draw.random() < 0.4:
            words[place] = ""
        elif draw.random() < 0.5:
            words[place] = f"{word} {draw.choice(('now', 'also', 'again', 'then', 'however', 'reportedly', 'the'))}"
        elif place + 1 < len(words):
            words[place], words[place + 1] = words[place + 1], words[place]
    return " ".join(filter(None, words)) or paragraph


def wire_copies(seed: int = 0) -> Iterator[Printed]:
    """Articles without end, day by day; a reprint or a follow-up comes some time after what it is of."""
    draw = random.Random(seed)
    names, shares = zip(*SHARES, strict=True)
    lately: deque[Printed] = deque(maxlen=200)
    number = 0
    while True:
        day = FIRST_DAY + timedelta(days=number // ARTICLES_A_DAY)
        kind = draw.choices(names, shares)[0]
        if kind == "template":
            made = from_template(number, draw, day)
        elif kind == "story" or not lately:
            made = wire_copy(number, draw, day)
        elif kind == "reprint":
            made = reprinted(draw.choice(list(lately)), number, draw)
        else:
            older = [printed for printed in lately if printed.told is not None]
            made = followed_up(draw.choice(older), number, draw) if older else wire_copy(number, draw, day)
        if made.kind != "reprint":
            lately.append(made)
        yield made
        number += 1


def newsroom(count: int, seed: int = 0) -> Iterator[Printed]:
    """That many articles, those of a day or so mixed."""
    source = islice(wire_copies(seed), count)
    draw = random.Random(seed + 1)
    waiting = list(islice(source, MIXED))
    for printed in source:
        place = draw.randrange(len(waiting))
        yield waiting[place]
        waiting[place] = printed
    draw.shuffle(waiting)
    yield from waiting
