"""What a rule makes of the words it matched."""

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
        first, last: indices of its tokens, `last` not included; None for all that was matched.
        type, value, mod, quant, freq, reason: as in `TimeExpression`.
        cues: token index ranges of the words outside that decided.
        interval: what it covers, where the value does not tell: the day that `in three days` leads to, a month of
            another calendar; else None.
        zone: the zone named in the text, or None.
        open_zone: whether a zone is named that means several, so that there is no instant.
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
