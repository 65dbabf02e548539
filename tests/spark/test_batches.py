"""`analyze_batches` without Spark: what comes out is what `iter_articles`, `analyze_many` and `to_tables` give."""

import json
import pickle
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import partial

import pyarrow as pa
import pytest
from hypothesis import given, settings, strategies as st

import diplonews as dn
from diplonews import spark
from diplonews.lexicons.tables import default_tables
from diplonews.reading.columns import ColumnError
from diplonews.spark import KEYS, MOST_ARTICLES, MOST_CHARACTERS, NESTED, NUMBER, analyze_batches
from diplonews.syntax.pipeline import load
from diplonews.tabular.codebook import columns

TEXTS = (
    "Oslo rebuked Riga on Monday.",
    'Accra threatened Lima with sanctions. "We will answer in May," the envoy said.',
    "LIMA, May 4 (Reuters) - Peru, Chile and Kenya held talks.\n\nIt rained.",
    "It rained.",
    "",
    None,
)
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "body": st.sampled_from(TEXTS),
            "published": st.sampled_from([None, datetime(2024, 3, 6, 9, tzinfo=UTC)]),
            "headline": st.sampled_from([None, "Piers and envoys"]),
        }
    ),
    max_size=6,
)
TYPES = pa.schema(
    [
        ("id", pa.string()),
        ("body", pa.string()),
        ("published", pa.timestamp("us", "UTC")),
        ("headline", pa.string()),
        ("a column of the owner's", pa.string()),
    ]
)
DAMAGED = pa.array([b"Oslo rebuked Riga.", b"\xff", b"Oslo rebuked Riga."]).view(pa.string())


def table(rows):
    """The rows with an id each."""
    return pa.Table.from_pylist([{"id": f"a{number}", **row} for number, row in enumerate(rows)], TYPES)


def found(news, **options):
    """The rows of the outcome."""
    return analyze_batches(news, **options).to_pylist()


def flat(rows, name):
    """The rows of a table, as `to_tables` has them, out of those of the outcome."""
    keys = [{key: row[key] for key in KEYS if key in row} for row in rows]
    if name == "articles":
        return [row | {nested: len(row[nested]) for nested in NESTED if nested != "events"} for row in rows]
    return [key | inner for key, row in zip(keys, rows, strict=True) for inner in row[name]]


class TestOutcome:
    """What a row holds."""

    @settings(max_examples=20)
    @given(ROWS, st.integers(1, 3))
    def test_it_is_what_to_tables_gives(self, rows, size):
        """Cell for cell, however the rows are cut into batches."""
        news = table(rows)
        expected = dn.to_tables(dn.analyze_many(dn.iter_articles(news)))
        batches = analyze_batches(iter(news.to_batches(max_chunksize=size)))
        seen = [row for batch in batches for row in batch.to_pylist()]
        for name in ("articles", *NESTED):
            wanted = [{key: cell for key, cell in row.items() if key != NUMBER} for row in getattr(expected, name)]
            rows_seen = flat(seen, name)
            if name == "articles":  # which counts events, where the row has each of their pairs
                counts = [len({event["event_id"] for event in row["events"]}) for row in seen]
                rows_seen = [row | {"events": count} for row, count in zip(rows_seen, counts, strict=True)]
            assert rows_seen == wanted

    @pytest.mark.parametrize("rows", [[], [{"body": text} for text in TEXTS]])
    def test_a_table_comes_back_as_a_table(self, rows):
        """With the schema, even if there are no rows."""
        made = analyze_batches(table(rows))
        assert made.schema == spark.ARROW_SCHEMA
        assert made.column("article_id").to_pylist() == [f"a{number}" for number in range(len(rows))]

    def test_without_an_id(self):
        """The digest of the text is used, which is the same on any machine and in any batch."""
        first = found(pa.table({"body": ["Oslo rebuked Riga.", "It rained."]}))
        second = found(pa.table({"body": ["It rained."]}))
        assert first[1]["article_id"] == second[0]["article_id"] == second[0]["identifier"]
        assert first[0]["article_id"] != first[1]["article_id"]

    def test_a_container_gives_a_row_for_each_article(self):
        """Each with the id of the row and its number."""
        item = (
            "<REUTERS NEWID='{}'><DATE>5-MAY-2021</DATE><TEXT><TITLE>A</TITLE><BODY>It rained.</BODY></TEXT></REUTERS>"
        )
        container = "<!DOCTYPE lewis>\n" + item.format(1) + item.format(2)
        assert [row["article_id"] for row in found(pa.table({"id": ["f7"], "body": [container]}))] == ["1", "2"]

    def test_tables_are_obeyed(self):
        """Rows of the user's own are in force; the ruleset says so."""
        mine = default_tables().with_added("states", [{"code": "XSL", "name": "Sealand"}])
        (row,) = found(pa.table({"body": ["Sealand rebuked Riga."]}), tables=mine)
        assert [event["actor_code"] for event in row["events"]] == ["XSL"]
        assert row["ruleset"] == dn.analyze("Sealand rebuked Riga.", tables=mine).ruleset

    def test_columns_and_format_by_name(self):
        """As for `iter_articles`."""
        news = pa.table({"a": ["Oslo rebuked Riga."], "b": [date(2024, 3, 6)], "body": ["It rained."], "c": [7]})
        (row,) = found(news, text="a", published="b", id="c", title="", format="generic")
        assert (row["article_id"], row["text"], row["anchor"]) == ("7", "Oslo rebuked Riga.", date(2024, 3, 6))


class TestBadRows:
    """One bad row harms no other."""

    @pytest.mark.parametrize(
        ("bodies", "message"),
        [
            (pa.array([1, 2, 3]), "the text must be str or bytes (got int: 2)"),
            (pa.array([["x"]] * 3), "the text must be str or bytes (got list: ['x'])"),
        ],
    )
    def test_texts_of_another_type(self, bodies, message):
        """Each row says what it holds."""
        rows = found(pa.table({"id": ["a", "b", "c"], "body": bodies}))
        assert [row["article_id"] for row in rows] == ["a", "b", "c"]
        assert rows[1]["error"] == f"ReadError: b: {message}"
        assert rows[1]["events"] == []

    def test_text_that_is_not_utf_8(self):
        """As Spark's own strings may be."""
        rows = found(pa.table({"id": ["a", "b", "c"], "body": DAMAGED}))
        assert [len(row["events"]) for row in rows] == [1, 0, 1]
        assert rows[1]["error"].startswith(
            "ReadError: b: column 'body' holds a string that can't be read: 'utf-8' codec"
        )
        assert rows[0]["error"] is rows[2]["error"] is None

    def test_bytes_are_decoded(self):
        """A binary column is read as `parse_article` reads bytes."""
        (row,) = found(pa.table({"body": ["Oslo rügte Riga – ja.".encode("cp1252")]}))
        assert row["text"] == "Oslo rügte Riga – ja."

    def test_moments_that_python_does_not_have(self):
        """The year 20000, or a zone that only Spark knows."""
        late = pa.array([568_971_820_800_000_000, 0], pa.timestamp("us", "UTC"))
        rows = found(pa.table({"id": ["a", "b"], "body": ["Oslo rebuked Riga."] * 2, "published": late}))
        assert "column 'published' holds a timestamp[us, tz=UTC] that can't be read" in rows[0]["error"]
        assert rows[1]["error"] is None
        here = pa.array([0], pa.timestamp("us", "GMT+9"))
        (row,) = found(pa.table({"body": ["Oslo rebuked Riga."], "published": here}))
        assert "tz=GMT+9] that can't be read" in row["error"]

    def test_a_date_that_is_none(self):
        """The error names the column and the cell."""
        news = pa.table({"id": ["a", "b"], "body": ["Oslo rebuked Riga."] * 2, "published": ["some day", "2024-03-06"]})
        first, second = found(news)
        assert first["error"].startswith("ReadError: a: 'published' holds 'some day'")
        assert second["published_day"] == date(2024, 3, 6)

    def test_a_fault_in_a_stage(self, monkeypatch):
        """Comes back in its row."""
        whole = dn.analyze

        def faulty(article, **options):
            if "rained" in article.text:
                raise RuntimeError("no umbrella")
            return whole(article, **options)

        monkeypatch.setattr("diplonews.corpus.analyze", faulty)
        rows = found(table([{"body": "It rained."}, {"body": "Oslo rebuked Riga."}]))
        assert [row["error"] for row in rows] == ["RuntimeError: no umbrella", None]
        assert rows[0]["text"] == "It rained."

    def test_embargo(self):
        """Until it ends, the row has the id and the day alone."""
        ninjs = {"uri": "u:1", "type": "text", "embargoed": "2099-01-01T00:00:00Z", "body_text": "Oslo rebuked Riga."}
        news = pa.table({"id": ["a"], "body": [json.dumps(ninjs)]})
        (held,) = found(news)
        assert held["error"] == "under embargo until 2099-01-01 00:00:00+00:00; embargoed=True hands it out"
        assert (held["article_id"], held["text"], held["headline"], held["events"]) == ("u:1", None, None, [])
        (row,) = found(news, embargoed=True)
        assert (row["error"], len(row["events"])) == (None, 1)


class TestBounds:
    """Memory and work."""

    def test_a_huge_batch_is_split(self):
        """By the number of articles."""
        news = table([{"body": "It rained."}] * (MOST_ARTICLES * 2 + 1))
        sizes = [batch.num_rows for batch in analyze_batches(iter(news.combine_chunks().to_batches()))]
        assert sizes == [MOST_ARTICLES, MOST_ARTICLES, 1]

    def test_long_articles_are_split(self):
        """By their characters."""
        news = table([{"body": "x" * MOST_CHARACTERS}, {"body": "It rained."}, {"body": "It rained."}])
        assert [batch.num_rows for batch in analyze_batches(iter(news.to_batches()))] == [1, 2]

    def test_batches_are_read_as_they_are_needed(self):
        """The first is out before the third is asked for."""
        taken = []

        def given():
            for number in range(4):
                taken.append(number)
                yield from table([{"body": "It rained."}] * MOST_ARTICLES).to_batches()

        next(analyze_batches(given()))
        assert taken == [0]

    def test_one_pipeline(self):
        """It is loaded once, however many calls and batches there are."""
        load()
        before = load.cache_info().misses
        for _ in range(3):
            found(table([{"body": "Oslo rebuked Riga."}]))
        assert load.cache_info().misses == before

    def test_tables_that_came_twice_are_kept_once(self):
        """Each task brings a copy; what was read off the first serves all."""
        mine = default_tables().with_added("states", [{"code": "XSL", "name": "Sealand"}])
        copies = [pickle.loads(pickle.dumps(mine)) for _ in range(3)]
        assert len({id(spark._kept(copy)) for copy in copies}) == 1
        assert spark._kept(default_tables().without("status", ["status.future"])) is not spark._kept(copies[0])


class TestArguments:
    """A wrong call is reported at once."""

    def test_a_missing_column_is_named(self):
        """At once for a table, with the first batch for an iterator."""
        news = pa.table({"headline": ["Piers"]})
        with pytest.raises(ColumnError, match="no column has a known name for the text"):
            analyze_batches(news)
        with pytest.raises(ColumnError, match=r"no column 'bdy' .*columns: 'headline'"):
            next(analyze_batches(iter(news.to_batches()), text="bdy"))

    @pytest.mark.parametrize("given", ["text", [], {"body": "x"}, pa.record_batch({"body": ["x"]}), None])
    def test_other_data(self, given):
        """With what to pass instead."""
        with pytest.raises(TypeError, match="takes a Spark DataFrame, an Arrow table or an iterator of Arrow"):
            analyze_batches(given)

    def test_names_and_format(self):
        """A column is named by a string, a format by a name that is registered."""
        with pytest.raises(TypeError, match=r"text must be the name of a column or None \(got int: 7\)"):
            analyze_batches(table([]), text=7)
        with pytest.raises(dn.UnknownFormatError, match="no parser registered for format 'nonsense'"):
            analyze_batches(table([]), format="nonsense")

    def test_without_a_model(self, monkeypatch):
        """The work fails as a whole, not each article."""

        def absent():
            raise dn.ModelNotFoundError("no model")

        monkeypatch.setattr("diplonews.spark.load", absent)
        with pytest.raises(dn.ModelNotFoundError, match="no model"):
            analyze_batches(table([{"body": "It rained."}]))


class Frame:
    """As much of a Spark DataFrame as is used."""

    def __init__(self, news):
        self.news = news
        self.columns = news.column_names

    def select(self, *names):
        assert all(name[0] == name[-1] == "`" for name in names)
        return Frame(self.news.select([name[1:-1].replace("``", "`") for name in names]))

    def toDF(self, *names):  # noqa: N802 -- Spark's name
        return Frame(self.news.rename_columns(names))

    def mapInArrow(self, work, ddl):  # noqa: N802 -- Spark's name
        assert ddl == spark.SCHEMA
        self.work = pickle.loads(pickle.dumps(work))
        return self


class TestSpark:
    """A Spark DataFrame, as far as it goes without Spark."""

    def test_only_the_columns_that_are_read_travel(self):
        """And the work can be sent to another process."""
        frame = analyze_batches(Frame(table([{"body": "Oslo rebuked Riga."}])), title="")
        assert frame.columns == ["c0", "c1", "c2"]
        (batch,) = frame.work(iter(frame.news.to_batches()))
        assert [len(row["events"]) for row in batch.to_pylist()] == [1]

    def test_a_missing_column_is_named_before_anything_runs(self):
        """On the driver."""
        with pytest.raises(ColumnError, match=r"no column 'bdy' .*did you mean 'body'"):
            analyze_batches(Frame(table([])), text="bdy")

    def test_as_a_function_for_map_in_arrow(self):
        """With its arguments bound, it goes from an iterator to an iterator."""
        work = pickle.loads(pickle.dumps(partial(analyze_batches, text="body")))
        made = work(iter(table([{"body": "It rained."}]).to_batches()))
        assert isinstance(made, Iterator)
        assert [batch.num_rows for batch in made] == [1]


class TestSchema:
    """One codebook, two schemas."""

    def test_arrow_and_spark_agree(self):
        """Names, types and order, at every depth; nothing is declared never null."""
        types = pytest.importorskip("pyspark.sql.pandas.types")
        known = types.from_arrow_schema(spark.ARROW_SCHEMA).simpleString()
        ddl = spark.SCHEMA.lower().replace(": ", ":").replace(", ", ",").replace(" ", ":")
        assert known == f"struct<{ddl}>"
        assert all(field.nullable for field in spark.ARROW_SCHEMA)

    def test_names_are_those_of_the_tables(self):
        """Without the number in the stream; inside an article's row without its keys."""
        assert spark.ARROW_SCHEMA.names == [column.name for column in columns("articles")][1:]
        for name in NESTED:
            inner = spark.ARROW_SCHEMA.field(name).type.value_type
            assert [inner.field(i).name for i in range(inner.num_fields)] == [c.name for c in columns(name)][
                len(KEYS) :
            ]

    def test_unknown_name(self):
        """An AttributeError, as for any module."""
        with pytest.raises(AttributeError, match=r"module 'diplonews\.spark' has no attribute 'nonsense'"):
            _ = spark.nonsense


def test_importing_loads_no_library():
    """Nor does the schema for Spark need any."""
    code = (
        "import sys, json, diplonews.spark as spark; spark.SCHEMA;"
        "print(json.dumps([n for n in ('pyarrow', 'pandas', 'pyspark', 'spacy') if n in sys.modules]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == []
