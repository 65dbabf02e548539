"""Who the source of a quote is: the words of the source looked up in the document's memory."""

from __future__ import annotations

import re
from itertools import islice

from diplonews.actors.entities import Entity, EntityKind
from diplonews.actors.memory import Memory
from diplonews.actors.mentions import MentionKind
from diplonews.actors.origin import country_of, described_state, is_state_office, state_code
from diplonews.lexicons.actornames import Name, find_names
from diplonews.lexicons.speakers import speaker_words
from diplonews.lexicons.states import load_states
from diplonews.model.article import RegionKind
from diplonews.model.quote import Speaker, SpeakerType
from diplonews.model.span import Span
from diplonews.quotes.drafts import Draft
from diplonews.syntax.blocks import Block, Range

__all__ = ["find_speaker"]

RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))
SELF = frozenset(("i", "we", "you", "me", "us"))
NAME_TOKENS = 4
STEPS = 5
MOST_MENTIONS = 3
STATE_KINDS = frozenset(("NAME", "CAPITAL", "FORMER", "TERRITORY"))
TYPES = {
    EntityKind.PERSON: SpeakerType.PERSON,
    EntityKind.ORGANIZATION: SpeakerType.ORGANIZATION,
    EntityKind.DOCUMENT: SpeakerType.DOCUMENT,
    EntityKind.GROUP: SpeakerType.GROUP,
}
DETERMINER = re.compile(r"^(?:the|a|an|this|that|these|those)\s+", re.IGNORECASE)
INDEFINITE = re.compile(r"^(?:an?|another|one|his|her|its|their)\s", re.IGNORECASE)
NAMED_GROUP = frozenset(("ministers", "ministries", "presidents", "leaders", "sides", "parties", "governments"))


def _antecedent(block: Block, i: int) -> int:
    """The noun that a relative pronoun stands for; the token itself for any other."""
    if block[i].low not in RELATIVE:
        return i
    clauses = (verb for verb in islice(block[i].ancestors(), STEPS) if verb.dep == "relcl")
    clause = next(clauses, None)
    return clause.head.i if clause is not None else i


def _known(words: str) -> Name | None:
    """What the tables know under the words of a source, if they know them as a whole."""
    bare = DETERMINER.sub("", words)
    for span, name in find_names(bare):
        if span.start == 0 and len(span) >= len(bare.removesuffix("’s").removesuffix("'s")):
            return name
    return None


def _of_name(name: Name, words: str, span: Span) -> Speaker | None:
    """A state, its capital, or a body of the tables."""
    if name.kind in STATE_KINDS:
        return Speaker(name=name.name, type=SpeakerType.ORGANIZATION, country=name.code, mentions=(span,))
    if name.kind in ("SEAT", "IGO", "NGO", "GROUP", "COMPANY"):
        bare = DETERMINER.sub("", words)
        return Speaker(name=bare, type=SpeakerType.ORGANIZATION, country=state_code(name.code), mentions=(span,))
    return None


def _of_tables(words: str, span: Span, memory: Memory) -> Speaker | None:
    """A state or body that is named, or a state that is described: `the North`."""
    known = _known(words)
    found = _of_name(known, words, span) if known is not None else None
    code = described_state(words, memory.states) if found is None else None
    if code is None:
        return found
    name = next((state.name for state in load_states() if state.code == code), DETERMINER.sub("", words))
    return Speaker(name=name, type=SpeakerType.ORGANIZATION, country=state_code(code), mentions=(span,))


def _is_anonymous(entity: Entity) -> bool:
    """Whether a nameless entity is a person or group whose name the article keeps back."""
    words = [word.lower() for word in (entity.role or "").split()]
    if entity.name is not None or not words:
        return False
    if entity.kind is EntityKind.PERSON:
        return True
    if entity.kind is not EntityKind.GROUP or entity.nouns & NAMED_GROUP:
        return False
    pointing = words[0] in ("the", "both", "these", "those", "top")
    return bool(entity.nouns & speaker_words("anonymous")) and not pointing


def _of_entity(entity: Entity) -> Speaker:
    """The speaker that an entity is."""
    anonymous = _is_anonymous(entity)
    kind = TYPES[entity.kind]
    if anonymous and entity.kind is EntityKind.PERSON:
        kind = SpeakerType.ANONYMOUS
    role = DETERMINER.sub("", " ".join(entity.role.split())) if entity.role is not None else None
    name = " ".join(entity.name.split()) if entity.name is not None else None
    if name is None and entity.kind is EntityKind.ORGANIZATION:
        name = _described_body(entity)
    named = tuple(m.span for m in entity.mentions if m.kind is not MentionKind.PRONOUN)
    return Speaker(
        name=name, type=kind, role=role, country=entity.country, anonymous=anonymous, mentions=named[:MOST_MENTIONS]
    )


def _described_body(entity: Entity) -> str | None:
    """The name of a state's body that is only described: `Danish trade ministry` of `the trade ministry`."""
    words = " ".join((entity.role or "").split())
    bare = DETERMINER.sub("", words)
    if entity.country is None or INDEFINITE.match(words) or not is_state_office(bare) or " " not in bare:
        return None
    if country_of(bare) is not None:
        return bare
    adjectives = [state.adjectives[0] for state in load_states() if state.code == entity.country and state.adjectives]
    return f"{adjectives[0]} {bare}" if adjectives else None


def _joined(block: Block, head: int) -> list[int]:
    """Who else is coordinated with the head of the source: Vik of `Holm and Vik`."""
    return [kid for kid in block.children(head, "conj") if block[kid].tag.startswith(("NN", "PRP"))]


def _list_start(block: Block, source: Range) -> int:
    """Where the list of states begins that a headline's source ends: `Envoys of S. Korea, Japan vow ...`.

    The parse takes the last of the list for the subject, since a headline has no `and`.
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


def _of_list(draft: Draft, source: Range) -> Speaker | None:
    """The states in a row that a headline's source ends; the source becomes the whole row."""
    whole = _list_start(draft.block, source), source[1]
    words = " ".join(draft.block.phrase(whole).split())
    first, comma, rest = words.partition(", ")
    in_row = draft.block.kind is RegionKind.HEADLINE and comma and _known(first) and _known(rest)
    if whole == source and not in_row:
        return None
    draft.source = whole
    return Speaker(name=None, type=SpeakerType.GROUP, role=words, mentions=(draft.block.char_span(whole),))


def _together(draft: Draft, source: Range, head: int) -> Speaker | None:
    """Several that speak as one: `Holm and Vik`, a headline's `Oslo, Copenhagen`."""
    block = draft.block
    several = _joined(block, head)
    if not several:
        return _of_list(draft, source)
    nameless = all(block[i].low in speaker_words("anonymous") for i in (head, *several))
    words = " ".join(block.phrase(source).split())
    return Speaker(
        name=None, type=SpeakerType.GROUP, role=words, anonymous=nameless, mentions=(block.char_span(source),)
    )


def _ends_with(entity: Entity, span: Span) -> bool:
    """Whether a source ends with the name of a person: `First Deputy Chairman of the Committee Jens Holm`."""
    ends = any(m.span.end == span.end and m.kind is MentionKind.NAME for m in entity.mentions)
    return ends and entity.kind is EntityKind.PERSON


def find_speaker(draft: Draft, memory: Memory) -> Speaker | None:
    """The source of an attribution, resolved within the document, or None.

    Args:
        draft: the attribution.
        memory: what the document tells.
    """
    if draft.subject is None or draft.source is None:
        return None
    block = draft.block
    span, words = block.char_span(draft.source), " ".join(block.phrase(draft.source).split())
    head = _antecedent(block, draft.subject)
    if (block[head].low in SELF and block[head].text != "US") or block[head].low in RELATIVE:
        return None
    together = _together(draft, draft.source, head)
    if together is not None:
        return together
    speaker = _of_tables(words, span, memory)
    if speaker is not None:
        return speaker
    character = block[head].start
    entity = memory.at(character)
    if entity is None or (entity.kind is EntityKind.PERSON and entity.name is None and "," not in words):
        named = memory.within(span) if block[head].tag not in ("PRP", "PRP$") else None
        entity = named if entity is None or (named is not None and _ends_with(named, span)) else entity
    if entity is not None:
        return _of_entity(entity)
    if block[head].tag in ("NNS", "NNPS") and entity is None:
        nameless = block[head].low in speaker_words("anonymous") and not DETERMINER.match(words)
        return Speaker(
            name=None,
            type=SpeakerType.GROUP,
            role=words,
            country=country_of(words),
            anonymous=nameless,
            mentions=(span,),
        )
    if block[head].tag.startswith("N") and block[head].text[0].isupper():
        return Speaker(
            name=DETERMINER.sub("", words), type=SpeakerType.ORGANIZATION, country=country_of(words), mentions=(span,)
        )
    return None
