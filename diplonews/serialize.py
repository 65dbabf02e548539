"""Dicts, JSON and JSON Schema for every public type (cattrs).

A span becomes `{"start": 0, "end": 5}`, an enum its name, a date or datetime its ISO form, a
tuple a list. Reading is strict: an unknown field, a missing one or a wrong type is a
`ValueError` that names the type and lists each fault with its path, as
`not a Quote: expected str, got 5 @ $.content[3].source`.

An analysis also has a compact form, without its evidence; `to_json` writes that form by default, and all
readers of analyses accept both.
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

from diplonews.compact import DATES, FORM, KEY, LEFT_OUT, LISTED, OPTIONAL, field_kinds, grow, is_compact, shrink
from diplonews.model import Analysis, Evidence, Interval, Span, TimeExpression

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
    """The members of a list, with all faults collected; a `str` is not a list of its characters."""
    if not isinstance(values, list | tuple):
        raise _wrong("a list", values)
    member = typing.get_args(kind)[0]
    read = _converter().get_structure_hook(member)
    made, faults = [], []
    for number, value in enumerate(values):
        try:
            made.append(read(value, member))
        except Exception as error:  # noqa: BLE001 -- a fault in one member must not hide those of others
            error.add_note(IterableValidationNote("a member", number, member))
            faults.append(error)
    if faults:
        raise IterableValidationError("a list", faults, kind)
    return tuple(made)


def _make_structure(cls: type[T], converter: Converter) -> Callable[[object, object], T]:
    """The function that reads the fields of a class."""
    read = make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True)

    def structure(data: object, _: object) -> T:
        if not isinstance(data, Mapping):
            raise _wrong(f"a dict with the fields of {cls.__name__}", data)
        return read(grow(data) if cls is Analysis and is_compact(data) else data, cls)

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


def to_dict(value: Any, *, evidence: bool = True) -> Any:
    """Plain dicts, lists, strings and numbers for a public type, or for a tuple of them.

    Args:
        value: an instance of a public type, or a tuple or list of them.
        evidence: whether an `Analysis` is written whole, so that `from_dict` returns an equal one; else
            it has the compact form, as in `to_json`. Other types are always whole.

    Raises:
        TypeError: for anything else.

    Example:
        >>> from diplonews import Span
        >>> to_dict(Span(0, 5))
        {'start': 0, 'end': 5}
    """
    if isinstance(value, tuple | list):
        return [to_dict(item, evidence=evidence) for item in value]
    if not attrs.has(type(value)):
        raise TypeError(f"to_dict takes a diplonews type or a tuple of them (got {value!r})")
    return shrink(value) if isinstance(value, Analysis) and not evidence else _converter().unstructure(value)


def from_dict(cls: type[T], data: Any) -> T:
    """The instance that `to_dict` made `data` from; for an `Analysis` in the compact form, one without evidence.

    Args:
        cls: a public type, or for the output of `to_dict` for a tuple, `tuple[Event, ...]`.
        data: dicts and lists.

    Raises:
        ValueError: naming the type, and each fault with its path.
        TypeError: if `cls` is not a public type.

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


def to_json(value: Any, *, evidence: bool = False, indent: int | None = None) -> str:
    """JSON text for a public type, or for a tuple of them; on one line if there is no `indent`.

    An `Analysis` is written in the compact form, about four times as long as the article, unless
    evidence is requested; `from_json` reads both forms. The compact form has no regions of the
    article and no mentions of actors (`actors`), and of the evidence of a finding only the `rule`:
    no cues (`Quote.cue`, `Evidence.spans`, `Evidence.detail`), no `Speaker.mentions`, no
    `Actor.how`. Nulls and defaults are left out. Spans and intervals are `[start, end]`. A speaker
    is its number in the list `speakers`, an actor of an event in `parties`, its time in `dates`.
    The words of a finding, the type DATE and an interval of one day are restored on reading.

    Args:
        value: an instance of a public type, or a tuple or list of them.
        evidence: whether an `Analysis` is written whole, so that `from_json` returns an equal one; some
            15 times as long as the article. Other types are always whole.
        indent: blanks before each level, for people.

    Returns:
        JSON as described by `json_schema`. Characters outside ASCII are unchanged; lone
        surrogates, which can't be encoded as UTF-8, are escaped.

    Raises:
        TypeError: for anything else.

    Example:
        >>> from diplonews import Span, analyze
        >>> to_json(Span(0, 5))
        '{"start":0,"end":5}'
        >>> to_json(analyze("It rained."))[:67]
        '{"form":"compact/1","article":{"text":"It rained.","format":"text"}'
    """
    return dump_json(to_dict(value, evidence=evidence), indent=indent)


def dump_json(data: Any, *, indent: int | None = None) -> str:
    r"""JSON text of dicts, lists, texts and numbers, which can be encoded as UTF-8 whatever the texts are.

    Example:
        >>> dump_json({"text": "é \ud800"})
        '{"text":"é \\ud800"}'
    """
    separators = (",", ":") if indent is None else None
    text = json.dumps(data, ensure_ascii=False, indent=indent, separators=separators)
    return text if text.isascii() or text.isprintable() else _escape_surrogates(text)


def _escape_surrogates(text: str) -> str:
    return "".join(f"\\u{ord(c):04x}" if 0xD800 <= ord(c) <= 0xDFFF else c for c in text)


def from_json(cls: type[T], text: str | bytes) -> T:
    """The instance that `to_json` made `text` from; for an `Analysis` in the compact form, one without evidence.

    Raises:
        ValueError: if `text` is not JSON, or not that of a `cls`; as in `from_dict`.
        TypeError: if `text` is neither str nor bytes, or `cls` is not a public type.
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
    """JSON Schema (2020-12) of the output of `to_dict` and `to_json` for a public type; both forms of an `Analysis`.

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
    if cls is Analysis:
        reference = {"anyOf": [reference, _compact_schema(cls, definitions)]}
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
        hints = field_kinds(kind)
        fields = attrs.fields(kind)
        definitions[kind.__name__] = {
            "type": "object",
            "properties": {field.name: _schema(hints[field.name], definitions) for field in fields},
            "required": [field.name for field in fields if field.default is attrs.NOTHING],
            "additionalProperties": False,
        }
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _compact_schema(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of one annotation in the compact form; classes go to `definitions`, as `CompactEvent`."""
    if isinstance(kind, types.UnionType):
        parts = [part for part in typing.get_args(kind) if part is not type(None)]
        return {"anyOf": [_compact_schema(part, definitions) for part in parts]}
    if typing.get_origin(kind) is tuple:
        return {"type": "array", "items": _compact_schema(typing.get_args(kind)[0], definitions)}
    if kind in (Span, Interval):
        bound = _schema(field_kinds(kind)["start"], definitions)
        return {"type": "array", "items": bound, "minItems": 2, "maxItems": 2}
    number = {"type": "integer", "minimum": 0}
    if kind in LISTED:
        return number
    if kind is TimeExpression:
        return {"anyOf": [number, _compact_reference(kind, definitions)]}
    return _compact_reference(kind, definitions) if attrs.has(kind) else _schema(kind, definitions)


def _compact_reference(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    name = f"Compact{kind.__name__}"
    if name not in definitions:
        definitions[name] = {}
        definitions[name] = _compact_object(kind, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _compact_object(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    properties: dict[str, Any] = {}
    required = []
    if kind is Analysis:
        properties[KEY] = {"const": FORM}
        required = [KEY]
        for listed, name in {**LISTED, TimeExpression: DATES}.items():
            properties[name] = {"type": "array", "items": _compact_reference(listed, definitions)}
    for field in attrs.fields(kind):
        annotation = field_kinds(kind)[field.name]
        if field.name in LEFT_OUT.get(kind, ()) or field.name in properties:
            continue
        name = "rule" if annotation is Evidence else field.name
        rule = {"type": "string"}
        properties[name] = rule if annotation is Evidence else _compact_schema(annotation, definitions)
        may_miss = field.name in OPTIONAL.get(kind, ())
        if may_miss and type(None) in typing.get_args(annotation):
            properties[name] = {"anyOf": [properties[name], {"type": "null"}]}
        elif field.default is attrs.NOTHING and type(None) not in typing.get_args(annotation) and not may_miss:
            required.append(name)
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}
