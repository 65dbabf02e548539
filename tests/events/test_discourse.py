"""Words that only the sentences before explain: whom they refer to, and the date that is found."""
# ruff: noqa: E501 -- a case is one line

import pytest
from support import ANCHOR, brief

from diplonews import extract_events

CASES = {
    "Ghana and Togo quarrel over a lagoon. The pair met on Monday.": ["CONSULT GHA=TGO ACTUAL 2024-05-06"],
    "Oslo and Riga fell out. Benin urged the two sides to talk.": ["REQUEST BEN>NOR,LVA ACTUAL None"],
    "Malta, Fiji and Oman share a reef. The three agreed to map it.": ["AGREE MLT=FJI=OMN ACTUAL None"],
    "Cuba's envoy Raul Soto spoke. He denounced Peru.": ["ACCUSE CUB>PER ACTUAL None"],
    "Chad and Mali share a well. Both rebuked Niger.": ["ACCUSE TCD,MLI>NER ACTUAL None"],
    "Kenya's president met Togo's premier. The premier invited Benin's king to a regatta.": ["CONSULT KEN=TGO ACTUAL None", "AGREE TGO>BEN PLANNED None"],
    "Nepal's army spoke. The army accused Bhutan of smuggling.": ["ACCUSE NPL>BTN ACTUAL None"],
    "Latvian and Estonian ministers met in Riga. They condemned Belarus.": ["CONSULT LVA=EST ACTUAL None", "ACCUSE LVA,EST>BLR ACTUAL None"],
    "Secretary of State Ann Dole praised Malta.": ["SUPPORT USA>MLT ACTUAL None"],
    "Relations between Cuba and Fiji are bad. Fiji's relations with Tonga are worse. Cuba recalled its ambassador.": ["SANCTION CUB>FJI ACTUAL None"],
    "The emirate of Qatar and Oman differ. The emirate rebuked Yemen.": ["ACCUSE QAT>YEM ACTUAL None"],
    "Ann Dole, the U.S. secretary of state, met Peru's king.": ["CONSULT USA=PER ACTUAL None"],
    'Peru\'s government summoned the Chilean ambassador. "We are angry," the minister said. "We condemn Chile."': ["ACCUSE PER>CHL ACTUAL None"] * 3,
    "Togo accused Benin of theft. The country denied the charge.": ["ACCUSE TGO>BEN ACTUAL None", "REJECT BEN>TGO ACTUAL None"],
    "Togo seized a Beninese ship. Benin condemned the seizure.": ["COERCE TGO>BEN ACTUAL None", "ACCUSE BEN>TGO ACTUAL None"],
    "Two of Togo's neighbours, Benin and Ghana, condemned it.": ["ACCUSE BEN,GHA>TGO ACTUAL None"],
    "Fiji's police chief left. His deputy thanked Tonga.": ["SUPPORT FJI>TON ACTUAL None"],
    "Chile will sanction Peru from Monday.": ["THREATEN CHL>PER PLANNED 2024-05-13"],
    "Chile agreed last week, when Peru lifted a ban on Chilean fruit, to open its market to Peru.": ["CONCEDE PER>CHL ACTUAL 2024-W18"],
    "Envoys of Peru held a meeting with envoys of Chile and praised Bolivia on Friday.": ["CONSULT PER=CHL ACTUAL 2024-05-03", "SUPPORT PER>BOL ACTUAL 2024-05-03"],
    "A treaty between Chile and Peru was signed in June 1999 in Lima.": ["SUPPORT CHL=PER ACTUAL 1999-06"],
    "Malta expelled a Cypriot envoy, hours after Nicosia ordered two Maltese clerks to leave. The ministry in Valletta gave the Cypriot clerks a day to pack. It accused Nicosia of bullying.": ["SANCTION MLT>CYP ACTUAL None", "SANCTION CYP>MLT ACTUAL None", "ACCUSE MLT>CYP ACTUAL None"],
    "Cuba's ambassador met Fiji's trade minister and conveyed Havana's concern.": ["CONSULT CUB=FJI ACTUAL None"],
    "Lisbon decries a dredger's trip. A dredger run by Ghana's navy crossed a Portuguese bay.": [],
    "Cuba decried the trip.": [],
    "Peru's spokesman Mali Gruber urged Chile to pay.": ["REQUEST PER>CHL ACTUAL None"],
    "North Korea sank a ferry. The North accused Fiji of spying.": ["ACCUSE PRK>FJI ACTUAL None"],
    "South Korean envoy Bae Jae-in met Fiji's king. Fiji thanked Bae.": ["CONSULT KOR=FJI ACTUAL None", "SUPPORT FJI>KOR ACTUAL None"],
    "North and South Korea held talks on Monday.": ["CONSULT PRK=KOR ACTUAL 2024-05-06"],
    "Fiji rebuked South and North Korea.": ["ACCUSE FJI>KOR,PRK ACTUAL None"],
    "The two Koreas reached a deal on salt.": ["AGREE PRK=KOR ACTUAL None"],
    "Fiji voiced strong regret over Tonga's decision to shut a port.": ["ACCUSE FJI>TON ACTUAL None"],
    "Fiji expressed regret over the death of a Tongan sailor.": ["CONCEDE FJI>TON ACTUAL None"],
}  # fmt: skip


@pytest.mark.parametrize("text", CASES)
def test_told_before(text):
    """Pairs, pronouns, titles, epithets, answers, and dates of coordinated events."""
    found = [
        f"{brief(event)} {event.when.value if event.when else None}" for event in extract_events(text, anchor=ANCHOR)
    ]
    assert found == CASES[text]
