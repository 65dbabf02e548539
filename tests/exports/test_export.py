"""The call that exports: what it takes, what it refuses, and that a file is whole or not there."""

import json
import tempfile
import tracemalloc
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from lxml import etree
from spacy.tokens import DocBin
from spacy.vocab import Vocab
from told import build_analysis, build_event

import diplonews as dn
from diplonews.exports.run import FORMATS
from diplonews.testing import analyses

FOLDERS = ("timeml",)


def content(path):
    """What lies at a path: the bytes of a file, or of each file of a folder."""
    return path.read_bytes() if path.is_file() else {child.name: child.read_bytes() for child in path.iterdir()}


def read(path, format):
    """Read a file, or all of a folder, as others do."""
    if format == "ical":
        pytest.importorskip("icalendar").Calendar.from_ical(path.read_bytes())
    elif format == "docbin":
        list(DocBin().from_disk(path).get_docs(Vocab()))
    elif format == "timeml":
        for child in path.iterdir():
            etree.parse(child)
    elif format == "plover":
        for line in path.read_bytes().splitlines():
            json.loads(line)
    else:
        path.read_text(encoding="utf-8")


@pytest.mark.parametrize("format", FORMATS)
def test_any_analyses(format):
    """Whatever the analyses hold can be written and read, and the same again is the same."""

    @settings(max_examples=25, suppress_health_check=list(HealthCheck))
    @given(st.lists(analyses(), max_size=3))
    def check(told):
        with tempfile.TemporaryDirectory() as folder:
            options = {"format": format, "statuses": tuple(dn.EventStatus), "mentions": True, "embargoed": True}
            one = dn.export(iter(told), f"{folder}/one", **options)
            two = dn.export(told, Path(folder) / "two", **options)
            read(one, format)
            assert one == Path(folder) / "one"
            assert content(one) == content(two)
            assert {child.name for child in Path(folder).iterdir()} == {"one", "two"}

    check()


@pytest.mark.parametrize("format", FORMATS)
def test_whole_or_not_there(format, tmp_path):
    """A stream that breaks leaves nothing, and what was there before as it was."""

    def broken():
        yield build_analysis(build_event())
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        dn.export(broken(), tmp_path / "out", format=format)
    assert list(tmp_path.iterdir()) == []
    dn.export([], tmp_path / "out", format=format)
    before = content(tmp_path / "out")
    with pytest.raises(OSError, match="disk full"):
        dn.export(broken(), tmp_path / "out", format=format, overwrite=True)
    assert [child.name for child in tmp_path.iterdir()] == ["out"]
    assert content(tmp_path / "out") == before


@pytest.mark.parametrize("format", FORMATS)
def test_overwrite(format, tmp_path):
    """An existing file is replaced only on request, and as a whole."""
    path = dn.export([build_analysis(build_event())], tmp_path / "out", format=format, statuses=tuple(dn.EventStatus))
    with pytest.raises(FileExistsError, match=r"out exists; give another name, or overwrite=True to replace it"):
        dn.export([], path, format=format)
    dn.export([], path, format=format, overwrite=True)
    assert content(path) == content(dn.export([], tmp_path / "empty", format=format))


def test_another_s_folder(tmp_path):
    """A folder with other files is never replaced, nor a folder by a file."""
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(FileExistsError, match=r"holds 'notes.txt', which is not a .tml file; name another folder"):
        dn.export([], tmp_path, format="timeml", overwrite=True)
    with pytest.raises(IsADirectoryError, match="is a folder; give the name of a file in it"):
        dn.export([], tmp_path, format="icews", overwrite=True)
    with pytest.raises(NotADirectoryError, match="is a file; give the name of a folder"):
        dn.export([], tmp_path / "notes.txt", format="timeml", overwrite=True)
    assert (tmp_path / "notes.txt").read_text() == "mine"


@pytest.mark.parametrize("format", ["icews", "timeml"])
def test_folders_above(format, tmp_path):
    """Folders that are missing are made."""
    assert dn.export([], tmp_path / "far" / "out", format=format).exists()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            {"format": "csv"},
            "format must be one of polecat, icews, gdelt, plover, timeml, docbin, ical (got 'csv')",
        ),
        (
            {"format": "icews", "statuses": ["HAPPENED"]},
            "statuses are ACTUAL, PLANNED, HYPOTHETICAL, NEGATED, DENIED, CLAIMED (got 'HAPPENED')",
        ),
        ({"format": "polecat", "contexts": "lines"}, "contexts must be one of cell, rows (got 'lines')"),
        ({"format": "icews", "contexts": "rows"}, "format 'icews' has no use for contexts='rows'"),
        ({"format": "ical", "dates": "published"}, "format 'ical' has no use for dates='published'"),
    ],
)
def test_wrong_options(options, message, tmp_path):
    """A wrong option, or one without effect, is a ValueError that says what there is; nothing is read or written."""
    with pytest.raises(ValueError) as caught:
        dn.export(iter([]), tmp_path / "out", **options)
    assert str(caught.value) == message
    assert list(tmp_path.iterdir()) == []


def test_wrong_types(tmp_path):
    """One analysis, or one status, where many are wanted is a TypeError."""
    with pytest.raises(
        TypeError, match=r"analyses must be many Analysis objects.*\(got one Analysis: pass \[analysis\]\)"
    ):
        dn.export(build_analysis(), tmp_path / "out", format="icews")
    with pytest.raises(
        TypeError, match=r"statuses takes several, as \('ACTUAL', 'CLAIMED'\) \(got the text 'ACTUAL'\)"
    ):
        dn.export([], tmp_path / "out", format="icews", statuses="ACTUAL")


@pytest.mark.parametrize("format", FORMATS)
def test_embargo(format, tmp_path):
    """An article under embargo stays out unless asked for."""
    held = build_analysis(build_event(), embargo=datetime(9999, 1, 1, tzinfo=UTC))
    empty = content(dn.export([], tmp_path / "empty", format=format))
    every = tuple(dn.EventStatus)
    assert content(dn.export([held], tmp_path / "held", format=format, statuses=every)) == empty
    out = dn.export([held], tmp_path / "out", format=format, statuses=every, embargoed=True)
    assert content(out) != empty or format == "ical"


@pytest.mark.parametrize("format", ["gdelt", "plover", "timeml", "ical"])
def test_memory(format, tmp_path):
    """Ten times as many articles need no more memory, but for the names of files."""

    def peak(count):
        stream = (build_analysis(build_event(), identifier=str(number)) for number in range(count))
        tracemalloc.start()
        try:
            dn.export(stream, tmp_path / f"out{count}", format=format)
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(1)
    assert peak(400) < peak(40) + 400 * 1_000


def test_missing_package(tmp_path, monkeypatch):
    """Without icalendar the message installs it."""
    monkeypatch.setitem(__import__("sys").modules, "icalendar", None)
    with pytest.raises(dn.ModelNotFoundError, match=r'needs icalendar: python -m pip install "diplonews\[ical\]"'):
        dn.export([], tmp_path / "out.ics", format="ical")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("format", FORMATS)
def test_half_a_surrogate_pair(format, tmp_path):
    """Half a surrogate pair, which no file can hold, in the ids and names of a planned event spoils no format."""
    half = "\ud800"
    day = dn.resolve_date("on 5 May 2024", anchor="2024-05-01")
    event = dn.Event(
        id=half,
        type=dn.EventType.AGREE,
        actors=(dn.Actor(code="NOR", name=half, role=half),),
        status=dn.EventStatus.PLANNED,
        when=day,
        trigger=(dn.Span(0, 1),),
        sentence=dn.Span(0, 1),
        evidence=dn.Evidence(rule=half),
    )
    article = dn.Article(text=half, format="text", headline=half, identifier=half, url=half)
    analysis = dn.Analysis(id=half, article=article, events=(event,))
    read(dn.export([analysis], tmp_path / "one", format=format, statuses=tuple(dn.EventStatus)), format)
