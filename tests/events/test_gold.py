"""Own sentences and articles with their events: scores that must not fall."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from support import ANCHOR, brief

from diplonews import extract_events
from diplonews.model import Event

TESTS = Path(__file__).resolve().parents[1]
FLOORS = json.loads((TESTS / "floors.json").read_text(encoding="utf-8"))["events"]


def pairs(short: str) -> set[tuple[str, str, str, str]]:
    """`AGREE A=B ACTUAL` as directed pairs."""
    kind, who, status = short.split()[:3]
    if "=" in who:
        codes = who.split("=")
        return {(kind, one, other, status) for one in codes for other in codes if one != other}
    left, right = who.split(">")
    return {(kind, one, other, status) for one in left.split(",") for other in right.split(",")}


def articles() -> Iterator[tuple[date, str, list[str]]]:
    """Day, text and lines of events of each article."""
    for block in (TESTS / "data/events_gold_articles.txt").read_text(encoding="utf-8").split("%%%%\n"):
        head, _, rest = block.partition("\n")
        text, _, lines = rest.partition("\n----\n")
        yield date.fromisoformat(head.split()[1]), text, lines.split("\n")


def found_in(events: tuple[Event, ...]) -> dict[tuple[str, str, str, str], set[str | None]]:
    """Directed pairs with the days given to them."""
    found: dict[tuple[str, str, str, str], set[str | None]] = {}
    for event in events:
        for pair in pairs(brief(event)):
            found.setdefault(pair, set()).add(event.when.value if event.when is not None else None)
    return found


def test_sentences():
    """Precision and recall of type, parties and status over sentences of all types and of none."""
    right = wanted = given = 0
    for line in (TESTS / "data/events_gold.tsv").read_text(encoding="utf-8").splitlines():
        text, _, gold = line.partition("\t")
        want = {pair for short in gold.split("; ") if short for pair in pairs(short)}
        found = set(found_in(extract_events(text, anchor=ANCHOR)))
        right, wanted, given = right + len(want & found), wanted + len(want), given + len(found)
    assert right / given >= FLOORS["sentences_precision"]
    assert right / wanted >= FLOORS["sentences_recall"]


def test_articles():
    """Precision, recall and dates over whole articles, where most parties are not named in the sentence."""
    right = wanted = given = dated = 0
    for day, text, lines in articles():
        want = {pair: [*line.split(), None][3] for line in lines if line for pair in pairs(line)}
        found = found_in(extract_events(text, anchor=day))
        hits = want.keys() & found.keys()
        dated += sum(want[pair] in found[pair] for pair in hits)
        right, wanted, given = right + len(hits), wanted + len(want), given + len(found)
    assert right / given >= FLOORS["articles_precision"]
    assert right / wanted >= FLOORS["articles_recall"]
    assert dated / right >= FLOORS["articles_date"]


HOSTILE = ["attacked ", "said that ", "and Iran ", "Iran's ", "of the ", "the two sides ", '"', "-", "(Iran) "]


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_runs_end(unit):
    """A run of one word is read in pieces."""
    assert len(extract_events(unit * 1500, anchor=ANCHOR)) < 1500


@pytest.mark.parametrize(
    "text",
    ["Envoy Ole Vik lived by it all, even when it clashed with his liking for a toll on foreign boats."],
)
def test_pronouns_that_lead_to_each_other_end(text):
    """The referent of `it` is looked for in a few steps, even if the steps form a circle."""
    assert extract_events(text, anchor=ANCHOR) == ()
