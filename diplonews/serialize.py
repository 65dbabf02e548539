"""Dicts, JSON and JSON Schema for every public type (cattrs).

A span becomes `{"start": 0, "end": 5}`, an enum its name, a date or datetime its ISO form, a
tuple a list. Reading is strict: an unknown field, a missing one or a wrong type is a
`ValueError` that lists each fault with its path, as `... @ $.quotes[3].source`.
"""

from __future__ import annotations

import json
import types
import typing
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, TypeVar

import attrs
from cattrs import ClassValidationError, Converter, transform_error
from cattrs.gen import make_dict_structure_fn

__all__ = ["from_dict", "from_json", "json_schema", "to_dict", "to_json"]

T = TypeVar("T")
DATE_CHARACTERS = len("2021-02-10")


def _structure_day(value: object, _: object) -> date:
    if not isinstance(value, str):
        raise TypeError(f"expected an ISO date, got {value!r}")
    return date.fromisoformat(value)


def _structure_moment(value: object, _: object) -> datetime:
    if not isinstance(value, str):
        raise TypeError(f"expected an ISO datetime, got {value!r}")
    return datetime.fromisoformat(value)


def _structure_day_or_moment(value: object, _: object) -> date:
    if isinstance(value, str) and len(value) > DATE_CHARACTERS:
        return datetime.fromisoformat(value)
    return _structure_day(value, _)


def _structure_checked(value: object, kind: type[T]) -> T:
    if isinstance(value, bool) is not (kind is bool) or not isinstance(value, kind):
        raise TypeError(f"expected {kind.__name__}, got {value!r}")
    return value


def _is_tuple(kind: Any) -> bool:
    return typing.get_origin(kind) is tuple


@cache
def _converter() -> Converter:
    """The one converter, built on first use."""
    converter = Converter(forbid_extra_keys=True)
    for kind in (str, int, bool):
        converter.register_structure_hook(kind, _structure_checked)
    converter.register_structure_hook(date, _structure_day)
    converter.register_structure_hook(datetime, _structure_moment)
    converter.register_structure_hook(date | datetime, _structure_day_or_moment)
    for moment in (date, datetime, date | datetime):
        converter.register_unstructure_hook(moment, lambda value: value.isoformat())
    converter.register_unstructure_hook_func(
        _is_tuple,
        lambda values: [converter.unstructure(value) for value in values],
    )
    converter.register_structure_hook_factory(
        attrs.has,
        lambda cls: make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True),
    )
    return converter


def to_dict(value: Any) -> Any:
    """Plain dicts, lists, strings and numbers for a public type, or for a tuple of them.

    Args:
        value: an instance of a public type, or a tuple or list of them.

    Raises:
        TypeError: for anything else.

    Example:
        >>> from diplonews import Span
        >>> to_dict(Span(0, 5))
        {'start': 0, 'end': 5}
    """
    if isinstance(value, tuple | list):
        return [to_dict(item) for item in value]
    if not attrs.has(type(value)):
        raise TypeError(f"to_dict takes a diplonews type or a tuple of them (got {value!r})")
    return _converter().unstructure(value)


def from_dict(cls: type[T], data: Any) -> T:
    """The instance that `to_dict` made `data` from.

    Raises:
        ValueError: with one line for each fault and its path.

    Example:
        >>> from diplonews import Span
        >>> from_dict(Span, {"start": 0, "end": 5})
        Span(0, 5)
    """
    try:
        return _converter().structure(data, cls)
    except ClassValidationError as error:
        faults = "; ".join(transform_error(error))
        raise ValueError(f"not a {cls.__name__}: {faults}") from error
    except (AttributeError, TypeError, ValueError) as error:
        raise ValueError(f"not a {cls.__name__}: {error} @ $") from error


def to_json(value: Any, *, indent: int | None = None) -> str:
    """`to_dict` as JSON text; characters outside ASCII stay as they are.

    Lone surrogates, which JSON files can't hold as UTF-8, are escaped.
    """
    text = json.dumps(to_dict(value), ensure_ascii=False, indent=indent)
    return text if text.isascii() or text.isprintable() else _escape_surrogates(text)


def _escape_surrogates(text: str) -> str:
    return "".join(f"\\u{ord(c):04x}" if 0xD800 <= ord(c) <= 0xDFFF else c for c in text)


def from_json(cls: type[T], text: str | bytes) -> T:
    """The instance that `to_json` made `text` from.

    Raises:
        ValueError: if `text` is not JSON, or is not a `cls`.
    """
    return from_dict(cls, json.loads(text))


def json_schema(cls: type[Any]) -> dict[str, Any]:
    """JSON Schema (2020-12) of what `to_dict` gives for a public type.

    Raises:
        TypeError: if `cls` is not one of the public types.

    Example:
        >>> from diplonews import Span
        >>> json_schema(Span)["$defs"]["Span"]["required"]
        ['start', 'end']
    """
    if not (isinstance(cls, type) and attrs.has(cls)):
        raise TypeError(f"json_schema takes a diplonews type (got {cls!r})")
    definitions: dict[str, Any] = {}
    reference = _schema(cls, definitions)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **reference, "$defs": definitions}


_PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    date: {"type": "string", "format": "date"},
    datetime: {"type": "string", "format": "date-time"},
}


def _schema(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of one annotation; classes go to `definitions`."""
    if kind in _PLAIN:
        return _PLAIN[kind]
    if isinstance(kind, types.UnionType) or typing.get_origin(kind) is typing.Union:
        return {"anyOf": [_schema(part, definitions) for part in typing.get_args(kind)]}
    if typing.get_origin(kind) is tuple:
        return {"type": "array", "items": _schema(typing.get_args(kind)[0], definitions)}
    if issubclass(kind, Enum):
        definitions[kind.__name__] = {"enum": [member.value for member in kind]}
    elif kind.__name__ not in definitions:
        definitions[kind.__name__] = {}
        hints = typing.get_type_hints(kind)
        fields = attrs.fields(kind)
        definitions[kind.__name__] = {
            "type": "object",
            "properties": {field.name: _schema(hints[field.name], definitions) for field in fields},
            "required": [field.name for field in fields if field.default is attrs.NOTHING],
            "additionalProperties": False,
        }
    return {"$ref": f"#/$defs/{kind.__name__}"}
