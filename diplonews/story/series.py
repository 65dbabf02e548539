"""The acts between two parties, period by period."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, get_args

import attrs

from diplonews.exports.run import read_statuses
from diplonews.exports.target import Dates
from diplonews.logs import logger
from diplonews.model import Analysis, Event, TimelineEntry
from diplonews.moments import Moment, day_of, read_moment
from diplonews.story.periods import PERIODS, By, Period
from diplonews.story.timeline import timeline
from diplonews.tabular.codebook import schema
from diplonews.tabular.table import Table

if TYPE_CHECKING:
    from diplonews.tabular.cells import Cell

__all__ = ["DyadSeries", "dyad_series"]

CODE = re.compile("[A-Z]{3}")
QUADS = (1, 2, 3, 4)
MOST_PERIODS = 40_000  # a century of days


class DyadSeries(Table):
    """A table with one row for each period, made by `dyad_series`.

    Attributes:
        one, other: the codes of the two parties.
        by: the length of a period: `day`, `week`, `month`, `quarter` or `year`.
        undated: the number of their events in no row, because they have no date or one longer than a
            period (`last year` in a series of months).
    """

    def __init__(self, *, one: str, other: str, by: By, undated: int, rows: list[dict[str, Cell]]) -> None:
        import pyarrow as pa

        fields = schema("dyad_series")
        super().__init__("dyad_series", pa.Table.from_pylist(rows, fields).to_batches())
        self.one = one
        self.other = other
        self.by = by
        self.undated = undated

    def _shown_columns(self, rows: Sequence[Mapping[str, Cell]]) -> list[str]:
        """The columns with counts; the scores of each direction and class appear only in data frames."""
        return (
            ["period", "events", *(f"events_quad{quad}" for quad in QUADS), "score_sum", "score_mean"] if rows else []
        )

    def __repr__(self) -> str:
        columns = self.to_arrow().to_pydict()
        labels, events = columns["period"], sum(columns["events"])
        span = f"{labels[0]} to {labels[-1]}, " if labels else ""
        return f"<DyadSeries {self.one} {self.other} by {self.by}: {span}{events} events, {self.undated} undated>"


def dyad_series(  # noqa: PLR0913 -- options of one call
    analyses: Iterable[Analysis],
    one: str,
    other: str,
    *,
    by: By = "month",
    dates: Dates = "event",
    statuses: Collection[str] = ("ACTUAL",),
    since: Moment | None = None,
    until: Moment | None = None,
    embargoed: bool = False,
) -> DyadSeries:
    """The acts between two parties by period: how many, and how friendly.

    An event counts once, however many articles report it.

    Args:
        analyses: the result of `analyze_many`, or any other iterable of analyses; it is read once.
        one, other: codes of the two parties, such as `"KOR"`; the columns `sent_...` count what `one` did to `other`,
            and `received_...` what `other` did to `one`.
        by: `day`, `week` (ISO, from Monday), `month`, `quarter` or `year`.
        dates: whether an event counts on its own day (`event`), or on the day of its first report (`published`).
        statuses: the statuses of the events that count, such as `("ACTUAL", "CLAIMED")`.
        since, until: the first and the last day that count; by default those of the first and the last event.
        embargoed: include articles whose embargo has not ended.

    Returns:
        A table with a row for each period from the first to the last, in order, also for periods without events. It
        has no rows if there are no events, unless `since` and `until` are given. The reference describes its columns
        on the page of tables. An event without a date, or with one longer than a period, is in no row;
        `undated` and a warning of the logger `diplonews` say how many there are. Another warning says that there is
        no event of the two at all.

    Raises:
        TypeError: if `analyses` is one text, article or analysis instead of many, or a code is not a `str`.
        ValueError: if a code is not three capital letters, `by`, `dates` or a status is unknown, `until` is before
            `since`, or there would be more than 40,000 periods.
        ModelNotFoundError: if pyarrow is not installed.

    Example:
        >>> from diplonews import analyze_many
        >>> texts = ["Oslo rebuked Riga on 5 May 2021.", "Norway and Latvia held talks on 7 July 2021."]
        >>> series = dyad_series(analyze_many(texts), "NOR", "LVA")
        >>> [(row["period"], row["events"], row["sent_events"], row["score_sum"]) for row in series]
        [('2021-05', 1, 1, -2.0), ('2021-06', 0, 0, 0.0), ('2021-07', 1, 1, 2.5)]
        >>> series
        <DyadSeries NOR LVA by month: 2021-05 to 2021-07, 2 events, 0 undated>
    """
    _check(one, other, by, dates)
    schema("dyad_series")
    wanted = read_statuses(statuses)
    bounds = _Bounds(first=day_of(read_moment(since, "since")), last=day_of(read_moment(until, "until")))
    if bounds.first is not None and bounds.last is not None and bounds.last < bounds.first:
        raise ValueError(f"until must not be before since (got since={bounds.first}, until={bounds.last})")
    deeds = [
        _Deed(number=_number(entry, PERIODS[by], dates), event=entry.event, sent=sent, received=received)
        for entry in timeline(analyses, embargoed=embargoed)
        if entry.event.status in wanted
        for sent, received in [_directions(entry.event, one, other)]
        if (sent or received) and bounds.hold(entry, dates)
    ]
    undated = sum(deed.number is None for deed in deeds)
    if undated:
        logger.warning(
            "events of %s and %s without a day, or only with a time longer than a %s: %d (in no row of the series)",
            one,
            other,
            by,
            undated,
        )
    if not deeds:
        logger.warning("no event of %s and %s is among the analyses", one, other)
    rows = list(_rows(deeds, one, other, by, bounds))
    return DyadSeries(one=one, other=other, by=by, undated=undated, rows=rows)


def _check(one: str, other: str, by: str, dates: str) -> None:
    for name, code in (("one", one), ("other", other)):
        if not isinstance(code, str):
            raise TypeError(f"{name} must be the code of a party, as 'KOR' (got {type(code).__name__})")
        if not CODE.fullmatch(code):
            raise ValueError(f"{name} must be the code of a party, three capital letters as 'KOR' (got {code!r:.60})")
    for name, value, values in (("by", by, get_args(By)), ("dates", dates, get_args(Dates))):
        if value not in values:
            raise ValueError(f"{name} must be one of {', '.join(values)} (got {value!r:.60})")


@attrs.frozen(kw_only=True)
class _Bounds:
    """The first and the last day that count, if given by the caller."""

    first: date | None
    last: date | None

    def hold(self, entry: TimelineEntry, dates: Dates) -> bool:
        """Whether an event may lie between the bounds; an event without a day may."""
        days = _days(entry, dates)
        if days is None:
            return True
        return (self.first is None or days[1] >= self.first) and (self.last is None or days[0] <= self.last)


@attrs.frozen(kw_only=True)
class _Deed:
    """An event between the two parties, with the number of its period."""

    number: int | None
    event: Event
    sent: bool
    received: bool


def _directions(event: Event, one: str, other: str) -> tuple[bool, bool]:
    """Whether `one` acted towards `other`, and `other` towards `one`."""
    pairs = {(actor.code, recipient.code) for actor, recipient in event.dyads() if recipient is not None}
    return (one, other) in pairs, (other, one) in pairs


def _days(entry: TimelineEntry, dates: Dates) -> tuple[date, date] | None:
    if dates == "published":
        day = entry.first_reported
        return (day, day) if day is not None else None
    interval = entry.interval
    return (interval.first_day, interval.last_day) if interval is not None else None


def _number(entry: TimelineEntry, period: Period, dates: Dates) -> int | None:
    """The number of an event's period, by its first day; None if it has no days or is longer than a period."""
    days = _days(entry, dates)
    if days is None:
        return None
    number = period.number(days[0])
    longest = period.last_day(number) - period.first_day(number)
    return number if days[1] - days[0] <= longest else None


def _rows(deeds: list[_Deed], one: str, other: str, by: By, bounds: _Bounds) -> Iterator[dict[str, Cell]]:
    period = PERIODS[by]
    placed: dict[int, list[_Deed]] = {}
    for deed in deeds:
        if deed.number is not None:
            placed.setdefault(deed.number, []).append(deed)
    for number in _numbers(placed, period, bounds, by):
        first_day = period.first_day(number)
        found = placed.get(number, [])
        row: dict[str, Cell] = {
            "period": period.label(first_day),
            "first_day": first_day,
            "last_day": period.last_day(number),
            "one": one,
            "other": other,
        }
        row |= _measures("", [deed.event for deed in found])
        row |= _measures("sent_", [deed.event for deed in found if deed.sent])
        row |= _measures("received_", [deed.event for deed in found if deed.received])
        yield row


def _numbers(placed: Collection[int], period: Period, bounds: _Bounds, by: By) -> range:
    """The periods from the first to the last."""
    if not placed and (bounds.first is None or bounds.last is None):
        return range(0)
    first = period.number(bounds.first) if bounds.first is not None else min(placed)
    last = period.number(bounds.last) if bounds.last is not None else max(placed)
    numbers = range(first, last + 1)
    if len(numbers) > MOST_PERIODS:
        raise ValueError(
            f"from {period.first_day(first)} to {period.last_day(last)} there are {len(numbers):,} periods, and a "
            f"series has at most {MOST_PERIODS:,}: give since= (and until=), or a longer period than by={by!r}"
        )
    return numbers


def _measures(prefix: str, events: list[Event]) -> dict[str, Cell]:
    """Count, sum and mean of the scores of all events, and of the events of each quad class."""
    cells = _measure(prefix, "", [event.score for event in events])
    for quad in QUADS:
        cells |= _measure(prefix, f"_quad{quad}", [event.score for event in events if event.quad == quad])
    return cells


def _measure(prefix: str, suffix: str, scores: list[float]) -> dict[str, Cell]:
    total = float(sum(scores))
    return {
        f"{prefix}events{suffix}": len(scores),
        f"{prefix}score_sum{suffix}": total,
        f"{prefix}score_mean{suffix}": total / len(scores) if scores else None,
    }
