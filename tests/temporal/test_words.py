"""Dates in words and figures: ranks, distances, quarters, clocks, and names that look like dates."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, strategies as st

from diplonews import extract_dates
from diplonews.temporal.calendar import nth_weekday
from diplonews.testing.temporal import anchors

WEDNESDAY = date(2024, 6, 12)

FOUND = [
    # by rank in a month or year
    ("Ballots are cast on the first Monday of September.", [("the first Monday of September", "2024-09-02")]),
    ("It opened on the last Friday of May 2013.", [("the last Friday of May 2013", "2013-05-31")]),
    ("They sat on the 2nd Tuesday in March 2020.", [("the 2nd Tuesday in March 2020", "2020-03-10")]),
    ("They met on the first Tuesday of last month.", [("the first Tuesday of last month", "2024-05-07")]),
    ("They vote on the last Sunday of the month.", [("the last Sunday of the month", "2024-06-30")]),
    ("They meet on the second Tuesday of each month.", [("the second Tuesday of each month", "P1M")]),
    ("the fifth Monday of February 2023", [("the fifth Monday of February 2023", None)]),
    ("It closed on the first day of last month.", [("the first day of last month", "2024-05-01")]),
    ("It closes on the last day of next month.", [("the last day of next month", "2024-07-31")]),
    ("It ends on the last day of July.", [("the last day of July", "2024-07-31")]),
    ("the second week of the year", [("the second week of the year", "2024-W02")]),
    ("the last day of 2021", [("the last day of 2021", "2021-12-31")]),
    # by distance
    ("Talks resume the week after next.", [("the week after next", "2024-W26")]),
    ("They met the week before last.", [("the week before last", "2024-W22")]),
    ("It was signed the year before last.", [("the year before last", "2022")]),
    ("They vote the weekend after next.", [("the weekend after next", "2024-W26-WE")]),
    ("They vote the Friday after next.", [("the Friday after next", "2024-06-21")]),
    ("They vote on Friday week.", [("Friday week", "2024-06-21")]),
    ("The pier closed two years and three months ago.", [("two years and three months ago", "2022-03")]),
    ("He left one year, two weeks ago.", [("one year, two weeks ago", "2023-W22")]),
    ("He left a year and a half ago.", [("a year and a half ago", "2022-12")]),
    ("It is due later this year.", [("later this year", "2024")]),
    ("The report, due on Friday, is long.", [("Friday", "2024-06-14")]),
    ("A ruling was due on Friday.", [("Friday", "2024-06-14")]),
    # quarters, halves, fiscal years
    ("2025Q1, 2023 Q4, 2023-Q3", [("2025Q1", "2025-Q1"), ("2023 Q4", "2023-Q4"), ("2023-Q3", "2023-Q3")]),
    ("Q1/25, 3Q24 and Q3'24", [("Q1/25", "2025-Q1"), ("3Q24", "2024-Q3"), ("Q3'24", "2024-Q3")]),
    ("H1 2025, 2H24", [("H1 2025", "2025-H1"), ("2H24", "2024-H2")]),
    ("In Q1 25 ships sailed.", [("Q1", "2024-Q1")]),
    ("FY2023/24, fiscal 2024-25", [("FY2023/24", None), ("fiscal 2024-25", None)]),
    ("Aid grew in FY24.", [("FY24", "2024")]),
    # the clock
    ("It struck at 16.00 GMT.", [("16.00 GMT", "2024-06-12T16:00Z")]),
    ("It struck at 1600 hrs GMT.", [("1600 hrs GMT", "2024-06-12T16:00Z")]),
    ("It struck at 1600 hours.", [("1600 hours", "2024-06-12T16:00")]),
    ("The embargo lifts at 16:00 hrs.", [("16:00 hrs", "2024-06-12T16:00")]),
    ("They flew 1600 hours.", [("1600 hours", "PT1600H")]),
    ("The call is at 7 p.m. ET.", [("7 p.m. ET", "2024-06-12T19:00")]),
    ("The call is at 19:00 (UTC+8).", [("19:00", "2024-06-12T19:00+08:00")]),
    ("closed from 16:00, 23 April 2024", [("16:00, 23 April 2024", "2024-04-23T16:00")]),
    ("stamped 02/08/2012 4:49 PM", [("02/08/2012 4:49 PM", "2012-02-08T16:49")]),
    ('{"date": "Thu Jan 25 03:15:00 +0000 2018"}', [("Thu Jan 25 03:15:00 +0000 2018", "2018-01-25T03:15:00Z")]),
    ('"date": "25 Jan 2018 03:15:00 +0000"', [("25 Jan 2018 03:15:00 +0000", "2018-01-25T03:15:00Z")]),
    # words that are also names
    ("In April Ms. Decker left.", [("April", "2024-04")]),
    ("the June European summit", [("June", "2024-06")]),
    ("In 2008 Wall Street fell.", [("2008", "2008")]),
    ("the 2024 Wall Street poll", [("2024", "2024")]),
    ("Flights run daily.", [("daily", "P1D")]),
    ("the daily flights, a daily rate", [("daily", "P1D"), ("daily", "P1D")]),
]  # fmt: skip

NOT_FOUND = [
    "April Decker met June Osborn and August Wilson.",
    "Write to Suite 2000, or come to the house at 2024 Elm Street.",
    "The daily said so.",
    "He wrote for a state-run daily, and for Seoul's weekly.",
    "He told a weekly, and later the South China daily reported it.",
    "H1 visas and H5N1 flu",
]


class TestFound:
    """Sentences with their answers."""

    @pytest.mark.parametrize(("text", "expected"), FOUND, ids=[text for text, _ in FOUND])
    def test_found(self, text, expected):
        """Spans and values are these, and no others."""
        assert [(found.text, found.value) for found in extract_dates(text, anchor=WEDNESDAY)] == expected

    @pytest.mark.parametrize("text", NOT_FOUND)
    def test_not_found(self, text):
        """No expression of time."""
        assert extract_dates(text, anchor=WEDNESDAY) == ()

    def test_fiscal_reason(self):
        """A fiscal year over two years has no value, and the reason names both."""
        (found,) = extract_dates("fiscal 2024-25", anchor=WEDNESDAY)
        assert "from 2024 to 2025" in (found.reason or "")


class TestAhead:
    """A length of time that leads to a day."""

    @pytest.mark.parametrize(
        ("text", "start", "end"),
        [
            ("He will leave in three days.", date(2024, 6, 15), date(2024, 6, 16)),
            ("Talks will resume in two weeks.", date(2024, 6, 24), date(2024, 7, 1)),
            ("The pact is to lapse in a month.", date(2024, 7, 1), date(2024, 8, 1)),
        ],
    )
    def test_ahead(self, text, start, end):
        """The value is the length, the interval the day, week or month it leads to."""
        (found,) = extract_dates(text, anchor=WEDNESDAY)
        assert found.value is not None
        assert found.value.startswith("P")
        assert (found.interval.start, found.interval.end) == (start, end)

    @pytest.mark.parametrize("text", ["It was built in three days.", "It will take three days."])
    def test_only_a_length(self, text):
        """Without `in`, or in the past, there is no day."""
        (found,) = extract_dates(text, anchor=WEDNESDAY)
        assert (found.value, found.interval) == ("P3D", None)

    def test_no_anchor(self):
        """Without an anchor there is no day, and the length is the value."""
        (found,) = extract_dates("He will leave in three days.")
        assert (found.value, found.interval) == ("P3D", None)


class TestZones:
    """Zones after a clock reading or a date."""

    @pytest.mark.parametrize(
        ("text", "offset_hours"),
        [("at 7 p.m. ET", -4), ("at 7 p.m. CT", -5), ("at 22:00, 27 April (UTC+8)", 8), ("at 19:00 (UTC+8)", 8)],
    )
    def test_offset(self, text, offset_hours):
        """The interval is in the zone that the text names."""
        (found,) = extract_dates(text, anchor=WEDNESDAY)
        assert found.interval.start.utcoffset().total_seconds() == offset_hours * 3600


@given(anchors(), st.sampled_from(["first", "second", "third", "fourth"]), st.integers(2000, 2040), st.booleans())
def test_rank_needs_no_anchor(anchor, rank, year, known):
    """With a month and a year the answer is the calendar's, whatever the anchor, or without one."""
    text = f"the {rank} Monday of May {year}"
    (found,) = extract_dates(text, anchor=anchor if known else None)
    number = ("first", "second", "third", "fourth").index(rank) + 1
    assert found.value == nth_weekday(year, 5, 1, number).isoformat()
