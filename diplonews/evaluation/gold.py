"""Gold articles: a text with the marks of a careful reader, whatever file it was read from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Literal, TypeAlias

import attrs

from diplonews.evaluation.days import days_of_value
from diplonews.model import EventStatus, EventType, QuoteKind, RegionKind, Span

__all__ = ["LAYERS", "GoldArticle", "GoldDate", "GoldEvent", "GoldQuote", "GoldRegion", "Layer"]

Layer: TypeAlias = Literal["regions", "fields", "dates", "quotes", "speakers", "events"]
LAYERS: tuple[Layer, ...] = ("regions", "fields", "dates", "quotes", "speakers", "events")
POLARITIES = ("ASSERTED", "DENIED", "REFUSED", "QUESTIONED")
CODE = re.compile(r"[A-Z]{3}")


def _check_codes(_: object, attribute: attrs.Attribute[Any], codes: Any) -> None:
    for code in (codes,) if isinstance(codes, str) else codes or ():
        if not CODE.fullmatch(code):
            raise ValueError(f"{attribute.name}: {code!r} is not a code of three capitals")


def _check_polarity(_: object, __: attrs.Attribute[str], polarity: str) -> None:
    if polarity not in POLARITIES:
        raise ValueError(f"polarity {polarity!r}; known: {', '.join(POLARITIES)}")


def _check_days(_: object, __: attrs.Attribute[Any], value: str | None) -> None:
    if value is not None and days_of_value(value) is None:
        raise ValueError(f"date {value!r} is not a day, a month, a year or `first/last` days")


@attrs.frozen(kw_only=True)
class GoldRegion:
    """The kind of a stretch of the copy; text without one is body. Of two nested regions the inner one counts."""

    span: Span
    kind: RegionKind


@attrs.frozen(kw_only=True)
class GoldDate:
    """An expression of time and its TIMEX3 value, None if it has none."""

    span: Span
    value: str | None


@attrs.frozen(kw_only=True)
class GoldQuote:
    """A quotation.

    Attributes:
        id: its label, `q1`.
        kind: DIRECT, MIXED or INDIRECT; None if the file does not say.
        name: the speaker's full name, or None if the article gives none.
        aliases: other correct forms of the name; a form that is only a part of `name` is not accepted
            as the full name.
        country: code of the party the speaker represents, or None.
        role: short description, or None.
        polarity: `ASSERTED`, `DENIED`, `REFUSED` or `QUESTIONED`.
        content, cue, source: characters in the text, in text order.
    """

    id: str
    kind: QuoteKind | None = None
    name: str | None = None
    aliases: tuple[str, ...] = ()
    country: str | None = attrs.field(default=None, validator=_check_codes)
    role: str | None = None
    polarity: str = attrs.field(default="ASSERTED", validator=_check_polarity)
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()


@attrs.frozen(kw_only=True)
class GoldEvent:
    """One mention of an event.

    Attributes:
        id: its label, `e1`.
        types: the PLOVER type, then others that a careful coder could defend.
        mode: PLOVER's, or None.
        actors: codes of the actors; all parties of a reciprocal event.
        recipients: codes of the recipients; empty for a reciprocal event.
        symmetric: whether it is reciprocal.
        status: whether it happened.
        date: a day, month, year or `first/last` day, or None.
        core: whether an analyst would want it; others are not scored.
        historical: whether it is background of earlier months or years.
        cluster: label shared by all mentions of one event.
        trigger: characters in the text, in text order.
    """

    id: str
    types: tuple[EventType, ...]
    mode: str | None = None
    actors: tuple[str, ...] = attrs.field(validator=_check_codes)
    recipients: tuple[str, ...] = attrs.field(default=(), validator=_check_codes)
    symmetric: bool = False
    status: EventStatus = EventStatus.ACTUAL
    date: str | None = attrs.field(default=None, validator=_check_days)
    core: bool = True
    historical: bool = False
    cluster: str
    trigger: tuple[Span, ...]


@attrs.frozen(kw_only=True)
class GoldArticle:
    """An article with its marks; every span counts characters of `text`.

    Attributes:
        id: names it in scores and errors.
        text: the text that the marks refer to.
        layers: the layers that are marked, in the order of `LAYERS`. A layer that is listed but has no marks
            means that there is nothing to find.
        copy: whether the text is copy for a parser; else it is running text, used unchanged.
        raw: the file that is parsed, if it is not `text` itself (XML, JSON, HTML, terminal copy).
        fields: `headline`, `bylines`, `provider`, `outlet`, `published` as a reader would give them.
        anchor: the day that relative dates count from.
        regions: marked regions.
        dates: marked dates.
        quotes: marked quotations.
        events: marked events.
    """

    id: str
    text: str
    layers: tuple[Layer, ...]
    copy: bool = False
    raw: bytes | None = None
    fields: Mapping[str, str] = attrs.field(factory=dict, hash=False)
    anchor: date | None = None
    regions: tuple[GoldRegion, ...] = ()
    dates: tuple[GoldDate, ...] = ()
    quotes: tuple[GoldQuote, ...] = ()
    events: tuple[GoldEvent, ...] = ()

    def kinds(self) -> list[RegionKind]:
        """The kind of each character of the text."""
        kinds = [RegionKind.BODY] * len(self.text)
        for region in self.regions:
            kinds[region.span.start : region.span.end] = [region.kind] * len(region.span)
        return kinds

    def __repr__(self) -> str:
        return (
            f"<GoldArticle {self.id!r} {len(self.dates)} dates, {len(self.quotes)} quotes, {len(self.events)} events>"
        )
