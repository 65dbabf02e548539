"""Actors: states, organizations and the persons who act for them."""

from __future__ import annotations

import attrs

from diplonews.model.span import Span, shown

__all__ = ["Actor", "ActorMention"]


@attrs.frozen(kw_only=True)
class Actor:
    """An actor, in PLOVER's codes.

    Attributes:
        code: ISO 3166 alpha-3 of a state (`KOS` for Kosovo), or UNO, EUR, IGO, NGO, IMG; ""
            if the text does not say.
        sectors: PLOVER sectors, the primary one first (`GOV`, `MIL`, `JUD` ...).
        name: the fullest name in the article; None if it gives none.
        role: title or office, or None.
        implied: whether the words do not name the actor themselves (`its two allies`).
        how: id of the rule that resolved it.
    """

    code: str
    sectors: tuple[str, ...] = ()
    name: str | None = None
    role: str | None = None
    implied: bool = False
    how: str = ""

    def __repr__(self) -> str:
        return f"<Actor {self.code or '?'} {shown(self.name or self.role, 40)}>"


@attrs.frozen(kw_only=True)
class ActorMention:
    """A mention of an actor in the text.

    Attributes:
        span: the words of the mention.
        actor: whom they name or describe.
    """

    span: Span
    actor: Actor

    def __repr__(self) -> str:
        return f"<ActorMention {self.actor.code or '?'} {self.span.start}:{self.span.end}>"
