"""What always holds of expressions of time."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, example, given, strategies as st

from diplonews import extract_dates, resolve_date
from diplonews.model import TimeExpression
from diplonews.serialize import from_dict, to_dict
from diplonews.temporal.calendar import grain_of, value_of
from diplonews.temporal.intervals import interval_of
from diplonews.temporal.rules import all_rules
from diplonews.testing.temporal import WEEKDAYS, anchors, full_date_forms, full_dates, time_expressions

PIECES = st.sampled_from(
    [
        "the",
        "a",
        "of",
        "to",
        "in",
        "on",
        "at",
        "last",
        "next",
        "this",
        "past",
        "two",
        "24",
        "1998",
        "9",
        "a.m.",
        "noon",
        "May",
        "may",
        "March",
        "Monday",
        "week",
        "weeks",
        "year",
        "years",
        "ago\n",
        "",
        "",
        "",
        "earlier",
        "quarter",
        "third",
        "second",
        "fiscal",
        "early",
        "late",
        "end",
        "of",
        "mid",
        "-",
        ",",
        ".",
        "'",
        '"',
        "“",
        "”",
        "(",
        ")",
        "'s",
        "%",
        "$",
        "and",
        "or",
        "from",
        "until",
        "Feb.",
        "30",
        "31",
        "Jan\n",
        "",
        "",
        "",
        "half",
        "hour",
        "minutes",
        "decade",
        "century",
        "1990s",
        "'80s",
        "every",
        "daily",
        "now",
        "soon",
        "future",
        "Christmas",
        "Day",
        "Seoul",
        "time",
        "said",
        "will",
        "10:30",
        "EST\n",
        "",
        "",
        "",
        "0735",
        "GMT",
        "spring",
        "summer",
        "night",
        "tomorrow",
        "today",
        "morning",
        "no",
        "more",
        "than",
        "nearly",
        "\n\n",
        "old",
        "year-old",
        "2/30/2021",
        "2021-02-30",
        "février",
    ]
)


def soup() -> st.SearchStrategy[str]:
    """Words that mean time, in any order."""
    return st.lists(PIECES, max_size=25).map(" ".join)


class TestAnyText:
    """`extract_dates` on any text."""

    @given(st.one_of(st.text(max_size=80), soup()), st.none() | anchors(date(1, 1, 1), date(9999, 12, 31)))
    @example("last year", date(1, 1, 1))
    @example("next decade", date(9999, 12, 31))
    @example("last week and tomorrow", date(9999, 12, 31))
    @example("10000 years ago, 99999999 weeks later, the 0th century", date(2021, 2, 10))
    def test_never_raises_and_stays_in_order(self, text, anchor):
        """Spans slice to their text, are in order and do not overlap; intervals are not empty."""
        found = extract_dates(text, anchor=anchor)
        end = 0
        for expression in found:
            assert end <= expression.span.start < expression.span.end
            end = expression.span.end
            assert expression.span.of(text) == expression.text
            assert expression.interval is None or expression.interval.start < expression.interval.end
            assert expression.value is not None or expression.reason
            assert all(0 <= cue.start < cue.end <= len(text) for cue in expression.evidence.spans)
        assert extract_dates(text, anchor=anchor) == found
        assert from_dict(TimeExpression, to_dict(found[0])) == found[0] if found else True

    @given(soup())
    def test_no_anchor_no_guess(self, text):
        """Without an anchor nothing relative has an interval that moves with the clock."""
        for expression in extract_dates(text):
            assert (
                expression.interval is None or any(map(str.isdigit, expression.text)) or "nineties" in expression.text
            )

    @given(soup(), anchors())
    def test_more_text_after_changes_nothing_before(self, text, anchor):
        """A paragraph added at the end leaves the earlier expressions as they were."""
        assume("“" not in text and '"' not in text)
        before = extract_dates(text, anchor=anchor)
        after = extract_dates(f"{text}\n\nThe envoys met on Feb. 18.", anchor=anchor)
        assert after[: len(before)] == before


class TestRoundTrip:
    """What was printed is read back."""

    @given(full_dates(), anchors())
    def test_full_dates(self, dated, anchor):
        """A date with its year has its value whatever the anchor."""
        text, value = dated
        (found,) = extract_dates(f"They signed it on {text} in Riga.", anchor=anchor)
        assert (found.value, found.interval) == (value, interval_of(value))
        assert resolve_date(text, anchor=None).value == value

    @given(time_expressions())
    def test_expressions(self, made):
        """An expression has the value it was made from."""
        text, value, anchor = made
        assert value in {found.value for found in extract_dates(f"It was {text} for them.", anchor=anchor)}

    @given(anchors(date(1910, 1, 1), date(2090, 1, 1)), st.integers(-45, 45))
    def test_month_and_day_alone(self, anchor, away):
        """A month and day within a month and a half of the anchor is that day."""
        day = anchor + timedelta(days=away)
        text = full_date_forms(day)[0].rpartition(",")[0]
        assert resolve_date(text, anchor=anchor).value == day.isoformat()

    @given(anchors(), st.sampled_from(["D", "W", "M", "Q", "H", "Y", "DE", "CE", "WE", "S"]))
    def test_values(self, day, grain):
        """A value is of the grain it was made at, and its interval holds the day (for a weekend, its week)."""
        value = value_of(day, grain)
        interval = interval_of(value)
        assert grain_of(value) == grain
        assert interval is not None
        assert grain == "WE" or interval.start <= day < interval.end


class TestWeekdays:
    """Bare weekdays."""

    @given(
        anchors(date(1900, 1, 8), date(2100, 12, 20)),
        st.sampled_from(WEEKDAYS),
        st.sampled_from(["", "last ", "next ", "this "]),
    )
    def test_shift_by_a_week(self, anchor, weekday, word):
        """Moving the anchor by seven days moves the answer by seven."""
        first = resolve_date(word + weekday, anchor=anchor).interval
        second = resolve_date(word + weekday, anchor=anchor + timedelta(days=7)).interval
        assert second.start - first.start == timedelta(days=7)
        assert first.start.strftime("%A") == weekday

    @given(anchors(), st.sampled_from(WEEKDAYS))
    def test_policies(self, anchor, weekday):
        """`past` never lies ahead, `future` never behind, `nearest` within three days."""
        away = {
            policy: (resolve_date(weekday, anchor=anchor, weekday=policy).interval.start - anchor).days
            for policy in ("news", "past", "future", "nearest")
        }
        assert away["news"] == away["past"]
        assert -6 <= away["past"] <= 0 <= away["future"] <= 6
        assert -3 <= away["nearest"] <= 3

    @given(anchors(), st.sampled_from(WEEKDAYS))
    def test_cue_points_ahead(self, anchor, weekday):
        """After `will` a weekday is ahead, but the anchor's own day stays."""
        day = extract_dates(f"They will meet on {weekday}.", anchor=anchor)[0].interval.start
        assert 0 <= (day - anchor).days <= 6


class TestCoarserContainsFiner:
    """Nesting of periods."""

    @given(anchors())
    def test_periods_of_today(self, anchor):
        """Today lies in this week, month, quarter and year, and each in the next coarser."""
        names = ("today", "this month", "this quarter", "this year", "this decade", "this century")
        intervals = [resolve_date(name, anchor=anchor).interval for name in names]
        for finer, coarser in pairwise(intervals):
            assert coarser.contains(finer)
        assert resolve_date("this week", anchor=anchor).interval.contains(intervals[0])

    @given(anchors(), st.sampled_from(["year", "month", "decade", "century"]))
    def test_phases_make_the_whole(self, anchor, unit):
        """Early, middle and late are three parts of the period, in order."""
        whole = resolve_date(f"this {unit}", anchor=anchor).interval
        early, middle, late = (
            resolve_date(f"the {part} of this {unit}", anchor=anchor).interval for part in ("start", "middle", "end")
        )
        assert (early.start, early.end, middle.end, late.end) == (whole.start, middle.start, late.start, whole.end)

    @given(anchors(), st.sampled_from(["morning", "afternoon", "night"]))
    def test_parts_of_a_day(self, anchor, part):
        """A part of the day lies in the day, in the zone of the anchor."""
        zone = ZoneInfo("Europe/Berlin")
        at = datetime(anchor.year, anchor.month, anchor.day, 12, tzinfo=zone)
        interval = resolve_date(f"{WEEKDAYS[anchor.weekday()]} {part}", anchor=at).interval
        assert interval.start.date() == anchor
        assert interval.end.replace(tzinfo=None) <= datetime(anchor.year, anchor.month, anchor.day) + timedelta(days=1)


class TestClockChanges:
    """Days on which clocks change."""

    @pytest.mark.parametrize("day", [date(2021, 3, 28), date(2021, 10, 31), date(2021, 3, 27)])
    @pytest.mark.parametrize("clock", ["1:59 a.m.", "2:30 a.m.", "3 a.m.", "midnight", "noon"])
    def test_minutes_have_a_length(self, day, clock):
        """A minute that does not exist, or exists twice, still starts before it ends."""
        at = datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo("Europe/Berlin"))
        found = resolve_date(f"{clock} today", anchor=at)
        assert found.interval.end - found.interval.start == timedelta(minutes=1)


LEADING = (
    "last",
    "this",
    "next",
    "the past",
    "the previous",
    "the end of last",
    "mid-",
    "two",
    "9999",
    "the first half of next",
)
PERIODS = (
    *("day", "night", "week", "weekend", "month", "quarter", "half", "year", "fiscal year", "decade", "century"),
    *(
        "years ago",
        "weeks later",
        "centuries earlier",
        "spring",
        "winter",
        "Monday",
        "May",
        "December",
        "May 5",
        "Jan. 1",
    ),
    *("Christmas", "Easter", "Thanksgiving", "New Year's Day", "third quarter", "year-earlier quarter"),
)
AT_THE_ENDS = (
    *(rule.example for rule in all_rules()),
    *(f"{first} {period}" for first in LEADING for period in PERIODS),
    "They met Dec. 31, 9999. The next day they left. A week later they were back. The following month, too.",
    "They met Jan. 1, 0001. The day before they left. A week earlier they were back. The previous month, too.",
    "from Dec. 3 to Jan. 5, between December and January, by the 31st, in '98, at 24:00 GMT",
    "today (Seoul time) or 9 a.m. Honolulu time",
)


class TestEndsOfTheCalendar:
    """Anchors at and near the first and the last day that there are."""

    @given(
        st.sampled_from(AT_THE_ENDS),
        st.integers(0, 800) | st.sampled_from([3_652, 3_653, 36_525]),
        st.booleans(),
        st.sampled_from([None, -12, 0, 14]),
        st.sampled_from(["news", "past", "future", "nearest"]),
        st.sampled_from(["nearest", "past", "future"]),
    )
    @example("last May", 0, True, None, "news", "nearest")
    @example("last Thanksgiving", 0, True, None, "news", "nearest")
    @example("next May", 0, False, None, "news", "nearest")
    @example("last winter", 365, True, None, "news", "nearest")
    @example("the preceding quarter", 150, True, None, "news", "nearest")
    @example("today (Seoul time)", 0, True, 14, "news", "nearest")
    @example("third-quarter", 0, True, None, "news", "nearest")
    @example("the year-ago third quarter", 0, True, None, "news", "nearest")
    @example("in '98", 0, True, None, "news", "nearest")
    def test_nothing_is_raised(self, text, days, first, hours, weekday, direction):
        """Each expression has a value within the calendar or a reason why not."""
        day = date.min + timedelta(days=days) if first else date.max - timedelta(days=days)
        zone = None if hours is None else timezone(timedelta(hours=hours))
        anchor = day if zone is None else datetime.combine(day, time(), zone)
        for found in extract_dates(text, anchor=anchor, weekday=weekday, direction=direction):
            assert found.value is not None or found.reason is not None
            assert found.value is None or not found.value.startswith(("0000", "-", "10000"))
            assert from_dict(TimeExpression, to_dict(found)) == found
        resolve_date(text, anchor=anchor, weekday=weekday, direction=direction)

    def test_every_example_at_both_ends(self):
        """The same for each text on the two days themselves."""
        for text in AT_THE_ENDS:
            for day in (date.min, date.max):
                assert all(found.value or found.reason for found in extract_dates(text, anchor=day))

    @pytest.mark.parametrize(
        ("text", "anchor"),
        [
            ("last May", date.min),
            ("last Thanksgiving", date.min),
            ("next March", date.max),
            ("the third quarter of last year", date.min),
            ("October last year", date.min),
        ],
    )
    def test_the_reason(self, text, anchor):
        """What would lie outside has no value, and that is the reason."""
        found = resolve_date(text, anchor=anchor)
        assert (found.text, found.value, found.interval, found.reason) == (text, None, None, "outside the calendar")
