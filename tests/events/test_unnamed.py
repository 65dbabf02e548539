"""A conflict of which one side stands in no slot: the other state of the sentence, or one's own people."""

import pytest
from support import code

CASES = {
    # the only state that the text names: among its own people
    "Ghana's junta suspended all political parties.": ["COERCE GHA>GHA ACTUAL"],
    "President Okoro Mensah of Togo has refused to step down.": ["REJECT TGO>TGO ACTUAL"],
    "Police fired live rounds at a crowd in the Malian town of Gao.": ["ASSAULT MLI>MLI ACTUAL"],
    # the other state, in a phrase that no row asks for
    "Latvia scoffed at a plan that Belarusian engineers drew up.": ["ACCUSE LVA>BLR ACTUAL"],
    # who tells of it is no side
    "Bolivian guards drove squatters from their homes, a lawyer for the Chilean embassy said.": [
        "COERCE BOL>BOL ACTUAL"
    ],
}


@pytest.mark.parametrize("text", CASES)
def test_sides(text):
    """The sides that must be meant are found."""
    assert code(text) == CASES[text]


def test_no_own_people_where_others_were_named():
    """A text that names two states leaves an act without an address open."""
    assert code("Peru and Chile quarrel. Peru flouted the ruling.") == []


def test_only_where_nothing_else_is_told():
    """A sentence that tells of one event with both sides is not searched for more."""
    assert code("Oman rebuked Qatar and fumed.") == ["ACCUSE OMN>QAT ACTUAL"]
