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
