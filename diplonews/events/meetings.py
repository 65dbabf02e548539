"""Who met, where a sentence tells of a meeting or a visit and names one of its parties or none.

Asked only for triggers that yield no event otherwise.
"""

from __future__ import annotations

import attrs

from diplonews.actors.resolve import BODIES, Party
from diplonews.events.acts import ActResolver
from diplonews.events.recipients import first_party, parties_in
from diplonews.events.triggers import Match
from diplonews.lexicons.actornames import sector_of
from diplonews.model import EventType
from diplonews.syntax.nouns import phrase_of
from diplonews.syntax.tokens import Token

__all__ = ["OpenMeeting", "open_meeting"]

BY_OTHERS = frozenset(("third-party", "phone"))


@attrs.frozen(kw_only=True, eq=False)
class OpenMeeting:
    """A meeting whose parties the sentence does not name.

    Attributes:
        actors: those who met, or who visited.
        recipients: the hosts of a visit.
        planned: whether it is to come, as the article told before.
    """

    actors: list[Party]
    recipients: list[Party]
    planned: bool


def open_meeting(match: Match, resolver: ActResolver) -> OpenMeeting | None:
    """The meeting of a trigger that names one party or none, or None where the article does not tell of it.

    Who is named stays; who is lacking is known from the meeting that the article told of before,
    or else from the pair that it is about.
    """
    trigger, arguments = match.trigger, match.arguments
    if trigger.type is not EventType.CONSULT or not BY_OTHERS.isdisjoint(trigger.modes):
        return None
    own = [party for party in first_party(arguments, trigger.actors) if party.code]
    others = [party for party in parties_in(arguments, trigger.recipients) if party.code]
    codes = {party.code for party in (*own, *others)}
    visit = "visit" in trigger.modes
    if len(codes) > 1 or not codes.isdisjoint(BODIES):
        return None
    if not (_is_noun_open(match, own, others) if trigger.pos == "n" else _is_verb_open(match, own, others)):
        return None
    parties, planned = resolver.meeting(match.token, next(iter(codes), None), directed=visit and not codes)
    lacking = [party for party in parties if party.code not in codes]
    if not lacking:
        return None
    if not visit:
        return OpenMeeting(actors=[*own, *others, *lacking], recipients=[], planned=planned)
    visitors = own or lacking[: None if others else 1]
    hosts = others or (lacking if own else lacking[1:])
    return OpenMeeting(actors=visitors, recipients=hosts, planned=planned)


def _is_noun_open(match: Match, own: list[Party], others: list[Party]) -> bool:
    """`the talks`, `his visit`, `a meeting with the king`; not `talks with farmers`, `the farmers held talks`."""
    phrase, subject = phrase_of(match.token), match.arguments.subject()
    if not (own or others or phrase.is_definite or phrase.is_owned):
        return False
    carried = subject is not None and subject is not match.token
    return not _names_others(match, others) and (bool(own) or not carried or _is_known(subject))


def _is_verb_open(match: Match, own: list[Party], others: list[Party]) -> bool:
    """`the two men met`; not `he met farmers`, and nobody meets who only talks."""
    if "visit" in match.trigger.modes:
        return bool(own) and not _names_others(match, others)
    subject = match.arguments.subject()
    group = subject is not None and subject.is_plural and _is_known(subject)
    return group and not own and not others and not _names_others(match, others)


def _names_others(match: Match, others: list[Party]) -> bool:
    """Whether it is said with whom, and it is none that acts for a state."""
    if others:
        return False
    heads = (head for slot in match.trigger.recipients for head in match.arguments.heads(slot))
    return any(head.is_proper or _is_someone(head) for head in heads)


def _is_someone(head: Token) -> bool:
    known = sector_of(head.lemma)
    return known is None or known[1] != "thing"


def _is_known(subject: Token | None) -> bool:
    """Whether words stand for people named before: `they`, `the two men`."""
    if subject is None:
        return False
    return subject.is_anaphor or (sector_of(subject.lemma) is not None and phrase_of(subject).is_definite)
