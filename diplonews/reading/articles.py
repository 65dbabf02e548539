"""`read` and `iter_articles`: articles from files, archives, tables and data frames."""

from __future__ import annotations

import errno
import io
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Literal, TypeAlias, overload

from diplonews.errors import ParseError, ReadError, UnknownFormatError
from diplonews.logs import logger
from diplonews.model import Article
from diplonews.moments import Moment
from diplonews.reading.columns import ColumnError
from diplonews.reading.files import ARCHIVE, UNREADABLE, File, is_pattern, iter_files, matching, read_all
from diplonews.reading.frames import is_frame
from diplonews.reading.rows import Entry, RowReader, fault_at, placed
from diplonews.reading.sources import TABLES, from_files, from_frame, from_records
from diplonews.wire.parsing import parse_article
from diplonews.wire.registry import default_registry

__all__ = ["iter_articles", "read"]

OnFault: TypeAlias = Literal["raise", "skip", "yield"]
Source: TypeAlias = "str | os.PathLike[str] | IO[bytes] | Iterable[Mapping[str, Any]] | Any"  # Any: a data frame
POLICIES = ("raise", "skip", "yield")
HINT = 'on_error="skip" leaves out what can\'t be read; on_error="yield" hands on the error in its place'


def read(
    path: str | os.PathLike[str],
    *,
    format: str | None = None,
    published: Moment | None = None,
    headline: str | None = None,
    provider: str | None = None,
    outlet: str | None = None,
    identifier: str | None = None,
    url: str | None = None,
) -> Article:
    """The article in a file, as `parse_article` reads it; a file that ends in `.gz` is unpacked.

    Args:
        path: the file.
        format, published, headline, provider, outlet, identifier, url: as for `parse_article`.

    Returns:
        The article. One without an identifier has the file's name as its own.

    Raises:
        OSError: if the file can't be opened, or is a folder.
        UnknownFormatError, TypeError, ValueError: as `parse_article`, for a bad argument.
        ReadError: if the file is not an article, or holds several: `iter_articles` reads those.

    Example:
        >>> read("examples/articles/01-levy.reuters.txt").identifier
        '01-levy.reuters.txt'
    """
    file = File.of(Path(path).name, lambda: Path(path).open("rb"))  # noqa: SIM115 -- closed by `opened`
    place = os.fspath(path)
    if os.path.isdir(place):  # noqa: PTH112 -- Path.is_dir raises for names that are too long
        raise IsADirectoryError(f"{place} is a folder; iter_articles reads what is in it")
    if file.kind.removeprefix(".") in TABLES:
        raise ReadError("is a table; iter_articles reads its rows", place=place)
    if file.kind == ARCHIVE:
        raise ReadError("is an archive; iter_articles reads its members", place=place)
    try:
        with file.opened() as stream:
            raw = read_all(file, stream)
    except OSError:
        raise
    except UNREADABLE as error:
        raise fault_at(error, place) from error
    try:
        article = parse_article(
            raw,
            format=format,
            published=published,
            headline=headline,
            provider=provider,
            outlet=outlet,
            identifier=identifier,
            url=url,
        )
    except UnknownFormatError:
        raise
    except ParseError as error:
        raise fault_at(error, place) from error
    return placed(article, file.place)


@overload
def iter_articles(
    source: Source,
    *,
    text: str | None = None,
    published: str | None = None,
    title: str | None = None,
    id: str | None = None,
    provider: str | None = None,
    outlet: str | None = None,
    format: str | None = None,
    on_error: Literal["raise", "skip"] = "raise",
) -> Iterator[Article]: ...
@overload
def iter_articles(
    source: Source,
    *,
    text: str | None = None,
    published: str | None = None,
    title: str | None = None,
    id: str | None = None,
    provider: str | None = None,
    outlet: str | None = None,
    format: str | None = None,
    on_error: OnFault,
) -> Iterator[Article | ReadError]: ...
def iter_articles(  # noqa: PLR0913 -- each column by its name
    source: Source,
    *,
    text: str | None = None,
    published: str | None = None,
    title: str | None = None,
    id: str | None = None,
    provider: str | None = None,
    outlet: str | None = None,
    format: str | None = None,
    on_error: OnFault = "raise",
) -> Iterator[Article | ReadError]:
    """The articles of a file, a folder, an archive, a table or a data frame, one at a time.

    Args:
        source: one of
            the path of a file in any format that `parse_articles` reads, or of a table: CSV (`.csv`,
            `.tsv`), JSON Lines (`.jsonl`, `.ndjson`), an array of JSON (`.json`) or Parquet
            (`.parquet`, which needs pyarrow); each also as `.gz`, `.bz2` or `.xz`;
            the path of a folder: its files are read in the order of their names, including those in
            subfolders, without hidden ones;
            the path of a `.zip`: its members are read in that order and never unpacked to disk;
            a pattern for paths, as `"archive/**/*.xml"`;
            an open binary file, such as `sys.stdin.buffer`;
            a data frame of pandas or polars, an Arrow table, or anything with an Arrow stream;
            an iterable of dicts.
        text, published, title, id, provider, outlet: names of the columns of a table. A column
            that is not named is recognised if its name is one in common use (`body`,
            `publishedAt`, `headline`, ...); "" means that no column holds it. In a JSON
            record, `source.name` is the field of a nested record. An article has the text of its
            row unchanged; the other columns are the further arguments of `parse_article`.
        format: name of the parser for texts, as for `parse_article`; or `csv`, `tsv`, `jsonl` or
            `parquet`, for a table whose name does not say so.
        on_error: what to do about an input that can't be read (a file, a member, an item of a
            container, a row): `raise` a `ReadError`; `skip` it, with a warning to the logger
            `diplonews`; or `yield` the `ReadError` in the article's place, which `analyze_many`
            takes as a failed article. After `skip` and `yield`, the next input is read.

    Yields:
        The articles in order. An article without an identifier gets its place as its own: the path,
        relative to the source, and in a container or table the number, from 1 (`may/feed.xml#2`,
        `export.csv#17`); in a frame or an iterable its position, from 0.

    Raises:
        FileNotFoundError, PermissionError: at once, if the file does not exist, or a folder may not be
            listed.
        TypeError: at once, if the source is of another kind.
        ValueError: at once, if a policy or a format is unknown, or a frame has no such column; with
            the first article, if a single file has no such column, whatever `on_error` is. The
            message lists the existing columns.
        ReadError: as `on_error` says.

    Example:
        >>> rows = [{"id": 7, "body": "Oslo rebuked Riga on Monday.", "publishedAt": "2024-03-06"}]
        >>> [(article.identifier, article.text, article.anchor) for article in iter_articles(rows)]
        [('7', 'Oslo rebuked Riga on Monday.', datetime.date(2024, 3, 6))]
    """
    columns = {"text": text, "published": published, "title": title, "id": id, "provider": provider, "outlet": outlet}
    named = {field: name for field, name in columns.items() if name is not None}
    for field, name in named.items():
        if not isinstance(name, str):
            raise TypeError(f"{field} must be the name of a column or None (got {type(name).__name__}: {name!r:.60})")
    if on_error not in POLICIES:
        raise ValueError(f"on_error must be one of {', '.join(POLICIES)} (got {on_error!r})")
    kind = f".{format}" if format in TABLES else None
    if format is not None and kind is None:
        default_registry().get(format)
    reader = RowReader(named=named, format=None if kind is not None else format)
    only = Path(source).name if isinstance(source, str | os.PathLike) else ""
    return _by_policy(_entries(source, reader, kind), on_error, only)


def _entries(source: Source, reader: RowReader, kind: str | None) -> Iterator[Entry]:
    if isinstance(source, str | os.PathLike):
        path = os.fspath(source)
        if is_pattern(path):
            if next(matching(path), None) is None:
                raise FileNotFoundError(f"no file matches {path!r:.200}")
        elif not os.path.exists(path):  # noqa: PTH110 -- Path.exists raises for names that are too long
            raise FileNotFoundError(f"no file or folder {path!r:.200}; a text is read by parse_article")
        elif os.path.isdir(path) and not os.access(path, os.R_OK | os.X_OK):  # noqa: PTH112 -- as above
            raise PermissionError(errno.EACCES, "no permission to list the folder", path)
        return from_files(iter_files(path), reader, kind)
    if is_frame(source):
        return from_frame(source, reader)
    if hasattr(source, "read") and not isinstance(source, io.TextIOBase):
        return from_files([_open_file(source)], reader, kind)
    if isinstance(source, Mapping | bytes | Article | io.TextIOBase) or not isinstance(source, Iterable):
        raise TypeError(
            "iter_articles takes a path, an open binary file, a data frame or an iterable of dicts "
            f"(got {type(source).__name__}: {source!r:.60})"
        )
    return from_records(source, reader)


def _open_file(stream: Any) -> File:
    name = getattr(stream, "name", None)
    return File.of(Path(name).name if isinstance(name, str) else "stream", lambda: _lent(stream))


@contextmanager
def _lent(stream: Any) -> Iterator[Any]:
    """A file that the caller closes, wrapped so that it can be peeked into."""
    if hasattr(stream, "peek"):
        yield stream
        return
    reader = io.BufferedReader(stream)
    try:
        yield reader
    finally:
        reader.detach()


def _by_policy(entries: Iterator[Entry], on_error: OnFault, only: str) -> Iterator[Entry]:
    """The entries, treated as `on_error` says; a wrong column in a single file always raises."""
    for entry in entries:
        if not isinstance(entry, ReadError):
            yield entry
        elif on_error == "raise" or (entry.place == only and isinstance(entry.__cause__, ColumnError)):
            entry.add_note(HINT)
            raise entry
        elif on_error == "yield":
            yield entry
        else:
            logger.warning("left out: %s", entry)
