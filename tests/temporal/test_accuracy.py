"""F1 of spans and of values on our own gold sentences: it must not fall below the floors."""

import hashlib
import json
import re
from datetime import date
from pathlib import Path

import pytest

from diplonews import extract_dates

TESTS = Path(__file__).parents[1]
GOLD = TESTS / "data" / "dates_gold.tsv"
FLOORS = json.loads((TESTS / "floors.json").read_text(encoding="utf-8"))["dates"]
MARK = re.compile(r"\[([^\]|]+)\|(DATE|TIME|DURATION|SET)\|([^\]|\s]+)\]")


def unmarked(sentence):
    """The text without marks, and what is marked: start, end, type, value."""
    text, position, found = "", 0, set()
    for mark in MARK.finditer(sentence):
        text += sentence[position : mark.start()]
        found.add((len(text), len(text) + len(mark[1]), mark[2], mark[3]))
        text += mark[1]
        position = mark.end()
    text += sentence[position:]
    if set("[]|") & set(text):
        raise ValueError(f"a mark is not of the form [words|TYPE|value]: {sentence!r}")
    return text, found


def read_gold():
    """The rows of the gold file: anchor, text, what is marked."""
    lines = GOLD.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(date.fromisoformat(anchor), *unmarked(sentence)) for anchor, _, sentence in rows]


def found_in(text, anchor):
    """What the library finds, in the same form."""
    return {(d.span.start, d.span.end, d.type.name, d.value or "") for d in extract_dates(text, anchor=anchor)}


def right_values(gold, found):
    """How many of the marked expressions are overlapped by one of the same value; each is used once."""
    left, right = sorted(found), 0
    for start, end, _, value in sorted(gold):
        match = next((f for f in left if f[0] < end and f[1] > start and f[3] == value), None)
        if match is not None:
            left.remove(match)
            right += 1
    return right


def scores():
    """Strict and value F1 over all sentences."""
    marked = found = strict = values = 0
    for anchor, text, gold in read_gold():
        answer = found_in(text, anchor)
        marked, found = marked + len(gold), found + len(answer)
        strict += len({g[:2] for g in gold} & {a[:2] for a in answer})
        values += right_values(gold, answer)
    return {"strict_f1": 2 * strict / (marked + found), "value_f1": 2 * values / (marked + found)}


class TestAccuracy:
    """The floors of `tests/floors.json`."""

    def test_gold_is_the_one_measured(self):
        """Whoever changes the gold measures again and says so in the floors."""
        assert FLOORS["sha256"] == hashlib.sha256(GOLD.read_bytes()).hexdigest()

    def test_gold_is_large_enough(self):
        """Two hundred sentences, three hundred expressions."""
        rows = read_gold()
        assert len(rows) >= 200
        assert sum(len(gold) for _, _, gold in rows) >= 300

    @pytest.mark.parametrize("score", ["strict_f1", "value_f1"])
    def test_floor(self, score):
        """The score is at its floor or above."""
        assert scores()[score] >= FLOORS[score]

    def test_broken_mark(self):
        """A mark that is not closed is refused."""
        with pytest.raises(ValueError, match="a mark is not of the form"):
            unmarked("They met [Monday|DATE|2010-05-03.")

    def test_scorer_can_fail(self):
        """A wrong value and a missed expression count as wrong."""
        gold = {(0, 6, "DATE", "2010-05-03"), (10, 16, "DATE", "2010-05-04")}
        assert right_values(gold, {(0, 6, "DATE", "2010-05-03"), (10, 16, "DATE", "2010-05-11")}) == 1
