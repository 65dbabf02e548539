"""Who did what to whom: one table for each construction."""

import pytest
from support import code

ACTIVE = {
    "Latvia imposed sanctions on Ghana.": "SANCTION LVA>GHA",
    "Norway slapped import tariffs on Chile last week.": "SANCTION NOR>CHL",
    "Peru recalled its ambassador from Nepal.": "SANCTION PER>NPL",
    "Mali expelled three Danish diplomats.": "SANCTION MLI>DNK",
    "Cuba severed diplomatic ties with Fiji.": "SANCTION CUB>FJI",
    "Oman pulled out of a fisheries treaty with Qatar.": "SANCTION OMN>QAT",
    "Chile removed Peru from its list of preferred suppliers.": "SANCTION CHL>PER",
    "Denmark sent tents and generators to Haiti.": "AID DNK>HTI",
    "Spain wrote off debts of Honduras.": "AID ESP>HND",
    "Sweden shared intelligence with Estonia.": "COOPERATE SWE>EST",
    "Iceland praised Malta.": "SUPPORT ISL>MLT",
    "Ghana signed a border treaty with Togo.": "SUPPORT GHA>TGO",
    "Laos denounced Bhutan.": "ACCUSE LAO>BTN",
    "Kuwait summoned the Cypriot ambassador.": "ACCUSE KWT>CYP",
    "Finland lodged a protest with Belarus.": "ACCUSE FIN>BLR",
    "Mexico opened an inquiry into Panamanian shipping firms.": "ACCUSE MEX>PAN",
    "Nepal rejected a proposal from Bhutan.": "REJECT NPL>BTN",
    "Austria turned down a request by Hungary.": "REJECT AUT>HUN",
    "Zambia called off a meeting with Malawi.": "REJECT ZMB>MWI",
    "Tunisia eased import curbs on Morocco.": "CONCEDE TUN>MAR",
    "Bolivia apologised to Paraguay.": "CONCEDE BOL>PRY",
    "Kenya freed four Somali fishermen.": "RETREAT KEN>SOM",
    "Angola withdrew its troops from Namibia.": "RETREAT AGO>NAM",
    "Togo massed troops along the border with Benin.": "MOBILIZE TGO>BEN",
    "Gabon seized a Cameroonian trawler.": "COERCE GAB>CMR",
    "Yemen blockaded Eritrea.": "COERCE YEM>ERI",
    "Oman closed its border with Yemen.": "COERCE OMN>YEM",
    "Chad shelled Niger.": "ASSAULT TCD>NER",
    "Mongolian jets bombed Kazakh positions.": "ASSAULT MNG>KAZ",
    "Uruguay warned Argentina of a port ban.": "THREATEN URY>ARG",
    "Jordan issued an ultimatum to Iraq.": "THREATEN JOR>IRQ",
}
SHAPES = {
    # passive
    "Chile was condemned by Norway on Monday.": ["ACCUSE NOR>CHL"],
    "Two Peruvian diplomats were expelled by Nepal.": ["SANCTION NPL>PER"],
    "Ghana drew criticism from Togo over its fishing ban.": ["ACCUSE TGO>GHA"],
    "Ghana was threatened with a port ban by Togo.": ["THREATEN TGO>GHA"],
    "Ghana came under fire from Togo.": ["ACCUSE TGO>GHA"],
    "Two Ghanaian guards killed by Togolese soldiers": ["ASSAULT TGO>GHA"],
    "Ghana, accused by Togo of arson, kept silent.": ["ACCUSE TGO>GHA"],
    "Two Peruvian nurses were granted asylum by Nepal.": ["AID NPL>PER"],
    "A lorry carrying Ghanaian soldiers was attacked by Togo.": ["ASSAULT TGO>GHA"],
    # coordination
    "Peru and Chile imposed sanctions on Fiji.": ["SANCTION PER,CHL>FJI"],
    "Malta backed Iceland and Ireland.": ["SUPPORT MLT>ISL,IRL"],
    "Cuba recalled its envoy from Mali and signed a trade pact with Togo.": ["SANCTION CUB>MLI", "SUPPORT CUB>TGO"],
    "Latvia praised Malta, while Peru denounced Chile.": ["SUPPORT LVA>MLT", "ACCUSE PER>CHL"],
    "Latvia as well as Malta condemned Fiji.": ["ACCUSE LVA,MLT>FJI"],
    "Peru, massing troops on the Chilean border, closed its ports.": ["MOBILIZE PER>CHL"],
    # relative clauses, places, other countries about
    "Norway, which suspended aid to Mali, thanked Ghana.": ["SANCTION NOR>MLI", "SUPPORT NOR>GHA"],
    "Ghana rebuked Togo, whose police beat two Ghanaian traders.": ["ACCUSE GHA>TGO", "ASSAULT TGO>GHA"],
    "The tents Peru sent to Haiti have arrived.": ["AID PER>HTI"],
    "At a fair in Lima, Nepal denounced Bhutan.": ["ACCUSE NPL>BTN"],
    "Under pressure from Kenya, Oman rebuked Qatar.": ["ACCUSE OMN>QAT"],
    "Togo held live-fire exercises in a strait also claimed by Benin.": ["MOBILIZE TGO>BEN"],
    # reciprocal
    "Finnish and Danish envoys met in Riga.": ["CONSULT FIN=DNK"],
    "Peru's fisheries minister conferred with his Chilean counterpart.": ["CONSULT PER=CHL"],
    "Envoys from Ghana and Togo met to discuss the harbours of Benin.": ["CONSULT GHA=TGO"],
    "Malta, Cyprus and Greece agreed to build a cable together.": ["AGREE MLT=CYP=GRC"],
    "Norway and Sweden staged joint naval drills near Iceland.": ["COOPERATE NOR=SWE"],
    "The talks between Fiji and Tonga took place in Apia.": ["CONSULT FJI=TON"],
    "Mali and Fiji blamed each other for the fire.": ["ACCUSE MLI=FJI"],
    "Fiji and Tonga traded accusations.": ["ACCUSE FJI=TON"],
    "Fiji's president spoke with the leaders of both Tonga and Nauru.": ["CONSULT FJI=TON", "CONSULT FJI=NRU"],
    "Tonga and Fiji fought a war over shells.": ["ASSAULT TON=FJI"],
    # pronouns and clefts
    "Fiji condemned Tonga and later sanctioned it.": ["ACCUSE FJI>TON", "SANCTION FJI>TON"],
    "\"Fiji has arrested our fishermen,\" Tonga's premier said.": ["COERCE FJI>TON"],
    "It was Fiji that bombed Tonga.": ["ASSAULT FJI>TON"],
    "Tonga said Fijian sailors had shot at its boats.": ["ASSAULT FJI>TON"],
    # control and complements
    "Malta would like Libya to pay.": ["REQUEST MLT>LBY"],
    "Stop the raids, Malta tells Libya": ["REQUEST MLT>LBY"],
    "Malta ordered Libyan diplomats to leave.": ["SANCTION MLT>LBY"],
    "Fiji said Tonga had apologised.": ["CONCEDE TON>FJI"],
    "An envoy confirmed Fiji had thanked Tonga for the boats.": ["SUPPORT FJI>TON"],
    "Kenya asked Uganda to speak for it in a quarrel with Rwanda.": ["REQUEST KEN>UGA"],
    "Oman urged Qatar not to sell gas to Yemen.": ["REQUEST OMN>QAT"],
    "Nepal demanded that Bhutan reopen the road.": ["REQUEST NPL>BTN"],
    "Togo threatened to recall its envoy from Benin unless it paid.": ["THREATEN TGO>BEN"],
    "Latvia refused to talk to Belarus before an election in Cuba.": ["REJECT LVA>BLR"],
    "Malta promised to send food to Libya.": ["AGREE MLT>LBY"],
    "Ghana vowed to bomb Togo.": ["THREATEN GHA>TGO"],
    "Chile accused Peru of breaking a treaty with Ecuador.": ["ACCUSE CHL>PER"],
    "Oslo said Riga must pay its share.": ["REQUEST NOR>LVA"],
    "Iceland will not accept refugees from Malta.": ["REJECT ISL>MLT"],
    # nominal
    "Norway's condemnation of Peru surprised the delegates in Lima.": ["ACCUSE NOR>PER"],
    "Peru's invasion by Chile is told in many songs.": ["ASSAULT CHL>PER"],
    "Ghana's threat to bomb Togo was empty.": ["THREATEN GHA>TGO"],
    "The expulsion of four Fijian envoys from Tonga surprised nobody.": ["SANCTION TON>FJI"],
    "Tokyo's export curbs on Hanoi worried traders.": ["SANCTION JPN>VNM"],
    # courts, offices, capitals, local pronouns
    "A Lima court ordered Chilean mills to compensate two farmers.": ["SANCTION PER>CHL"],
    "The Kremlin says it is calling home its envoy to Valletta.": ["SANCTION RUS>MLT"],
    "Madrid broke off fishing talks with Rabat.": ["SANCTION ESP>MAR"],
    "Iranian Foreign Minister Karimi praised Ghana in a speech in Accra.": ["SUPPORT IRN>GHA"],
    # domestic
    "Peruvian police detained twelve demonstrators.": ["COERCE PER>PER"],
    "Guerrillas attacked Colombian soldiers.": ["ASSAULT COL>COL"],
    "The Taliban stormed a police station.": ["ASSAULT AFG>AFG"],
}  # fmt: skip
SILENT = [
    "Ties between Chile and Peru are cool these days.",
    "Kenyan sales to Uganda shrank by a tenth in spring, a survey showed.",
    "Ghana attacked Togo from the first minute of the cup match in Accra.",
    "A Danish student and his Swedish cousin are touring Malta.",
    "It rained in Chile and Peru.",
    "A train from Chile to Peru derailed, killing two.",
    "Chilean wine sales to Peru declined.",
    "In the film, a Chilean colonel bombs Peru.",
    "The Spanish flu killed thousands in Samoa.",
    "Chad Ferguson praised Kenya Willis on the radio.",
    "The Jordan family sued a baker in Utah.",
    "The Cuba Street bakers condemned Peru Holdings.",
    "Chile knocked out Peru in the semifinals.",
    "The Chilean orchestra visited Peru.",
    "",
]


@pytest.mark.parametrize("text", ACTIVE)
def test_active_sentences(text):
    """Subject, verb and the place of the recipient."""
    assert f"{ACTIVE[text]} ACTUAL" in code(text)


@pytest.mark.parametrize("text", SHAPES)
def test_constructions(text):
    """Nothing but the events of the table is coded."""
    assert code(text) == [f"{event} ACTUAL" for event in SHAPES[text]]


@pytest.mark.parametrize("text", SILENT)
def test_silent_where_nothing_happened(text):
    """Trade figures, sport, tourists and states of affairs are not events."""
    assert code(text) == []
