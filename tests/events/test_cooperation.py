"""Acts of cooperation and of yielding: who is actor and recipient, at home and abroad."""

import pytest
from support import code

HOSTS = {
    "Malta's premier met his Cypriot colleague in Valletta.": "CONSULT MLT=CYP",
    "Malta's premier met his Cypriot colleague in Nicosia.": "CONSULT MLT>CYP",
    "The Cypriot premier held talks with Malta's leader at the Kremlin.": "CONSULT CYP=MLT",
    "Togo's president received the Beninese ambassador.": "CONSULT TGO=BEN",
    "Togo's president telephoned Benin's leader.": "CONSULT TGO>BEN",
    "Togo took part in negotiations with Benin.": "CONSULT TGO=BEN",
    "Fijian diplomats shuttled between Tonga and Samoa.": "CONSULT FJI>TON,WSM",
    "Oman's foreign minister was in Doha for talks.": "CONSULT OMN>QAT",
    "Laos has agreed to Vietnamese mediation.": "AGREE LAO>VNM",
    "Laos and Vietnam agreed to a new timetable, according to Thai officials.": "AGREE LAO=VNM",
}
TOPIC_OF_DEAL = {
    # what a joint act is about is no party to it
    "Laos and Vietnam signed a deal on Thailand's entry into the union.": "SUPPORT LAO=VNM",
    "Laos and Vietnam signed a deal on entry with Thailand.": "SUPPORT LAO,VNM>THA",
}
TOPICS = {
    "Laos agreed to discuss the problem of Vietnam.": [],
    "Laos is willing to discuss the issue of Vietnam with Thailand.": ["AGREE LAO>THA ACTUAL"],
    "Laos agreed to discuss the problem with Vietnam.": ["AGREE LAO>VNM ACTUAL"],
}
HOME = {
    "Honduran opposition leaders agreed to end a strike.": "AGREE HND>HND",
    "Bhutan's king accepted demands by students.": "CONCEDE BTN>BTN",
    "Gabon's rebels issued a declaration demanding that Gabon's army leave.": "REQUEST GAB>GAB",
    "Zambia's government lifted the curfew.": "CONCEDE ZMB>ZMB",
    "Nigerian dockers called off a strike.": "CONCEDE NGA>NGA",
    "The Ugandan rebels agreed to a truce.": "AGREE UGA>UGA",
    "Ghana promised to hold elections in December.": "AGREE GHA>GHA",
    "Mali's premier stepped down.": "RETREAT MLI>MLI",
}
YIELDED = {
    "Oman has done away with visa rules for divers from Qatar.": "CONCEDE OMN>QAT",
    "Two Qatari divers were freed in Oman.": "RETREAT OMN>QAT",
    "Two Qatari divers were freed by Yemen in Oman.": "RETREAT YEM>QAT",
    "Houthi fighters withdrew from the Yemeni port.": "RETREAT YEM>YEM",
    "Oman's foreign minister defended Oman's record.": "SUPPORT OMN>OMN",
}
TALKS_AT_HOME = {
    "The Togolese government held talks with opposition leaders.": "CONSULT TGO>TGO",
    "The Colombian government and FARC rebels held talks in Havana.": "CONSULT COL>COL",
    "The Sudanese army and rebel leaders agreed to a calendar.": "AGREE SDN>SDN",
    "Togo's president met his finance minister.": "",
}
JOINT = {
    "U.S. and Kenyan rangers carried out a joint raid.": "COOPERATE USA=KEN",
    "The Kenyan and Ugandan navies jointly patrolled the lake.": "COOPERATE KEN=UGA",
    "Envoys of Kenya and Uganda pledged to keep in touch.": "AGREE KEN=UGA",
    "Kenya wrote off two million dollars in loans owed by Uganda.": "AID KEN>UGA",
    "Chile and Peru held a naval exercise.": "COOPERATE CHL=PER",
    "Chile held a naval exercise.": "MOBILIZE CHL>",
    "Chilean marines have trained alongside Peruvian commandos.": "COOPERATE CHL=PER",
    "Kenya and Uganda opened a railway.": "COOPERATE KEN=UGA",
    "Kenya sold Uganda twelve locomotives.": "COOPERATE KEN>UGA",
    "Kenya passed intelligence about the raid to Uganda.": "COOPERATE KEN>UGA",
}
TAKERS = {
    "Samoa received a loan of ten million dollars from Norway.": "AID NOR>WSM",
    "Samoa won praise from Norway.": "SUPPORT NOR>WSM",
    "Samoa received assurances from Norway.": "AGREE NOR>WSM",
    "Samoa received a request from Norway.": "REQUEST NOR>WSM",
    "Samoa received a visit from the Norwegian king.": "CONSULT NOR>WSM",
    "Samoa secured the release of two sailors from Norway.": "RETREAT NOR>WSM",
}
ARRIVALS = {
    "Malta's premier arrived in Libya.": "CONSULT MLT>LBY",
    "Maltese troops arrived in Libya.": "",
    "Maltese relief supplies arrived in Libya.": "AID MLT>LBY",
    "Malta's premier was invited to Libya.": "AGREE LBY>MLT",
    "Malta's premier attended the funeral of Libya's king.": "CONSULT MLT>LBY",
}
OBLIGED = {
    "Libya needs to do more, Malta's premier said.": "REQUEST MLT>LBY",
    "Malta's premier said Libya has to pay.": "REQUEST MLT>LBY",
    "Malta needs Libya to dredge the port.": "REQUEST MLT>LBY",
    "Malta laid down three conditions for Libya.": "REQUEST MLT>LBY",
}
TRUCES = {
    "A truce between Malta and Libya took effect on Monday.": "RETREAT MLT=LBY",
    "Malta announced a halt to raids on Libya.": "RETREAT MLT>LBY",
    "Malta's government accepted the opposition's demand for a recount.": "CONCEDE MLT>MLT",
    "Curbs on Libyan traders were lifted by Malta.": "CONCEDE MLT>LBY",
}
IDIOMS = {
    "Chilean Foreign Minister Merkel praised Peru.": "SUPPORT CHL>PER",
    "German Chancellor Merkel praised Peru.": "SUPPORT DEU>PER",
    "Chile has taken 200 orphans from camps in Peru.": "AID CHL>PER",
    "Chile's parliament approved Peru's membership of the bloc.": "SUPPORT CHL>PER",
    "Chilean dockers returned to work on Monday.": "CONCEDE CHL>CHL",
    "Chilean frigates joined vessels of the Peruvian navy for manoeuvres.": "COOPERATE CHL>PER",
    "Chile and Peru are jointly buying two satellites.": "COOPERATE CHL=PER",
    "Chile furnished Peru with evidence.": "COOPERATE CHL>PER",
    "Chilean police arrived in Lima to help search the rubble.": "AID CHL>PER",
    "Chile called for Peru to open the pass.": "REQUEST CHL>PER",
    "Chile described Peru as a trusted partner.": "SUPPORT CHL>PER",
    "Chile intends to increase its imports from Peru.": "AGREE CHL>PER",
    "Chile handed two suspects to Peru.": "COOPERATE CHL>PER",
    "Chilean and Peruvian negotiators swapped proposals.": "CONSULT CHL=PER",
    "Chile pledged not to bomb Peru.": "AGREE CHL>PER",
    "Chile is in talks with Peru.": "CONSULT CHL=PER",
    "Chile's president called Peru's leader to congratulate him.": "SUPPORT CHL>PER",
    "Chile's king left for Peru on Monday.": "CONSULT CHL>PER",
    "Chile sent an envoy to Peru.": "CONSULT CHL>PER",
    "Chilean troops left Peru.": "RETREAT CHL>PER",
    "Chile ceded the island to Peru.": "RETREAT CHL>PER",
    "Chile gave Peru evidence against the smugglers.": "COOPERATE CHL>PER",
    "Chilean divers helped investigate a wreck off Peru.": "COOPERATE CHL>PER",
    "Chilean troops arrived in Peru to join a peacekeeping mission.": "COOPERATE CHL>PER",
    "Chile launched a campaign to raise two million dollars for Peru.": "AID CHL>PER",
    "Chile removed Peru from its list of terrorist states.": "CONCEDE CHL>PER",
    "The European Investment Bank lent Chile two million euros.": "AID EUR>CHL",
    "Chile's president dropped out of the race.": "RETREAT CHL>CHL",
    "Chile is open to mediation by Peru.": "AGREE CHL>PER",
    "Chile gave the green light to a request from Peru.": "AGREE CHL>PER",
    "Chile is ready to map the seabed with Peru.": "AGREE CHL>PER",
    "Chile's premier is in Lima.": "CONSULT CHL>PER",
    "Chile's premier came out in support of Peru.": "SUPPORT CHL>PER",
    "Chile took Peru off its blacklist.": "CONCEDE CHL>PER",
    "Chile scrapped visa rules for students from Peru.": "CONCEDE CHL>PER",
    "Chile hosts 4,000 refugees from Peru.": "AID CHL>PER",
    "Chile has imported onions from Peru.": "COOPERATE CHL>PER",
    "Chile and Peru swapped prisoners.": "COOPERATE CHL=PER",
    "A Chilean broker met Peru's premier.": "CONSULT CHL=PER",
    "Chile demanded the withdrawal of Peruvian troops from Bolivia.": "REQUEST CHL>PER",
    "Chile's finance minister tendered his resignation.": "RETREAT CHL>CHL",
}
HELP = {
    "Malta set aside five million euros for victims of the storm in Haiti.": "AID MLT>HTI",
    "The United Nations sent tents to refugees from Mali.": "AID UNO>MLI",
    "Malta has contributed US$3 million to Haiti.": "AID MLT>HTI",
    "Malta announced the deployment of 90 soldiers to Haiti on a peacekeeping mission.": "AID MLT>HTI",
    "Malta eased some of its tightest curbs on imports from Haiti.": "CONCEDE MLT>HTI",
    "Ties between Malta and Haiti were restored.": "SUPPORT MLT=HTI",
    "Nepal sent 300 soldiers to Haiti to distribute food.": "AID NPL>HTI",
    "Nepal sent 300 soldiers to the border with India.": "MOBILIZE NPL>IND",
    "Nepal offered India a loan.": "AGREE NPL>IND",
    "Refugees from Mali were given shelter by Ghana.": "AID GHA>MLI",
    "Danish divers pulled six sailors from the water off Iceland.": "AID DNK>ISL",
    "An appeal by Yemen for fuel was sent to Oman.": "REQUEST YEM>OMN",
    "Yemen insisted that Oman reopen the road.": "REQUEST YEM>OMN",
}


@pytest.mark.parametrize("text", TOPICS)
def test_topics(text):
    """What is to be talked about is not whom it is talked about with."""
    assert code(text) == TOPICS[text]


@pytest.mark.parametrize("text", TOPIC_OF_DEAL)
def test_topic_of_a_deal(text):
    """Only those addressed are a third party."""
    assert code(text) == [f"{TOPIC_OF_DEAL[text]} ACTUAL"]


@pytest.mark.parametrize(
    "text", [*HOSTS, *HOME, *YIELDED, *TALKS_AT_HOME, *JOINT, *TAKERS, *ARRIVALS, *OBLIGED, *TRUCES, *IDIOMS, *HELP]
)
def test_cooperation(text):
    """The one event of the sentence, or none."""
    wanted = (HOSTS | HOME | YIELDED | TALKS_AT_HOME | JOINT | TAKERS | ARRIVALS | OBLIGED | TRUCES | IDIOMS | HELP)[
        text
    ]
    assert [short.rpartition(" ")[0] for short in code(text)] == ([wanted] if wanted else [])
