"""The article in a row of a table or in a JSON record."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any, TypeAlias

import attrs

from diplonews.errors import ParseError, ReadError
from diplonews.lexicons.columns import is_in_utc
from diplonews.lexicons.databases import language_named
from diplonews.lexicons.iptc import find_provider
from diplonews.model import Article, Evidence
from diplonews.reading.columns import ColumnError, find_columns
from diplonews.wire.clock_readings import read_clock
from diplonews.wire.formats.common import language_tag
from diplonews.wire.given import Given
from diplonews.wire.languages import short_tag
from diplonews.wire.parsing import read_copy

__all__ = ["PLACE", "Entry", "Row", "RowReader", "fault_at", "placed", "read_whole", "record", "words"]

Row: TypeAlias = Mapping[str, Any]
Entry: TypeAlias = "Article | ReadError"

DEEPEST = 4
KEPT_TABLES = 64
GIVEN = "given"
PLACE = "place"


def placed(article: Article, place: str) -> Article:
    """The article with its place as its identifier, if it has none."""
    if article.identifier is not None:
        return article
    note = Evidence(rule=PLACE, field="identifier")
    return attrs.evolve(article, identifier=place, evidence=(*article.evidence, note))


def flat(row: Row, depth: int = DEEPEST) -> dict[str, Any]:
    """The row, with the fields of nested records beside its own.

    Example:
        >>> flat({"title": "Talks end", "source": {"name": "The Herald"}})
        {'title': 'Talks end', 'source.name': 'The Herald'}
    """
    cells: dict[str, Any] = {}
    for name, value in row.items():
        if isinstance(value, Mapping) and depth:
            cells.update({f"{name}.{inner}": cell for inner, cell in flat(value, depth - 1).items()})
        else:
            cells[str(name)] = value
    return cells


def _is_missing(value: object) -> bool:
    """Whether a value is None or a missing value of pandas (NaN, NaT, NA)."""
    return value is None or type(value).__name__ == "NAType" or (isinstance(value, float | date) and value != value)  # noqa: PLR0124


def words(value: object) -> str | None:
    """A cell as words: a record by its name, a whole number without the point that pandas adds in columns with gaps."""
    if isinstance(value, Mapping):
        value = value.get("name")
    if _is_missing(value):
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip() or None


def _copy(value: object) -> str | bytes:
    """A cell as the copy of an article."""
    if _is_missing(value):
        return ""
    if not isinstance(value, str | bytes):
        raise ValueError(f"the text must be str or bytes (got {type(value).__name__}: {value!r:.60})")  # noqa: TRY004 -- bad data
    return value


def _moment(value: object, column: str, *, utc: bool) -> date | None:
    """A cell as a day or a moment; a clock reading without a zone is in UTC if the table says so.

    Raises:
        ValueError: if it is neither.
    """
    if getattr(getattr(value, "dtype", None), "kind", "") == "M":  # numpy
        value = value.astype("datetime64[us]").item()  # type: ignore[attr-defined]
    if _is_missing(value) or (isinstance(value, str) and not value.strip()):
        return None
    if isinstance(value, date):
        return _in_utc(value) if utc else value
    stamp = read_clock(value) if isinstance(value, str) else None
    if stamp is None or stamp.zone:
        raise ValueError(
            f"{column!r} holds {value!r:.60}, which is not a date, or could be two dates; give a date, a datetime "
            'or text such as "2021-05-05", "2021-05-05T10:00Z", "5 May 2021 10:00 +0900"'
        )
    return _in_utc(stamp.local) if utc else stamp.local


def _in_utc(moment: date) -> date:
    return moment.replace(tzinfo=UTC) if isinstance(moment, datetime) and moment.tzinfo is None else moment


@attrs.define(kw_only=True, eq=False)
class RowReader:
    """Reads the rows of tables.

    Attributes:
        named: maps a field to the column named by the caller.
        format: name of the parser for the texts, or None for the one with the highest score.
    """

    named: Mapping[str, str]
    format: str | None = None
    _known: dict[tuple[str, ...], dict[str, str]] = attrs.field(factory=dict, init=False)

    def columns(self, names: tuple[str, ...]) -> dict[str, str]:
        """The column of each field, for a table with those columns; see `find_columns`."""
        if names not in self._known:
            if len(self._known) == KEPT_TABLES:  # records of JSON may each have other names
                self._known.clear()
            self._known[names] = find_columns(names, self.named)
        return self._known[names]

    def read(self, row: Row, place: str, *, is_record: bool = False) -> Iterator[Entry]:
        """The articles of a row: one, or several if its text is a container.

        Args:
            row: maps column to value.
            place: identifies the article if no column does; a number alone is the number of a row.
            is_record: whether the row is a JSON record; it may have nested records, and may be
                a news item in a machine format.
        """
        try:
            yield from self._record(row, place) if is_record else self._articles(row, self.columns(tuple(row)), place)
        except ValueError as error:
            yield fault_at(error, _named(place))

    def _record(self, record: Row, place: str) -> Iterable[Entry]:
        cells = flat(record)
        try:
            columns = self.columns(tuple(cells))
        except ColumnError as unknown:
            if self.named:
                raise
            try:
                return read_whole(json.dumps(record, default=str), place, self.format)
            except ParseError:
                raise unknown from None
        return self._articles(cells, columns, place)

    def _articles(self, row: Row, columns: Mapping[str, str], place: str) -> Iterator[Entry]:
        cells = {field: row[name] for field, name in columns.items()}
        told = {field: words(value) for field, value in cells.items() if field not in ("text", "published")}
        dated = columns.get("published", "")
        moment = _moment(cells.get("published"), dated, utc=is_in_utc(dated, row))
        provider, outlet = told.get("provider"), told.get("outlet")
        if provider is None and outlet is not None and "outlet" not in self.named and find_provider(outlet) is not None:
            provider, outlet = outlet, None  # "source" may be either: an agency is the provider, a paper the outlet
        given = Given.of(moment, provider=provider, outlet=outlet)
        found = read_copy(_copy(cells["text"]), self.format, given)
        own = Given.of(None, headline=told.get("title"), identifier=told.get("id"), url=told.get("url"))
        if "id" in columns:  # its cell may be empty; the row's number must not look like a value of this column
            place = told.get("id") or _named(place)
        alone = len(found) == 1
        for number, article in enumerate(found, start=1):
            if alone:
                yield placed(_completed(own.complete(article), told), place)
            else:
                yield placed(article, f"{place}#{number}")
        yield from (fault_at(failure, _named(place)) for failure in found.failures)


def _named(place: str) -> str:
    """A place as shown in messages: a bare number gets the word `row`."""
    return f"row {place}" if place.isdigit() else place


def _completed(article: Article, words: Mapping[str, str | None]) -> Article:
    """The article with the language and the version that the row gives."""
    language, version = words.get("language"), words.get("version")
    changes: dict[str, Any] = {}
    if article.language is None and language is not None:
        changes["language"] = language_named(language) or short_tag(language_tag(language) or "") or None
    if article.version is None and version is not None:
        changes["version"] = version
    known = {field: value for field, value in changes.items() if value is not None}
    evidence = (*article.evidence, *(Evidence(rule=GIVEN, field=field) for field in known))
    return attrs.evolve(article, **known, evidence=evidence) if known else article


def read_whole(raw: str | bytes, place: str, format: str | None = None) -> list[Entry]:
    """The articles of one input; those without an identifier get its place and their number in it.

    Raises:
        ParseError: if it can't be read at all.
    """
    found = read_copy(raw, format, Given.of(None))
    alone = len(found) + len(found.failures) == 1
    articles = [placed(article, place if alone else f"{place}#{n}") for n, article in enumerate(found, start=1)]
    return [*articles, *(fault_at(failure, _named(place)) for failure in found.failures)]


def fault_at(error: Exception, place: str) -> ReadError:
    """The error for a failure at a place; a system error keeps its message without the path."""
    fault = ReadError((isinstance(error, OSError) and error.strerror) or str(error), place=place)
    fault.__cause__ = error
    return fault


def record(line: str) -> Row:
    """The object that a line of JSON holds.

    Raises:
        ValueError: if it is not JSON, or not an object.
    """
    try:
        value = json.loads(line)
    except RecursionError as error:
        raise ValueError("not readable JSON: nested too deeply") from error
    except ValueError as error:
        raise ValueError(f"not well-formed JSON: {error} (near {line[:60]!r})") from error
    if not isinstance(value, dict):
        raise ValueError(f"a line of JSON must be an object (got {type(value).__name__}: {line[:60]!r})")  # noqa: TRY004 -- bad data
    return value
