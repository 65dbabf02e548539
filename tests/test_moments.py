"""Days and instants as callers give them."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from diplonews.moments import day_of, read_moment

zones = st.none() | st.sampled_from([UTC, timezone(timedelta(hours=9)), timezone(-timedelta(hours=3, minutes=30))])
moments = st.dates() | st.datetimes(timezones=zones)


class Stamp(datetime):
    """A datetime with more to it, as pandas has them."""

    nanosecond = 7


class Nothing(datetime):
    """As `pandas.NaT`: a datetime by class, whose every part is not a number."""

    year = month = day = float("nan")

    def __repr__(self):
        return "NaT"


class TestReadMoment:
    """`read_moment`."""

    @given(moments)
    def test_moments_and_their_text(self, moment):
        """A date or datetime is itself, and so is its ISO text, with blanks around it or not."""
        for given_as in (moment, moment.isoformat(), f" {moment.isoformat()}\n"):
            found = read_moment(given_as, "anchor")
            assert (found, type(found)) == (moment, type(moment))
            assert getattr(found, "tzinfo", None) == getattr(moment, "tzinfo", None)

    def test_none(self):
        """None stays None."""
        assert read_moment(None, "anchor") is None

    @pytest.mark.parametrize(
        ("text", "moment"),
        [
            ("2021-05-05T10:00Z", datetime(2021, 5, 5, 10, tzinfo=UTC)),
            ("2021-05-05 10:00", datetime(2021, 5, 5, 10)),
            ("20210505", date(2021, 5, 5)),
            ("2021-W18-3", date(2021, 5, 5)),
        ],
    )
    def test_forms_of_iso(self, text, moment):
        """The forms of ISO 8601 that Python reads."""
        assert read_moment(text, "anchor") == moment

    def test_subclasses(self):
        """A subclass of datetime becomes a plain one with the same zone."""
        found = read_moment(Stamp(2021, 5, 5, 9, 30, fold=1, tzinfo=ZoneInfo("Asia/Seoul")), "anchor")
        assert type(found) is datetime
        assert (found, found.tzinfo, found.fold) == (
            datetime(2021, 5, 5, 9, 30, tzinfo=ZoneInfo("Asia/Seoul")),
            ZoneInfo("Asia/Seoul"),
            1,
        )

    def test_not_a_time(self):
        """The NaT of pandas is refused, and None named as the way out."""
        with pytest.raises(ValueError, match=r"^published must be .*, or None where no day is known \(got NaT\)$"):
            read_moment(Nothing(2021, 1, 1), "published")

    @pytest.mark.parametrize("value", [20210505, 1.5, True, ("2021", 5), b"2021-05-05"])
    def test_other_types(self, value):
        """Another type is a TypeError that says what to pass."""
        with pytest.raises(TypeError) as caught:
            read_moment(value, "anchor")
        assert str(caught.value) == (
            'anchor must be a date, a datetime or ISO 8601 text such as "2021-05-05" or "2021-05-05T10:00Z" '
            f"(got {type(value).__name__}: {value!r})"
        )

    @pytest.mark.parametrize(
        "text", ["", "5 May 2021", "2021-05", "2021-13-01", "2021-05-05T25:00", "05/05/2021", "x" * 500]
    )
    def test_other_text(self, text):
        """Other text is a ValueError that shows its beginning."""
        with pytest.raises(ValueError, match=r"^anchor must be a date, a datetime or ISO 8601 text") as caught:
            read_moment(text, "anchor")
        assert repr(text)[:50] in str(caught.value)
        assert len(str(caught.value)) < 200


@given(moments)
def test_day_of(moment):
    """The day is that of the moment's own clock."""
    assert day_of(moment).isoformat() == moment.isoformat()[:10]
