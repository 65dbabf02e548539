"""Statements and whom they are for: accords, offers, complaints, crews, put-off meetings, the press."""

import pytest
from support import code

import diplonews as dn

CASES = {  # text -> all its events
    "Fiji and Oman signed an accord. Peru welcomed the deal.": ["SUPPORT FJI=OMN ACTUAL", "SUPPORT PER>FJI,OMN ACTUAL"],
    "Fiji and Oman signed an accord. Investors in Peru welcomed the deal.": ["SUPPORT FJI=OMN ACTUAL"],
    "Fiji imposed a levy on Peru. Peru filed a complaint with the WTO.": [
        "SANCTION FJI>PER ACTUAL",
        "ACCUSE PER>FJI ACTUAL",
    ],
    "Peru filed a complaint with Fiji.": ["ACCUSE PER>FJI ACTUAL"],
    "Fiji called on Peru to return a trawler. Peru freed the crew.": [
        "REQUEST FJI>PER ACTUAL",
        "RETREAT PER>FJI ACTUAL",
    ],
    "Peru freed the prisoners.": ["RETREAT PER>PER ACTUAL"],
    "Peru had offered to join the talks, but Fiji turned down the offer.": [
        "AGREE PER>FJI ACTUAL",
        "REJECT FJI>PER ACTUAL",
    ],
    "Fiji denied reports in Peruvian media that it had broken the accord.": [],
    "Opposition leader Ana Rey of Peru accused the government of giving in to Fiji.": ["ACCUSE PER>PER ACTUAL"],
    "Foreign Minister Ana Rey of Peru accused the government of giving in to Fiji.": ["ACCUSE PER>FJI ACTUAL"],
    "The Fijian foreign minister was to have met his Peruvian counterpart.": ["CONSULT FJI=PER NEGATED"],
    "Talks between Fiji and Peru were put off until June 2031.": ["REJECT FJI=PER ACTUAL", "AGREE FJI=PER PLANNED"],
    "Talks between Fiji and Peru were put off.": ["REJECT FJI=PER ACTUAL"],
    "Fiji said Oman was not invited to the talks of Peru and Chile.": [
        "AGREE PER,CHL>OMN NEGATED",
        "CONSULT PER=CHL ACTUAL",
    ],
    "The levy of Fiji will apply to all Peruvian ships.": [],
    "Oman hopes Fiji and Peru will settle their dispute.": [],
    "Peruvian police arrested two people.": ["COERCE PER>PER ACTUAL"],
}


@pytest.mark.parametrize("text", CASES)
def test_statements(text):
    """The events of a text are these, and no others."""
    assert sorted(code(text)) == sorted(CASES[text])


def test_who_says_it_in_a_headline():
    """The clause after a semicolon is an act of its own and not reported speech."""
    seizure, recall = dn.extract_events("Peru seizes Fijian trawler; Fiji recalls envoy to Peru")
    assert (seizure.speaker, recall.type) == (None, "SANCTION")


def test_both_are_not_the_speaker():
    """Who says that both agreed is neither."""
    text = (
        "The ministers of Fiji and Peru will meet in Oslo, Norway said. Norway, which shares the stock with Fiji, "
        'offered to host them. "Both have agreed to come," Norwegian State Secretary Eirik Moe said.'
    )
    assert "AGREE FJI=PER ACTUAL" in code(text)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ('"They may fish," President Ana Rey said at a cabinet meeting in Lima.', "PER"),
        ('"They may fish," President Ana Rey said after talks in Lima.', "ISL"),
    ],
)
def test_who_speaks_before_his_own(text, country):
    """A cabinet is that of the capital where it meets, wherever the article was filed; talks may be anywhere."""
    article = dn.parse_article(f"Fish\n\nREYKJAVIK, Feb 10, 2031 (AFP) - Peru fishes off Iceland.\n\n{text}\n")
    assert [quote.speaker.country for quote in dn.extract_quotes(article)] == [country]


CONDEMNED = {
    "Fiji condemned the bombing in Peru.": ["ACCUSE FJI>PER ACTUAL"],
    "Fiji condemned the bombings in Peru and Chile.": ["ACCUSE FJI> ACTUAL"],
    "Fiji condemned the bombing.": ["ACCUSE FJI> ACTUAL"],
    "Fiji condemned the plan.": [],
}


@pytest.mark.parametrize("text", CONDEMNED)
def test_condemned_attacks(text):
    """The state where an attack took place is its address, unless it took place in several."""
    assert [short for short in code(text) if short.startswith("ACCUSE")] == CONDEMNED[text]


SAID = {
    "Chile said Peru was undermining peace.": ["ACCUSE CHL>PER ACTUAL"],
    "Chile said Peru could not be allowed to undermine peace.": ["ACCUSE CHL>PER ACTUAL"],
    "Chile said Peru was not undermining peace.": ["COERCE PER>CHL NEGATED"],
    "Chile said it was undermining Peru.": ["COERCE CHL>PER ACTUAL"],
    "Chile called the Peruvian plan a dangerous step.": ["ACCUSE CHL>PER ACTUAL"],
    "Chile called the Peruvian plan a positive step.": ["SUPPORT CHL>PER ACTUAL"],
    "Chile called the Peruvian plan a step.": [],
    "Chile cannot accept the Peruvian plan.": ["REJECT CHL>PER ACTUAL"],
    "Chile said there was no reason to meet Peru.": ["CONSULT CHL=PER NEGATED"],
}


@pytest.mark.parametrize("text", SAID)
def test_what_is_said_of_another(text):
    """What a state says of another is an act towards it; what it says of itself is none."""
    assert code(text) == SAID[text]


TOPIC = {
    "Fiji closed a port. Fiji also raised a levy. Criticism from Peru grew.": ["ACCUSE PER>FJI ACTUAL"],
    "Fiji closed a port. Fiji also raised a levy. A Peruvian appeal for talks followed.": ["REQUEST PER>FJI ACTUAL"],
    "Fiji closed a port. Oman raised a levy. Criticism from Peru grew.": [],
    "Fiji closed a port. Fiji also raised a levy. Peruvian criticism of the Peruvian press grew.": [],
}


@pytest.mark.parametrize("text", TOPIC)
def test_topic_is_the_addressee(text):
    """A statement that names no addressee is for the one state that the article is about, if there is one."""
    assert code(text) == TOPIC[text]


def test_no_statement_against_oneself_beside_another_state():
    """A state that is concerned beside another state is not concerned about itself."""
    assert code("A Fijian envoy to Peru voiced dismay at the death of a Fijian sailor.") == ["ACCUSE FJI>PER ACTUAL"]
    assert code("Fijian unions criticised the government of Fiji.") == ["ACCUSE FJI>FJI ACTUAL"]
