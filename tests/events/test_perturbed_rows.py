"""The example of every trigger, perturbed: other states, a day in front, another act after it.

The parser reads a few sentences in another way with other words; they are counted and must stay rare.
"""

import re
from collections.abc import Callable
from functools import cache

import pytest
from support import code

from diplonews.lexicons.tables import load_table

STATES = {
    "Chile": ("CHL", "Chilean"),
    "Peru": ("PER", "Peruvian"),
    "Kenya": ("KEN", "Kenyan"),
    "Oman": ("OMN", "Omani"),
    "Norway": ("NOR", "Norwegian"),
}
NAMED = re.compile(r"\b(Chile|Peru)(an|vian)?(s?)\b")
EXAMPLES = {row["id"]: row["example"] for row in load_table("triggers").rows}
PAIRS = {rule: text for rule, text in EXAMPLES.items() if "Chile" in text and "Peru" in text}
RARE = 0.015


@cache
def told(text: str) -> list[str]:
    """The events of a text, sorted."""
    return sorted(code(text))


def with_states(text: str, first: str, second: str) -> str:
    """A sentence about Chile and Peru with two other states in their places."""
    names = {"Chile": first, "Peru": second}

    def renamed(found: re.Match[str]) -> str:
        name = names[found[1]]
        return (STATES[name][1] if found[2] else name) + found[3]

    return NAMED.sub(renamed, text)


def in_old_names(events: list[str], first: str, second: str) -> list[str]:
    """The events with the codes of Chile and Peru in the places of the two other states."""
    codes = {STATES[first][0]: "CHL", STATES[second][0]: "PER"}
    return sorted(re.sub(r"\b[A-Z]{3}\b", lambda found: codes.get(found[0], found[0]), event) for event in events)


def differing(examples: dict[str, str], perturbed: Callable[[str], list[str]]) -> list[str]:
    """The rows whose example tells something else when it is perturbed."""
    return [rule for rule, text in examples.items() if perturbed(text) != told(text)]


def test_names_are_replaced():
    """Names and adjectives, in the singular and the plural."""
    text = "Chilean envoys told Peruvians that Chile and Peru are Chileans' friends."
    assert with_states(text, "Oman", "Norway") == (
        "Omani envoys told Norwegians that Oman and Norway are Omanis' friends."
    )


@pytest.mark.parametrize("names", [("Peru", "Chile"), ("Kenya", "Oman"), ("Oman", "Norway")])
def test_other_states(names):
    """Two states swapped, or replaced by two others: the same event, with the other states."""
    found = differing(PAIRS, lambda text: in_old_names(told(with_states(text, *names)), *names))
    assert len(found) <= RARE * len(PAIRS), found


def test_a_day_in_front():
    """`On Monday, ...`: the same event."""
    found = differing(PAIRS, lambda text: told("On Monday, " + text))
    assert len(found) <= RARE * len(PAIRS), found


@pytest.mark.parametrize("frame", ["Cuba praised Fiji. {}", "{} Cuba praised Fiji."])
def test_an_act_of_others_beside_it(frame):
    """A sentence about two other states, before it or after it, changes nothing."""
    found = differing(
        PAIRS, lambda text: [event for event in told(frame.format(text)) if event != "SUPPORT CUB>FJI ACTUAL"]
    )
    assert len(found) <= RARE * len(PAIRS), found
