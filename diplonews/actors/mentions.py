"""Where a text mentions persons, bodies, documents and groups: names, descriptions and pronouns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from functools import cache

import attrs

from diplonews.actors.origin import country_of, known_names
from diplonews.language import Block
from diplonews.lexicons.reporting import form_lemmas
from diplonews.lexicons.speakers import first_name_gender, noun_gender, speaker_words
from diplonews.model.article import RegionKind
from diplonews.model.span import Span

__all__ = ["Mention", "MentionKind", "Place", "find_mentions", "name_words"]

PARTICLES = frozenset(
    ("de", "del", "da", "di", "du", "al", "el", "bin", "ibn", "van", "von", "der", "den", "la", "le", "y")
)
NAME_TAGS = frozenset(("NNP", "NNPS"))
TITLE_TAGS = frozenset(("NNP", "NNPS", "NN", "NNS", "JJ", "JJR", "JJS", "POS", "HYPH", "IN", "CD", "VBG", "RB"))
PRONOUNS = frozenset(("he", "she", "it", "they", "who"))
OBJECTS = {"him": "he", "her": "she", "them": "they"}
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
QUANTIFIERS = frozenset(("many", "some", "others", "both", "several"))
DEFINITE = frozenset(("the", "this", "that", "these", "those", "its", "his", "her", "their", "both"))
TITLE_TOKENS = 14
ROLE_TOKENS = 24
SETTING_TOKENS = 5
FULL_NAME = 2
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
    block_kind: RegionKind = RegionKind.BODY
    setting: str | None = None


@attrs.frozen(kw_only=True, eq=False)
class _Tokens:
    """The tokens of a block as plain lists."""

    words: tuple[str, ...]
    low: tuple[str, ...]
    tags: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[int, ...]
    starts: tuple[int, ...]
    lefts: tuple[int, ...]
    rights: tuple[int, ...]
    sentences: tuple[int, ...]
    first_sentence: int
    number: int
    kind: RegionKind
    quoted: Callable[[int], bool]
    names: frozenset[str]
    text: str
    settings: tuple[str | None, ...]

    def span(self, first: int, last: int) -> Span:
        """Characters of the tokens `first` to `last - 1`."""
        return Span(self.starts[first], self.starts[last - 1] + len(self.words[last - 1]))

    def phrase(self, first: int, last: int) -> str:
        """Their words as printed."""
        return self.span(first, last).of(self.text)


@attrs.frozen(kw_only=True, eq=False)
class Place:
    """Where a block stands, and what the reader of its mentions needs to know.

    Attributes:
        number: of the block.
        sentence: number of its first sentence, counted through the text.
        quoted: whether a character of the text stands inside a quotation.
        names: words that the text uses as the last word of a name.
    """

    number: int = 0
    sentence: int = 0
    quoted: Callable[[int], bool] = bool
    names: frozenset[str] = frozenset()


def name_words(blocks: Iterable[Block]) -> frozenset[str]:
    """The words that end a name of two or more words somewhere in the text."""
    words = set()
    for block in blocks:
        columns = block.columns
        for before, tag, word in zip(columns.tags, columns.tags[1:], columns.words[1:], strict=False):
            if before in NAME_TAGS and tag in NAME_TAGS and len(word) > len("Li") and word[0].isupper():
                words.add(word)
    return frozenset(words)


def _tokens(block: Block, text: str, place: Place) -> _Tokens:
    columns = block.columns
    return _Tokens(
        words=columns.words,
        low=columns.low,
        tags=columns.tags,
        deps=columns.deps,
        heads=columns.heads,
        starts=columns.starts,
        lefts=columns.lefts,
        rights=columns.rights,
        sentences=columns.sentence_of,
        first_sentence=place.sentence,
        number=place.number,
        kind=block.kind,
        quoted=place.quoted,
        names=place.names,
        text=text,
        settings=tuple(_setting(block, text, first, last) for first, last in columns.sentences),
    )


def _setting(block: Block, text: str, first: int, last: int) -> str | None:
    """The state of the place that a sentence opens with: `In Oslo, the foreign minister said ...`."""
    columns = block.columns
    if columns.low[first] != "in":
        return None
    for i in range(first + 1, min(last, first + SETTING_TOKENS)):
        if columns.words[i] == ",":
            return country_of(text[columns.starts[first + 1] : columns.starts[i]]) if i > first + 1 else None
    return None


def _joined(tokens: _Tokens, i: int) -> bool:
    """Whether no blank stands between a token and the one before it."""
    return i > 0 and tokens.starts[i] == tokens.starts[i - 1] + len(tokens.words[i - 1])


def _continues(tokens: _Tokens, i: int) -> bool:
    """Whether token `i` goes on with the name that ends before it."""
    word, tag = tokens.words[i], tokens.tags[i]
    if tag in NAME_TAGS and word[0].isupper():
        return True
    if word in ("-", "’", "'") and _joined(tokens, i):
        return i + 1 < len(tokens.words) and _joined(tokens, i + 1) and tokens.words[i + 1][0].isalpha()
    if tokens.words[i - 1] == "-" and _joined(tokens, i):
        return word[0].isalpha()
    if tokens.low[i] in ("of", "for", "and") and i + 1 < len(tokens.words) and tokens.words[i + 1][0].isupper():
        return tokens.low[i - 1] in speaker_words("bodies") and tokens.tags[i + 1] in NAME_TAGS
    following = i + 1 < len(tokens.words) and tokens.words[i + 1][0].isupper()
    if word.lower() in PARTICLES and not following and i + 2 < len(tokens.words):
        return tokens.words[i + 1] == "-" and _joined(tokens, i + 2) and tokens.words[i + 2][0].isupper()
    return following and (word in PARTICLES or (len(word) == 2 and word[1] == "." and word[0].isupper()))


def _opens_name(tokens: _Tokens, i: int) -> bool:
    """Whether a capitalised token is tagged as a name, or is one elsewhere in the text."""
    word, tag = tokens.words[i], tokens.tags[i]
    return word[0].isupper() and (tag in NAME_TAGS or (tag[0] in "NJVFU" and word in tokens.names))


def _runs(tokens: _Tokens) -> Iterator[tuple[int, int]]:
    """Runs of capitalised tokens that may be names."""
    i, count = 0, len(tokens.words)
    while i < count:
        if not _opens_name(tokens, i):
            i += 1
            continue
        last = i + 1
        while last < count and _continues(tokens, last):
            last += 1
        yield i, last
        i = last


def _title_start(tokens: _Tokens, first: int) -> int:
    """Where the title in front of a name begins: `Danish harbour board chairman` Ole Friis."""
    start = first
    while start > 0 and first - start < TITLE_TOKENS:
        tag, low = tokens.tags[start - 1], tokens.low[start - 1]
        same = tokens.sentences[start - 1] == tokens.sentences[first]
        if (
            not same
            or tag not in TITLE_TAGS
            or (tag == "IN" and low not in ("of", "for"))
            or (tag == "RB" and low != "then")
        ):
            break
        start -= 1
    while start < first and (
        tokens.tags[start] in ("IN", "POS", "RB", "HYPH", "CD") or tokens.words[start] in ("-", "’s")
    ):
        start += 1
    return start


def _is_title(words: list[str]) -> bool:
    """Whether a stretch in front of a name holds a word of a title or role."""
    titles, roles = speaker_words("titles"), speaker_words("persons")
    return any(word in titles or word in roles for word in words)


def _apposition(tokens: _Tokens, last: int) -> tuple[int, int] | None:
    """The role printed after a name, between commas: `, acting head of the agency,`."""
    count = len(tokens.words)
    if last + 1 >= count or tokens.words[last] != ",":
        return None
    roles = speaker_words("persons") | speaker_words("titles")
    end = first = last + 1
    held = False
    while end < count and end - first < ROLE_TOKENS:
        tag, word = tokens.tags[end], tokens.words[end]
        if word in (",", ".", ";", ":", "(", ")", "—", "--") or tag in (
            "VBD",
            "VBZ",
            "VBP",
            "MD",
            "WP",
            "WDT",
            "PRP",
            "''",
            "``",
        ):
            break
        held = held or tokens.low[end] in roles
        end += 1
    if end < count and tokens.tags[end] in ("VBD", "VBZ", "VBP", "MD"):
        return None
    if not held or end == first or tokens.low[first] in ("and", "but", "or", "with", "in", "on", "at", "as", "by"):
        return None
    return first, end


def _split_title(tokens: _Tokens, first: int, last: int) -> int:
    """The first token of the name proper: leading title words are stepped over."""
    titles = speaker_words("titles") | speaker_words("persons")
    start = first
    for i in range(first, last - 1):
        given = last - i == FULL_NAME + 1 and first_name_gender(tokens.words[i + 1]) is not None
        if (tokens.low[i] in titles and tokens.words[i + 1] != "-") or (
            given and tokens.low[i] in speaker_words("bodies")
        ):
            start = i + 1
    return start


def _possessor(tokens: _Tokens, first: int) -> int:
    """Where the state that a body belongs to begins: `Oslo’s` Foreign Ministry."""
    start = first - 1
    if first >= 2 and tokens.tags[start] == "POS":
        while start > 0 and tokens.tags[start - 1] in NAME_TAGS:
            start -= 1
        return start if start < first - 1 else first
    return first


def _is_person(tokens: _Tokens, first: int, last: int, title: list[str], role: str | None) -> bool | None:
    """Whether a run names a person; None where nothing tells."""
    name = tokens.phrase(first, last)
    bodies = speaker_words("bodies")
    if tokens.low[last - 1] in bodies or (tokens.low[first] in bodies and "of" in tokens.low[first:last]):
        return False
    known = [found for span, found in known_names(name) if len(span) >= len(name) - 2]
    if known:
        return known[0].kind == "LEADER"
    if first > 0 and tokens.tags[first - 1] == "NN" and tokens.low[first - 1] in speaker_words("media"):
        return False
    article = first > 0 and tokens.low[first - 1] in ("the", "a", "an")
    if title and not article:
        return True
    if role is not None or first_name_gender(tokens.words[first]) is not None:
        return last - first > 1 or role is not None
    hyphenated = "-" in tokens.words[first + 1 : last] and last - first >= 4
    if hyphenated and not article:
        return True
    return None if last - first in (1, 2, 3) and not article else False


def _body(tokens: _Tokens, first: int, last: int) -> Mention:
    """The mention of a body: `Oslo’s Foreign Ministry`, `the Lindholm administration`."""
    words = tokens.phrase(first, last)
    return _mention(
        tokens,
        first,
        last,
        last - 1,
        kind=MentionKind.NAME,
        words=words,
        noun=tokens.low[last - 1],
        country=country_of(words),
        person=False,
        definite=True,
    )


def _name(tokens: _Tokens, first: int, last: int) -> Mention | None:
    """The mention of a name with its title and apposition."""
    count = len(tokens.words)
    if (
        last < count
        and tokens.tags[last] in ("NN", "NNS")
        and tokens.low[last] in speaker_words("bodies")
        and tokens.heads[last - 1] == last
    ):
        return _body(tokens, first, last + 1)
    if tokens.low[last - 1] in speaker_words("bodies"):
        return _body(tokens, _possessor(tokens, first), last)
    start = _split_title(tokens, first, last)
    title_start = _title_start(tokens, start)
    title_words = list(tokens.low[title_start:start])
    if title_words and not _is_title(title_words):
        title_start, title_words = first, []
        start = first
    role = tokens.phrase(title_start, start) if title_words else None
    apposition = _apposition(tokens, last)
    told = apposition is not None
    if apposition is not None and (role is None or len(role) < len("secretary")):
        role = tokens.phrase(*apposition)
    words = tokens.phrase(start, last)
    if not _WORD.search(words):
        return None
    person = _is_person(tokens, start, last, title_words, role if told else None)
    genders = [noun_gender(word) for word in title_words] + [
        first_name_gender(tokens.words[start]) if last - start > 1 else None
    ]
    if role is not None:
        genders += [noun_gender(word.lower()) for word in role.split()[-1:]]
    gender = next((item for item in genders if item), None)
    country = country_of(role) if role is not None else None
    if apposition is not None and country is None:
        country = country_of(tokens.phrase(*apposition))
    noun = next((word for word in reversed(title_words) if _is_title([word])), "")
    of = tokens.starts[tokens.heads[last - 1]] if tokens.deps[last - 1] == "appos" else None
    country = country or _home(tokens, last)
    return _mention(
        tokens,
        title_start,
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


def _home(tokens: _Tokens, last: int) -> str | None:
    """The country of the body after a name: `Anna Vik of the State Department`."""
    if last + 1 >= len(tokens.words) or tokens.low[last] not in ("of", "from"):
        return None
    return country_of(tokens.phrase(last + 1, max(tokens.rights[last] + 1, last + 2)))


def _is_according_to(tokens: _Tokens, i: int) -> bool:
    """Whether a noun is whom `according to` names."""
    to = tokens.heads[i]
    return tokens.low[to] == "to" and to > 0 and tokens.low[to - 1] == "according"


def _mention(tokens: _Tokens, first: int, last: int, head: int, **fields: object) -> Mention:
    """A mention with its grammar filled in."""
    top = head
    for _ in range(3):
        if tokens.deps[top] in ("compound", "nmod", "appos", "flat", "poss") and first <= tokens.heads[top] < last:
            top = tokens.heads[top]
    subject = tokens.deps[top] in SUBJECTS
    verb = tokens.heads[top]
    character = tokens.starts[head]
    return Mention(
        block=tokens.number,
        block_kind=tokens.kind,
        quoted=tokens.quoted(character),
        span=tokens.span(first, last),
        head=character,
        sentence=tokens.first_sentence + tokens.sentences[head],
        subject=subject,
        speaks=tokens.low[verb] in form_lemmas() if subject else _is_according_to(tokens, top),
        setting=tokens.settings[tokens.sentences[head]],
        **fields,  # type: ignore[arg-type] # checked by the callers
    )


@cache
def _nouns() -> frozenset[str]:
    """All words that may head a description."""
    kinds = ("groups", "documents", "persons", "anonymous")
    return frozenset().union(*(speaker_words(kind) for kind in kinds)) | QUANTIFIERS


def _is_pronoun(tokens: _Tokens, i: int) -> bool:
    """Whether a token is a pronoun that may speak: a subject, `according to him`, `quoted him as saying`."""
    if tokens.low[i] in PRONOUNS:
        return tokens.deps[i] in SUBJECTS
    if tokens.low[i] not in OBJECTS or i < 1:
        return False
    return tokens.low[i - 1] in ("quoted", "cited", "quotes") or (i > 1 and tokens.low[i - 2] == "according")


def _nominal(tokens: _Tokens, head: int) -> Mention | None:
    """A description: `a senior official`, `the ministry`, `both sides`, `the three`."""
    low, tag = tokens.low[head], tokens.tags[head]
    number = tag == "CD" and tokens.deps[head] in SUBJECTS
    many = low in QUANTIFIERS and tokens.deps[head] in SUBJECTS
    noun = tag in ("NN", "NNS", "NNP", "NNPS") and (
        low in speaker_words("groups") or low in speaker_words("documents") or low in speaker_words("persons")
    )
    if not (noun or number or many) or tokens.deps[head] in ("compound", "nmod", "amod"):
        return None
    first, last = tokens.lefts[head], head + 1
    for i in range(head + 1, tokens.rights[head] + 1):
        if tokens.low[i] in ("of", "in", "from", "at") and tokens.heads[i] == head:
            last = tokens.rights[i] + 1
            break
        if i > head + 1:
            break
    while first < head and tokens.tags[first] in ("``", "''", ",", "CC"):
        first += 1
    single = low == "one" and number
    if single:
        inner = next((i for i in range(last - 1, head, -1) if tokens.low[i] in speaker_words("anonymous")), None)
        if inner is None:
            return None
        low = tokens.low[inner].removesuffix("s")
    words = tokens.phrase(first, last)
    opening = tokens.low[first]
    of = None
    above = tokens.heads[head]
    if tokens.deps[head] == "appos":
        of = tokens.starts[above]
    elif tokens.deps[head] == "attr" and tokens.low[above] in ("is", "was", "’s", "'s", "be", "been"):
        of = next(
            (
                tokens.starts[i]
                for i in range(tokens.lefts[above], above)
                if tokens.deps[i] == "nsubj" and tokens.heads[i] == above
            ),
            None,
        )
    before = tokens.low[first:head]
    return _mention(
        tokens,
        first,
        last,
        head,
        kind=MentionKind.NOMINAL,
        words=words,
        noun=low,
        country=country_of(words),
        gender=noun_gender(low),
        plural=tag in ("NNS", "NNPS") or (number and not single) or many or low in ("police", "authorities"),
        definite=opening in DEFINITE or (number and opening == "the"),
        of=of,
        ordinal=any(word in ("second", "third", "another", "other", "different", "separate") for word in before),
    )


def _names(tokens: _Tokens) -> Iterator[tuple[int, int]]:
    """Runs of capitalised tokens without the days and months at their ends."""
    calendar = speaker_words("calendar")
    for run in _runs(tokens):
        first, last = run
        while first < last and tokens.low[first] in calendar:
            first += 1
        while first < last and tokens.low[last - 1] in calendar:
            last -= 1
        if first < last:
            yield first, last


def find_mentions(block: Block, text: str, place: Place) -> list[Mention]:
    """The mentions of one block, in order of their head words.

    Args:
        block: a parsed block.
        text: the article's text.
        place: where the block stands in the text.
    """
    tokens = _tokens(block, text, place)
    taken = [False] * len(tokens.words)
    nouns, roles = _nouns(), speaker_words("persons") | speaker_words("titles")
    found: list[Mention] = []
    for first, last in _names(tokens):
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
