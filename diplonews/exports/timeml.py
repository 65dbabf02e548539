"""Whole documents as TimeML: the text with its time expressions and events marked inline."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import attrs

from diplonews.exports.target import ALL_STATUSES, Options, Target, signature
from diplonews.model import Analysis, Article, Event, EventStatus, Span, TimeExpression

__all__ = ["TARGET", "to_timeml"]

VERSION = "1"
DOCUMENT = """<?xml version="1.0" encoding="UTF-8"?>
<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">
{docid}{dct}<TEXT>{text}</TEXT>
{links}</TimeML>
"""
FIRST_OF_TEXT = 1  # t0 is the document's own date
NAME_CHARACTERS = 80
NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9.-]+")
PARTS_OF_SPEECH = {"v": "VERB", "n": "NOUN"}  # as in the ids of rules: `accuse.v.accuse`


def _write(analyses: Iterable[Analysis], folder: Path, options: Options) -> None:
    for number, analysis in enumerate(analyses, start=1):
        document = to_timeml(
            analysis.article, analysis.dates, events=options.events(analysis), identifier=analysis.id or None
        )
        name = NOT_IN_NAMES.sub("-", analysis.id)[:NAME_CHARACTERS].strip(".-")
        path = folder / f"{number:06d}{'-' if name else ''}{name}{SUFFIX}"
        written = f"{document}<!-- {signature('timeml', VERSION)} -->\n"
        path.write_text(written, encoding="utf-8", newline="\n")


SUFFIX = ".tml"
TARGET = Target(write=_write, statuses=ALL_STATUSES, suffix=SUFFIX)


def _legal(text: str) -> str:
    """The text with characters that XML forbids replaced by spaces."""
    return "".join(
        c if c in "\n\t" or " " <= c <= "\ud7ff" or (c >= "\ue000" and c not in "\ufffe\uffff") else " " for c in text
    )


def _plain(text: str) -> str:
    return escape(_legal(text))


def _timex(found: TimeExpression, tid: str) -> str:
    words = {name: getattr(found, name) for name in ("text", "value", "mod", "quant", "freq")}
    legal: dict[str, Any] = {name: _legal(word) for name, word in words.items() if word is not None}
    return attrs.evolve(found, **legal).to_timeml(tid)


def _times(dates: Iterable[TimeExpression]) -> dict[Span, str]:
    """The id of each expression of time, in text order; those that overlap an earlier one have none."""
    ids: dict[Span, str] = {}
    last = 0
    for found in sorted(dates, key=lambda d: (d.span.start, -d.span.end)):
        if found.span.start >= last and found.span not in ids:
            ids[found.span] = f"t{len(ids) + FIRST_OF_TEXT}"
            last = max(last, found.span.end)
    return ids


def _triggers(events: Iterable[Event], taken: Iterable[Span], text: str) -> dict[Span, list[Event]]:
    """The events by the first span of their trigger, in text order, without those that overlap another mark."""
    found: dict[Span, list[Event]] = {}
    marks = sorted(taken, key=lambda span: span.start)
    ahead, last = 0, 0
    named = (event for event in events if event.trigger)
    for event in sorted(named, key=lambda e: (e.trigger[0].start, -e.trigger[0].end)):
        span = event.trigger[0]
        if span in found:
            found[span].append(event)
            continue
        while ahead < len(marks) and marks[ahead].end <= span.start:
            ahead += 1
        is_free = span.start >= last and not (ahead < len(marks) and marks[ahead].start < span.end)
        if is_free and span.of(text):
            found[span] = [event]
            last = span.end
    return found


def _instance(event: Event, number: int, eid: str) -> str:
    letter = event.evidence.rule.split(".")[1:2]
    pos = PARTS_OF_SPEECH.get("".join(letter), "OTHER")
    polarity = "NEG" if event.status is EventStatus.NEGATED else "POS"
    return (
        f'<MAKEINSTANCE eiid="ei{number}" eventID="{eid}" tense="NONE" aspect="NONE" pos="{pos}" '
        f'polarity="{polarity}"/>\n'
    )


def _link(number: int, tid: str) -> str:
    return f'<TLINK lid="l{number}" eventInstanceID="ei{number}" relatedToTime="{tid}" relType="IS_INCLUDED"/>\n'


def to_timeml(
    article: Article | str,
    dates: Iterable[TimeExpression],
    *,
    events: Iterable[Event] = (),
    dct: date | None = None,
    identifier: str | None = None,
) -> str:
    """A TimeML document: identifier, creation time, and the text with its marks.

    Each expression of time is a TIMEX3. The trigger of an event is an EVENT of class OCCURRENCE
    with a MAKEINSTANCE for each event that it names, and a TLINK to the event's own time if
    that is marked. Tense and aspect are not determined: they are NONE.

    Args:
        article: the text with the findings, an article or a `str`.
        dates: expressions of that text; one that overlaps an earlier one is left out.
        events: events of that text; an event is left out if its trigger overlaps another mark.
        dct: the document's creation time; default: the article's anchor.
        identifier: default: the article's own.

    Returns:
        XML text. White space and wording are those of the input; characters that XML
        forbids become spaces.

    Example:
        >>> from diplonews import extract_dates
        >>> text = "Talks resumed Friday."
        >>> day = date(2021, 2, 10)
        >>> print(to_timeml(text, extract_dates(text, anchor=day), dct=day).splitlines()[3])
        <TEXT>Talks resumed <TIMEX3 tid="t1" type="DATE" value="2021-02-05">Friday</TIMEX3>.</TEXT>

    Source: TimeML 1.2.1, annotation guidelines and schema.
    """
    text = article if isinstance(article, str) else article.text
    if isinstance(article, Article):
        dct = dct if dct is not None else article.anchor
        identifier = identifier if identifier is not None else article.identifier
    given = tuple(dates)
    times = _times(given)
    triggers = _triggers(events, times, text)
    return DOCUMENT.format(
        docid="" if identifier is None else f"<DOCID>{_plain(identifier)}</DOCID>\n",
        dct=_creation(dct),
        text=_marked(text, _marks(text, given, times, triggers)),
        links=_links(triggers, times),
    )


def _creation(dct: date | None) -> str:
    if dct is None:
        return ""
    value = dct.isoformat()
    kind = "TIME" if isinstance(dct, datetime) else "DATE"
    return (
        f'<DCT><TIMEX3 tid="t0" type="{kind}" value="{value}" temporalFunction="false" '
        f'functionInDocument="CREATION_TIME">{value}</TIMEX3></DCT>\n'
    )


def _marks(
    text: str, dates: Iterable[TimeExpression], times: dict[Span, str], triggers: dict[Span, list[Event]]
) -> dict[Span, str]:
    """The element for each span."""
    marks = {found.span: _timex(found, times[found.span]) for found in dates if found.span in times}
    for number, span in enumerate(triggers, start=1):
        marks[span] = f'<EVENT eid="e{number}" class="OCCURRENCE">{_plain(span.of(text))}</EVENT>'
    return marks


def _marked(text: str, marks: dict[Span, str]) -> str:
    pieces, position = [], 0
    for span in sorted(marks, key=lambda s: (s.start, s.end)):
        pieces += [_plain(text[position : span.start]), marks[span]]
        position = span.end
    return "".join(pieces) + _plain(text[position:])


def _links(triggers: dict[Span, list[Event]], times: dict[Span, str]) -> str:
    """The instances of the events, then their times."""
    named = [(f"e{number}", event) for number, group in enumerate(triggers.values(), start=1) for event in group]
    instances = [_instance(event, number, eid) for number, (eid, event) in enumerate(named, start=1)]
    links = [
        _link(number, times[event.when.span])
        for number, (_, event) in enumerate(named, start=1)
        if event.when is not None and event.when.span in times
    ]
    return "".join(instances + links)
