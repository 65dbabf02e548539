"""The two public functions, and the pass over the tokens that they share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, tzinfo
from functools import cache
from typing import TYPE_CHECKING

import attrs

from diplonews.lexicons.timezones import zone_of
from diplonews.model.article import Article, RegionKind
from diplonews.model.span import Evidence, Span
from diplonews.model.temporal import TimeExpression, TimexType
from diplonews.moments import Moment, day_of, read_moment
from diplonews.patterns import lazy_re
from diplonews.temporal.context import (
    DIRECTION_POLICIES,
    WEEKDAY_POLICIES,
    Context,
    DirectionPolicy,
    Hit,
    WeekdayPolicy,
    in_headline,
)
from diplonews.temporal.grammar import Grammar, Rule
from diplonews.temporal.intervals import interval_of
from diplonews.temporal.lexing import Tokens, tokenize
from diplonews.temporal.meaning import Part, Unresolved
from diplonews.temporal.rules import default_grammar
from diplonews.temporal.scan import find_foreign, without
from diplonews.temporal.zones import zone_after

if TYPE_CHECKING:
    from diplonews.temporal.foreign import Found

__all__ = ["extract_dates", "resolve_date"]

NO_YEAR = lazy_re(r"0000|-|\d{5}")
NAMES_END = ("Today", "Now", "Tonight", "Tomorrow", "Noon", "Midnight")
TITLES_BEGIN = frozenset({*NAMES_END, "This", "Last", "Next"})
CALENDAR_KINDS = ("WEEKDAY", "MONTH", "MONTH_SHORT", "MONTH_WORD", "AMPM", "ZONE")
READ = (RegionKind.BODY, RegionKind.HEADLINE, RegionKind.DECK, RegionKind.CAPTION, RegionKind.DUPLICATE)


def _expression(tokens: Tokens, context: Context, rule: Rule, part: Part, first: int, last: int) -> TimeExpression:
    span = Span(tokens.starts[first], tokens.end(last - 1))
    cues = tuple(Span(tokens.starts[start], tokens.end(end - 1)) for start, end in part.cues)
    return TimeExpression(
        span=span,
        text=span.of(tokens.text),
        type=part.type,
        value=part.value,
        mod=part.mod,
        quant=part.quant,
        freq=part.freq,
        interval=part.interval or interval_of(part.value, part.mod, _clock_zone(part, context)),
        reason=part.reason,
        evidence=_rule_alone(rule.id) if not cues and part.zone is None else _evidence(rule, cues, part.zone),
    )


@cache
def _rule_alone(rule: str) -> Evidence:
    """The evidence of most expressions, one object for each rule."""
    return Evidence(rule=rule)


def _evidence(rule: Rule, cues: tuple[Span, ...], zone: str | None) -> Evidence:
    return Evidence(rule=rule.id, spans=cues, detail=None if zone is None else f"zone {zone}")


def _clock_zone(part: Part, context: Context) -> tzinfo | None:
    return None if part.open_zone else zone_of(part.zone) or context.zone


def _parts(
    found: list[tuple[re.Match[str], Rule]], tokens: Tokens, context: Context
) -> tuple[Rule, tuple[Part, ...], int] | None:
    """The expression at a place: the rule, its parts, and where the match ends."""
    for match, rule in found:
        hit = Hit(match, tokens, context)
        try:
            part = rule.resolve(hit)
        except Unresolved as unknown:
            part = Part(type=rule.type, value=None, reason=str(unknown))
        if part is not None and not _is_title(hit):
            parts = part if isinstance(part, tuple) else (part,)
            return rule, tuple(map(_within_the_calendar, parts)), match.end()
    return None


def _within_the_calendar(part: Part) -> Part:
    """The part; without its value if the year in it is outside 1 to 9999."""
    if part.value is None or NO_YEAR.match(part.value) is None:
        return part
    return attrs.evolve(part, value=None, reason="outside the calendar")


def _zoned(part: Part, zone: str, cue: tuple[int, int], end: int) -> Part:
    """A part with the zone named after it, unless its own words name one.

    After a clock reading, a zone without brackets is in the span: `8 a.m. Beijing time`.
    """
    clock = part.value is not None and part.last is None and "T" in part.value and ":" in part.value
    last = cue[1] if clock and cue[0] == end else part.last
    return attrs.evolve(part, zone=part.zone or zone, cues=(*part.cues, cue), last=last)


def _in_zone(context: Context, name: str) -> Context:
    """The context, with the day of publication in that zone."""
    zone = zone_of(name)
    if zone is None or context.instant is None:
        return context
    try:
        return attrs.evolve(context, anchor=context.instant.astimezone(zone).date())
    except OverflowError:  # the first day of the calendar, or the last
        return context


def _is_title(hit: Hit) -> bool:
    """Whether the words, each with a capital, are a name: "This Week", `USA Today`."""
    if hit.tokens.words[hit.start] not in TITLES_BEGIN:
        return False
    words = hit.tokens.words[hit.start : hit.end]
    before = hit.tokens.words[hit.start - 1] if hit.start else ""
    if words[0] in NAMES_END and len(words) == 1 and before.istitle() and not hit.opens_sentence(hit.start - 1):
        known = hit.kind_at(hit.start - 1, *CALENDAR_KINDS)
        return len(before) > 1 and not known and not in_headline(hit.tokens, hit.start)  # Larry King Now
    if words[0] in ("Today", "This") and len(before) > 1 and before.isupper() and words[-1].istitle():
        return True
    return (
        len(words) > 1
        and hit.kind_at(hit.start - 1, "QUOTE")
        and all(w.istitle() for w in words)
        and words[0] in ("This", "Last", "Next")
    )


def find_expressions(grammar: Grammar, tokens: Tokens, context: Context) -> Iterator[TimeExpression]:
    """The expressions of a stretch of text, in order; `context.memory` is updated."""
    foreign = find_foreign(tokens, context)
    if not foreign:
        return _english(grammar, tokens, context)
    found = [_foreign_expression(tokens.text, context, one) for one in foreign]
    english = _english(grammar, without(tokens, foreign), context)
    return iter(sorted((*found, *english), key=lambda one: one.span.start))


def _foreign_expression(text: str, context: Context, found: Found) -> TimeExpression:
    context.memory.note(found.part.value, context.anchor)
    context.memory.other_calendar |= found.rule == "foreign.calendar"
    span, part = Span(found.start, found.end), found.part
    return TimeExpression(
        span=span,
        text=span.of(text),
        type=part.type,
        value=part.value,
        interval=part.interval or interval_of(part.value),
        reason=part.reason,
        evidence=Evidence(rule=found.rule),
    )


def _english(grammar: Grammar, tokens: Tokens, context: Context) -> Iterator[TimeExpression]:
    """The expressions that the grammar finds, in order."""
    over = 0
    for position, found in grammar.places(tokens.classes):
        if position < over:
            continue
        named = zone_after(tokens, found[0][0].end())
        result = _parts(found, tokens, context if named is None else _in_zone(context, named[0]))
        if result is None:
            continue
        rule, parts, over = result
        if named is not None:
            parts = tuple(_zoned(part, *named, over) for part in parts)
        for part in parts:
            first = position if part.first is None else part.first
            last = over if part.last is None else part.last
            yield _expression(tokens, context, rule, part, first, last)
            if part.type is TimexType.DURATION:
                context.memory.note_length(part.value)
            elif part.refers:
                context.memory.note(part.value, context.anchor)
        over = max(over if part.last is None else part.last for part in parts)


def _check(weekday: object, direction: object) -> None:
    if weekday not in WEEKDAY_POLICIES:
        raise ValueError(f"weekday must be one of {', '.join(WEEKDAY_POLICIES)} (got {weekday!r})")
    if direction not in DIRECTION_POLICIES:
        raise ValueError(f"direction must be one of {', '.join(DIRECTION_POLICIES)} (got {direction!r})")


def _split(moment: date | None) -> tuple[date | None, datetime | None, tzinfo | None]:
    """The day, the instant and the zone of an anchor; without a zone there is no instant."""
    if isinstance(moment, datetime) and moment.tzinfo is not None:
        return moment.date(), moment, moment.tzinfo
    return day_of(moment), None, None


def _article_countries(article: Article) -> tuple[str, ...]:
    """The countries of the place of filing and of the agency, as far as they are known."""
    from diplonews.lexicons.agencies import find_agency

    places = article.dateline.places if article.dateline is not None else ()
    agency = find_agency(article.provider) if article.provider is not None else None
    return tuple(filter(None, (*(place.country for place in places[:1]), agency.country if agency else None)))


def _article_zone(article: Article) -> tzinfo | None:
    if article.dateline is not None and article.dateline.places:
        zone = zone_of(article.dateline.places[0].timezone)
        if zone is not None:
            return zone
    return zone_of(article.published.timezone) if article.published is not None else None


def extract_dates(
    article: Article | str,
    *,
    anchor: Moment | None = None,
    weekday: WeekdayPolicy = "news",
    direction: DirectionPolicy = "nearest",
) -> tuple[TimeExpression, ...]:
    """Every expression of time, with its TIMEX3 value and its interval.

    In an article the headline, the deck, the captions and the body are read, repeated stretches
    too; timestamps, bylines, datelines, credits and boilerplate are not. A `str` is read as
    running text.

    Args:
        article: an article, or running text; it is not changed.
        anchor: the day that relative dates count from: a date, a datetime (also of pandas) or ISO
            8601 text (`2021-05-05`, `2021-05-05T10:00Z`). An aware one also gives the zone of the
            clock, a naive one only its day. Default: the article's own anchor. Without any,
            relative dates have no value.
        weekday: which day a bare weekday is. `news`: the most recent one, the anchor included,
            unless a cue such as `will` points ahead; `past`: always the most recent; `future`: the
            anchor or the coming one; `nearest`: the nearer of the two.
        direction: which year a date without one is in. `nearest`: the nearest, but one far ahead
            only with a cue; `past` and `future`: on that side of the anchor.

    Returns:
        In text order, without overlaps. `expression.span` counts characters of the article's `text`
        (or of the `str`). DATE intervals are whole days; TIME intervals are aware, in the zone
        named in the text, else of the dateline, else of the publication; None if no zone is known.

    Raises:
        TypeError: if `anchor` or `article` is of another type.
        ValueError: for an unknown policy, and for an `anchor` that is not ISO 8601 text.

    Example:
        >>> for found in extract_dates("Ties, frayed since mid-2019, came up on Tuesday.", anchor=date(2021, 2, 10)):
        ...     print(found, found.interval, found.evidence.rule)
        <TimeExpression 'mid-2019' DATE 2019> Interval(2019-05-01, 2019-09-01) year.digits
        <TimeExpression 'Tuesday' DATE 2021-02-09> Interval(2021-02-09, 2021-02-10) weekday.bare

    Source: TimeML 1.2.1 annotation guidelines for spans, types and values.
    """
    moment = read_moment(anchor, "anchor")
    _check(weekday, direction)
    if not isinstance(article, Article | str):
        raise TypeError(f"extract_dates takes an Article or a str (got {type(article).__name__})")
    countries: tuple[str, ...] = ()
    if isinstance(article, str):
        text, stretches = article, [(0, len(article), False)]
        day, instant, zone = _split(moment)
    else:
        text = article.text
        stretches = [
            (region.span.start, region.span.end, region.kind is RegionKind.CAPTION)
            for region in article.regions_of(*READ)
        ]
        day, instant, zone = _split(moment if moment is not None else article.anchor)
        zone, countries = _article_zone(article) or zone, _article_countries(article)
        if moment is None and article.published is not None:
            instant = article.published.instant
    context = Context(anchor=day, instant=instant, zone=zone, countries=countries, weekday=weekday, direction=direction)
    grammar = default_grammar()
    return tuple(
        expression
        for start, end, caption in stretches
        for expression in find_expressions(
            grammar, tokenize(text, start, end), attrs.evolve(context, caption=True) if caption else context
        )
    )


def _foreign(text: str) -> TimeExpression | None:
    """An expression that is itself a TIMEX3 value (`2021-W05`), or an absolute date read by dateparser."""
    from diplonews.temporal.fallback import absolute_value

    if interval_of(text.strip()) is not None:
        return _whole(text, text.strip(), None, "value.as_given")
    value = absolute_value(text.strip())
    return None if value is None else _whole(text, value, None, "fallback.dateparser")


def _not_found(text: str) -> TimeExpression:
    return _whole(text, None, "no expression of time found", "fallback.none")


def _whole(text: str, value: str | None, reason: str | None, rule: str) -> TimeExpression:
    """The whole text as one expression."""
    return TimeExpression(
        span=Span(0, len(text)),
        text=text,
        type=TimexType.DATE,
        value=value,
        interval=interval_of(value),
        reason=reason,
        evidence=Evidence(rule=rule),
    )


def resolve_date(
    text: str,
    *,
    anchor: Moment | None,
    weekday: WeekdayPolicy = "news",
    direction: DirectionPolicy = "nearest",
) -> TimeExpression:
    """Resolve a date expression.

    Args:
        text: the expression, such as `last Tuesday` or `12 février 2021`; words around it are ignored.
        anchor, weekday, direction: as in `extract_dates`.

    Returns:
        The longest expression found in the text. If none is found, dateparser's reading of an
        absolute date in another language or form, else the whole text with `value=None` and a reason.

    Raises:
        TypeError, ValueError: as `extract_dates`.

    Example:
        >>> resolve_date("last Tuesday", anchor=date(2021, 2, 10))
        <TimeExpression 'last Tuesday' DATE 2021-02-09>
        >>> resolve_date("when it suits", anchor=date(2021, 2, 10)).reason
        'no expression of time found'
    """
    if not isinstance(text, str):
        raise TypeError(f"resolve_date takes a str (got {type(text).__name__})")
    found = extract_dates(text, anchor=anchor, weekday=weekday, direction=direction)
    best = max(found, key=lambda expression: len(expression.span), default=None)
    if best is not None and len(best.span) * 2 > len(text.strip()):
        return best
    return _foreign(text) or best or _not_found(text)
