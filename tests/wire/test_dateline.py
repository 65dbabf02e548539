"""Datelines: properties first, then the printed forms, then what must stay silent."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given, settings, strategies as st

from diplonews import parse_article
from diplonews.model import RegionKind
from diplonews.wire.dateline import FoundDateline, find_dateline, locate_dateline
from diplonews.wire.dateline_parts import read_date

HERE = Path(__file__).parent / "datelines"
REFERENCE = date(2024, 5, 10)
MARKS = "⟦⟧"


def rows(name: str) -> list[str]:
    """The rows of a table of cases, with escapes read."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    read = [re.sub(r"\\(n|t|xa0)", lambda m: {"n": "\n", "t": "\t", "xa0": "\xa0"}[m[1]], line) for line in lines]
    return [line for line in read if line and not line.startswith("# ")]


def marked(lead: str) -> tuple[str, int, int]:
    """The lead without its marks, and where they were; a lead without both is a mistake."""
    assert [lead.count(mark) for mark in MARKS] == [1, 1], lead
    start, end = lead.index("⟦"), lead.index("⟧") - 1
    assert start <= end, lead
    return lead.replace("⟦", "").replace("⟧", ""), start, end


FOUND = [tuple(row.split("\t")) for row in rows("found.tsv")[1:]]
SILENT = rows("silent.tsv")
CITIES = ["SEOUL", "NEW YORK", "ST. LOUIS", "XI'AN", "PORT-AU-PRINCE", "RIO DE JANEIRO", "SÃO PAULO", "N'DJAMENA"]
AGENCIES = ["AP", "Reuters", "AFP", "Xinhua", "Yonhap", "Kyodo News", "UPI", "dpa"]
MONTHS = ["Jan.", "Feb", "March", "April", "May", "June", "July", "Aug. ", "Sept.", "Oct", "Nov.", "December"]


@st.composite
def datelines(draw):
    """A dateline as text, with the parts that it was made from."""
    cities = draw(st.lists(st.sampled_from(CITIES), min_size=1, max_size=3))
    month = draw(st.none() | st.integers(1, 12))
    day = draw(st.integers(1, 28))
    agency = draw(st.sampled_from(AGENCIES))
    dash = draw(st.sampled_from([" --", " -", " —", "--", " _", ":"]))
    when = "" if month is None else f", {MONTHS[month - 1].strip()} {day}"
    return "/".join(cities) + when + f" ({agency}){dash}", cities, (month, day), agency


class TestFindDateline:
    @given(datelines(), st.integers(0, 5))
    def test_rendered_datelines_parse_back(self, made, blanks):
        """A dateline put together from its parts is found whole, with those parts."""
        text, cities, (month, day), agency = made
        lead = " " * blanks + text + " Ministers met on Monday."
        found = find_dateline(lead, reference=REFERENCE)
        assert found is not None
        assert found.dateline.span.of(lead) == text
        assert [place.name for place in found.dateline.places] == cities
        assert found.dateline.agency == agency
        assert (found.dateline.date is None) == (month is None)
        if month is not None:
            assert (found.dateline.date.month, found.dateline.date.day) == (month, day)

    @given(datelines())
    def test_what_follows_does_not_move_it(self, made):
        """The dateline is the same whatever story follows, and with any offset before it."""
        text = made[0]
        one = find_dateline(text + " Ministers met.")
        two = find_dateline("x" * 7 + text + " Rain fell.\n\nMore rain is expected.", 7)
        assert one.dateline.places == two.dateline.places
        assert (one.dateline.span.start + 7, one.dateline.span.end + 7) == (
            two.dateline.span.start,
            two.dateline.span.end,
        )

    @given(st.text(max_size=200))
    @example("\ud800 (AP) —")
    @example("SEOUL, May 31-\x00")
    @example("A, 1 MAY (")
    @settings(max_examples=300)
    def test_any_text(self, text):
        """Any text gives None or a dateline inside it; the same one each time."""
        found = find_dateline(text, reference=REFERENCE)
        assert found == find_dateline(text, reference=REFERENCE)
        if found is not None:
            assert 0 <= found.dateline.span.start < found.dateline.span.end <= len(text)
            for region in found.skipped:
                assert region.span.end <= found.dateline.span.start
            for span in found.evidence.spans:
                assert span.end <= found.dateline.span.end

    @given(st.text(alphabet="SEOUL (AP)—-,./123 May:\n[]*By", max_size=120))
    @settings(max_examples=300)
    def test_near_datelines(self, text):
        """Scrambled parts of datelines never raise, from either entry."""
        for find in (find_dateline, locate_dateline):
            found = find(text, reference=REFERENCE)
            assert found is None or found.dateline.span.end <= len(text)

    @given(st.dates(date(1990, 1, 1), date(2030, 12, 31)), st.integers(-150, 150))
    def test_year_is_the_nearest(self, filed, days):
        """A date printed without its year gets the year that puts it nearest to the reference."""
        text = f"SEOUL, {filed:%B} {filed.day} (Yonhap) -- The port opened."
        found = find_dateline(text, reference=filed + timedelta(days=days))
        if (filed.month, filed.day) != (2, 29):
            assert found.dateline.date == filed

    @pytest.mark.parametrize(("lead", "places", "agency", "day"), FOUND, ids=[row[0][:60] for row in FOUND])
    def test_printed_forms(self, lead, places, agency, day):
        """Every form of the catalogue: its position, its places, agency and date."""
        text, start, end = marked(lead)
        found = find_dateline(text, reference=REFERENCE)
        assert found is not None
        dateline = found.dateline
        assert (dateline.span.start, dateline.span.end) == (start, end), dateline.span.of(text)
        if places != "*":
            got = [f"{p.name}|{p.region or ''}|{p.country or ''}" for p in dateline.places]
            assert ";".join(got) == places
        assert (dateline.agency or "") == agency
        assert (dateline.date.isoformat() if dateline.date else "") == day
        assert found.evidence.rule.startswith("dateline.")

    @pytest.mark.parametrize("text", [*SILENT, "", " \n\t "])
    def test_silent(self, text):
        """Headlines, lists, acronyms and sentences that open with a city are not datelines."""
        assert find_dateline(text, reference=REFERENCE) is None
        assert locate_dateline(text, reference=REFERENCE) is None

    @pytest.mark.parametrize(
        ("text", "kinds"),
        [
            ("****OSLO, May 6 - Norway", [RegionKind.SLUG]),
            ("(Adds detail)\nOSLO, May 6 (Reuters) - Norway", [RegionKind.NOTE]),
            ("By Ann Lee OSLO (AP) — Norway", [RegionKind.BYLINE]),
            ("(Corrects name) By Ann Lee OSLO (Reuters) - Norway", [RegionKind.NOTE, RegionKind.BYLINE]),
            ("OSLO (AP) — Norway", []),
        ],
    )
    def test_skipped(self, text, kinds):
        """The words before a dateline are given with their kind."""
        assert [region.kind for region in find_dateline(text).skipped] == kinds

    def test_bounds(self):
        """Nothing before `start` and nothing that ends after `end` is found."""
        text = "SEOUL, May 3 (Yonhap) -- The port opened."
        assert find_dateline(text, 1).dateline.span.start == 1
        assert find_dateline(text, 0, 12) is None
        assert find_dateline(text, 0, 24).dateline.span.end == 24
        assert find_dateline(text, 0, 9_999) == find_dateline(text)

    def test_date_needs_a_reference(self):
        """Without a reference a date without its year is None; with its year it is known."""
        assert find_dateline("SEOUL, May 3 (Yonhap) -- The").dateline.date is None
        assert find_dateline("SEOUL, May 3, 2021 (Yonhap) -- The").dateline.date == date(2021, 5, 3)

    def test_near(self):
        """The outlet's country decides between towns of one name, the agency's own otherwise."""
        text = "CAMBRIDGE, May 3 - The college opened."
        assert find_dateline(text, near="GBR").dateline.places[0].country == "GBR"
        assert find_dateline(text, near="USA").dateline.places[0].country == "USA"
        assert find_dateline(text).dateline.places[0].country is None
        assert find_dateline("HYDERABAD, May 6 (APP): The").dateline.places[0].country == "PAK"
        assert find_dateline("HYDERABAD, May 6 (PTI): The").dateline.places[0].country == "IND"

    def test_evidence(self):
        """The evidence holds the rule and the spans of places, date, agency and dash."""
        text = "SEOUL, May 3 (Yonhap) -- The port opened."
        found = find_dateline(text)
        assert found.evidence.rule == "dateline.agency"
        assert [span.of(text).strip() for span in found.evidence.spans] == ["SEOUL", "May 3", "(Yonhap)", "--"]

    @pytest.mark.parametrize(
        "run", ["A", "A ", "SEOUL/", "SEOUL, ", "(", "By A ", "- ", "1, ", "\n", "서울 ", "(서울=", "U.", "AP - "]
    )
    def test_hostile_runs(self, run):
        """A megabyte of one run ends in no time."""
        text = run * (1_000_000 // len(run))
        find_dateline(text)
        locate_dateline(text)

    def test_repr_is_short(self):
        """A finding fits a few lines."""
        assert len(repr(find_dateline("SEOUL (AP) — The"))) < 400
        assert isinstance(find_dateline("SEOUL (AP) — The"), FoundDateline)


class TestLocateDateline:
    def test_after_slug_headline_and_byline(self):
        """The first line start that begins a dateline counts."""
        text = "(LEAD) Ferries return\n\nBy Jo Park\n\nBUSAN, May 3 (Yonhap) -- Ferries sail again.\n\nSEOUL (AP) — x"
        assert locate_dateline(text).dateline.places[0].name == "BUSAN"

    def test_headline_alone(self):
        """A headline with a dash does not count."""
        assert locate_dateline("SEOUL - TOKYO TALKS TO RESUME\n\nThe two sides said they would meet.") is None

    def test_far_down(self):
        """A dateline after the head of the text is not looked for."""
        assert locate_dateline("The port opened.\n" * 20 + "OSLO (AP) — Norway") is None


class TestReadDate:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Feb. 26", (None, 2, 26)),
            ("26 Feb 2020", (2020, 2, 26)),
            ("6th May, 2024", (2024, 5, 6)),
            ("6 de mayo de 2024", (2024, 5, 6)),
            ("1er juillet", (None, 7, 1)),
            ("20.11.2020", (2020, 11, 20)),
            ("20/11", (None, 11, 20)),
            ("2020年11月20日", (2020, 11, 20)),
            ("20日", (None, None, 20)),
            ("1996-08-28", (1996, 8, 28)),
            ("2024. május 6.", (2024, 5, 6)),
            ("Tuesday, Nov. 3 -", (None, 11, 3)),
            ("November 20/2020", (2020, 11, 20)),
            ("20/11/20", (2020, 11, 20)),
            ("20/11/87", (1987, 11, 20)),
            ("Nov. 3, Tuesday -", (None, 11, 3)),
        ],
    )
    def test_forms(self, text, expected):
        """Day before or after the month, words or figures, with or without a year."""
        found = read_date(text, 0, len(text))
        assert (found.year, found.month, found.day) == expected

    @pytest.mark.parametrize("text", ["", "Maybe 6", "99/99", "Seoul", "31.31.2020", "May"])
    def test_none(self, text):
        """Anything but a date is None."""
        assert read_date(text, 0, len(text)) is None

    def test_impossible_days(self):
        """A day that the month does not have is None, never an error."""
        assert read_date("Feb. 30, 2020", 0, 13).near(REFERENCE) is None
        assert read_date("Feb. 30", 0, 7).near(REFERENCE) is None
        assert read_date("Feb. 29", 0, 7).near(date(2023, 3, 1)) == date(2024, 2, 29)

    def test_month_not_printed(self):
        """A day alone is in the month that puts it nearest."""
        assert read_date("30日", 0, 3).near(date(2024, 5, 2)) == date(2024, 4, 30)
        assert read_date("30日", 0, 3).near(None) is None


@pytest.mark.parametrize(
    "note",
    [
        "ADDS QUOTES -",
        "UPDATE, May 4 (Reuters) -",
        "CORRECTION, May 4 -",
        "FOR RELEASE, MAY 4 -",
        "WITH PHOTOS -",
        "ATTENTION, MAY 4 -",
        "URGENT, May 4 -",
    ],
)
def test_notes_in_capitals(note):
    """What says how copy is to be used names no place."""
    text = f"{note} Two envoys met in the harbour on Friday, officials said."
    assert find_dateline(text, 0, len(text)) is None


@pytest.mark.parametrize(("agency", "provider"), [("dpa/lni", "dpa"), ("AFP/lk", "AFP"), ("AFP", "AFP")])
def test_agency_with_a_desk(agency, provider):
    """A desk or a partner beside the agency stays in the dateline; the agency is the provider."""
    article = parse_article(f"Envoys meet\n\nOslo ({agency}) - Two envoys met on Friday, officials said.\n\nThey left.")
    assert (article.dateline.agency, article.provider) == (agency, provider)
    assert article.dateline.places[0].country == "NOR"
