"""News items in a JSON document: envelopes, associations, properties by folded name."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from diplonews.errors import ParseError

if TYPE_CHECKING:
    from diplonews.wire.base import Copy

__all__ = [
    "BROKEN",
    "Item",
    "Json",
    "describe_json",
    "find_items",
    "fold_key",
    "json_value",
    "listed",
    "load_json",
    "objects_by_id",
    "stands_alone",
    "with_associations",
]

Json: TypeAlias = Any
# names of 3.x are camelCase, those of 1.x have underscores: both are compared folded
IDENTITY = frozenset(("uri", "guid", "id", "altids", "itemid"))
SUBSTANCE = frozenset(
    [
        "headline",
        "headlines",
        "bodyhtml",
        "bodyxhtml",
        "bodytext",
        "bodies",
        "versioncreated",
        "descriptiontext",
        "descriptionhtml",
        "descriptions",
        "slugline",
        "slug",
        "byline",
    ]
)
BROKEN = "\x00broken"
DEEPEST = 6
MOST_ITEMS = 100_000
MOST_OBJECTS = 20_000
LISTED_NAMES = 6
LONGEST_NAME_CHARACTERS = 30


def fold_key(key: str) -> str:
    """A property's name in the form used for comparison: `body_html` and `bodyHtml` are the same.

    Example:
        >>> fold_key("version_created") == fold_key("versionCreated")
        True
    """
    return key.lower().replace("_", "")


@attrs.frozen(eq=False)
class Item:
    """A news item with its path; `values` are by folded name, `keys` gives the names as written."""

    values: dict[str, Json]
    keys: dict[str, str]
    path: str

    @classmethod
    def of(cls, raw: dict[str, Json], path: str) -> Item:
        """The item of an object."""
        return cls({fold_key(key): value for key, value in raw.items()}, {fold_key(key): key for key in raw}, path)

    def text(self, *names: str) -> tuple[str | None, str]:
        """The first of those properties that is a string or a number, and its path."""
        for name in names:
            value = self.values.get(name)
            if isinstance(value, str) and value.strip():
                return value, f"{self.path}.{self.keys[name]}"
            if isinstance(value, int) and not isinstance(value, bool):
                return str(value), f"{self.path}.{self.keys[name]}"
        return None, self.path

    def rows(self, name: str) -> Iterator[tuple[Json, str]]:
        """The members of a list (or a single value in its place), and their paths."""
        value = self.values.get(name)
        if isinstance(value, list):
            for number, row in enumerate(value):
                yield row, f"{self.path}.{self.keys[name]}[{number}]"
        elif value:
            yield value, f"{self.path}.{self.keys[name]}"


def _is_item(value: Json) -> bool:
    if not isinstance(value, dict):
        return False
    folded = {fold_key(key) for key in value}
    return bool(folded & IDENTITY) and bool(folded & SUBSTANCE)


def find_items(value: Json, path: str, depth: int = 0) -> Iterator[tuple[dict[str, Json], str]]:
    """The items of an envelope, whatever it is called, in order."""
    if _is_item(value):
        yield value, path
    elif depth < DEEPEST and isinstance(value, dict):
        for key, member in value.items():
            yield from find_items(member, f"{path}.{key}", depth + 1)
    elif depth < DEEPEST and isinstance(value, list):
        for number, member in enumerate(value[:MOST_ITEMS]):
            yield from find_items(member, f"{path}[{number}]", depth + 1)


def stands_alone(member: Json) -> bool:
    """Whether an association is an item of its own: it has words, and does not say it is incomplete."""
    if not isinstance(member, dict):
        return False
    folded = {fold_key(key): value for key, value in member.items()}
    return bool(folded.keys() & SUBSTANCE) and folded.get("representationtype") != "incomplete"


def with_associations(raw: dict[str, Json], path: str, depth: int = 0) -> Iterator[Item]:
    """An item and its associations.

    Named associations (1.x: pictures of a story) come before the item that refers to them, the
    listed ones (2.x on) after it.
    """
    item = Item.of(raw, path)
    associations = item.values.get("associations") if depth < DEEPEST else None
    where = f"{path}.{item.keys.get('associations', '')}"
    if isinstance(associations, dict):
        for name, member in associations.items():
            if stands_alone(member):
                yield from with_associations(member, f"{where}.{name}", depth + 1)
    yield item
    if isinstance(associations, list):
        for number, member in enumerate(associations):
            if stands_alone(member):
                yield from with_associations(member, f"{where}[{number}]", depth + 1)


def load_json(text: str, format: str) -> Json:
    """The value; several objects, one a line or with commas between them, are a list.

    Raises:
        ParseError: with line and excerpt.
    """
    whole, text = text, text.lstrip("\ufeff \t\r\n")
    above = whole.count("\n", 0, len(whole) - len(text))
    try:
        return json.loads(text)
    except RecursionError as error:
        raise ParseError("nested too deeply", format=format, line=1, excerpt=text[:80]) from error
    except ValueError as error:
        if not isinstance(error, json.JSONDecodeError):  # a number of more than 4,300 digits
            raise ParseError(f"not readable: {error}", format=format, excerpt=text[:80]) from error
        if error.msg == "Extra data" and text.startswith(",", error.pos):  # members of an array, cut out of it
            return load_json("[" + text.rstrip(" ,\t\r\n") + "]", format)
        lines = [line for line in text.splitlines() if line.strip()]
        if error.msg == "Extra data" and len(lines) > 1 and all(line.lstrip()[:1] in "{[" for line in lines):
            return [_line(line, number) for number, line in enumerate(text.splitlines(), 1 + above) if line.strip()]
        excerpt = text[max(0, error.pos - 40) : error.pos + 40]
        raise ParseError(f"not well-formed: {error.msg}", format=format, line=error.lineno, excerpt=excerpt) from error


def json_value(copy: Copy) -> Json | ParseError:
    """The value of a copy, or the error of one that is not JSON; read once for all parsers."""
    if "json" not in copy.memo:
        try:
            copy.memo["json"] = load_json(copy.text, "json")
        except ParseError as error:
            copy.memo["json"] = error
    return copy.memo["json"]


def _line(line: str, number: int) -> Json:
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        why = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
        return {"uri": "", "headline": "", BROKEN: f"not well-formed: {why}", "line": line[:80], "number": number}


def listed(names: Iterable[str]) -> str:
    """The first few of those names, for a message.

    Example:
        >>> listed(["port", "ships"])
        "'port', 'ships'"
    """
    shown = [repr(name[:LONGEST_NAME_CHARACTERS]) for name in dict.fromkeys(names)]
    return ", ".join(shown if len(shown) <= LISTED_NAMES else [*shown[:LISTED_NAMES], "…"])


def describe_json(value: Json) -> str:
    """A description of a document's structure, for a message.

    Example:
        >>> describe_json([{"port": "Oslo", "ships": 3}])
        "JSON: an array of 1, objects with 'port', 'ships'"
    """
    if isinstance(value, dict):
        return f"JSON: an object with {listed(value)}" if value else "JSON: an empty object"
    first = next((row for row in value if row and isinstance(row, dict)), None)
    return f"JSON: an array of {len(value)}" + (f", objects with {listed(first)}" if first else "")


def objects_by_id(values: list[Any]) -> dict[str, dict[str, Any]]:
    """The objects that have an `@id` and say more than that."""
    found: dict[str, dict[str, Any]] = {}
    stack, seen = list(values), 0
    while stack and seen < MOST_OBJECTS:
        value = stack.pop()
        seen += 1
        if isinstance(value, dict):
            key = value.get("@id")
            if isinstance(key, str) and len(value) > len(found.get(key, {"@id": key})):
                found[key] = value
            stack += value.values()
        elif isinstance(value, list):
            stack += value
    return found
