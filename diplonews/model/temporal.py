"""Expressions of time in running text (ISO-TimeML, TIMEX3)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum

import attrs

from diplonews.model.shown import Shown
from diplonews.model.span import Evidence, Span, shown
from diplonews.moments import day_of

__all__ = ["Interval", "TimeExpression", "TimexType"]


DAY = timedelta(days=1)
TICK = timedelta(microseconds=1)  # the shortest time between two moments


class TimexType(StrEnum):
    """The four types of TIMEX3.

    Attributes:
        DATE: a day or something longer on the calendar: *Tuesday*, *mid-2019*.
        TIME: a part of a day: *9 a.m.*, *Monday night*.
        DURATION: a length of time: *three weeks*.
        SET: something that recurs: *every Tuesday*.
    """

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@attrs.frozen
class Interval:
    """A half-open stretch of the calendar: `start` is in it, `end` is not.

    Both are plain dates (first day, day after the last), or both are aware datetimes.

    Attributes:
        start: the first day or moment.
        end: the day after the last, or the moment at which it ends.

    Raises:
        ValueError: if `end` is not after `start`, or the two are of different kinds.

    Example:
        >>> Interval(date(2021, 2, 1), date(2021, 3, 1)).days
        28
    """

    start: date | datetime
    end: date | datetime

    def __attrs_post_init__(self) -> None:
        moments = [bound for bound in (self.start, self.end) if isinstance(bound, datetime)]
        if len(moments) == 1:
            raise ValueError(f"an interval needs two dates or two datetimes (got {self.start!r}, {self.end!r})")
        if any(moment.tzinfo is None for moment in moments):
            raise ValueError(f"the datetimes of an interval are aware (got {self.start!r}, {self.end!r})")
        if not self.start < self.end:
            raise ValueError(f"an interval needs start < end (got {self.start!r}, {self.end!r})")

    @property
    def days(self) -> int:
        """Whole days from start to end."""
        return (self.end - self.start).days

    @property
    def first_day(self) -> date:
        """The day of the start, by its own clock."""
        return day_of(self.start)

    @property
    def last_day(self) -> date:
        """The last day in it: the day before `end` for dates, the day of the moment just before `end` for datetimes.

        Example:
            >>> Interval(date(2021, 2, 1), date(2021, 3, 1)).last_day
            datetime.date(2021, 2, 28)
        """
        return day_of(self.end - (TICK if isinstance(self.end, datetime) else DAY))

    def contains(self, other: Interval) -> bool:
        """Whether `other` lies inside; both must be of the same kind."""
        return self.start <= other.start and other.end <= self.end

    def __repr__(self) -> str:
        return f"Interval({self.start.isoformat()}, {self.end.isoformat()})"


@attrs.frozen(kw_only=True)
class TimeExpression(Shown):
    """An expression of time, with its TIMEX3 value and, if it has one, its interval.

    Attributes:
        span: its characters, without prepositions (`in`, `on`, `since`).
        text: the words; `article.text[span.start:span.end]`.
        type: DATE, TIME, DURATION or SET.
        value: the TIMEX3 value (`2021-02-10`, `2021-W17`, `P2M`, `PAST_REF`), or None.
        mod: TIMEX3 modifier (`START`, `MID`, `END`, `APPROX`, `MORE_THAN` ...), or None.
        quant: TIMEX3's quantifier of a SET (`EVERY`), or None.
        freq: TIMEX3's frequency of a SET (`2X`: twice), or None.
        interval: the interval covered by the value; None for sets, fuzzy references and durations, except a duration
            that leads to a day (`will leave in three days`), which has that day, week, month or year.
        reason: why `value` is None or contains an X; else None.
        evidence: the rule and the cue words.
    """

    span: Span
    text: str
    type: TimexType
    value: str | None = None
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    interval: Interval | None = None
    reason: str | None = None
    evidence: Evidence

    def to_timeml(self, tid: str = "t1") -> str:
        """The expression as a TIMEX3 element.

        Args:
            tid: the element's id.

        Example:
            >>> from diplonews.model import Evidence
            >>> TimeExpression(span=Span(0, 8), text="Thursday", type=TimexType.DATE,
            ...     value="2021-02-11", evidence=Evidence(rule="weekday")).to_timeml()
            '<TIMEX3 tid="t1" type="DATE" value="2021-02-11">Thursday</TIMEX3>'
        """
        from xml.sax.saxutils import escape, quoteattr

        named = (("value", self.value or ""), ("mod", self.mod), ("quant", self.quant), ("freq", self.freq))
        extra = "".join(f" {name}={quoteattr(value)}" for name, value in named if value is not None)
        return f'<TIMEX3 tid={quoteattr(tid)} type="{self.type.name}"{extra}>{escape(self.text)}</TIMEX3>'

    def __repr__(self) -> str:
        return f"<TimeExpression {shown(self.text, 50)} {self.type.name} {self.value}>"
