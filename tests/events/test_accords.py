"""Agreements that name one of their parties or none: the meeting mentioned before gives the others."""

import pytest
from support import code

MET = "Malta's premier met Fiji's king on Monday. "

OPEN = {
    MET + "A dozen accords were signed.": "SUPPORT MLT=FJI ACTUAL",
    MET + "The deal due to be signed on Friday is about trade.": "AGREE MLT=FJI PLANNED",
    MET + "A memorandum to be signed next week is about trade.": "AGREE MLT=FJI PLANNED",
    MET + "The choir sang after the signing of two treaties.": "SUPPORT MLT=FJI ACTUAL",
    MET + "Fiji reached a deal in the night.": "AGREE FJI=MLT ACTUAL",
}
SILENT = (
    # nobody met
    "Malta rejoiced. A dozen accords were signed.",
    # somebody else signs, or signs with somebody else
    MET + "A brewery signed the deal.",
    MET + "The deal was signed with a brewery.",
    # it is only spoken of
    MET + "The choir praised the deal.",
)


@pytest.mark.parametrize("text", OPEN)
def test_made_by_those_who_met(text):
    """The missing parties are those who met."""
    assert code(text)[-1] == OPEN[text]


@pytest.mark.parametrize("text", SILENT)
def test_left_open(text):
    """Nobody is made a party of what others sign."""
    assert len(code(text)) == text.count(MET)
