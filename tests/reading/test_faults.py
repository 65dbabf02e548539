"""What can't be read: a message with the place and the way out, and the rest of the run unharmed."""

import bz2
import gzip
import io
import json
import logging
import lzma
import pickle
import struct
import subprocess
import sys
import zipfile

import pandas as pd
import polars as pl
import pytest

from diplonews import Article, ReadError, UnknownFormatError, iter_articles, read
from diplonews.errors import ModelNotFoundError

STORY = "OSLO, May 4 (Reuters) - Two envoys will meet on Friday.\n"
SHEET = "id,text,date\n1,One.,2024-03-12\n2,Two.,2024-03-13\n"


NO_PARQUET = (
    "h.parquet: Parquet magic bytes not found in footer. Either the file is corrupted or this is not a parquet file."
)
BAD_LINE = (
    "k.jsonl#2: not well-formed JSON: Invalid control character at: line 1 column 13 (char 12) "
    '(near \'{"text": "Tw\\n\')'
)
FILES = {"a.txt": STORY, "b.txt": b"\x89PNG\r\n", "c.txt": STORY}
NO_TEXT = "b.txt: line 1: not text: a PNG picture (near \"b'\\\\x89PNG\\\\r\\\\n'\")"


def told(source, **how):
    """The identifiers of articles, and the messages of errors."""
    entries = iter_articles(source, on_error="yield", **how)
    return [str(entry) if isinstance(entry, ReadError) else entry.identifier for entry in entries]


def write(folder, files):
    """The files of a folder, from their bytes or words."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def archive(members, compression=zipfile.ZIP_DEFLATED):
    """The bytes of a ZIP archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return out.getvalue()


class TestPolicies:
    """`on_error`"""

    def test_raise(self, tmp_path):
        """The error names the file, and a note how to go on without it; the article before it has been handed on."""
        articles = iter_articles(write(tmp_path, FILES))
        assert next(articles).identifier == "a.txt"
        with pytest.raises(ReadError) as caught:
            next(articles)
        assert (str(caught.value), caught.value.place) == (NO_TEXT, "b.txt")
        assert caught.value.__notes__ == [
            'on_error="skip" leaves out what can\'t be read; on_error="yield" hands on the error in its place'
        ]

    def test_skip(self, tmp_path, caplog):
        """The others come, and the log says what is missing."""
        with caplog.at_level(logging.WARNING, logger="diplonews"):
            found = [article.identifier for article in iter_articles(write(tmp_path, FILES), on_error="skip")]
        assert found == ["a.txt", "c.txt"]
        assert caplog.messages == [f"left out: {NO_TEXT}"]

    @pytest.mark.parametrize(
        ("setup", "shown"), [("", ""), ("logging.basicConfig();", f"WARNING:diplonews:left out: {NO_TEXT}\n")]
    )
    def test_silence(self, tmp_path, setup, shown):
        """A program that has not set up logging sees nothing."""
        code = f"import logging, sys, diplonews; {setup} list(diplonews.iter_articles(sys.argv[1], on_error='skip'))"
        command = [sys.executable, "-c", code, str(write(tmp_path, FILES))]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        assert (done.stdout, done.stderr) == ("", shown)

    def test_yield(self, tmp_path):
        """The error takes the article's place."""
        assert told(write(tmp_path, FILES)) == ["a.txt", NO_TEXT, "c.txt"]

    def test_an_error_can_be_sent(self):
        """It goes to another process and comes back whole."""
        error = pickle.loads(pickle.dumps(ReadError("cut off", place="a.xml")))
        assert (str(error), error.place) == ("a.xml: cut off", "a.xml")


class TestFiles:
    def test_cut_and_broken_files(self, tmp_path):
        """Each kind of damage has its own message and harms nothing else."""
        whole = archive({"x.txt": STORY})
        damaged = archive({"x.txt": STORY, "y.txt": STORY}, zipfile.ZIP_STORED).replace(b"OSLO", b"OSLA", 1)
        locked = bytearray(whole)
        for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            struct.pack_into("<H", locked, locked.index(signature) + flags, 1)
        files = {
            "a.txt.gz": gzip.compress(STORY.encode())[:-12],
            "b.csv.gz": gzip.compress(b"text\n" + b"".join(b"Story %d.\n" % n for n in range(9_000)))[:-2_000],
            "c.zip": whole[:-30],
            "d.zip": damaged,
            "e.zip": bytes(locked),
            "f.zip": archive({"inner.zip": whole, "../../g.txt": STORY}),
            "h.parquet": b"PAR1 no more",
            "i.xlsx": whole,
            "j.tar.gz": gzip.compress(STORY.encode()),
            "k.jsonl": '{"text": "One."}\n{"text": "Tw\n\n[1]\n{"text": "Four."}\n',
            "l.txt": STORY,
        }
        found = told(write(tmp_path, files))
        rows = [entry for entry in found if entry.startswith("b.csv.gz#")]
        assert len(rows) > 1_000
        assert [entry for entry in found if entry not in rows] == [
            "a.txt.gz: Compressed file ended before the end-of-stream marker was reached",
            "b.csv.gz: Compressed file ended before the end-of-stream marker was reached",
            "c.zip: File is not a zip file",
            "d.zip/x.txt: Bad CRC-32 for file 'x.txt'",
            "d.zip/y.txt",
            "e.zip/x.txt: is encrypted; unpack the archive with its password first",
            "f.zip/../../g.txt",
            "f.zip/inner.zip: .zip files are not read: unpack the archive that it is in",
            NO_PARQUET,
            "i.xlsx: .xlsx files are not read: pass the frame that pandas.read_excel(path) gives",
            "j.tar.gz: .tar files are not read: unpack it, or pack it as .zip",
            "k.jsonl#1",
            BAD_LINE,
            "k.jsonl#4: a line of JSON must be an object (got list: '[1]\\n')",
            "k.jsonl#5",
            "l.txt",
        ]
        assert not (tmp_path.parent.parent / "g.txt").exists()

    @pytest.mark.parametrize(
        ("name", "pack"), [("a.txt.gz", gzip.compress), ("a.txt.bz2", bz2.compress), ("a.txt.xz", lzma.compress)]
    )
    def test_what_unpacks_to_too_much(self, tmp_path, monkeypatch, name, pack):
        """A small file that would fill the memory is read up to a bound only."""
        monkeypatch.setattr("diplonews.reading.files.LARGEST_MEMBER_BYTES", 3 << 20)
        folder = write(tmp_path, {name: pack(b" " * (4 << 20)), "b.zip": archive({"x.txt": b" " * (4 << 20)})})
        wanted = "unpacks to more than 3 MiB; unpack and split it first"
        assert told(folder) == [f"{name}: {wanted}", f"b.zip/x.txt: {wanted}"]

    @pytest.mark.parametrize("name", ["a.csv", "a.jsonl"])
    def test_endless_lines(self, tmp_path, monkeypatch, name):
        """No line is read that is longer than a bound."""
        monkeypatch.setattr("diplonews.reading.lines.LONGEST_LINE", 1 << 20)
        folder = write(tmp_path, {f"{name}.gz": gzip.compress(b'text,"' + b"x" * (3 << 20))})
        assert told(folder) == [f"{name}.gz: line 1 is longer than 1 MiB"]

    def test_an_unreadable_folder(self, tmp_path, monkeypatch):
        """A folder or a file that may not be opened is one error."""
        folder = write(tmp_path, {"a/x.txt": STORY, "b.txt": STORY, "c.txt": STORY})
        plain = type(tmp_path).open

        def guarded(path, *how):
            if path.name == "b.txt":
                raise PermissionError(13, "Permission denied", str(path))
            return plain(path, *how)

        monkeypatch.setattr("diplonews.reading.files.Path.open", guarded)
        assert told(folder) == ["a/x.txt", "b.txt: Permission denied", "c.txt"]

    def test_links_in_circles(self, tmp_path):
        """A link to a folder is not followed; a pipe that nobody writes to is not waited for."""
        folder = write(tmp_path, {"a/x.txt": STORY})
        (folder / "a" / "loop").symlink_to(folder, target_is_directory=True)
        (folder / "a" / "link.txt").symlink_to(folder / "a" / "x.txt")
        if sys.platform != "win32":
            import os

            os.mkfifo(folder / "pipe")
        assert told(folder) == ["a/link.txt", "a/x.txt"]

    def test_links_that_lead_nowhere(self, tmp_path):
        """To nothing or in a circle: each is an error, and the files behind it are read."""
        folder = write(tmp_path, {"a.txt": STORY, "d.txt": STORY})
        (folder / "b.txt").symlink_to(folder / "none.txt")
        (folder / "c.txt").symlink_to(folder / "c.txt")
        wrong = [f"{name}: is a link that leads nowhere" for name in ("b.txt", "c.txt")]
        assert told(folder) == ["a.txt", *wrong, "d.txt"]

    def test_patterns_and_links_in_circles(self, tmp_path):
        """Two links to their own folder double what `**` may try with each step; it follows neither."""
        folder = write(tmp_path / "news", {"a.txt": STORY, "b/c.txt": STORY})
        for name in ("here", "there"):
            (folder / name).symlink_to(folder, target_is_directory=True)
        assert told(f"{folder}/**/*.txt") == ["a.txt", "b/c.txt"]
        assert told(f"{folder}/here/**/c*") == ["b/c.txt"]
        with pytest.raises(FileNotFoundError, match=r"^no file matches '.*xml'$"):
            iter_articles(f"{folder}/**/*.xml")

    def test_a_source_that_may_not_be_listed(self, tmp_path, monkeypatch):
        """It fails at once, like a missing one."""
        monkeypatch.setattr("diplonews.reading.articles.os.access", lambda *_: False)
        with pytest.raises(PermissionError, match="no permission to list the folder"):
            iter_articles(write(tmp_path, FILES), on_error="skip")

    def test_items_of_a_container(self, tmp_path):
        """Those that can be read come; the others are errors, without a warning besides."""
        item = '<newsItem guid="{}"><contentMeta><headline>Envoys meet</headline></contentMeta></newsItem>'
        items = f"{item.format('a')}<conceptItem guid='c'/>{item.format('b')}"
        raw = f"<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><itemSet>{items}</itemSet></newsMessage>"
        *good, bad = told(write(tmp_path, {"a.xml": raw}))
        assert good == ["a", "b"]
        assert bad.startswith("a.xml: newsml-g2: line 1: item 2: ")


class TestColumns:
    def test_a_column_that_is_not_there(self, tmp_path):
        """The message lists the columns, and names a close one."""
        path = write(tmp_path, {"a.csv": SHEET}) / "a.csv"
        message = "a.csv: no column 'txt' (text=); did you mean 'text'? columns: 'id', 'text', 'date'"
        for policy in ("raise", "skip", "yield"):
            with pytest.raises(ReadError) as caught:
                list(iter_articles(path, text="txt", on_error=policy))
            assert str(caught.value) == message
        folder = write(tmp_path, {"b.csv": "txt\nOne.\n"})
        assert told(folder, text="txt") == [message, "b.csv#1"]

    @pytest.mark.parametrize("make", [pd.DataFrame, pl.DataFrame, lambda rows: pl.DataFrame(rows).to_arrow()])
    def test_a_frame_fails_at_once(self, make):
        """Not with the first article."""
        frame = make([{"id": 1, "words": "One."}])
        with pytest.raises(
            ValueError, match=r"^no column has a known name for the text; name one, as text=\"...\"; columns: "
        ):
            iter_articles(frame)
        assert [article.text for article in iter_articles(frame, text="words")] == ["One."]

    @pytest.mark.parametrize(
        ("columns", "named", "message"),
        [
            (["text", "body"], {}, "'text' or 'body' may hold the text; name one, as text='text'"),
            (["text", "date", "Day"], {}, "'date' or 'Day' may hold the published; name one, as published='date'"),
            (["text", "text"], {}, "2 columns are called 'text'; rename all but one"),
            (["text", "text"], {"text": "text"}, "2 columns are called 'text' (text=); rename all but one"),
            ([], {}, 'no column has a known name for the text; name one, as text="..."; columns: none'),
            ([f"c{n}" for n in range(99)], {}, "'c38', 'c39', ..."),
        ],
    )
    def test_ambiguous_and_missing_ones(self, columns, named, message):
        """Nothing is guessed."""
        with pytest.raises(ValueError) as caught:
            iter_articles(pd.DataFrame([["x"] * len(columns)], columns=columns), **named)
        assert message in str(caught.value)

    def test_ambiguity_is_settled_by_a_name(self):
        """A column that is named for one field is not a candidate for another; "" says that there is none."""
        rows = [{"text": "Deck.", "body": "One.", "date": "2024-03-12", "day": "Tue"}]
        (article,) = iter_articles(rows, text="body", title="text", published="date")
        assert (article.text, article.headline) == ("One.", "Deck.")
        assert article.published.local.isoformat() == "2024-03-12"
        (article,) = iter_articles(rows, text="body", published="")
        assert article.published is None

    def test_a_table_in_an_archive(self, tmp_path):
        """One of several tables with another column harms no other."""
        path = tmp_path / "a.zip"
        path.write_bytes(archive({"a.csv": "txt\nOne.\n", "b.csv": "text\nOne.\n"}))
        assert [article.identifier for article in iter_articles(path, on_error="skip")] == ["a.zip/b.csv#1"]

    def test_columns_of_anything_but_a_table(self, tmp_path):
        """A named column can't be passed over in silence."""
        folder = write(tmp_path, {"a.csv": SHEET, "b.txt": STORY})
        assert told(folder, text="text")[2:] == [
            "b.txt: is not a table and has no columns (text='text'); a pattern such as 'folder/*.csv' picks tables"
        ]
        assert told(f"{folder}/*.csv", text="text") == ["1", "2"]


class TestRows:
    @pytest.mark.parametrize(
        ("row", "message"),
        [
            ({"text": 7}, "row 0: the text must be str or bytes (got int: 7)"),
            ({"text": b"\0\0\0"}, "row 0: line 1: not text: a NUL byte (near"),
            (
                {"text": "x", "date": "12/03/2024"},
                "row 0: 'date' holds '12/03/2024', which is not a date, or could be two dates",
            ),
            ({"text": "x", "date": "12 Mar 2024 07:05 XYZT"}, "row 0: 'date' holds '12 Mar 2024 07:05 XYZT', which"),
            ({"text": "x", "date": 1710230400}, "row 0: 'date' holds 1710230400, which is not a date, or"),
            ("One.", "row 0: a record must be a dict of column to value (got str: 'One.')"),
            ({"words": "x"}, "row 0: no column has a known name for the text; name one, as "),
        ],
    )
    def test_bad_rows(self, row, message):
        """Each is an error of its own."""
        bad, good = told([row, {"text": "One."}])
        assert bad.startswith(message)
        assert good == "1"

    def test_odd_bytes_in_a_line(self, tmp_path):
        """They harm no other line."""
        raw = b'{"text": "Z\xfcrich"}\n{"text": "\x81\xfc\0\0\0"}\n{"text": "One."}\n'
        found = list(iter_articles(write(tmp_path, {"a.jsonl": raw}), on_error="yield"))
        assert isinstance(found[1], ReadError)
        assert [found[0].text, found[2].text] == ["Zürich", "One."]

    def test_broken_csv(self, tmp_path):
        """A row with too many cells, a stray quotation mark, an open one at the end; short and empty rows are none."""
        sheet = 'id,text\n1,One\n2,Two, or more\n3\n\n4,"He said "no" to it"\n5,"Five, or\nsix"\n6,"open\n'
        tail = (
            "pass pandas.read_csv(path, escapechar='\\\\') if backslashes escape quotation marks, "
            "pandas.read_csv(path, quoting=3) if they are plain characters"
        )
        assert told(write(tmp_path, {"a.csv": sheet})) == [
            "1",
            "a.csv#2: 3 cells, but the header has 2: is a quotation mark missing?",
            "3",
            f"a.csv#4: not readable as CSV: ',' expected after '\"'; {tail}",
            "5",
            f"a.csv#6: not readable as CSV: unexpected end of data; {tail}",
        ]

    def test_rows_that_a_quotation_mark_swallows(self, tmp_path):
        """Of a table without quoting, where a text begins with a mark and a later one ends with it."""
        rows = ['"No," he said.\t1', "Two.\t2", "Three.\t3", 'He said "no"\t4', '"\t5']
        sheet = "text\tid\n" + "".join(f"{row}\n" for row in rows)
        found = told(
            write(tmp_path, {"a.tsv": sheet, "b.tsv": sheet.replace('"No,"', '"No,').replace(' "no"', ' no"')})
        )
        assert found[0].startswith("a.tsv#1: not readable as CSV: '\t' expected after '\"'; pass pandas.read_csv(")
        assert found[1:4] == ["2", "3", "4"]
        assert "b.tsv#1: a cell holds rows: is a quotation mark not closed?" in found[5]

    def test_pages_longer_than_the_csv_module_takes(self, tmp_path):
        """A cell may hold a whole page, and the module's limit stays what it was."""
        import csv

        page = "word " * 100_000
        limit = csv.field_size_limit()
        (article,) = iter_articles(write(tmp_path, {"a.csv": f'text\n"{page}"\n'}))
        assert (article.text, csv.field_size_limit()) == (page, limit)


class TestArguments:
    @pytest.mark.parametrize(
        ("source", "error", "message"),
        [
            ("no/such.csv", FileNotFoundError, "no file or folder 'no/such.csv'; a text is read by parse_article"),
            ("Oslo rebuked Riga.\n" * 99, FileNotFoundError, "no file or folder"),
            (
                b"text",
                TypeError,
                "iter_articles takes a path, an open binary file, a data frame or an iterable of dicts",
            ),
            ({"text": ["One."]}, TypeError, "iter_articles takes"),
            (7, TypeError, "iter_articles takes"),
            (Article(text="x", format="x"), TypeError, "iter_articles takes"),
            (pl.LazyFrame({"text": ["x"]}), TypeError, "iter_articles takes"),
            (io.StringIO("text"), TypeError, "iter_articles takes a path, an open binary file"),
        ],
    )
    def test_wrong_sources(self, source, error, message):
        """They are refused at once."""
        with pytest.raises(error, match=message):
            iter_articles(source)

    def test_other_arguments(self):
        """So are policies, formats and names that are none."""
        with pytest.raises(ValueError, match="on_error must be one of raise, skip, yield"):
            iter_articles([], on_error="shrug")
        with pytest.raises(UnknownFormatError, match="no parser registered for format 'nonsense'"):
            iter_articles([], format="nonsense")
        with pytest.raises(TypeError, match=r"text must be the name of a column or None \(got int: 0\)"):
            iter_articles([], text=0)

    def test_a_pattern_that_matches_nothing(self, tmp_path):
        """It is refused at once as well."""
        with pytest.raises(FileNotFoundError, match="no file matches"):
            iter_articles(f"{tmp_path}/*.csv")

    def test_without_pyarrow(self, tmp_path):
        """The message is the command that installs it, whatever the policy."""
        (tmp_path / "a.parquet").write_bytes(b"")
        code = (
            "import sys; sys.modules['pyarrow'] = None; import diplonews as dn\n"
            "try: list(dn.iter_articles(sys.argv[1], on_error='skip'))\n"
            "except dn.ModelNotFoundError as error: print(error)"
        )
        done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True)
        assert done.stdout == 'reading Parquet needs pyarrow: python -m pip install "diplonews[tables]"\n'
        assert issubclass(ModelNotFoundError, ImportError)


class TestRead:
    """`read`"""

    def test_a_file(self, tmp_path):
        """One article, unpacked if need be; what is known beside it goes along."""
        folder = write(tmp_path, {"a.txt": STORY, "b.txt.gz": gzip.compress(STORY.encode())})
        plain, packed = read(folder / "a.txt", published="2021-05-05"), read(str(folder / "b.txt.gz"))
        assert (plain.text, plain.identifier, packed.text, packed.identifier) == (STORY, "a.txt", STORY, "b.txt.gz")
        assert plain.published.local.isoformat() == "2021-05-05"
        assert read(folder / "a.txt", identifier="7").identifier == "7"

    def test_unreadable_sources(self, tmp_path):
        """A missing file, one that is not text, one of several stories, one that is cut off."""
        items = [{"title": "One", "text": "Talks.", "url": "x"}] * 2
        files = {"a.bin": b"\x89PNG", "b.json": json.dumps(items), "c.gz": gzip.compress(STORY.encode())[:-9]}
        folder = write(tmp_path, files | {"d.csv": SHEET, "e.txt": STORY})
        with pytest.raises(FileNotFoundError):
            read(folder / "none.txt")
        with pytest.raises(ReadError, match=r"d\.csv: is a table; iter_articles reads its rows"):
            read(folder / "d.csv")
        with pytest.raises(ReadError, match=r"f\.zip: is an archive; iter_articles reads its members"):
            read(write(folder, {"f.zip": archive({"x.txt": STORY})}) / "f.zip")
        with pytest.raises(IsADirectoryError, match=r" is a folder; iter_articles reads what is in it$"):
            read(folder)
        with pytest.raises(UnknownFormatError):
            read(folder / "e.txt", format="nonsense")
        with pytest.raises(ReadError, match=r"a\.bin: line 1: not text: a PNG picture"):
            read(folder / "a.bin")
        with pytest.raises(ReadError, match=r"b\.json: news-json: the input holds 2 articles; parse_articles, or iter"):
            read(folder / "b.json")
        with pytest.raises(ReadError, match=r"c\.gz: Compressed file ended"):
            read(folder / "c.gz")
