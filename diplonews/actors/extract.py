"""The actors that a text mentions, in text order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplonews.actors.discourse import read_discourse
from diplonews.actors.home import home_of
from diplonews.actors.resolve import Resolver, is_agentive, phrase_span
from diplonews.lexicons.actornames import sector_of
from diplonews.lexicons.tables import Tables, using
from diplonews.model import Actor, ActorMention, Article
from diplonews.moments import Moment
from diplonews.syntax.blocks import Sentence
from diplonews.syntax.parsing import Parsed, parsing
from diplonews.syntax.tokens import Token

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["extract_actors", "find_actors", "home_of"]

NO_ACTOR = frozenset(("TREATY", "OTHER", "CITY"))
PRONOUNS = frozenset(("PRP", "PRP$"))
STANDING_IN = PRONOUNS | {"CD", "DT"}
TELLING = STANDING_IN | {"NNP", "NNPS", "NNS"}
NOT_HEADS = frozenset(("compound", "punct", "case", "det"))


def find_actors(parsed: Parsed) -> tuple[ActorMention, ...]:
    """The actors of a parsed text; see `extract_actors`."""
    with using(parsed.tables):
        resolver = read_discourse(parsed).resolver
        mentions = [mention for sentence in parsed.sentences for mention in _mentions(sentence, resolver)]
    return tuple(dict.fromkeys(sorted(mentions, key=lambda mention: (mention.span.start, mention.span.end))))


def _mentions(sentence: Sentence, resolver: Resolver) -> list[ActorMention]:
    found: list[ActorMention] = []
    covered = -1
    for token in sentence.tokens:
        if not (token.is_noun or token.tag in PRONOUNS or token.name is not None) or (
            token.dep in NOT_HEADS and token.name is None
        ):
            continue
        if (token.name is not None and token.name.kind in NO_ACTOR) or _is_inside_name(token) or _belongs_above(token):
            continue
        mentions = _of_node(token, resolver)
        found += [mention for mention in mentions if mention.span.end > covered or mention.actor.implied]
        covered = max([covered, *(mention.span.end for mention in mentions)])
    return found


def _is_inside_name(token: Token) -> bool:
    """Whether the head of a token belongs to the same name."""
    return token.named is not None and token.head is not token and token.head.named == token.named


def _belongs_above(token: Token) -> bool:
    """`Polish` in `Polish troops`: the whole phrase is the mention."""
    return token.dep in ("amod", "compound", "nmod", "poss") and is_agentive(token.head) and token.name is not None


def _of_node(token: Token, resolver: Resolver) -> list[ActorMention]:
    named = token.name is not None and bool(token.name.code)
    if not named and token.tag not in TELLING and not is_agentive(token):
        return []
    parties = [party for party in resolver.single(token) if party.token is token]
    known = sector_of(token.lemma)
    if not parties and known is not None and known[1] == "person" and token.tag[0] == "N":
        unknown = Actor(code="", sectors=(known[0],), role=token.low, how="actor.unresolved")
        return [ActorMention(span=phrase_span(token), actor=unknown)]
    if not named and known is None and token.tag not in STANDING_IN:
        parties = [party for party in parties if token.is_proper or party.actor.implied]
    return [ActorMention(span=party.span, actor=party.actor) for party in parties]


def extract_actors(
    article: Article | str,
    *,
    anchor: Moment | None = None,
    nlp: Language | None = None,
    tables: Tables | None = None,
) -> tuple[ActorMention, ...]:
    """The mentions of states, organizations and persons that act in a text.

    Args:
        article: an article, whose headline, deck, captions and paragraphs are read; or running
            text.
        anchor: the day of the text, for names valid only for a time, instead of the article's
            own; see `extract_dates`.
        nlp: a spaCy pipeline with a tagger and a parser; the installed English model if None.
        tables: tables of names with your own rows; the package's if None.

    Returns:
        Mentions in text order; a group (`both sides`) yields one mention for each member. A
        person or office without a known country has the code "".

    Raises:
        ModelNotFoundError: if no model is installed and none is given.
        TypeError: if `article` is neither an Article nor a str, `anchor` is not a moment, or `nlp`
            is not a pipeline.

    Example:
        >>> [(m.actor.code, m.actor.how) for m in extract_actors("The Kremlin rebuked Polish generals.")]
        [('RUS', 'actor.name.seat'), ('POL', 'actor.modifier.adjective')]
    """
    with parsing(article, nlp, anchor=anchor, tables=tables) as parsed:
        return find_actors(parsed)
