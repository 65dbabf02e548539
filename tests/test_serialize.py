"""Dicts and JSON: what goes out comes back; what is wrong is named with its path."""

import json
from datetime import UTC, date, datetime, timedelta

import attrs
import pytest
from hypothesis import given, strategies as st

import diplonews as dn
from diplonews import model

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
        again = dn.from_json(cls, dn.to_json(value))
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
    """What is not JSON, or JSON of something else, is a ValueError that names the type."""
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
