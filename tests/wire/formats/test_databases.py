"""Text exports of Nexis, Factiva and ProQuest."""

from datetime import date, datetime

import pytest
from hypothesis import given, strategies as st

from diplonews import parse_article, parse_articles
from diplonews.errors import ParseError
from diplonews.model import RegionKind
from diplonews.wire.base import Copy
from diplonews.wire.formats.databases import Factiva, Nexis, ProQuest

STORY = "Two envoys signed on Tuesday.\n\nNote: the pact runs for five years."
OLD_NEXIS = f"""
                               1 of 2 DOCUMENTS

                              The Harbour Times

                            March 12, 2024 Tuesday
                              Late Edition - Final

Envoys sign pact;
Five years agreed

BYLINE: By ADA ROWE; KARL DAHL

SECTION: Section A; Foreign Desk; Pg. 4

LENGTH: 212 words

DATELINE: OSLO, March 11

{STORY}

URL: https://h.example/1

LOAD-DATE: March 14, 2024

LANGUAGE: ENGLISH

GRAPHIC: PHOTO: The envoys

                   Copyright 2024 The Harbour Company
                             All Rights Reserved

                               2 of 2 DOCUMENTS

                       Agence France Presse -- English

                      March 12, 2024 Tuesday 9:30 AM GMT

Ferry sails again

LENGTH: 99 words

The ferry sailed.

LOAD-DATE: March 12, 2024
"""
NEXIS = f"""Envoys sign pact

Harbour Times (Oslo)
March 12, 2024 Tuesday

Copyright 2024 Harbour Times All Rights Reserved

Section: HARBOUR; Pg. 9
Length: 187 words
Byline: Ada Rowe
Highlight: Five years agreed.

Body

{STORY}

Classification

Language: ENGLISH

Load-Date: March 14, 2024

End of Document
"""
FACTIVA = f"""Envoys sign pact
By Ada Rowe
212 words
12 March 2024
09:30 GMT
Harbour Times
HTIM
English
(c) 2024 Harbour Times

{STORY}

Document HTIM000020240312ek3c00001
"""
CODED = """
HD   Envoys sign
pact
BY   By Ada Rowe
WC   212 words
PD   12 March 2024
SN   Harbour Times
LA   English
CY   (c) 2024 Harbour Times

LP
Two envoys signed on Tuesday.

TD
Note: the pact runs for five years.

RE
nor : Norway
AN
Document HTIM000020240312ek3c00001
"""
PROQUEST = f"""____________________________________________________________

Document 1 of 1

Envoys sign pact

Author: Rowe, Ada; Dahl, Karl

Publication info: Harbour Times ; Oslo [Oslo]. 12 Mar 2024: A4.

Abstract: Five years agreed.

Full text: {STORY}

Title: Envoys sign pact

Publication title: Harbour Times; Oslo

Publication date: Mar 12, 2024

Language of publication: English

ProQuest document ID: 123456

Document URL: https://p.example/1

____________________________________________________________
"""
ROWE, BOTH = ("Ada Rowe",), ("Ada Rowe", "Karl Dahl")


@pytest.mark.parametrize(
    ("raw", "format", "names"),
    [
        (NEXIS, "nexis", ROWE),
        (FACTIVA, "factiva", ROWE),
        (CODED, "factiva", ROWE),
        (PROQUEST, "proquest", BOTH),
        (FACTIVA.replace("\n", "\r\n"), "factiva", ROWE),
        (NEXIS.replace("\n", "\r\n"), "nexis", ROWE),
    ],
)
def test_one_document(raw, format, names):
    """Headline, day, persons, paper and body, and nothing else in the body."""
    article = parse_article(raw)
    assert (article.format, article.headline) == (format, "Envoys sign pact")
    day = article.published.local
    assert (day.date() if isinstance(day, datetime) else day) == date(2024, 3, 12)
    assert tuple(name for byline in article.bylines for name in byline.names) == names
    assert (article.outlet, article.language) == ("Harbour Times", "en")
    assert article.body.replace("\r", "") == STORY
    assert article.text == raw[: len(article.text)] or article.text in raw
    assert "".join(region.span.of(article.text) for region in article.regions) == article.text


def test_older_nexis():
    """The headline is below paper and day; each document is an article."""
    first, second = parse_articles(OLD_NEXIS)
    assert first.headline == "Envoys sign pact; Five years agreed"
    assert (first.outlet, first.url, first.captions) == (
        "The Harbour Times",
        "https://h.example/1",
        ("PHOTO: The envoys",),
    )
    assert [byline.names for byline in first.bylines] == [("ADA ROWE",), ("KARL DAHL",)]
    assert (first.dateline.places[0].name, first.dateline.date) == ("OSLO", date(2024, 3, 11))
    assert first.body == STORY
    assert (second.headline, second.provider, second.outlet) == ("Ferry sails again", "AFP", None)
    assert second.published.instant.isoformat() == "2024-03-12T09:30:00+00:00"


def test_time_of_day():
    """Factiva prints the time below the day."""
    assert parse_article(FACTIVA).published.instant.isoformat() == "2024-03-12T09:30:00+00:00"


def test_several():
    """One export holds many documents."""
    assert [len(parse_articles(raw * 3)) for raw in (NEXIS, FACTIVA, CODED)] == [3, 3, 3]


@pytest.mark.parametrize(
    "text", ["Length: 212 words", "Document A", "ProQuest is a company.\n\nFull text of the pact", ""]
)
def test_other_copy(text):
    """A word of a database alone does not make copy its own."""
    assert [parser().score(Copy(text)) for parser in (Nexis, Factiva, ProQuest)] == [0, 0, 0]


def test_factiva_without_a_line_for_the_copyright():
    """The day is in one region, though nothing says where the head ends."""
    (article,) = parse_articles(FACTIVA[: FACTIVA.index("\n09:30")] + FACTIVA[FACTIVA.index("(c) 2024") :])
    assert "".join(region.span.of(article.text) for region in article.regions) == article.text
    assert [region.span.of(article.text)[:13] for region in article.regions if region.kind is RegionKind.TIMESTAMP] == [
        "12 March 2024"
    ]


@given(st.sampled_from((OLD_NEXIS, NEXIS, FACTIVA, CODED, PROQUEST)), st.data())
def test_cut_anywhere(raw, data):
    """A document that is cut is read as far as it goes, or refused."""
    at = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(at, len(raw)))
    try:
        articles = parse_articles(raw[:at] + raw[end:])
    except ParseError as error:
        assert error.message  # noqa: PT017 -- either is right
    else:
        for article in articles:
            assert "".join(region.span.of(article.text) for region in article.regions) == article.text
