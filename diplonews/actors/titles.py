"""Names and titles as they stand in a phrase: `Japanese Foreign Minister Toru Aoki`, `Toru Aoki, the envoy`."""

from __future__ import annotations

from diplonews.actors.resolve import is_agentive
from diplonews.actors.tree import Node, Sentence
from diplonews.lexicons.actornames import sector_of
from diplonews.lexicons.tables import Tables

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


def full_name(node: Node) -> str:
    """The name that ends with a word, without titles before it."""
    words = [kid for kid in node.kids if kid.dep in ("compound", "nmod", "punct") and kid.i < node.i]
    run: list[Node] = [node]
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


def title(node: Node) -> str:
    """The words in small letters between a nationality and a name: `foreign minister`."""
    words = [kid for kid in node.subtree() if kid.i < node.i and kid.tag[0] in "NJIC" and kid.name is None]
    last = -1
    for position, word in enumerate(words):
        if title_word(word.low):
            last = position
    if last >= 0:
        return " ".join(word.low for word in words[: last + 1])
    for kid in node.below("appos"):
        if title_word(kid.low):
            return " ".join(
                word.low for word in kid.subtree() if word.i <= kid.i and word.name is None and word.tag[0] in "NJI"
            )
    return ""


def is_titled(node: Node) -> bool:
    """Whether modifiers of a name can tell its country: `Japanese Foreign Minister Aoki`, not `Japan Airlines`."""
    return bool(title(node)) or node.first("appos") is not None or any(kid.dep == "amod" for kid in node.kids)


def owner_code(node: Node) -> str | None:
    """The state whose office it is by its own modifiers: `the Danish ministry`."""
    for kid in node.kids:
        if kid.dep in ("poss", "amod", "compound", "nmod") and kid.name is not None and kid.name.code:
            return kid.name.code
    return None


def _name_start(node: Node, sentence: Sentence) -> int | None:
    """The number of the first word of a name in its sentence; None where the word lies outside."""
    nodes = sentence.nodes
    place = first = node.i - nodes[0].i
    if not 0 <= place < len(nodes) or nodes[place] is not node:
        return None
    while first > max(0, place - MOST_NAMES) and nodes[first - 1].tag == "NNP" and nodes[first - 1].name is None:
        first -= 1
    return first


def state_of_title(node: Node, sentence: Sentence) -> str | None:
    """The state of `Minister of Fisheries of Malta` Ann Borg, however it was parsed."""
    nodes = sentence.nodes
    first = _name_start(node, sentence)
    state = nodes[first - 1].name if first else None
    start = first or 0
    while start and state is not None and nodes[start - 1].name is state:
        start -= 1
    if state is None or start == 0 or nodes[start - 1].low not in ("of", "for"):
        return None
    titled = any(title_word(before.low) for before in nodes[max(0, start - TITLE_WORDS) : start])
    return state.code if titled else None


def state_before(node: Node, sentence: Sentence) -> str | None:
    """The state of `Danish Foreign Minister` Ole Friis by the order of the words, whatever the parse."""
    nodes = sentence.nodes
    first = last = node.i - nodes[0].i
    if not 0 <= last < len(nodes) or nodes[last] is not node:
        return None
    while first > max(0, last - TITLE_WORDS) and nodes[first - 1].name is None and nodes[first - 1].tag[0] in "NJIC":
        first -= 1
    run = nodes[first:last]
    if not any(title_word(word.low) for word in run) or run[0].tag[0] in "IC":
        return None
    place = first - 1
    if place >= 0 and nodes[place].tag == "POS":
        place -= 1
    state = nodes[place].name if place >= 0 else None
    return state.code or None if state is not None and state.kind in BEFORE_TITLES else None


def noun_before(node: Node, sentence: Sentence, tables: Tables) -> Node | None:
    """The noun right before a name that the parse does not join to it: `his Danish counterpart` Ole Friis."""
    first = _name_start(node, sentence)
    if not first or sentence.nodes[first] is node:
        return None
    before = sentence.nodes[first - 1]
    return before if before.tag == "NN" and is_agentive(before, tables) else None
