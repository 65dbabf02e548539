"""Frames and other tables in memory: names of columns, types of cells, containers inside."""

import datetime as dt
import io
import json
import sqlite3
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from pyarrow import parquet

from diplonews import iter_articles
from diplonews.lexicons.columns import load_columns
from diplonews.reading.columns import NAMED, find_columns

SEOUL = dt.datetime(2024, 3, 6, 9, 10, tzinfo=ZoneInfo("Asia/Seoul"))


class TestColumns:
    """`find_columns`"""

    @pytest.mark.parametrize(
        ("names", "found"),
        [
            ("goid title date publisher text", "goid title date publisher text"),
            ("date year author title article url section publication", "date title article url publication"),
            ("url text title publish_date domain authors", "url text title publish_date domain"),
            ("stories_id title publish_date media_name media_url url language text", "- media_url"),
            ("id article highlights", "id article"),
            ("an title body publication_datetime source_name language_code", "- none"),
            (
                "author title description url urlToImage publishedAt content source.id source.name",
                "- author description urlToImage source.id",
            ),
            ("ID Newspaper Date Length Section Author Headline Article", "- Length Section Author"),
            ("Publisher|Story ID|Story Date|Headline|Full Text", "- none"),
            ("uri lang dateTimePub title body source.title", "lang dateTimePub title body source.title"),
            ("published date text", "published text"),
            ("doc_id date event_text", "doc_id date event_text"),
        ],
    )
    def test_tables_in_use(self, names, found):
        """The columns of exports and data sets; "-" lists those that hold nothing that is read."""
        table = names.split("|") if "|" in names else names.split()
        words = found.split()
        wanted = [name for name in table if name not in words] if words[0] == "-" else words
        assert sorted(find_columns(table, {}).values()) == sorted(wanted)

    def test_no_name_is_of_two_fields(self):
        """Nor of two ranks of one."""
        names = [name for ranks in load_columns().values() for rank in ranks for name in rank]
        assert len(names) == len(set(names))
        assert set(NAMED) <= set(load_columns())


class TestCells:
    @pytest.mark.parametrize(
        ("cell", "local", "zone"),
        [
            (dt.date(2024, 3, 6), "2024-03-06", None),
            (dt.datetime(2024, 3, 6, 9, 10), "2024-03-06T09:10:00", ("Asia/Seoul", "outlet")),
            (SEOUL, "2024-03-06T09:10:00", ("Asia/Seoul", "given")),
            (pd.Timestamp("2024-03-06 09:10"), "2024-03-06T09:10:00", ("Asia/Seoul", "outlet")),
            (pd.Timestamp("2024-03-06"), "2024-03-06", None),
            (np.datetime64("2024-03-06T09:10"), "2024-03-06T09:10:00", ("Asia/Seoul", "outlet")),
            ("2024-03-06", "2024-03-06", None),
            (" 2024-03-06 09:10 ", "2024-03-06T09:10:00", ("Asia/Seoul", "outlet")),
            ("20240306T001000Z", "2024-03-06T00:10:00", ("+00:00", "given")),
            ("Wed, 06 Mar 2024 09:10:00 +0900", "2024-03-06T09:10:00", ("+09:00", "given")),
            ("March 6, 2024", "2024-03-06", None),
            *(
                (nothing, None, None)
                for nothing in (None, "", "  ", float("nan"), pd.NaT, pd.NA, np.datetime64("NaT", "ns"))
            ),
        ],
        ids=repr,
    )
    def test_dates(self, cell, local, zone):
        """Of every type; a clock reading without a zone is the outlet's."""
        rows = [{"text": "Talks.", "date": cell, "outlet": "The Korea Herald"}]
        for source in (rows, pd.DataFrame(rows, dtype=object)):
            (article,) = iter_articles(source)
            stamp = article.published
            assert (stamp and stamp.local.isoformat()) == local
            if zone is not None:
                assert (stamp.timezone, stamp.timezone_source) == zone

    @pytest.mark.parametrize(
        ("cell", "words"),
        [("a", "a"), (7, "7"), (7.0, "7"), (Decimal(7), "7"), (np.int64(7), "7"), (float("nan"), None), (pd.NA, None)],
        ids=repr,
    )
    def test_other_cells(self, cell, words):
        """Identifiers are words; one that is missing is known by its row, not by what may be another's number."""
        (article,) = iter_articles([{"text": "Talks.", "id": cell, "headline": cell}])
        assert (article.identifier, article.headline) == (words or "row 0", words)

    @pytest.mark.parametrize(
        "row",
        [
            {"text": "Talks.", "date_gmt": "2024-03-06 09:10"},
            {"text": "Talks.", "date": "2024-03-06 18:10", "date_gmt": dt.datetime(2024, 3, 6, 9, 10)},
            {"article_id": "x", "pubDate": "2024-03-06 09:10:00", "content": "Talks.", "title": "T"},
        ],
    )
    def test_tables_in_utc(self, row):
        """Some columns and some interfaces are known to give UTC without saying so in each time."""
        (article,) = iter_articles([row | {"source": "The Korea Herald"}])
        assert article.published.instant == dt.datetime(2024, 3, 6, 9, 10, tzinfo=dt.UTC)

    def test_no_text(self):
        """A row without a text is an article without one, so that rows and articles stay side by side."""
        rows = pd.DataFrame({"text": ["Talks.", None, ""], "title": "Envoys meet"})
        assert [(article.text, article.headline) for article in iter_articles(rows)] == [
            ("Talks.", "Envoys meet"),
            ("", "Envoys meet"),
            ("", "Envoys meet"),
        ]

    def test_agencies_and_papers(self):
        """A column of sources holds agencies and papers; one that is named as that of outlets holds outlets."""
        rows = [{"text": "Talks.", "source": name} for name in ("Reuters", "The Korea Herald")]
        assert [(a.provider, a.outlet) for a in iter_articles(rows)] == [("Reuters", None), (None, "The Korea Herald")]
        assert next(iter_articles(rows, outlet="source")).outlet == "Reuters"
        (article,) = iter_articles([rows[0] | {"agency": "AFP"}])
        assert (article.provider, article.outlet) == ("AFP", "Reuters")

    def test_language_and_version(self):
        """Columns that have no argument are read as well."""
        rows = [{"text": "Talks.", "lang": "deu", "version": 2, "url": "https://example.org/1"}]
        (article,) = iter_articles(rows)
        assert (article.language, article.version, article.url) == ("de", "2", "https://example.org/1")
        (article,) = iter_articles([{"text": "Talks.", "language": "English"}])
        assert article.language == "en"


class TestFrames:
    def test_kinds_of_columns(self):
        """What libraries store in their own ways."""
        table = pa.table(
            {
                "text": pa.array(["One.", "One."]).dictionary_encode(),
                "headline": pa.array(["Talks", None], pa.string_view()),
                "date": pa.array([dt.date(2024, 3, 6)] * 2),
                "source": pa.array([{"id": None, "name": "The Korea Herald"}] * 2),
            }
        )
        wanted = [("One.", "Talks", "The Korea Herald"), ("One.", None, "The Korea Herald")]
        frames = (table, table.to_batches()[0], pl.from_arrow(table), table.to_pandas(), duckdb.from_arrow(table))
        for frame in frames:
            assert [(a.text, a.headline, a.outlet) for a in iter_articles(frame)] == wanted, type(frame)

    def test_columns_in_any_order(self, tmp_path):
        """Of a table with other columns those that are wanted are read, one of them for two fields if so asked."""
        table = pa.table({"date": ["2024-03-06"], "other": [1], "title": ["Talks"], "id": ["1"], "text": ["One."]})
        parquet.write_table(table, tmp_path / "a.parquet")
        (article,) = iter_articles(tmp_path / "a.parquet")
        assert (article.text, article.headline, article.identifier) == ("One.", "Talks", "1")
        (article,) = iter_articles(tmp_path / "a.parquet", text="title", title="title")
        assert (article.text, article.headline) == ("Talks", "Talks")

    def test_an_index_that_has_a_name(self):
        """It is a column, unless a column has that name."""
        frame = pd.DataFrame({"text": ["One.", "Two."], "id": ["a", "b"]})
        for indexed in (frame, frame.set_index("id"), frame.set_index("id", drop=False)):
            assert [article.identifier for article in iter_articles(indexed)] == ["a", "b"]

    def test_rows_of_a_database(self):
        """Whatever has keys is a record."""
        connection = sqlite3.connect(":memory:")
        connection.row_factory = sqlite3.Row
        (article,) = iter_articles(connection.execute("select 'One.' as text, 3 as id"))
        connection.close()
        assert (article.text, article.identifier) == ("One.", "3")

    def test_rows_are_taken_one_by_one(self):
        """An endless stream of records is read as far as it is asked for."""
        taken = []

        def records():
            while True:
                taken.append({"text": "One."})
                yield taken[-1]

        articles = iter_articles(records())
        assert taken == []
        assert (next(articles).text, len(taken)) == ("One.", 1)


class TestContainers:
    def test_pages_in_a_table(self):
        """A cell may hold a page of HTML, or terminal copy; what is printed there wins."""
        folder = Path("examples/articles")
        rows = [{"id": path.name, "content": path.read_bytes()} for path in sorted(folder.iterdir())]
        for source in (rows, pl.DataFrame(rows), pd.DataFrame(rows)):
            found = list(iter_articles(source))
            assert [article.format for article in found] == [
                *("reuters", "yonhap", "korea-herald", "newsml-g2", "iptc7901"),
                *("anpa1312", "ninjs", "html", "tass", "korea-mofa"),
                *("nitf", "reuters-sgml", "generic", "afp", "html", "xinhua", "newsml1", "yonhap"),
            ]
            assert found[3].identifier == "urn:newsml:afp.example:20240307:doc-halibut-04"

    def test_several_stories_in_a_cell(self):
        """Each is an article, numbered."""
        digest = "One\nOSLO -- One.\n----------\nTwo\nBONN -- Two."
        assert [a.identifier for a in iter_articles([{"id": 7, "text": digest}])] == ["7#1", "7#2"]
        assert [a.identifier for a in iter_articles([{"text": digest}])] == ["0#1", "0#2"]

    def test_records_of_machine_formats(self):
        """ninjs, and lists of headlines, which have no column of texts."""
        ninjs = {
            "uri": "urn:1",
            "headline": "Envoys meet",
            "body_html": "<p>Oslo.</p>",
            "embargoed": "2030-01-01T00:00Z",
        }
        gdelt = {
            "url": "https://x.example/2",
            "title": "Envoys meet",
            "seendate": "20240312T070500Z",
            "domain": "x.example",
        }
        lines = io.BytesIO("\n".join(map(json.dumps, (ninjs, gdelt))).encode())
        lines.name = "items.jsonl"
        for source in ([ninjs, gdelt], lines):
            first, second = iter_articles(source)
            assert (first.format, first.identifier, first.body) == ("ninjs", "urn:1", "Oslo.")
            assert first.embargo is not None
            assert (second.format, second.headline, second.outlet) == ("news-json", "Envoys meet", "x.example")

    def test_encodings(self):
        """CSV as spreadsheets write it: UTF-16 with tabs, UTF-8 with a mark, cp1252 with semicolons."""
        sheet = "id{0}text\n1{0}Zürich –\u2028 “yes”\n"
        for delimiter, encoding in (("\t", "utf-16"), (",", "utf-8-sig"), (";", "utf-8"), ("|", "utf-32")):
            stream = io.BytesIO(sheet.format(delimiter).encode(encoding))
            stream.name = "rows.csv"
            (article,) = iter_articles(stream)
            assert (article.identifier, article.text) == ("1", "Zürich –\u2028 “yes”")
        stream = io.BytesIO(sheet.replace("\u2028", "").format(";").encode("cp1252"))
        (article,) = iter_articles(stream, format="csv")
        assert article.text == "Zürich – “yes”"
        assert not stream.closed
        (article,) = iter_articles(io.BytesIO(b'id,text\r1,"One.\rTwo."\r'), format="csv")
        assert (article.identifier, article.text) == ("1", "One.\rTwo.")

    @pytest.mark.parametrize(
        "sheet",
        [
            'sep=;\r\nid;text\r\n1;"One, and\r\n\r\nmore; then"\r\n',
            '"sep=|"\nid|text\n1|"One, and\r\n\r\nmore; then"\n',
            '\n \n\nid,text\n1,"One, and\r\n\r\nmore; then"\n',
            f'id,text,{",".join(f"c{n}" for n in range(30_000))}\n1,"One, and\r\n\r\nmore; then"\n',
        ],
        ids=["a delimiter named", "and quoted", "empty lines above", "a header of 200,000 characters"],
    )
    def test_first_lines(self, sheet):
        """Lines above the header are not taken for it."""
        stream = io.BytesIO(sheet.encode())
        found = [(article.identifier, article.text) for article in iter_articles(stream, format="csv")]
        assert found == [("1", "One, and\r\n\r\nmore; then")]

    def test_formats(self):
        """`format` names the parser of the texts, or the kind of a table whose name does not show it."""
        (article,) = iter_articles([{"text": '{"answer": 42}'}], format="generic")
        assert (article.format, article.text) == ("generic", '{"answer": 42}')
        (article,) = iter_articles(io.BytesIO(b'{"text": "One."}'), format="jsonl")
        assert (article.text, article.identifier) == ("One.", "stream#1")
