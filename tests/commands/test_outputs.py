"""What commands write: formats, places, and nothing half written."""

import contextlib
import csv
import json
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

import diplonews as dn
from diplonews.cli import main
from diplonews.commands.convert import FORMATS as CONVERTED
from diplonews.exports.run import FORMATS
from diplonews.tabular.codebook import columns, schema
from diplonews.tabular.tables import TABLES
from diplonews.tabular.writers import printed

from .killing import start, wait_for_lines, write_articles

pa = pytest.importorskip("pyarrow.parquet")
ARTICLES = str(Path(__file__).parents[2] / "examples" / "articles")


def run(*arguments):
    """A call that goes well."""
    assert main([str(argument) for argument in arguments]) == 0


@pytest.fixture(scope="module")
def tables():
    """What the library makes of the example articles."""
    return dn.to_tables(list(dn.analyze_many(dn.iter_articles(ARTICLES))))


@pytest.fixture(scope="module")
def entries():
    """The timeline of the example articles."""
    return dn.timeline(dn.analyze_many(dn.iter_articles(ARTICLES)))


@pytest.fixture(scope="module")
def stored(tmp_path_factory):
    """A file of analyses of the example articles."""
    path = tmp_path_factory.mktemp("stored") / "analyses.jsonl"
    run("analyze", ARTICLES, "--evidence", "--output", path)
    return path


@pytest.mark.parametrize("command", ["dates", "quotes", "events"])
class TestOneTable:
    """Commands that put out one kind of finding."""

    def test_parquet(self, tmp_path, tables, command):
        """The table of the library, as a file."""
        run(command, ARTICLES, "--output", tmp_path / "x.parquet")
        assert pa.read_table(tmp_path / "x.parquet").equals(getattr(tables, command).to_arrow())
        assert [path.name for path in tmp_path.iterdir()] == ["x.parquet"]

    def test_csv(self, tmp_path, tables, command):
        """The columns of the codebook, a line a row."""
        run(command, ARTICLES, "--output", tmp_path / "x.csv")
        with (tmp_path / "x.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert list(rows[0]) == [column.name for column in columns(command)]
        assert len(rows) == len(getattr(tables, command))
        assert [row["rule"] for row in rows] == [row["rule"] for row in getattr(tables, command)]

    def test_json(self, capsys, tables, command):
        """A line a row, with numbers and truth values as JSON has them."""
        run(command, ARTICLES)
        rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        wanted = [
            {name: printed(value) if isinstance(value, date) else value for name, value in row.items()}
            for row in getattr(tables, command)
        ]
        assert rows == wanted


class TestAllTables:
    """`analyze` with a format of tables"""

    @pytest.mark.parametrize("to", ["csv", "parquet"])
    def test_folder(self, tmp_path, to):
        """A file a table."""
        run("analyze", ARTICLES, "--to", to, "--output", tmp_path / "tables")
        assert sorted(path.name for path in (tmp_path / "tables").iterdir()) == sorted(
            f"{name}.{to}" for name in TABLES
        )

    def test_database(self, tmp_path, tables):
        """One file, known by its suffix."""
        run("analyze", ARTICLES, "--output", tmp_path / "news.sqlite")
        with closing(sqlite3.connect(tmp_path / "news.sqlite")) as news:
            assert news.execute("SELECT count(*) FROM events").fetchone() == (len(tables.events),)


class TestTimeline:
    """`timeline`"""

    def test_json(self, capsys, stored, entries):
        """A line an entry, which can be read back."""
        run("timeline", stored)
        lines = capsys.readouterr().out.splitlines()
        assert tuple(dn.from_json(dn.TimelineEntry, line) for line in lines) == entries

    @pytest.mark.parametrize("suffix", ["csv", "parquet"])
    def test_tables(self, tmp_path, stored, entries, suffix):
        """The columns of the codebook, a row an entry."""
        path = tmp_path / f"x.{suffix}"
        run("timeline", stored, "--output", path)
        if suffix == "csv":
            with path.open(encoding="utf-8", newline="") as file:
                rows = list(csv.DictReader(file))
        else:
            assert pa.read_schema(path).equals(schema("timeline"))
            rows = pa.read_table(path).to_pylist()
        assert list(rows[0]) == [column.name for column in columns("timeline")]
        assert [row["event_id"] for row in rows] == [entry.event.id for entry in entries]

    def test_table(self, capsys, stored, entries):
        """A line an entry below the titles, for people."""
        run("timeline", stored, "--to", "table")
        title, _, *lines = capsys.readouterr().out.splitlines()
        assert title.split()[:5] == ["when", "type", "who", "whom", "status"]
        assert len(lines) == len(entries)


class TestConvert:
    """`convert`"""

    def test_formats(self):
        """All formats of `dn.export` are offered."""
        assert set(FORMATS) < set(CONVERTED)

    @pytest.mark.parametrize("format", FORMATS)
    def test_as_the_library_does(self, tmp_path, stored, format):
        """What `dn.export` writes."""
        run("convert", stored, "--to", format, "--output", tmp_path / "a")
        dn.export(dn.analyze_many(dn.iter_articles(ARTICLES)), tmp_path / "b", format=format)
        assert contents(tmp_path / "a") == contents(tmp_path / "b")

    def test_articles(self, tmp_path, stored):
        """They are analysed first."""
        for source, name in ((ARTICLES, "a"), (stored, "b")):
            run("convert", source, "--to", "icews", "--output", tmp_path / name)
        assert contents(tmp_path / "a") == contents(tmp_path / "b")

    def test_options(self, tmp_path):
        """Options are those of `dn.export`."""
        asked = (
            "--to",
            "polecat",
            "--statuses",
            "ACTUAL,PLANNED",
            "--mentions",
            "--contexts",
            "rows",
            "--dates",
            "published",
        )
        run("convert", ARTICLES, *asked, "--output", tmp_path / "a")
        analyses = dn.analyze_many(dn.iter_articles(ARTICLES))
        how = {"statuses": ("ACTUAL", "PLANNED"), "mentions": True, "contexts": "rows", "dates": "published"}
        dn.export(analyses, tmp_path / "b", format="polecat", **how)
        assert contents(tmp_path / "a") == contents(tmp_path / "b")

    def test_how_to_read_articles(self, tmp_path, stored, capsys):
        """Options for reading articles are refused for analyses."""
        for option in (["--newest"], ["--text", "body"], ["--format", "csv"]):
            assert main(["convert", str(stored), *option, "--to", "icews", "--output", str(tmp_path / "x")]) == 2
            assert f"the sources hold analyses; {option[0]} is for reading articles" in capsys.readouterr().err

    def test_analyses_without_evidence(self, tmp_path, capsys):
        """They are converted, with a message that says what is missing."""
        run("analyze", ARTICLES, "--output", tmp_path / "analyses.jsonl")
        run("convert", tmp_path / "analyses.jsonl", "--to", "icews", "--output", tmp_path / "a")
        message = "analyses.jsonl has no evidence: columns about cues and mentions of actors will be empty\n"
        assert capsys.readouterr().err.endswith(message)
        run("convert", ARTICLES, "--to", "icews", "--output", tmp_path / "b")
        assert contents(tmp_path / "a") == contents(tmp_path / "b")

    def test_a_broken_line(self, tmp_path, stored, capsys):
        """It is named, and the others are converted."""
        lines = stored.read_text(encoding="utf-8").splitlines()
        lines[3] = '{"article": 3}'
        (tmp_path / "broken.jsonl").write_text("\n".join(lines), encoding="utf-8")
        call = ["convert", str(tmp_path / "broken.jsonl"), "--to", "parquet", "--output", str(tmp_path / "tables")]
        assert main(call) == 1
        assert f"{tmp_path / 'broken.jsonl'}#4: not an Analysis: " in capsys.readouterr().err
        assert pa.read_table(tmp_path / "tables" / "articles.parquet").num_rows == len(lines) - 1

    def test_articles_and_analyses(self, tmp_path, stored, capsys):
        """They are not converted together."""
        assert main(["convert", ARTICLES, str(stored), "--to", "icews", "--output", str(tmp_path / "x")]) == 2
        assert "analyses.jsonl holds analyses, while other sources hold articles" in capsys.readouterr().err


def contents(path):
    """The text of a file, or of all files of a folder, without the moment of writing."""
    if path.is_dir():
        return {file.name: file.read_bytes() for file in path.iterdir()}
    return [line for line in path.read_bytes().splitlines() if not line.startswith(b"DTSTAMP")]


class TestReport:
    """The page for a browser."""

    def test_as_the_library_does(self, tmp_path, stored):
        """The page of stored analyses is that of the library, with the heading asked for."""
        run("report", stored, "--heading", "The row", "--output", tmp_path / "row.html")
        with stored.open(encoding="utf-8") as lines:
            page = dn.report([dn.from_json(dn.Analysis, line) for line in lines], tmp_path / "x.html", title="The row")
        assert (tmp_path / "row.html").read_bytes() == page.read_bytes()

    def test_articles(self, tmp_path, monkeypatch, capsys):
        """Articles are analysed; the page is report.html by default, and not replaced unasked; its path is printed."""
        (tmp_path / "news.txt").write_text("OSLO, May 5, 2031 (Reuters) - Norway threatened Iceland on Monday.\n")
        monkeypatch.chdir(tmp_path)
        run("report", "news.txt")
        assert capsys.readouterr().out == f"{tmp_path / 'report.html'}\n"
        assert "Norway threatened Iceland" in (tmp_path / "report.html").read_text(encoding="utf-8")
        assert main(["report", "news.txt"]) != 0
        assert "report.html" in capsys.readouterr().err
        run("report", "news.txt", "--overwrite")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["analyze", "x", "--output", "y"],
            "the name of y does not show its format: add --to, with jsonl or csv or",
        ),
        (["dates", "x", "--output", "y.duckdb"], "the name of y.duckdb does not show its format"),
        (
            ["analyze", "x", "--output", "y.csv"],
            "--to csv makes a folder of files here: give --output the name of a folder",
        ),
        (["analyze", "x", "--output", ".", "--to", "jsonl"], " is a folder: give --output the name of a file"),
        (["convert", "x", "--to", "icews"], "this writes a file: give --output its name"),
        (["analyze", "x", "--resume"], "--resume and --overwrite need --output"),
        (["analyze", "x", "--output", "file", "--to", "csv"], "--to csv makes a folder of files here"),
    ],
)
def test_a_format_that_does_not_fit(tmp_path, monkeypatch, capsys, arguments, message):
    """The call is refused, with the way out; nothing is written."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").touch()
    assert main(arguments) == 2
    assert message in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_tables_in_the_working_folder(tmp_path, monkeypatch):
    """A folder may be `.`, and what is in it stays."""
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "mine").touch()
    monkeypatch.chdir(tmp_path / "here")
    run("analyze", ARTICLES, "--to", "csv", "--output", ".", "--overwrite")
    assert {path.name for path in tmp_path.rglob("*")} == {"here", "mine", *(f"{name}.csv" for name in TABLES)}


def test_without_pyarrow(tmp_path, monkeypatch, capsys):
    """Lines and a single table as CSV need no extra; what does is refused before an article is read."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    schema.cache_clear()
    run("events", ARTICLES, "--output", tmp_path / "events.csv")
    run("events", ARTICLES, "--output", tmp_path / "events.jsonl")
    monkeypatch.setattr("diplonews.commands.sources.iter_articles", None)
    assert main(["events", ARTICLES, "--output", str(tmp_path / "events.parquet")]) == 1
    assert capsys.readouterr().err == (
        'diplonews: a table of findings needs pyarrow: python -m pip install "diplonews[tables]"\n'
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["events.csv", "events.jsonl"]


def test_nothing_could_be_read(tmp_path, capsys):
    """No output is written, and none replaced."""
    (tmp_path / "out.jsonl").write_text("old", encoding="utf-8")
    asked = ["analyze", str(tmp_path / "none"), "--output", str(tmp_path / "out.jsonl"), "--overwrite"]
    assert main(asked) == 1
    assert capsys.readouterr().err.splitlines()[1:] == [
        "diplonews: nothing is written: no article could be read and analysed"
    ]
    assert [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()] == ["old"]


def test_an_article_that_fails(tmp_path, monkeypatch, capsys):
    """It is named, and left out or put out with its error; or it stops the run, which can be continued."""
    write_articles(tmp_path / "news", 3)
    asked = ["analyze", str(tmp_path / "news"), "--output", str(tmp_path / "out.jsonl")]

    def analyze_many(articles, **_):
        for article in articles:
            error = "ValueError: no way" if article.identifier == "0001.txt" else None
            yield dn.Analysis(article=article, id=article.identifier, error=error)

    monkeypatch.setattr("diplonews.corpus.analyze_many", analyze_many)
    for policy, errors in (("skip", [None, None]), ("yield", [None, "ValueError: no way", None])):
        assert main([*asked, "--on-error", policy, "--overwrite"]) == 1
        assert capsys.readouterr().err == "diplonews: 0001.txt: ValueError: no way\n"
        lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
        assert [dn.from_json(dn.Analysis, line).error for line in lines] == errors
    (tmp_path / "out.jsonl").unlink()
    assert main([*asked, "--on-error", "raise"]) == 1
    assert capsys.readouterr().err.splitlines() == [
        f"diplonews: {tmp_path / 'out.jsonl'} is not written; what was analysed is kept: --resume continues from there",
        "diplonews: 0001.txt: ValueError: no way",
    ]
    monkeypatch.undo()
    assert main([*asked, "--on-error", "raise", "--resume"]) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="no such limits there")
@pytest.mark.parametrize(("blocks", "kept"), [(8, False), (30, True)])
def test_a_full_disk(tmp_path, blocks, kept):
    """Whenever it is full, nothing is half written, and the run can be continued."""
    write_articles(tmp_path / "news", 8)
    asked = ["analyze", str(tmp_path / "news"), "--output", str(tmp_path / "out.jsonl")]
    (tmp_path / "out.jsonl").write_text("old", encoding="utf-8")
    call = " ".join([f"ulimit -f {blocks};", sys.executable, "-m", "diplonews", *asked, "--overwrite"])
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(["sh", "-c", call], env=environment, capture_output=True, text=True, check=False)
    journal = tmp_path / "out.jsonl.unfinished" / "journal"
    messages = [f"diplonews: {journal}: File too large"]
    if kept:
        told = "is not written; what was analysed is kept: --resume continues from there"
        messages.insert(0, f"diplonews: {tmp_path / 'out.jsonl'} {told}")
    assert (done.returncode, done.stderr.splitlines()) == (1, messages)
    assert journal.exists() is kept
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8") == "old"
    assert main([*asked, "--resume", "--overwrite"]) == 0
    run("analyze", tmp_path / "news", "--output", tmp_path / "whole.jsonl")
    assert (tmp_path / "out.jsonl").read_bytes() == (tmp_path / "whole.jsonl").read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_ctrl_c(tmp_path):
    """Ctrl-C ends a run with a message and its exit code; the journal is kept."""
    write_articles(tmp_path / "news", 40)
    running = start("analyze", tmp_path / "news", "--output", tmp_path / "out.jsonl", "--workers", 2)
    wait_for_lines(tmp_path / "out.jsonl.unfinished" / "journal", 3, running)
    os.killpg(running.pid, signal.SIGINT)
    _, errors = running.communicate(timeout=60)
    assert running.returncode == 130
    assert errors.splitlines() == [
        f"diplonews: {tmp_path / 'out.jsonl'} is not written; what was analysed is kept: --resume continues from there",
        "diplonews: stopped",
    ]


def on_a_terminal(*arguments):
    """What a run prints to a terminal that reads standard error."""
    import pty
    import termios

    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-m", "diplonews", *map(str, arguments)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=theirs) as running:
        os.close(theirs)
        printed = b""
        with contextlib.suppress(OSError):  # how a terminal says that nobody writes any more
            while piece := os.read(ours, 1_000):
                printed += piece
    os.close(ours)
    return running.returncode, printed.decode()


@pytest.mark.skipif(sys.platform != "linux", reason="terminals")
def test_progress(tmp_path):
    """Articles are counted on a terminal, and messages are on lines of their own."""
    write_articles(tmp_path / "news", 3)
    (tmp_path / "news" / "bad.txt").write_bytes(b"\0")
    asked = ("analyze", tmp_path / "news", "--output", tmp_path / "out.jsonl", "--overwrite")
    code, printed = on_a_terminal(*asked)
    assert code == 1
    assert "3 articles [" in printed
    lines = printed.replace("\r", "\n").split("\n")
    assert any(line.startswith(f"diplonews: {tmp_path / 'news' / 'bad.txt'}: line 1: not text") for line in lines)
    code, printed = on_a_terminal(*asked, "--no-progress")
    assert "articles [" not in printed
