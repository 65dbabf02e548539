"""Gold in JSON Lines: one object per article, with character offsets."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, TypeVar

from diplonews.errors import ParseError
from diplonews.evaluation.gold import GoldArticle, GoldDate, GoldEvent, GoldQuote, Layer
from diplonews.model import Span

__all__ = ["read_jsonlines"]

FORMAT = "gold JSON Lines"
KEYS = ("id", "text", "anchor", "dates", "quotes", "events")
NAMES = ("kind", "status", "polarity")  # of enums: in lower case too
Item = TypeVar("Item", GoldDate, GoldQuote, GoldEvent)


def read_jsonlines(source: str) -> Iterator[GoldArticle]:
    r"""Read gold articles from JSON Lines.

    Args:
        source: the whole file. Each line is an object with `id`, `text`, optionally `anchor` (a day in
            ISO 8601), and a list for each layer that is marked; an empty list means that there is nothing
            to find. The keys of an item are the attributes of `GoldDate`, `GoldQuote` and `GoldEvent`; a
            span is `[start, end]`, in characters. `id` and `cluster` of an item may be left out.

    Raises:
        ParseError: naming the line, for broken JSON, an unknown or missing key, a wrong value, or a span
            outside the text.

    Example:
        >>> (gold,) = read_jsonlines(
        ...     '{"id": "a", "text": "Oslo rebuked Riga.", "events": [{"trigger": [[5, 12]], "types": ["ACCUSE"],'
        ...     ' "actors": ["NOR"], "recipients": ["LVA"]}]}\n'
        ... )
        >>> gold.layers, gold.events[0].trigger[0].of(gold.text), gold.events[0].status.name
        (('events',), 'rebuked', 'ACTUAL')
    """
    for number, line in enumerate(source.split("\n"), 1):
        if line.strip():
            try:
                article = _article(json.loads(line))
            except (ValueError, TypeError, KeyError, AttributeError) as error:
                fault = f"the line cannot be read: {_reason(error)}"
                raise ParseError(fault, format=FORMAT, line=number, excerpt=line) from error
            yield article


def _reason(error: BaseException) -> str:
    """The error's message, with those of the type checks that it lacks."""
    said = str(error)
    for part in _leaves(error.__cause__):
        if str(part) not in said:
            said += f"; {part}"
    return said


def _leaves(error: BaseException | None) -> Iterator[BaseException]:
    if isinstance(error, BaseExceptionGroup):
        for part in error.exceptions:
            yield from _leaves(part)
    elif error is not None:
        yield error


def _article(data: Mapping[str, Any]) -> GoldArticle:
    unknown = [key for key in data if key not in KEYS]
    missing = [key for key in ("id", "text") if not isinstance(data.get(key), str)]
    if unknown or missing:
        raise ValueError(f"unknown keys {unknown}, missing keys {missing}; known: {', '.join(KEYS)}")
    text = data["text"]
    layers: list[Layer] = [layer for layer in ("dates", "quotes", "events") if layer in data]
    if any("name" in quote for quote in data.get("quotes", ())):
        layers.insert(layers.index("quotes") + 1, "speakers")
    return GoldArticle(
        id=data["id"],
        text=text,
        layers=tuple(layers),
        anchor=date.fromisoformat(data["anchor"]) if data.get("anchor") is not None else None,
        dates=_items(GoldDate, data.get("dates", ()), text),
        quotes=_items(GoldQuote, _named(data.get("quotes", ()), "q"), text),
        events=_items(GoldEvent, [{"cluster": one["id"], **one} for one in _named(data.get("events", ()), "e")], text),
    )


def _named(items: Any, letter: str) -> list[dict[str, Any]]:
    return [{"id": f"{letter}{number}", **item} for number, item in enumerate(items, 1)]


def _items(cls: type[Item], items: Any, text: str) -> tuple[Item, ...]:
    from diplonews.serialize import from_dict

    return tuple(from_dict(cls, {key: _value(key, value, text) for key, value in item.items()}) for item in items)


def _value(key: str, value: Any, text: str) -> Any:
    """The value converted for the types: spans from pairs, names of enums in capitals."""
    if key == "span":
        return _span(value, text)
    if key in {"content", "cue", "source", "trigger"}:
        return [_span(pair, text) for pair in value]
    return value.upper() if key in NAMES and isinstance(value, str) else value


def _span(pair: Any, text: str) -> dict[str, int]:
    start, end = pair
    span = Span(start, end)
    if not start < end <= len(text):
        raise ValueError(f"{span} is outside the text of {len(text)} characters, or empty")
    return {"start": start, "end": end}
