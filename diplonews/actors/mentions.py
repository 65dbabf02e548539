"""Where a text mentions persons, bodies, documents and groups: names, descriptions and pronouns."""

from __future__ import annotations

import re
from enum import Enum
from functools import cache

import attrs

from diplonews.actors.names import (
    Place,
    Tokens,
    apposition_after,
    is_person,
    is_title,
    iter_names,
    name_start,
    names_body,
    possessor_start,
    read_tokens,
    title_start,
)
from diplonews.actors.origin import country_of
from diplonews.language import Block
from diplonews.lexicons.reporting import form_lemmas
from diplonews.lexicons.speakers import first_name_gender, noun_gender, speaker_words
from diplonews.model.article import RegionKind
from diplonews.model.span import Span

__all__ = ["Mention", "MentionKind", "find_mentions"]

PRONOUNS = frozenset(("he", "she", "it", "they", "who"))
OBJECTS = {"him": "he", "her": "she", "them": "they"}
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
QUANTIFIERS = frozenset(("many", "some", "others", "both", "several"))
DEFINITE = frozenset(("the", "this", "that", "these", "those", "its", "his", "her", "their", "both"))
ORDINALS = frozenset(("second", "third", "another", "other", "different", "separate"))
_WORD = re.compile(r"[^\W_]")


class MentionKind(Enum):
    """How something is mentioned."""

    NAME = "NAME"
    NOMINAL = "NOMINAL"
    PRONOUN = "PRONOUN"


@attrs.frozen(kw_only=True)
class Mention:
    """One mention.

    Attributes:
        span: its words; for a name with its title.
        kind: NAME, NOMINAL (`the official`) or PRONOUN.
        words: of a name, the name without title; else the phrase.
        noun: head noun or pronoun in small letters; of a name the noun of its title, or "".
        role: title or apposition as printed, or None.
        country: ISO 3166 alpha-3 that its words tell, or None.
        person: whether it names a person; None where its words do not tell.
        gender: `f`, `m` or None.
        plural: whether it stands for several.
        definite: whether it points back (`the official`), not `an official`.
        ordinal: whether it says that it is another one (`a second official`).
        block, sentence: numbers of its block, and of its sentence counted through the text.
        subject: whether it is a grammatical subject; `speaks` whether of a reporting verb.
        quoted: whether it stands inside a quotation.
        head: character of its head word.
        of: for an apposition or `X is the minister`, the head of what it describes.
        reach: character after the last word of its whole phrase; 0 where that is its own end.
        block_kind: what its block is.
        setting: ISO 3166 alpha-3 of the place that its sentence opens with (`In Oslo, ...`), or None.
    """

    span: Span
    kind: MentionKind
    words: str
    noun: str = ""
    role: str | None = None
    country: str | None = None
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


def _body(tokens: Tokens, first: int, last: int) -> Mention:
    """The mention of a body: `Oslo’s Foreign Ministry`, `the Lindholm administration`."""
    words = tokens.phrase(first, last)
    bodies = speaker_words("bodies")
    noun = next((low for low in reversed(tokens.low[first:last]) if low in bodies), tokens.low[last - 1])
    return _mention(
        tokens,
        first,
        last,
        last - 1,
        kind=MentionKind.NAME,
        words=words,
        noun=noun,
        country=country_of(words),
        person=False,
        definite=True,
    )


def _name(tokens: Tokens, first: int, last: int) -> Mention | None:
    """The mention of a name with its title and apposition."""
    count = len(tokens.words)
    if (
        last < count
        and tokens.tags[last] in ("NN", "NNS")
        and tokens.low[last] in speaker_words("bodies")
        and tokens.heads[last - 1] == last
    ):
        return _body(tokens, first, last + 1)
    if tokens.low[last - 1] in speaker_words("bodies") or names_body(tokens, first, last):
        return _body(tokens, possessor_start(tokens, first), last)
    start = name_start(tokens, first, last)
    opening = title_start(tokens, start)
    title_words = list(tokens.low[opening:start])
    if title_words and not is_title(title_words):
        start = start if tokens.low[start - 1] in speaker_words("bodies") else first
        opening, title_words = start, []
    role = tokens.phrase(opening, start) if title_words else None
    apposition = apposition_after(tokens, last) if first == 0 or tokens.low[first - 1] != "in" else None
    told = apposition is not None
    if apposition is not None and (role is None or len(role) < len("secretary")):
        role = tokens.phrase(*apposition)
    words = tokens.phrase(start, last)
    if not _WORD.search(words):
        return None
    person = is_person(tokens, start, last, title_words, role if told else None)
    genders = [noun_gender(word) for word in title_words] + [
        first_name_gender(tokens.words[start]) if last - start > 1 else None
    ]
    if role is not None:
        genders += [noun_gender(word.lower()) for word in role.split()[-1:]]
    gender = next((item for item in genders if item), None)
    country = country_of(role) if role is not None else None
    if apposition is not None and country is None:
        country = country_of(tokens.phrase(*apposition))
    noun = next((word for word in reversed(title_words) if is_title([word])), "")
    of = tokens.starts[tokens.heads[last - 1]] if tokens.deps[last - 1] == "appos" else None
    country = country or _home(tokens, last)
    return _mention(
        tokens,
        opening,
        last,
        last - 1,
        kind=MentionKind.NAME,
        words=words,
        noun=noun,
        role=role,
        country=country,
        person=person,
        gender=gender,
        definite=True,
        of=of,
    )


def _home(tokens: Tokens, last: int) -> str | None:
    """The country of the body after a name: `Anna Vik of the State Department`."""
    if last + 1 >= len(tokens.words) or tokens.low[last] not in ("of", "from"):
        return None
    return country_of(tokens.phrase(last + 1, max(tokens.rights[last] + 1, last + 2)))


def _is_according_to(tokens: Tokens, i: int) -> bool:
    """Whether a noun is whom `according to` names."""
    to = tokens.heads[i]
    return tokens.low[to] == "to" and to > 0 and tokens.low[to - 1] == "according"


def _opens_sentence(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a name opens its sentence, an article apart: there its subject stands, whatever the parse says."""
    if last < len(tokens.words) and tokens.tags[last] in ("POS", "NN", "NNS", "NNP"):
        return False
    start = first - 1 if first and tokens.tags[first - 1] == "DT" else first
    return start == 0 or tokens.sentences[start - 1] != tokens.sentences[first]


def _mention(tokens: Tokens, first: int, last: int, head: int, **fields: object) -> Mention:
    """A mention with its grammar filled in."""
    top = head
    for _ in range(3):
        if tokens.deps[top] in ("compound", "nmod", "appos", "flat", "poss") and first <= tokens.heads[top] < last:
            top = tokens.heads[top]
    subject = tokens.deps[top] in SUBJECTS
    opens = fields["kind"] is MentionKind.NAME and _opens_sentence(tokens, first, last)
    verb = tokens.heads[top]
    character = tokens.starts[head]
    return Mention(
        block=tokens.number,
        block_kind=tokens.kind,
        quoted=tokens.quoted(character),
        span=tokens.span(first, last),
        head=character,
        sentence=tokens.first_sentence + tokens.sentences[head],
        subject=subject or opens,
        speaks=tokens.low[verb] in form_lemmas() if subject else _is_according_to(tokens, top),
        setting=tokens.settings[tokens.sentences[head]],
        **fields,  # type: ignore[arg-type] # checked by the callers
    )


@cache
def _nouns() -> frozenset[str]:
    """All words that may head a description."""
    kinds = ("groups", "documents", "persons", "anonymous")
    return frozenset().union(*(speaker_words(kind) for kind in kinds)) | QUANTIFIERS


def _is_pronoun(tokens: Tokens, i: int) -> bool:
    """Whether a token is a pronoun that may speak: a subject, `according to him`, `quoted him as saying`."""
    if tokens.low[i] in PRONOUNS:
        return tokens.deps[i] in SUBJECTS
    if tokens.low[i] not in OBJECTS or i < 1:
        return False
    return tokens.low[i - 1] in ("quoted", "cited", "quotes") or (i > 1 and tokens.low[i - 2] == "according")


def _described_end(tokens: Tokens, head: int) -> int:
    """The end of a description: `source close to the mayor`, `diplomats in Oslo`; more than that is left out."""
    for i in range(head + 1, min(tokens.rights[head] + 1, head + 3)):
        if tokens.heads[i] == head and (
            tokens.low[i] in ("of", "in", "from", "at") or (i == head + 1 and tokens.low[i] in ("close", "familiar"))
        ):
            return tokens.rights[i] + 1
    return head + 1


def _described(tokens: Tokens, head: int) -> int | None:
    """The head of whom a description describes: of an apposition, or of `X is the minister`."""
    above = tokens.heads[head]
    if tokens.deps[head] == "appos":
        return tokens.starts[above]
    if tokens.deps[head] == "attr" and tokens.low[above] in ("is", "was", "’s", "'s", "be", "been"):
        for i in range(tokens.lefts[above], above):
            if tokens.deps[i] == "nsubj" and tokens.heads[i] == above:
                return tokens.starts[i]
    return None


def _phrase_end(tokens: Tokens, head: int) -> int:
    """The end of the prepositional phrases after a noun: `an expert on harbours at the University of Oslo`."""
    end = tokens.rights[head] + 1
    for i in range(head + 1, end):
        if tokens.low[i] in (",", "that") or tokens.tags[i][0] in "VWM":
            return i
    return end


def _reach(tokens: Tokens, head: int) -> int:
    """The end of the whole phrase of a noun, its last comma left out."""
    last = tokens.rights[head]
    while last > head and not tokens.words[last][0].isalnum():
        last -= 1
    return tokens.starts[last] + len(tokens.words[last])


def _nominal(tokens: Tokens, head: int) -> Mention | None:
    """A description: `a senior official`, `the ministry`, `both sides`, `the three`, `one of the sources`."""
    low, tag = tokens.low[head], tokens.tags[head]
    number = tag == "CD" and tokens.deps[head] in SUBJECTS
    many = low in QUANTIFIERS and tokens.deps[head] in SUBJECTS
    noun = tag in ("NN", "NNS", "NNP", "NNPS") and low in _nouns()
    if not (noun or number or many) or tokens.deps[head] in ("compound", "nmod", "amod"):
        return None
    first, last = tokens.lefts[head], _described_end(tokens, head)
    while first < head and tokens.tags[first] in ("``", "''", ",", "CC"):
        first += 1
    if number and low == "one":
        several = next((word for word in reversed(tokens.low[head:last]) if word in speaker_words("anonymous")), None)
        if several is None and "them" not in tokens.low[head:last]:
            return None
        low, number = (several or "person").removesuffix("s"), False
    words = tokens.phrase(first, last)
    opening = tokens.low[first]
    return _mention(
        tokens,
        first,
        last,
        head,
        kind=MentionKind.NOMINAL,
        words=words,
        noun=low,
        country=country_of(words) or country_of(tokens.phrase(first, _phrase_end(tokens, head))),
        gender=noun_gender(low),
        plural=tag in ("NNS", "NNPS") or number or many or low in ("police", "authorities"),
        definite=opening in DEFINITE,
        of=_described(tokens, head),
        reach=_reach(tokens, head),
        ordinal=not ORDINALS.isdisjoint(tokens.low[first:head]),
    )


def find_mentions(block: Block, text: str, place: Place) -> list[Mention]:
    """The mentions of one block, in order of their head words.

    Args:
        block: a parsed block.
        text: the article's text.
        place: where the block stands in the text.
    """
    tokens = read_tokens(block, text, place)
    taken = [False] * len(tokens.words)
    nouns, roles = _nouns(), speaker_words("persons") | speaker_words("titles")
    found: list[Mention] = []
    for first, last in iter_names(tokens):
        mention = _name(tokens, first, last)
        if mention is not None and not all(low in roles for low in tokens.low[first:last]):
            found.append(mention)
            taken[first:last] = [True] * (last - first)
    for i, low in enumerate(tokens.low):
        if taken[i]:
            continue
        if _is_pronoun(tokens, i):
            gender = {"he": "m", "she": "f", "him": "m", "her": "f"}.get(low)
            found.append(
                _mention(
                    tokens,
                    i,
                    i + 1,
                    i,
                    kind=MentionKind.PRONOUN,
                    words=tokens.words[i],
                    noun=OBJECTS.get(low, low),
                    gender=gender,
                    plural=low == "they",
                    definite=True,
                )
            )
        elif low in nouns or tokens.tags[i] == "CD":
            nominal = _nominal(tokens, i)
            if nominal is not None:
                found.append(nominal)
    found.sort(key=lambda mention: mention.head)
    return found
