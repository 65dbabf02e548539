"""Whatever bytes a file holds, reading ends in articles and errors of reading."""

import gzip
import io
import json
import zipfile

import pyarrow as pa
import pytest
from hypothesis import given, settings, strategies as st
from pyarrow import parquet

from diplonews import Article, ReadError, iter_articles

ROWS = [{"id": str(n), "text": f"Story {n}.", "date": "2024-03-12", "source": {"name": "Herald"}} for n in range(4)]


def sheets(delimiter):
    """A table in characters."""
    head = delimiter.join(("id", "text", "date"))
    return (head + "".join(f"\n{n}{delimiter}\"Story, '{n}'\"{delimiter}2024-03-12" for n in range(4))).encode()


def pages():
    """A table as Parquet."""
    out = io.BytesIO()
    parquet.write_table(pa.Table.from_pylist(ROWS), out)
    return out.getvalue()


def packed():
    """An archive of two members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.csv", sheets(","))
        archive.writestr("b/c.txt", "OSLO, May 4 (Reuters) - Two envoys will meet on Friday.")
    return out.getvalue()


WHOLE = {
    ".csv": sheets(","),
    ".tsv": sheets("\t"),
    ".csv.gz": gzip.compress(sheets(";")),
    ".jsonl": "\n".join(map(json.dumps, ROWS)).encode(),
    ".json": json.dumps(ROWS).encode(),
    ".parquet": pages(),
    ".zip": packed(),
    ".txt": b"OSLO, May 4 (Reuters) - Two envoys will meet on Friday.",
}


def entries(folder, name, data):
    """What a file of that name and content gives."""
    (folder / name).write_bytes(data)
    try:
        return list(iter_articles(folder, on_error="yield"))
    finally:
        (folder / name).unlink()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A place for one file at a time."""
    return tmp_path_factory.mktemp("hostile")


@pytest.mark.parametrize("suffix", WHOLE)
@settings(max_examples=30)
@given(data=st.data())
def test_damaged_files(folder, suffix, data):
    """A file with bytes changed, left out or put in gives articles and errors, each with its place."""
    raw = bytearray(WHOLE[suffix])
    for _ in range(data.draw(st.integers(0, 3))):
        at = data.draw(st.integers(0, len(raw)))
        raw[at : at + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=4))
    for entry in entries(folder, f"file{suffix}", bytes(raw)):
        assert isinstance(entry, Article | ReadError)
        assert isinstance(entry, Article) or entry.place.startswith(f"file{suffix}")


@pytest.mark.parametrize("suffix", WHOLE)
@settings(max_examples=15)
@given(raw=st.binary(max_size=200))
def test_any_bytes(folder, suffix, raw):
    """So does a file of anything."""
    assert all(isinstance(entry, Article | ReadError) for entry in entries(folder, f"file{suffix}", raw))


@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(["text", "date", "id", "title", "source", "language", "version", "x"]),
            st.recursive(
                st.none() | st.text() | st.binary() | st.floats() | st.integers() | st.datetimes() | st.dates(),
                lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
                max_leaves=3,
            ),
        ),
        max_size=4,
    )
)
def test_any_records(records):
    """So do records of whatever is put into them; none is lost and none is changed."""
    before = repr(records)
    found = list(iter_articles(records, on_error="yield"))
    assert len(found) >= len(records)
    assert repr(records) == before
