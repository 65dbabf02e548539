"""One item as a machine format reads it: its words as pieces or marks, its fields, their evidence."""

from __future__ import annotations

from datetime import date
from html import unescape
from typing import TYPE_CHECKING, Any

import attrs

from diplonews.model import Evidence, Place, RegionKind
from diplonews.patterns import lazy_re
from diplonews.wire.cells import Cell
from diplonews.wire.xml import Paths

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Draft", "Piece", "RawTime", "clean", "fold"]

CONTROLS = {code: bytes([code]).decode("cp1252", "ignore") or " " for code in range(0x80, 0xA0)}
NEEDS_REPAIR = lazy_re(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
INVISIBLE = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127), " ")
RESIDUE = lazy_re(r"&(?:#\d{2,6}|#x[0-9A-Fa-f]{2,5}|amp|quot|apos|lt|gt|nbsp|[a-zA-Z]{2,8});")
SURROGATES = lazy_re(r"[\ud800-\udfff]")


def fold(text: str) -> str:
    """The letters and digits of a text in one case, for comparing wordings.

    Example:
        >>> fold("Talks resume:") == fold("TALKS RESUME")
        True
    """
    return "".join(filter(str.isalnum, text.casefold()))


def clean(text: str) -> str:
    r"""Text with single spaces, C1 controls read as cp1252, and no stray controls.

    Entities left over from text that was escaped twice are read as well.

    Example:
        >>> clean(" The \x93deal\x94\n   held ")
        'The “deal” held'
    """
    if "&" in text and RESIDUE.search(text) is not None:
        text = unescape(text)
    if NEEDS_REPAIR.search(text) is not None:
        text = SURROGATES.sub("\ufffd", text.translate(CONTROLS).translate(INVISIBLE))
    return " ".join(text.split())


@attrs.frozen
class Piece:
    """Some words of an item.

    Attributes:
        kind: the kind of region.
        text: the words, without white space around them.
        origin: their place in the input.
    """

    kind: RegionKind
    text: str
    origin: str | None = None


@attrs.define
class RawTime:
    """A clock reading as the input writes it."""

    raw: str
    rule: str
    origin: str | None


@attrs.define
class Draft:
    """One item, as far as a format has read it.

    Attributes:
        format: the parser's name.
        pieces: the words, in reading order; unused where `text` is given.
        text: for terminal copy, the input itself; else None.
        cells: for terminal copy, the marks in `text`, in order and not overlapping.
        kinds: the kinds of the pieces.
        fields: fields of `Article` that are not words.
        evidence: one entry for each field.
        providers: names, codes and domains that sign the item, the most informative first.
        authors: the authors named in the metadata.
        people: the persons of by-lines with names separated by the format itself, by the words of the piece.
        stamps: readings for `published`, `updated` and `embargo`.
        zone: IANA name of the zone of the outlet's clock, or None.
        places: the places of filing given by the format itself, by name.
        paths: the paths of the elements of the input, shared by the items of a container.
        reference: a day near publication, for a dateline without a year.
    """

    format: str
    pieces: list[Piece] = attrs.Factory(list)
    text: str | None = None
    cells: list[Cell] = attrs.Factory(list)
    kinds: set[RegionKind] = attrs.Factory(set)
    fields: dict[str, Any] = attrs.Factory(dict)
    evidence: list[Evidence] = attrs.Factory(list)
    providers: list[tuple[str, str, str | None]] = attrs.Factory(list)
    authors: dict[str, tuple[str, str | None]] = attrs.Factory(dict)
    people: dict[str, tuple[str, ...]] = attrs.Factory(dict)
    stamps: dict[str, RawTime] = attrs.Factory(dict)
    zone: str | None = None
    places: dict[str, tuple[Place, str, str | None]] = attrs.Factory(dict)
    reference: date | None = None
    paths: Paths = attrs.Factory(Paths)

    def path(self, element: _Element) -> str:
        """The place of an element in its document, as an XPath of local names."""
        return self.paths.of(element)

    def add(self, kind: RegionKind, text: str | None, origin: str | None = None) -> bool:
        """Add a piece; return whether it held a word."""
        words = clean(text) if text else ""
        if words:
            self.pieces.append(Piece(kind, words, origin))
            self.kinds.add(kind)
        return bool(words)

    def mark(self, start: int, end: int, kind: RegionKind, origin: str | None = None) -> None:
        """Label a stretch of terminal copy."""
        self.cells.append(Cell(start, end, kind, origin=origin))

    def has(self, kind: RegionKind) -> bool:
        """Whether a piece of that kind has been added."""
        return kind in self.kinds

    def put(self, field: str, value: object, rule: str, origin: str | None = None) -> None:
        """Set a field of the article, unless it is set already or the value is empty."""
        if isinstance(value, str):
            value = clean(value)
        if value in (None, "", ()) or field in self.fields:
            return
        self.fields[field] = value
        self.note(field, rule, origin)

    def note(self, field: str, rule: str, origin: str | None = None) -> None:
        """Record the evidence for a field."""
        self.evidence.append(Evidence(rule=f"{self.format}.{rule}", field=field, detail=origin))

    def number(self, field: str, raw: str | None, rule: str, origin: str | None = None) -> None:
        """Set a field to a whole number; other values are ignored."""
        digits = (raw or "").strip()
        if digits.isascii() and digits.isdigit() and len(digits) <= 4:
            self.put(field, int(digits), rule, origin)

    def stamp(self, field: str, raw: str | None, rule: str, origin: str | None = None) -> None:
        """Keep a clock reading for `published`, `updated` or `embargo`; the first one wins."""
        if raw and raw.strip() and field not in self.stamps:
            self.stamps[field] = RawTime(raw.strip(), rule, origin)

    def sign(self, raw: str | None, rule: str, origin: str | None = None) -> None:
        """Keep a name, code or domain that signs the item."""
        if raw and raw.strip():
            self.providers.append((raw, rule, origin))

    def author(self, name: str | None, rule: str, origin: str | None = None) -> None:
        """Keep the name of an author of the item."""
        words = clean(name or "")
        if words:
            self.authors.setdefault(words, (rule, origin))

    def locate(
        self,
        name: str | None,
        rule: str,
        origin: str | None = None,
        *,
        region: str | None = None,
        country: str | None = None,
    ) -> None:
        """Keep the place given by the format; `country` as alpha-3."""
        words = clean(name or "")
        if region is None and "," in words:
            words, _, region = (part.strip() for part in words.partition(","))
        if words:
            self.places.setdefault(words, (Place(name=words, region=region or None, country=country), rule, origin))
