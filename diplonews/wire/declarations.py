"""What can be wrong with the class of a parser, before it has read anything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from diplonews.lexicons.timezones import zone_of
from diplonews.wire.textparser import Example, Mark, TextParser, compile_mark, compile_profile

__all__ = ["class_faults", "declaration_faults"]

DATE_ORDERS = (None, "mdy", "dmy")
TEXTS = ("provider", "outlet", "timezone", "country", "language")
LINES = ("boilerplate", "slugs", "notes", "signoffs", "end_marks")


def class_faults(parser: type) -> Iterator[str]:
    """What a class lacks of a parser, its name left aside; each fault continues `parser 'x' `."""
    if not isinstance(getattr(parser, "opening", 0), str | None):
        yield "needs `opening`: the characters that its copy can begin with, or None"
    if not (callable(getattr(parser, "score", None)) and callable(getattr(parser, "parse", None))):
        yield "needs the methods `score` and `parse`"
    if issubclass(parser, TextParser) and not parser.examples:
        yield "needs at least one Example in `examples`"


def declaration_faults(parser: type[TextParser]) -> list[str]:
    """What can't be used in a declaration; each fault continues `parser 'x' `."""
    return [*_field_faults(parser), *_pattern_faults(parser)] or _joint_faults(parser)


def _field_faults(parser: type[TextParser]) -> Iterator[str]:
    for field, kind in (("examples", Example), ("marks", Mark)):
        odd = [item for item in getattr(parser, field) if not isinstance(item, kind)]
        if odd:
            yield f"has in `{field}` what is no {kind.__name__}: {odd[0]!r:.60}"
    for field in TEXTS:
        value = getattr(parser, field)
        if not isinstance(value, str | None):
            yield f"has a `{field}` that is no text (got {value!r:.60})"
        elif field == "timezone" and value is not None and zone_of(value) is None:
            yield f"has an unknown `timezone` (got {value!r}; wanted an IANA name such as 'Asia/Seoul')"
    if parser.date_order not in DATE_ORDERS:
        yield f"has an unknown `date_order` (got {parser.date_order!r}; wanted 'mdy', 'dmy' or None)"


def _pattern_faults(parser: type[TextParser]) -> Iterator[str]:
    for mark in parser.marks:
        if isinstance(mark, Mark):
            yield from _mark_faults(mark)
    for field in LINES:
        patterns = getattr(parser, field)
        if isinstance(patterns, str):
            yield f"has `{field}` that are one text (wanted a tuple: {patterns!r:.60},)"
        else:
            for pattern in patterns:
                yield from _pattern_fault(field, pattern)


def _mark_faults(mark: Any) -> Iterator[str]:
    yield from _pattern_fault("marks", mark.pattern)
    if not isinstance(mark.weight, int | float) or not 0 <= mark.weight <= 1:
        yield f"has a mark whose weight is no number from 0 to 1 (got {mark.weight!r:.60})"
    if not isinstance(mark.needle, str):
        yield f"has a mark whose needle is no text (got {mark.needle!r:.60})"


def _pattern_fault(field: str, pattern: str) -> Iterator[str]:
    try:
        compile_mark(pattern)
    except Exception as error:  # noqa: BLE001 -- whatever it is instead of a pattern
        yield f"has in `{field}` what is no regular expression: {pattern!r:.60} ({error})"


def _joint_faults(parser: Any) -> list[str]:
    """Patterns that are fine alone and can't be looked for together, such as two groups of one name."""
    try:
        compile_profile(parser).furniture.compile_all()
    except re.error as error:
        return [f"has patterns of lines that can't be looked for together ({error})"]
    return []
