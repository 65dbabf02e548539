"""The command line: tables, JSON Lines, exit codes."""

import csv
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

ARTICLES = Path(__file__).parents[1] / "examples" / "articles"


def test_demo(tmp_path, capsys):
    """The demo shows each article, its dates and quotes, the events by date, and names what it wrote."""
    assert main(["demo", str(ARTICLES), "--output", str(tmp_path / "out")]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    for path in ARTICLES.iterdir():
        assert f"{path.name}: dates, counted from 2024-03-" in printed.out
        assert f"{path.name}: who said what" in printed.out
    lines = (tmp_path / "out" / "analyses.jsonl").read_text(encoding="utf-8").splitlines()
    analyses = [dn.from_json(dn.Analysis, line) for line in lines]
    assert len(analyses) == len(list(ARTICLES.iterdir()))
    assert len({analysis.article.format for analysis in analyses}) >= 6
    assert all(found.evidence.rule for analysis in analyses for found in analysis.dates)
    with (tmp_path / "out" / "events.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["when"] or "9999" for row in rows] == sorted(row["when"] or "9999" for row in rows)
    levy = next(row for row in rows if row["file"] == "01-levy.reuters.txt" and row["when"] == "2024-03-04")
    assert (levy["type"].split()[0], levy["who"], levy["whom"], levy["status"]) == ("SANCTION", "ISL", "KOR", "actual")


def test_demo_names_what_it_leaves_out(tmp_path, capsys):
    """A file that is no text is named on standard error; the others are read."""
    (tmp_path / "a.txt").write_text("Envoys met in Oslo.\n", encoding="utf-8")
    (tmp_path / "b.bin").write_bytes(b"\0\1")
    assert main(["demo", str(tmp_path), "--output", str(tmp_path / "out")]) == 0
    assert "diplonews: b.bin: line 1: not text" in capsys.readouterr().err


ESCAPES = "\x1b]0;x\x07\x1b[2J\x9b\u202e\u2066"


@pytest.mark.parametrize("command", ["demo", "parse"])
def test_nothing_but_text_reaches_the_terminal(tmp_path, capsys, command):
    """Escape and direction characters of an article, or of the name of a file or folder, are spelt out."""
    folder = tmp_path / f"in{ESCAPES}"
    folder.mkdir()
    story = f"Envoys {ESCAPES} to meet\n\nOSLO, May 4 (Reuters) - Envoy Jens {ESCAPES}Holm said they met on May 3.\n"
    (folder / f"a{ESCAPES}.txt").write_text(
        f"{story}=1+1 Norway accused{ESCAPES} Latvia of spying.\n", encoding="utf-8"
    )
    (folder / f"b{ESCAPES}.txt").write_bytes(b"\0")
    (folder / f"c{ESCAPES}.json").write_text(json.dumps({"headline": "\ud800", "body_text": story}), encoding="utf-8")
    if command == "demo":
        assert main(["demo", str(folder), "--output", str(tmp_path / f"out{ESCAPES}")]) == 0
    else:
        assert main(["parse", *map(str, sorted(folder.iterdir()))]) == 1
    printed = capsys.readouterr()
    assert r"\x1b]0;x\x07" in printed.out + printed.err
    assert printed.out.replace("\n", "").isprintable()
    assert printed.err.replace("\n", "").isprintable()
    if command == "demo":
        lines = (tmp_path / f"out{ESCAPES}" / "analyses.jsonl").read_text(encoding="utf-8").splitlines()
        assert {ESCAPES in dn.from_json(dn.Analysis, line).article.text for line in lines} >= {True}
        with (tmp_path / f"out{ESCAPES}" / "events.csv").open(encoding="utf-8", newline="") as file:
            assert not any("\x1b" in cell for row in csv.reader(file) for cell in row)


def test_wrong_arguments_are_spelt_out(capsys):
    """What argparse does not know comes back without escapes."""
    with pytest.raises(SystemExit):
        main(["parse", "--x\x1b[2J", "y"])
    assert r"--x\x1b[2J" in capsys.readouterr().err


def test_warnings_are_messages(tmp_path, capsys):
    """A story that is left out is a line on standard error, not a line of the program's code."""
    whole = '<REUTERS NEWID="1"><TEXT><TITLE>ONE</TITLE><BODY>Envoys met.</BODY></TEXT></REUTERS>'
    (tmp_path / "a.sgm").write_text(f'<!DOCTYPE lewis SYSTEM "lewis.dtd">\n{whole}\n{whole[:60]}', encoding="utf-8")
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        assert main(["parse", str(tmp_path / "a.sgm")]) == 0
    assert capsys.readouterr().err.startswith("diplonews: warning: left out: ")


def test_demo_of_an_empty_folder(tmp_path, capsys):
    """An empty folder is exit code 1 with its name."""
    assert main(["demo", str(tmp_path)]) == 1
    assert f"no article in {tmp_path}" in capsys.readouterr().err


def test_parse(tmp_path, capsys, monkeypatch):
    """A line of JSON for each article, from files and from standard input."""
    path = tmp_path / "a.txt"
    path.write_text("Envoys met in Oslo.\n", encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Talks went on.")))
    assert main(["parse", str(path), "-"]) == 0
    bodies = [json.loads(line)["text"] for line in capsys.readouterr().out.splitlines()]
    assert bodies == ["Envoys met in Oslo.\n", "Talks went on."]


def test_parse_goes_on(tmp_path, capsys):
    """A file that can't be read does not stop the next one; the exit code tells."""
    (tmp_path / "bad").write_bytes(b"\0")
    (tmp_path / "good").write_text("Talks went on.", encoding="utf-8")
    assert main(["parse", str(tmp_path / "bad"), str(tmp_path / "good")]) == 1
    printed = capsys.readouterr()
    assert "bad: line 1: not text" in printed.err
    assert len(printed.out.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "message"), [(["--format", "afp2"], "no parser registered for format 'afp2'"), ([], "not text")]
)
def test_errors(tmp_path, capsys, arguments, message):
    """An unknown format and bytes that are no text are named."""
    path = tmp_path / "bad"
    path.write_bytes(b"\0")
    assert main(["parse", *arguments, str(path)]) == 1
    assert message in capsys.readouterr().err


def test_missing_file(tmp_path, capsys):
    """A file that is not there is named and exit code 1; the next one is read."""
    (tmp_path / "good").write_text("Talks went on.", encoding="utf-8")
    assert main(["parse", str(tmp_path / "none.txt"), str(tmp_path / "good")]) == 1
    printed = capsys.readouterr()
    assert "none.txt" in printed.err
    assert len(printed.out.splitlines()) == 1


@pytest.mark.parametrize("command", ["demo", "train-quotes"])
def test_missing_folder(tmp_path, capsys, command):
    """A folder or corpus that is not there is named."""
    assert main([command, str(tmp_path / "none")]) == 1
    assert f"No such file or directory: '{tmp_path / 'none'}'" in capsys.readouterr().err


def test_version(capsys):
    """`--version` prints name and version."""
    with pytest.raises(SystemExit) as left:
        main(["--version"])
    assert left.value.code == 0
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


def test_wrong_call():
    """No command is argparse's own error, exit code 2."""
    with pytest.raises(SystemExit) as caught:
        main([])
    assert caught.value.code == 2


def test_runs_as_a_module(monkeypatch, capsys):
    """`python -m diplonews` is the same as the script."""
    monkeypatch.setattr(sys, "argv", ["diplonews", "parsers"])
    with pytest.raises(SystemExit) as left:
        runpy.run_module("diplonews", run_name="__main__")
    assert left.value.code == 0
    assert "korea-herald" in capsys.readouterr().out
