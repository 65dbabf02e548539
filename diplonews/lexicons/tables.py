"""Tables: rows of words, names and numbers, from the package or from a user.

A table is a TSV file. Its first lines are comments with a `[meta]` section in TOML (title,
source, licence, date of check), then comes one header row. A cell may hold several values,
separated by `|`; `COLUMNS` says which.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import cache, lru_cache, wraps
from math import isfinite
from pathlib import Path
from typing import Any, TypeVar

import attrs

from diplonews.errors import LexiconError
from diplonews.lexicons.datafiles import read_text

__all__ = [
    "COLUMNS",
    "Column",
    "Row",
    "Table",
    "Tables",
    "default_tables",
    "in_use",
    "load_table",
    "per_tables",
    "read_table",
    "using",
]

T = TypeVar("T")
KEPT = 8  # sets of tables whose results are cached

LIST_MARK = "|"
Row = Mapping[str, Any]


def _check_code(value: str) -> str:
    if not (len(value) == 3 and value.isascii() and value.isalpha() and value.isupper()):
        raise ValueError(f"a code is three capital letters (got {value!r})")
    return value


def _check_words(value: str) -> str:
    if not value:
        raise ValueError("the cell is empty")
    return value


def _check_day(value: str) -> date | None:
    return date.fromisoformat(value) if value else None


def _check_number(value: str) -> float | None:
    return float(value) if value else None


def _check_finite(value: str) -> float:
    if not isfinite(number := float(value)):
        raise ValueError(f"the number is not finite (got {value!r})")
    return number


def _check_whole(value: str) -> int | None:
    return int(value) if value else None


def _split(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(LIST_MARK) if part.strip())


def _as_it_is(value: str) -> str:
    return value


Column = Callable[[str], Any]
LIST: Column = _split
TEXT: Column = _as_it_is
WORDS: Column = _check_words
CODE: Column = _check_code
DAY: Column = _check_day
NUMBER: Column = _check_number
FINITE: Column = _check_finite
WHOLE: Column = _check_whole

# The columns of each table: column -> how a cell is read. The first column is the key. A column read
# as LIST, TEXT, DAY, NUMBER or WHOLE may be left out of a user's table.
COLUMNS: dict[str, dict[str, Column]] = {
    "states": {
        "code": CODE,
        "name": WORDS,
        "names": LIST,
        "adjectives": LIST,
        "persons": LIST,
        "capitals": LIST,
        "cities": LIST,
        "former": LIST,
        "territories": LIST,
    },
    "state_codes": {
        "code": CODE,
        "iso2": TEXT,
        "iso_number": TEXT,
        "cow": TEXT,
        "cow_number": WHOLE,
        "gw": WHOLE,
        "fips": TEXT,
    },
    "organizations": {
        "name": WORDS,
        "code": CODE,
        "sectors": LIST,
        "kind": WORDS,
        "forms": LIST,
        "members": LIST,
        "from": DAY,
        "until": DAY,
    },
    "leaders": {"name": LIST, "code": CODE, "office": WORDS, "from": DAY, "until": DAY, "short": LIST},
    "treaties": {"name": WORDS, "forms": LIST},
    "names": {"name": WORDS, "forms": LIST, "states": LIST},
    "institutes": {"name": WORDS, "code": CODE, "forms": LIST},
    "offices": {"title": WORDS, "code": CODE},
    "outlets": {"name": WORDS, "code": CODE, "reach": TEXT},
    "epithets": {"words": WORDS, "codes": LIST},
    "plover": {
        "type": WORDS,
        "mode": TEXT,
        "quad": NUMBER,
        "score": NUMBER,
        "cameo": WORDS,
        "meaning": TEXT,
        "example": TEXT,
    },
    "contexts": {"context": WORDS, "meaning": TEXT},
    "cameo": {"code": WORDS, "type": TEXT, "mode": TEXT, "contexts": LIST, "goldstein": NUMBER},
    "phrases": {"act": WORDS, "directed": LIST, "alone": LIST, "together": LIST},
    "definite": {"name": WORDS},
    "confidence": {"of": WORDS, "right": WHOLE, "found": WHOLE, "share": NUMBER, "low": NUMBER, "high": NUMBER},
    "judging": {"signal": WORDS, "weight": FINITE},
    "words": {"name": WORDS, "pos": TEXT, "words": LIST},
    "sectors": {"noun": WORDS, "sector": WORDS, "kind": TEXT},
    "classes": {"name": WORDS, "words": LIST},
    "irregular": {"lemma": WORDS, "pos": WORDS, "forms": LIST},
    "verbs": {
        "id": WORDS,
        "lemma": WORDS,
        "pos": WORDS,
        "particle": TEXT,
        "class": TEXT,
        "frames": LIST,
        "prepositions": LIST,
        "control": TEXT,
        "carries": LIST,
        "example": TEXT,
        "counter": TEXT,
    },
    "triggers": {
        "id": WORDS,
        "lemmas": LIST,
        "pos": WORDS,
        "needs": TEXT,
        "type": WORDS,
        "modes": LIST,
        "contexts": LIST,
        "roles": TEXT,
        "example": TEXT,
        "counter": TEXT,
    },
    "status": {
        "id": WORDS,
        "status": WORDS,
        "where": WORDS,
        "links": LIST,
        "pos": TEXT,
        "cues": LIST,
        "needs": TEXT,
        "unless": TEXT,
        "scope": TEXT,
        "example": TEXT,
        "counter": TEXT,
    },
    "vetoes": {
        "id": WORDS,
        "of": WORDS,
        "types": LIST,
        "cues": LIST,
        "links": LIST,
        "needs": TEXT,
        "unless": TEXT,
        "example": TEXT,
        "counter": TEXT,
    },
    "details": {
        "id": WORDS,
        "types": LIST,
        "mode": TEXT,
        "context": TEXT,
        "words": LIST,
        "needs": TEXT,
        "example": TEXT,
        "counter": TEXT,
    },
    "recipients": {
        "id": WORDS,
        "type": WORDS,
        "slots": LIST,
        "alone": LIST,
        "also": LIST,
        "example": TEXT,
        "counter": TEXT,
    },
}
OPTIONAL = (LIST, TEXT, DAY, NUMBER, WHOLE)


@attrs.frozen(kw_only=True, eq=False)
class Table:
    """Rows of one kind.

    Attributes:
        name: the table's name: a key of `COLUMNS`.
        file: the file it was read from.
        meta: title, source, licence and date of check, as the file states them.
        rows: in the order of the file; cells as `COLUMNS` reads them.
    """

    name: str
    file: str
    meta: Mapping[str, Any] = attrs.field(factory=dict)
    rows: tuple[Row, ...]

    def __repr__(self) -> str:
        return f"<Table {self.name} {len(self.rows)} rows from {self.file}>"


def _read_row(name: str, file: str, number: int, cells: Mapping[str, str]) -> Row:
    columns = COLUMNS[name]
    unknown = [column for column in cells if column not in columns]
    if unknown:
        known = ", ".join(columns)
        raise LexiconError(f"unknown column {unknown[0]!r}; the columns are {known}", file=file, row=number)
    row: dict[str, Any] = {}
    for column, read in columns.items():
        if column not in cells and read not in OPTIONAL:
            raise LexiconError(f"column {column!r} is missing", file=file, row=number)
        value = cells.get(column, "")
        if not isinstance(value, str):
            raise LexiconError(f"column {column!r}: expected words (got {value!r})", file=file, row=number)
        try:
            row[column] = read(value.strip())
        except ValueError as error:
            raise LexiconError(f"column {column!r}: {error}", file=file, row=number) from error
    return row


def _read_meta(file: str, lines: list[str]) -> dict[str, Any]:
    import tomllib

    text = "\n".join(line.removeprefix("#").strip() for line in lines)
    try:
        meta = tomllib.loads(text).get("meta", {})
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"the comment lines are not valid TOML: {error}", file=file) from error
    return dict(meta)


def _read_text(name: str, file: str, text: str) -> Table:
    lines = text.removeprefix("\ufeff").splitlines()
    comments = [line for line in lines if line.startswith("#")]
    numbered = [(i, line) for i, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    if not numbered:
        raise LexiconError("the header row is missing", file=file)
    header = [cell.strip() for cell in numbered[0][1].split("\t")]
    rows = []
    for number, line in numbered[1:]:
        cells = line.split("\t")
        if len(cells) > len(header):
            raise LexiconError(f"{len(cells)} cells under {len(header)} columns", file=file, row=number)
        rows.append(_read_row(name, file, number, dict(zip(header, cells, strict=False))))
    return Table(name=name, file=file, meta=_read_meta(file, comments), rows=tuple(rows))


def read_table(name: str, source: str | Path | Iterable[Mapping[str, str]]) -> Table:
    """A table from a file or from rows.

    Args:
        name: the table's name; a key of `COLUMNS`.
        source: the path of a TSV file with a header row, or mappings from column to words.

    Raises:
        LexiconError: for a bad row; it names the file, the row (line of the file, or number of
            the mapping, from 1) and the reason.
        OSError: if the file can't be read.

    Example:
        >>> read_table("states", [{"code": "XSL", "name": "Sealand", "adjectives": "Sealandic"}])
        <Table states 1 rows from rows>
    """
    if name not in COLUMNS:
        raise LexiconError(f"no table named {name!r}; the tables are {', '.join(COLUMNS)}", file=name)
    if isinstance(source, str | Path):
        path = Path(source)
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            raise LexiconError(f"not UTF-8: {error}", file=str(path)) from error
        return _read_text(name, str(path), text)
    rows = tuple(_read_row(name, "rows", number, cells) for number, cells in enumerate(source, 1))
    return Table(name=name, file="rows", rows=rows)


@cache
def load_table(name: str) -> Table:
    """The package's own table of that name.

    Example:
        >>> load_table("states").meta["checked"].isoformat()
        '2026-11-21'
    """
    if name not in COLUMNS:
        raise LexiconError(f"no table named {name!r}; the tables are {', '.join(COLUMNS)}", file=name)
    file = f"{name}.tsv"
    return _read_text(name, file, read_text(file))


@attrs.frozen(eq=False)
class Tables:
    """The tables in use: the package's own, with a user's additions and replacements.

    A `Tables` never changes: `with_added` and `with_replaced` return a new one. Pass it as
    `tables=` to `analyze` or an `extract_*`; every stage uses it.

    Attributes:
        own: the tables that differ from the package's, by name.

    Example:
        >>> mine = default_tables().with_added("states", [{"code": "XSL", "name": "Sealand"}])
        >>> len(mine["states"].rows) - len(default_tables()["states"].rows)
        1
    """

    own: Mapping[str, Table] = attrs.field(factory=dict)

    def __getitem__(self, name: str) -> Table:
        return self.own[name] if name in self.own else load_table(name)

    def with_added(self, name: str, source: str | Path | Iterable[Mapping[str, str]]) -> Tables:
        """These tables with more rows; a row with an existing key replaces the old one.

        Raises:
            LexiconError: for a bad row.
        """
        added = read_table(name, source)
        key = next(iter(COLUMNS[name]))
        taken = {row[key] for row in added.rows}
        kept = tuple(row for row in self[name].rows if row[key] not in taken)
        table = Table(name=name, file=added.file, meta=added.meta, rows=kept + added.rows)
        return Tables({**self.own, name: table})

    def with_replaced(self, name: str, source: str | Path | Iterable[Mapping[str, str]]) -> Tables:
        """These tables with another one in place of `name`.

        Raises:
            LexiconError: for a bad row.
        """
        return Tables({**self.own, name: read_table(name, source)})

    def without(self, name: str, keys: Iterable[str]) -> Tables:
        """These tables without the rows of some keys, which switches those rules off.

        Raises:
            LexiconError: for a key that no row has.

        Example:
            >>> mine = default_tables().without("status", ["status.future"])
            >>> len(default_tables()["status"].rows) - len(mine["status"].rows)
            1
        """
        table, dropped = self[name], set(keys)
        key = next(iter(COLUMNS[name]))
        unknown = dropped - {row[key] for row in table.rows}
        if unknown:
            raise LexiconError(f"no row {min(unknown)!r} in the table {name!r}", file=table.file)
        kept = tuple(row for row in table.rows if row[key] not in dropped)
        return Tables({**self.own, name: attrs.evolve(table, rows=kept)})


_PACKAGE = Tables()
_IN_USE: ContextVar[Tables] = ContextVar("diplonews_tables", default=_PACKAGE)


def default_tables() -> Tables:
    """The package's own tables."""
    return _PACKAGE


in_use: Callable[[], Tables] = _IN_USE.get
"""The tables for the current text: those given as `tables=`, else the package's."""


@contextmanager
def using(tables: Tables | None) -> Iterator[Tables]:
    """Make these tables the ones in use, in this thread or task, until the block ends.

    Example:
        >>> mine = default_tables().with_added("states", [{"code": "XSL", "name": "Sealand"}])
        >>> with using(mine):
        ...     in_use() is mine
        True
        >>> in_use() is default_tables()
        True
    """
    tables = tables or default_tables()
    token = _IN_USE.set(tables)
    try:
        yield tables
    finally:
        _IN_USE.reset(token)


def per_tables(read: Callable[[Tables], T]) -> Callable[[], T]:
    """Decorate a reader of tables: it then reads the tables in use, and its result is cached for each set of them.

    Example:
        >>> @per_tables
        ... def count_states(tables: Tables) -> int:
        ...     return len(tables["states"].rows)
        >>> count_states() == len(default_tables()["states"].rows)
        True
    """
    kept = lru_cache(maxsize=KEPT)(read)

    @wraps(read)
    def read_in_use() -> T:
        return kept(_IN_USE.get())

    return read_in_use
