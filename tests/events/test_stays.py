"""Events that last several days."""

from datetime import timedelta

import pytest
from hypothesis import given, settings, strategies as st
from support import ANCHOR

from diplonews import extract_events

WHOLE = {
    # from one day to another
    "Peru's king will visit Chile from May 20 to 22.": "2024-05-20/2024-05-22",
    "Peru's king will visit Chile on Tuesday and Wednesday.": "2024-05-14/2024-05-15",
    "Peru and Chile held talks in March and April.": "2024-03-01/2024-04-30",
    "Peru will hold a drill with Chile from June 7-11.": "2024-06-07/2024-06-11",
    # from the day it began, or to the day it ended, by its length
    "Peru's king is due in Chile on Tuesday for a three-day visit.": "2024-05-14/2024-05-16",
    "Peru's king began a week-long visit to Chile on Sunday.": "2024-05-05/2024-05-11",
    "Peru's king ended a three-day visit to Chile on Tuesday.": "2024-05-05/2024-05-07",
    "Peru and Chile opened three days of talks on Tuesday.": "2024-05-07/2024-05-09",
    # by the number of the day
    "Peru's king, on the second day of a four-day visit to Chile, sang on Tuesday.": "2024-05-06/2024-05-09",
    "Peru's king, on the last day of a four-day visit to Chile, sang on Tuesday.": "2024-05-04/2024-05-07",
    "Peru's king, on the eighth day of a ten-day visit to Chile, sang on Tuesday.": "2024-04-30/2024-05-09",
    "Peru's king, on the 2nd day of a four-day visit to Chile, sang on Tuesday.": "2024-05-06/2024-05-09",
    # a day that the visit cannot have, and one without a number, leave it open
    "Peru's king, on the fifth day of a two-day visit to Chile, sang on Tuesday.": "2024-05-07",
    "Peru's king, on the sunny day of a four-day visit to Chile, sang on Tuesday.": "2024-05-07",
    # but which day of a visit it was is open if only another act is dated
    "Peru's king, on a three-day visit to Chile, sang on Tuesday.": "2024-05-07",
    # an arrival or a departure is of its own day
    "Peru's king arrived in Chile on Tuesday for a three-day visit.": "2024-05-07",
    "Peru's king arrived in Chile on Tuesday on a 48-hour visit.": "2024-05-07",
    "Peru's king left on Tuesday for a week-long visit to Chile.": "2024-05-07",
    # days apart, a day of a visit, another visit, and a length that is not a number of days
    "Peru and Chile held talks in January and April.": "2024-01",
    "Peru's king met Chile's premier on Tuesday during a two-day visit.": "2024-05-07",
    "Peru's king arrived in Chile on Tuesday after a two-day visit to Malta.": "2024-05-07",
    "Peru's king arrived in Chile on Tuesday for a lengthy visit.": "2024-05-07",
    # what is put off from one day to another lasts no longer for it
    "Peru's king put off a visit to Chile from Monday to Friday.": "2024-05-06",
}  # fmt: skip


@pytest.mark.parametrize("text", WHOLE)
def test_days(text):
    """The first event with all its days."""
    event = extract_events(text, anchor=ANCHOR)[0]
    assert event.when is not None
    assert event.when.value == WHOLE[text]


def test_the_stay_is_handed_on():
    """A second mention of a visit has the days of the whole stay."""
    text = "Peru's king began a five-day visit to Chile on Sunday. The visit to Chile by Peru's king is the first."
    assert {event.when.value for event in extract_events(text, anchor=ANCHOR)} == {"2024-05-05/2024-05-09"}


@given(days=st.integers(2, 40), verb=st.sampled_from(["began", "ended"]))
@settings(max_examples=20, deadline=None)
def test_length(days, verb):
    """It lasts as long as is said, and begins or ends on the day that is said."""
    (event,) = extract_events(f"Peru's king {verb} a {days}-day visit to Chile on Tuesday.", anchor=ANCHOR)
    assert event.when is not None
    assert event.when.interval is not None
    start, end = event.when.interval.start, event.when.interval.end
    assert end - start == timedelta(days=days)
    assert (start if verb == "began" else end - timedelta(days=1)).isoformat() == "2024-05-07"
