"""Who speaks, to whom, and who passes it on."""

from __future__ import annotations

from diplonews.quotes.cues import FINITE, NOUN_TAGS, Cue
from diplonews.quotes.following import END
from diplonews.quotes.sources import SPEAKING_TAGS, agent, noun_phrase, subject
from diplonews.syntax.blocks import Block, Range

__all__ = ["PASSED_ON", "hearer_of", "is_passed_on", "relay_of", "speaking", "touches"]

SIGNS = frozenset((",", ".", ":", ";"))
SOURCE_GAP = 6
BESIDE_TOKENS = 20
PASSED_ON = frozenset(("quoted", "cited"))


def _may_open_source(block: Block, i: int) -> bool:
    """Whether a token may belong to a name or title in front of a noun phrase."""
    word = block[i].text
    verb = block[i].tag.startswith(("V", "MD", "PRP", "W")) and word[0].islower()
    return word[0].isalnum() and block[i].quoted < 0 and not verb and block[i].tag != "PRP"


def _from_quotation(block: Block, source: Range) -> Range:
    """A source that follows a quotation, from the mark on: the parse often cuts off its first words."""
    first = source[0]
    while first > 0 and source[0] - first < SOURCE_GAP and _may_open_source(block, first - 1):
        first -= 1
    after_quotation = first > 0 and block[first - 1].quoted >= 0
    return (first, source[1]) if after_quotation else source


def hearer_of(block: Block, cue: Cue, last: int) -> Range | None:
    """Who is told: the object of `tell`, `remind`, `assure`."""
    if cue.passive:
        return None
    heads = block.children(cue.head, "dobj", "dative") if "hearer" in cue.entry.frames else []
    for kid in heads:
        if kid > cue.head and block[kid].tag in NOUN_TAGS and block[kid].quoted == block[cue.head].quoted:
            piece = block.trim((max(block.left(kid), cue.head + 1), min(block.right(kid), max(last, kid + 1))))
            return piece if piece[0] < piece[1] else None
    return None


def relay_of(block: Block, chain: list[int]) -> Range | None:
    """Who passes the words on: `is cited by Interfax as saying`."""
    for verb in chain:
        if block[verb].low in PASSED_ON:
            noun = agent(block, verb)
            if noun is not None:
                return noun_phrase(block, noun, bounds=(verb + 1, block.sentence(verb)[1]))
    return None


def touches(source: Range | None, verb: int) -> bool:
    """Whether a source stands right before or after its verb, a comma apart at most."""
    return source is not None and (source[1] in (verb, verb - 1) or source[0] == verb + 1)


def _between(block: Block, quoted_end: int, verb: int) -> Range:
    """What stands between a quotation and its verb, or, where nothing does, after the verb up to the next sign."""
    if verb > quoted_end:
        return quoted_end, verb
    last = verb + 1
    while last < len(block) and last - verb <= BESIDE_TOKENS and block[last].text not in SIGNS:
        last += 1
    return verb + 1, last


def _beside_quotation(block: Block, verb: int) -> tuple[int, Range] | None:
    """A speaker whom the parse has lost, between a quotation and its verb or right after the verb.

    `"...," Holm, a Danish envoy, said`; `"...," said Jens Holm, a Danish envoy`.
    """
    if block[verb].quoted >= 0 or block[verb].tag not in FINITE:
        return None
    ended = block.quotations_before(verb)
    if not ended or verb - block.ranges[ended - 1][1] > BESIDE_TOKENS:
        return None
    piece = block.trim(_between(block, block.ranges[ended - 1][1], verb))
    nouns = [i for i in range(*piece) if block[i].tag in SPEAKING_TAGS and block[i].quoted < 0]
    verbs = any(block[i].tag in FINITE or block[i].text in END for i in range(*piece) if block[i].text != ".")
    if not nouns or verbs:
        return None
    comma = next((i for i in range(*piece) if block[i].text == ","), piece[1])
    before = [i for i in nouns if i < comma]
    return (before or nouns)[-1], piece


def _after_setting(block: Block, verb: int, bounds: Range) -> tuple[int, Range] | None:
    """A subject which the parse has drawn into the phrase before it: `In a letter to Holm, the mayor said ...`."""
    for kid in block.children(verb, "prep", "npadvmod", "advcl"):
        if not bounds[0] <= kid < verb or block.right(kid) > verb:
            continue
        for i in range(kid + 1, block.right(kid)):
            opens = block[i].dep == "appos" and block.left(i) > kid and block[block.left(i) - 1].text == ","
            if opens and block[i].tag in SPEAKING_TAGS and block[i].quoted < 0:
                return i, block.trim((block.left(i), verb))
    return None


def _right_before(block: Block, verb: int, bounds: Range) -> tuple[int, Range] | None:
    """A name right before a verb, which the parse has hung elsewhere: `At noon in Oslo Jens Holm (Labour) said ...`."""
    last = verb
    while last > bounds[0] and block[last - 1].tag == "RB":
        last -= 1
    end = last
    if last > bounds[0] and block[last - 1].text == ")":
        opening = [i for i in range(max(bounds[0], last - SOURCE_GAP), last) if block[i].text == "("]
        last = opening[-1] if opening else last
    first = last
    while first > bounds[0] and _may_open_source(block, first - 1) and block[first - 1].text[0].isupper():
        first -= 1
    if first == last or block[last - 1].tag not in SPEAKING_TAGS:
        return None
    return last - 1, (first, end)


def speaking(block: Block, cue: Cue, bounds: Range) -> tuple[int | None, list[int], Range | None]:
    """The subject of a cue, the verbs that lead to it, and its whole phrase."""
    head, chain = subject(block, cue.head)
    if cue.passive:
        head = agent(block, cue.head)
    if head is None and not cue.passive and "quote" in cue.entry.frames:
        found = _beside_quotation(block, cue.head)
        if found is None and block[cue.head].dep == "ROOT":
            found = _after_setting(block, cue.head, bounds)
        if found is None and (block[cue.head].tag in FINITE or block[cue.head].tag.startswith("N")):
            found = _right_before(block, cue.head, bounds)
        if found is not None:
            return found[0], [], found[1]
    if head is None or (block[cue.head].quoted >= 0 and not bounds[0] <= head < bounds[1]):
        return None, chain, None
    first, last = block.sentence(head)
    first = max(first, bounds[0]) if head >= bounds[0] else first
    source = noun_phrase(block, head, bounds=(first, last), avoid=cue.head)
    if block[head].head.i == cue.head and source[0] < cue.head and block[cue.head].quoted < 0:
        source = _from_quotation(block, source)
    return head, chain, source


def is_passed_on(block: Block, cue: Cue) -> int | None:
    """Who is quoted in `the agency quoted Holm as saying`."""
    if cue.particle is None or block[cue.particle].low != "saying":
        return None
    quoted = block.child(cue.head, "dobj")
    return quoted if quoted is not None and cue.head < quoted < cue.particle else None
