"""Absolute dates in other languages and forms, read by dateparser; only this module imports it."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

__all__ = ["absolute_value"]

LONGEST_TEXT_CHARACTERS = 60
REMEMBERED_TEXTS = 1024


@cache
def _parser() -> Any:
    """A parser of absolute dates only: day, month and year are all required."""
    from dateparser.date import DateDataParser

    return DateDataParser(settings={"PARSERS": ["absolute-time"], "STRICT_PARSING": True, "PREFER_DATES_FROM": "past"})


@lru_cache(maxsize=REMEMBERED_TEXTS)
def absolute_value(text: str) -> str | None:
    """The day that `text` names in any language dateparser knows; None if it names none.

    Words that count from another day (`hier`, `next week`) are never read here.

    Args:
        text: the date alone, at most 60 characters.

    Example:
        >>> absolute_value("12 février 2021"), absolute_value("next week")
        ('2021-02-12', None)
    """
    if len(text) > LONGEST_TEXT_CHARACTERS or not any(map(str.isdigit, text)):
        return None
    found = _parser().get_date_data(text)
    return None if found.date_obj is None or found.period != "day" else found.date_obj.date().isoformat()
