"""Calendar arithmetic and intervals."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import example, given, strategies as st

from diplonews import Interval
from diplonews.temporal.calendar import (
    add_months,
    easter,
    grain_of,
    nearest_year,
    nth_weekday,
    season_value,
    shift,
    value_of,
    week_value,
)
from diplonews.temporal.intervals import interval_of
from diplonews.testing.temporal import anchors


class TestShift:
    """`shift`."""

    @given(anchors(date(1600, 1, 1), date(2400, 1, 1)), st.integers(-400, 400), st.sampled_from(["D", "W", "F"]))
    def test_back_and_forth(self, day, count, unit):
        """Days and weeks there and back are the same day."""
        assert shift(shift(day, count, unit), -count, unit) == day

    @given(anchors(), st.integers(-30, 30), st.sampled_from(["M", "Q", "Y", "DE", "CE", "ML"]))
    @example(date(2020, 2, 29), -1, "Y")
    @example(date(2021, 1, 31), 1, "M")
    def test_months_keep_the_day_or_the_last(self, day, count, unit):
        """Months and years keep the day of the month, or take the last."""
        try:
            moved = shift(day, count, unit)
        except (ValueError, OverflowError):
            assert unit in ("CE", "ML")
            return
        assert moved.day == day.day or (moved.day < day.day and (moved.replace(day=1) != add_months(moved, 1)))
        assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == count * {
            "M": 1,
            "Q": 3,
            "Y": 12,
            "DE": 120,
            "CE": 1200,
            "ML": 12000,
        }[unit]

    @pytest.mark.parametrize(("day", "count", "unit"), [(date.max, 1, "D"), (date.min, -1, "M"), (date.max, 1, "ML")])
    def test_outside(self, day, count, unit):
        """Outside the calendar is an error."""
        with pytest.raises((ValueError, OverflowError)):
            shift(day, count, unit)


class TestValues:
    """`value_of` and its kin."""

    def test_week_53(self):
        """The ISO year of a week may differ from the calendar's."""
        assert [week_value(day) for day in (date(2020, 12, 31), date(2021, 1, 3), date(2021, 1, 4))] == [
            "2020-W53",
            "2020-W53",
            "2021-W01",
        ]

    @pytest.mark.parametrize(
        ("day", "value"),
        [
            (date(2021, 2, 28), "2020-WI"),
            (date(2021, 3, 1), "2021-SP"),
            (date(2021, 8, 31), "2021-SU"),
            (date(2021, 11, 30), "2021-FA"),
            (date(2021, 12, 1), "2021-WI"),
        ],
    )
    def test_seasons(self, day, value):
        """A winter belongs to the year in which it begins."""
        assert season_value(day) == value

    @pytest.mark.parametrize("value", [None, "", "PAST_REF", "P1Y", "XXXX-WXX-1", "2021-13x", "2"])
    def test_no_grain(self, value):
        """A value that is not on the calendar has no grain and no interval."""
        assert grain_of(value) is None
        assert interval_of(value) is None

    def test_millennium(self):
        """A millennium has one digit."""
        assert value_of(date(2021, 2, 10), "ML") == "2"


class TestNearestYear:
    """`nearest_year`."""

    @given(anchors(date(1910, 1, 1), date(2090, 1, 1)), st.integers(1, 12), st.integers(1, 28))
    def test_sides(self, anchor, month, day):
        """Nearest is within half a year; past and future keep their side."""
        assert abs((date(nearest_year(anchor, month, day), month, day) - anchor).days) <= 183
        assert date(nearest_year(anchor, month, day, "past"), month, day) <= anchor
        assert date(nearest_year(anchor, month, day, "future"), month, day) >= anchor

    def test_leap_day(self):
        """29 February is looked for in leap years, over 1900 too."""
        assert nearest_year(date(2021, 2, 10), 2, 29) == 2020
        assert nearest_year(date(1900, 1, 1), 2, 29) == 1896
        assert nearest_year(date(1900, 3, 1), 2, 30) is None


class TestFeasts:
    """Days that move."""

    @pytest.mark.parametrize(
        "day", [date(1961, 4, 2), date(2000, 4, 23), date(2008, 3, 23), date(2011, 4, 24), date(2024, 3, 31)]
    )
    def test_easter(self, day):
        """Easter of some years."""
        assert easter(day.year) == day

    @given(st.integers(1900, 2100))
    def test_easter_is_a_sunday_in_spring(self, year):
        """Easter is a Sunday from 22 March to 25 April."""
        assert easter(year).isoweekday() == 7
        assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)

    @given(st.integers(1900, 2100), st.integers(1, 12), st.integers(1, 7), st.sampled_from([1, 2, 3, 4, -1]))
    def test_nth_weekday(self, year, month, weekday, nth):
        """The nth weekday is of that weekday and month."""
        day = nth_weekday(year, month, weekday, nth)
        assert (day.month, day.isoweekday()) == (month, weekday)
        assert nth < 0 or (day.day - 1) // 7 + 1 == nth


class TestIntervalOf:
    """`interval_of`."""

    @pytest.mark.parametrize(
        ("value", "mod", "start", "end"),
        [
            ("2019", "MID", "2019-05-01", "2019-09-01"),
            ("2018", "END", "2018-09-01", "2019-01-01"),
            ("2021-02", "START", "2021-02-01", "2021-02-11"),
            ("2021-02", "END", "2021-02-21", "2021-03-01"),
            ("2021-Q2", "MID", "2021-05-01", "2021-06-01"),
            ("2021-H1", "END", "2021-05-01", "2021-07-01"),
            ("2021-WI", "START", "2021-12-01", "2022-01-01"),
            ("199", "MID", "1993-01-01", "1997-01-01"),
            ("19", "END", "1967-01-01", "2000-01-01"),
            ("2021-W53", None, None, None),
            ("2020-W53-WE", None, "2021-01-02", "2021-01-04"),
            ("2021-W06", "START", "2021-02-08", "2021-02-15"),
            ("2021-02-10", "END", "2021-02-10", "2021-02-11"),
            ("9999", None, "9999-01-01", "9999-12-31"),
            ("9999-12-31", None, None, None),
            ("00", None, "0001-01-01", "0100-01-01"),
            ("2021-02-30", None, None, None),
        ],
    )
    def test_dates(self, value, mod, start, end):
        """Periods and their thirds."""
        found = interval_of(value, mod)
        assert found == (None if start is None else Interval(date.fromisoformat(start), date.fromisoformat(end)))

    @pytest.mark.parametrize(
        ("value", "start", "end"),
        [
            ("2021-02-10TMO", datetime(2021, 2, 10, 5), datetime(2021, 2, 10, 12)),
            ("2021-02-10TNI", datetime(2021, 2, 10, 20), datetime(2021, 2, 11, 0)),
            ("2021-02-10T24:00", datetime(2021, 2, 11, 0), datetime(2021, 2, 11, 0, 1)),
            ("2021-02-10T09:30:15", datetime(2021, 2, 10, 9, 30, 15), datetime(2021, 2, 10, 9, 30, 16)),
            ("2021-02-10T09", datetime(2021, 2, 10, 9), datetime(2021, 2, 10, 9, 1)),
        ],
    )
    def test_times(self, value, start, end):
        """Times of day, as wall time in the zone."""
        assert interval_of(value, None, UTC) == Interval(start.replace(tzinfo=UTC), end.replace(tzinfo=UTC))
        assert interval_of(value) is None

    @pytest.mark.parametrize("value", ["2021-02-10Tnoon", "2021-02-30T09:00", "9999-12-31T24:00"])
    def test_no_time(self, value):
        """A value that is not a time has no interval."""
        assert interval_of(value, None, UTC) is None
