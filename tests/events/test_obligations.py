"""Obligations as demands: whoever says that another party must act asks it to."""

import pytest
from support import code

CASES = {  # text -> all its events
    "Oslo said Riga must pay its share.": ["REQUEST NOR>LVA ACTUAL"],
    "Oslo said that Riga ought to pay its share.": ["REQUEST NOR>LVA ACTUAL"],
    "Oslo said Latvian trawlers must leave the bay.": ["REQUEST NOR>LVA ACTUAL"],
    "Oslo said there must be a change in Latvian policy.": ["REQUEST NOR>LVA ACTUAL"],
    "Riga must pay, the agency quoted Norway's foreign minister as saying.": ["REQUEST NOR>LVA ACTUAL"],
    "Norway's foreign minister was quoted as saying that Riga must pay.": ["REQUEST NOR>LVA ACTUAL"],
    "Norway said Fiji and Oman should hold talks.": ["REQUEST NOR>FJI,OMN ACTUAL"],  # no talks are planned
    "Norway said Latvia and Norway should hold talks.": ["REQUEST NOR>LVA ACTUAL"],  # nobody asks itself
    "Norway said Norway must pay its share.": [],
    "Norway agreed Riga must pay its share.": ["AGREE NOR>LVA ACTUAL"],
    # what need not be done, or was done, is no demand; nor is something that nobody can bring about
    "Oslo said Riga need not pay.": [],
    "Oslo said Riga does not need to pay.": [],
    "Oslo said Riga does not have to pay.": [],
    "Oslo said Riga has to pay.": ["REQUEST NOR>LVA ACTUAL"],
    "Oslo said Riga must not pay.": ["REQUEST NOR>LVA ACTUAL"],
    "Oslo said Riga had to pay $3 million last year.": [],
    "Oslo said Riga must have known.": [],
    "Oslo said there must have been a mistake in Latvia.": [],
    "Oslo said there should be no change in Latvian policy.": [],
    "Oslo said there must be a fish in Latvia.": [],
    "A song said Riga must pay its share.": [],
    "Norway said Latvia would have to pay.": ["REQUEST NOR>LVA ACTUAL"],
    "Norway said there must be an end to violence in Latvia.": ["REQUEST NOR>LVA ACTUAL"],
    "Latvia must have been hit by Norway, Mali said.": ["ASSAULT NOR>LVA HYPOTHETICAL"],
}


@pytest.mark.parametrize("text", CASES)
def test_obligation(text):
    """The speaker asks the party that must act; what it must do is no event of its own."""
    assert code(text) == CASES[text]
