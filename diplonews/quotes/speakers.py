"""The speaker of a quote: looks up the words of its source among the document's entities."""

from __future__ import annotations

import re
from itertools import islice, takewhile

import attrs

from diplonews.actors.discourse import Discourse
from diplonews.actors.entity import Entity, EntityKind, bare_description, medium_name
from diplonews.actors.mentions import MentionKind
from diplonews.actors.origin import country_of, described_state, is_state_office
from diplonews.lexicons.actornames import Name, find_names
from diplonews.lexicons.speakers import speaker_words
from diplonews.lexicons.states import load_states
from diplonews.lexicons.wordsets import WordSet
from diplonews.model.article import RegionKind
from diplonews.model.quote import Speaker, SpeakerType
from diplonews.model.span import Span
from diplonews.quotes.attribution import Attribution
from diplonews.quotes.sources import is_speaker
from diplonews.syntax.blocks import Block, Range
from diplonews.syntax.clauses import antecedent
from diplonews.syntax.nouns import phrase_of
from diplonews.syntax.phrases import coordinated
from diplonews.syntax.tokens import Token

__all__ = ["find_speaker"]

RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))
SELF = frozenset(("i", "we", "you", "me", "us"))
NAME_TOKENS = 4
MOST_MENTIONS = 3
MOST_SEARCHED = 100  # mentions of an entity
STATE_KINDS = frozenset(("NAME", "CAPITAL", "FORMER", "TERRITORY"))
NAMED_BODIES = frozenset(("GROUP", "NGO", "COMPANY"))
TYPES = {
    EntityKind.PERSON: SpeakerType.PERSON,
    EntityKind.ORGANIZATION: SpeakerType.ORGANIZATION,
    EntityKind.DOCUMENT: SpeakerType.DOCUMENT,
    EntityKind.GROUP: SpeakerType.GROUP,
}
DETERMINER = re.compile(r"^(?:the|a|an|this|that|these|those)\s+", re.IGNORECASE)
UNKNOWN = re.compile(r"^(?:an?|another|one)\s", re.IGNORECASE)
INDEFINITE = re.compile(r"^(?:an?|another|one|his|her|its|their)\s", re.IGNORECASE)
NAMED_GROUP = WordSet("entities.named_groups")


def _known(words: str) -> Name | None:
    """The name in the tables that the words of a source form as a whole, or None."""
    bare = DETERMINER.sub("", words)
    for span, name in find_names(bare):
        if span.start == 0 and len(span) >= len(bare.removesuffix("’s").removesuffix("'s")):
            return name
    return None


def _of_name(name: Name, words: str, span: Span) -> Speaker | None:
    """A state, its capital, or a body of the tables."""
    if name.kind in STATE_KINDS:
        printed = DETERMINER.sub("", words) if name.kind == "FORMER" else name.name  # `Soviet Union`
        return Speaker(name=printed, type=SpeakerType.ORGANIZATION, country=name.code, mentions=(span,))
    if name.kind in ("SEAT", "IGO", "NGO", "GROUP", "COMPANY"):
        bare = DETERMINER.sub("", words)
        return Speaker(name=bare, type=SpeakerType.ORGANIZATION, country=name.code or None, mentions=(span,))
    return None


def _of_tables(words: str, span: Span, discourse: Discourse) -> Speaker | None:
    """A named state or body, or a described state: `the North`."""
    known = _known(words)
    found = _of_name(known, words, span) if known is not None else None
    code = described_state(words, discourse.entities.states) if found is None else None
    if code is None:
        return found
    name = next((state.name for state in load_states() if state.code == code), DETERMINER.sub("", words))
    return Speaker(name=name, type=SpeakerType.ORGANIZATION, country=code, mentions=(span,))


def _is_anonymous(entity: Entity) -> bool:
    """Whether a nameless entity is a person or group whose name the article withholds."""
    words = [word.lower() for word in (entity.role or "").split()]
    if entity.name is not None or not words:
        return False
    if entity.kind is EntityKind.PERSON:
        return True
    if entity.kind is not EntityKind.GROUP or not entity.nouns.isdisjoint(NAMED_GROUP.words):
        return False
    pointing = words[0] in ("the", "both", "these", "those", "top")
    return bool(entity.nouns & speaker_words("anonymous")) and not pointing


def _of_entity(entity: Entity, country: str | None, words: str) -> Speaker:
    """The speaker for an entity with its country, in the words of a source."""
    anonymous = _is_anonymous(entity)
    kind = TYPES[entity.kind]
    if anonymous and entity.kind is EntityKind.PERSON:
        kind = SpeakerType.ANONYMOUS
    role = DETERMINER.sub("", " ".join(entity.role.split())) if entity.role is not None else None
    name = " ".join(entity.name.split()) if entity.name is not None else None
    if name is not None and entity.kind is not EntityKind.PERSON:
        name = medium_name(name) or name
    if name is None and entity.kind in (EntityKind.ORGANIZATION, EntityKind.DOCUMENT):
        name = medium_name(words) or _described_body(entity, country) or _plain_name(entity)
    if (
        name is None
        and entity.kind is EntityKind.GROUP
        and not entity.nouns.isdisjoint(speaker_words("several_bodies"))
    ):
        name = role
    first = entity.mentions[:MOST_SEARCHED]
    named = tuple(islice((m.span for m in first if m.kind is not MentionKind.PRONOUN), MOST_MENTIONS))
    return Speaker(name=name, type=kind, role=role, country=country, anonymous=anonymous, mentions=named)


def _plain_name(entity: Entity) -> str | None:
    """The plain name of a document or known body, from its description: `joint statement`, `army`."""
    words = " ".join((entity.role or "").split())
    printed = medium_name(words)
    if printed is not None:
        return printed
    unknown = entity.kind is not EntityKind.DOCUMENT and UNKNOWN.match(words)
    return None if unknown else bare_description(words) or None


def _described_body(entity: Entity, country: str | None) -> str | None:
    """The name of a state's body known only by description: `Danish trade ministry` of `the trade ministry`."""
    words = " ".join((entity.role or "").split())
    bare = DETERMINER.sub("", words)
    if country is None or INDEFINITE.match(words) or not is_state_office(bare) or " " not in bare:
        return None
    if country_of(bare) is not None:
        return bare
    adjectives = [state.adjectives[0] for state in load_states() if state.code == country and state.adjectives]
    return f"{adjectives[0]} {bare}" if adjectives else None


def _joined(head: Token) -> list[Token]:
    """The other speakers coordinated with the head of the source: Vik of `Holm and Vik`."""
    return [kid for kid in coordinated(head) if is_speaker(kid)]


def _list_start(block: Block, source: Range) -> int:
    """The start of the list of states at the end of a headline's source: `Envoys of S. Korea, Japan vow ...`.

    The parser reads the last of the list as the subject, since a headline has no `and`.
    """
    start = source[0]
    while block.kind is RegionKind.HEADLINE and start > 1 and block[start - 1].text == ",":
        first = start - 1
        while first > 0 and start - first <= NAME_TOKENS and block[first - 1].tag in ("NNP", "NNPS"):
            first -= 1
        known = _known(block.phrase((first, start - 1))) if first < start - 1 else None
        if known is None or known.kind not in STATE_KINDS:
            break
        start = first
    if start < source[0] and start > 1 and block[start - 1].low == "of" and block[start - 2].tag[0] == "N":
        start -= 2
        while start > 0 and block[start - 1].tag in ("JJ", "NN", "NNP"):
            start -= 1
    return start


def _of_list(draft: Attribution, source: Range) -> Speaker | None:
    """The states in the list at the end of a headline's source; the source becomes the whole list."""
    whole = _list_start(draft.block, source), source[1]
    words = " ".join(draft.block.phrase(whole).split())
    first, comma, rest = words.partition(", ")
    in_row = draft.block.kind is RegionKind.HEADLINE and comma and _known(first) and _known(rest)
    if whole == source and not in_row:
        return None
    draft.source = whole
    return Speaker(name=None, type=SpeakerType.GROUP, role=words, mentions=(draft.block.char_span(whole),))


def _is_one(source: Range, block: Block, discourse: Discourse) -> bool:
    """Whether a source is one person with a long title: `Minister for Trade and Industry Anna Vik`."""
    span = block.char_span(source)
    entity = discourse.entities.within(span)
    names = entity.mentions if entity is not None and entity.kind is EntityKind.PERSON else ()
    return any(one.kind is MentionKind.NAME and one.span == span for one in names)


def _together(draft: Attribution, source: Range, head: Token, discourse: Discourse) -> Speaker | None:
    """Several speakers read as one: `Holm and Vik`, a headline's `Oslo, Copenhagen`."""
    block = draft.block
    several = _joined(head)
    if not several or _is_one(source, block, discourse):
        return _of_list(draft, source)
    nameless = all(token.low in speaker_words("anonymous") for token in (head, *several))
    words = " ".join(block.phrase(source).split())
    return Speaker(
        name=None, type=SpeakerType.GROUP, role=words, anonymous=nameless, mentions=(block.char_span(source),)
    )


def _is_named(entity: Entity, span: Span, head: Token) -> bool:
    """Whether a source is the title and name of a person: `First Deputy Chairman of the Committee Jens Holm`.

    `A spokesman for President Holm` is another's.
    """
    names = (m for m in entity.mentions if m.span.end == span.end and m.kind is MentionKind.NAME)
    return entity.kind is EntityKind.PERSON and any(m.span.start <= head.start for m in names)


def _entity_of(words: str, span: Span, head: Token, discourse: Discourse) -> Entity | None:
    """The entity of a source: that of its head, or if the article leaves that unnamed, one named in its words."""
    entity = discourse.entities.at(head.start)
    if entity is None or (entity.kind is EntityKind.PERSON and entity.name is None and "," not in words):
        named = discourse.entities.within(span) if head.tag not in ("PRP", "PRP$") else None
        if named is not None and (_is_named(named, span, head) or not _is_beside(named, span, head)):
            return named
    return entity


def _is_beside(entity: Entity, span: Span, head: Token) -> bool:
    """Whether a source only mentions a named entity: `settlers, who support Holm`, `a reporter in the port of Riga`."""
    if entity.kind is EntityKind.GROUP:
        return False
    name = next((m.token for m in entity.mentions if span.contains(m.span)), None)
    if name is None or name.start < head.start:  # not `Holm's mother`, but `the Kyodo news service`
        return name is None or entity.kind is not EntityKind.ORGANIZATION or not _names_body(name, head)
    above = takewhile(lambda token: token is not head, name.ancestors())
    return any(token.is_preposition or (token.is_verb and token.low not in speaker_words("naming")) for token in above)


def _names_body(name: Token, head: Token) -> bool:
    """Whether a name in front of a noun is its own: `Kyodo` in `the Kyodo news service`, not `US` in `US skiers`."""
    known = name.name.kind in NAMED_BODIES if name.name is not None else not head.is_plural
    modifiers = phrase_of(head).modifiers
    return known and (name in modifiers or name.head in modifiers) and head.low not in speaker_words("persons")


def _country_of_entity(entity: Entity, head: Token, discourse: Discourse, *, turn: bool = False) -> str | None:
    """The code of an entity as named by a source; a pronoun adds nothing.

    Args:
        entity: the speaker.
        head: the head of the source.
        discourse: the discourse of the article.
        turn: whether it is a turn of a transcript, where a person who answers belongs to the issuing office.
    """
    known = discourse.code(entity) or None
    if turn and entity.kind is EntityKind.PERSON:
        return known or discourse.entities.home.issuer
    if entity.kind is EntityKind.PERSON or (head.is_anaphor and known is not None):
        return known
    return discourse.country(head) or known


def find_speaker(draft: Attribution, discourse: Discourse) -> Speaker | None:
    """The source of an attribution, resolved within the document, or None.

    Args:
        draft: the attribution.
        discourse: of the article.
    """
    if draft.subject is None or draft.source is None:
        return None
    block = draft.block
    span, words = block.char_span(draft.source), " ".join(block.phrase(draft.source).split())
    turn = draft.rule == "colon.turn"
    if turn and words.casefold() in speaker_words("askers"):
        return Speaker(name=None, type=SpeakerType.ANONYMOUS, role=words.lower(), anonymous=True, mentions=(span,))
    head = antecedent(draft.subject)
    if (head.low in SELF and head.text != "US") or head.low in RELATIVE:
        return None
    together = _together(draft, draft.source, head, discourse)
    if together is not None:
        return together
    speaker = _of_tables(words, span, discourse)
    if speaker is not None:
        return attrs.evolve(speaker, country=discourse.country(head))
    entity = _entity_of(words, span, head, discourse)
    if entity is not None:
        return _of_entity(entity, _country_of_entity(entity, head, discourse, turn=turn), words)
    country = discourse.country(head)
    if head.tag in ("NNS", "NNPS"):
        nameless = head.low in speaker_words("anonymous") and not DETERMINER.match(words)
        bodies = head.low in speaker_words("several_bodies")
        return Speaker(
            name=DETERMINER.sub("", words) if bodies else None,
            type=SpeakerType.GROUP,
            role=words,
            country=country,
            anonymous=nameless,
            mentions=(span,),
        )
    if head.tag.startswith("N") and (head.text[0].isupper() or head.low in speaker_words("one_body")):
        return Speaker(name=DETERMINER.sub("", words), type=SpeakerType.ORGANIZATION, country=country, mentions=(span,))
    return None
