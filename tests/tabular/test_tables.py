"""Tables of findings: what the analyses hold comes back, whatever it is and whatever reads it."""

import csv
import json
import math
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import weakref
from datetime import UTC, date, datetime

import attrs
import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings, strategies as st

import diplonews as dn
from diplonews.tabular.batches import MOST_ROWS, batches
from diplonews.tabular.codebook import TABLES, columns, schema
from diplonews.tabular.rows import ROWS, Numbered
from diplonews.tabular.writers import FORMATS, printed
from diplonews.testing import analyses

streams = st.lists(analyses(), max_size=3)
FEW = settings(max_examples=20)


def tables_of(stream):
    return dn.to_tables(iter(stream), embargoed=True)


def rows_of(stream):
    """The rows of each table, made without Arrow; each row is a list of cells."""
    items = [Numbered(number=number, analysis=analysis) for number, analysis in enumerate(stream)]
    return {
        name: [[row[column.name] for column in columns(name)] for item in items for row in ROWS[name](item)]
        for name in TABLES
    }


def plain(cell):
    """A cell of a data frame, as Python has it."""
    if cell is None or cell is pd.NA or cell is pd.NaT or (isinstance(cell, float) and math.isnan(cell)):
        return None
    if isinstance(cell, pd.Timestamp):
        return cell.to_pydatetime()
    return cell.item() if hasattr(cell, "item") else cell


def pandas_rows(frame, name):
    """Rows of a data frame; its days are moments at midnight."""
    kinds = [column.type for column in columns(name)]
    return [
        [
            cell.date() if kind == "day" and isinstance(cell, datetime) else cell
            for kind, cell in zip(kinds, map(plain, row), strict=True)
        ]
        for row in frame.itertuples(index=False, name=None)
    ]


def printed_rows(rows):
    """Rows as a CSV file has them."""
    return [["" if cell is None else str(printed(cell)) for cell in row] for row in rows]


def sqlite_rows(rows):
    """Rows as SQLite has them."""
    return [tuple(printed(cell) if isinstance(cell, date) else cell for cell in row) for row in rows]


class TestTable:
    @FEW
    @given(streams)
    def test_rows_come_back(self, stream):
        """From the table itself, Arrow, polars, pandas and DuckDB; nothing is cut, shifted or made another type."""
        tables, wanted = tables_of(stream), rows_of(stream)
        for name in TABLES:
            table = getattr(tables, name)
            assert [list(row.values()) for row in table] == wanted[name]
            assert len(table) == len(wanted[name])
            assert table.to_arrow().schema == schema(name)
            assert [list(row.values()) for row in table.to_arrow().to_pylist()] == wanted[name]
            assert [list(row) for row in table.to_polars().rows()] == wanted[name]
            assert pandas_rows(table.to_pandas(), name) == wanted[name]
            assert duckdb.from_arrow(table.to_arrow()).to_arrow_table().to_pylist() == list(table)

    def test_an_empty_stream_has_tables(self):
        """With all columns and types, also in data frames."""
        tables = dn.to_tables([])
        for name in TABLES:
            table, names = getattr(tables, name), [column.name for column in columns(name)]
            assert (len(table), list(table)) == (0, [])
            assert table.to_arrow().schema == schema(name)
            assert list(table.to_pandas().columns) == table.to_polars().columns == names
            assert table.to_polars().schema == pl.DataFrame(schema(name).empty_table()).schema

    def test_codes_stay_whole_numbers_in_pandas(self):
        """A null beside them does not make 732 a 732.0."""
        frame = dn.to_tables([dn.analyze("Seoul and the United Nations held talks.")]).events.to_pandas()
        assert str(frame["actor_cow_number"].dtype) == "Int64"
        assert list(frame["actor_cow_number"].astype("string")) == ["732", pd.NA]

    def test_days_and_instants_in_pandas(self):
        """Both are datetimes, the instants in UTC, before 1677 too."""
        day = dn.TimeExpression(
            span=dn.Span(0, 4),
            text="1648",
            type=dn.TimexType.DATE,
            value="1648",
            interval=dn.Interval(date(1648, 1, 1), date(1649, 1, 1)),
            evidence=dn.Evidence(rule="year"),
        )
        analysis = dn.Analysis(article=dn.Article(text="1648", format="text"), dates=(day,))
        frame = dn.to_tables([analysis]).dates.to_pandas()
        assert frame["last_day"].dt.year.tolist() == [1648]
        assert str(frame["starts"].dtype.tz) == "UTC"

    def test_arrow_takes_it_as_it_is(self):
        """By the Arrow PyCapsule interface."""
        table = dn.to_tables([dn.analyze("Oslo rebuked Riga.")]).events
        assert pa.table(table) == table.to_arrow()
        assert pl.DataFrame(table).equals(table.to_polars())

    def test_repr(self):
        """One line with the sizes."""
        tables = dn.to_tables([dn.analyze("Oslo rebuked Riga.")])
        assert repr(tables) == "<AnalysisTables not read yet>"
        assert repr(tables.events) == f"<Table events 1 rows, {len(columns('events'))} columns>"
        assert repr(tables) == "<AnalysisTables 1 articles, 0 dates, 1 quotes, 1 speakers, 1 events, 2 mentions>"


FULL = """
import sys, random
import diplonews as dn
noise = random.Random(1)
texts = ("".join(noise.choices("abcdefghijklmnopqrstuvwxyz", k=10_000)) for _ in range(100))
stream = (dn.Analysis(article=dn.Article(text=text, format="text")) for text in texts)
dn.to_tables(stream).write(sys.argv[1], format=sys.argv[2])
"""


class TestWrite:
    @FEW
    @given(streams)
    def test_parquet(self, tmp_path_factory, stream):
        """Read by pandas, polars and DuckDB."""
        folder = tables_of(stream).write(tmp_path_factory.mktemp("out") / "tables")
        for name, wanted in rows_of(stream).items():
            path = folder / f"{name}.parquet"
            assert [list(row) for row in pl.read_parquet(path).rows()] == wanted
            assert pandas_rows(pd.read_parquet(path), name) == wanted
            again = duckdb.read_parquet(str(path)).to_arrow_table()
            assert [list(row.values()) for row in again.to_pylist()] == wanted
            assert again.schema.field("article_number").type == pa.int64()

    @FEW
    @given(streams)
    def test_csv(self, tmp_path_factory, stream):
        """Read as text by the csv module, pandas, polars and DuckDB."""
        folder = tables_of(stream).write(tmp_path_factory.mktemp("out") / "tables", format="csv")
        for name, rows in rows_of(stream).items():
            path, wanted = folder / f"{name}.csv", printed_rows(rows)
            with path.open(encoding="utf-8", newline="") as file:
                assert list(csv.reader(file))[1:] == wanted
            frame = pd.read_csv(path, dtype=str, keep_default_na=False)
            assert frame.to_numpy().tolist() == wanted
            frame = pl.read_csv(path, infer_schema=False)
            assert [[cell or "" for cell in row] for row in frame.rows()] == wanted
            options = "all_varchar=true, header=true, delim=',', quote='\"', escape='\"', strict_mode=true"
            found = duckdb.sql(f"SELECT * FROM read_csv('{path}', {options})").fetchall()
            assert [[cell or "" for cell in row] for row in found] == wanted

    @FEW
    @given(streams)
    def test_duckdb(self, tmp_path_factory, stream):
        """All tables of one file, with the types of the codebook."""
        path = tables_of(stream).write(tmp_path_factory.mktemp("out") / "tables.duckdb", format="duckdb")
        with duckdb.connect(str(path), read_only=True) as connection:
            for name, wanted in rows_of(stream).items():
                found = connection.sql(f"FROM {name}").to_arrow_table()
                assert [list(row.values()) for row in found.to_pylist()] == wanted
                assert found.schema.names == schema(name).names

    @FEW
    @given(streams)
    def test_sqlite(self, tmp_path_factory, stream):
        """All tables of one file; days and moments are text that its date functions read."""
        path = tables_of(stream).write(tmp_path_factory.mktemp("out") / "tables.sqlite", format="sqlite")
        connection = sqlite3.connect(path)
        for name, rows in rows_of(stream).items():
            assert connection.execute(f"SELECT * FROM {name}").fetchall() == sqlite_rows(rows)
        connection.close()

    @pytest.mark.parametrize("name", TABLES)
    @pytest.mark.parametrize("format", ["duckdb", "sqlite"])
    def test_no_column_needs_quotes_in_sql(self, tmp_path, name, format):
        """None is a reserved word."""
        path = dn.to_tables([]).write(tmp_path / "tables.db", format=format)
        connection = (duckdb if format == "duckdb" else sqlite3).connect(str(path))
        named = ", ".join(column.name for column in columns(name))
        assert connection.execute(f"SELECT {named} FROM {name}").fetchall() == []
        connection.close()

    @pytest.mark.parametrize("format", FORMATS)
    def test_an_empty_stream_is_written(self, tmp_path, format):
        """As tables with columns and no rows."""
        path = dn.to_tables([]).write(tmp_path / "out", format=format)
        assert path == tmp_path / "out"
        if format == "parquet":
            assert pl.read_parquet(path / "events.parquet").schema == dn.to_tables([]).events.to_polars().schema
        if format == "csv":
            header = ",".join(column.name for column in columns("events"))
            assert (path / "events.csv").read_bytes() == f"{header}\r\n".encode()

    @pytest.mark.parametrize("format", FORMATS)
    def test_what_exists_is_kept(self, tmp_path, format):
        """Unless `overwrite=True` replaces it; the analyses are not read for nothing."""
        target = tmp_path / "out"
        dn.to_tables([]).write(target, format=format)
        tables = dn.to_tables([dn.analyze("Oslo rebuked Riga.")])
        with pytest.raises(FileExistsError, match="overwrite=True"):
            tables.write(target, format=format)
        assert tables.write(target, format=format, overwrite=True) == target
        assert [path.name for path in tmp_path.iterdir()] == ["out"]

    @pytest.mark.parametrize("format", FORMATS)
    def test_an_error_in_the_stream_leaves_nothing(self, tmp_path, format):
        """The error comes through, with a note that nothing was written."""

        def stream():
            yield dn.analyze("Oslo rebuked Riga.")
            raise RuntimeError("the network is gone")

        with pytest.raises(RuntimeError, match="the network is gone") as caught:
            dn.to_tables(stream()).write(tmp_path / "out", format=format)
        assert caught.value.__notes__ == [f"nothing was written to {tmp_path / 'out'}"]
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("format", FORMATS)
    def test_a_full_disk_leaves_nothing(self, tmp_path, format):
        """The error has the path; here a limit on the size of files simulates a full disk."""

        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000))

        target = tmp_path / "out"
        done = subprocess.run(
            [sys.executable, "-c", FULL, str(target), format],
            preexec_fn=limit,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 1
        assert done.stderr.splitlines()[-2].startswith("OSError: ")
        assert f"nothing was written to {target}" in done.stderr
        assert list(tmp_path.iterdir()) == []

    def test_an_unknown_format(self, tmp_path):
        """The message lists those there are."""
        with pytest.raises(ValueError, match=r"format must be one of parquet, csv, duckdb, sqlite \(got 'xlsx'\)"):
            dn.to_tables([]).write(tmp_path / "out", format="xlsx")


class TestStream:
    ANALYSIS = dn.analyze("Oslo rebuked Riga.")

    def test_it_is_read_once_and_lazily(self):
        """Not before a table is asked for; then all tables are held."""
        taken = []
        tables = dn.to_tables(taken.append(number) or self.ANALYSIS for number in range(3))
        assert taken == []
        assert len(tables.articles) == len(tables.events) == 3
        assert taken == [0, 1, 2]

    @pytest.mark.parametrize("format", FORMATS)
    def test_writing_holds_no_analyses(self, tmp_path, format):
        """Each is gone when the next but one is taken."""
        alive = weakref.WeakSet()

        def stream():
            for number in range(50):
                analysis = attrs.evolve(self.ANALYSIS, id=str(number))
                alive.add(analysis)
                assert len(alive) <= 2
                yield analysis

        dn.to_tables(stream()).write(tmp_path / "out", format=format)

    def test_held_tables_can_be_written(self, tmp_path):
        """Several times."""
        tables = dn.to_tables(iter([self.ANALYSIS]))
        held = tables.events.to_arrow()
        for name in ("a", "b"):
            tables.write(tmp_path / name)
            assert pl.read_parquet(tmp_path / name / "events.parquet").equals(pl.DataFrame(held))

    def test_what_was_only_written_is_not_held(self, tmp_path):
        """Asking for a table then says where it went."""
        tables = dn.to_tables([self.ANALYSIS])
        tables.write(tmp_path / "out")
        assert repr(tables) == f"<AnalysisTables read for {tmp_path / 'out'}>"
        with pytest.raises(ValueError) as caught:
            _ = tables.events
        assert str(caught.value) == (
            f"the analyses were read for {tmp_path / 'out'} and not kept; call to_tables on them again"
        )

    def test_a_broken_stream_is_not_half_a_table(self):
        """After the error there is no table."""

        def stream():
            yield self.ANALYSIS
            raise RuntimeError("gone")

        tables = dn.to_tables(stream())
        with pytest.raises(RuntimeError, match="gone"):
            _ = tables.events
        with pytest.raises(ValueError, match="read for a table and not kept"):
            _ = tables.events

    def test_batches_are_small(self):
        """However many rows there are, and however many one event has."""
        parties = tuple(dn.Actor(code=f"{number:03}") for number in range(60))
        summit = dn.Event(
            type=dn.EventType.CONSULT,
            actors=parties,
            symmetric=True,
            trigger=(dn.Span(0, 1),),
            sentence=dn.Span(0, 9),
            evidence=dn.Evidence(rule="consult.n.summit"),
        )
        analysis = dn.Analysis(article=dn.Article(text="x" * 600_000, format="text"), events=(summit,))
        sizes = [(name, batch.num_rows, batch.nbytes) for name, batch in batches([analysis] * 3)]
        assert sum(rows for name, rows, _ in sizes if name == "events") == 3 * 60 * 59
        assert max(rows for _, rows, _ in sizes) == MOST_ROWS
        assert max(size for *_, size in sizes) < 2_000_000

    @pytest.mark.parametrize("given", ["text", ANALYSIS, ANALYSIS.article])
    def test_anything_but_a_stream_is_refused(self, given):
        """At once, with what to pass."""
        with pytest.raises(TypeError, match="analyses must be many Analysis objects, as analyze_many"):
            dn.to_tables(given)

    def test_embargoes_are_kept(self, caplog):
        """Unless asked otherwise."""
        article = dn.Article(text="", format="text", embargo=datetime(9999, 1, 1, tzinfo=UTC))
        held = [dn.Analysis(article=article)]
        assert len(dn.to_tables(held).articles) == 0
        assert "articles under embargo left out: 1" in caplog.text
        assert len(dn.to_tables(held, embargoed=True).articles) == 1


@pytest.mark.parametrize(
    ("missing", "code", "message"),
    [
        ("pyarrow", "to_tables([])", 'a table of findings needs pyarrow: python -m pip install "diplonews[tables]"'),
        (
            "pandas",
            "to_tables([]).events.to_pandas()",
            'to_pandas needs pandas: python -m pip install "diplonews[pandas]"',
        ),
        (
            "polars",
            "to_tables([]).events.to_polars()",
            'to_polars needs polars: python -m pip install "diplonews[polars]"',
        ),
        (
            "duckdb",
            "to_tables([]).write('{folder}/x', format='duckdb')",
            "format='duckdb' needs duckdb: python -m pip install \"diplonews[duckdb]\"",
        ),
    ],
)
def test_a_missing_package_is_named_with_the_cure(tmp_path, missing, code, message):
    """The error is the command that installs it."""
    program = f"import sys; sys.modules[{missing!r}] = None; import diplonews as dn; dn.{code.format(folder=tmp_path)}"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert f"ModelNotFoundError: {message}" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_importing_the_tables_loads_no_library():
    """Not before they are used."""
    code = (
        "import sys, json, diplonews; diplonews.to_tables;"
        "print(json.dumps([n for n in ('pyarrow', 'pandas', 'polars', 'duckdb', 'spacy') if n in sys.modules]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == []
