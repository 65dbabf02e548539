"""The facts about a finding and its evidence: pairs of a label and words, for a card or a tooltip."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from diplonews.display.words import called, party, standing
from diplonews.events.explain import explain, way_known
from diplonews.lexicons.confidence import find_confidence
from diplonews.lexicons.states import name_of
from diplonews.model import (
    Actor,
    ActorMention,
    Event,
    Evidence,
    Interval,
    Place,
    Quote,
    QuotePolarity,
    Span,
    TimeExpression,
)

__all__ = ["Facts", "Finding", "facts_of"]

Facts: TypeAlias = "tuple[tuple[str, str], ...]"
Finding: TypeAlias = "TimeExpression | Quote | ActorMention | Event"
GAP = " … "
QUADS = ("", "verbal cooperation", "material cooperation", "verbal conflict", "material conflict")


def facts_of(finding: Finding, text: str) -> Facts:
    """The facts about a date, a quote, a mention of an actor or an event, with the rule and words behind it.

    Args:
        finding: a finding.
        text: the text of its article.

    Returns:
        Labels and words, the most informative first; unknown facts are left out, unless there is a reason to give.

    Example:
        >>> from diplonews import extract_dates
        >>> text = "They met last Tuesday."
        >>> facts_of(extract_dates(text)[0], text)[:3]
        (('Date', 'last Tuesday'), ('Value', 'none'), ('Why', 'no anchor'))
    """
    match finding:
        case TimeExpression():
            pairs = _of_date(finding, text)
        case Quote():
            pairs = _of_quote(finding, text)
        case ActorMention():
            pairs = _of_actor(finding, text)
        case Event():
            pairs = _of_event(finding, text)
    return tuple((label, words) for label, words in pairs if words)


Pairs: TypeAlias = "Iterator[tuple[str, str | None]]"


def _of_date(found: TimeExpression, text: str) -> Pairs:
    yield "Date", found.text
    yield "Value", " ".join(filter(None, (found.value or "none", found.mod)))
    yield "Why", found.reason
    yield "Days", days_of(found.interval)
    yield "How often", " ".join(filter(None, (found.quant, found.freq)))
    yield "Type", found.type.lower()
    yield from _rule(found.evidence, text)


def days_of(interval: Interval | None) -> str:
    """The first day of an interval and, if it is another, the last.

    Example:
        >>> from datetime import date
        >>> days_of(Interval(date(2021, 2, 1), date(2021, 3, 1)))
        '2021-02-01 to 2021-02-28'
    """
    if interval is None:
        return ""
    first, last = interval.first_day.isoformat(), interval.last_day.isoformat()
    return first if first == last else f"{first} to {last}"


def _of_quote(quote: Quote, text: str) -> Pairs:
    speaker = quote.speaker
    yield "Said by", called(speaker) if speaker is not None else "not named in the text"
    yield "As", speaker.role if speaker is not None and speaker.name else None
    yield "For", _country(speaker.country) if speaker is not None else None
    yield "Quote", quote.kind.lower()
    yield "Reported as", quote.polarity.lower() if quote.polarity is not QuotePolarity.ASSERTED else None
    yield "Source", _words((quote.source,), text)
    yield "Cue", _words(quote.cue, text)
    yield "To", _words((quote.audience,), text)
    yield "By way of", _words((quote.via,), text)
    yield "Repeats", _words(quote.duplicate_of or (), text)
    yield from _rule(quote.evidence, text, cues=False)


def _of_actor(mention: ActorMention, text: str) -> Pairs:
    actor = mention.actor
    yield "Actor", party(actor)
    yield "Code", actor.code or "none: the text does not say"
    yield "Name", actor.name
    yield "Role", actor.role
    yield "Sectors", ", ".join(actor.sectors)
    yield "Words", _words((mention.span,), text)
    yield "Known", way_known(actor) + (", though the words do not name it" if actor.implied else "")
    yield "Rule", actor.how


def _of_event(event: Event, text: str) -> Pairs:
    yield "Type", " ".join((event.type.name, *event.modes))
    yield "Class", f"{QUADS[event.quad]}, score {event.score:g}"
    yield "Context", ", ".join(event.contexts)
    yield "Who", _parties(event.actors)
    yield "Whom", _parties(event.recipients)
    yield "When", _when(event.when)
    yield "In force", _when(event.effective) if event.effective is not None else None
    yield "Status", standing(event) or "actual"
    yield "Says who", called(event.speaker) if event.speaker is not None else None
    yield "About", _words((event.object,), text)
    yield "Where", _place(event.place)
    yield "Repeats", _words((event.duplicate_of,), text)
    yield "Because", explain(event, text)
    confidence = find_confidence(event.evidence.rule, event.type.name)
    yield "Accuracy", f"{confidence.share:.0%} of events of this kind are right ({confidence.found} were checked)"
    yield "Rule", event.evidence.rule


def _when(when: TimeExpression | None) -> str:
    if when is None:
        return "the text does not say"
    days = days_of(when.interval)
    return f"{days or when.value or when.reason or 'not known'} (“{when.text}”)"


def _parties(actors: Iterable[Actor]) -> str:
    return "; ".join(_party(actor) for actor in actors)


def _party(actor: Actor) -> str:
    name = party(actor)
    more = ", ".join(part for part in (actor.name, actor.role) if part and part != name)
    return f"{name} ({more})" if more else name


def _country(code: str | None) -> str | None:
    return (name_of(code) or code) if code else None


def _place(place: Place | None) -> str | None:
    return ", ".join(filter(None, (place.name, place.region or _country(place.country)))) if place is not None else None


def _rule(evidence: Evidence, text: str, *, cues: bool = True) -> Pairs:
    yield "Cue", _words(evidence.spans, text) if cues else None
    yield "Note", evidence.detail
    yield "Rule", evidence.rule


def _words(spans: Iterable[Span | None], text: str) -> str:
    return GAP.join(" ".join(span.of(text).split()) for span in spans if span is not None)
