"""Dicts, JSON and JSON Schema for every public type (cattrs).

A span becomes `{"start": 0, "end": 5}`, an enum its name, a date or datetime its ISO form, a
tuple a list. Reading is strict: an unknown field, a missing one or a wrong type is a
`ValueError` that names the type and lists each fault with its path, as
`not a Quote: expected str, got 5 @ $.content[3].source`.
"""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

import attrs
from cattrs import BaseValidationError, Converter, IterableValidationError, transform_error
from cattrs.errors import ForbiddenExtraKeysError, IterableValidationNote
from cattrs.gen import make_dict_structure_fn

__all__ = ["dump_json", "from_dict", "from_json", "json_schema", "to_dict", "to_json"]

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)
D = TypeVar("D", bound=date)
DATE_CHARACTERS = len("2021-02-10")


def _wrong(wanted: str, value: object) -> TypeError:
    return TypeError(f"expected {wanted}, got {value!r:.60}")


def _structure_day(value: object, _: object) -> date:
    return _read_iso(date, value)


def _structure_moment(value: object, _: object) -> datetime:
    return _read_iso(datetime, value)


def _read_iso(kind: type[D], value: object) -> D:
    if isinstance(value, str):
        with suppress(ValueError):
            return kind.fromisoformat(value)
    raise _wrong(f"an ISO {kind.__name__}", value)


def _structure_day_or_moment(value: object, _: object) -> date:
    if isinstance(value, str) and len(value) > DATE_CHARACTERS:
        return _read_iso(datetime, value)
    return _read_iso(date, value)


def _structure_checked(value: object, kind: type[T]) -> T:
    if isinstance(value, bool) is not (kind is bool) or not isinstance(value, kind):
        raise _wrong(kind.__name__, value)
    return value


def _structure_enum(value: object, kind: type[E]) -> E:
    if isinstance(value, str) and value in tuple(kind):
        return kind(value)
    raise _wrong(f"one of {', '.join(kind)}", value)


def _structure_tuple(values: object, kind: Any) -> tuple[Any, ...]:
    """The members of a list, all faults gathered; a `str` is no list of its characters."""
    if not isinstance(values, list | tuple):
        raise _wrong("a list", values)
    member = typing.get_args(kind)[0]
    read = _converter().get_structure_hook(member)
    made, faults = [], []
    for number, value in enumerate(values):
        try:
            made.append(read(value, member))
        except Exception as error:  # noqa: BLE001 -- whatever is wrong with a member, the others are looked at
            error.add_note(IterableValidationNote("a member", number, member))
            faults.append(error)
    if faults:
        raise IterableValidationError("a list", faults, kind)
    return tuple(made)


def _make_structure(cls: type[T], converter: Converter) -> Callable[[object, object], T]:
    """What reads the fields of a class."""
    read = make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True)

    def structure(data: object, _: object) -> T:
        if not isinstance(data, Mapping):
            raise _wrong(f"a dict with the fields of {cls.__name__}", data)
        return read(data, cls)

    return structure


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
    converter.register_structure_hook_func(_is_tuple, _structure_tuple)
    converter.register_unstructure_hook(StrEnum, lambda value: value.value)
    converter.register_structure_hook(StrEnum, _structure_enum)
    converter.register_structure_hook_factory(attrs.has, lambda cls: _make_structure(cls, converter))
    return converter


def _fault(error: BaseException, _: object) -> str:
    """One fault, without its path."""
    if isinstance(error, KeyError):
        return "required field missing"
    if isinstance(error, ForbiddenExtraKeysError):
        return f"extra fields found ({', '.join(sorted(error.extra_fields))})"
    return str(error)


def _not_a(cls: Any, faults: object) -> ValueError:
    """The error for data that is not of a type: `not a Quote: ...`, `not an Event: ...`."""
    name = "tuple" if _is_tuple(cls) else cls.__name__
    return ValueError(f"not {'an' if name[0] in 'AEIOU' else 'a'} {name}: {faults}")


def _check_type(cls: object, function: str) -> None:
    if not (_is_tuple(cls) or (isinstance(cls, type) and attrs.has(cls))):
        raise TypeError(f"{function} takes a diplonews type, such as Event, and then its data (got {cls!r:.60})")


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

    Args:
        cls: a public type, or for what `to_dict` made of a tuple, `tuple[Event, ...]`.
        data: dicts and lists.

    Raises:
        ValueError: naming the type, and each fault with its path.
        TypeError: if `cls` is no public type.

    Example:
        >>> from diplonews import Span
        >>> from_dict(Span, {"start": 0, "end": 5})
        Span(0, 5)
    """
    _check_type(cls, "from_dict")
    try:
        return _converter().structure(data, cls)
    except BaseValidationError as error:
        faults = "; ".join(transform_error(error, format_exception=_fault))
        raise _not_a(cls, faults) from error
    except (TypeError, ValueError) as error:
        raise _not_a(cls, f"{error} @ $") from error


def to_json(value: Any, *, indent: int | None = None) -> str:
    """`to_dict` as JSON text; characters outside ASCII stay as they are.

    Lone surrogates, which JSON files can't hold as UTF-8, are escaped.
    """
    return dump_json(to_dict(value), indent=indent)


def dump_json(data: Any, *, indent: int | None = None) -> str:
    r"""JSON text of dicts, lists, texts and numbers, which can be encoded as UTF-8 whatever the texts are.

    Example:
        >>> dump_json({"text": "é \ud800"})
        '{"text": "é \\ud800"}'
    """
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    return text if text.isascii() or text.isprintable() else _escape_surrogates(text)


def _escape_surrogates(text: str) -> str:
    return "".join(f"\\u{ord(c):04x}" if 0xD800 <= ord(c) <= 0xDFFF else c for c in text)


def from_json(cls: type[T], text: str | bytes) -> T:
    """The instance that `to_json` made `text` from.

    Raises:
        ValueError: if `text` is not JSON, or not that of a `cls`; as `from_dict`.
        TypeError: if `text` is neither str nor bytes, or `cls` no public type.
    """
    _check_type(cls, "from_json")
    if not isinstance(text, str | bytes):
        raise TypeError(f"from_json takes JSON text, str or bytes (got {type(text).__name__}); from_dict takes dicts")
    try:
        data = json.loads(text)
    except ValueError as error:
        raise _not_a(cls, f"not JSON: {error} @ $") from error
    return from_dict(cls, data)


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
    if issubclass(kind, StrEnum):
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
