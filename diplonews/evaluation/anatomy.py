"""Scores of the parser: the kinds of the regions, and the fields."""

from __future__ import annotations

import re
from datetime import date, datetime
from itertools import groupby

from diplonews.evaluation.align import LOST
from diplonews.evaluation.subject import Subject
from diplonews.evaluation.tally import OutcomeKind, Tally, context
from diplonews.model import Byline, RegionKind, Span, Timestamp

__all__ = ["score_fields", "score_regions"]

WORDS_OF_THE_STORY = frozenset({RegionKind.HEADLINE, RegionKind.DECK, RegionKind.BODY, RegionKind.CAPTION})
ISO_DAY_CHARACTERS = len("2024-03-05")
BY = re.compile(r"by\b[:\s]*", re.IGNORECASE)


def score_regions(subject: Subject, tally: Tally) -> None:
    """Score the share of the characters, except white space, in a region of the right kind.

    Text that the parser leaves out is wrong, except boilerplate, which does not count.
    """
    found: list[RegionKind | None] = [None] * len(subject.text)
    for region in subject.found.article.regions:
        found[region.span.start : region.span.end] = [region.kind] * len(region.span)
    text = subject.given.text
    judged = [
        (at, wanted, None if subject.places[at] == LOST else found[subject.places[at]])
        for at, wanted in enumerate(subject.given.kinds())
        if not text[at].isspace() and (wanted is not RegionKind.BOILERPLATE or subject.places[at] != LOST)
    ]
    tally.share("regions", "right", sum(wanted is given for _, wanted, given in judged), len(judged))
    for (wanted, given), run in groupby(judged, key=lambda one: one[1:]):
        if wanted is not given:
            places = [at for at, *_ in run]
            words = context(text, [Span(places[0], places[-1] + 1)])
            predicted = given.name if given is not None else "no text of the article"
            tally.note("regions", "wrong", words, predicted=predicted, expected=wanted.name)


def score_fields(subject: Subject, tally: Tally) -> None:
    """Score the share of articles in which a field is right, among those where gold or the parser gives one.

    The moment of publication and the anchor are scored if the copy prints the year, or the parser gives one.
    """
    fields, article = subject.given.fields, subject.found.article
    for name in ("headline", "provider", "outlet"):
        given = getattr(article, name)
        _score_field(subject, tally, name, given, right=_same(fields.get(name), given))
    lines = "; ".join(byline.text for byline in article.bylines) or None
    _score_field(subject, tally, "bylines", lines, right=_same_bylines(fields.get("bylines"), article.bylines))
    if article.published is not None or _prints_year(subject):
        stamp = article.published
        moment = (stamp.instant or stamp.local).isoformat() if stamp is not None else None
        _score_field(subject, tally, "published", moment, right=_same_moment(fields.get("published"), stamp))
        day = article.anchor.isoformat() if article.anchor is not None else None
        _score_field(subject, tally, "anchor", day, right=article.anchor == subject.given.anchor)


def _score_field(subject: Subject, tally: Tally, name: str, given: str | None, *, right: bool) -> None:
    anchor = subject.given.anchor.isoformat() if subject.given.anchor is not None else None
    wanted = anchor if name == "anchor" else subject.given.fields.get(name)
    if wanted is None and given is None:
        tally.share("fields", name, 0, 0)
        return
    tally.share("fields", name, right, 1)
    kind: OutcomeKind = "right" if right else "missed" if given is None else "false" if wanted is None else "wrong"
    rule = next((one.rule for one in subject.found.article.evidence if one.field == name), "")
    tally.note("fields", kind, name, rule=rule, predicted=given or "", expected=wanted or "")


def _folded(value: str) -> str:
    return " ".join(value.casefold().split())


def _same(wanted: str | None, given: str | None) -> bool:
    return wanted is not None and given is not None and _folded(wanted) == _folded(given)


def _same_bylines(wanted: str | None, given: tuple[Byline, ...]) -> bool:
    """Whether all names are found and no other persons; a byline without persons goes by its words or its agency."""
    names = {_folded(name) for name in (wanted or "").split(";") if name.strip()}
    persons = {_folded(name) for byline in given for name in byline.names}
    others = {_folded(BY.sub("", byline.text, count=1)) for byline in given}
    others |= {_folded(byline.provider) for byline in given if byline.provider is not None}
    return bool(names) and persons <= names and names <= persons | others


def _same_moment(wanted: str | None, stamp: Timestamp | None) -> bool:
    """Whether it is the same day, clock reading or instant, as precisely as the gold states it."""
    if wanted is None or stamp is None:
        return False
    if len(wanted) == ISO_DAY_CHARACTERS:
        local = stamp.local.date() if isinstance(stamp.local, datetime) else stamp.local
        return local == date.fromisoformat(wanted)
    moment = datetime.fromisoformat(wanted)
    return stamp.local == moment if moment.tzinfo is None else stamp.instant == moment


def _prints_year(subject: Subject) -> bool:
    """Whether the year of publication is printed outside the story; wires often print `March 5` alone."""
    gold = subject.given
    if gold.anchor is None:
        return True
    year = str(gold.anchor.year)
    if gold.raw is not None:
        return year.encode() in gold.raw
    kinds = gold.kinds()
    return any(kinds[found.start()] not in WORDS_OF_THE_STORY for found in re.finditer(year, gold.text))
