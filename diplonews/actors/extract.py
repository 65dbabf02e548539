"""The actors that a text mentions, in text order."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from diplonews.actors.home import home_of, new_memory
from diplonews.actors.resolve import Resolver, is_agentive, phrase_span
from diplonews.actors.tree import Node, Sentence, read_text
from diplonews.language import Parsed, on_day, parsing
from diplonews.lexicons.actornames import sector_of
from diplonews.lexicons.tables import Tables, default_tables
from diplonews.model import Actor, ActorMention, Article
from diplonews.moments import Moment, day_of, read_moment

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["extract_actors", "find_actors", "home_of"]

NO_ACTOR = frozenset(("TREATY", "OTHER", "CITY"))
PRONOUNS = frozenset(("PRP", "PRP$"))
NOT_HEADS = frozenset(("compound", "punct", "case", "det"))


def find_actors(
    parsed: Parsed, *, anchor: date | None = None, tables: Tables | None = None
) -> tuple[ActorMention, ...]:
    """The actors of a text that is parsed already; see `extract_actors`."""
    tables = tables or default_tables()
    day = day_of(anchor) if parsed.article is None else parsed.article.anchor
    memory = new_memory(parsed, tables)
    resolver = Resolver(memory, tables)
    mentions: list[ActorMention] = []
    sentences = read_text(parsed, tables, day)
    memory.prepare(sentences)
    for sentence in sentences:
        memory.observe(sentence, resolver)
        mentions += _mentions(sentence, resolver, tables)
        memory.close(sentence, resolver)
    return tuple(sorted(mentions, key=lambda mention: (mention.span.start, mention.span.end)))


def _mentions(sentence: Sentence, resolver: Resolver, tables: Tables) -> list[ActorMention]:
    found: list[ActorMention] = []
    covered = -1
    for node in sentence.nodes:
        if not (node.is_noun or node.tag in PRONOUNS or node.name is not None) or (
            node.dep in NOT_HEADS and node.name is None
        ):
            continue
        if (node.name is not None and node.name.kind in NO_ACTOR) or _is_inside_name(node) or _belongs_above(node):
            continue
        mentions = _of_node(node, resolver, tables)
        found += [mention for mention in mentions if mention.span.end > covered or mention.actor.implied]
        covered = max([covered, *(mention.span.end for mention in mentions)])
    return found


def _is_inside_name(node: Node) -> bool:
    """Whether another word of the same name stands above it."""
    return node.named is not None and node.head is not node and node.head.named == node.named


def _belongs_above(node: Node) -> bool:
    """`Polish` of `Polish troops`: the whole phrase is the mention."""
    return node.dep in ("amod", "compound", "nmod", "poss") and is_agentive(node.head) and node.name is not None


def _of_node(node: Node, resolver: Resolver, tables: Tables) -> list[ActorMention]:
    named = node.name is not None and bool(node.name.code)
    if not named and not is_agentive(node, tables) and node.tag not in (*PRONOUNS, "NNP", "NNPS", "NNS", "CD", "DT"):
        return []
    parties = [party for party in resolver.single(node) if party.node is node]
    known = sector_of(node.lemma, tables)
    if not parties and known is not None and known[1] == "person" and node.tag[0] == "N":
        unknown = Actor(code="", sectors=(known[0],), role=node.low, how="actor.unresolved")
        return [ActorMention(span=phrase_span(node), actor=unknown)]
    if not named and known is None and node.tag not in (*PRONOUNS, "CD", "DT"):
        parties = [party for party in parties if node.tag in ("NNP", "NNPS") or party.actor.implied]
    return [ActorMention(span=party.span, actor=party.actor) for party in parties]


def extract_actors(
    article: Article | str,
    *,
    anchor: Moment | None = None,
    nlp: Language | None = None,
    tables: Tables | None = None,
) -> tuple[ActorMention, ...]:
    """The states, organizations and persons who act in a text, where they are mentioned.

    Args:
        article: an article, of which headline, deck, captions and paragraphs are read; or running
            text.
        anchor: the day of the text, for names that held only for a time, instead of the article's
            own; see `extract_dates`.
        nlp: a spaCy pipeline with a tagger and a parser; the installed English model if None.
        tables: tables of names with your own rows; the package's if None.

    Returns:
        Mentions in text order; a group (`both sides`) is a mention for each of its members. A
        person or office without a known country has the code "".

    Raises:
        ModelNotFoundError: if no model is installed and none is given.
        TypeError: if `article` is neither an Article nor a str, `anchor` is no moment, or `nlp` is
            no pipeline.

    Example:
        >>> [(m.actor.code, m.actor.how) for m in extract_actors("The Kremlin rebuked Polish generals.")]
        [('RUS', 'actor.name.seat'), ('POL', 'actor.modifier.adjective')]
    """
    moment = read_moment(anchor, "anchor")
    with parsing(on_day(article, moment), nlp) as parsed:
        return find_actors(parsed, anchor=moment, tables=tables)
