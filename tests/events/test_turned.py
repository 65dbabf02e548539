"""Roles that a verb reverses (`faces threats from`), and acts that only an accusation mentions."""

from itertools import permutations

import pytest
from support import code

STATES = {"Malta": "MLT", "Fiji": "FJI", "Kenya": "KEN", "Chile": "CHL"}
TURNED = {
    "{a} received a rebuke from {b}.": "ACCUSE",
    "{a} suffered a rebuke from {b}.": "ACCUSE",
    "{a} got a reprimand from {b}.": "ACCUSE",
    "{a} met with criticism from {b}.": "ACCUSE",
    "{a} drew a sharp rebuke from {b} over the dam.": "ACCUSE",
    "{a} faces threats from {b}.": "THREATEN",
    "{a} received a warning from {b}.": "THREATEN",
    "{a} received a refusal from {b}.": "REJECT",
    "{a} faces sanctions from {b}.": "SANCTION",
    "{a} got an apology from {b}.": "CONCEDE",
}


@pytest.mark.parametrize("frame", TURNED)
def test_who_undergoes_an_act(frame):
    """The subject of the verb is on the receiving end, whichever states these are."""
    for a, b in permutations(STATES, 2):
        assert code(frame.format(a=a, b=b)) == [f"{TURNED[frame]} {STATES[b]}>{STATES[a]} ACTUAL"]


@pytest.mark.parametrize("text", ["Malta faces sanctions.", "Malta received a warning.", "Malta faces threats."])
def test_of_nobody(text):
    """Nobody does it to himself."""
    assert code(text) == []


ALLEGED = {
    "{a} accused {b} of shelling a village.": "ASSAULT",
    "{a} accused {b} of shelling its villages.": "ASSAULT",
    "{b} was accused by {a} of shelling a village.": "ASSAULT",
    "{a} alleged that {b} had shelled a village.": "ASSAULT",
    "{a} accused {b} of seizing a tanker.": "COERCE",
}


@pytest.mark.parametrize("frame", ALLEGED)
def test_what_the_accused_did(frame):
    """The accusation is a fact and its content a claim; if no victim is named, it is the accuser."""
    for a, b in permutations(STATES, 2):
        first, second = STATES[a], STATES[b]
        told = [f"ACCUSE {first}>{second} ACTUAL", f"{ALLEGED[frame]} {second}>{first} CLAIMED"]
        assert sorted(code(frame.format(a=a, b=b))) == sorted(told)


NAMED = {
    "Malta accused Fiji of arming Kenyan rebels.": ["ACCUSE MLT>FJI ACTUAL", "AID FJI>KEN CLAIMED"],
    "Malta accused Fiji of bombing a Kenyan port.": ["ACCUSE MLT>FJI ACTUAL", "ASSAULT FJI>KEN CLAIMED"],
    # at home it stays
    "Malta accused Fiji of arresting protesters.": ["ACCUSE MLT>FJI ACTUAL", "COERCE FJI>FJI CLAIMED"],
    # no act of conflict, or none that was done
    "Malta accused Fiji of lying.": ["ACCUSE MLT>FJI ACTUAL"],
    "Malta accused Fiji of planning to bomb a port.": ["ACCUSE MLT>FJI ACTUAL"],
    # each other
    "Malta and Fiji accused each other of shelling villages.": ["ACCUSE MLT=FJI ACTUAL"],
}


@pytest.mark.parametrize("text", NAMED)
def test_the_victim_of_the_accused(text):
    """A third state that is named is the victim."""
    assert code(text) == NAMED[text]


PROMPTED = {
    "{a} opened the dam after an appeal from {b}.": "REQUEST",
    "{a} opened the dam at the request of {b}.": "REQUEST",
    "{a} opened the dam in response to a request from {b}.": "REQUEST",
    "{a} opened the dam despite threats from {b}.": "THREATEN",
    "{a} opened the dam after criticism from {b}.": "ACCUSE",
}


@pytest.mark.parametrize("frame", PROMPTED)
def test_who_is_prompted(frame):
    """A demand, threat or criticism that prompts an act is addressed to the one that acts."""
    for a, b in permutations(STATES, 2):
        assert code(frame.format(a=a, b=b)) == [f"{PROMPTED[frame]} {STATES[b]}>{STATES[a]} ACTUAL"]


def test_prompted_and_done():
    """What is done after complaints is an act of its own."""
    assert code("Oman softened its rules for divers after complaints from Qatar.") == [
        "CONCEDE OMN>QAT ACTUAL",
        "ACCUSE QAT>OMN ACTUAL",
    ]


def test_who_is_not_prompted():
    """A phrase that belongs to a noun does not prompt the act of the clause."""
    assert code("The danger of threats from Fiji worried Malta.") == []
