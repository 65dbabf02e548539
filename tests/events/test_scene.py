"""Acts of force of which only the place identifies the attackers or the victims."""

from itertools import product

import pytest
from support import code

PLACES = {"Yemen": "YEM", "a suburb of Nairobi": "KEN", "the Malian town of Gao": "MLI", "northern Peru": "PER"}
PEOPLE = {"Danish": "DNK", "Chilean": "CHL", "Omani": "OMN"}
FRAMES = (
    "A bomb killed three {people} engineers in {place}.",
    "Three {people} engineers were killed by a roadside bomb in {place}.",
    "Gunmen abducted three {people} engineers in {place}.",
    "Three {people} engineers were kidnapped in {place} on Friday.",
    "Three {people} engineers were wounded during clashes in {place}.",
    "An attack on a {people} convoy in {place} killed six drivers.",
)
CASES = {
    "A rocket fired from Gaza killed a woman in southern Israel.": ["ASSAULT PSE>ISR ACTUAL"],
    "The Mombasa bombing killed two men.": ["ASSAULT KEN>KEN ACTUAL"],
    "A bombing in Mombasa killed two men.": ["ASSAULT KEN>KEN ACTUAL"],
    "The Danish air strikes killed two Omanis.": ["ASSAULT DNK>OMN ACTUAL"],
    "Gaza rockets killed a woman in southern Israel.": ["ASSAULT PSE>ISR ACTUAL"],
    "The Danish army killed two militants in northern Mali.": ["ASSAULT DNK>MLI ACTUAL"],
    "Danish planes targeted a group of rebels near a camp in Mali.": ["ASSAULT DNK>MLI ACTUAL"],
    "Rebels ambushed a convoy in eastern Mali, killing two Danish drivers.": [
        "ASSAULT MLI>MLI ACTUAL",
        "ASSAULT MLI>DNK ACTUAL",
    ],
    "Two Danish journalists held hostage in Yemen wrote home.": ["COERCE YEM>DNK ACTUAL"],
    "Bombs exploded outside the Danish embassies in Mali and Peru.": ["ASSAULT MLI>DNK ACTUAL"],
    "Missiles fired by the Danish navy struck an arms depot of the Malian army.": ["ASSAULT DNK>MLI ACTUAL"],
    "Chile condemned two bomb attacks in Kenya and Peru.": ["ACCUSE CHL> ACTUAL"],
    "Chile condemned the bomb attacks.": ["ACCUSE CHL> ACTUAL"],
    "Chile condemned Denmark's attack on a port in Mali.": ["ACCUSE CHL>DNK ACTUAL"],
    "Malian government forces entered parts of a rebel-held town.": ["MOBILIZE MLI>MLI ACTUAL"],
    "Danish troops will not be sent to southern Mali.": ["MOBILIZE DNK>MLI NEGATED"],
    "The Danish battalion in Mali will begin its withdrawal.": ["AGREE DNK>MLI PLANNED"],
    "Denmark will keep its troops in Mali.": ["MOBILIZE DNK>MLI PLANNED"],
    "Mali handed over two hostages to Denmark.": ["RETREAT MLI>DNK ACTUAL"],
}
SILENT = (
    "A bombing killed ten people in Kenya, an official in Oman said.",
    "Three Danish engineers were killed in Yemen when their bus left the road.",
    "A coal mine blast killed 16 miners in Peru.",
    "A heart attack killed three Danish engineers in Peru.",
    "A gold mine killed three Danish engineers in Peru.",
    "Denmark condemned the heart attack.",
)


@pytest.mark.parametrize("frame", FRAMES)
def test_the_people_of_the_place_attack(frame):
    """Unnamed attackers are of the place, whatever the place and whoever the victims."""
    wrong = []
    for people, place in product(PEOPLE, PLACES):
        text = frame.format(people=people, place=place)
        kinds = ("ASSAULT", "COERCE")
        if code(text) not in [[f"{kind} {PLACES[place]}>{PEOPLE[people]} ACTUAL"] for kind in kinds]:
            wrong.append((text, code(text)))
    assert wrong == []


@pytest.mark.parametrize("text", CASES)
def test_cases(text):
    """The state of the place is the attacker or the victim that the text does not name."""
    assert code(text) == CASES[text]


@pytest.mark.parametrize("text", SILENT)
def test_silent(text):
    """Accidents, and attacks of which nothing but the place is known, are not coded."""
    assert code(text) == []


@pytest.mark.parametrize("day", ["on Sunday", "in May", "on Friday morning"])
def test_a_date_is_no_target(day):
    """A date does not stand where a row asks for a target: a missile fired on Sunday is a test."""
    assert code(f"Chile launched a missile {day}.") == ["MOBILIZE CHL> ACTUAL"]
    assert code(f"Chile fired thousands of workers {day}.") == []
