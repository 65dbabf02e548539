"""Fields given by the caller: they fill what is not printed, and never replace what is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime, time, timedelta

import attrs

from diplonews.lexicons.agencies import find_agency, fold_form
from diplonews.lexicons.timezones import zone_of
from diplonews.model import Article, Evidence, Timestamp
from diplonews.moments import Moment, day_of, read_moment
from diplonews.wire.instants import anchor_of, make_timestamp
from diplonews.wire.registry import default_registry

__all__ = ["Given", "differences"]

GIVEN, DIFFERS = "given", "given.differs"
BEGINNING = ".beginning"  # ending of the rule for a makeshift headline: the first words of the body
ONLY_UPDATE = "timestamp.only-update"
SAME_MOMENT = timedelta(minutes=1)  # pages print no seconds


@attrs.frozen(kw_only=True)
class Given:
    """The arguments of `parse_article` beside the copy.

    Attributes:
        published: a date or datetime, or None.
        words: the other given fields of `Article`, by name.
    """

    published: date | None
    words: Mapping[str, str]

    @classmethod
    def of(cls, published: Moment | None, **words: str | None) -> Given:
        """Check the arguments; None and blank words count as not given.

        Raises:
            TypeError: for words that are not a `str`; also as in `read_moment`.
            ValueError: as in `read_moment`.
        """
        for field, value in words.items():
            if value is not None and not isinstance(value, str):
                raise TypeError(f"{field} must be a str or None (got {type(value).__name__}: {value!r:.60})")
        known = {field: value.strip() for field, value in words.items() if value is not None and value.strip()}
        moment = read_moment(published, "published")
        if isinstance(moment, datetime) and moment.tzinfo is None and moment.time() == time.min:
            moment = moment.date()  # how tables store a day
        return cls(published=moment, words=known)

    @property
    def day(self) -> date | None:
        """The day of publication, for copy that prints no year."""
        return day_of(self.published)

    def complete(self, article: Article) -> Article:
        """The article, its gaps filled with the given fields; `differences` lists the disagreements.

        If a given and a printed value agree, the more complete one is used: a given time of day or zone
        completes a printed date.
        """
        for field, value in self.words.items():
            article = _with_words(article, field, value)
        return article if self.published is None else _with_day(article, self.published)


def differences(article: Article) -> Iterator[str]:
    """The given values that differ from the printed ones, a sentence each."""
    for item in article.evidence:
        if item.rule == DIFFERS:
            yield f"{item.field} is {item.detail}"


def _differing(article: Article, field: str, given: object, printed: object) -> Article:
    note = Evidence(rule=DIFFERS, field=field, detail=f"given as {given!r:.100}; {printed!r:.100} is printed and kept")
    return attrs.evolve(article, evidence=(*article.evidence, note))


def _filled(article: Article, field: str, **changes: object) -> Article:
    """The article with changed fields; `field` is marked as given."""
    evidence = [item for item in article.evidence if item.field != field or not item.rule.endswith(BEGINNING)]
    changes["evidence"] = (*evidence, Evidence(rule=GIVEN, field=field))
    return attrs.evolve(article, **changes)  # type: ignore[arg-type]


# ---------------------------------------------------------------- words


def _with_words(article: Article, field: str, value: str) -> Article:
    printed: str | None = getattr(article, field)
    if printed is None or any(item.field == field and item.rule.endswith(BEGINNING) for item in article.evidence):
        filled = _filled(article, field, **{field: _agency_name(value) if field == "provider" else value})
        return _zoned(filled) if field in ("provider", "outlet") else filled
    return article if _key(field, value) == _key(field, printed) else _differing(article, field, value, printed)


def _agency_name(name: str) -> str:
    """The name of an agency as the table of agencies has it; any other name unchanged."""
    agency = find_agency(name)
    return agency.name if agency is not None else name


def _key(field: str, value: str) -> str:
    """The key by which two values of a field are compared: names and headlines without case and punctuation.

    An address is compared without scheme, `www.`, anchor and last slash.
    """
    if field == "provider":
        return fold_form(_agency_name(value))
    if field == "outlet":
        from diplonews.wire.outlets import outlet_key

        return outlet_key(value)
    if field == "url":
        return value.partition("#")[0].rpartition("//")[2].removeprefix("www.").rstrip("/")
    return fold_form(value) if field == "headline" else value


# ---------------------------------------------------------------- moments


def _outlet_zone(article: Article) -> str | None:
    """The zone of the outlet's clock, from the article's parser or another parser of that outlet."""
    from diplonews.wire.outlets import outlet_key, outlet_zone

    same: str | None = None
    for parser in default_registry():
        zone: str | None = getattr(parser, "timezone", None)
        outlet: str | None = getattr(parser, "outlet", None)
        if zone is not None and parser.name == article.format:
            return zone
        if outlet and article.outlet and outlet_key(outlet) == outlet_key(article.outlet):
            same = same or zone
    return same or (outlet_zone([article.outlet]) if article.outlet else None)


def _zoned(article: Article) -> Article:
    """The article; its clock readings without a zone get the zone of a newly known outlet or agency."""
    stamps = {field: stamp for field, stamp in _stamps(article) if stamp.timezone is None}
    if not stamps:
        return article
    agency = find_agency(article.provider) if article.provider is not None else None
    zones = {"outlet": _outlet_zone(article), "agency": agency.timezone if agency is not None else None}
    return _restamped(
        article, {field: make_timestamp(stamp.local, span=stamp.span, **zones) for field, stamp in stamps.items()}
    )


def _stamps(article: Article) -> Iterator[tuple[str, Timestamp]]:
    for field, stamp in (("published", article.published), ("updated", article.updated)):
        if stamp is not None:
            yield field, stamp


def _restamped(article: Article, stamps: Mapping[str, Timestamp]) -> Article:
    """The article with other stamps and, where its anchor came from `published`, another anchor."""
    changed = attrs.evolve(article, **stamps)  # type: ignore[arg-type]
    if article.anchor != anchor_of(article.published, article.dateline):
        return changed
    return attrs.evolve(changed, anchor=anchor_of(changed.published, changed.dateline))


def _with_day(article: Article, moment: date) -> Article:
    given, printed = _stamp(article, moment), article.published
    if printed is not None and _says_more(given, printed):
        return _restamped(_filled(article, "published"), {"published": given})
    if printed is not None and _is_same(given, printed):
        return article
    if printed is None or (_is_update(article) and _is_before(given, printed)):
        filed = article.dateline.date if article.dateline is not None else None
        day = filed if filed is not None else anchor_of(given, article.dateline)
        return _filled(article, "published", published=given, updated=article.updated or printed, anchor=day)
    return _differing(article, "published", moment.isoformat(), printed.local.isoformat())


def _stamp(article: Article, moment: date) -> Timestamp:
    if not isinstance(moment, datetime) or moment.tzinfo is None:
        return make_timestamp(moment, outlet=_outlet_zone(article))
    stamp = make_timestamp(moment)
    zone = getattr(moment.tzinfo, "key", None) or stamp.timezone
    return attrs.evolve(stamp, timezone=zone, timezone_source=GIVEN)


def _is_same(given: Timestamp, printed: Timestamp) -> bool:
    """Whether the two agree, as far as both are precise."""
    if given.instant is not None and printed.instant is not None:
        return abs(given.instant - printed.instant) < SAME_MOMENT
    local = given.local
    zone = zone_of(printed.timezone) if printed.timezone is not None else None
    if given.instant is not None and zone is not None:
        with suppress(OverflowError):  # the first and the last day of the calendar
            local = given.instant.astimezone(zone).replace(tzinfo=None)
    if isinstance(local, datetime) and isinstance(printed.local, datetime):
        return abs(local - printed.local) < SAME_MOMENT
    return day_of(local) == day_of(printed.local)


def _is_update(article: Article) -> bool:
    """Whether the only printed moment is that of an update, used as the publication."""
    rules = [item.rule for item in article.evidence if item.field == "published"]
    return ONLY_UPDATE in rules or (not rules and any(item.field == "updated" for item in article.evidence))


def _is_before(given: Timestamp, printed: Timestamp) -> bool:
    """Whether a given moment may lie before a printed one."""
    if given.instant is not None and printed.instant is not None:
        return given.instant < printed.instant
    return day_of(given.local) <= day_of(printed.local)


def _says_more(given: Timestamp, printed: Timestamp) -> bool:
    """Whether the given moment agrees with the printed one and adds a time of day or a zone."""
    adds_time = isinstance(given.local, datetime) and not isinstance(printed.local, datetime)
    adds_zone = given.instant is not None and printed.instant is None
    return (adds_time or adds_zone) and _is_same(given, printed)
