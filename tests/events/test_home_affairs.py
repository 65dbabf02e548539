"""A state on both sides of an act: only where the text is about home affairs."""

import pytest
from support import code

TWO = "Malta met Fiji. Fiji thanked Malta. "
HOME = {
    # an article of one state
    "Malta urged villagers to leave.": "REQUEST MLT>MLT ACTUAL",
    # a state's counterparts at home
    TWO + "Malta rejected a plan of the Maltese opposition.": "REJECT MLT>MLT ACTUAL",
    TWO + "Maltese police arrested protesters.": "COERCE MLT>MLT ACTUAL",
    TWO + "Malta's army attacked Maltese rebels.": "ASSAULT MLT>MLT ACTUAL",
}
FOREIGN = (
    TWO + "Malta commended the Maltese navy.",
    TWO + "Malta urged villagers to leave.",
    TWO + "Malta supported Maltese investors.",
)
GUESSED = (
    # any speaker or referent of a pronoun or noun, towards people who are not named
    "Malta is warm. Elders demanded better pillows.",
    "Malta is warm. The experts advise people to buy a fern.",
    "Malta is warm. It told him to get rid of the pillows.",
    "Malta is warm. It resigned.",
)
TOLD = {
    "President Paz resigned in Lima.": "RETREAT PER>PER ACTUAL",
    "Police in Malta arrested drivers.": "COERCE MLT>MLT ACTUAL",
    "Crowds gathered in Malta to protest.": "PROTEST MLT>MLT ACTUAL",
    "The opposition in Malta urged voters to wait.": "REQUEST MLT>MLT ACTUAL",
}
FIRMS = {
    # what firms sign and ask of each other is trade, wherever they build
    "A Maltese firm signed a deal to build a hotel in Oslo.": [],
    "The Maltese shipping group agreed to merge with a Norwegian distributor.": [],
    "A Maltese bank sued a Norwegian insurer.": [],
    "A Maltese oil company signed a deal with Norway.": ["SUPPORT MLT>NOR ACTUAL"],
    "Malta seized a plant of a Norwegian brewery.": ["COERCE MLT>NOR ACTUAL"],
    # a parliament works at home; that it rises against others is another matter
    "The Maltese parliament urged banks to cut fees.": [],
    "The Maltese parliament urged rebels to disarm.": ["REQUEST MLT>MLT ACTUAL"],
    "The Maltese parliament urged Norway to cut fees.": ["REQUEST MLT>NOR ACTUAL"],
    "Maltese lawmakers denounced judges.": ["ACCUSE MLT>MLT ACTUAL"],
    "Maltese lawmakers accused the police of brutality.": ["ACCUSE MLT>MLT ACTUAL"],
    "Maltese lawmakers resigned in Valletta.": ["RETREAT MLT>MLT ACTUAL"],
    # two private people quarrel
    "A Maltese motorist threatened a fellow driver.": [],
    "A Maltese minister threatened a fellow driver.": ["THREATEN MLT>MLT ACTUAL"],
    "The Maltese broker met Norway's premier.": ["CONSULT MLT=NOR ACTUAL"],
    # a star does not visit for a state
    "The Maltese boxing legend Ray Borg arrived in Oslo on Friday.": [],
    "The Maltese envoy Ray Borg arrived in Oslo on Friday.": ["CONSULT MLT>NOR ACTUAL"],
}
OTHER_SIDE = {TWO + "Malta sought the extradition of a student.": "REQUEST MLT>FJI ACTUAL"}


@pytest.mark.parametrize("text", FIRMS)
def test_firms_and_stars(text):
    """They act for a state only if the other side is one."""
    assert code(text) == FIRMS[text]


@pytest.mark.parametrize("text", HOME)
def test_home_affairs(text):
    """They stay at home."""
    assert code(text)[-1] == HOME[text]


@pytest.mark.parametrize("text", FOREIGN)
def test_no_home_affairs(text):
    """In an article about two states nobody else is guessed to be meant."""
    assert len(code(text)) == len(code(TWO))


@pytest.mark.parametrize("text", OTHER_SIDE)
def test_other_side(text):
    """A request without an addressee is directed at the other of the two states."""
    assert code(text)[-1] == OTHER_SIDE[text]


@pytest.mark.parametrize("text", GUESSED)
def test_a_state_that_is_only_guessed_acts_for_nobody(text):
    """Neither actor nor recipient is named."""
    assert code(text) == []


@pytest.mark.parametrize("text", TOLD)
def test_sides_at_home_that_are_named(text):
    """Presidents, police, crowds and the opposition act at home."""
    assert TOLD[text] in code(text)


@pytest.mark.parametrize(
    "text",
    [
        "Boeing signed a deal with Airbus.",
        "Samsung promised to help Boeing.",
        "Dubai's airline finalized a deal with Boeing.",
    ],
)
def test_an_agreement_of_firms_is_not_a_public_act(text):
    """Trade among firms alone is left out, whatever country they are from."""
    assert code(text) == []


def test_a_government_deals_with_a_firm():
    """One side that is public is enough."""
    assert len(code("Malta's government signed a deal with Boeing.")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Danish police confiscated 20 kilograms of heroin in Aarhus.",
        "A Danish court jailed a Dane for killing his wife.",
        "Thieves stole 2,000 crowns from a jail in Denmark.",
    ],
)
def test_common_crime_is_silent(text):
    """Ordinary crime within a state, and the police's answer to it, is no event."""
    assert code(text) == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Danish police arrested two rebels who stole weapons.", "COERCE DNK>DNK ACTUAL"),
        ("Danish police jailed a Latvian for smuggling heroin.", "COERCE DNK>LVA ACTUAL"),
        ("Danish police jailed a lawyer and his wife.", "COERCE DNK>DNK ACTUAL"),
        ("Danish security forces killed a mother and her two sons in Aarhus.", "ASSAULT DNK>DNK ACTUAL"),
        ("The Danish navy sank a Peruvian trawler after a collision.", "ASSAULT DNK>PER ACTUAL"),
        ("The Danish premier, a former banker, threatened Boeing.", "THREATEN DNK>USA ACTUAL"),
    ],
)
def test_crime_with_another_side_counts(text, event):
    """Crime counts if another state or a political group is part of it."""
    assert event in code(text)


@pytest.mark.parametrize(
    "text",
    [
        "Oslo's flag carrier Puffin Airline finalized a deal to paint two of Boeing's jets.",
        "A Danish airline agreed with Boeing on 30 jets.",
    ],
)
def test_a_deal_of_an_airline_is_silent(text):
    """A firm is known by the noun of its name, also where its title is that of a warship."""
    assert code(text) == []
