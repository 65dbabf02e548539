"""Names and titles as they stand in a phrase: `Japanese Foreign Minister Toru Aoki`, `Toru Aoki, the envoy`."""

from __future__ import annotations

from diplonews.actors.resolve import is_agentive
from diplonews.lexicons.actornames import sector_of
from diplonews.lexicons.tables import Tables
from diplonews.syntax.blocks import Sentence
from diplonews.syntax.tokens import Token

__all__ = [
    "full_name",
    "is_titled",
    "noun_before",
    "owner_code",
    "state_before",
    "state_of_title",
    "surname",
    "title",
    "title_word",
]

SURNAME_FIRST = frozenset(("CHN", "KOR", "PRK", "TWN", "HKG", "KHM"))
BEFORE_TITLES = frozenset(("ADJECTIVE", "NAME", "CAPITAL"))
MOST_NAMES = 4
TITLE_WORDS = 8


def surname(name: str, code: str) -> str:
    """The part of a full name that stands for the person later on."""
    parts = name.split() or [name]
    return parts[0] if "-" in parts[-1] or code in SURNAME_FIRST else parts[-1]


def full_name(token: Token) -> str:
    """The name that ends with a word, without titles before it."""
    words = [kid for kid in token.kids if kid.dep in ("compound", "nmod", "punct") and kid.i < token.i]
    run: list[Token] = [token]
    for kid in sorted(words, key=lambda word: -word.i):
        if (
            kid.i == run[-1].i - 1
            and kid.name is None
            and (kid.tag in ("NNP", "HYPH", "IN") or kid.text == "-")
            and not is_agentive(kid)
        ):
            run.append(kid)
        else:
            break
    text = ""
    for word in reversed(run):
        text += word.text if not text or text.endswith("-") or word.text == "-" else f" {word.text}"
    return text.strip("- ")


def title_word(low: str) -> bool:
    """Whether a word in small letters is a title or a noun for a person."""
    known = sector_of(low)
    return (known is not None and known[1] == "person") or low in ("state", "defense", "defence")


def title(token: Token) -> str:
    """The words in small letters between a nationality and a name: `foreign minister`."""
    words = [word for word in token.before() if word.tag[0] in "NJIC" and word.name is None]
    last = -1
    for position, word in enumerate(words):
        if title_word(word.low):
            last = position
    if last >= 0:
        return " ".join(word.low for word in words[: last + 1])
    for kid in token.below("appos"):
        if title_word(kid.low):
            return " ".join(
                word.low for word in kid.subtree() if word.i <= kid.i and word.name is None and word.tag[0] in "NJI"
            )
    return ""


def is_titled(token: Token) -> bool:
    """Whether modifiers of a name can tell its country: `Japanese Foreign Minister Aoki`, not `Japan Airlines`."""
    return bool(title(token)) or token.first("appos") is not None or any(kid.dep == "amod" for kid in token.kids)


def owner_code(token: Token) -> str | None:
    """The state whose office it is by its own modifiers: `the Danish ministry`."""
    for kid in token.kids:
        if kid.dep in ("poss", "amod", "compound", "nmod") and kid.name is not None and kid.name.code:
            return kid.name.code
    return None


def _name_start(token: Token, sentence: Sentence) -> int | None:
    """The number of the first word of a name in its sentence; None where the word lies outside."""
    tokens = sentence.tokens
    place = first = token.i - tokens[0].i
    if not 0 <= place < len(tokens) or tokens[place] is not token:
        return None
    while first > max(0, place - MOST_NAMES) and tokens[first - 1].tag == "NNP" and tokens[first - 1].name is None:
        first -= 1
    return first


def state_of_title(token: Token, sentence: Sentence) -> str | None:
    """The state of `Minister of Fisheries of Malta` Ann Borg, however it was parsed."""
    tokens = sentence.tokens
    first = _name_start(token, sentence)
    state = tokens[first - 1].name if first else None
    start = first or 0
    while start and state is not None and tokens[start - 1].name is state:
        start -= 1
    if state is None or start == 0 or tokens[start - 1].low not in ("of", "for"):
        return None
    titled = any(title_word(before.low) for before in tokens[max(0, start - TITLE_WORDS) : start])
    return state.code if titled else None


def state_before(token: Token, sentence: Sentence) -> str | None:
    """The state of `Danish Foreign Minister` Ole Friis by the order of the words, whatever the parse."""
    tokens = sentence.tokens
    first = last = token.i - tokens[0].i
    if not 0 <= last < len(tokens) or tokens[last] is not token:
        return None
    while first > max(0, last - TITLE_WORDS) and tokens[first - 1].name is None and tokens[first - 1].tag[0] in "NJIC":
        first -= 1
    run = tokens[first:last]
    if not any(title_word(word.low) for word in run) or run[0].tag[0] in "IC":
        return None
    place = first - 1
    if place >= 0 and tokens[place].tag == "POS":
        place -= 1
    state = tokens[place].name if place >= 0 else None
    return state.code or None if state is not None and state.kind in BEFORE_TITLES else None


def noun_before(token: Token, sentence: Sentence, tables: Tables) -> Token | None:
    """The noun right before a name that the parse does not join to it: `his Danish counterpart` Ole Friis."""
    first = _name_start(token, sentence)
    if not first or sentence.tokens[first] is token:
        return None
    before = sentence.tokens[first - 1]
    return before if before.tag == "NN" and is_agentive(before, tables) else None
