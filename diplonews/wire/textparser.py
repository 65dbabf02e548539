"""Parsers for plain text: a declaration of what one source's copy looks like.

A parser of one's own says its name, its marks and an example; the layout engine does the rest.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, ClassVar

import attrs

from diplonews.lexicons.agencies import find_agency, load_agencies
from diplonews.model import RegionKind
from diplonews.wire.base import Articles, Copy
from diplonews.wire.furniture import as_forms, credited_agency, furniture
from diplonews.wire.layout import Profile, read_text

__all__ = ["Example", "Mark", "TextParser"]

HEAD_CHARACTERS = 1_500
TAIL_CHARACTERS = 500
HIGHEST_SCORE = 0.95
# an agency's name shows whose copy it is, not on whose page: pages come first
HIGHEST_AGENCY_SCORE = 0.7

DATE_WORDS = (
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2}[ -][A-Z][a-z]{2,8}\.?,?[ -]\d{4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}"
    r"|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})"
)
TIME_WORDS = r"\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[APap]\.?[Mm]\.?)?"
# "(Yonhap)", "/TASS/", "(dpa)" in the head or at the end; "By Yonhap" at the start of a line
CREDITED = re.compile(r"[(/]\s?([^()/\n]{2,40}?)\s?[)/]")
BYLINE = re.compile(r"(?m)^[^\S\n]{0,8}(?:By|BY) ([A-Z][^\n,|]{1,40}?)(?=Published|Updated|[,|\n]|$)")
SIGNALS = (("dateline", 0.5), ("byline", 0.35), ("credit", 0.3))


@attrs.frozen
class Mark:
    """A sign that copy is of one source.

    Attributes:
        pattern: regular expression, searched in the first 1,500 and the last 500 characters;
            `^` and `$` match at lines. `{date}`, `{time}` and `{agency}` stand for any of them.
        weight: how much it adds to the score, 0 to 1.
        needle: characters that must occur for the pattern to be tried (it saves time), or "".
    """

    pattern: str
    weight: float = 0.5
    needle: str = ""


@attrs.frozen(kw_only=True)
class Example:
    """An article in the source's exact form and what is to be read from it.

    Only the fields that are given are compared. Write the text yourself: an invented event.

    Attributes:
        raw: the article.
        headline, deck, provider, outlet, body_start, body_end: words, or None if not compared.
        published: ISO date or datetime; with an offset it is compared with the instant.
        place: the first place of the dateline.
        timezone: IANA zone of that place.
        names: the persons of the bylines.
        slug, caption, credit: words of the region of that kind.
    """

    raw: str
    headline: str | None = None
    deck: str | None = None
    provider: str | None = None
    outlet: str | None = None
    published: str | None = None
    place: str | None = None
    timezone: str | None = None
    names: tuple[str, ...] | None = None
    slug: str | None = None
    caption: str | None = None
    credit: str | None = None
    body_start: str | None = None
    body_end: str | None = None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    if "{agency}" in pattern:
        forms = {form for agency in load_agencies() for form in agency.forms}
        words = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
        pattern = pattern.replace("{agency}", f"(?:{words})")
    return re.compile(pattern.replace("{date}", DATE_WORDS).replace("{time}", TIME_WORDS), re.MULTILINE)


@attrs.frozen(kw_only=True, eq=False)
class _Signals:
    """What marks are looked for in, cut and scanned once for all parsers."""

    head: str
    tail: str
    agencies: Mapping[str, float]


def _signals(copy: Copy) -> _Signals:
    known = copy.memo.get("signals")
    if known is None:
        text = copy.text
        head = text[:HEAD_CHARACTERS]
        tail = text[max(len(head), len(text) - TAIL_CHARACTERS) :]
        known = copy.memo["signals"] = _Signals(head=head, tail=tail, agencies=_agencies(head, tail))
    return known  # type: ignore[no-any-return]  # the memo holds anything


def _agencies(head: str, tail: str) -> dict[str, float]:
    """Agencies credited in the head, in a byline and at the end, with the weight of each sign."""
    found: dict[str, set[str]] = {}
    for match in CREDITED.finditer(head):
        name = credited_agency(match[1])
        if name is not None:
            found.setdefault(name, set()).add("dateline")
    for match in BYLINE.finditer(head):
        agency = find_agency(match[1].strip())
        if agency is not None:
            found.setdefault(agency.name, set()).add("byline")
    for match in CREDITED.finditer(tail[-120:] or head[-120:]):
        name = credited_agency(match[1])
        if name is not None:
            found.setdefault(name, set()).add("credit")
    return {name: sum(weight for sign, weight in SIGNALS if sign in signs) for name, signs in found.items()}


class TextParser:
    r"""Base of the parsers for plain text: subclasses are declarations.

    Attributes:
        name: the format's name, lower case with hyphens.
        provider: the agency whose copy it is (its name in the agencies table), or None.
        outlet: who prints it, or None.
        timezone: IANA zone of the clock readings that it prints without one, or None.
        country: alpha-3 of the outlet, which decides between readings of `IST`, or None.
        language: BCP 47 tag of the copy, or None.
        date_order: `mdy` or `dmy` for dates in digits alone, or None.
        marks: signs that copy is its own; see `Mark`.
        boilerplate, slugs, notes, signoffs, end_marks: patterns of whole lines that it has
            beside those that all copy shares.
        valid_until: last day on which the source used this form, or None.
        examples: at least one `Example`.

    Example:
        >>> class Bulletin(TextParser):
        ...     name = "mfa-bulletin"
        ...     timezone = "Europe/Tallinn"
        ...     marks = (Mark(r"^Ministry Bulletin No\\. \\d+$"),)
        >>> copy = Copy("Ministry Bulletin No. 7\\nEnvoy to visit\\n4 March 2021 09:00\\nThe envoy will come.")
        >>> Bulletin().parse(copy)[0].published.instant.isoformat()
        '2021-03-04T09:00:00+02:00'
    """

    name: ClassVar[str]
    opening: ClassVar[str | None] = None
    provider: ClassVar[str | None] = None
    outlet: ClassVar[str | None] = None
    timezone: ClassVar[str | None] = None
    country: ClassVar[str | None] = None
    language: ClassVar[str | None] = None
    date_order: ClassVar[str | None] = None
    marks: ClassVar[tuple[Mark, ...]] = ()
    boilerplate: ClassVar[tuple[str, ...]] = ()
    slugs: ClassVar[tuple[str, ...]] = ()
    notes: ClassVar[tuple[str, ...]] = ()
    signoffs: ClassVar[tuple[str, ...]] = ()
    end_marks: ClassVar[tuple[str, ...]] = ()
    valid_until: ClassVar[date | None] = None
    examples: ClassVar[tuple[Example, ...]] = ()

    def score(self, copy: Copy) -> float:
        """How sure it is that the copy is its own: the weights of the marks found, at most 0.95."""
        signals = _signals(copy)
        total = 0.0
        if self.provider is not None and self.outlet is None:
            total = min(signals.agencies.get(self.provider, 0.0), HIGHEST_AGENCY_SCORE)
        for mark in self.marks:
            if mark.needle and mark.needle not in signals.head and mark.needle not in signals.tail:
                continue
            pattern = _compiled(mark.pattern)
            if pattern.search(signals.head) or (signals.tail and pattern.search(signals.tail)):
                total += mark.weight
        return min(total, HIGHEST_SCORE if self.outlet is not None or self.provider is None else HIGHEST_SCORE - 0.05)

    def parse(self, copy: Copy) -> Articles:
        """The one article of the copy. Never raises for text."""
        return Articles([read_text(copy.text, _profile(type(self)), copy.reference)])


@cache
def _profile(parser: type[TextParser]) -> Profile:
    """The compiled form of a declaration."""
    kinds: tuple[tuple[RegionKind, Any], ...] = (
        (RegionKind.BOILERPLATE, parser.boilerplate),
        (RegionKind.SLUG, parser.slugs),
        (RegionKind.NOTE, parser.notes),
        (RegionKind.SIGNOFF, parser.signoffs),
        (RegionKind.END_MARK, parser.end_marks),
    )
    extra = tuple(
        form for kind, patterns in kinds for form in as_forms(kind, patterns, f"{parser.name}.{kind.name.lower()}")
    )
    agency = find_agency(parser.provider) if parser.provider is not None else None
    return Profile(
        name=parser.name,
        furniture=furniture(extra),
        provider=parser.provider,
        outlet=parser.outlet,
        language=parser.language,
        country=parser.country or (agency.country if agency is not None else None),
        timezone=parser.timezone,
        order=parser.date_order,
    )
