"""Zones, timestamps and the anchor day."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, strategies as st

from diplonews import Dateline, Place, Span, parse_article
from diplonews.wire.instants import anchor_of, make_timestamp

SEOUL = Place(name="SEOUL", country="KOR", timezone="Asia/Seoul")
WASHINGTON = Place(name="WASHINGTON", country="USA", timezone="America/New_York")


def dateline(*places, day=None):
    return Dateline(span=Span(0, 5), places=places, date=day)


class TestMakeTimestamp:
    """`make_timestamp`."""

    def test_order_of_trust(self):
        """Printed before outlet before agency before dateline; the source is recorded."""
        zones = {"printed": "Asia/Tokyo", "outlet": "Asia/Seoul", "agency": "Europe/Berlin", "dateline": "Europe/Oslo"}
        local = datetime(2021, 3, 4, 9)
        for source in list(zones):
            stamp = make_timestamp(local, **zones)
            assert (stamp.timezone_source, stamp.timezone) == (source, zones.pop(source))

    def test_unknown_zone_is_not_guessed(self):
        """Without a zone there is a clock reading and no instant."""
        stamp = make_timestamp(datetime(2021, 3, 4, 9), printed="Nowhere/City")
        assert (stamp.instant, stamp.timezone, stamp.timezone_source) == (None, None, None)

    def test_day_has_no_instant(self):
        """A date alone is not an instant even if the zone is known."""
        stamp = make_timestamp(date(2021, 3, 4), outlet="Asia/Seoul")
        assert (stamp.instant, stamp.timezone) == (None, "Asia/Seoul")

    @pytest.mark.parametrize(("offset", "name"), [(timedelta(hours=9), "+09:00"), (timedelta(0), "+00:00")])
    def test_aware_reading(self, offset, name):
        """The offset of an aware datetime counts as printed."""
        moment = datetime(2021, 3, 4, 9, tzinfo=timezone(offset))
        stamp = make_timestamp(moment, outlet="Asia/Seoul")
        assert (stamp.instant, stamp.timezone, stamp.timezone_source) == (moment, name, "printed")
        assert stamp.local == datetime(2021, 3, 4, 9)


class TestAnchorOf:
    """`anchor_of`."""

    def test_day_of_the_dateline_s_zone(self):
        """Thursday morning in Seoul is Wednesday in Washington."""
        stamp = make_timestamp(datetime(2021, 3, 4, 9), outlet="Asia/Seoul")
        assert anchor_of(stamp, dateline(WASHINGTON)) == date(2021, 3, 3)
        assert anchor_of(stamp, dateline(SEOUL, WASHINGTON)) == date(2021, 3, 4)

    def test_summer_time(self):
        """The zone's own rules hold on that day."""
        stamp = make_timestamp(datetime(2021, 7, 1, 4, 30, tzinfo=UTC))
        assert anchor_of(stamp, dateline(WASHINGTON)) == date(2021, 7, 1)
        stamp = make_timestamp(datetime(2021, 1, 1, 4, 30, tzinfo=UTC))
        assert anchor_of(stamp, dateline(WASHINGTON)) == date(2020, 12, 31)

    def test_dateline_s_own_day(self):
        """Without an instant the dateline's day holds if it is within a day of the page's."""
        stamp = make_timestamp(date(2021, 3, 4))
        assert anchor_of(stamp, dateline(WASHINGTON, day=date(2021, 3, 3))) == date(2021, 3, 3)
        assert anchor_of(stamp, dateline(WASHINGTON, day=date(2020, 3, 3))) == date(2021, 3, 4)
        assert anchor_of(None, dateline(SEOUL, day=date(2020, 3, 3))) == date(2020, 3, 3)

    def test_nothing_known(self):
        """No date, no anchor."""
        assert anchor_of(None) is None
        assert anchor_of(None, dateline(SEOUL)) is None

    @given(st.datetimes(datetime(1970, 1, 1), datetime(2037, 1, 1), timezones=st.just(UTC)))
    def test_never_more_than_a_day_away(self, moment):
        """The anchor is the day before, of or after the day of publication."""
        found = anchor_of(make_timestamp(moment), dateline(WASHINGTON))
        assert abs((found - moment.date()).days) <= 1


def test_the_ends_of_the_calendar():
    """Where the day at the place is out of the calendar's range, the printed day counts."""
    article = parse_article("Talks go on\n\nDec. 31, 9999 11:59 p.m. EST\n\nTOKYO (Kyodo) -- Talks go on, they said.")
    assert article.anchor == date(9999, 12, 31)
