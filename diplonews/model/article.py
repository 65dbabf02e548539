"""A parsed article: its parts, its time of publication and its place of filing."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from functools import cached_property

import attrs

from diplonews.model.shown import Shown
from diplonews.model.span import Evidence, Span, shown

__all__ = ["Article", "Byline", "Dateline", "Place", "Region", "RegionKind", "Timestamp"]


class RegionKind(StrEnum):
    """The kind of a stretch of text, in the IPTC's terms where they exist.

    Attributes:
        HEADLINE: the headline.
        DECK: the line under it that sums the story up.
        BYLINE: who wrote the story.
        DATELINE: where (and when) it was filed, up to the dash.
        TIMESTAMP: when it was published or updated.
        BODY: a paragraph of the story.
        CAPTION: the words under a picture.
        CREDIT: the agency or photographer, in brackets or on a line of its own.
        SLUG: the newsroom's working name, codes, update marks.
        NOTE: a remark to editors or readers: *(Adds detail)*.
        SIGNOFF: the closing line that says who reported and edited.
        END_MARK: a sign that the story ends.
        BOILERPLATE: menus, links, notices and whatever else is not the story.
        DUPLICATE: words that repeat an earlier region.
        WHITESPACE: white space between the others.
    """

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
        kind: its kind.
        duplicate_of: for a DUPLICATE, the earlier stretch that it repeats.
        origin: in a machine format, the position of the words in the input (an XPath, a JSON
            path, a line); None for plain text, where the span itself is the position.
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
        country: ISO 3166 alpha-3, or None if the name alone does not determine it.
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
    """The place (and sometimes the day and the agency) of filing.

    Attributes:
        span: from the first place to the dash, without the white space after it.
        places: in text order; empty if only an agency is printed.
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
    """The time at which an article was published or updated.

    Attributes:
        span: where it is printed; None if a machine format has it outside the text, or if
            the caller gave it (`parse_article(raw, published=...)`).
        instant: aware datetime, or None if the zone or the time of day is not known.
        local: the clock reading as printed or given: a `date` if there is no time of day, else
            a datetime without a zone.
        timezone: IANA name or offset (`+09:00`) that turns `local` into `instant`, or None.
        timezone_source: the source of the zone: `printed`, `given` (by the caller), `outlet`, `agency` or
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
    """The writers of an article.

    Attributes:
        text: the line as printed, with its `By`.
        names: persons, in order, as printed.
        provider: the agency, if the byline names one.
        span: its characters, or None in a machine format that has it outside the text.
    """

    text: str
    names: tuple[str, ...] = ()
    provider: str | None = None
    span: Span | None = None

    def __repr__(self) -> str:
        return f"<Byline {shown(self.text, 60)}>"


@attrs.frozen(kw_only=True)
class Article(Shown):
    """One article: its text, and the kind of every part of it.

    `text` of plain text and of terminal formats is the input itself. For XML, JSON, SGML and
    HTML it is the text content of the item in reading order; each region's `origin` gives its
    position in the input. All spans count characters of `text`.

    Invariant: `"".join(r.span.of(text) for r in regions) == text`.

    Attributes:
        text: the text that all spans refer to.
        format: name of the parser that read it.
        regions: a partition of `text`, in order.
        headline: as printed; None if there is none. In a machine format, an item without
            a headline is listed under the first 100 characters of its body (and `…`): the
            evidence then has the rule `<format>.beginning`, and no region is a HEADLINE.
        deck: the line under the headline that sums the story up, as printed, or None.
        bylines: in text order.
        provider: the agency whose copy it is (`Reuters`), or None.
        outlet: its publisher (`The Korea Herald`), or None.
        dateline: the place of filing, or None.
        published: when the first version appeared, or None if not given.
        updated: when the current version appeared, or None if not given.
        language: BCP 47 tag if the input states it, or the script shows it; else None. For a page, the tag
            that it states, unless its words contradict it; else the language of its words.
        paragraphs: the body's paragraphs, without dateline and closing credit, in order.
        body: the words of these paragraphs, joined by one blank line.
        captions: as printed, in order.
        credits: as printed, in order.
        slugline: the newsroom's working name for the story (IPTC), or None.
        keywords: as the format gives them, in order.
        subjects: names or codes of the subjects that the format gives, in order.
        urgency: 1 (most urgent) to 9, as the format gives it (IPTC), or None.
        version: the number or name of the version, as the format gives it, or None.
        status: `usable`, `withheld` or `canceled` (the story is killed), the IPTC's state of publication,
            if the format has it.
        identifier: what the format, the file or the caller identifies the article by, or None.
        url: the address of the article, as given by the page, a feed or the caller; else None.
        usage_terms: what the provider allows (IPTC), or None.
        embargo: the aware datetime until which it must not be published, or None.
        note: what the provider tells editors, or None.
        anchor: the calendar day that relative dates count from: the day in the dateline's
            zone at the instant of publication, or the one that the caller gave as `anchor=`; None
            if no date is known.
        evidence: the evidence for each field.
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
