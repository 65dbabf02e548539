"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import re
from typing import AnyStr, Generic, cast

__all__ = ["lazy_re"]


class _Later(Generic[AnyStr]):
    """Stands for a compiled pattern; each method that is asked for stays as an attribute."""

    def __init__(self, source: AnyStr, flags: int) -> None:
        self.pattern: AnyStr = source
        self._compile_flags = flags

    def __getattr__(self, name: str) -> object:
        value: object = getattr(re.compile(self.pattern, self._compile_flags), name)
        setattr(self, name, value)
        return value


def lazy_re(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """`re.compile` for the constants of a module: importing it costs nothing for the patterns that no text needs.

    The functions of `re` don't take the result in place of a pattern; its own methods do all that they do.

    Raises:
        re.error: on first use, if the source is no regular expression.

    Example:
        >>> lazy_re(r"[0-9]{4}").search("in 2021")[0]
        '2021'
    """
    return cast("re.Pattern[AnyStr]", _Later(source, flags))
