"""The other of two states: the addressee of a statement if an article is about two and the sentence names one."""

import pytest
from support import code

QUARREL = "Fiji accused Malta of theft. Malta warned Fiji against any lies. "
TOLD = {
    QUARREL + "Fiji threatened retaliation.": "THREATEN FJI>MLT ACTUAL",
    QUARREL + "Malta has threatened retaliation.": "THREATEN MLT>FJI ACTUAL",
    QUARREL + "Fiji insisted on a larger quota.": "REQUEST FJI>MLT ACTUAL",
    QUARREL + "Malta refused the plan.": "REJECT MLT>FJI ACTUAL",
    QUARREL + "Malta refused to sell its boats.": "REJECT MLT>FJI ACTUAL",
}
OPEN = (
    "Fiji threatened retaliation.",  # no other state
    "Fiji accused Malta of theft. Tonga threatened retaliation.",  # it was mentioned together with neither
    QUARREL + "Fiji wanted a larger quota.",  # a wish is put to nobody
    QUARREL + "Fiji insisted on new boats from Tonga.",  # somebody else is named
    QUARREL + "Malta criticised lawmakers.",  # people at home
    QUARREL + "Malta refused to comment.",  # nobody is turned down
    5 * "Malta is warm. " + QUARREL + "Malta insisted on a larger quota.",  # an article on one state
    QUARREL + "Malta rejected questions.",  # nor by what is said of no certain thing
)


@pytest.mark.parametrize("text", TOLD)
def test_the_other_of_two(text):
    """The other state that an article is about, besides the one that speaks."""
    assert code(text)[-1] == TOLD[text]


@pytest.mark.parametrize("text", OPEN)
def test_left_open(text):
    """Nobody is guessed where the article is about no other one, or the statement is made to nobody."""
    assert not any(line.endswith(("FJI>MLT ACTUAL", "MLT>FJI ACTUAL")) for line in code(text)[text.count(". ") :])


def test_a_demand_named_by_a_noun():
    """An act at somebody's request implies a request by the other of the two."""
    assert code(QUARREL + "They met at Fiji's request.")[-1] == "REQUEST FJI>MLT ACTUAL"
    assert code(QUARREL + "Fiji's request to donors was late.")[-1] == code(QUARREL)[-1]
