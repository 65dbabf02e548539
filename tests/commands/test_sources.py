"""What a command reads: names of its sources, columns, faults."""

import gzip
import io
import json
import sys

import pytest

from diplonews.cli import main


def parsed(capsys, *arguments, code=0):
    """Identifier and text of each article, and the messages."""
    assert main(["parse", *map(str, arguments)]) == code
    printed = capsys.readouterr()
    articles = [json.loads(line) for line in printed.out.splitlines()]
    return [(article["identifier"], article["text"]) for article in articles], printed.err.splitlines()


@pytest.fixture
def news(tmp_path, monkeypatch):
    """Two folders with files of the same names, and the working folder above them."""
    monkeypatch.chdir(tmp_path)
    for year in ("2020", "2021"):
        (tmp_path / year).mkdir()
        for name in ("a.txt", "b.txt"):
            (tmp_path / year / name).write_text(f"Talks {year} {name[0]} went on.", encoding="utf-8")
    return tmp_path


def ids(found):
    """The identifiers alone."""
    return [identifier for identifier, _ in found[0]]


def test_one_source(news, capsys):
    """Articles without an identifier are known by their place in the source."""
    assert ids(parsed(capsys, "2020")) == ["a.txt", "b.txt"]
    assert ids(parsed(capsys, "2020/b.txt")) == ["b.txt"]
    assert ids(parsed(capsys, "202?/*.txt")) == ["2020/a.txt", "2020/b.txt", "2021/a.txt", "2021/b.txt"]


@pytest.mark.parametrize(
    "sources",
    [
        ["2020", "2021"],
        ["2020/a.txt", "2020/b.txt", "2021/a.txt", "2021/b.txt"],
        ["2020/*", "2021"],
        ["2020", "2021/a.*", "2021/b.txt"],
    ],
)
def test_several_sources(news, capsys, sources):
    """However a shell or the program finds the files, each has an identifier of its own."""
    assert ids(parsed(capsys, *sources)) == ["2020/a.txt", "2020/b.txt", "2021/a.txt", "2021/b.txt"]


def test_an_identifier_that_is_printed_stays(news, capsys):
    """Only places are relative to the current folder."""
    (news / "rows.jsonl").write_text('{"id": "a.txt", "text": "Talks."}\n{"text": "Talks."}\n', encoding="utf-8")
    assert ids(parsed(capsys, "rows.jsonl", "2020/a.txt")) == ["a.txt", "rows.jsonl#2", "2020/a.txt"]


def test_standard_input(capsys, monkeypatch):
    """A document, or lines of JSON if the format says so."""
    rows = b'{"id": 1, "body": "Talks."}\n{"id": 2, "body": "More talks."}\n'
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(rows)))
    assert parsed(capsys, "-", "--format", "jsonl")[0] == [("1", "Talks."), ("2", "More talks.")]


def test_columns(news, capsys):
    """Columns are recognised, or named."""
    (news / "rows.csv").write_text("no,story,teaser\n7,Talks went on.,Talks\n", encoding="utf-8")
    assert parsed(capsys, "rows.csv", "--id", "no", "--text", "teaser")[0] == [("7", "Talks")]
    assert parsed(capsys, "rows.csv")[0] == [("rows.csv#1", "Talks went on.")]


def test_columns_that_are_not_there(news, capsys):
    """The message names the option that names a column."""
    (news / "rows.csv").write_text("no,words\n7,Talks went on.\n", encoding="utf-8")
    columns = "columns: 'no', 'words'"
    for asked, message in (
        ([], f'no column has a known name for the text; name one, as --text="..."; {columns}'),
        (["--text", "word"], f"no column 'word' (--text=); did you mean 'words'? {columns}"),
    ):
        assert parsed(capsys, "rows.csv", *asked, code=1) == ([], [f"diplonews: rows.csv: {message}"])


def test_faults(news, capsys):
    """Each is named with its path and harms nothing else; the exit code shows it."""
    (news / "2020" / "b.txt").write_bytes(b"\0")
    (news / "cut.txt.gz").write_bytes(gzip.compress(b"Talks went on. " * 99)[:-12])
    (news / "rows.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    (news / "rows.jsonl").write_text('{"text": "One."}\n{"text": \n{"text": "Three."}\n', encoding="utf-8")
    sources = ("none.txt", "2020", "cut.txt.gz", "rows.csv", "rows.jsonl", "2021/a.txt")
    found, messages = parsed(capsys, *sources, code=1)
    assert [identifier for identifier, _ in found] == ["2020/a.txt", "rows.jsonl#1", "rows.jsonl#3", "2021/a.txt"]
    starts = ["no file or folder 'none.txt'", "2020/b.txt: ", "cut.txt.gz: ", "rows.csv: ", "rows.jsonl#2: "]
    assert len(messages) == len(starts)
    for message, start in zip(messages, starts, strict=True):
        assert message.startswith(f"diplonews: {start}")


def test_stop_at_the_first_fault(news, capsys):
    """With `--on-error raise` nothing after it is read."""
    (news / "2020" / "a.txt").write_bytes(b"\0")
    found, messages = parsed(capsys, "2020", "2021", "--on-error", "raise", code=1)
    assert found == []
    assert [message.partition(": ")[2].partition(":")[0] for message in messages] == ["2020/a.txt"]


def test_a_parser_that_is_not_known(news, capsys):
    """It is a wrong call: no source could be read with it."""
    found, messages = parsed(capsys, "2020", "2021", "--format", "afp2", code=2)
    assert found == []
    assert len(messages) == 1
    assert messages[0].startswith("diplonews: no parser registered for format 'afp2'")


def test_an_output_among_the_sources(news, capsys):
    """An output inside a source would be read: it is refused, and nothing is written."""
    assert main(["parse", "2020", "--output", "2020/out.jsonl"]) == 2
    message = "diplonews: 2020/out.jsonl is inside 2020, which is read: give --output another folder\n"
    assert capsys.readouterr().err == message
    assert [path.name for path in sorted((news / "2020").iterdir())] == ["a.txt", "b.txt"]


def test_newest_versions(news, capsys):
    """With `--newest` a story is read once, and a killed one not at all."""
    rows = [("urn:1", "1", "usable"), ("urn:2", "1", "usable"), ("urn:1", "2", "usable"), ("urn:2", "2", "canceled")]
    for number, (uri, version, status) in enumerate(rows):
        item = {"uri": uri, "version": version, "pubstatus": status, "type": "text", "body_text": f"Talks {number}."}
        (news / "2020" / f"{number}.json").write_text(json.dumps(item), encoding="utf-8")
    asked = ("2020/[0-9].json",)
    assert ids(parsed(capsys, *asked)) == ["urn:1", "urn:2", "urn:1", "urn:2"]
    assert parsed(capsys, *asked, "--newest")[0] == [("urn:1", "Talks 2.")]


def test_embargo(news, capsys):
    """Articles under embargo are not in tables unless asked for."""
    item = {"uri": "urn:1", "type": "text", "embargoed": "2090-01-01T00:00:00Z", "body_text": "Talks on Monday."}
    (news / "a.json").write_text(json.dumps(item), encoding="utf-8")
    for option, rows in ((), 0), (("--embargoed",), 1):
        assert main(["dates", "a.json", *option]) == 0
        printed = capsys.readouterr()
        assert len(printed.out.splitlines()) == rows
        assert ("under embargo left out: 1" in printed.err) is (rows == 0)


def test_verbose(news, capsys):
    """With `--verbose`, standard error says what is read."""
    assert parsed(capsys, "2020", "--verbose")[1] == ["diplonews: reading 2020", "diplonews: 0 faults"]
    assert parsed(capsys, "2020")[1] == []
