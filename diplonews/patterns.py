"""Patterns compiled on first use."""

from __future__ import annotations

import re
from typing import AnyStr, Generic, cast

__all__ = ["lazy_re"]


class _Later(Generic[AnyStr]):
    """A stand-in for a compiled pattern, which keeps each requested method as an attribute."""

    def __init__(self, source: AnyStr, flags: int) -> None:
        self.pattern: AnyStr = source
        self._compile_flags = flags

    def __getattr__(self, name: str) -> object:
        value: object = getattr(re.compile(self.pattern, self._compile_flags), name)
        setattr(self, name, value)
        return value


def lazy_re(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """`re.compile` for module constants: the pattern is compiled only when a text needs it.

    The functions of `re` do not accept the result as a pattern; use its methods instead.

    Raises:
        re.error: on first use, if the source is not a regular expression.

    Example:
        >>> lazy_re(r"[0-9]{4}").search("in 2021")[0]
        '2021'
    """
    return cast("re.Pattern[AnyStr]", _Later(source, flags))
