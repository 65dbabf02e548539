"""Checks of a parser's declaration, before it reads anything."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from diplonews.lexicons.timezones import zone_of
from diplonews.wire.textparser import Example, Mark, TextParser, compile_mark

__all__ = ["Fault", "class_faults", "declaration_faults"]

DATE_ORDERS = (None, "mdy", "dmy")
TEXTS = ("provider", "outlet", "timezone", "country", "language")
LINES = ("boilerplate", "slugs", "notes", "signoffs", "end_marks")


@attrs.frozen
class Fault:
    """A fault, and the key or attribute it is in."""

    key: str
    reason: str

    def __str__(self) -> str:
        return f"`{self.key}` {self.reason}"


def class_faults(parser: type) -> Iterator[Fault]:
    """The parts of a parser that a class lacks, apart from its name."""
    if not isinstance(getattr(parser, "opening", 0), str | None):
        yield Fault("opening", "must hold the characters that its copy can begin with, or None")
    for method in ("score", "parse"):
        if not callable(getattr(parser, method, None)):
            yield Fault(method, "must be a method")


def declaration_faults(parser: type[TextParser]) -> list[Fault]:
    """The faults of a declaration."""
    return [*_field_faults(parser), *_pattern_faults(parser)]


def _field_faults(parser: type[TextParser]) -> Iterator[Fault]:
    if not parser.examples:
        yield Fault("examples", "must hold at least one example")
    for field, kind in (("examples", Example), ("marks", Mark)):
        odd = [item for item in getattr(parser, field) if not isinstance(item, kind)]
        if odd:
            yield Fault(field, f"contains something other than {kind.__name__}: {odd[0]!r:.60}")
    for field in TEXTS:
        value = getattr(parser, field)
        if not isinstance(value, str | None):
            yield Fault(field, f"must be a text (got {value!r:.60})")
        elif field == "timezone" and value is not None and zone_of(value) is None:
            yield Fault(field, f"must be an IANA name such as 'Asia/Seoul' (got {value!r:.60})")
    if parser.date_order not in DATE_ORDERS:
        yield Fault("date_order", f"must be 'mdy', 'dmy' or None (got {parser.date_order!r:.60})")


def _pattern_faults(parser: type[TextParser]) -> Iterator[Fault]:
    for number, mark in enumerate(parser.marks):
        if isinstance(mark, Mark):
            yield from _mark_faults(f"marks[{number}]", mark)
    for field in LINES:
        patterns = getattr(parser, field)
        if isinstance(patterns, str):
            yield Fault(field, f"must be a tuple of texts (got one text: {patterns!r:.60})")
        else:
            for number, pattern in enumerate(patterns):
                yield from _pattern_fault(f"{field}[{number}]", pattern)


def _mark_faults(key: str, mark: Any) -> Iterator[Fault]:
    yield from _pattern_fault(f"{key}.pattern", mark.pattern)
    if not isinstance(mark.weight, int | float) or not 0 <= mark.weight <= 1:
        yield Fault(f"{key}.weight", f"must be a number from 0 to 1 (got {mark.weight!r:.60})")
    if not isinstance(mark.needle, str):
        yield Fault(f"{key}.needle", f"must be a text (got {mark.needle!r:.60})")


def _pattern_fault(key: str, pattern: str) -> Iterator[Fault]:
    try:
        compile_mark(pattern)
    except Exception as error:  # noqa: BLE001 -- whatever it is instead of a pattern
        yield Fault(key, f"is not a valid regular expression: {pattern!r:.60} ({error})")
