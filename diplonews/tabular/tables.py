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
        analyses: the result of `analyze_many`, or any other iterable of analyses. It is read once: on the first access
            to a table, which keeps all six in memory; or by `write`, which keeps nothing.
        embargoed: include articles with an embargo that has not ended; otherwise they are left out, and a warning of
            the logger `diplonews` gives their number.

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
        """One row for each article: headline, publication, dateline, text, and how much was found."""
        return self._table("articles")

    @property
    def dates(self) -> Table:
        """One row for each time expression: words, TIMEX3 value, first and last day."""
        return self._table("dates")

    @property
    def quotes(self) -> Table:
        """One row for each quote: words, speaker and the state that the speaker speaks for."""
        return self._table("quotes")

    @property
    def speakers(self) -> Table:
        """One row for each speaker of an article."""
        return self._table("speakers")

    @property
    def events(self) -> Table:
        """One row for each directed pair of parties of an event; the rows of an event share its `event_id`."""
        return self._table("events")

    @property
    def mentions(self) -> Table:
        """One row for each mention of an actor."""
        return self._table("mentions")

    def write(self, path: str | Path, *, format: Format = "parquet", overwrite: bool = False) -> Path:
        """Write all six tables, completely or not at all.

        Args:
            path: for `parquet` and `csv` a folder with a file for each table (`events.parquet`); for `duckdb`
                and `sqlite` the database file. Missing folders are created.
            format: `parquet`, `csv`, `duckdb` or `sqlite`.
            overwrite: whether files of these names may be replaced.

        Returns:
            The path.

        Raises:
            ValueError: if the format is unknown, or the stream is already exhausted.
            FileExistsError: if such a file exists and `overwrite` is false.
            ModelNotFoundError: if duckdb is needed and not installed.
        """
        if format not in FORMATS:
            raise ValueError(f"format must be one of {', '.join(FORMATS)} (got {format!r})")
        with writing(path, format, overwrite=overwrite) as writer, closing(self._batches(str(path))) as pieces:
            for name, batch in pieces:
                writer.add(name, batch)
        return Path(path)

    def _batches(self, where: str) -> Generator[tuple[TableName, pa.RecordBatch]]:
        """The held batches, or else the stream, which can be read only once."""
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
