"""Events as sentences."""

from __future__ import annotations

from diplonews.display.words import UNKNOWN, party
from diplonews.lexicons.phrases import find_phrases, in_a_sentence
from diplonews.model import Actor, Event, EventStatus

__all__ = ["sentence_of"]

MOST_NAMED = 3
NOBODY_KNOWN = "someone"
AT_HOME = " at home"  # what a state does to its own people
WORDING = {
    EventStatus.ACTUAL: "{who} {past}",
    EventStatus.PLANNED: "{who} {plan} to {plain}",
    EventStatus.HYPOTHETICAL: "{who} may {plain}",
    EventStatus.NEGATED: "{who} did not {plain}",
    EventStatus.DENIED: "{who} {past}, which is denied",
    EventStatus.CLAIMED: "{who} reportedly {past}",
}


def sentence_of(event: Event) -> str:
    """The event as a sentence without a full stop, worded by its status.

    Example:
        >>> from diplonews import analyze
        >>> found = analyze("Oslo threatened Riga. Oslo and Riga will hold talks. Oslo did not visit Riga.")
        >>> [sentence_of(event) for event in found.events]
        ['Norway threatened Latvia', 'Norway and Latvia plan to work together', 'Norway did not visit Latvia']
    """
    who, several = _named(event.actors)
    phrases = find_phrases(event.type.name, event.modes)
    whom = _named(event.recipients)[0]
    at_home = AT_HOME if event.recipients and who == whom != NOBODY_KNOWN else ""
    if event.recipients and not at_home:
        phrase = phrases.directed
    else:
        phrase = phrases.together if event.symmetric and several else phrases.alone
    plain, past = (form.replace("{}", whom) + at_home for form in (phrase.plain, phrase.past))
    plan = "plan" if several else "plans"
    words = WORDING[event.status].format(who=who, plain=plain, past=past, plan=plan)
    return words[:1].upper() + words[1:]


def _named(actors: tuple[Actor, ...]) -> tuple[str, bool]:
    """The parties in words, and whether they are several."""
    names = list(dict.fromkeys(in_a_sentence(party(actor)) for actor in actors))
    if names in ([], [UNKNOWN]):
        return NOBODY_KNOWN, False
    more = len(names) - MOST_NAMED
    shown = [*names[:MOST_NAMED], f"{more} more"] if more > 0 else names
    return " and ".join((", ".join(shown[:-1]), shown[-1]) if len(shown) > 1 else shown), len(names) > 1
