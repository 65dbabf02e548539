"""Why an event was coded as it was, and why a rule fired or did not."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, overload

from diplonews.events.diagnosis import diagnose
from diplonews.lexicons.tables import Tables, using
from diplonews.model import Actor, Article, Event, EventStatus
from diplonews.syntax.parsing import parsing

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["explain", "way_known"]

HOW = {
    "name": "by name",
    "modifier": "by the adjective or noun before it",
    "possessor": "as the possessor",
    "complement": "by the words after it",
    "pronoun": "by a pronoun",
    "speaker": "as the one who speaks",
    "known_person": "as a person named before",
    "person": "as a person with title and country",
    "leader": "from the table of leaders",
    "title": "by the title",
    "group": "as one of the states named together before",
    "definite": "by a noun that points back",
    "epithet": "by a description",
    "home": "as the country of the outlet",
    "domestic": "as the actor's own country",
    "answer": "as the one who is answered",
    "opponent": "as the other side before",
    "other_side": "as the other side named",
    "last_state": "as the state named last",
    "only_state": "as the only state named",
    "place": "by the place",
}
STATUS = {
    EventStatus.ACTUAL: "it is reported as a fact",
    EventStatus.PLANNED: "it is planned",
    EventStatus.HYPOTHETICAL: "it is only possible",
    EventStatus.NEGATED: "it is negated",
    EventStatus.DENIED: "it is denied",
    EventStatus.CLAIMED: "someone claims it",
}


def way_known(actor: Actor) -> str:
    """How an actor was identified, in words.

    Example:
        >>> way_known(Actor(code="NOR", how="actor.name.capital"))
        'by name'
    """
    return HOW.get(actor.how.split(".")[1] if "." in actor.how else actor.how, "from the text")


def _party(actor: Actor) -> str:
    return f"{actor.code or '?'} ({way_known(actor)})"


@overload
def explain(event: Event, text: str | None = None) -> str: ...


@overload
def explain(
    event: Article | str,
    *,
    rule: str,
    anchor: date | None = None,
    nlp: Language | None = None,
    tables: Tables | None = None,
) -> str: ...


def explain(
    event: Event | Article | str,
    text: str | None = None,
    *,
    rule: str | None = None,
    anchor: date | None = None,
    nlp: Language | None = None,
    tables: Tables | None = None,
) -> str:
    """Why an event was coded as it was, or why a rule fired or did not.

    Args:
        event: an event; or, with `rule`, the article or the text to try the rule on.
        text: the text that the event was found in; needed only for an event without words of its own
            (`event.text`), whose explanation otherwise gives positions.
        rule: id of a row of the tables `triggers`, `status` or `vetoes`.
        anchor, nlp, tables: with `rule`, as for `extract_events`.

    Returns:
        For an event, one sentence: the words that name it, the parties and how they were identified, and
        its status, with the ids of the rows. For a rule, one line for each word that it applies to, in
        text order: that it fired, or which of its conditions did not hold.

    Raises:
        LookupError: if no row has the id `rule`.
        TypeError: if the arguments are neither an event and a text nor a text and a rule.

    Example:
        >>> from diplonews.model import EventType, Evidence, Span
        >>> event = Event(type=EventType.ACCUSE, actors=(Actor(code="NOR", how="actor.name.capital"),),
        ...     recipients=(Actor(code="LVA", how="actor.name.capital"),), trigger=(Span(5, 12),),
        ...     text="Oslo rebuked Riga.", sentence=Span(0, 18), evidence=Evidence(rule="accuse.v.accuse"))
        >>> explain(event)
        "ACCUSE because of 'rebuked' (rule accuse.v.accuse): NOR (by name) to LVA (by name); it is reported as a fact."
        >>> explain("Oslo plans to rebuke Riga.", rule="status.plan")
        "'plans' for 'rebuke': fired"
        >>> explain("Oslo fired a warning shot.", rule="mobilize.v.warning_shot")
        "'fired': condition not met: at/near/over/toward/towards/across/against/in=@any"
    """
    if rule is not None:
        return _explain_rule(event, rule, anchor=anchor, nlp=nlp, tables=tables)
    if not isinstance(event, Event):
        raise TypeError(f"explain takes one event, such as analysis.events[0] (got {type(event).__name__})")
    if text is not None and not isinstance(text, str):
        raise TypeError(f"explain takes the article's text: explain(event, article.text) (got {type(text).__name__})")
    words = [span.of(text) for span in event.trigger] if text is not None else event.trigger_words()
    trigger = " ... ".join(map(repr, words) if words else (f"{span.start}:{span.end}" for span in event.trigger))
    actors = ", ".join(_party(actor) for actor in event.actors)
    if event.symmetric:
        who = f"{actors} with each other"
    elif event.recipients:
        who = f"{actors} to " + ", ".join(_party(actor) for actor in event.recipients)
    else:
        who = f"{actors}, no recipient"
    parts = [STATUS[event.status]]
    if event.when is not None:
        parts.append(f"dated {event.when.value} by {event.when.text!r}")
    if event.speaker is not None:
        parts.append(f"reported by {event.speaker.name or event.speaker.role}")
    if event.historical:
        parts.append("given as background")
    if event.duplicate_of is not None:
        parts.append("repeats an earlier mention")
    detail = f", {event.evidence.detail}" if event.evidence.detail else ""
    return f"{event.type.name} because of {trigger} (rule {event.evidence.rule}{detail}): {who}; {'; '.join(parts)}."


def _explain_rule(text: object, rule: str, *, anchor: date | None, nlp: Language | None, tables: Tables | None) -> str:
    if not isinstance(text, Article | str):
        raise TypeError(f"with rule=, explain takes an Article or a str (got {type(text).__name__})")
    with parsing(text, nlp, anchor=anchor, tables=tables) as parsed, using(parsed.tables):
        try:
            lines = diagnose(parsed, rule)
        except KeyError:
            raise LookupError(f"no row {rule!r} in the tables triggers, status and vetoes") from None
    if parsed.unread is not None:
        lines = [*lines, f"not read: {parsed.unread}"]
    return "\n".join(lines) or f"the text has no word of {rule}"
