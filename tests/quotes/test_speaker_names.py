"""How much of a source's words is the speaker's name."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from diplonews import extract_quotes


def speaker(source: str) -> tuple[str | None, str | None]:
    """Name and country of the speaker of one short report."""
    quote = next(quote for quote in extract_quotes(f"{source} said the ferry had sunk.") if quote.source is not None)
    return (None, None) if quote.speaker is None else (quote.speaker.name, quote.speaker.country)


HEADS = ("Ministry", "Committee", "Council", "Commission", "Directorate")
AREAS = ("for Harbour Safety", "on Foreign Relations", "for the Defence of Harbours", "of Fisheries and Trade")


@given(head=st.sampled_from(HEADS), area=st.sampled_from(AREAS), first=st.sampled_from(("", "National ", "Baltic ")))
def test_a_body_keeps_its_area(head, area, first):
    """The name of a body goes on to what it deals with, whatever small words lead there."""
    assert speaker(f"The {first}{head} {area}")[0] == f"{first}{head} {area}"


@pytest.mark.parametrize(
    ("source", "name", "country"),
    [
        ("The Organization of the Fishing Countries", "Organization of the Fishing Countries", None),
        ("The Danish embassy to the United States", "Danish embassy to the United States", "DNK"),
        ("Iran's mission to the United Nations", "Iranian mission to the United Nations", "IRN"),
        ("The Southern Command of the US Army", "Southern Command of the US Army", "USA"),
        ("The Nordic Council on Monday", "Nordic Council", "IGO"),
        ("Danish Minister of State for Foreign Affairs Anna Vik", "Anna Vik", "DNK"),
        ("Danish Ministry of Foreign Affairs and Trade Minister Anna Vik", "Anna Vik", "DNK"),
        ("The Centre for Harbour Studies in Oslo", "Centre for Harbour Studies", None),
        ("The UN High Commissioner for Refugees", "UN High Commissioner for Refugees", "UNO"),
    ],
)
def test_bodies(source, name, country):
    """Bodies with long names, and titles that only look like them."""
    assert speaker(source) == (name, country)


@pytest.mark.parametrize(
    ("source", "name", "country"),
    [
        ("The Islamist Hamas movement", "Hamas", "PSE"),
        ("The Greenpeace environmental group", "Greenpeace", "NGO"),
        ("The Coastal Workers movement", "Coastal Workers movement", None),
        ("The official CTK news agency", "CTK", "CZE"),
        ("The Aftenposten newspaper", "Aftenposten", "NOR"),
        ("The People's Daily newspaper", "People's Daily", "CHN"),
        ("The Harbour Workers' Weekly magazine", "Harbour Workers' Weekly", None),
        ("Denmark's Sailors' Digest magazine", "Sailors' Digest", "DNK"),
        ("Hezbollah's Al-Manar television", "Al-Manar", "LBN"),
        ("Qatar-based Al-Jazeera television", "Al-Jazeera", "QAT"),
        ("The Rio Tinto mining giant", "Rio Tinto", None),
    ],
)
def test_a_name_before_a_common_noun(source, name, country):
    """A movement, paper or firm is called by its name, without the noun that explains it."""
    assert speaker(source) == (name, country)


@pytest.mark.parametrize(
    "source",
    [
        "Danish settlers, who form a part of Holm's party,",
        "A reporter for state television in the port of Riga",
        "A Novo Nordisk clerk",
        "A clerk at Novo Nordisk",
        "Jens Holm's neighbour",
        "Fishermen led by Jens Holm",
        "Proponents, including the Baltic Council,",
    ],
)
def test_a_name_inside_a_source_is_not_its_speaker(source):
    """Whoever a source only mentions has said nothing."""
    assert speaker(source)[0] is None


@pytest.mark.parametrize("source", ["A carpenter named Jens Holm", "A carpenter, Jens Holm,", "Carpenter Jens Holm"])
def test_a_name_that_explains_a_source(source):
    """A description may be followed by the name of the same person."""
    assert speaker(source)[0] == "Jens Holm"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Portuguese envoy Anibal Cavalo Vik left. Cavallo Vik said it was over.", "Anibal Cavalo Vik"),
        ("Mohammad Holm left Riga. Mohammed Holm said it was over.", "Mohammad Holm"),
        ("Phillip Vik left Riga. Philip Vik said it was over.", "Phillip Vik"),
        ("Anna Vik left Riga. Nina Vik said it was over.", "Nina Vik"),
        ("Marta Vik left Riga. Maria Vik said it was over.", "Maria Vik"),
        ("Henri Vik left Riga. Henry Vik said it was over.", "Henry Vik"),
        ("Simon Vik left Riga. Simone Vik said it was over.", "Simone Vik"),
        ("Jaap de Hoop Vik left Riga. De Hoop Vik said it was over.", "Jaap de Hoop Vik"),
        ("Ursula von der Vik left Riga. Von der Vik said it was over.", "Ursula von der Vik"),
        ("Jens Holm spoke. Latvian envoy Jean Vik was hopeful. He said it was over.", "Jean Vik"),
        ("Nhek Bopha, who led the search for Jens Holm, was hopeful. He said it was over.", "Nhek Bopha"),
        ("Tom Holm left. He was followed by Jens Vik, who called for calm. He said it was over.", "Jens Vik"),
    ],
)
def test_the_same_person(text, name):
    """Spellings and particles vary, and a pronoun refers to whom the text was about last."""
    assert extract_quotes(text)[-1].speaker.name == name


@pytest.mark.parametrize(
    ("lead", "next_", "name"),
    [
        ("A human rights group", "Sticks were used, Human Rights Watch said.", "Human Rights Watch"),
        (
            "A leading think tank",
            "A study by the International Crisis Group is grim.",
            "International Crisis Group",
        ),
        ("A respected think-tank", "The International Crisis Group urged calm.", "International Crisis Group"),
        ("The rights group", "Sticks were used, Amnesty International said.", "rights group"),
        ("A fishing group", "Sticks were used, Human Rights Watch said.", None),
    ],
)
def test_a_charity_is_named_after_the_lead(lead, next_, name):
    """A charity or institute that the lead only describes is the one named next."""
    quote = extract_quotes(f"{lead} said on Friday that boats were old.\n\n{next_}")[0]
    assert quote.speaker.name == name


QUOTED = '"We will pay,"'


@pytest.mark.parametrize(
    ("tail", "via"),
    [
        ("the Danish agency Ritzau reported", "the Danish agency Ritzau"),
        ("according to a statement", "a statement"),
        ("a resident said", "a resident"),
    ],
)
def test_a_quotation_that_is_passed_on(tail, via):
    """The words are the speaker's; who passes them on is the relay."""
    text = f"{QUOTED} Danish envoy Jens Holm told the mayor, {tail}."
    (quote,) = extract_quotes(text)
    assert (quote.speaker.name, quote.text, quote.via.of(text)) == ("Jens Holm", QUOTED, via)


@pytest.mark.parametrize(
    ("between", "continues"), [("", True), (" The ministers left.", False), (" The mayor is hopeful.", False)]
)
def test_a_paragraph_of_quotation_continues_the_statement_before_it(between, continues):
    """A paragraph that is only a quotation goes on with the statement that ends the paragraph before it."""
    text = f'Jens Holm said it was the last try.{between}\n\n"We stand tall. We will not kneel."\n\nThe talks ended.'
    (quote,) = extract_quotes(text)
    assert ("We stand tall" in quote.text) is continues


@pytest.mark.parametrize(
    ("first", "later", "name"),
    [
        ("Portuguese President Anna Vik met traders.", "The head of state", "Anna Vik"),
        ("EU foreign policy chief Jens Vik left.", "The EU's top diplomat", "Jens Vik"),
        ("Saudi King Jens Vik left.", "The monarch", "Jens Vik"),
        ("UN envoy Jens Vik left.", "The mediator", "Jens Vik"),
        ("Danish army chief Jens Vik left.", "The general", "Jens Vik"),
        ("Danish Deputy Foreign Minister Jens Vik left.", "The deputy minister", "Jens Vik"),
        ("Danish Foreign Minister Jens Vik left.", "The Danish minister", "Jens Vik"),
        ("Danish Foreign Minister Jens Vik left.", "The trade minister", None),
        ("Premier Jens Vik met President Anna Holm.", "The leader", None),
        ("Poland's biggest party, the Coastal Unionists, left.", "They", "Coastal Unionists"),
        ("The United Nations left.", "They", None),
        ("The Houthis said it was late.", "They", "Houthis"),
        ("Hamas said it was late.", "They", None),
    ],
)
def test_what_a_holder_of_an_office_is_called(first, later, name):
    """A wider term stands for the only person it fits."""
    speaker = extract_quotes(f"{first} {later} said it was over.")[-1].speaker
    assert (speaker.name if speaker is not None else None) == name
