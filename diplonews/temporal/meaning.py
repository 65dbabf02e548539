"""The meaning that a rule gives to the words it matched."""

from __future__ import annotations

import attrs

from diplonews.model.temporal import Interval, TimexType

__all__ = ["Part", "Unresolved"]


class Unresolved(Exception):  # noqa: N818 -- it never leaves the package: the reason becomes a field
    """The words are an expression of time, but they have no value; the argument says why."""


@attrs.frozen(kw_only=True)
class Part:
    """One expression: its tokens and its meaning.

    Attributes:
        first, last: indices of its tokens, `last` not included; None for the whole match.
        type, value, mod, quant, freq, reason: as in `TimeExpression`.
        cues: token index ranges of the deciding words outside the expression.
        interval: what it covers, if the value does not say: the day reached by `in three days`, a month of
            another calendar; else None.
        zone: the zone named in the text, or None.
        open_zone: whether the named zone is ambiguous, so that there is no instant.
        refers: whether later expressions (`the next day`) may count from it.
    """

    type: TimexType = TimexType.DATE
    value: str | None
    first: int | None = None
    last: int | None = None
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    reason: str | None = None
    cues: tuple[tuple[int, int], ...] = ()
    interval: Interval | None = None
    zone: str | None = None
    open_zone: bool = False
    refers: bool = True
