"""Strategies for expressions of time."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from diplonews.temporal.calendar import quarter_value, week_value

__all__ = ["WEEKDAYS", "anchors", "full_date_forms", "full_dates", "time_expressions"]

MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905 -- readable
)
SHORT = {1: "Jan.", 2: "Feb.", 8: "Aug.", 9: "Sept.", 10: "Oct.", 11: "Nov.", 12: "Dec."}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NUMERALS = {
    1: "one",
    2: "two",
    3: "three",
    4: "four",
    5: "five",
    7: "seven",
    12: "twelve",
    20: "twenty",
    45: "forty-five",
}
UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y"}


def anchors(first: date = date(1900, 1, 1), last: date = date(2100, 12, 31)) -> st.SearchStrategy[date]:
    """Days to count from; leap days, year ends and ISO week 53 come often."""
    edges = [
        date(year, month, day)
        for year in (1900, 1904, 1999, 2000, 2004, 2015, 2020, 2021, 2100)
        for month, day in ((1, 1), (2, 28), (2, 29), (3, 1), (12, 28), (12, 31))
        if (month, day) != (2, 29) or (year % 4 == 0 and year not in (1900, 2100))
    ]
    return st.one_of(st.dates(first, last), st.sampled_from([day for day in edges if first <= day <= last]))


def full_date_forms(day: date) -> tuple[str, ...]:
    """Every supported way to print a whole date."""
    month = MONTHS[day.month - 1]
    short = SHORT.get(day.month, month)
    weekday = WEEKDAYS[day.weekday()]
    return (
        f"{month} {day.day}, {day.year}",
        f"{short} {day.day}, {day.year}",
        f"{short.rstrip('.')} {day.day} {day.year}",
        f"{day.day} {month} {day.year}",
        f"{day.day} {short} {day.year}",
        f"the {day.day}th of {month} {day.year}",
        f"{weekday}, {short} {day.day}, {day.year}",
        f"{weekday} {day.day} {month} {day.year}",
        f"{weekday[:3]}, {month} {day.day}, {day.year}",
        day.isoformat(),
        f"{day.month}/{day.day}/{day.year}",
        f"{day.day:02}.{day.month:02}.{day.year}",
    )


@st.composite
def full_dates(draw: st.DrawFn) -> tuple[str, str]:
    """A date with its year, in some form, and its value."""
    day = draw(anchors())
    return draw(st.sampled_from(full_date_forms(day))), day.isoformat()


@st.composite
def time_expressions(draw: st.DrawFn) -> tuple[str, str, date]:
    """An expression, its value, and the anchor it is read against."""
    anchor = draw(anchors(date(1930, 1, 1), date(2070, 12, 31)))
    year = anchor.year
    forms = {
        "today": anchor.isoformat(),
        "yesterday": (anchor - timedelta(days=1)).isoformat(),
        "tomorrow": (anchor + timedelta(days=1)).isoformat(),
        "last week": week_value(anchor - timedelta(days=7)),
        "this week": week_value(anchor),
        "next week": week_value(anchor + timedelta(days=7)),
        "last year": str(year - 1),
        "late next year": str(year + 1),
        "this month": f"{year}-{anchor.month:02}",
        "this quarter": quarter_value(anchor),
        f"fiscal {year}": str(year),
        f"mid-{year}": str(year),
        f"the late {year // 10 * 10}s": str(year // 10),
        f"the third quarter of {year}": f"{year}-Q3",
        f"the first half of {year}": f"{year}-H1",
        f"the summer of {year}": f"{year}-SU",
        "the 19th century": "18",
        "two and a half years": "P2Y6M",
        "the past nine months": "P9M",
        "a 30-day": "P30D",
        "recent months": "PXM",
        "every two weeks": "P2W",
        "daily": "P1D",
        "currently": "PRESENT_REF",
        "the near future": "FUTURE_REF",
        "recently": "PAST_REF",
    }
    count, word = draw(st.sampled_from(sorted(NUMERALS.items())))
    unit, designator = draw(st.sampled_from(sorted(UNITS.items())))
    if (word, unit) != ("one", "day"):  # `one day` means some time ahead as often as a length of time
        forms[f"{word} {unit}{'s' if count > 1 else ''}"] = f"P{count}{designator}"
    forms[f"{word}-{unit}"] = f"P{count}{designator}"
    text = draw(st.sampled_from(sorted(forms)))
    return text, forms[text], anchor
