"""Obligations as demands: a party that says that another one must act asks it to."""

from __future__ import annotations

from collections.abc import Iterator

from diplonews.actors.resolve import Party, Resolver
from diplonews.events.coded import Coded, one_way
from diplonews.events.home_affairs import is_private
from diplonews.events.roles import Arguments, anyone
from diplonews.events.status import Standing
from diplonews.events.triggers import Match
from diplonews.lexicons.triggers import Trigger
from diplonews.lexicons.wordsets import WordSet
from diplonews.model import EventStatus, EventType
from diplonews.syntax.blocks import Sentence
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.nouns import phrase_of
from diplonews.syntax.reach import Reach
from diplonews.syntax.tokens import Token

__all__ = ["content_of", "demands"]

OBLIGATIONS = frozenset(("must", "should", "ought"))
OBLIGING = frozenset(("need", "have"))
DEMANDED = WordSet("obligations.demanded")
CONSENTING = WordSet("obligations.consenting")
SAYING = WordSet("verbs.saying")
OBLIGATION = Trigger(
    id="request.obligation", lemma="must", pos="v", type=EventType.REQUEST, actors=("s",), recipients=("oc",)
)


def demands(sentence: Sentence, resolver: Resolver) -> list[Coded]:
    """`Oslo said Riga must pay`: the demands of a sentence, in text order."""
    return [event for token in sentence.tokens for event in _demand(token, resolver)]


def content_of(demand: Coded) -> frozenset[Token]:
    """The words of the clause that says what is demanded: what a party must do has not happened."""
    clause = _obliged(demand.match.token)
    return frozenset(clause.subtree()) if clause is not None else frozenset()


def _obliged(token: Token) -> Token | None:
    """The clause that states the obligation: `must pay`, `needs to pay`, `has to pay`."""
    binding = token.low in OBLIGATIONS or token.lemma in OBLIGING
    clause = clause_of(token).bound_clause if binding else None
    return clause if clause is not None and _is_duty(token, clause) else None


def _is_duty(token: Token, clause: Token) -> bool:
    """Whether an act is still to be done; not for `need not pay`, `had to pay`, `must have paid`."""
    if token.lemma in OBLIGING and (token.low == "had" or clause_of(clause).negation is not None):
        return False
    return not any(kid.lemma == "have" and kid is not token for kid in clause.below("aux"))


def _demand(token: Token, resolver: Resolver) -> Iterator[Coded]:
    clause = _obliged(token)
    subject = clause_of(clause).own_subject if clause is not None else None
    existing = _missing(clause) if clause is not None and subject is None else None
    obliged = subject or existing
    if clause is None or obliged is None or obliged.is_pronoun:
        return
    above, speaking = _speaking(clause, resolver)
    actors = [party for party in speaking if not is_private(party)]
    codes = frozenset(party.code for party in actors)
    recipients = [party for party in resolver.parties(obliged) if party.code and party.code not in codes]
    if existing is not None and not recipients:  # `there must be a change in British policy`
        recipients = anyone(existing, resolver, codes, Reach(places=True))
    if actors and recipients:
        match = Match(trigger=OBLIGATION, token=token, words=(token,), arguments=Arguments(above, resolver))
        yield one_way(
            match, actors, recipients, OBLIGATION.type, Standing(status=EventStatus.ACTUAL), "type.obligation"
        )


def _missing(clause: Token) -> Token | None:
    """What a clause says there must be, if a party can bring it about: `change` of `there must be a change`."""
    noun = clause_of(clause).existing
    wanted = noun is not None and noun.lemma in DEMANDED and phrase_of(noun).denial is None
    return noun if wanted and clause_of(clause).negation is None else None


def _speaking(clause: Token, resolver: Resolver) -> tuple[Token, list[Party]]:
    """The verb that reports an obligation and its subject, or the verb itself and the speaker of the quote."""
    speaker, above = clause_of(clause).reporter, clause.head
    if speaker is not None:
        return speaker.head, resolver.parties(speaker) if speaker.head.lemma not in CONSENTING else []
    if not clause_of(clause).is_content or above.lemma not in SAYING:
        return clause, resolver.quoted(clause)
    speaker = clause_of(above).subject  # `was quoted as saying that`
    return above, resolver.parties(speaker) if speaker is not None else []
