"""Meetings and visits that name one of their parties or none: the sentences before tell the other."""

import pytest
from support import code

MET = "Malta's premier met Fiji's king on Monday. "
VISITED = "Fiji's king visited Malta on Monday. "

TOLD = {
    # nobody is named
    MET + "The meeting lasted an hour.": "CONSULT MLT=FJI ACTUAL",
    MET + "The talks focused on trade.": "CONSULT MLT=FJI ACTUAL",
    MET + "Further trade was discussed at their meeting.": "CONSULT MLT=FJI ACTUAL",
    # one of them is
    MET + "The talks with Fiji focused on trade.": "CONSULT FJI=MLT ACTUAL",
    # who visits goes first, whoever is named
    VISITED + "The visit lasted an hour.": "CONSULT FJI>MLT ACTUAL",
    VISITED + "The king's visit to Malta lasted an hour.": "CONSULT FJI>MLT ACTUAL",
    # what is to come is agreed on
    "Malta's premier will meet Fiji's king on Monday. The planned talks will focus on trade.": "AGREE MLT=FJI PLANNED",
    # what has opened is no longer to come
    "Malta's premier will meet Fiji's king on Monday. The talks opened in a barn.": "CONSULT MLT=FJI ACTUAL",
    # men and women are groups as much as leaders are
    MET + "Tonga rejoiced. The two men met again in May.": "CONSULT MLT=FJI ACTUAL",
    # the meeting that was told of most, not the last one
    MET + MET + "Malta's premier met Tonga's king. The talks focused on trade.": "CONSULT MLT=FJI ACTUAL",
}

OPEN = {
    # no article without a meeting makes one up
    "The meeting lasted an hour.",
    "Malta rejoiced. The meeting lasted an hour.",
    # an indefinite meeting is another one
    MET + "Meetings can be long.",
    # with whom is told, and acts for no state
    MET + "The talks with farmers lasted an hour.",
    MET + "Farmers met in a barn.",
    # nobody visited anybody
    MET + "The visit lasted an hour.",
    # who talks need not meet anybody
    MET + "The king talked about trade.",
    # it did not happen
    MET + "The meeting might be repeated.",
}


@pytest.mark.parametrize("text", TOLD)
def test_told_before(text):
    """Who is lacking comes from the meeting that the article told of."""
    assert code(text)[-1] == TOLD[text]


@pytest.mark.parametrize("text", sorted(OPEN))
def test_left_open(text):
    """Who met stays open where the article does not tell."""
    assert len(code(text)) == text.count(MET)


def test_more_than_two():
    """A meeting of three is not taken for one of two of them."""
    text = (
        "The premiers of Malta, Fiji and Tonga met on Monday. Malta and Fiji are far apart. The meeting lasted an hour."
    )
    assert code(text) == ["CONSULT MLT=FJI=TON ACTUAL"] * 2


def test_told_once():
    """A meeting that the sentence tells of already is not another one."""
    text = "Cuba's envoy met Peru's envoy. Cuba's envoy is due in Lima for talks with him."
    assert code(text) == ["CONSULT CUB=PER ACTUAL", "AGREE CUB>PER PLANNED"]
