"""`to_tables`: the six tables of a stream of analyses, held or written."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from diplonews.model import Analysis
from diplonews.release import released
from diplonews.tabular.batches import batches
from diplonews.tabular.codebook import TABLES, TableName, schema
from diplonews.tabular.table import Table
from diplonews.tabular.writers import FORMATS, Format, writing

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["AnalysisTables", "to_tables"]


def to_tables(analyses: Iterable[Analysis], *, embargoed: bool = False) -> AnalysisTables:
    """Flat tables of the findings of any number of analyses.

    Args:
        analyses: what `analyze_many` gives, or any other iterable of analyses. It is read once: when a table is
            asked for, and then all six are held; or while `write` writes them, and then nothing is held.
        embargoed: take in articles whose embargo has not ended; else they are left out, and a warning of the logger
            `diplonews` says how many.

    Returns:
        The tables; they always have the same columns, which a page of the reference describes.

    Raises:
        TypeError: if `analyses` is one text, article or analysis instead of many.
        ModelNotFoundError: if pyarrow is not installed.

    Example:
        >>> from diplonews import analyze_many
        >>> tables = to_tables(analyze_many(["Oslo rebuked Riga.", "Oslo and Riga held talks."]))
        >>> [(row["article_id"], row["actor_code"], row["type"], row["recipient_code"]) for row in tables.events]
        [('0', 'NOR', 'ACCUSE', 'LVA'), ('1', 'NOR', 'CONSULT', 'LVA'), ('1', 'LVA', 'CONSULT', 'NOR')]
        >>> tables
        <AnalysisTables 2 articles, 0 dates, 1 quotes, 1 speakers, 3 events, 4 mentions>
    """
    schema("articles")
    return AnalysisTables(released(analyses, embargoed=embargoed))


class AnalysisTables:
    """The six tables of a stream of analyses; made by `to_tables`."""

    def __init__(self, analyses: Iterator[Analysis]) -> None:
        self._stream: Iterator[tuple[TableName, pa.RecordBatch]] | None = batches(analyses)
        self._held: dict[TableName, list[pa.RecordBatch]] = {}
        self._spent = ""

    @property
    def articles(self) -> Table:
        """One row an article: headline, publication, dateline, text, and how much was found."""
        return self._table("articles")

    @property
    def dates(self) -> Table:
        """One row an expression of time: words, TIMEX3 value, first and last day."""
        return self._table("dates")

    @property
    def quotes(self) -> Table:
        """One row a quote: words, speaker and the state that the speaker speaks for."""
        return self._table("quotes")

    @property
    def speakers(self) -> Table:
        """One row a speaker of an article."""
        return self._table("speakers")

    @property
    def events(self) -> Table:
        """One row a directed pair of parties of an event; the rows of an event share its `event_id`."""
        return self._table("events")

    @property
    def mentions(self) -> Table:
        """One row a mention of an actor."""
        return self._table("mentions")

    def write(self, path: str | Path, *, format: Format = "parquet", overwrite: bool = False) -> Path:
        """Write all six tables: whole, or not at all.

        Args:
            path: for `parquet` and `csv` a folder, in which each table is a file (`events.parquet`); for `duckdb`
                and `sqlite` the database file, in which each is a table. Missing folders are made.
            format: `parquet`, `csv`, `duckdb` or `sqlite`.
            overwrite: whether files of these names may be replaced.

        Returns:
            The path.

        Raises:
            ValueError: if there is no such format, or the stream was spent before.
            FileExistsError: if there is such a file, and `overwrite` is false.
            ModelNotFoundError: if duckdb is needed and not installed.
        """
        if format not in FORMATS:
            raise ValueError(f"format must be one of {', '.join(FORMATS)} (got {format!r})")
        with writing(path, format, overwrite=overwrite) as writer, closing(self._batches(str(path))) as pieces:
            for name, batch in pieces:
                writer.add(name, batch)
        return Path(path)

    def _batches(self, where: str) -> Generator[tuple[TableName, pa.RecordBatch]]:
        """What is held, or else the stream, which is spent after that."""
        if self._held:
            for name in TABLES:
                yield from ((name, batch) for batch in self._held[name])
            return
        if self._stream is None:
            raise ValueError(f"the analyses were read for {self._spent} and not kept; call to_tables on them again")
        stream, self._stream, self._spent = self._stream, None, where
        yield from stream

    def _table(self, name: TableName) -> Table:
        if not self._held:
            held: dict[TableName, list[pa.RecordBatch]] = {table: [] for table in TABLES}
            for table, batch in self._batches("a table"):
                held[table].append(batch)
            self._held = held
        return Table(name, self._held[name])

    def __repr__(self) -> str:
        if not self._held:
            return f"<AnalysisTables {'not read yet' if self._stream is not None else f'read for {self._spent}'}>"
        return f"<AnalysisTables {', '.join(f'{len(self._table(name))} {name}' for name in TABLES)}>"
