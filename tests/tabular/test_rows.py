"""What the rows of findings say."""

from datetime import UTC, date, datetime, timedelta, timezone

import attrs
import pytest

import diplonews as dn
from diplonews.lexicons.confidence import find_confidence

NOR, FIN, SWE = (dn.Actor(code=code, name=name) for code, name in (("NOR", "Norway"), ("FIN", None), ("SWE", None)))
UN = dn.Actor(code="UNO", name="United Nations", sectors=("IGO",))
TEXT = "Oslo rebuked Riga. Then it did so again on Tuesday."


def event(**fields):
    given = {
        "id": "e1",
        "type": dn.EventType.ACCUSE,
        "trigger": (dn.Span(5, 12),),
        "sentence": dn.Span(0, 18),
        "evidence": dn.Evidence(rule="accuse.v.accuse"),
    }
    return dn.Event(**given | fields)


def tables(*events, quotes=(), **fields):
    article = dn.Article(**{"text": TEXT, "format": "text", "identifier": "a1"} | fields)
    return dn.to_tables([dn.Analysis(id="a1", article=article, events=events, quotes=quotes)])


def only(table):
    (row,) = table
    return row


class TestDyads:
    @pytest.mark.parametrize(
        ("actors", "recipients", "symmetric", "pairs"),
        [
            ((NOR,), (FIN,), False, [("NOR", "FIN")]),
            ((NOR, SWE), (FIN, UN), False, [("NOR", "FIN"), ("NOR", "UNO"), ("SWE", "FIN"), ("SWE", "UNO")]),
            ((NOR, FIN), (), True, [("NOR", "FIN"), ("FIN", "NOR")]),
            ((NOR,), (), False, [("NOR", None)]),
            ((NOR,), (), True, [("NOR", None)]),
            ((), (FIN,), False, [(None, "FIN")]),
            ((), (), False, [(None, None)]),
            ((dn.Actor(code=""),), (FIN,), False, [(None, "FIN")]),
        ],
    )
    def test_each_pair_is_a_row(self, actors, recipients, symmetric, pairs):
        """In the order of `dyads()`, numbered; an event with one party or none has a row too."""
        rows = list(tables(event(actors=actors, recipients=recipients, symmetric=symmetric)).events)
        assert [(row["actor_code"], row["recipient_code"]) for row in rows] == pairs
        assert [row["dyad"] for row in rows] == list(range(len(pairs)))
        assert {(row["event_id"], row["dyads"], row["reciprocal"]) for row in rows} == {("e1", len(pairs), symmetric)}

    def test_parties_have_the_codes_of_their_states(self):
        """An organization has a code and no state."""
        row = only(tables(event(actors=(NOR,), recipients=(UN,))).events)
        assert [row[f"actor_{name}"] for name in ("code", "iso", "cow", "cow_number", "gw", "name")] == [
            *("NOR", "NOR", "NOR", 385, 385, "Norway")
        ]
        assert [row[f"recipient_{name}"] for name in ("code", "iso", "cow", "cow_number", "gw", "sectors")] == [
            *("UNO", None, None, None, None, "IGO")
        ]


class TestEvents:
    def test_a_duplicate_names_the_earlier_mention(self):
        """Of several events in the sentence that it points to, that of the same parties and type."""
        there = dn.Span(0, 18)
        rows = tables(
            event(id="other", actors=(SWE,)),
            event(id="same", actors=(NOR,), recipients=(FIN,)),
            event(id="type", actors=(NOR,), recipients=(FIN,), type=dn.EventType.REJECT),
            event(id="again", actors=(NOR,), recipients=(FIN,), sentence=dn.Span(19, 50), duplicate_of=there),
            event(id="lost", actors=(NOR,), sentence=dn.Span(19, 50), duplicate_of=dn.Span(3, 4)),
        ).events
        found = {row["event_id"]: (row["duplicate"], row["duplicate_of"]) for row in rows}
        assert found == {
            "other": (False, None),
            "same": (False, None),
            "type": (False, None),
            "again": (True, "same"),
            "lost": (True, None),
        }

    @pytest.mark.parametrize("example", ["Norway accused Finland.\n\nNorway again accused Finland on Tuesday."])
    def test_duplicates_of_a_text_lead_to_an_event(self, example):
        """Every id is one of the table."""
        rows = list(dn.to_tables([dn.analyze(example)]).events)
        again = [row for row in rows if row["duplicate"]]
        assert again
        assert {row["duplicate_of"] for row in again} <= {row["event_id"] for row in rows}

    def test_dates_are_days(self):
        """The last day is in the interval; a time of day has the days of its own clock; offsets lead to `dates`."""
        seoul = timezone(timedelta(hours=9))
        night = dn.TimeExpression(
            span=dn.Span(43, 50),
            text="Tuesday",
            type=dn.TimexType.TIME,
            value="2021-05-04T00",
            interval=dn.Interval(datetime(2021, 5, 4, 0, tzinfo=seoul), datetime(2021, 5, 5, 0, tzinfo=seoul)),
            evidence=dn.Evidence(rule="clock"),
        )
        month = attrs.evolve(night, value="2021-05", interval=dn.Interval(date(2021, 5, 1), date(2021, 6, 1)))
        row = only(tables(event(when=night, effective=month)).events)
        assert (row["date"], row["date_value"], row["date_rule"]) == ("Tuesday", "2021-05-04T00", "clock")
        assert (row["date_first"], row["date_last"]) == (date(2021, 5, 4), date(2021, 5, 4))
        assert (row["date_start"], row["date_end"]) == (43, 50)
        assert (row["effective_first"], row["effective_last"]) == (date(2021, 5, 1), date(2021, 5, 31))
        times = only(dn.to_tables([dn.Analysis(article=dn.Article(text=TEXT, format="text"), dates=(night,))]).dates)
        assert (times["starts"], times["ends"]) == (
            datetime(2021, 5, 3, 15, tzinfo=UTC),
            datetime(2021, 5, 4, 15, tzinfo=UTC),
        )

    def test_confidence_is_that_of_the_rule_s_family(self):
        """With the cases behind it, and what was counted."""
        row = only(tables(event()).events)
        wanted = find_confidence("accuse.v.accuse", "ACCUSE")
        names = ("confidence", "confidence_low", "confidence_high", "confidence_cases", "confidence_of")
        assert [row[name] for name in names] == [wanted.share, wanted.low, wanted.high, wanted.found, wanted.of]

    def test_words_are_those_of_the_article(self):
        """Pieces of a trigger are joined; offsets slice the article's text."""
        found = tables(event(trigger=(dn.Span(5, 12), dn.Span(0, 4))))
        row = only(found.events)
        assert row["trigger"] == "rebuked ... Oslo"
        assert only(found.articles)["text"][row["trigger_start"] : row["trigger_end"]] == "Oslo rebuked"
        assert row["sentence"] == "Oslo rebuked Riga."

    def test_numbers_are_those_of_the_event(self):
        """PLOVER's and CAMEO's, the code as text."""
        row = only(
            tables(event(type=dn.EventType.CONSULT, modes=("visit", "x"), contexts=("military", "legal"))).events
        )
        assert (row["type"], row["modes"], row["contexts"]) == ("CONSULT", "visit;x", "military;legal")
        assert (row["quad"], row["score"], row["cameo"], row["goldstein"]) == (1, 4.0, "042", 1.9)


class TestQuotesAndSpeakers:
    ENVOY = dn.Speaker(
        name="Ole Vik", type=dn.SpeakerType.PERSON, role="envoy", country="NOR", mentions=(dn.Span(0, 4),)
    )

    def quote(self, **fields):
        given = {
            "id": "q1",
            "kind": dn.QuoteKind.DIRECT,
            "content": (dn.Span(5, 12), dn.Span(13, 17)),
            "speaker": self.ENVOY,
            "evidence": dn.Evidence(rule="quote.verb"),
        }
        return dn.Quote(**given | fields)

    def test_a_speaker_is_one_row(self):
        """However many quotes and events are the speaker's; they join by the id."""
        quotes = (self.quote(), self.quote(id="q2", content=(dn.Span(19, 23),)))
        found = tables(event(speaker=self.ENVOY, quote=quotes[0].content), quotes=quotes)
        speaker = only(found.speakers)
        assert (speaker["name"], speaker["role"], speaker["iso"], speaker["cow_number"]) == (
            "Ole Vik",
            "envoy",
            "NOR",
            385,
        )
        assert (speaker["start_char"], speaker["end_char"], speaker["quotes"]) == (0, 4, 2)
        assert {row["speaker_id"] for row in found.quotes} == {speaker["speaker_id"]}
        assert only(found.events)["speaker_id"] == speaker["speaker_id"]
        assert only(found.events)["quote_id"] == "q1"
        assert only(found.articles)["speakers"] == 1

    def test_a_name_is_one_speaker(self):
        """Of one type and state: with the first role that is given, and the first mention; a spokesman is not."""
        later = attrs.evolve(self.ENVOY, role=None, mentions=(dn.Span(19, 23),))
        other = attrs.evolve(self.ENVOY, country="SWE")
        quotes = tuple(self.quote(id=f"q{n}", speaker=speaker) for n, speaker in enumerate((later, self.ENVOY, other)))
        rows = list(tables(quotes=quotes).speakers)
        assert [(row["role"], row["iso"], row["start_char"], row["quotes"]) for row in rows] == [
            ("envoy", "NOR", 0, 2),
            ("envoy", "SWE", 0, 1),
        ]
        found = (attrs.evolve(speaker, name=None, anonymous=True) for speaker in (later, self.ENVOY))
        unnamed = [self.quote(id=f"q{n}", speaker=speaker) for n, speaker in enumerate(found)]
        assert len(tables(quotes=tuple(unnamed)).speakers) == 2

    def test_a_repeated_quote_names_the_earlier_one(self):
        """By its id."""
        quotes = (self.quote(), self.quote(id="q2", content=(dn.Span(19, 23),), duplicate_of=self.quote().content))
        rows = [(row["duplicate"], row["duplicate_of"]) for row in tables(quotes=quotes).quotes]
        assert rows == [(False, None), (True, "q1")]

    def test_a_quote_in_pieces_has_its_words(self):
        """With three dots between them, and no speaker where none is known."""
        row = only(tables(quotes=(self.quote(speaker=None),)).quotes)
        assert (row["text"], row["start_char"], row["end_char"]) == ("rebuked ... Riga", 5, 17)
        assert (row["speaker_id"], row["speaker_type"], row["speaker_anonymous"]) == (None, None, None)

    def test_speaker_ids_differ_between_speakers_and_articles(self):
        """And are the same in every run."""
        other = attrs.evolve(self.ENVOY, name="Ida Vik")
        quotes = (self.quote(), self.quote(id="q2", speaker=other))
        ids = [row["speaker_id"] for row in tables(quotes=quotes).speakers]
        assert ids == [row["speaker_id"] for row in tables(quotes=quotes).speakers]
        assert len({*ids, *(row["speaker_id"] for row in tables(quotes=quotes, identifier="a2").speakers)}) == 4


class TestArticles:
    def test_an_article_without_an_id_has_a_digest_of_its_text(self):
        """Two texts differ, one text does not."""
        ids = [
            row["article_id"]
            for row in dn.to_tables([dn.analyze(text) for text in ("Rain.", "Sun.", "Rain.")]).articles
        ]
        assert ids[0] == ids[2] != ids[1]
        assert len(ids[0]) == 16

    def test_the_number_distinguishes_articles(self):
        """In every table, also where two have one id."""
        found = dn.to_tables([attrs.evolve(dn.analyze("Oslo rebuked Riga."), id="a")] * 2)
        assert [row["article_number"] for row in found.articles] == [0, 1]
        assert [row["article_number"] for row in found.events] == [0, 1]

    def test_publication(self):
        """The instant is in UTC, the day by the clock that printed it; without a zone there is a day only."""
        seoul = dn.Timestamp(
            instant=datetime(2024, 3, 6, 0, 10, tzinfo=timezone(timedelta(hours=9))),
            local=datetime(2024, 3, 6, 0, 10),
            timezone="Asia/Seoul",
            timezone_source="outlet",
        )
        row = only(tables(published=seoul).articles)
        assert (row["published"], row["published_day"]) == (datetime(2024, 3, 5, 15, 10, tzinfo=UTC), date(2024, 3, 6))
        assert only(tables(event(), published=seoul).events)["published_day"] == date(2024, 3, 6)
        row = only(tables(published=dn.Timestamp(local=date(2024, 3, 6))).articles)
        assert (row["published"], row["published_day"], row["published_zone"]) == (None, date(2024, 3, 6), None)

    def test_an_article_that_failed_has_its_error(self):
        """And no findings."""
        failed = dn.Analysis(id="7", article=dn.Article(text="x", format="text"), error="ValueError: no")
        row = only(dn.to_tables([failed]).articles)
        assert (row["article_id"], row["error"], row["events"]) == ("7", "ValueError: no", 0)

    def test_characters_that_no_table_holds(self):
        """They keep their place; a `;` inside of a value does not split it."""
        row = only(tables(text="a\ud800b\0c", keywords=("sea; air", "tax")).articles)
        assert (row["text"], row["characters"], row["keywords"]) == ("a\ufffdb\ufffdc", 5, "sea, air;tax")

    def test_a_moment_outside_of_utc_s_years_is_null(self):
        """The last hours of 9999, west of Greenwich."""
        west = timezone(timedelta(hours=-12))
        row = only(
            dn.to_tables(
                [
                    dn.Analysis(
                        article=dn.Article(text="", format="text", embargo=datetime(9999, 12, 31, 23, tzinfo=west))
                    )
                ],
                embargoed=True,
            ).articles
        )
        assert row["embargo"] is None


def test_mentions_have_words_and_codes():
    """Those of each mention."""
    rows = list(dn.to_tables([dn.analyze("Oslo rebuked Riga.")]).mentions)
    assert [(row["text"], row["code"], row["iso"], row["gw"]) for row in rows] == [
        ("Oslo", "NOR", "NOR", 385),
        ("Riga", "LVA", "LVA", 367),
    ]
