"""A strategy for analyses: any article with any findings, whether or not they fit its text."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

import attrs
from hypothesis import strategies as st

from diplonews.model import Analysis, Interval, Span

__all__ = ["analyses"]

AWKWARD = ("\0", "\ud800", "\r", "\n", "\t", '"', "'", ";", ",", "=1+1", "NA", "null", "007", "\u202e", "🕊")
ZONES = (UTC, timezone(timedelta(hours=-12)), timezone(timedelta(hours=5, minutes=45)), timezone(timedelta(hours=14)))
MOST_CHARACTERS = 60

_words = st.lists(st.sampled_from(AWKWARD) | st.text(max_size=4), max_size=3).map("".join)
_zones = st.sampled_from(ZONES)
_moments = st.datetimes(timezones=_zones)
_first_days = st.dates(max_value=date.max - timedelta(days=1))
_first_moments = st.datetimes(max_value=datetime.max - timedelta(days=2), timezones=_zones)
_offsets = st.integers(0, MOST_CHARACTERS)


def _intervals(start: date) -> st.SearchStrategy[Interval]:
    end = start.max.replace(tzinfo=start.tzinfo) if isinstance(start, datetime) else start.max
    longest = min(end - start, timedelta(days=400))
    return st.timedeltas(timedelta(days=1), longest).map(lambda size: Interval(start, start + size))


_LEAVES: dict[Any, st.SearchStrategy[Any]] = {
    NoneType: st.none(),
    str: _words,
    bool: st.booleans(),
    int: st.integers(0, 9_999),
    date: st.dates(),
    datetime: _moments,
    Span: st.tuples(_offsets, _offsets).map(lambda pair: Span(min(pair), max(pair))),
    Interval: (_first_days | _first_moments).flatmap(_intervals),
}


@cache
def _any(hint: Any) -> st.SearchStrategy[Any]:
    """Any value of a type of the model."""
    if hint in _LEAVES:
        return _LEAVES[hint]
    if get_origin(hint) in (Union, UnionType):
        return st.one_of(*map(_any, sorted(get_args(hint), key=lambda one: one is not NoneType)))
    if get_origin(hint) is tuple:
        return st.lists(st.deferred(lambda: _any(get_args(hint)[0])), max_size=3).map(tuple)
    if issubclass(hint, Enum):
        return st.sampled_from(list(hint))
    fields = attrs.fields(attrs.resolve_types(hint))
    return st.builds(hint, **{field.name: _any(field.type) for field in fields})


def analyses() -> st.SearchStrategy[Analysis]:
    """Any analysis: odd characters, empty texts, spans outside of the text, years 1 to 9999, parties without code."""
    return _any(Analysis)
