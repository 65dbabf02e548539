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
}


@pytest.mark.parametrize("text", CASES)
def test_status(text):
    """The strongest reading of what stands at the event and above it."""
    assert CASES[text] in code(text)


def test_anothers_wish_is_no_event():
    """What Oslo hopes that others do, the others have not done."""
    assert not [event for event in code("Oslo hopes that Peru praises Chile.") if "PER>CHL" in event]
