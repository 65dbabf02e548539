"""Time zones, of the package alone."""

import copy
import os
import pickle
import subprocess
import sys
from datetime import datetime, timedelta
from importlib.resources import files
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest
from hypothesis import given, strategies as st

from diplonews.lexicons.timezones import load_zone, zone_of

NAMES = (files("tzdata") / "zones").read_text().split()
COPY = "OSLO, May 4 (Reuters) - Two envoys met at 9 p.m. on Tuesday."
PRINT = f"""
from datetime import UTC, datetime
import diplonews as dn
from diplonews.wire.instants import make_timestamp
print(make_timestamp(datetime(2021, 5, 5, 9), outlet="Asia/Seoul").instant.isoformat())
article = dn.parse_article({COPY!r}, reference=datetime(2021, 5, 5).date())
print(dn.extract_dates(article, anchor=datetime(2021, 5, 5, tzinfo=UTC))[0].interval)
"""


class TestLoadZone:
    @pytest.mark.parametrize("name", NAMES)
    def test_every_zone_of_the_package(self, name):
        """Each is there, knows its name and has an offset at any time."""
        zone = load_zone(name)
        assert isinstance(zone, ZoneInfo)
        assert (zone.key, str(zone)) == (name, name)
        for at in (datetime.min, datetime(1990, 7, 1), datetime.max):
            assert abs(zone.utcoffset(at)) < timedelta(days=1)

    @given(st.sampled_from(NAMES))
    def test_one_object(self, name):
        """A pickle, a copy and a second call give the same zone, so that datetimes in it count as in one zone."""
        zone = load_zone(name)
        assert all(again is zone for again in (load_zone(name), pickle.loads(pickle.dumps(zone)), copy.deepcopy(zone)))

    @pytest.mark.parametrize("name", ["Mars/Base", "", "Asia", "../zones", "/etc/passwd", "__init__.py", "\0"])
    def test_no_zone(self, name):
        """An unknown name is an error that says so."""
        with pytest.raises(ZoneInfoNotFoundError, match="no time zone"):
            load_zone(name)

    @pytest.mark.parametrize("system", ["", "{}"])
    def test_the_system_changes_nothing(self, tmp_path, system):
        """The same answers with no zones in the system, and with wrong ones."""
        (tmp_path / "Asia").mkdir()
        (tmp_path / "Europe").mkdir()
        wrong = files("tzdata").joinpath("zoneinfo", "America", "Lima").read_bytes()
        for name in ("Asia/Seoul", "Europe/Oslo"):
            (tmp_path / name).write_bytes(wrong)
        done = subprocess.run(
            [sys.executable, "-c", PRINT],
            env={**os.environ, "PYTHONTZPATH": system.format(tmp_path)},
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.splitlines() == [
            "2021-05-05T09:00:00+09:00",
            "Interval(2021-05-04T21:00:00+02:00, 2021-05-04T21:01:00+02:00)",
        ]


class TestZoneOf:
    @pytest.mark.parametrize(
        "name", [None, "", "Nowhere/City", "Asia", "+99", "+99:00", "+24:00", "+ab:cd", "../etc/passwd", "\0"]
    )
    def test_unknown(self, name):
        """Anything but a zone is None."""
        assert zone_of(name) is None

    @pytest.mark.parametrize(
        ("name", "hours"), [("-03:30", -3.5), ("+0545", 5.75), ("+09", 9), ("-00:30", -0.5), ("+00:00", 0)]
    )
    def test_offset(self, name, hours):
        """Offsets west are negative; the colon and the minutes can be left out."""
        assert zone_of(name).utcoffset(None) == timedelta(hours=hours)

    def test_name(self):
        """A name gives the zone itself."""
        assert zone_of("Asia/Seoul") is load_zone("Asia/Seoul")
