"""The command line: tables, JSON Lines, exit codes."""

import io
import json
import os
import runpy
import subprocess
import sys
import warnings
from pathlib import Path

import pytest

import diplonews as dn
from diplonews.cli import main

ARTICLES = Path(__file__).parents[2] / "examples" / "articles"


def test_analyze_for_people(capsys):
    """Each article has its tables: anatomy, dates, who said what, events."""
    assert main(["analyze", str(ARTICLES), "--to", "table"]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    for kind in ("articles", "dates", "quotes", "events"):
        assert printed.out.count(f": {kind}\n") == len(list(ARTICLES.iterdir()))
    words = [line.split()[:3] for line in printed.out.splitlines()]
    assert ["2024-03-04", "SANCTION", "ISL"] in words


def test_analyze_for_programs(capsys):
    """When no terminal reads, each article is a line of JSON with all findings."""
    assert main(["analyze", str(ARTICLES)]) == 0
    analyses = [dn.from_json(dn.Analysis, line) for line in capsys.readouterr().out.splitlines()]
    assert len(analyses) == len(list(ARTICLES.iterdir()))
    assert len({analysis.article.format for analysis in analyses}) >= 6
    assert any(event.type == "SANCTION" for analysis in analyses for event in analysis.events)


def test_a_file_holds_what_would_be_printed(tmp_path, capsys):
    """The output is the same in a file; nothing else is left beside it."""
    assert main(["analyze", str(ARTICLES)]) == 0
    printed = capsys.readouterr().out
    assert main(["analyze", str(ARTICLES), "--output", str(tmp_path / "new" / "analyses.jsonl")]) == 0
    assert (tmp_path / "new" / "analyses.jsonl").read_text(encoding="utf-8") == printed
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["analyses.jsonl"]


@pytest.mark.parametrize(
    ("command", "titles"),
    [
        ("parse", "article format provider"),
        ("dates", "article words type value"),
        ("quotes", "article speaker country"),
        ("events", "article when type who whom"),
    ],
)
def test_a_table_of_one_kind(capsys, command, titles):
    """On a terminal one table holds what was found in all articles."""
    assert main([command, str(ARTICLES), "--to", "table"]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert " ".join(rows[0].split()).startswith(titles)
    assert len(rows) >= 2 + len(list(ARTICLES.iterdir()))


ESCAPES = "\x1b]0;x\x07\x1b[2J\x9b\u202e\u2066"


@pytest.mark.parametrize("arguments", [["analyze", "--to", "table"], ["analyze", "--to", "jsonl"], ["parse"]])
def test_nothing_but_text_reaches_the_terminal(tmp_path, capsys, arguments):
    """Escape and direction characters of an article, or of the name of a file or folder, are spelt out."""
    folder = tmp_path / f"in{ESCAPES}"
    folder.mkdir()
    story = f"Envoys {ESCAPES} to meet\n\nOSLO, May 4 (Reuters) - Envoy Jens {ESCAPES}Holm said they met on May 3.\n"
    (folder / f"a{ESCAPES}.txt").write_text(
        f"{story}=1+1 Norway accused{ESCAPES} Latvia of spying.\n", encoding="utf-8"
    )
    (folder / f"b{ESCAPES}.txt").write_bytes(b"\0")
    (folder / f"c{ESCAPES}.json").write_text(json.dumps({"headline": "\ud800", "body_text": story}), encoding="utf-8")
    assert main([*arguments, str(folder)]) == 1
    printed = capsys.readouterr()
    assert r"\x1b]0;x\x07" in printed.out + printed.err
    assert printed.out.replace("\n", "").isprintable()
    assert printed.err.replace("\n", "").isprintable()


def test_wrong_arguments_are_spelt_out(capsys):
    """An unknown option is printed without escape sequences."""
    assert main(["parse", "--x\x1b[2J", "y"]) == 2
    assert r"--x\x1b[2J" in capsys.readouterr().err


def test_warnings_are_messages(monkeypatch, capsys):
    """What the library warns of is a line on standard error, not a line of the program's code."""

    def warn(*_, **__):
        warnings.warn("not sure", dn.ParseWarning, stacklevel=2)
        return iter(())

    monkeypatch.setattr("diplonews.commands.sources.iter_articles", warn)
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        assert main(["parse", "x"]) == 0
    assert capsys.readouterr().err == "diplonews: warning: not sure\n"


def test_parse(tmp_path, capsys, monkeypatch):
    """A line of JSON for each article, from files and from standard input."""
    path = tmp_path / "a.txt"
    path.write_text("Envoys met in Oslo.\n", encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Talks went on.")))
    assert main(["parse", str(path), "-"]) == 0
    bodies = [json.loads(line)["text"] for line in capsys.readouterr().out.splitlines()]
    assert bodies == ["Envoys met in Oslo.\n", "Talks went on."]


def test_parse_goes_on(tmp_path, capsys):
    """A file that can't be read does not stop the next one; the exit code shows it."""
    (tmp_path / "bad").write_bytes(b"\0")
    (tmp_path / "good").write_text("Talks went on.", encoding="utf-8")
    assert main(["parse", str(tmp_path / "bad"), str(tmp_path / "good")]) == 1
    printed = capsys.readouterr()
    assert "bad: line 1: not text" in printed.err
    assert len(printed.out.splitlines()) == 1


def test_missing_file(tmp_path, capsys):
    """A file that is not there is named and exit code 1; the next one is read."""
    (tmp_path / "good").write_text("Talks went on.", encoding="utf-8")
    assert main(["parse", str(tmp_path / "none.txt"), str(tmp_path / "good")]) == 1
    printed = capsys.readouterr()
    assert "none.txt" in printed.err
    assert len(printed.out.splitlines()) == 1


def test_missing_corpus(tmp_path, capsys):
    """A corpus that is not there is named."""
    assert main(["train-quotes", str(tmp_path / "none")]) == 1
    assert f"{tmp_path / 'none'}: No such file or directory" in capsys.readouterr().err


def test_version(capsys):
    """`--version` prints name and version."""
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"diplonews {dn.__version__}\n"


@pytest.mark.skipif(os.name == "nt", reason="pipes end otherwise there")
def test_reader_goes_away(tmp_path):
    """A closed pipe ends the command quietly, with the exit code that other tools have."""
    (tmp_path / "story.txt").write_text("Talks went on.\n" * 20_000, encoding="utf-8")
    command = [sys.executable, "-m", "diplonews", "parse", *["story.txt"] * 3]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        running.stdout.read(10)
        running.stdout.close()
        errors = running.stderr.read()
        assert (running.wait(60), errors) == (141, b"")


def test_parsers(capsys):
    """A row a parser with zone and origin."""
    assert main(["parsers"]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert any("korea-herald" in row and "Asia/Seoul" in row and "built in" in row for row in rows)


def test_train_quotes(tmp_path, capsys):
    """A corpus of one's own gives a file of weights and says how large it is."""
    text = 'The pier is closed, Ann Rowe said. "We will mend it," Karl Dahl said.'
    spans = [((20, 28), (29, 33), (0, 18)), ((54, 63), (64, 68), (35, 53))]
    attributions = [{"source": [a], "cue": [b], "content": [c]} for a, b, c in spans]
    line = json.dumps({"doc": "pier", "text": text, "attributions": attributions})
    (tmp_path / "corpus.jsonl").write_text(line + "\n", encoding="utf-8")
    assert main(["train-quotes", str(tmp_path / "corpus.jsonl"), "--output", str(tmp_path / "quotes.crf")]) == 0
    assert capsys.readouterr().out.startswith("1 articles, ")
    assert (tmp_path / "quotes.crf").stat().st_size > 0


def test_train_quotes_on_nothing(tmp_path, capsys):
    """A corpus without attributions is named as such."""
    (tmp_path / "corpus.jsonl").write_text('{"doc": "x", "text": "It rained.", "attributions": []}\n', encoding="utf-8")
    assert main(["train-quotes", str(tmp_path / "corpus.jsonl"), "--output", str(tmp_path / "quotes.crf")]) == 1
    assert capsys.readouterr().err.startswith("diplonews: ")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "Missing command."),
        (["pars", "x"], "No such command 'pars'"),
        (["parse"], "Missing argument 'SOURCE...'"),
        (["parse", "x", "--to", "docx"], "'docx' is not one of"),
        (["analyze", "x", "--workers", "0"], "0 is not in the range"),
        (["analyze", "x", "--to", "parquet"], "--to parquet needs --output"),
        (["analyze", "x", "--to", "table", "--output", "y"], "--to table is for the terminal"),
        (["convert", "x", "--output", "y.ics", "--statuses", "ACTUAL,DONE"], "'DONE' is not one of ACTUAL, "),
        (["schema", "Evnt"], "'Evnt' is not one of Actor, "),
    ],
)
def test_wrong_call(capsys, arguments, message):
    """A wrong call gives a message and exit code 2."""
    assert main(arguments) == 2
    assert message in capsys.readouterr().err


def test_schema(capsys):
    """The schema of a type, in JSON."""
    assert main(["schema", "Event"]) == 0
    assert json.loads(capsys.readouterr().out) == dn.json_schema(dn.Event)


def test_runs_as_a_module(monkeypatch, capsys):
    """`python -m diplonews` is the same as the script."""
    monkeypatch.setattr(sys, "argv", ["diplonews", "parsers"])
    with pytest.raises(SystemExit) as left:
        runpy.run_module("diplonews", run_name="__main__")
    assert left.value.code == 0
    assert "korea-herald" in capsys.readouterr().out
