"""Dicts and JSON: what goes out comes back; what is wrong is named with its path."""

import contextlib
import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings, strategies as st

import diplonews as dn
from diplonews import model
from diplonews.compact import without_evidence
from diplonews.testing import analyses

GOLD = Path(__file__).parent / "data" / "gold" / "dev"
KEYS = ["span", "value", "interval", "text", "sentence", "trigger", "rule", "when", "type", "content", "form"]
TYPES = [getattr(model, name) for name in model.__all__ if attrs.has(getattr(model, name))]

words = st.text(st.characters(codec="utf-8"), max_size=8)
days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
moments = st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))
readings = days | st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1))
spans = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda pair: dn.Span(min(pair), sum(pair)))
intervals = st.builds(lambda start, size: dn.Interval(start, start + timedelta(days=size)), days, st.integers(1, 400))
stamps = st.builds(
    dn.Timestamp, span=st.none() | spans, instant=st.none() | moments, local=readings, timezone=st.none() | words
)
st.register_type_strategy(str, words)
st.register_type_strategy(dn.Span, spans)
st.register_type_strategy(dn.Interval, intervals | st.builds(lambda m: dn.Interval(m, m + timedelta(hours=1)), moments))
st.register_type_strategy(dn.Timestamp, stamps)
st.register_type_strategy(date, days)
st.register_type_strategy(datetime, moments)


@pytest.mark.parametrize("cls", TYPES, ids=lambda cls: cls.__name__)
def test_round_trip(cls):
    """Any instance comes back equal from its dict and from its JSON, and hashes alike."""

    @given(st.from_type(cls))
    def check(value):
        assert dn.from_dict(cls, dn.to_dict(value)) == value
        assert dn.to_dict(dn.from_dict(cls, dn.to_dict(value))) == dn.to_dict(value)
        again = dn.from_json(cls, dn.to_json(value, evidence=True))
        assert again == value
        assert hash(again) == hash(value)

    check()


@pytest.mark.parametrize("cls", TYPES, ids=lambda cls: cls.__name__)
def test_schema_lists_what_comes_out(cls):
    """The schema's properties are the keys of the dict; it is JSON itself."""
    schema = dn.json_schema(cls)
    json.dumps(schema)
    assert set(schema["$defs"][cls.__name__]["properties"]) == {field.name for field in attrs.fields(cls)}


def test_tuples():
    """A tuple of findings becomes a list, and comes back as a tuple."""
    spans = (dn.Span(0, 1), dn.Span(2, 3))
    assert dn.to_dict(spans) == [{"start": 0, "end": 1}, {"start": 2, "end": 3}]
    assert dn.from_dict(tuple[dn.Span, ...], dn.to_dict(spans)) == spans


def test_enums_are_plain_strings():
    """An enum becomes a `str` proper, which every writer of JSON, MessagePack or Parquet takes."""
    data = dn.to_dict(dn.Region(span=dn.Span(0, 1), kind=dn.RegionKind.BODY))
    assert type(data["kind"]) is str


def test_fault_has_a_path():
    """Each fault is one clause that ends in the path of the field."""
    data = dn.to_dict(dn.Article(text="ab", format="x", paragraphs=(dn.Span(0, 1), dn.Span(1, 2))))
    data["paragraphs"][1]["end"] = "two"
    data["colour"] = "red"
    with pytest.raises(
        ValueError,
        match=r"^not an Article: expected int, got 'two' @ \$\.paragraphs\[1\]\.end; extra fields found \(colour\)",
    ):
        dn.from_dict(dn.Article, data)


@pytest.mark.parametrize(
    ("cls", "data", "message"),
    [
        (
            dn.Region,
            {"span": {"start": 3, "end": 1}, "kind": "BODY"},
            "a Region: a span needs 0 <= start <= end (got start=3, end=1) @ $.span",
        ),
        (dn.Article, {"text": "x"}, "an Article: required field missing @ $.format"),
        (
            dn.Article,
            {"text": "x", "format": "y", "keywords": "ferry"},
            "an Article: expected a list, got 'ferry' @ $.keywords",
        ),
        (dn.Timestamp, {"local": "2021-99-01"}, "a Timestamp: expected an ISO date, got '2021-99-01' @ $.local"),
        (
            dn.Speaker,
            {"name": None, "type": "CAT"},
            "a Speaker: expected one of PERSON, ORGANIZATION, DOCUMENT, GROUP, ANONYMOUS, got 'CAT' @ $.type",
        ),
        (
            dn.Analysis,
            {"article": {"text": "x", "format": "y"}, "actors": [{}, 5]},
            (
                "an Analysis: required field missing @ $.actors[0].span; required field missing @ $.actors[0].actor; "
                "expected a dict with the fields of ActorMention, got 5 @ $.actors[1]"
            ),
        ),
        (dn.Event, [], "an Event: expected a dict with the fields of Event, got [] @ $"),
        (
            tuple[dn.Span, ...],
            [{"start": 0, "end": 1}, {"start": 0, "end": "x"}],
            "a tuple: expected int, got 'x' @ $[1].end",
        ),
    ],
)
def test_fault_says_what_was_wanted(cls, data, message):
    """A fault says what was wanted, what came and where."""
    with pytest.raises(ValueError) as caught:
        dn.from_dict(cls, data)
    assert str(caught.value) == f"not {message}"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "not a Span: not JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1) @ $"),
        (b"\xff", "not a Span: not JSON: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte @ $"),
        ("[]", "not a Span: expected a dict with the fields of Span, got [] @ $"),
    ],
)
def test_no_json(text, message):
    """Text that is not JSON, or JSON of something else, is a ValueError that names the type."""
    with pytest.raises(ValueError) as caught:
        dn.from_json(dn.Span, text)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("cls", "data"),
    [
        (dn.Span, None),
        (dn.Span, {"start": 5, "end": 1}),
        (dn.Span, {"start": True, "end": 1}),
        (dn.Timestamp, {"local": 7}),
        (dn.Timestamp, {"local": "2021-99-01"}),
        (dn.Region, {"span": {"start": 0, "end": 1}, "kind": "NONSENSE"}),
        (dn.Dateline, {"span": {"start": 0, "end": 1}, "date": 20210101}),
        (dn.Timestamp, {"local": "2021-01-01", "instant": 4}),
    ],
)
def test_wrong_data(cls, data):
    """What does not fit is a ValueError that names the class."""
    with pytest.raises(ValueError, match=f"not a {cls.__name__}"):
        dn.from_dict(cls, data)


def test_wrong_arguments():
    """Anything but a public type is a TypeError that shows what was given."""
    with pytest.raises(TypeError, match="to_dict takes a diplonews type"):
        dn.to_dict({"a": 1})
    with pytest.raises(TypeError, match="json_schema takes a diplonews type"):
        dn.json_schema(int)
    for read in (dn.from_dict, dn.from_json):
        with pytest.raises(TypeError, match=r"takes a diplonews type, such as Event, and then its data \(got 'Span'\)"):
            read("Span", "{}")
    with pytest.raises(
        TypeError, match=r"^from_json takes JSON text, str or bytes \(got dict\); from_dict takes dicts$"
    ):
        dn.from_json(dn.Span, {})


def test_json_of_odd_text():
    """Lone surrogates and other scripts survive; the JSON can be encoded as UTF-8."""
    article = dn.Article(text="é \ud800 한국\n", format="x")
    text = dn.to_json(article)
    assert dn.from_json(dn.Article, text.encode("utf-8")) == article
    assert "한국" in text


class TestCompact:
    """The form of an analysis without its evidence."""

    @given(analyses())
    def test_round_trip(self, analysis):
        """What comes back is the analysis without its evidence, with its stored words; twice is as once."""
        bare = without_evidence(analysis)
        again = dn.from_json(dn.Analysis, dn.to_json(analysis))
        assert again == bare
        assert dn.to_dict(again) == dn.to_dict(bare)
        assert dn.to_json(again) == dn.to_json(analysis)
        assert dn.from_dict(dn.Analysis, dn.to_dict(analysis, evidence=False)) == bare

    @given(analyses())
    def test_schema(self, analysis):
        """Both forms are as the schema says."""
        jsonschema = pytest.importorskip("jsonschema")
        validator = jsonschema.Draft202012Validator(dn.json_schema(dn.Analysis))
        for evidence in (False, True):
            validator.validate(json.loads(dn.to_json(analysis, evidence=evidence)))

    @pytest.mark.parametrize("cls", TYPES, ids=lambda cls: cls.__name__)
    def test_other_types_are_whole(self, cls):
        """Only an analysis has two forms."""

        @settings(max_examples=10)
        @given(st.from_type(cls))
        def check(value):
            if cls is not dn.Analysis:
                assert dn.to_dict(value, evidence=False) == dn.to_dict(value)

        check()

    def test_form(self):
        """Spans and intervals are pairs; what is usual, or follows from the rest, is not there."""
        text = "Oslo rebuked Riga on 5 May 2021."
        analysis = dn.analyze(text, anchor="2021-05-06", stages=dn.Stages(quotes=lambda work: ()))
        data = json.loads(dn.to_json(analysis))
        event_id, ruleset = analysis.events[0].id, analysis.ruleset
        day = {"span": [21, 31], "value": "2021-05-05", "rule": analysis.dates[0].evidence.rule}
        assert data == {
            "form": "compact/1",
            "article": {"text": text, "format": "text", "anchor": "2021-05-06"},
            "dates": [day],
            "events": [
                {
                    "id": event_id,
                    "type": "ACCUSE",
                    "modes": ["disapprove"],
                    "actors": [0],
                    "recipients": [1],
                    "when": 0,
                    "trigger": [[5, 12]],
                    "sentence": [0, 32],
                    "rule": "accuse.v.accuse",
                }
            ],
            "ruleset": ruleset,
            "parties": [
                {"code": "NOR", "sectors": ["GOV"], "name": "Norway"},
                {"code": "LVA", "sectors": ["GOV"], "name": "Latvia"},
            ],
        }
        again = dn.from_json(dn.Analysis, dn.to_json(analysis))
        assert (again.events[0].text, again.dates[0].text) == (text, "5 May 2021")
        assert again.dates[0].interval == analysis.dates[0].interval

    def test_size(self):
        """About four times the article, where the whole is more than twelve times."""
        gold = [item.raw or item.text for item in dn.read_gold([GOLD])][:8]
        analyses = list(dn.analyze_many(dn.parse_article(raw) for raw in gold))
        length = sum(len(analysis.article.text) for analysis in analyses)
        assert sum(len(dn.to_json(analysis)) for analysis in analyses) <= 4 * length
        assert sum(len(dn.to_json(analysis, evidence=True)) for analysis in analyses) > 12 * length

    def test_long_words(self):
        """Words too long to be taken from the text are written; a short file is never read into any length of text."""
        text = "x" * 30_000
        event = dn.Event(
            type=dn.EventType.ACCUSE,
            text=text,
            trigger=(),
            sentence=dn.Span(0, 30_000),
            evidence=dn.Evidence(rule="accuse.v.accuse"),
        )
        analysis = dn.Analysis(article=dn.Article(text=text, format="text"), events=(event,))
        data = dn.to_dict(analysis, evidence=False)
        assert data["events"][0]["text"] == text
        del data["events"][0]["text"]
        assert dn.from_dict(dn.Analysis, data).events[0].text == ""

    @pytest.mark.parametrize(
        ("change", "message"),
        [
            (
                {"dates": [{"span": [3, 1], "type": "DATE", "rule": "x"}]},
                "a span needs 0 <= start <= end (got start=3, end=1) @ $.dates[0].span",
            ),
            (
                {"dates": [{"span": [3], "type": "DATE", "rule": "x"}]},
                "expected a dict with the fields of Span, got [3] @ $.dates[0].span",
            ),
            ({"events": [{"type": "ACCUSE"}]}, "required field missing @ $.events[0].trigger"),
            ({"events": 5}, "expected a list, got 5 @ $.events"),
            ({"article": []}, "expected a dict with the fields of Article, got [] @ $.article"),
            (
                {"quotes": [{"kind": "DIRECT", "content": [], "rule": "x", "speaker": 3}]},
                "expected a dict with the fields of Speaker, got 3 @ $.quotes[0].speaker",
            ),
            (
                {
                    "speakers": [{"type": "CAT"}],
                    "quotes": [{"kind": "DIRECT", "content": [], "rule": "x", "speaker": 0}],
                },
                "expected one of PERSON",
            ),
            ({"speakers": 3}, "extra fields found (speakers) @ $"),
            ({"colour": "red"}, "extra fields found (colour) @ $"),
            ({"form": "compact/9"}, "extra fields found (form) @ $"),
        ],
    )
    def test_faults(self, change, message):
        """A fault is named with its path, as in the whole form."""
        data = {"form": "compact/1", "article": {"text": "x", "format": "text"}, **change}
        with pytest.raises(ValueError, match=r"^not an Analysis: ") as caught:
            dn.from_dict(dn.Analysis, data)
        assert message in str(caught.value)

    @given(
        st.recursive(
            st.none() | st.integers() | words,
            lambda part: st.lists(part, max_size=3) | st.dictionaries(st.sampled_from(KEYS), part, max_size=4),
            max_leaves=12,
        )
    )
    def test_any_data(self, data):
        """Whatever claims to be the compact form is read, or is a ValueError."""
        with contextlib.suppress(ValueError):
            dn.from_dict(
                dn.Analysis,
                {"form": "compact/1", "article": {"text": "x", "format": "text"}, "events": data, "dates": data},
            )
