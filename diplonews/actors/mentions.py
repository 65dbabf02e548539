"""The mentions of persons, bodies, documents and groups in a text: names, descriptions and pronouns."""

from __future__ import annotations

import re
from enum import Enum
from functools import cache

import attrs

from diplonews.actors.names import (
    PARTICLES,
    apposition_after,
    body_word,
    is_person,
    is_portfolio,
    is_title,
    iter_names,
    name_start,
    possessor_start,
    settings,
    title_start,
    who_leads,
)
from diplonews.actors.origin import code_of, is_state_office, known_names
from diplonews.lexicons.reporting import form_lemmas
from diplonews.lexicons.speakers import first_name_gender, noun_gender, speaker_words
from diplonews.model.article import RegionKind
from diplonews.model.span import Span
from diplonews.syntax.blocks import Block, Range
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.tokens import Token

__all__ = ["Mention", "MentionKind", "find_mentions", "owning_pronoun"]

PRONOUNS = frozenset(("he", "she", "it", "they", "who"))
OBJECTS = {"him": "he", "his": "he", "her": "she", "them": "they"}
PERSONAL = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
ANAPHORS = PRONOUNS.union(OBJECTS, PERSONAL)
QUANTIFIERS = frozenset(("many", "some", "others", "both", "several"))
DEFINITE = frozenset(("the", "this", "that", "these", "those", "its", "his", "her", "their", "both"))
INSIDE = frozenset(("compound", "nmod", "appos", "flat", "poss"))
MOST_ABOVE = 3  # words between the last word of a name and the top of its phrase
OWNERS = frozenset(("its", "their", "his", "her"))
ORDINALS = frozenset(("second", "third", "another", "other", "different", "separate"))
_WORD = re.compile(r"[^\W_]")


class MentionKind(Enum):
    """The form of a mention."""

    NAME = "NAME"
    NOMINAL = "NOMINAL"
    PRONOUN = "PRONOUN"


@attrs.frozen(kw_only=True)
class Mention:
    """One mention of a person, body, document or group.

    Attributes:
        span: its words, including the title of a name.
        kind: NAME, NOMINAL (`the official`) or PRONOUN.
        words: the name without its title, or the phrase if it is not a name.
        noun: the head noun or pronoun in lower case; for a name, the noun of its title or "".
        role: title or apposition as printed, or None.
        code: the code of the state or body named in its own words, or None.
        person: whether it names a person; None if its words leave it open.
        gender: `f`, `m` or None.
        plural: whether it refers to several.
        definite: whether it is definite (`the official`, not `an official`).
        ordinal: whether it introduces another one (`a second official`).
        block, sentence: numbers of its block, and of its sentence counted through the text.
        subject: whether it is a grammatical subject; `speaks`: whether it is the subject of a reporting verb.
        quoted: whether it is inside a quotation.
        head: the character offset of its head word.
        of: for an apposition or `X is the minister`, the offset of the head of the phrase that it describes.
        reach: the character offset after the last word of its whole phrase; 0 if not set.
        block_kind: the kind of its block.
        token: its head word.
        setting: ISO 3166 alpha-3 of the place that its sentence opens with (`In Oslo, ...`), or None.
    """

    span: Span
    kind: MentionKind
    words: str
    noun: str = ""
    role: str | None = None
    code: str | None = None
    person: bool | None = None
    gender: str | None = None
    plural: bool = False
    definite: bool = False
    ordinal: bool = False
    block: int = 0
    sentence: int = 0
    subject: bool = False
    speaks: bool = False
    quoted: bool = False
    head: int = 0
    of: int | None = None
    reach: int = 0
    block_kind: RegionKind = RegionKind.BODY
    setting: str | None = None
    token: Token


def _body(block: Block, first: int, last: int) -> Mention:
    """The mention of a body: `Oslo’s Foreign Ministry`, `the Lindholm administration`."""
    words = block.phrase((first, last))
    bodies = speaker_words("bodies")
    noun = next(
        (low for low in reversed([token.low for token in block.tokens[first:last]]) if low in bodies),
        block[last - 1].low,
    )
    head = body_word(block, first, last)
    return _mention(
        block,
        first,
        last,
        last - 1 if head is None else head,
        kind=MentionKind.NAME,
        words=words,
        noun=noun,
        code=_code(block, (first, last)),
        person=False,
        definite=True,
    )


def _name(block: Block, first: int, last: int) -> Mention | None:
    """The mention of a name with its title and apposition."""
    count = len(block)
    if (
        last < count
        and block[last].tag in ("NN", "NNS")
        and block[last].low in speaker_words("bodies")
        and block[last - 1].head.i == last
    ):
        return _body(block, possessor_start(block, first), last + 1)
    if block[last - 1].low in speaker_words("bodies") or body_word(block, first, last) is not None:
        return _body(block, possessor_start(block, first), last)
    start = name_start(block, first, last)
    opening = title_start(block, start)
    title_words = [token.low for token in block.tokens[opening:start]]
    if title_words and not is_title(title_words):
        start = start if block[start - 1].low in speaker_words("bodies") else first
        opening, title_words = start, []
    role = block.phrase((opening, start)) if title_words else None
    apposition = apposition_after(block, last) if first == 0 or block[first - 1].low != "in" else None
    if apposition is None and role is None:
        apposition = who_leads(block, last)
    told = apposition is not None
    if apposition is not None and (role is None or speaker_words("persons").isdisjoint(title_words)):
        role = block.phrase(apposition)
    words = block.phrase((start, last))
    if not _WORD.search(words):
        return None
    person = is_person(block, start, last, title_words, role if told else None)
    if person is False and title_words and not speaker_words("persons").isdisjoint(title_words):
        opening, title_words, role = start, [], None  # the state that an envoy is sent to
    given = last - start > 1 and block[start].low not in PARTICLES  # `Von der Leyen`
    gender = _gender(block[start].text if given else None, title_words, role)
    code = _code(block, (opening, start)) if title_words else None
    if apposition is not None and code is None:
        code = _code(block, apposition)
    noun = next((word for word in reversed(title_words) if is_title([word])), "")
    of = block[block[last - 1].head.i].start if block[last - 1].dep == "appos" else None
    body = _body_after(block, last)
    code = code or (_code(block, body) if body is not None else None) or _of_leader(block[last - 1])
    if role is None and body is not None and person is not False and is_state_office(block.phrase(body)):
        role = block.phrase(body)
    return _mention(
        block,
        opening,
        last,
        last - 1,
        kind=MentionKind.NAME,
        words=words,
        noun=noun,
        role=role,
        code=code,
        person=person,
        gender=gender,
        definite=True,
        of=of,
    )


def _gender(given: str | None, title: list[str], role: str | None) -> str | None:
    """The gender shown by a title, a given name or the last word of a role, in this order; None if none shows it."""
    words = [*map(noun_gender, title), first_name_gender(given) if given is not None else None]
    words += [noun_gender(word.lower()) for word in (role or "").split()[-1:]]
    return next(filter(None, words), None)


def _body_after(block: Block, last: int) -> Range | None:
    """The body that a name is followed by: `Anna Vik of the State Department`."""
    if last + 1 >= len(block) or block[last].low not in ("of", "from"):
        return None
    return last + 1, max(block[last].right + 1, last + 2)


def _of_leader(token: Token) -> str | None:
    """The country of a leader in the tables: `President Castro`, later only `Castro`."""
    return token.name.code if token.name is not None and token.name.kind == "LEADER" else None


def _code(block: Block, piece: Range) -> str | None:
    """The code of the state or body that a phrase names; not part of another name, as in `the Jordan family`."""
    code = code_of(block.phrase(piece))
    if code is None or any(token.name is not None for token in block.tokens[slice(*piece)]):
        return code
    return code if not known_names(block.phrase(piece)) else None


def _is_according_to(block: Block, i: int) -> bool:
    """Whether a noun is the source in `according to`."""
    to = block[i].head.i
    return block[to].low == "to" and to > 0 and block[to - 1].low == "according"


def _opens_sentence(block: Block, first: int, last: int) -> bool:
    """Whether a name opens its sentence, apart from an article; it then counts as the subject."""
    if last < len(block) and block[last].tag in ("POS", "NN", "NNS", "NNP"):
        return False
    start = first - 1 if first and block[first - 1].tag == "DT" else first
    return start == 0 or block[start - 1].sentence != block[first].sentence


def _speaks(block: Block, token: Token, top: Token, *, subject: bool) -> bool:
    """Whether a word is the source of a report: `Holm said`, `according to Holm`, `Holm, who called for calm`."""
    told = (clause_of(kid) for kid in token.kids if kid.low in form_lemmas())
    if any(clause.is_relative and (who := clause.own_subject) is not None and who.low == "who" for clause in told):
        return True
    return top.head.low in form_lemmas() if subject else _is_according_to(block, top.i)


def _mention(block: Block, first: int, last: int, head: int, **fields: object) -> Mention:
    """A mention with its grammatical attributes filled in."""
    token = top = block[head]
    for _ in range(MOST_ABOVE):
        if top.dep not in INSIDE or not first <= top.head.i < last:
            break
        top = top.head
    subject = top.is_subject
    opens = fields["kind"] is MentionKind.NAME and _opens_sentence(block, first, last)
    return Mention(
        block=block.number,
        block_kind=block.kind,
        quoted=token.quoted >= 0,
        span=block.char_span((first, last)),
        head=token.start,
        token=token,
        sentence=block.first_sentence + token.sentence,
        subject=subject or opens,
        speaks=_speaks(block, token, top, subject=subject),
        **fields,  # type: ignore[arg-type] # checked by the callers
    )


@cache
def _nouns() -> frozenset[str]:
    """All nouns that may head a description."""
    return speaker_words("groups", "documents", "persons", "anonymous") | QUANTIFIERS


def _noun_at(block: Block, i: int) -> str:
    """The noun at a token in lower case, with the word before it if the two are one term: `think-tank`."""
    before = i - 2 if i > 1 and block[i - 1].text == "-" else i - 1
    pair = f"{block[before].low}-{block[i].low}" if i else ""
    return pair if pair in _nouns() else block[i].low


def _is_pronoun(block: Block, i: int) -> bool:
    """Whether a token is a pronoun for a person or for a possible speaker: `it said`, `according to them`."""
    if block[i].low in PERSONAL:
        return True
    if block[i].low in PRONOUNS:
        return block[i].is_subject
    if block[i].low not in OBJECTS or i < 1:
        return False
    return block[i - 1].low in ("quoted", "cited", "quotes") or (i > 1 and block[i - 2].low == "according")


def _described_end(block: Block, head: int) -> int:
    """The end of a description, with at most one phrase: `source close to the mayor`, `diplomats in Oslo`."""
    kinds = ("described_by", "sent_to") if block[head].low in speaker_words("missions") else ("described_by",)
    beside = speaker_words(*kinds)
    for i in range(head + 1, min(block[head].right + 1, head + 3)):
        if block[i].head.i == head and (
            block[i].low in ("of", "in", "from", "at") or (i == head + 1 and block[i].low in beside)
        ):
            return block[i].right + 1
    return head + 1


def _described(block: Block, head: int) -> int | None:
    """The head of the phrase described by an apposition or by `X is the minister`, or None."""
    above = block[head].head.i
    if block[head].dep == "appos":
        return block[above].start
    if block[head].dep == "attr" and block[above].low in ("is", "was", "’s", "'s", "be", "been"):
        for i in range(block[above].left, above):
            if block[i].dep == "nsubj" and block[i].head.i == above:
                return block[i].start
    return None


def _phrase_end(block: Block, head: int) -> int:
    """The end of the prepositional phrases after a noun: `an expert on harbours at the University of Oslo`."""
    end = block[head].right + 1
    for i in range(head + 1, end):
        if block[i].low in (",", "that") or block[i].tag[0] in "VWM":
            return i
    return end


def _reach(block: Block, head: int) -> int:
    """The end of the whole phrase of a noun, without final punctuation."""
    last = block[head].right
    while last > head and not block[last].text[0].isalnum():
        last -= 1
    return block[last].start + len(block[last].text)


def _code_of_phrase(block: Block, head: int, piece: Range) -> str | None:
    """The code that a description names, near its noun or further off; None if it names several states."""
    code = _code(block, piece)
    several = len({name.code for _, name in known_names(block.phrase(piece)) if name.code}) > 1
    return code if code is not None or several else _code(block, (piece[0], _phrase_end(block, head)))


def _nominal(block: Block, head: int) -> Mention | None:
    """A description: `a senior official`, `the ministry`, `both sides`, `the three`, `one of the sources`."""
    low, tag = _noun_at(block, head), block[head].tag
    number = tag == "CD" and block[head].is_subject
    many = low in QUANTIFIERS and block[head].is_subject
    noun = tag in ("NN", "NNS", "NNP", "NNPS") and low in _nouns()
    if not (noun or number or many) or block[head].dep in ("compound", "nmod", "amod"):
        return None
    first, last = block[head].left, _described_end(block, head)
    while first < head and block[first].tag in ("``", "''", ",", "CC"):
        first += 1
    if number and low == "one":
        several = next(
            (
                word
                for word in reversed([token.low for token in block.tokens[head:last]])
                if word in speaker_words("anonymous")
            ),
            None,
        )
        if several is None and "them" not in (token.low for token in block.tokens[head:last]):
            return None
        low, number = (several or "person").removesuffix("s"), False
    words = block.phrase((first, last))
    opening = block[first].low
    return _mention(
        block,
        first,
        last,
        head,
        kind=MentionKind.NOMINAL,
        words=words,
        noun=low,
        code=_code_of_phrase(block, head, (first, last)),
        gender=noun_gender(low),
        plural=tag in ("NNS", "NNPS") or number or many or low in ("police", "authorities"),
        definite=opening in DEFINITE,
        of=_described(block, head),
        reach=_reach(block, head),
        ordinal=not ORDINALS.isdisjoint(token.low for token in block.tokens[first:head]),
    )


def _set(mention: Mention, state: str | None) -> Mention:
    return attrs.evolve(mention, setting=state)


def _is_description(block: Block, first: int, last: int, roles: frozenset[str]) -> bool:
    """Whether capitalised words are an office or portfolio, not a name: `Danish Trade Minister`, `Trade`."""
    plain = [token for token in block.tokens[first:last] if token.low not in roles]
    office = block[last - 1].low in roles and all(
        token.name is not None and token.name.kind in ("ADJECTIVE", "NAME", "IGO") for token in plain
    )
    return not plain or office or is_portfolio(block, first, last)


def find_mentions(block: Block, names: frozenset[str] = frozenset()) -> list[Mention]:
    """The mentions of one block, in order of their head words.

    Args:
        block: a parsed block.
        names: the words that end a name elsewhere in the text.
    """
    taken = [False] * len(block)
    nouns, roles = _nouns(), speaker_words("persons", "titles")
    found: list[Mention] = []
    for first, last in iter_names(block, names):
        mention = _name(block, first, last)
        if mention is not None and not _is_description(block, first, last, roles):
            found.append(mention)
            taken[first:last] = [True] * (last - first)
    for i, token in enumerate(block.tokens):
        if taken[i]:
            continue
        low = token.low
        if low in ANAPHORS and _is_pronoun(block, i):
            gender = PERSONAL.get(low)
            found.append(
                _mention(
                    block,
                    i,
                    i + 1,
                    i,
                    kind=MentionKind.PRONOUN,
                    words=token.text,
                    noun=OBJECTS.get(low, low),
                    gender=gender,
                    plural=low == "they",
                    definite=True,
                )
            )
        elif _noun_at(block, i) in nouns or token.tag == "CD":
            nominal = _nominal(block, i)
            if nominal is not None:
                found.append(nominal)
    found.sort(key=lambda mention: mention.head)
    states = settings(block)
    return (
        found
        if not any(states)
        else [_set(mention, states[mention.sentence - block.first_sentence]) for mention in found]
    )


def owning_pronoun(mention: Mention) -> Token | None:
    """The pronoun that owns a mention: `its` in `its trade ministry`, `her` in `her counterpart, Anna Vik`."""
    first = mention.token
    while first.kids and first.kids[0].i < first.i:
        first = first.kids[0]
    near = (first, *mention.token.head.kids)  # before the name, or before the noun that it explains
    return next((token for token in near if token.low in OWNERS and token.is_possessive), None)
