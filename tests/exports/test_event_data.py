"""POLECAT, ICEWS and GDELT: what users' own tools read back from the files."""

import csv
import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from told import build_analysis, build_event, build_when

import diplonews as dn
from diplonews.exports.cells import one_line
from diplonews.lexicons.exports import load_export_schema
from diplonews.testing import analyses

# As the programs for these files have them.
POLECAT = """Event ID;Event Date;Event Type;Event Mode;Intensity;Quad Code;Contexts;Actor Name;Actor Country;Actor COW
Primary Actor Sector;Actor Sectors;Actor Title;Actor Name Raw;Wikipedia Actor ID;Recipient Name;Recipient Country
Recipient COW;Primary Recipient Sector;Recipient Sectors;Recipient Title;Recipient Name Raw;Wikipedia Recipient ID
Placename;City;District;Province;Country;Latitude;Longitude;GeoNames ID;Raw Placename;Feature Type;Source
Publication Date;Story People;Story Organizations;Story Locations;Language;Version"""
ICEWS = """Event ID;Event Date;Source Name;Source Sectors;Source Country;Event Text;CAMEO Code;Intensity;Target Name
Target Sectors;Target Country;Story ID;Sentence Number;Publisher;City;District;Province;Country;Latitude;Longitude"""
GDELT_ACTOR = (
    "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code"
)
GDELT_GEO = "Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID"
GDELT = [
    *["GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"],
    *(f"Actor{n}{name}" for n in (1, 2) for name in GDELT_ACTOR.split()),
    *["IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"],
    *["NumMentions", "NumSources", "NumArticles", "AvgTone"],
    *(f"{side}Geo_{name}" for side in ("Actor1", "Actor2", "Action") for name in GDELT_GEO.split()),
    *["DATEADDED", "SOURCEURL"],
]
COLUMNS = {
    "polecat": POLECAT.replace("\n", ";").split(";"),
    "icews": ICEWS.replace("\n", ";").split(";"),
    "gdelt": GDELT,
}


@pytest.mark.parametrize(("format", "count"), [("polecat", 40), ("icews", 20), ("gdelt", 61)])
def test_columns(format, count):
    """The columns are those that the users' programs expect, in their order."""
    assert len(COLUMNS[format]) == count
    assert list(load_export_schema(format).names) == COLUMNS[format]


def write(told, format, folder, **options):
    return dn.export(told, Path(folder) / f"events.{format}", format=format, **options)


def rows_of(path, format):
    """The rows as the standard library reads them, by column."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t"))
    assert format == "gdelt" or rows.pop(0) == COLUMNS[format]
    return [dict(zip(COLUMNS[format], row, strict=True)) for row in rows]


@pytest.fixture
def one_row(tmp_path):
    """The only row of an export of one event."""

    def make(format, analysis, **options):
        path = write([analysis], format, tmp_path, overwrite=True, **options)
        (row,) = rows_of(path, format)
        return row

    return make


EVERY = {"statuses": tuple(dn.EventStatus), "mentions": True, "embargoed": True}


@pytest.mark.parametrize("format", COLUMNS)
def test_a_row_for_each(format):
    """Any analyses give a line for each event (POLECAT) or pair (ICEWS, GDELT), and each column has its cell."""

    @given(st.lists(analyses(), max_size=3))
    def check(told):
        events = [event for analysis in told for event in analysis.events]
        count = (
            len(events)
            if format == "polecat"
            else sum(max(1, len(event.dyads()), len(event.recipients)) for event in events)
        )
        with tempfile.TemporaryDirectory() as folder:
            path = write(told, format, folder, **EVERY)
            assert len(rows_of(path, format)) == count
            lines = path.read_bytes().decode("utf-8").splitlines()
        assert len(lines) - (format != "gdelt") == count
        assert {line.count("\t") for line in lines} <= {len(COLUMNS[format]) - 1}

    check()


def with_pandas(path, names, header):
    pandas = pytest.importorskip("pandas")
    frame = pandas.read_csv(
        path, sep="\t", dtype=str, keep_default_na=False, names=None if header else names, header=0 if header else None
    )
    return list(frame.columns), frame.values.tolist()


def with_polars(path, names, header):
    polars = pytest.importorskip("polars")
    frame = polars.read_csv(
        path,
        separator="\t",
        infer_schema=False,
        has_header=header,
        new_columns=None if header else names,
    )
    return frame.columns, [list(row) for row in frame.fill_null("").rows()]


def with_duckdb(path, names, header):
    duckdb = pytest.importorskip("duckdb")
    quoting = "delim = '\t', quote = '\"', escape = '\"', all_varchar = true"
    columns = "header = true" if header else f"header = false, names = {names}"
    table = duckdb.sql(f"select * from read_csv('{path}', {quoting}, {columns})")
    return table.columns, [[cell or "" for cell in row] for row in table.fetchall()]


@pytest.mark.parametrize("read", [with_pandas, with_polars, with_duckdb])
@pytest.mark.parametrize("format", COLUMNS)
def test_read_back(read, format, tmp_path):
    """pandas, polars and DuckDB read what the standard library reads: codes and odd text included."""
    odd = build_event(
        actors=(dn.Actor(code="NOR", name='"Kari" Lunde'), dn.Actor(code="", name="a\tb\nc ")),
        recipients=(dn.Actor(code="LVA", name='say "no"', role="=1+1"), dn.Actor(code="TLS", name="é 한국 \ud800")),
    )
    path = write([build_analysis(odd, build_event(type=dn.EventType.AGREE))], format, tmp_path)
    expected = [list(row.values()) for row in rows_of(path, format)]
    names, rows = read(path, COLUMNS[format], format != "gdelt")
    assert list(names) == COLUMNS[format]
    assert rows == expected
    assert any("030" in row for row in rows) or format == "polecat"


def test_icews_in_r(tmp_path):
    """A reader that knows no quotation marks, as that of the R package icews, finds the columns in place."""
    path = write([build_analysis(build_event(recipients=(dn.Actor(code="LVA", name='"Riga"'),)))], "icews", tmp_path)
    header, row = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    cells = dict(zip(header, row, strict=True))
    assert cells["Target Country"] == "Latvia"
    assert float(cells["Intensity"]) == -2.0
    assert cells["Event Date"] == "NA" or date.fromisoformat(cells["Event Date"])
    assert [name.lower().replace(" ", "_") for name in header][6] == "cameo_code"


class TestPolecat:
    """A row for each event."""

    def test_row(self, one_row):
        """Parties share a cell, in the same order in each column."""
        event = build_event(
            modes=("allege",),
            contexts=("economic", "legal"),
            actors=(dn.Actor(code="NOR", sectors=("GOV", "MIL"), role="minister"), dn.Actor(code="UNO")),
            when=build_when(date(2021, 5, 4), date(2021, 5, 5)),
            place=dn.Place(name="Riga", country="LVA"),
        )
        row = one_row("polecat", build_analysis(event, outlet="Harbour Times", language="en"))
        assert row.pop("Version") == f"diplonews {dn.__version__} polecat/1"
        assert {name: cell for name, cell in row.items() if cell != "None"} == {
            "Event ID": "8000000000000001",
            "Event Date": "2021-05-04",
            "Event Type": "ACCUSE",
            "Event Mode": "allege",
            "Intensity": "-3.5",
            "Quad Code": "VERBAL CONFLICT",
            "Contexts": "economic; legal",
            "Actor Name": "Norway; None",
            "Actor Country": "NOR; None",
            "Actor COW": "385; None",
            "Primary Actor Sector": "GOV; UNO",
            "Actor Sectors": "GOV|MIL; UNO",
            "Actor Title": "minister; None",
            "Recipient Name": "Riga",
            "Recipient Country": "LVA",
            "Recipient COW": "367",
            "Placename": "Riga",
            "City": "Riga",
            "Country": "LVA",
            "Raw Placename": "Riga",
            "Feature Type": "PPL",
            "Source": "Harbour Times",
            "Publication Date": "2021-05-05",
            "Language": "en",
        }

    def test_contexts_in_rows(self, tmp_path):
        """Each context has its row, with the same id; an event without any has one row."""
        told = [build_analysis(build_event(contexts=("economic", "legal")), build_event(id="2" * 16))]
        rows = rows_of(write(told, "polecat", tmp_path, contexts="rows"), "polecat")
        assert [(row["Event ID"], row["Contexts"]) for row in rows] == [
            ("8000000000000001", "economic"),
            ("8000000000000001", "legal"),
            ("2" * 16, "None"),
        ]

    def test_story(self, tmp_path, marked):
        """Each row has the quoted persons, the place of filing, and the words for the parties."""
        (row,) = rows_of(write(marked, "polecat", tmp_path), "polecat")
        assert row["Story People"] == "Kari Lunde"
        assert row["Story Locations"] == "OSLO"
        assert (row["Actor Name Raw"], row["Recipient Name Raw"]) == ("Norway", "Latvia")
        assert row["Event Date"] == "2021-05-04"


class TestIcews:
    """A row for each directed pair."""

    def test_row(self, one_row):
        """States, sectors and codes as ICEWS writes them; the id fits 63 bits."""
        event = build_event(
            type=dn.EventType.AGREE,
            actors=(dn.Actor(code="RUS", sectors=("GOV", "LEG"), name="Ivan Orlov"),),
            place=dn.Place(name="Atlanta", region="Georgia", country="USA"),
        )
        row = one_row("icews", build_analysis(event))
        assert {name: cell for name, cell in row.items() if cell != "NA"} == {
            "Event ID": "1",
            "Source Name": "Ivan Orlov",
            "Source Sectors": "Government,Legislative / Parliamentary",
            "Source Country": "Russian Federation",
            "Event Text": "Agree",
            "CAMEO Code": "030",
            "Intensity": "4.0",
            "Target Name": "Riga",
            "Target Country": "Latvia",
            "Story ID": "a-1",
            "City": "Atlanta",
            "Province": "Georgia",
            "Country": "United States",
        }

    def test_one_party(self, one_row):
        """An event of which only one side is known has a row all the same."""
        row = one_row("icews", build_analysis(build_event(actors=())))
        assert (row["Source Name"], row["Source Country"], row["Target Country"]) == ("NA", "NA", "Latvia")
        row = one_row("gdelt", build_analysis(build_event(recipients=())))
        assert (row["Actor1CountryCode"], row["Actor2CountryCode"]) == ("NOR", "")

    def test_both_directions(self, tmp_path):
        """A reciprocal event has a row each way, and each row its own id, the same in every run."""
        event = build_event(symmetric=True, actors=(dn.Actor(code="NOR"), dn.Actor(code="LVA")), recipients=())
        ids = []
        for run in range(2):
            rows = rows_of(write([build_analysis(event)], "icews", tmp_path, overwrite=bool(run)), "icews")
            assert [(row["Source Country"], row["Target Country"]) for row in rows] == [
                ("Norway", "Latvia"),
                ("Latvia", "Norway"),
            ]
            ids.append([int(row["Event ID"]) for row in rows])
        assert ids[0] == ids[1]
        assert len(set(ids[0])) == 2
        assert all(0 <= number < 2**63 for number in ids[0])


class TestGdelt:
    """A row for each directed pair, without a header."""

    def test_row(self, one_row):
        """Dates in four forms, CAMEO's codes of parties, FIPS codes of places."""
        event = build_event(
            actors=(dn.Actor(code="TLS", sectors=("JRN", "PTY"), name="Maria Pires"),),
            recipients=(dn.Actor(code="EUR"),),
            when=build_when(date(2021, 2, 18), date(2021, 2, 19)),
            place=dn.Place(name="Seoul", country="KOR"),
        )
        row = one_row("gdelt", build_analysis(event, url="https://example.org/1"))
        assert {name: cell for name, cell in row.items() if cell} == {
            "GLOBALEVENTID": "1",
            "SQLDATE": "20210218",
            "MonthYear": "202102",
            "Year": "2021",
            "FractionDate": "2021.1315",
            "Actor1Code": "TMPMED",
            "Actor1Name": "MARIA PIRES",
            "Actor1CountryCode": "TMP",
            "Actor1Type1Code": "MED",
            "Actor2Code": "EECIGO",
            "Actor2KnownGroupCode": "EEC",
            "Actor2Type1Code": "IGO",
            "IsRootEvent": "1",
            "EventCode": "110",
            "EventBaseCode": "110",
            "EventRootCode": "11",
            "QuadClass": "3",
            "GoldsteinScale": "-2.0",
            "NumMentions": "1",
            "NumSources": "1",
            "NumArticles": "1",
            "Actor1Geo_Type": "0",
            "Actor2Geo_Type": "0",
            "ActionGeo_Type": "4",
            "ActionGeo_FullName": "Seoul, South Korea",
            "ActionGeo_CountryCode": "KS",
            "DATEADDED": "20210504163000",
            "SOURCEURL": "https://example.org/1",
        }

    def test_levels_of_the_code(self, one_row):
        """A code of four digits has its base and root, as text with the leading zero."""
        row = one_row("gdelt", build_analysis(build_event(type=dn.EventType.RETREAT, modes=("release",))))
        assert [row[name] for name in ("EventCode", "EventBaseCode", "EventRootCode", "QuadClass")] == [
            "0841",
            "084",
            "08",
            "2",
        ]

    def test_mentions_are_counted(self, one_row):
        """A repeated mention has no row, but counts."""
        again = build_event(id="2" * 16, sentence=dn.Span(30, 40), duplicate_of=dn.Span(0, 29))
        assert one_row("gdelt", build_analysis(build_event(), again))["NumMentions"] == "2"


MAY = build_when(date(2021, 5, 1), date(2021, 6, 1))
LAST_WEEK = build_when(date(2021, 4, 26), date(2021, 5, 3))
HOUR = dn.TimeExpression(
    span=dn.Span(0, 1),
    text="9 p.m.",
    type=dn.TimexType.TIME,
    value="2021-05-04T21:00",
    interval=dn.Interval(
        datetime.fromisoformat("2021-05-04T21:00+09:00"),
        datetime.fromisoformat("2021-05-04T21:00+09:00") + timedelta(hours=3),
    ),
    evidence=dn.Evidence(rule="clock"),
)


@pytest.mark.parametrize(
    ("fields", "event_date", "published"),
    [
        ({"when": build_when(date(2021, 5, 3), date(2021, 5, 4))}, "2021-05-03", "2021-05-03"),
        ({"when": HOUR}, "2021-05-04", "2021-05-04"),
        ({}, "NA", "2021-05-05"),
        ({"when": MAY}, "NA", "2021-05-05"),
        ({"when": LAST_WEEK}, "NA", "2021-05-02"),
        ({"historical": True}, "NA", "NA"),
        ({"status": dn.EventStatus.PLANNED}, "NA", "NA"),
    ],
)
def test_days(one_row, fields, event_date, published):
    """The day is the one that the text gives; on request it is that of publication, except for background."""
    told = build_analysis(build_event(**fields))
    for dates, day in (("event", event_date), ("published", published)):
        assert one_row("icews", told, dates=dates, statuses=("ACTUAL", "PLANNED"))["Event Date"] == day


def test_what_is_exported(tmp_path):
    """By default what happened, once; other statuses and mentions when asked."""
    told = [
        build_analysis(
            build_event(),
            build_event(duplicate_of=dn.Span(0, 2)),
            *(build_event(status=status) for status in dn.EventStatus if status != "ACTUAL"),
        )
    ]

    def count(**options):
        return len(rows_of(write(told, "polecat", tmp_path, overwrite=True, **options), "polecat"))

    assert count() == 1
    assert count(mentions=True) == 2
    assert count(statuses=("ACTUAL", "CLAIMED")) == 2
    assert count(statuses=()) == 0


def test_one_line_keeps_text():
    """Text that is on one line already is unchanged: data are not a spreadsheet."""
    assert one_line("=SUM(A1) -2 @x 'y'") == "=SUM(A1) -2 @x 'y'"


def test_empty(tmp_path):
    """No analyses give the header alone."""
    assert write([], "icews", tmp_path).read_text(encoding="utf-8") == "\t".join(COLUMNS["icews"]) + "\n"
    assert write([], "gdelt", tmp_path).read_bytes() == b""
