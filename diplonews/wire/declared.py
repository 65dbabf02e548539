"""Parsers declared in TOML files: those of the package, and those of users."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pkgutil import get_data
from typing import TYPE_CHECKING, Any

from diplonews.errors import RegistrationError
from diplonews.wire.declarations import Fault
from diplonews.wire.generic import Generic
from diplonews.wire.textparser import Example, Mark, TextParser

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["DECLARATIONS", "FOLDER", "declare", "read_parser", "text_parsers"]

FOLDER = "parsers"
DECLARATIONS = "parsers.jsonl"  # the declarations of the folder, without examples, in a form that loads fast
LINES = ("boilerplate", "slugs", "notes", "signoffs", "end_marks")
TEXTS = ("name", "provider", "outlet", "timezone", "country", "language", "date_order")
# The keys of a file: the type of the value; in brackets, the type of each item of a list, or the keys of its tables.
MARK = {"pattern": str, "weight": (int, float), "needle": str}
COMPARED = ("headline", "deck", "provider", "outlet", "place", "timezone", "slug", "caption", "credit")
EXAMPLE = {
    **dict.fromkeys(("raw", *COMPARED, "body_start", "body_end"), str),
    "published": (str, date),
    "names": [str],
}
KEYS: dict[str, Any] = {
    **dict.fromkeys((*TEXTS, "about"), str),
    "valid_until": date,
    **{key: [str] for key in LINES},
    "marks": [MARK],
    "examples": [EXAMPLE],
}
NEEDED = {"marks": "pattern", "examples": "raw"}


def _table_faults(table: Mapping[str, Any]) -> list[Fault]:
    """The errors in the form of a file: unknown keys, values of the wrong type."""
    faults = [] if "name" in table else [Fault("name", "is missing")]
    return [*faults, *_form_faults(table, KEYS)]


def _form_faults(table: Mapping[str, Any], keys: Mapping[str, Any], at: str = "") -> Iterator[Fault]:
    for key, value in table.items():
        place = f"{at}{key}"
        kind = keys.get(key)
        if kind is None:
            yield Fault(place, f"is not a known key; known: {', '.join(keys)}")
        elif not isinstance(kind, list):
            if not isinstance(value, kind) or isinstance(value, bool):
                yield Fault(place, f"must be a {_named(kind)} (got {value!r:.60})")
        elif not isinstance(value, list):
            yield Fault(place, f"must be a list (got {value!r:.60})")
        else:
            for number, item in enumerate(value):
                yield from _item_faults(item, kind[0], f"{place}[{number}]", NEEDED.get(key))


def _item_faults(item: Any, kind: Any, place: str, needed: str | None) -> Iterator[Fault]:
    if not isinstance(kind, dict):
        if not isinstance(item, kind):
            yield Fault(place, f"must be a {_named(kind)} (got {item!r:.60})")
    elif not isinstance(item, dict):
        yield Fault(place, f"must be a table (got {item!r:.60})")
    else:
        if needed not in item:
            yield Fault(f"{place}.{needed}", "is missing")
        yield from _form_faults(item, kind, f"{place}.")


def _named(kind: Any) -> str:
    return {str: "text", date: "date", (str, date): "date or a text", (int, float): "number"}[kind]


class _BuiltInExamples:
    """The examples of a parser of the package, read from its file on first use."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, parser: object, owner: type) -> tuple[Example, ...]:
        return _examples_of(self._name)


@cache
def _examples_of(name: str) -> tuple[Example, ...]:
    import tomllib

    return _examples(tomllib.loads(_content(f"{FOLDER}/{name}.toml"))["examples"])


def _content(name: str) -> str:
    content = get_data("diplonews.wire", name)
    assert content is not None  # for loaders that can't read data; those of folders and zip files can
    return content.decode("utf-8")


def _examples(rows: list[dict[str, Any]]) -> tuple[Example, ...]:
    return tuple(
        Example(
            **{
                **row,
                **({"published": row["published"].isoformat()} if isinstance(row.get("published"), date) else {}),
                **({"names": tuple(row["names"])} if "names" in row else {}),
            }
        )
        for row in rows
    )


def _day(value: date | str) -> date:
    return date.fromisoformat(value) if isinstance(value, str) else value


def declare(table: Mapping[str, Any], *, examples: object = ()) -> type[TextParser]:
    """The parser that a table declares.

    Args:
        table: keys as in the files; its form has been checked (see `read_parser`).
        examples: the `examples` of the class if the table has none.
    """
    attributes: dict[str, Any] = {
        "__doc__": table.get("about"),
        "__module__": __name__,
        **{key: table[key] for key in TEXTS if key in table},
        **({"valid_until": _day(table["valid_until"])} if "valid_until" in table else {}),
        **{key: tuple(table[key]) for key in LINES if key in table},
        "marks": tuple(Mark(**mark) for mark in table.get("marks", ())),
        "examples": _examples(table["examples"]) if "examples" in table else examples,
    }
    return type("".join(part.capitalize() for part in table["name"].split("-")), (TextParser,), attributes)


def read_parser(path: Path) -> type[TextParser]:
    """The parser that a file declares.

    Raises:
        RegistrationError: if the file is not TOML, or not of the right form.
        OSError: if it can't be read.
    """
    import tomllib

    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise RegistrationError(f"is not TOML in UTF-8 ({error})", file=str(path)) from error
    faults = _table_faults(table)
    if faults:
        raise RegistrationError("; ".join(map(str, faults)), file=str(path), key=faults[0].key)
    return declare(table)


@cache
def text_parsers() -> tuple[type[TextParser], ...]:
    """The parsers for plain text that come with the package.

    If scores are equal, the first wins; so pages come before the agencies they reprint, and `generic` is last.

    Example:
        >>> [parser.name for parser in text_parsers() if parser.timezone == "Asia/Seoul"][:3]
        ['korea-herald', 'korea-times', 'korea-joongang-daily']
    """
    from json import loads

    tables = [loads(line) for line in _content(DECLARATIONS).splitlines()]
    return (*(declare(table, examples=_BuiltInExamples(table["name"])) for table in tables), Generic)
