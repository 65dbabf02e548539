"""The public functions: arguments, articles, the tables behind them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

import diplonews
from diplonews import (
    Article,
    Dateline,
    Place,
    Region,
    RegionKind,
    Span,
    Timestamp,
    extract_dates,
    resolve_date,
    temporal,
)
from diplonews.errors import LexiconError
from diplonews.lexicons import temporal as lexicon
from diplonews.lexicons.timezones import zone_of

LINES = (
    (RegionKind.HEADLINE, "Envoys to meet Friday"),
    (RegionKind.TIMESTAMP, "March 4, 2021 - 09:00"),
    (RegionKind.BYLINE, "By May March"),
    (RegionKind.DECK, "Talks to last two days"),
    (RegionKind.DATELINE, "RIGA, March 3 (Wire) -- "),
    (RegionKind.BODY, "The envoys met at noon Wednesday."),
    (RegionKind.CAPTION, "The envoys, seen on Feb. 18"),
    (RegionKind.BOILERPLATE, "Most read this week"),
    (RegionKind.CREDIT, "(Wire, 2021)"),
    (RegionKind.DUPLICATE, "The envoys met at noon Wednesday."),
)


def article(zone="Europe/Riga", published_zone=None, **changes):
    """An invented article."""
    text, regions = "", []
    for kind, line in LINES:
        regions.append(Region(span=Span(len(text), len(text) + len(line)), kind=kind))
        text += line
        regions.append(Region(span=Span(len(text), len(text) + 1), kind=RegionKind.WHITESPACE))
        text += "\n"
    dateline = Dateline(span=regions[8].span, places=(Place(name="RIGA", country="LVA", timezone=zone),))
    instant = datetime(2021, 3, 4, 0, 0, tzinfo=UTC)
    stamp = Timestamp(span=regions[2].span, instant=instant, local=datetime(2021, 3, 4, 9, 0), timezone=published_zone)
    fields = {"dateline": dateline, "published": stamp, "anchor": date(2021, 3, 3)}
    return Article(**{"text": text, "format": "invented", "regions": tuple(regions), **fields, **changes})


class TestArticles:
    """`extract_dates` on an article."""

    def test_regions(self):
        """Headline, deck, body, captions and duplicates are read, the rest is not."""
        found = extract_dates(article())
        assert [expression.text for expression in found] == [
            "Friday",
            "two days",
            "noon Wednesday",
            "Feb. 18",
            "noon Wednesday",
        ]
        assert all(expression.span.of(article().text) == expression.text for expression in found)

    def test_anchor_and_zone(self):
        """The anchor is the article's, the zone the dateline's."""
        noon = extract_dates(article())[2]
        assert noon.value == "2021-03-03T12:00"
        assert noon.interval.start.isoformat() == "2021-03-03T12:00:00+02:00"

    def test_zone_of_publication(self):
        """Without a zone in the dateline that of the publication holds."""
        for changed in (article(zone=None, published_zone="+09:00"), article(dateline=None, published_zone="+09:00")):
            assert extract_dates(changed)[2].interval.start.utcoffset() == timedelta(hours=9)
        assert extract_dates(article(zone=None))[2].interval is None
        assert extract_dates(article(zone=None, published=None))[2].interval is None

    def test_given_anchor(self):
        """A given anchor goes before the article's."""
        assert extract_dates(article(), anchor=date(2020, 1, 1))[2].value == "2020-01-01T12:00"
        assert extract_dates(article(anchor=None))[2].reason == "no anchor"

    def test_published_elsewhere(self):
        """With an anchor of the caller's, a zone named in the text counts from that, not from the publication."""
        text = "It was signed today (Seoul time)."
        whole = (Region(span=Span(0, len(text)), kind=RegionKind.BODY),)
        stamp = Timestamp(instant=datetime(2021, 3, 4, 20, tzinfo=UTC), local=datetime(2021, 3, 4, 20))
        made = article(text=text, regions=whole, published=stamp)
        assert extract_dates(made)[0].value == "2021-03-05"
        assert extract_dates(made, anchor=date(2020, 1, 1))[0].value == "2020-01-01"
        assert extract_dates(made, anchor="2020-01-01T20:00Z")[0].value == "2020-01-02"

    @pytest.mark.parametrize("anchor", [date(2021, 2, 10), datetime(2021, 2, 10, 9), "2021-02-10", "2021-02-10T23:00Z"])
    def test_forms_of_an_anchor(self, anchor):
        """Dates, datetimes and ISO text name the same day; only an aware one gives the clock a zone."""
        found = extract_dates("They met on Tuesday; talks began at noon today.", anchor=anchor)
        assert [expression.value for expression in found] == ["2021-02-09", "2021-02-10T12:00"]
        assert (found[1].interval is not None) is (anchor == "2021-02-10T23:00Z")


class TestArguments:
    """Bad arguments are errors at once."""

    @pytest.mark.parametrize("anchor", [20210210, (2021, 2, 10), "Wednesday", ""])
    def test_no_moment(self, anchor):
        """Anything but a moment is refused, with what to pass."""
        with pytest.raises(
            (TypeError, ValueError), match=r"^anchor must be a date, a datetime or ISO 8601 text such as"
        ):
            resolve_date("today", anchor=anchor)

    def test_policies(self):
        """Unknown policies are refused with the known ones."""
        with pytest.raises(ValueError, match=r"^weekday must be one of news, past, future, nearest \(got 'next'\)$"):
            extract_dates("today", weekday="next")
        with pytest.raises(ValueError, match=r"^direction must be one of nearest, past, future \(got None\)$"):
            extract_dates("today", direction=None)

    def test_no_text(self):
        """Anything but an article or text is refused."""
        with pytest.raises(TypeError, match=r"^extract_dates takes an Article or a str \(got bytes\)$"):
            extract_dates(b"today")
        with pytest.raises(TypeError, match=r"^resolve_date takes a str \(got NoneType\)$"):
            resolve_date(None, anchor=None)


class TestResolveDate:
    """`resolve_date`."""

    def test_longest(self):
        """The longest expression is the answer."""
        assert resolve_date("from May to the end of October 2019", anchor=None).text == "the end of October 2019"

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("12 février 2021", "2021-02-12"),
            ("3. März 2021", "2021-03-03"),
            ("3 de marzo de 2021", "2021-03-03"),
            ("2021/02/12", "2021-02-12"),
            ("2021-W05", "2021-W05"),
        ],
    )
    def test_other_forms(self, text, value):
        """Absolute dates in other languages and forms."""
        assert resolve_date(text, anchor=None).value == value

    @pytest.mark.parametrize("text", ["", "la veille", "encore à 3 h", "the cat sat", "x" * 1000 + "1"])
    def test_nothing(self, text):
        """Words that are not a date have a reason, and are never guessed."""
        found = resolve_date(text, anchor=date(2021, 2, 10))
        assert (found.value, found.reason, found.text) == (None, "no expression of time found", text)


class TestTables:
    """The data files and their loaders."""

    def test_unknown_list(self):
        """A list that does not exist is an error that names the others."""
        with pytest.raises(
            LexiconError, match=r"^temporal_context\.toml: no list 'nonsense'; known lists: after_day_number, "
        ):
            lexicon.load_context_words("nonsense")

    def test_one_kind_a_form(self, monkeypatch):
        """A form of two kinds is an error that names both."""
        monkeypatch.setattr(
            lexicon, "_read", lambda _: {"words": {"HALF": {"may": 1}, "UNIT": {"may": 2}}, "cased": {}}
        )
        with pytest.raises(LexiconError, match=r"^temporal\.toml: row may: 'may' is HALF and UNIT$"):
            lexicon.load_temporal_words.__wrapped__()

    def test_every_table_has_its_source(self):
        """Each file says where it is from."""
        for name in (lexicon.WORDS, lexicon.CUES, lexicon.HOLIDAYS, lexicon.ZONES, lexicon.CONTEXT):
            assert {"source", "licence", "retrieved"} <= set(lexicon._read(name)["meta"])

    def test_zones_exist(self):
        """Every zone of the tables is one."""
        named = [*lexicon.load_zone_places().values()]
        words = lexicon.load_temporal_words()
        named += [str(words.values[form]) for form, kind in words.kinds.items() if kind == "ZONE"]
        assert [name for name in named if zone_of(name) is None] == []

    def test_numerals_agree_with_their_spelling(self):
        """Numerals, checked against an independent list."""
        words = lexicon.load_temporal_words()
        teens = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
        units = f"one two three four five six seven eight nine {teens}".split()
        tens = ["ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
        assert [words.values[word] for word in units] == [*range(1, 20)]
        assert [words.values[word] for word in tens] == [*range(10, 100, 10)]


class TestModules:
    """The package."""

    def test_lazy_names(self):
        """The package gives its two functions and nothing else."""
        assert temporal.extract_dates is diplonews.extract_dates
        with pytest.raises(AttributeError, match=r"^module 'diplonews\.temporal' has no attribute 'parse'$"):
            temporal.parse  # noqa: B018 -- the look-up is the test
