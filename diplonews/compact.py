"""The compact form of an analysis: plain data without its evidence, a quarter of the size of the whole.

It leaves out the evidence: the regions of the article and the evidence of its fields; the cues of
each finding, whose evidence is then only its rule; the mentions of actors and speakers.

Everything else is only abbreviated, and restored on reading. A span is `[start, end]`, an interval
`["2021-02-10", "2021-02-11"]`, an `Evidence` the name of its `rule`. Each speaker is listed once in
`speakers`, each party of an event in `parties`; elsewhere its number in the list is used, from 0. An
event's time is its number in `dates`, if it is one of these. Left out are fields with their default
or null, words that the spans give, the type DATE, and an interval that is the one day of the value.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import Any, TypeAlias

import attrs

from diplonews.model import (
    Actor,
    Analysis,
    Article,
    Event,
    Evidence,
    Interval,
    Quote,
    Span,
    Speaker,
    TimeExpression,
    TimexType,
)

__all__ = [
    "DATES",
    "FORM",
    "KEY",
    "LEFT_OUT",
    "LISTED",
    "OPTIONAL",
    "field_kinds",
    "grow",
    "is_compact",
    "shrink",
    "without_evidence",
]

KEY = "form"
FORM = "compact/1"  # name and version of the form
# Types whose values are each written once, in a list; elsewhere the number in the list is used.
LISTED: Mapping[type, str] = {Speaker: "speakers", Actor: "parties"}
DATES = "dates"  # the list of the expressions of time, which every analysis has
Lists: TypeAlias = Mapping[type, dict[Any, int]]  # the number of each listed value
DAY_CHARACTERS = len("2021-02-10")
MOST_CHARACTERS = 10_000  # longer words are written out: else a short file could be read into any length of text

# The evidence.
LEFT_OUT: Mapping[type, frozenset[str]] = {
    Analysis: frozenset({"actors"}),
    Article: frozenset({"regions", "evidence"}),
    Quote: frozenset({"cue"}),
    Speaker: frozenset({"mentions"}),
    Actor: frozenset({"how"}),
    Evidence: frozenset({"spans", "field", "detail"}),
}
# Fields written only if they differ from the result of `_implied`.
OPTIONAL: Mapping[type, frozenset[str]] = {
    TimeExpression: frozenset({"text", "type", "interval"}),
    Quote: frozenset({"text"}),
    Event: frozenset({"text"}),
}
NOTHING_LEFT_OUT: frozenset[str] = frozenset()
SHORT = (Span, Interval)  # written as a list of their two fields


@cache
def field_kinds(cls: Any) -> Mapping[str, Any]:
    """The annotation of each field of a class of the model."""
    hints = typing.get_type_hints(cls)
    return {field.name: hints[field.name] for field in attrs.fields(cls)}


@cache
def _defaults(cls: Any) -> Mapping[str, Any]:
    """The default of each field of a class; None for a field without a default that may be None."""
    return {field.name: None if field.default is attrs.NOTHING else field.default for field in attrs.fields(cls)}


def without_evidence(value: Any) -> Any:
    """An analysis, or any part of one, without the evidence that the compact form leaves out.

    Example:
        >>> without_evidence(Evidence(rule="weekday.bare", spans=(Span(0, 6),)))
        <Evidence weekday.bare []>
    """
    if isinstance(value, tuple):
        return tuple(map(without_evidence, value))
    if not attrs.has(type(value)) or isinstance(value, SHORT):
        return value
    cls: Any = type(value)
    left_out = LEFT_OUT.get(cls, NOTHING_LEFT_OUT)
    kept = {
        name: default if name in left_out else without_evidence(getattr(value, name))
        for name, default in _defaults(cls).items()
    }
    return cls(**kept)


def shrink(analysis: Analysis) -> dict[str, Any]:
    """The compact form, as plain data."""
    bare, text = without_evidence(analysis), analysis.article.text
    lists: dict[type, dict[Any, int]] = {kind: {} for kind in LISTED}
    data = {KEY: FORM, DATES: [_fields(found, text, lists) for found in bare.dates]}
    lists[TimeExpression] = {found: number for number, found in enumerate(bare.dates)}
    data.update(_fields(attrs.evolve(bare, dates=()), text, lists))
    for kind, name in LISTED.items():
        data[name] = [_fields(value, text, lists) for value in lists[kind]]
    return {name: value for name, value in data.items() if value != []}


def _short(value: Any, text: str, lists: Lists) -> Any:
    numbers = lists.get(type(value), {})
    if type(value) in LISTED:
        return numbers.setdefault(value, len(numbers))
    if isinstance(value, TimeExpression) and value in numbers:
        return numbers[value]
    if isinstance(value, tuple):
        return [_short(member, text, lists) for member in value]
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, SHORT):
        return [_short(bound, text, lists) for bound in (value.start, value.end)]
    return _fields(value, text, lists) if attrs.has(type(value)) else value


def _fields(value: Any, text: str, lists: Lists) -> dict[str, Any]:
    cls: Any = type(value)
    usual = {**_defaults(cls), **_implied(value, text)}
    made: dict[str, Any] = {}
    for name, default in usual.items():
        field = getattr(value, name)
        if isinstance(field, Evidence):
            made["rule"] = field.rule
        elif field != default:
            made[name] = _short(field, text, lists)
    return made


def _implied(value: Any, text: str) -> dict[str, Any]:
    """The usual values of fields: the words in the article's text, the type DATE, the day of its value."""
    if isinstance(value, TimeExpression):
        words = _words([value.span], text)
        return {"text": words, "type": TimexType.DATE, "interval": _one_day(value.value)}
    if isinstance(value, Quote | Event):
        return {"text": _words(value.content if isinstance(value, Quote) else [value.sentence], text)}
    return {}


def _words(spans: Iterable[Span], text: str) -> str | None:
    """The words of a finding, as stored by its stage; None if they are too long to be taken from the text."""
    pieces = list(spans)
    if sum(map(len, pieces)) > MOST_CHARACTERS:
        return None
    return " ... ".join(piece.of(text) for piece in pieces)


def _one_day(value: object) -> Interval | None:
    """The interval of a value that is a single day, else None."""
    if not isinstance(value, str) or len(value) != DAY_CHARACTERS:
        return None
    try:
        day = date.fromisoformat(value)
        return Interval(day, day + timedelta(days=1))
    except (ValueError, OverflowError):
        return None


def is_compact(data: object) -> bool:
    """Whether plain data are in the compact form."""
    return isinstance(data, Mapping) and data.get(KEY) == FORM


def grow(data: Mapping[str, Any]) -> Any:
    """Convert data in the compact form to the whole form.

    Anything that does not look like the compact form is left unchanged: the reader of the whole form reports errors.
    """
    article = data.get("article")
    text = article.get("text") if isinstance(article, Mapping) else None
    lists = {
        kind: [_long(kind, value, text, {}) for value in data[name]]
        for kind, name in {**LISTED, TimeExpression: DATES}.items()
        if isinstance(data.get(name), list)
    }
    read = {KEY, *(LISTED[kind] for kind in lists if kind in LISTED)}
    return _long(Analysis, {name: value for name, value in data.items() if name not in read}, text, lists)


def _long(kind: Any, value: Any, text: object, lists: Mapping[type, Sequence[Any]]) -> Any:
    if isinstance(kind, types.UnionType):
        kind = next(part for part in typing.get_args(kind) if part is not type(None))
    if kind in lists and isinstance(value, int) and 0 <= value < len(lists[kind]):
        return lists[kind][value]
    if typing.get_origin(kind) is tuple and isinstance(value, list):
        return [_long(typing.get_args(kind)[0], member, text, lists) for member in value]
    if kind in SHORT and isinstance(value, list) and len(value) == len(attrs.fields(kind)):
        return dict(zip(field_kinds(kind), value, strict=True))
    if not (isinstance(kind, type) and attrs.has(kind) and isinstance(value, Mapping)):
        return value
    kinds = field_kinds(kind)
    made = {name: _long(kinds.get(name), field, text, lists) for name, field in value.items()}
    if kinds.get("evidence") is Evidence and "evidence" not in made and "rule" in made:
        made["evidence"] = {"rule": made.pop("rule")}
    for field in attrs.fields(kind):
        if field.default is attrs.NOTHING and type(None) in typing.get_args(kinds[field.name]):
            made.setdefault(field.name, None)
    return {**_restored(kind, made, text), **made}


def _restored(kind: Any, made: Mapping[str, Any], text: object) -> dict[str, Any]:
    """The result of `_implied`, from data that may be wrong."""
    fields: dict[str, Any] = {}
    data = {TimeExpression: [made.get("span")], Quote: made.get("content"), Event: [made.get("sentence")]}.get(kind)
    spans = [_span(span) for span in data] if isinstance(data, list) else [None]
    known = [span for span in spans if span is not None]
    words = _words(known, text) if isinstance(text, str) and len(known) == len(spans) else None
    if words is not None:
        fields["text"] = words
    if kind is TimeExpression:
        fields["type"] = TimexType.DATE.value
        day = _one_day(made.get("value"))
        fields["interval"] = {"start": day.start.isoformat(), "end": day.end.isoformat()} if day is not None else None
    return fields


def _span(data: object) -> Span | None:
    """The span encoded by converted data, or None if it is not valid."""
    start, end = (data.get("start"), data.get("end")) if isinstance(data, Mapping) else (None, None)
    if isinstance(start, int) and isinstance(end, int) and 0 <= start <= end:
        return Span(start, end)
    return None
