"""What goes in comes out: the same rows in every container give the same articles."""

import gzip
import io
import json
import zipfile
from datetime import date
from pathlib import Path

import pandas as pd
import polars as pl
import pyarrow as pa
from hypothesis import given, strategies as st
from pyarrow import csv, parquet

import diplonews as dn

# what no line of CSV and no string of Arrow can hold is left out: lone surrogates
WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60)
DAYS = st.dates(date(1800, 1, 1), date(2200, 12, 31)).map(str)
ROWS = st.lists(
    st.fixed_dictionaries({"id": st.integers(1, 999).map(str), "body": WORDS, "headline": WORDS, "publishedAt": DAYS}),
    min_size=1,
    max_size=4,
)


def told(source, **how):
    """The parts of the articles that the rows contain."""
    return [
        (article.identifier, article.text, article.headline, article.published)
        for article in dn.iter_articles(source, **how)
    ]


def packed(suffix, data):
    """An open file of that name."""
    stream = io.BytesIO(data)
    stream.name = f"rows{suffix}"
    return stream


def written(rows):
    """The rows in each container."""
    table = pa.Table.from_pylist(rows, pa.schema([(name, pa.string()) for name in rows[0]]))
    lines = "\n".join(map(json.dumps, rows)).encode()
    sheet, pages, plain = io.BytesIO(), io.BytesIO(), io.StringIO()
    csv.write_csv(table, sheet)
    parquet.write_table(table, pages)
    pd.DataFrame(rows).to_csv(plain, index=False, sep=";", lineterminator="\r\n")
    return {
        "dicts": rows,
        "stream": iter(rows),
        "pandas": pd.DataFrame(rows),
        "polars": pl.DataFrame(rows),
        "arrow": table,
        "batches": table.to_reader(max_chunksize=1),
        "csv": packed(".csv", sheet.getvalue()),
        "csv of pandas": packed(".csv.gz", gzip.compress(plain.getvalue().encode())),
        "jsonl": packed(".jsonl", lines),
        "json": packed(".json", json.dumps(rows).encode()),
        "parquet": packed(".parquet", pages.getvalue()),
    }


@given(ROWS)
def test_round_trip(rows):
    """The text of a row is the article's, character by character, whatever held the row."""
    expected = told(rows)
    assert [text for _, text, _, _ in expected] == [row["body"] for row in rows]
    for name, source in written(rows).items():
        assert told(source) == expected, name


def test_a_folder_of_all_kinds(tmp_path):
    """Files in the order of their names, those without an identifier known by their place."""
    examples = Path(dn.__file__).parents[1] / "examples" / "articles"
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "one.txt").write_text("Oslo rebuked Riga.")
    (tmp_path / "a.csv").write_text("text\nOslo rebuked Riga.\n")
    (tmp_path / ".hidden").write_text("no")
    with zipfile.ZipFile(tmp_path / "c.zip", "w") as archive:
        for path in examples.iterdir():
            archive.write(path, f"in/{path.name}")
    found = [article.identifier for article in dn.iter_articles(tmp_path)]
    assert found[:3] == ["a.csv#1", "b/one.txt", "c.zip/in/01-levy.reuters.txt"]
    assert len(found) == 2 + len(list(examples.iterdir()))


def test_patterns(tmp_path):
    """A pattern takes files, and folders with what is in them; with `**` each file once."""
    for name in ("2021-01/a.txt", "2021-01/b.xml", "2021-02/deep/c.txt", "2022-01/d.txt", "e.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("<nitf><body><p>Talks.</p></body></nitf>" if name.endswith("xml") else "Talks.")

    def found(pattern):
        return [article.identifier for article in dn.iter_articles(pattern)]

    assert found(f"{tmp_path}/2021-*") == ["2021-01/a.txt", "2021-01/b.xml", "2021-02/deep/c.txt"]
    assert found(tmp_path / "**" / "*.txt") == ["2021-01/a.txt", "2021-02/deep/c.txt", "2022-01/d.txt", "e.txt"]
    assert found(f"{tmp_path}/**") == found(tmp_path)
    assert found(f"{tmp_path}/2021-01/?.xml") == ["b.xml"]


def test_a_name_that_looks_like_a_pattern(tmp_path):
    """A file that is there is read, whatever its name."""
    (tmp_path / "a[1].txt").write_text("Talks.")
    assert [article.identifier for article in dn.iter_articles(tmp_path / "a[1].txt")] == ["a[1].txt"]
