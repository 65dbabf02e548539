"""Who speaks, to whom, and who passes it on."""

from __future__ import annotations

from diplonews.quotes.cues import FINITE, Cue
from diplonews.quotes.following import END
from diplonews.quotes.sources import SPEAKING_TAGS, agent, noun_phrase, subject
from diplonews.quotes.view import NOUN_TAGS, Range, View

__all__ = ["PASSED_ON", "hearer_of", "is_passed_on", "relay_of", "speaking", "touches"]

SIGNS = frozenset((",", ".", ":", ";"))
SOURCE_GAP = 6
BESIDE_TOKENS = 20
PASSED_ON = frozenset(("quoted", "cited"))


def _may_open_source(view: View, i: int) -> bool:
    """Whether a token may belong to a name or title in front of a noun phrase."""
    word = view.words[i]
    verb = view.tags[i].startswith(("V", "MD", "PRP", "W")) and word[0].islower()
    return word[0].isalnum() and view.quoted[i] < 0 and not verb and view.tags[i] != "PRP"


def _from_quotation(view: View, source: Range) -> Range:
    """A source that follows a quotation, from the mark on: the parse often cuts off its first words."""
    first = source[0]
    while first > 0 and source[0] - first < SOURCE_GAP and _may_open_source(view, first - 1):
        first -= 1
    after_quotation = first > 0 and view.quoted[first - 1] >= 0
    return (first, source[1]) if after_quotation else source


def hearer_of(view: View, cue: Cue, last: int) -> Range | None:
    """Who is told: the object of `tell`, `remind`, `assure`."""
    if cue.passive:
        return None
    heads = view.children(cue.head, "dobj", "dative") if "hearer" in cue.entry.frames else []
    for kid in heads:
        if kid > cue.head and view.tags[kid] in NOUN_TAGS and view.quoted[kid] == view.quoted[cue.head]:
            piece = view.trim((max(view.left(kid), cue.head + 1), min(view.right(kid), max(last, kid + 1))))
            return piece if piece[0] < piece[1] else None
    return None


def relay_of(view: View, chain: list[int]) -> Range | None:
    """Who passes the words on: `is cited by Interfax as saying`."""
    for verb in chain:
        if view.low[verb] in PASSED_ON:
            noun = agent(view, verb)
            if noun is not None:
                return noun_phrase(view, noun, bounds=(verb + 1, view.sentence(verb)[1]))
    return None


def touches(source: Range | None, verb: int) -> bool:
    """Whether a source stands right before or after its verb, a comma apart at most."""
    return source is not None and (source[1] in (verb, verb - 1) or source[0] == verb + 1)


def _between(view: View, quoted_end: int, verb: int) -> Range:
    """What stands between a quotation and its verb, or, where nothing does, after the verb up to the next sign."""
    if verb > quoted_end:
        return quoted_end, verb
    last = verb + 1
    while last < len(view) and last - verb <= BESIDE_TOKENS and view.words[last] not in SIGNS:
        last += 1
    return verb + 1, last


def _beside_quotation(view: View, verb: int) -> tuple[int, Range] | None:
    """A speaker whom the parse has lost, between a quotation and its verb or right after the verb.

    `"...," Holm, a Danish envoy, said`; `"...," said Jens Holm, a Danish envoy`.
    """
    if view.quoted[verb] >= 0 or view.tags[verb] not in FINITE:
        return None
    ended = view.quotations_before(verb)
    if not ended or verb - view.ranges[ended - 1][1] > BESIDE_TOKENS:
        return None
    piece = view.trim(_between(view, view.ranges[ended - 1][1], verb))
    nouns = [i for i in range(*piece) if view.tags[i] in SPEAKING_TAGS and view.quoted[i] < 0]
    verbs = any(view.tags[i] in FINITE or view.words[i] in END for i in range(*piece) if view.words[i] != ".")
    if not nouns or verbs:
        return None
    comma = next((i for i in range(*piece) if view.words[i] == ","), piece[1])
    before = [i for i in nouns if i < comma]
    return (before or nouns)[-1], piece


def _after_setting(view: View, verb: int, bounds: Range) -> tuple[int, Range] | None:
    """A subject which the parse has drawn into the phrase before it: `In a letter to Holm, the mayor said ...`."""
    for kid in view.children(verb, "prep", "npadvmod", "advcl"):
        if not bounds[0] <= kid < verb or view.right(kid) > verb:
            continue
        for i in range(kid + 1, view.right(kid)):
            opens = view.deps[i] == "appos" and view.left(i) > kid and view.words[view.left(i) - 1] == ","
            if opens and view.tags[i] in SPEAKING_TAGS and view.quoted[i] < 0:
                return i, view.trim((view.left(i), verb))
    return None


def _right_before(view: View, verb: int, bounds: Range) -> tuple[int, Range] | None:
    """A name right before a verb, which the parse has hung elsewhere: `At noon in Oslo Jens Holm (Labour) said ...`."""
    last = verb
    while last > bounds[0] and view.tags[last - 1] == "RB":
        last -= 1
    end = last
    if last > bounds[0] and view.words[last - 1] == ")":
        opening = [i for i in range(max(bounds[0], last - SOURCE_GAP), last) if view.words[i] == "("]
        last = opening[-1] if opening else last
    first = last
    while first > bounds[0] and _may_open_source(view, first - 1) and view.words[first - 1][0].isupper():
        first -= 1
    if first == last or view.tags[last - 1] not in SPEAKING_TAGS:
        return None
    return last - 1, (first, end)


def speaking(view: View, cue: Cue, bounds: Range) -> tuple[int | None, list[int], Range | None]:
    """The subject of a cue, the verbs that lead to it, and its whole phrase."""
    head, chain = subject(view, cue.head)
    if cue.passive:
        head = agent(view, cue.head)
    if head is None and not cue.passive and "quote" in cue.entry.frames:
        found = _beside_quotation(view, cue.head)
        if found is None and view.deps[cue.head] == "ROOT":
            found = _after_setting(view, cue.head, bounds)
        if found is None and (view.tags[cue.head] in FINITE or view.tags[cue.head].startswith("N")):
            found = _right_before(view, cue.head, bounds)
        if found is not None:
            return found[0], [], found[1]
    if head is None or (view.quoted[cue.head] >= 0 and not bounds[0] <= head < bounds[1]):
        return None, chain, None
    first, last = view.sentence(head)
    first = max(first, bounds[0]) if head >= bounds[0] else first
    source = noun_phrase(view, head, bounds=(first, last), avoid=cue.head)
    if view.heads[head] == cue.head and source[0] < cue.head and view.quoted[cue.head] < 0:
        source = _from_quotation(view, source)
    return head, chain, source


def is_passed_on(view: View, cue: Cue) -> int | None:
    """Who is quoted in `the agency quoted Holm as saying`."""
    if cue.particle is None or view.low[cue.particle] != "saying":
        return None
    quoted = view.child(cue.head, "dobj")
    return quoted if quoted is not None and cue.head < quoted < cue.particle else None
