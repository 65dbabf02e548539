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
    """A tuple of findings becomes a list."""
    assert dn.to_dict((dn.Span(0, 1), dn.Span(2, 3))) == [{"start": 0, "end": 1}, {"start": 2, "end": 3}]


def test_fault_has_a_path():
    """Each fault is one clause that ends in the path of the field."""
    data = dn.to_dict(dn.Article(text="ab", format="x", paragraphs=(dn.Span(0, 1), dn.Span(1, 2))))
    data["paragraphs"][1]["end"] = "two"
    data["colour"] = "red"
    with pytest.raises(
        ValueError, match=r"not a Article: .* @ \$\.paragraphs\[1\]\.end; extra fields found \(colour\)"
    ):
        dn.from_dict(dn.Article, data)


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


def test_json_of_odd_text():
    """Lone surrogates and other scripts survive; the JSON can be encoded as UTF-8."""
    article = dn.Article(text="é \ud800 한국\n", format="x")
    text = dn.to_json(article)
    assert dn.from_json(dn.Article, text.encode("utf-8")) == article
    assert "한국" in text
