"""A state on both sides of an act: only where the text is about home affairs."""

import pytest
from support import code

TWO = "Malta met Fiji. Fiji thanked Malta. "
HOME = {
    # an article of one state
    "Malta urged villagers to leave.": "REQUEST MLT>MLT ACTUAL",
    # those with whom a state deals at home
    TWO + "Malta rejected a plan of the Maltese opposition.": "REJECT MLT>MLT ACTUAL",
    TWO + "Maltese police arrested protesters.": "COERCE MLT>MLT ACTUAL",
    TWO + "Malta's army attacked Maltese rebels.": "ASSAULT MLT>MLT ACTUAL",
}
FOREIGN = (
    TWO + "Malta commended the Maltese navy.",
    TWO + "Malta urged villagers to leave.",
    TWO + "Malta supported Maltese investors.",
)
OTHER_SIDE = {TWO + "Malta sought the extradition of a student.": "REQUEST MLT>FJI ACTUAL"}


@pytest.mark.parametrize("text", HOME)
def test_home_affairs(text):
    """They stay at home."""
    assert code(text)[-1] == HOME[text]


@pytest.mark.parametrize("text", FOREIGN)
def test_no_home_affairs(text):
    """In an article about two states nobody else is guessed to be meant."""
    assert len(code(text)) == len(code(TWO))


@pytest.mark.parametrize("text", OTHER_SIDE)
def test_other_side(text):
    """What is asked of nobody is asked of the other of the two."""
    assert code(text)[-1] == OTHER_SIDE[text]
