"""Names in a block: runs of capitalised tokens, the titles in front of them and the roles after them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import attrs

from diplonews.actors.origin import country_of, is_known_body, known_names
from diplonews.language import Block
from diplonews.lexicons.speakers import first_name_gender, speaker_words
from diplonews.lexicons.states import lookup
from diplonews.model.article import RegionKind
from diplonews.model.span import Span

__all__ = [
    "Place",
    "Tokens",
    "apposition_after",
    "is_person",
    "is_title",
    "iter_names",
    "name_start",
    "name_words",
    "names_body",
    "possessor_start",
    "read_tokens",
    "title_start",
]

PARTICLES = frozenset(
    ("de", "del", "da", "di", "du", "al", "el", "bin", "ibn", "van", "von", "der", "den", "la", "le", "y")
)
NAME_TAGS = frozenset(("NNP", "NNPS"))
ODD_TAGS = frozenset(("UH", "FW"))  # what the tagger makes of a part of a foreign name
TITLE_TAGS = frozenset(("NNP", "NNPS", "NN", "NNS", "JJ", "JJR", "JJS", "POS", "HYPH", "IN", "CD", "VBG", "RB"))
TITLE_TOKENS = 14
ROLE_TOKENS = 24
SETTING_TOKENS = 5
BEFORE_SETTING = frozenset(("back", "meanwhile", "earlier", "later", "also", ","))
FULL_NAME = 2
TO_OFFICE = 2
INNER = frozenset(("of", "for", "to"))
SENT = frozenset(("ambassador", "envoy", "representative", "consul", "adviser", "advisor", "aide"))


@attrs.frozen(kw_only=True, eq=False)
class Tokens:
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


def read_tokens(block: Block, text: str, place: Place) -> Tokens:
    """The tokens of a block.

    Args:
        block: a parsed block.
        text: the article's text.
        place: where the block stands in the text.
    """
    columns = block.columns
    return Tokens(
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
        settings=_settings(block, text),
    )


def _settings(block: Block, text: str) -> tuple[str | None, ...]:
    """The setting of each sentence; one holds for the rest of its paragraph."""
    settings: list[str | None] = []
    for first, last in block.columns.sentences:
        settings.append(_setting(block, text, first, last) or (settings[-1] if settings else None))
    return tuple(settings)


def _setting(block: Block, text: str, first: int, last: int) -> str | None:
    """The state of the place that a sentence opens with: `In Oslo, the foreign minister said ...`."""
    columns = block.columns
    while first < last and columns.low[first] in BEFORE_SETTING:
        first += 1
    if first == last or columns.low[first] != "in":
        return None
    for i in range(first + 1, min(last, first + SETTING_TOKENS)):
        if columns.words[i] == ",":
            return country_of(text[columns.starts[first + 1] : columns.starts[i]]) if i > first + 1 else None
    return None


def _joined(tokens: Tokens, i: int) -> bool:
    """Whether no blank stands between a token and the one before it."""
    return i > 0 and tokens.starts[i] == tokens.starts[i - 1] + len(tokens.words[i - 1])


def _continues(tokens: Tokens, i: int) -> bool:
    """Whether token `i` goes on with the name that ends before it."""
    word, tag = tokens.words[i], tokens.tags[i]
    if tag in NAME_TAGS | ODD_TAGS and word[0].isupper():
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


def _adds_portfolio(tokens: Tokens, first: int, i: int) -> bool:
    """Whether `and` goes on with a body's name: `Ministry of Oceans and Fisheries`."""
    if tokens.low[i] != "and" or not names_body(tokens, first, i) or i + 1 >= len(tokens.words):
        return False
    return tokens.tags[i + 1] in NAME_TAGS and not is_title([tokens.low[i + 1]])


def names_body(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a run is a body named by what it deals with: `Ministry of Trade`, `Bank of Oslo`."""
    return last - first > FULL_NAME and tokens.low[first] in speaker_words("bodies") and tokens.low[first + 1] in INNER


def _opens_name(tokens: Tokens, i: int) -> bool:
    """Whether a capitalised token is tagged as a name, or is one elsewhere in the text."""
    word, tag = tokens.words[i], tokens.tags[i]
    return word[0].isupper() and (tag in NAME_TAGS or (tag[0] in "NJVFU" and word in tokens.names))


def _runs(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Runs of capitalised tokens that may be names."""
    i, count = 0, len(tokens.words)
    while i < count:
        if not _opens_name(tokens, i):
            i += 1
            continue
        last = i + 1
        while last < count and (_continues(tokens, last) or _adds_portfolio(tokens, i, last)):
            last += 1
        yield i, last
        i = last


def _is_inner_article(tokens: Tokens, i: int) -> bool:
    """Whether an article stands inside a title: `of the Danish board`."""
    return tokens.low[i] == "the" and i > 0 and tokens.low[i - 1] in INNER


def title_start(tokens: Tokens, first: int) -> int:
    """Where the title in front of a name begins: `Danish harbour board chairman` Ole Friis."""
    start = first
    while start > 0 and first - start < TITLE_TOKENS:
        tag, low = tokens.tags[start - 1], tokens.low[start - 1]
        same = tokens.sentences[start - 1] == tokens.sentences[first]
        odd = tag in ODD_TAGS and tokens.words[start - 1][0].isupper()
        if not same or not (odd or tag in TITLE_TAGS or low == "to" or _is_inner_article(tokens, start - 1)):
            break
        if (tag in ("IN", "TO") and low not in INNER) or (tag == "RB" and low != "then"):
            break
        if low == "to" and (start < TO_OFFICE or tokens.low[start - TO_OFFICE] not in SENT):
            break
        start -= 1
    while start < first and (
        tokens.tags[start] in ("IN", "POS", "RB", "HYPH", "CD") or tokens.words[start] in ("-", "’s")
    ):
        start += 1
    return start


def is_title(words: list[str]) -> bool:
    """Whether a stretch in front of a name holds a word of a title or role."""
    titles, roles = speaker_words("titles"), speaker_words("persons")
    return any(word in titles or word in roles for word in words)


def apposition_after(tokens: Tokens, last: int) -> tuple[int, int] | None:
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


def _ends_title(tokens: Tokens, first: int) -> bool:
    """Whether a name begins with the state that its title ends with: ambassador to the `U.S.` Anna Vik."""
    before = first - 1 if tokens.low[first - 1] != "the" else first - 2
    return before > 0 and tokens.low[before] == "to" and tokens.low[before - 1] in SENT


def name_start(tokens: Tokens, first: int, last: int) -> int:
    """The first token of the name proper: leading title words are stepped over."""
    titles = speaker_words("titles") | speaker_words("persons")
    start = first
    for i in range(first, last - 1):
        state = i == first and last - first > FULL_NAME and lookup(tokens.words[i]) is not None
        given = last - i == FULL_NAME + 1 and first_name_gender(tokens.words[i + 1]) is not None
        body = given and tokens.low[i] in speaker_words("bodies")
        if tokens.low[i] in titles:
            start = i + 1 if tokens.words[i + 1] != "-" else start
        elif body or (state and first > 0 and _ends_title(tokens, first)):
            start = i + 1
    return start


def possessor_start(tokens: Tokens, first: int) -> int:
    """Where the state that a body belongs to begins: `Oslo’s` Foreign Ministry."""
    start = first - 1
    if first >= 2 and tokens.tags[start] == "POS":
        while start > 0 and tokens.tags[start - 1] in NAME_TAGS:
            start -= 1
        return start if start < first - 1 else first
    return first


def is_person(tokens: Tokens, first: int, last: int, title: list[str], role: str | None) -> bool | None:
    """Whether a run names a person; None where nothing tells."""
    name = tokens.phrase(first, last)
    bodies = speaker_words("bodies")
    if tokens.low[last - 1] in bodies or names_body(tokens, first, last):
        return False
    known = [found for span, found in known_names(name) if len(span) >= len(name) - 2]
    if known:
        return known[0].kind == "LEADER"
    if is_known_body(name):
        return False
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


def iter_names(tokens: Tokens) -> Iterator[tuple[int, int]]:
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
