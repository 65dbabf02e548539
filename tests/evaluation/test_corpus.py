"""The gold corpus: every file reads, weekdays agree with their values, and the scores must not fall."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from diplonews.evaluation import evaluate, read_gold
from diplonews.evaluation.gold import LAYERS

TESTS = Path(__file__).resolve().parents[1]
CORPUS = TESTS / "data" / "gold"
FILES = sorted(CORPUS.rglob("*.gold.txt"))
FLOORS = json.loads((TESTS / "floors.json").read_text(encoding="utf-8"))["gold"]
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAY = re.compile("|".join(WEEKDAYS), re.IGNORECASE)
DAY = re.compile(r"\d{4}-\d\d-\d\d")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_reads(path):
    """The file reads, bears its id, and marks something of every layer."""
    (gold,) = read_gold(path)
    assert f"{gold.id}.gold.txt" == path.name
    assert gold.layers == LAYERS
    assert gold.anchor is not None
    assert gold.events
    assert gold.dates


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_weekdays(path):
    """A printed weekday and its value are the same day of the week."""
    (gold,) = read_gold(path)
    wrong = []
    for one in gold.dates:
        names = {name.lower() for name in WEEKDAY.findall(one.span.of(gold.text))}
        day = DAY.match(one.value or "")
        if len(names) == 1 and day is not None:
            said = WEEKDAYS[date.fromisoformat(day.group()).weekday()]
            if said not in names:
                wrong.append((one.span.of(gold.text), one.value, said))
    assert wrong == []


def test_halves():
    """No article is in both halves."""
    halves = [{path.name for path in FILES if path.parent.name == half} for half in ("dev", "test")]
    assert [len(half) for half in halves] == [30, 32]
    assert not halves[0] & halves[1]


def test_first_run():
    """The first run was over the test half, and names what it was made with."""
    first = json.loads((CORPUS / "first_run.json").read_text(encoding="utf-8"))
    assert first["articles"] == len([path for path in FILES if path.parent.name == "test"])
    assert all(0 <= row["low"] <= row["value"] <= row["high"] <= 1 for row in first["rows"])


def test_floors():
    """The floors of `tests/floors.json`, over the development half."""
    table = evaluate(CORPUS / "dev")
    below = {
        f"{layer} {measure}": (table[layer, measure].value, floor)
        for layer, floors in FLOORS.items()
        for measure, floor in floors.items()
        if table[layer, measure].value < floor
    }
    assert below == {}
