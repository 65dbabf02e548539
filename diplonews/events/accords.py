"""The parties of an agreement whose sentence names only one of them, or none.

Used only for triggers that yield no event otherwise.
"""

from __future__ import annotations

import attrs

from diplonews.actors.resolve import BODIES, Party
from diplonews.events.acts import ActResolver
from diplonews.events.meetings import is_told_of, names_others
from diplonews.events.recipients import first_party, parties_in
from diplonews.events.triggers import Match
from diplonews.lexicons.wordsets import WordSet
from diplonews.model import EventType
from diplonews.syntax.nouns import phrase_of
from diplonews.syntax.tokens import Token

__all__ = ["OpenAccord", "open_accord"]

SIGNING = WordSet("accords.signing")
ACCORDS = WordSet("accords.accords")
KINDS = (EventType.AGREE, EventType.SUPPORT)


@attrs.frozen(kw_only=True, eq=False)
class OpenAccord:
    """An agreement whose parties the sentence does not name.

    Attributes:
        parties: the parties that made it.
        word: the word saying that it was, or will be, made.
    """

    parties: list[Party]
    word: Token


def open_accord(match: Match, resolver: ActResolver) -> OpenAccord | None:
    """The agreement of a trigger that names at most one party, or None if the article does not reveal the others.

    The parties are those of a meeting mentioned earlier; for a definite noun also the article's main pair.
    """
    trigger, arguments = match.trigger, match.arguments
    noun = next((word for word in match.words if word.is_word_noun and word.lemma in ACCORDS), None)
    word = _signing(match, noun) if noun is not None and trigger.type in KINDS else None
    if noun is None or word is None:
        return None
    own = [party for party in first_party(arguments, trigger.actors) if party.code]
    others = [party for party in parties_in(arguments, trigger.recipients) if party.code]
    codes = {party.code for party in (*own, *others)}
    subject = arguments.subject()
    stranger = not own and subject is not None and subject is not noun and not is_told_of(subject)
    if len(codes) > 1 or not codes.isdisjoint(BODIES) or stranger or names_others(match, others):
        return None
    parties, _ = resolver.meeting(match.token, next(iter(codes), None), visit=False)
    told = any(party.actor.how == "actor.meeting" for party in parties)
    lacking = [party for party in parties if party.code not in codes]
    if not lacking or not (told or (phrase_of(noun).is_definite and not own)):
        return None
    return OpenAccord(parties=[*own, *others, *lacking], word=word)


def _signing(match: Match, noun: Token) -> Token | None:
    """The word saying that an agreement is made: `signed`, `the signing of`, `accords due to be signed`."""
    verb = match.arguments.verb
    if verb is not None:
        return verb if verb.lemma in SIGNING else None
    if match.token is not noun:
        return match.token
    below = (word for kid in noun.below("acl", "relcl", "amod") for word in kid.subtree())
    return next((word for word in below if word.is_verb and word.lemma in SIGNING), None)
