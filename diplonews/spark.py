"""Analyse articles on many machines: one function from Arrow to Arrow, for Spark, Ray Data, Dask and the like.

Each row of the result is an article. It has the columns of the table `articles`, except that `dates`, `quotes`,
`speakers`, `events` and `mentions` are lists of the article's rows in those tables instead of their number. `SCHEMA`
is its schema for Spark, `ARROW_SCHEMA` for Arrow.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache, partial
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import attrs

from diplonews.corpus import analyze_many
from diplonews.errors import ReadError
from diplonews.lexicons.ruleset import ruleset
from diplonews.lexicons.tables import KEPT, Tables
from diplonews.model import Analysis, Article
from diplonews.model.identity import digest
from diplonews.reading.columns import find_columns
from diplonews.reading.rows import Entry, RowReader, words
from diplonews.release import is_released
from diplonews.syntax.pipeline import load
from diplonews.tabular.batches import batches
from diplonews.tabular.codebook import TABLES, TableName, columns, schema
from diplonews.wire.registry import default_registry

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame

    SCHEMA: str
    ARROW_SCHEMA: pa.Schema

__all__ = ["ARROW_SCHEMA", "SCHEMA", "analyze_batches"]

NESTED: tuple[TableName, ...] = tuple(name for name in TABLES if name != "articles")
NUMBER = "article_number"  # left out, since there is no stream in which articles are numbered
KEYS = (NUMBER, "article_id", "ruleset")  # in the article's row, so left out of those inside it
SPARK_TYPES = {
    "text": "STRING",
    "whole": "BIGINT",
    "number": "DOUBLE",
    "yes_no": "BOOLEAN",
    "day": "DATE",
    "instant": "TIMESTAMP",
}
READ_ROWS = 128  # rows converted to Python values at a time
MOST_ARTICLES = 64  # in a batch of the outcome
MOST_CHARACTERS = 1_000_000

TAKEN = "analyze_batches takes a Spark DataFrame, an Arrow table or an iterator of Arrow record batches"
UNREADABLE = (ValueError, ArithmeticError, LookupError)  # raised for a value that Python cannot represent

Data = TypeVar("Data", "DataFrame", "pa.Table", "Iterator[pa.RecordBatch]")


def _names(table: TableName) -> list[str]:
    """The columns of a table used in a row of the result, or in a row nested in it."""
    left_out = KEYS if table in NESTED else (NUMBER,)
    return [column.name for column in columns(table) if column.name not in left_out]


@cache
def _spark_schema() -> str:
    """The columns of the result in Spark's DDL."""
    types = {name: {column.name: SPARK_TYPES[column.type] for column in columns(name)} for name in TABLES}
    for name in NESTED:
        fields = ", ".join(f"{field}: {types[name][field]}" for field in _names(name))
        types["articles"][name] = f"ARRAY<STRUCT<{fields}>>"
    return ", ".join(f"{field} {types['articles'][field]}" for field in _names("articles"))


@cache
def _arrow_schema() -> pa.Schema:
    """The same as an Arrow schema."""
    fields = {field.name: field for field in schema("articles")}
    import pyarrow as pa

    for name in NESTED:
        rows = pa.list_(pa.struct([schema(name).field(field) for field in _names(name)]))
        fields[name] = pa.field(name, rows)
    return pa.schema([fields[field] for field in _names("articles")])


def __getattr__(name: str) -> Any:
    """Build a schema from the codebook of the tables on first use."""
    if name == "SCHEMA":
        return _spark_schema()
    if name == "ARROW_SCHEMA":
        return _arrow_schema()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def analyze_batches(  # noqa: PLR0913 -- each column by its name
    df: Data,
    *,
    text: str | None = None,
    published: str | None = None,
    title: str | None = None,
    id: str | None = None,
    provider: str | None = None,
    outlet: str | None = None,
    format: str | None = None,
    tables: Tables | None = None,
    embargoed: bool = False,
) -> Data:
    """The findings of each article in a table, as from `analyze` and `to_tables`; the result is of the same kind.

    Args:
        df: a Spark DataFrame; an iterator of Arrow record batches, as `mapInArrow` passes to
            `partial(analyze_batches, text="body")`; or an Arrow table, as Ray Data passes to a function
            with `batch_format="pyarrow"`. It is not altered.
        text, published, title, id, provider, outlet: names of the columns, as for `iter_articles`. If you do not
            name one, it is found by common names; "" means that there is no such column.
        format: name of the parser for the texts; if None, the best one for each text.
        tables: tables of names and triggers with your own rows; the package's if None. They are sent with
            each task and prepared once in each process.
        embargoed: include the text and findings of articles whose embargo has not ended.

    Returns:
        The same kind as `df`: a DataFrame, which is lazy; an iterator, which reads `df` step by step; or a table. It
        has the columns of `SCHEMA` and a row for each article, in the order given: one for each row, or several
        for a row whose text contains several articles. The `article_id` of an article without an identifier is a
        digest of its text.

        A row that can't be read or analysed, or is under embargo, has no findings and gives the reason in
        `error`. A row without a text has neither findings nor an error.

    Raises:
        ColumnError: a ValueError, if no column has the text, several could have a field, or a named one is missing;
            at once for a Spark DataFrame or a table, with the first batch otherwise. The message lists the columns.
        TypeError: if `df` is of another kind, or the name of a column is not a `str`.
        UnknownFormatError: if no parser has that name.
        ModelNotFoundError: if pyarrow or the English model is not installed where the articles are read.

    Example:
        >>> import pyarrow as pa
        >>> news = pa.table({"id": [7, 8], "body": ["Oslo rebuked Riga on Monday.", None]})
        >>> [(row["article_id"], len(row["events"]), row["error"]) for row in analyze_batches(news).to_pylist()]
        [('7', 1, None), ('8', 0, None)]
    """
    given = {"text": text, "published": published, "title": title, "id": id, "provider": provider, "outlet": outlet}
    named = {field: name for field, name in given.items() if name is not None}
    for field, name in named.items():
        if not isinstance(name, str):
            raise TypeError(f"{field} must be the name of a column or None (got {type(name).__name__}: {name!r:.60})")
    if format is not None:
        default_registry().get(format)
    work = partial(_worked, reader=RowReader(named=named, format=format), tables=tables, embargoed=embargoed)
    found: Data = _applied(df, work, named)
    return found


def _applied(df: Any, work: Any, named: dict[str, str]) -> Any:
    """Apply the work, a function from batches to batches, to data of any kind."""
    if hasattr(df, "mapInArrow"):
        names = list(dict.fromkeys(find_columns(df.columns, named).values()))
        needed = df.select(*map(_quoted, names)).toDF(*map("c{}".format, range(len(names))))
        return needed.mapInArrow(partial(_renamed, names=names, work=work), _spark_schema())
    if isinstance(df, Iterator):
        return work(df)
    if hasattr(df, "to_batches") and hasattr(df, "column_names"):
        find_columns(df.column_names, named)
        import pyarrow as pa

        return pa.Table.from_batches(work(iter(df.to_batches())), _arrow_schema())
    raise TypeError(f"{TAKEN} (got {type(df).__name__}); pyarrow.Table.from_pandas makes a table of a pandas frame")


def _quoted(name: str) -> str:
    """The quoted name of a column in Spark, where a dot or a space has another meaning."""
    return f"`{name.replace('`', '``')}`"


def _renamed(given: Iterator[pa.RecordBatch], *, names: list[str], work: Any) -> Iterator[pa.RecordBatch]:
    """The same for renamed batches, since `mapInArrow` does not accept a column name with a dot."""
    made: Iterator[pa.RecordBatch] = work(batch.rename_columns(names) for batch in given)
    return made


def _worked(
    given: Iterator[pa.RecordBatch], *, reader: RowReader, tables: Tables | None, embargoed: bool
) -> Iterator[pa.RecordBatch]:
    """The findings of the articles of batches: what a worker does. Without a model it fails, not each article."""
    load()
    entries = chain.from_iterable(_articles(row, reader) for batch in given for row in _rows(batch, reader))
    analyses = analyze_many(entries, on_error="yield", tables=_kept(tables))
    ready = analyses if embargoed else map(_released, analyses)
    for first in ready:
        yield _packed(_portion(first, ready))


@attrs.frozen(kw_only=True)
class _Known:
    """Tables that compare equal if their rows do."""

    ruleset: str
    tables: Tables = attrs.field(eq=False)


@lru_cache(maxsize=KEPT)
def _first(known: _Known) -> Tables:
    return known.tables


def _kept(tables: Tables | None) -> Tables | None:
    """Equal tables that this process has already used, and prepared."""
    return _first(_Known(ruleset=ruleset(tables), tables=tables)) if tables is not None else None


Row: TypeAlias = dict[str, Any]


def _rows(batch: pa.RecordBatch, reader: RowReader) -> Iterator[Row]:
    """The rows of a batch, with the columns of fields; a value that Python cannot represent becomes its error."""
    wanted = list(dict.fromkeys(reader.columns(tuple(batch.schema.names)).values()))
    needed = batch.select(wanted)
    for start in range(0, needed.num_rows, READ_ROWS):
        part = needed.slice(start, READ_ROWS)
        try:
            yield from part.to_pylist()
        except UNREADABLE:
            yield from ({name: _value(part, name, number) for name in wanted} for number in range(part.num_rows))


def _value(batch: pa.RecordBatch, name: str, number: int) -> Any:
    cell = batch.column(name)[number]
    try:
        return cell.as_py()
    except UNREADABLE as error:
        return ValueError(f"column {name!r} holds a {cell.type} that can't be read: {error}")


def _articles(row: Row, reader: RowReader) -> Iterator[Entry]:
    """The articles of a row, or its fault; each is identified by the row's id, else by a digest of its text."""
    found = reader.columns(tuple(row))
    text = row[found["text"]]
    place = words(row[found["id"]]) if "id" in found else None
    place = place or digest(text if isinstance(text, str) else repr(text))
    fault = next((value for value in row.values() if isinstance(value, ValueError)), None)
    if fault is not None:
        yield ReadError(str(fault), place=place)
        return
    for entry in reader.read(row, place):
        yield ReadError(entry.message, place=place) if isinstance(entry, ReadError) else entry


def _released(analysis: Analysis) -> Analysis:
    """The analysis; for an article under embargo, only its id and the end of the embargo."""
    article = analysis.article
    if is_released(article):
        return analysis
    return Analysis(
        id=analysis.id,
        article=Article(text="", format=article.format, embargo=article.embargo),
        error=f"under embargo until {article.embargo}; embargoed=True hands it out",
    )


def _portion(first: Analysis, rest: Iterator[Analysis]) -> Iterator[Analysis]:
    """The first analysis, and as many more as fit in one batch."""
    yield first
    characters = len(first.article.text)
    for _ in range(MOST_ARTICLES - 1):
        if characters >= MOST_CHARACTERS or (analysis := next(rest, None)) is None:
            return
        yield analysis
        characters += len(analysis.article.text)


def _packed(analyses: Iterator[Analysis]) -> pa.RecordBatch:
    """The rows of the six tables as one batch, with the rows of five nested in those of the articles."""
    import pyarrow as pa

    made: dict[TableName, list[pa.RecordBatch]] = {name: [] for name in TABLES}
    for name, batch in batches(analyses):
        made[name].append(batch)
    tables = {name: pa.Table.from_batches(made[name], schema(name)) for name in TABLES}
    articles = tables["articles"].combine_chunks()
    cells = {name: articles.column(name) for name in _names("articles")}
    for name in NESTED:
        rows = Counter(tables[name].column(NUMBER).to_pylist())
        ends = accumulate(rows[number] for number in articles.column(NUMBER).to_pylist())
        values = tables[name].select(_names(name)).to_struct_array().combine_chunks()
        cells[name] = pa.ListArray.from_arrays(pa.array([0, *ends], pa.int32()), values)
    return pa.Table.from_pydict(cells, _arrow_schema()).to_batches()[0]
