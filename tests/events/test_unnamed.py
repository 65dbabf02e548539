"""A conflict with one side in no slot: it is the other state of the sentence, or the actor's own people."""

import pytest
from support import code

CASES = {
    # the only state that the text names: among its own people
    "Ghana's junta suspended all political parties.": ["COERCE GHA>GHA ACTUAL"],
    "President Okoro Mensah of Togo has refused to step down.": ["REJECT TGO>TGO ACTUAL"],
    "Police fired live rounds at a crowd in the Malian town of Gao.": ["ASSAULT MLI>MLI ACTUAL"],
    # the other state, in a phrase that no row asks for
    "Latvia fumed at a plan that Belarusian engineers drew up.": ["ACCUSE LVA>BLR ACTUAL"],
    # who is moved by the act is not its victim
    "Latvia banned foreign trawlers, angering Iceland.": ["ACCUSE ISL>LVA ACTUAL"],
    "Bolivia's army killed a smuggler, prompting praise from Chile.": ["ASSAULT BOL>BOL ACTUAL"],
    # two verbs of one protest
    "Hundreds of Latvians rallied outside the Icelandic embassy and burned a paper trawler to protest a levy.": [
        "PROTEST LVA>ISL ACTUAL"
    ],
    # the reporting side is not a party
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


def test_only_if_nothing_else_is_reported():
    """A sentence with an event of two known sides is not searched for more."""
    assert code("Oman rebuked Qatar and fumed.") == ["ACCUSE OMN>QAT ACTUAL"]


WORDS = {
    # an own act that is only possible is a threat where one says it oneself
    "Fiji said it would close its ports if Tonga raised tolls.": ["THREATEN FJI>TON PLANNED"],
    "Fiji may close its ports to Tonga, brokers said.": ["COERCE FJI>TON HYPOTHETICAL"],
    # who warns is nobody
    "Malta plans to expel Cypriot envoys, a diplomat warned.": ["THREATEN MLT>CYP PLANNED"],
    # the object of the verb before
    "A Ghanaian court convicted two Togolese smugglers and jailed them.": ["COERCE GHA>TGO ACTUAL"],
    # people who do not belong to the words of the trigger
    "Chadian gunmen opened fire on a Nigerien lorry.": ["ASSAULT TCD>NER ACTUAL"],
    # a reason is not an event of its own
    "Peru fined two Chilean firms for shipping fuel to Bolivia.": ["SANCTION PER>CHL ACTUAL"],
    # a word taken apart at its hyphen
    "Samoan nurses staged a sit-in.": ["PROTEST WSM>WSM ACTUAL"],
    # what somebody is called
    "Oman called Qatar a liar.": ["ACCUSE OMN>QAT ACTUAL"],
    # allied persons act for their ally
    "Hackers linked to Cuba defaced Haitian websites.": ["COERCE CUB>HTI ACTUAL"],
}


@pytest.mark.parametrize("text", WORDS)
def test_words(text):
    """The one event of the sentence."""
    assert code(text) == WORDS[text]


PLACES = {
    "Riots broke out in Accra over bread prices.": ["PROTEST GHA>GHA ACTUAL"],
    "Hundreds of people blocked roads in Lima in defiance of Chilean miners.": ["PROTEST PER>CHL ACTUAL"],
    "Gunmen abducted two Danish surveyors in southern Chad.": ["ASSAULT TCD>DNK ACTUAL"],
    "A Cypriot court convicted two Maltese divers of looting Greek wrecks.": ["ACCUSE CYP>MLT ACTUAL"],
}


@pytest.mark.parametrize("text", PLACES)
def test_places_and_reasons(text):
    """The people of a place act; what somebody is tried for is not an event."""
    assert code(text) == PLACES[text]


def test_an_act_above_the_one_that_it_is_about():
    """A heavy object that holds an event of its own does not hide the verb before it."""
    assert code("Fiji dismissed as absurd a report that its navy shelled Samoa.")[0] == "REJECT FJI>WSM ACTUAL"


FORMS = {
    "Hundreds of Chadians held anti-Danish protests in Abidjan.": ["PROTEST TCD>DNK ACTUAL"],
    "Anti-Danish riots broke out in Accra.": ["PROTEST GHA>DNK ACTUAL"],
    "Riots broke out in a suburb of Accra.": ["PROTEST GHA>GHA ACTUAL"],
    "Riots broke out by night in Accra.": ["PROTEST GHA>GHA ACTUAL"],
    "Riots broke out in several suburbs.": [],
    "Ruritanian officials seized a boat off Fiji.": [],
    "Police seized Fijian trawlers.": [],
    "Peruvian tanks massed near the Chilean frontier.": ["MOBILIZE PER>CHL ACTUAL"],
    "Ghana gave Togo until Friday to free the trawler.": ["THREATEN GHA>TGO ACTUAL"],
    "Fiji said it would not hesitate to use force if Tonga raised tolls.": ["THREATEN FJI>TON ACTUAL"],
    "Chadian troops retook the town of Faya from Libyan militias.": ["ASSAULT TCD>LBY ACTUAL"],
    "Kuwaiti rebels rejected the plan at a meeting in Lima.": ["REJECT KWT>KWT ACTUAL"],
}


@pytest.mark.parametrize("text", FORMS)
def test_forms(text):
    """`anti-X` names its target; a verb that has no passive is not one; the city of a meeting is not a side."""
    assert code(text) == FORMS[text]


def test_the_target_of_a_move_of_troops():
    """The other side of a move of troops may be in a clause of its own."""
    assert code("Malta put its navy on alert as Cypriot ships neared.") == ["MOBILIZE MLT>CYP ACTUAL"]


def test_one_event_for_an_unnamed_side():
    """Where a side must be meant, only the first such act of a sentence is coded."""
    assert code("Thousands took to the streets of Lima to demand new elections.") == ["PROTEST PER>PER ACTUAL"]
