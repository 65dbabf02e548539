"""Constructions that once went wrong, each with what it must give."""

import pytest
from support import code

CASES = {
    "Chile called for an end to the war in Peru.": "REQUEST CHL>PER ACTUAL",
    "On Monday Peru condemned Chile.": "ACCUSE PER>CHL ACTUAL",
    "Peru has refused to provide military aid to Chile.": "REJECT PER>CHL ACTUAL",
    "The Chilean army is striking Peruvian targets near Tacna.": "ASSAULT CHL>PER ACTUAL",
    "Chile did not bomb Peru and called on Cuba to wait.": "REQUEST CHL>CUB ACTUAL",
    "Chile complained about the alleged attack by Peru.": "ACCUSE CHL>PER ACTUAL",
    "Peru gave Chile a loan.": "AID PER>CHL ACTUAL",
    "Two envoys whom Peru expelled in March were Chilean.": "",
    "Envoys of Chile attacked by Peru left.": "",
    "Chile was criticised and condemned by Peru.": "ACCUSE PER>CHL ACTUAL",
    "Peru sanctioned and blacklisted Chilean firms.": "SANCTION PER>CHL ACTUAL",
    "Peru was asked by Chile to send aid.": "REQUEST CHL>PER ACTUAL",
    "Chile persuaded Peru to sanction Bolivia.": "SANCTION PER>BOL ACTUAL",
    "Peru's decision to withdraw from a treaty with Chile surprised many.": "SANCTION PER>CHL ACTUAL",
    "Having expelled Chilean envoys, Peru closed its border with Bolivia.": "COERCE PER>BOL ACTUAL",
    "Chile, condemned by Peru, left.": "",
    "Chile lashed out at Peru.": "ACCUSE CHL>PER ACTUAL",
    "Peru took part in talks with Chile.": "CONSULT PER=CHL ACTUAL",
    "Peru and Chile severed diplomatic ties.": "SANCTION PER=CHL ACTUAL",
    "A Lima court ruled in favour of Peruvian miners who sued a Chilean bank.": "SANCTION PER>CHL ACTUAL",
    "Peru blamed Chile, whose trawlers had entered its waters.": "ACCUSE PER>CHL ACTUAL",
    "Chile put the blame on Peru.": "ACCUSE CHL>PER ACTUAL",
    "Peru said drills by Chile had not helped.": "ACCUSE PER>CHL ACTUAL",
    "Peru would appreciate it if Chile reopened the road.": "REQUEST PER>CHL ACTUAL",
    "Norway allocated €9 million to help people in Yemen.": "AID NOR>YEM ACTUAL",
    "Peru recommended that Chile withdraw the bill.": "REQUEST PER>CHL ACTUAL",
    "Peru told Chile to leave.": "REQUEST PER>CHL ACTUAL",
    "Peru declared a curfew.": "COERCE PER>PER ACTUAL",
    "Thousands of Peruvians protested.": "PROTEST PER>PER ACTUAL",
    "Peru's president resigned.": "RETREAT PER>PER ACTUAL",
    "Clashes between Peruvian and Chilean troops continued.": "ASSAULT PER=CHL ACTUAL",
    "Peru is critical of Chile.": "ACCUSE PER>CHL ACTUAL",
    "The Peruvian minister is due in Santiago on Friday.": "AGREE PER>CHL PLANNED",
    "Peru, Chile and Bolivia have agreed to scrap tariffs on Kenyan tea.": "AGREE PER,CHL,BOL>KEN ACTUAL",
    "Peru would visit Chile, an envoy said.": "AGREE PER>CHL PLANNED",
    "Peru would sanction Chile if it sold the ships.": "SANCTION PER>CHL HYPOTHETICAL",
    "A planned Peruvian visit to Chile drew crowds.": "AGREE PER>CHL PLANNED",
    "Peru dismissed reports that it had shelled Chile.": "REJECT PER>CHL ACTUAL",
    "Peru is unlikely to sanction Chile.": "SANCTION PER>CHL HYPOTHETICAL",
    "Peru neither sanctioned nor rebuked Chile.": "ACCUSE PER>CHL NEGATED",
    "LIMA (Reuters) - Fighters from Chile attacked Bolivian soldiers.": "ASSAULT CHL>BOL ACTUAL",
    "Peru-bound parcels were late when Chile placed curbs on them.": "",
    "Malta, Fiji ask Oman for dates.": "REQUEST FJI,MLT>OMN ACTUAL",
    "The ambassador said Peru had fired missiles at Chile.": "ASSAULT PER>CHL ACTUAL",
    "Peru moved its embassy staff out of Chile.": "",
}  # fmt: skip


@pytest.mark.parametrize("text", CASES)
def test_regression(text):
    """The event of the table is among those found; an empty one only must not fail."""
    found = code(text)
    if CASES[text]:
        assert CASES[text] in found
