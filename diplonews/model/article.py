"""A parsed article: its parts, when it was published and where it was filed."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from functools import cached_property

import attrs

from diplonews.model.shown import Shown
from diplonews.model.span import Evidence, Span, shown

__all__ = ["Article", "Byline", "Dateline", "Place", "Region", "RegionKind", "Timestamp"]


class RegionKind(StrEnum):
    """What a stretch of the text is. Terms of the IPTC where it has one."""

    HEADLINE = "HEADLINE"
    DECK = "DECK"
    BYLINE = "BYLINE"
    DATELINE = "DATELINE"
    TIMESTAMP = "TIMESTAMP"
    BODY = "BODY"
    CAPTION = "CAPTION"
    CREDIT = "CREDIT"
    SLUG = "SLUG"
    NOTE = "NOTE"
    SIGNOFF = "SIGNOFF"
    END_MARK = "END_MARK"
    BOILERPLATE = "BOILERPLATE"
    DUPLICATE = "DUPLICATE"
    WHITESPACE = "WHITESPACE"


@attrs.frozen(kw_only=True)
class Region:
    """One cell of the partition of an article's text.

    Attributes:
        span: its characters.
        kind: what it is.
        duplicate_of: for a DUPLICATE, the earlier stretch that it repeats.
        origin: in a machine format, where the words stand in the input (an XPath, a JSON
            path, a line); None for plain text, where the span itself is the place.
    """

    span: Span
    kind: RegionKind
    duplicate_of: Span | None = None
    origin: str | None = None

    def __repr__(self) -> str:
        return f"<Region {self.kind.name} {self.span.start}:{self.span.end}>"


@attrs.frozen(kw_only=True)
class Place:
    """A place of a dateline.

    Attributes:
        name: as printed, without its region: `COMMACK`, `Seoul`.
        region: the state, province or country printed after it, or None.
        country: ISO 3166 alpha-3, or None when the name alone does not tell.
        timezone: IANA name, or None.
    """

    name: str
    region: str | None = None
    country: str | None = None
    timezone: str | None = None

    def __repr__(self) -> str:
        return f"<Place {shown(self.name, 40)} {self.country} {self.timezone}>"


@attrs.frozen(kw_only=True)
class Dateline:
    """Where (and sometimes when, and for whom) the story was filed.

    Attributes:
        span: from the first place to the dash, white space after it left out.
        places: in text order; empty where only an agency is printed.
        date: the filing day, local to the place, or None if not printed.
        agency: as printed, without brackets, or None.
    """

    span: Span
    places: tuple[Place, ...] = ()
    date: date | None = None
    agency: str | None = None

    def __repr__(self) -> str:
        names = "/".join(place.name for place in self.places)
        return f"<Dateline {shown(names, 40)} agency={shown(self.agency, 30)} {self.span.start}:{self.span.end}>"


@attrs.frozen(kw_only=True)
class Timestamp:
    """When an article was published or updated.

    Attributes:
        span: where it is printed; None where a machine format keeps it outside the text, and
            where the caller gave it (`parse_article(raw, published=...)`).
        instant: aware datetime, or None when the zone or the time of day is not known.
        local: the clock reading as printed or given: a `date` where there is no time of day, else
            a datetime without a zone.
        timezone: IANA name or offset (`+09:00`) that turns `local` into `instant`, or None.
        timezone_source: who says so: `printed`, `given` (by the caller), `outlet`, `agency` or
            `dateline`; None if no zone is known.
    """

    span: Span | None = None
    instant: datetime | None = None
    local: date | datetime
    timezone: str | None = None
    timezone_source: str | None = None

    def __repr__(self) -> str:
        return f"<Timestamp {self.local.isoformat()} {self.timezone} ({self.timezone_source})>"


@attrs.frozen(kw_only=True)
class Byline:
    """Who wrote it.

    Attributes:
        text: the line as printed, with its `By`.
        names: persons, in order, as printed.
        provider: the agency, where the byline names one.
        span: where it stands, or None in a machine format that keeps it outside the text.
    """

    text: str
    names: tuple[str, ...] = ()
    provider: str | None = None
    span: Span | None = None

    def __repr__(self) -> str:
        return f"<Byline {shown(self.text, 60)}>"


@attrs.frozen(kw_only=True)
class Article(Shown):
    """One article: the text and what every part of it is.

    `text` of plain text and of terminal formats is the input itself. For XML, JSON, SGML and
    HTML it is the text content of the item in reading order; each region's `origin` says
    where in the input it stands. All spans count characters of `text`.

    Invariant: `"".join(r.span.of(text) for r in regions) == text`.

    Attributes:
        text: the words that everything points into.
        format: name of the parser that read it.
        regions: a partition of `text`, in order.
        headline, deck: as printed; None if there is none. In a machine format, an item without
            a headline is listed under the first 100 characters of its body (and `…`): the
            evidence then has the rule `<format>.beginning`, and no region is a HEADLINE.
        bylines: in text order.
        provider: the agency whose copy it is (`Reuters`), or None.
        outlet: who published it (`The Korea Herald`), or None.
        dateline: where it was filed, or None.
        published, updated: see `Timestamp`; None if not given.
        language: BCP 47 tag if the input states it, or the script shows it; else None. Of a page, the tag
            that it states and its words do not contradict, else the language of its words.
        paragraphs: the body's paragraphs, without dateline and closing credit, in order.
        captions, credits: as printed, in order.
        slugline, keywords, subjects, urgency, version, identifier, usage_terms, embargo,
        note: the IPTC fields of that name, where the format carries them.
        status: `usable`, `withheld` or `canceled` (the story is killed), the IPTC's state of publication,
            where the format carries it.
        url: where the article can be read, as the page, a feed or the caller says; else None.
        anchor: the calendar day that relative dates count from: the day in the dateline's
            zone at the instant of publication, or the one that the caller gave as `anchor=`; None
            if no date is known.
        evidence: how each field is known.
    """

    text: str
    format: str
    regions: tuple[Region, ...] = ()
    headline: str | None = None
    deck: str | None = None
    bylines: tuple[Byline, ...] = ()
    provider: str | None = None
    outlet: str | None = None
    dateline: Dateline | None = None
    published: Timestamp | None = None
    updated: Timestamp | None = None
    language: str | None = None
    paragraphs: tuple[Span, ...] = ()
    captions: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    slugline: str | None = None
    keywords: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    urgency: int | None = None
    version: str | None = None
    status: str | None = None
    identifier: str | None = None
    url: str | None = None
    usage_terms: str | None = None
    embargo: datetime | None = None
    note: str | None = None
    anchor: date | None = None
    evidence: tuple[Evidence, ...] = ()

    @cached_property
    def body(self) -> str:
        """The paragraphs, joined by one blank line.

        Example:
            >>> print(Article(text="One. Two.", format="x", paragraphs=(Span(0, 4), Span(5, 9))).body)
            One.
            <BLANKLINE>
            Two.
        """
        return "\n\n".join(span.of(self.text) for span in self.paragraphs)

    def regions_of(self, *kinds: RegionKind) -> tuple[Region, ...]:
        """The regions of the given kinds, in text order."""
        return tuple(region for region in self.regions if region.kind in kinds)

    def __repr__(self) -> str:
        day = self.published.local.isoformat() if self.published is not None else None
        return f"<Article {self.format} {shown(self.headline, 50)} {day} {len(self.paragraphs)} paragraphs>"
