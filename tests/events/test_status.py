"""Whether it happened."""

import pytest
from support import code

CASES = {
    "Chile has not yet condemned Peru.": "ACCUSE CHL>PER NEGATED",
    "Chile never sanctioned Peru.": "SANCTION CHL>PER NEGATED",
    "Chile may sanction Peru if it sells the ships.": "SANCTION CHL>PER HYPOTHETICAL",
    "Chile could recall its envoy from Peru.": "SANCTION CHL>PER HYPOTHETICAL",
    "Chile is considering imposing sanctions on Peru.": "SANCTION CHL>PER HYPOTHETICAL",
    "If Chile bombs Peru, markets will fall.": "ASSAULT CHL>PER HYPOTHETICAL",
    "Rumours that Chile attacked Peru are untrue, an envoy said.": "ASSAULT CHL>PER DENIED",
    "Chile denied that it had attacked Peru.": "REJECT CHL>PER ACTUAL",
    "Chile reportedly attacked Peru.": "ASSAULT CHL>PER CLAIMED",
    "Analysts believe that Chile attacked Peru.": "ASSAULT CHL>PER CLAIMED",
    "Chile's president will meet Peruvian leaders next week.": "AGREE CHL>PER PLANNED",
    "The Chilean envoy is set to fly to Peru on Friday.": "AGREE CHL>PER PLANNED",
    "Chile plans to impose sanctions on Peru.": "THREATEN CHL>PER PLANNED",
    "Chile will strive to revive dialogue between Peru and Bolivia.": "AGREE CHL>PER,BOL PLANNED",
    "Chile will free four Peruvian fishermen.": "AGREE CHL>PER PLANNED",
    "Chile could be looking for ways to mend ties with Peru.": "AGREE CHL>PER HYPOTHETICAL",
    "Chile decided to withdraw from a treaty with Peru.": "SANCTION CHL>PER ACTUAL",
    "Chile began shelling Peru.": "ASSAULT CHL>PER ACTUAL",
    "Chile avoided sanctioning Peru.": "SANCTION CHL>PER NEGATED",
    "Chile imposed no sanctions on Peru.": "SANCTION CHL>PER NEGATED",
    "Chile left without sanctioning Peru.": "SANCTION CHL>PER NEGATED",
    "Chile is going to meet Peru.": "AGREE CHL>PER PLANNED",
    "Neither Chile nor Peru sanctioned Cuba.": "SANCTION CHL,PER>CUB NEGATED",
    "No Chilean ships blockaded Peru.": "COERCE CHL>PER NEGATED",
    "Chile has yet to recognise Peru.": "SUPPORT CHL>PER NEGATED",
    "Chile no longer supports Peru.": "SUPPORT CHL>PER NEGATED",
    "Chile not only condemned Peru but sued it.": "ACCUSE CHL>PER ACTUAL",
    "Chile fell short of condemning Peru.": "ACCUSE CHL>PER NEGATED",
    "Chile came close to expelling the Peruvian envoy.": "SANCTION CHL>PER NEGATED",
    "Chile nearly bombed Peru.": "ASSAULT CHL>PER NEGATED",
    "Chile all but cut ties with Peru.": "SANCTION CHL>PER NEGATED",
    "Chile ruled out sanctions on Peru.": "SANCTION CHL>PER NEGATED",
    "Chile did not rule out sanctions on Peru.": "SANCTION CHL>PER HYPOTHETICAL",
    "Chile refused to rule out a strike on Peru.": "ASSAULT CHL>PER HYPOTHETICAL",
    "Chile never stopped bombing Peru.": "ASSAULT CHL>PER ACTUAL",
    "Chile is unable to bomb Peru.": "ASSAULT CHL>PER NEGATED",
    "There is no sign that Chile has bombed Peru.": "ASSAULT CHL>PER NEGATED",
    "Chile has no plans to sanction Peru.": "SANCTION CHL>PER NEGATED",
    "Chile has no plans to meet Peru.": "REJECT CHL>PER ACTUAL",
    "It is not true that Chile bombed Peru.": "ASSAULT CHL>PER DENIED",
    "A Cuban officer called it a lie that Chile had bombed Peru.": "ASSAULT CHL>PER DENIED",
    "There is no truth in rumours that Chile bombed Peru.": "ASSAULT CHL>PER DENIED",
    "The tale is old, and the story that Chile bombed Peru was a hoax.": "ASSAULT CHL>PER DENIED",
    "A weekly withdrew nothing but retracted its report that Chile bombed Peru.": "ASSAULT CHL>PER DENIED",
    "Unconfirmed reports said Chile had bombed Peru.": "ASSAULT CHL>PER CLAIMED",
    "Chile is said to have bombed Peru.": "ASSAULT CHL>PER CLAIMED",
    "Chile is suspected of bombing Peru.": "ASSAULT CHL>PER CLAIMED",
    "A leaked memo suggests that Chile bombed Peru.": "ASSAULT CHL>PER CLAIMED",
    "Perhaps Chile bombed Peru.": "ASSAULT CHL>PER HYPOTHETICAL",
    "Did Chile bomb Peru?": "ASSAULT CHL>PER HYPOTHETICAL",
    "Why did Chile bomb Peru?": "ASSAULT CHL>PER ACTUAL",
    "Had Chile bombed Peru, the fleet would have sailed.": "ASSAULT CHL>PER HYPOTHETICAL",
    "In the event that Chile shells a Peruvian port, the fleet will sail.": "ASSAULT CHL>PER HYPOTHETICAL",
    "It is unlikely that Chile bombed Peru.": "ASSAULT CHL>PER HYPOTHETICAL",
    "A Chilean attack on Peru is possible.": "ASSAULT CHL>PER HYPOTHETICAL",
    "The risk of a Chilean attack on Peru is small.": "ASSAULT CHL>PER HYPOTHETICAL",
    "Talks between Chile and Peru will begin on Friday.": "AGREE CHL=PER PLANNED",
    "Talks between Chile and Peru did not take place.": "CONSULT CHL=PER NEGATED",
    "Senators proposed that Chile withdraw from a treaty with Peru.": "SANCTION CHL>PER HYPOTHETICAL",
    "Chile is about to recognise Peru.": "AGREE CHL>PER PLANNED",
    "The Chilean premier visits Peru next week.": "AGREE CHL>PER PLANNED",
    "Talks between Chile and Peru are to be held in May.": "AGREE CHL=PER PLANNED",
    "Chile to sign a treaty with Peru": "AGREE CHL>PER PLANNED",
    "Were Chile to bomb Peru, the fleet would sail.": "ASSAULT CHL>PER HYPOTHETICAL",
    "As long as Chile blockades Peru, the price will rise.": "COERCE CHL>PER HYPOTHETICAL",
    "At no point did Chile threaten Peru.": "THREATEN CHL>PER NEGATED",
    "Chile cannot be said to have bombed Peru.": "ASSAULT CHL>PER NEGATED",
    "Chile is set to free two Peruvian pilots.": "AGREE CHL>PER PLANNED",
    "Chile wants to meet Peru.": "AGREE CHL>PER HYPOTHETICAL",
    "The Chilean premier is expected in Peru on Friday.": "AGREE CHL>PER PLANNED",
}


@pytest.mark.parametrize("text", CASES)
def test_status(text):
    """The strongest reading of what stands at the event and above it."""
    assert CASES[text] in code(text)


def test_anothers_wish_is_no_event():
    """What Oslo hopes that others do, the others have not done."""
    assert not [event for event in code("Oslo hopes that Peru praises Chile.") if "PER>CHL" in event]
