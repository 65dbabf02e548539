"""What only looks like an act between states: private persons, strangers, words that are spoken."""

import pytest
from support import code

SILENT = [
    # one private person is not a side
    "Ireland's premier met the boy's uncle.",
    "The girl went to Chile.",
    "Her father criticised the Spanish judges.",
    "Kenya's president sympathised with the widow.",
    # nor is who is to come back: that is the other side's to grant
    "Togo demanded the boy's return.",
    # the people of two states are nobody's own
    "Malta and Cyprus welcomed the villagers.",
    # nor one who insults
    "A man insulted Togolese villagers.",
    # a truce at home, in a text about others too
    "Chad and Niger quarrel. Chad and Niger trade. Togo's premier brokered a cease-fire.",
    # what a state's own minister says it should do
    "Kenya's minister said Kenya should pay.",
    # an effort, in a place
    "Fijian growers fought to keep their fields.",
    "Ghana and Togo quarrel. Ghana expressed sympathy with the victims.",
    # a bomb in a text of two states is nobody's
    "Kenya spoke for Uganda. A bombing killed ten people in Kenya.",
    # a meeting that one stays away from is no act towards its place
    "Oman's minister did not attend the summit in Athens.",
    "Malta will not attend next week's peace conference in Nicosia.",
    # who lends is not helped
    "Togo's assembly approved a loan from Benin.",
    # a game, a story, an accident, a disease
    "Togo crushed Benin 5-1 in Lome.",
    "Togo defended its title against Benin.",
    "The novel, in which Togo shells Benin, is sold out.",
    "In the war game, Togo shelled Benin.",
    "A Togolese cargo ship hit a pier in Benin.",
    "A Togolese ferry sank off Benin.",
    "Togolese nurses fought cholera in Benin.",
    # who speaks to reporters speaks to no state
    "Togo's envoy spoke to reporters from Benin.",
    # nobody is asked for anything
    '"Why hurry?" asked Kofi Owusu, a clerk in Ghana, a country joining the talks on Togolese cargo.',
]


@pytest.mark.parametrize("text", SILENT)
def test_silent(text):
    """Nothing happened between states."""
    assert code(text) == []


ACTS = {
    "Togo's assembly approved a loan to Benin.": ["AID TGO>BEN ACTUAL"],
    "Malta will not attend Cyprus's conference in Nicosia.": ["REJECT MLT>CYP ACTUAL"],
    "Togo suspended the law, a move welcomed by Benin.": ["CONCEDE TGO>TGO ACTUAL"],
    "Togo opened the crossing to let wounded Beninese through.": ["RETREAT TGO>BEN ACTUAL"],
    "Togo's premier lifted the curfew.": ["CONCEDE TGO>TGO ACTUAL"],
    "A man shot Togolese villagers.": ["ASSAULT TGO>TGO ACTUAL"],
    "A Latvian court jailed the smuggler.": ["COERCE LVA>LVA ACTUAL"],
    "Thousands of Malian troops assembled.": ["MOBILIZE MLI> ACTUAL"],
    "Rebels fought against Malian troops.": ["ASSAULT MLI>MLI ACTUAL"],
    "Kenya's president telephoned the Ugandan premier.": ["CONSULT KEN>UGA ACTUAL"],
    "He called Danish fishermen the true pirates.": [],
    "Togo shelled Benin during a game of chess.": ["ASSAULT TGO>BEN ACTUAL"],
    "A Togolese ship shelled a pier in Benin.": ["ASSAULT TGO>BEN ACTUAL"],
    "Togo sank a ferry off Benin.": ["ASSAULT TGO>BEN ACTUAL"],
    # the maker of a thing does not suffer with its owner
    "Togo sank a Danish-built Fijian ferry.": ["ASSAULT TGO>FJI ACTUAL"],
    "Togo sank a Danish-built ferry.": ["ASSAULT TGO>DNK ACTUAL"],
    # who condemns an attack accuses the state that carried it out, if it is known
    "Kenya shelled a Fijian harbour. Togo condemned the attack.": ["ASSAULT KEN>FJI ACTUAL", "ACCUSE TGO>KEN ACTUAL"],
    "Gunmen stormed a Fijian hotel. Togo condemned the attack.": ["ASSAULT FJI>FJI ACTUAL", "ACCUSE TGO> ACTUAL"],
    # who was killed when it happened, not where it happened
    "Two Kenyan guards were killed when Togo shelled a mine.": ["ASSAULT TGO>KEN ACTUAL"],
    "Two Kenyan guards were killed when gunmen stormed a mine near the border with Togo.": ["ASSAULT KEN>KEN ACTUAL"],
    "Two Kenyan guards were killed after Togo shelled Benin.": ["ASSAULT TGO>BEN ACTUAL"],
    # the ministry's own city is where it speaks
    "In Madrid, the Foreign Ministry voiced concern.": [],
    "In Madrid, the Foreign Ministry voiced concern over Togo.": ["ACCUSE ESP>TGO ACTUAL"],
    "Togo brokered a truce between Kenya and Fiji.": ["CONSULT TGO>KEN,FJI ACTUAL"],
    "Togo removed its soldiers from Benin.": ["RETREAT TGO>BEN ACTUAL"],
    "On Friday Togo froze the assets of two Kenyan banks.": ["COERCE TGO>KEN ACTUAL"],
    "Togo is to send instructors to Benin.": ["AGREE TGO>BEN PLANNED"],
    "President Nana Boateng of Ghana spoke on Monday. He urged Ghanaians to vote.": ["REQUEST GHA>GHA ACTUAL"],
}


@pytest.mark.parametrize("text", ACTS)
def test_acts(text):
    """Similar words that do name an act."""
    assert code(text) == ACTS[text]


PRESIDENT = "President Nana Boateng of Ghana spoke on Monday. "


def test_a_stranger_is_not_the_president():
    """`He` after a sentence about somebody unknown is not who was known before."""
    assert code(PRESIDENT + "Mendez lives in a village. He arrived in Togo.") == []


def test_a_known_person_named_since():
    """The president is, if he was named in between."""
    text = PRESIDENT + "Mendez lives in a village. Togo's envoy met Boateng, thanking him."
    assert "SUPPORT TGO>GHA ACTUAL" in code(text)


def test_the_stranger_of_the_same_sentence():
    """The person whom a verb of saying names speaks of himself."""
    assert code(PRESIDENT + "A villager said he would go to Togo.") == []


def test_a_language_is_not_a_state():
    """The language of a station does not show its country."""
    assert "DNK" not in " ".join(code("Kenya accused a Danish-language station."))


def test_who_is_asked_below_a_promise():
    """`pledged to ask the assembly`: to no state."""
    met = "Kenya and Uganda met. "
    assert code(met + "Kenya pledged to ask the assembly to pay for the bridge.") == ["CONSULT KEN=UGA ACTUAL"]
    assert code(met + "Kenya's embassy is ready to be sold.") == ["CONSULT KEN=UGA ACTUAL"]
