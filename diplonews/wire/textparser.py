"""Parsers for plain text: each declares the form of one source's copy.

A user's parser declares its name, its marks and an example; the layout engine does the rest.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache, cached_property
from typing import Any, ClassVar

import attrs

from diplonews.lexicons.agencies import find_agency, load_agencies
from diplonews.model import RegionKind
from diplonews.patterns import lazy_re
from diplonews.wire.base import Articles, Copy
from diplonews.wire.furniture import as_forms, credited_agency, furniture
from diplonews.wire.layout import Profile, read_text

__all__ = ["Example", "Mark", "MarkIndex", "TextParser", "compile_mark", "compile_profile"]

HEAD_CHARACTERS = 1_500
TAIL_CHARACTERS = 500
HIGHEST_SCORE = 0.95
# an agency's name shows who wrote the copy, not which site prints it: pages come first
HIGHEST_AGENCY_SCORE = 0.7
# and one sure sign of a page outweighs any agency
AGENCY_SHARE = 0.78

DATE_WORDS = (
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2}[ -][A-Z][a-z]{2,8}\.?,?[ -]\d{4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}"
    r"|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})"
)
TIME_WORDS = r"\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[APap]\.?[Mm]\.?)?"
# "(Yonhap)", "/TASS/", "(dpa)" in the head or at the end; "By Yonhap" at the start of a line
CREDITED = lazy_re(r"[(/]\s?([^()/\n]{2,40}?)\s?[)/]")
BYLINE = lazy_re(r"(?m)^[^\S\n]{0,8}(?:By|BY) ([A-Z][^\n,|]{1,40}?)(?=Published|Updated|[,|\n]|$)")
# marks are in short lines or at the ends of long ones: the middle of a paragraph is left out
SHORT_LINE_CHARACTERS = 130
LONG_LINE_CHARACTERS = 180
LINE_ENDS = lazy_re(r"[^\S\n]{0,20}(?:\n|$)")
NUL = lazy_re("\0")
NUL_IN_WORD = lazy_re("(?<=\\w)\0(?=\\w)")
TEXTS_BEFORE_FINDER = 16
NEVER = "(?!)"
SIGNALS = (("dateline", 0.5), ("byline", 0.35), ("credit", 0.3))


@attrs.frozen
class Mark:
    """A sign that copy comes from one source.

    Attributes:
        pattern: regular expression, searched in the first 1,500 and the last 500 characters,
            the middle of long lines left out; `^` and `$` match at lines, and one that has both
            is searched in lines of at most 130 characters. `{date}`, `{time}` and `{agency}` match any of them.
        weight: how much it adds to the score, 0 to 1.
        needle: characters that must occur for the pattern to be tried (it saves time), or "".
    """

    pattern: str
    weight: float = 0.5
    needle: str = ""


@attrs.frozen(kw_only=True)
class Example:
    """An article in the source's exact form, and the expected fields.

    Only the given fields are compared. Write the text yourself: an invented event.

    Attributes:
        raw: the article.
        headline: the headline.
        deck: the line under it.
        provider: the agency.
        outlet: the publisher.
        published: ISO date or datetime; with an offset it is compared with the instant.
        place: the first place of the dateline.
        timezone: IANA zone of that place.
        names: the persons of the bylines.
        slug: words of the region of that kind.
        caption: words of the first caption.
        credit: words of the credit.
        body_start: the first words of the body.
        body_end: its last words.
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
def compile_mark(pattern: str) -> re.Pattern[str]:
    """The compiled pattern of a mark, with its `{date}`, `{time}` and `{agency}` filled in."""
    if "{agency}" in pattern:
        forms = {form for agency in load_agencies() for form in agency.forms}
        words = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
        pattern = pattern.replace("{agency}", f"(?:{words})")
    return re.compile(pattern.replace("{date}", DATE_WORDS).replace("{time}", TIME_WORDS), re.MULTILINE)


@attrs.frozen(kw_only=True, eq=False)
class _Signals:
    """The text searched for marks, cut and scanned once for all parsers."""

    window: str
    short: str
    agencies: Mapping[str, float]


def _signals(copy: Copy) -> _Signals:
    known: _Signals | None = copy.memo.get("signals")
    if known is None:
        text = copy.text
        head = text[:HEAD_CHARACTERS]
        tail = text[max(len(head), len(text) - TAIL_CHARACTERS) :]
        agencies = _agencies(head, tail)
        lines, last = _tidy(head), _tidy(tail)
        known = copy.memo["signals"] = _Signals(
            window="\n".join((*lines, *last)),
            short="\n".join(line for line in (*lines, *last) if 0 < len(line) <= SHORT_LINE_CHARACTERS),
            agencies=agencies,
        )
    return known


def _tidy(window: str) -> list[str]:
    """The lines without white space at their ends; long ones lose their middle, which holds no marks."""
    lines = [line.rstrip() for line in window.splitlines()]
    return [line if len(line) <= LONG_LINE_CHARACTERS else f"{line[:90]}…{line[-50:]}" for line in lines]


def _agencies(head: str, tail: str) -> dict[str, float]:
    """Agencies credited in the head, in a byline and at the end, with the weight of each sign."""
    found: dict[str, set[str]] = {}
    for match in CREDITED.finditer(head):
        # at the end of a line it credits a photo or the story, and is not part of a dateline
        name = credited_agency(match[1]) if LINE_ENDS.match(head, match.end()) is None else None
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


@attrs.frozen
class _IndexedMark:
    """A mark with the number of its parser; `whole` if it matches a whole line."""

    pattern: str
    number: int
    weight: float
    whole: bool


def _trie(words: Sequence[str]) -> str:
    """A pattern for the longest of the words at a place, as a tree of prefixes; `words` must be sorted."""
    branches = []
    for first, group in itertools.groupby((word for word in words if word), key=lambda word: word[0]):
        rests = [word[1:] for word in group]
        branches.append(re.escape(first) + (_trie(rests) if any(rests) else ""))
    pattern = f"(?:{'|'.join(branches)})"
    return pattern + "?" if "" in words else pattern


class MarkIndex:
    """The marks of many parsers in one flat list, so that copy is searched only once.

    Args:
        parsers: the classes, which the scores number in this order.
    """

    def __init__(self, parsers: Iterable[type[TextParser]]) -> None:
        self._providers: list[tuple[int, str]] = []
        self._shares: list[float] = []
        self._marks: dict[str, list[_IndexedMark]] = {}
        for number, parser in enumerate(parsers):
            agency_only = parser.provider is not None and parser.outlet is None
            if parser.provider is not None and agency_only:
                self._providers.append((number, parser.provider))
            self._shares.append(AGENCY_SHARE if agency_only else 1.0)
            for mark in parser.marks:
                whole = mark.pattern.removeprefix("(?i:").startswith("^") and mark.pattern.rstrip(")").endswith("$")
                indexed = _IndexedMark(mark.pattern, number, mark.weight, whole)
                self._marks.setdefault(mark.needle, []).append(indexed)
        self._texts = 0

    def _needles(self, window: str) -> set[str]:
        """The needles in the window; found in one pass as soon as compiling the pattern pays off."""
        self._texts += 1
        if self._texts <= TEXTS_BEFORE_FINDER:
            return {needle for needle in self._marks if needle in window}
        loose, heads, finder = self._finder
        found = {needle for needle in loose if needle in window}
        match = finder.search(window)
        while match is not None:
            found.update(heads[match[0]])
            match = finder.search(window, match.start() + 1)
        return found

    @cached_property
    def _finder(self) -> tuple[list[str], dict[str, list[str]], re.Pattern[str]]:
        """The needles to look for one by one, those that each other needle begins with, a pattern for the latter."""
        loose = [needle for needle in self._marks if not needle or needle[0] == " " or needle[0].islower()]
        fixed = sorted(set(self._marks).difference(loose))
        # a needle that is a prefix of another occurs wherever that one does
        heads = {needle: [other for other in fixed if needle.startswith(other)] for needle in fixed}
        return loose, heads, re.compile(_trie(fixed) if fixed else NEVER)

    def scores(self, copy: Copy) -> dict[int, float]:
        """By its number, the score of each parser with a mark in the copy: the sum of their weights, at most 0.95."""
        signals = _signals(copy)
        totals = {
            number: min(signals.agencies[provider], HIGHEST_AGENCY_SCORE)
            for number, provider in (self._providers if signals.agencies else ())
            if provider in signals.agencies
        }
        for needle in sorted(self._needles(signals.window)):
            for mark in self._marks[needle]:
                place = signals.short if mark.whole else signals.window
                if needle in place and compile_mark(mark.pattern).search(place) is not None:
                    totals[mark.number] = totals.get(mark.number, 0.0) + mark.weight
        return {number: min(total, HIGHEST_SCORE) * self._shares[number] for number, total in totals.items()}


@cache
def _own_index(parser: type[TextParser]) -> MarkIndex:
    return MarkIndex([parser])


class TextParser:
    r"""Base of the parsers for plain text: subclasses are declarations.

    Attributes:
        name: the format's name, lower case with hyphens.
        provider: the agency that wrote the copy (its name in the agencies table), or None.
        outlet: the outlet that prints it, or None.
        timezone: IANA zone of the clock readings printed without a zone, or None.
        country: alpha-3 of the outlet, which decides between readings of `IST`, or None.
        language: BCP 47 tag of the copy, or None.
        date_order: `mdy` or `dmy` for dates in digits alone, or None.
        marks: signs of this source; see `Mark`.
        boilerplate, slugs, notes, signoffs, end_marks: patterns of whole lines, in addition
            to those common to all copy.
        valid_until: last day on which the source used this form, or None.
        examples: at least one `Example`.

    Example:
        >>> class Bulletin(TextParser):
        ...     name = "mfa-bulletin"
        ...     timezone = "Europe/Tallinn"
        ...     marks = (Mark(r"^Ministry Bulletin No\. \d+$"),)
        >>> copy = Copy("Ministry Bulletin No. 7\nEnvoy to visit\n4 March 2021 09:00\nThe envoy will come.")
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
        """The confidence that the copy is in this format: the sum of the weights of the marks found, at most 0.95.

        A subclass with a `score` of its own is asked separately; all others are scored in one pass.
        """
        own: Any = type(self)
        return _own_index(own).scores(copy).get(0, 0.0)

    def parse(self, copy: Copy) -> Articles:
        """The one article of the copy. Never raises for text.

        A NUL is read as a space, inside a word as U+FFFD, as in browsers; `Article.text` keeps it.
        """
        own: Any = type(self)
        article = read_text(_without_nul(copy.text), compile_profile(own), copy.reference)
        return Articles([article if article.text == copy.text else attrs.evolve(article, text=copy.text)])


def _without_nul(text: str) -> str:
    return NUL.sub(" ", NUL_IN_WORD.sub("\ufffd", text)) if "\0" in text else text


@cache
def compile_profile(parser: type[TextParser]) -> Profile:
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
