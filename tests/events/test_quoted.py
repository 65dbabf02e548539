"""Statements in quotation marks whose speaker stands in another sentence."""

from datetime import date
from itertools import permutations

import pytest
from support import brief

import diplonews as dn

STATES = {"Malta": "MLT", "Fiji": "FJI", "Kenya": "KEN", "Chile": "CHL"}
QUOTED = {
    '"The dam is old. {b} must repair it," said Ann Lee, the foreign minister of {a}.': "REQUEST",
    '"The dam is old. {b} should repair it," said Ann Lee, the foreign minister of {a}.': "REQUEST",
    '"The dam is old. The stance of {b} is unacceptable," said Ann Lee, the foreign minister of {a}.': "ACCUSE",
    '"The dam is old. We urge {b} to repair it," said Ann Lee, the foreign minister of {a}.': "REQUEST",
}


def code(text: str) -> list[str]:
    """The events of a text, its quotes read first."""
    return [brief(event) for event in dn.analyze(text, anchor=date(2024, 5, 8)).events]


@pytest.mark.parametrize("frame", QUOTED)
def test_speaker_of_a_later_sentence(frame):
    """The state for which the quote's speaker speaks is the actor, whichever states these are."""
    for a, b in permutations(STATES, 2):
        assert code(frame.format(a=a, b=b)) == [f"{QUOTED[frame]} {STATES[a]}>{STATES[b]} ACTUAL"]


@pytest.mark.parametrize(
    "text",
    [
        '"The dam is old. Fiji must repair it," said Ann Lee, a farmer from Malta.',
        '"The dam is old. Fiji must repair it," said Ann Lee.',
        '"The dam is old. It must be repaired," said Ann Lee, the foreign minister of Malta.',
        "The dam is old. Fiji must repair it.",
        '"The dam is old. Fiji must repair it," said Ann Lee, the foreign minister of Fiji.',
    ],
)
def test_nobody_in_office(text):
    """Private people, unknown speakers and the state itself make no demand on a state."""
    assert code(text) == []
