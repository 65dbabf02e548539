"""Where a content ends: what belongs to the writer, or to another report, is cut off."""

from __future__ import annotations

from diplonews.lexicons.reporting import form_lemmas, is_speech
from diplonews.lexicons.speakers import speaker_words
from diplonews.quotes.cues import FINITE, Cue
from diplonews.syntax.blocks import Block, Range

__all__ = ["after_connective", "cut", "snap", "trim_aside", "trim_setting"]

PRONOUNS = frozenset(("he", "she", "they", "it"))
TURNS = frozenset(("although", "though", "but", "while", "and"))
SINCE = frozenset(("before", "after", "while"))
RELATIVE = frozenset(("which", "who", "whose", "where"))
SETTINGS = frozenset(("in", "on", "at", "during", "via"))
TELLING = FINITE | {"MD", "VB"}
CUTTING = FINITE | {"VBG", "NN"}


def snap(block: Block, piece: Range) -> Range:
    """A range widened to the whole of the quotations that it cuts."""
    first, last = piece
    if block[first].quoted >= 0:
        start, end = block.ranges[block[first].quoted]
        if end < last or end - 1 <= first or first - start <= 2:
            first = start
            last = max(last, end) if first == start and last <= end else last
    if block[last - 1].quoted >= 0:
        start, end = block.ranges[block[last - 1].quoted]
        if start > first:
            last = end
    return first, last


def _turn(block: Block, i: int, own: int, first: int) -> int | None:
    """Where `..., though she conceded ...` begins, a report with a subject of its own."""
    start = block.left(own) - 2
    if start <= first or own >= i or block[i].tag not in FINITE:
        return None
    if block[start + 1].low == "while" and is_speech(block[i].low):
        return start if block[start].text == "," else start + 1
    if block[own].low not in PRONOUNS:
        return None
    turns = block[start].text == "," and block[start + 1].low in TURNS
    return start if turns and is_speech(block[i].low) else None


def _participle(block: Block, i: int) -> int | None:
    """Where `..., adding that ...` or `..., according to ...` begins."""
    according = block[i].low == "according" and block[i - 1].text == ","
    if block[i].tag != "VBG" or not (according or block[i].low in form_lemmas()):
        return None
    if block[i].dep not in ("advcl", "conj", "acl", "prep", "pcomp"):
        return None
    if block[i - 1].low == ",":
        return i - 1
    return i - 2 if block[i - 1].low in SINCE and block[i - 2].low == "," else None


def _joined(block: Block, cue: Cue, i: int, first: int) -> int | None:
    """Where `and called for ...` begins, which goes with the cue and not with the content."""
    if block[i].tag not in FINITE or block[i].tag != block[cue.head].tag or block[i].dep != "conj":
        return None
    start = i
    while start > first and block[start - 1].tag in ("RB", "MD"):
        start -= 1
    if block[start - 1].tag != "CC":
        return None
    if block[start - 2].text == "," and not is_speech(block[i].low):
        return start - 2
    return start - 1 if is_speech(block[i].low) else None


def _comment(block: Block, i: int, last: int) -> int | None:
    """Where `..., a claim that Oslo rejects` begins, with which the writer comments on what was said."""
    start = block.left(i)
    opens = block[start].low in ("a", "an") and block[start - 1].text == ","
    clause = block.child(i, "relcl", "acl", "ccomp") if opens else None
    return start - 1 if clause is not None and block.right(clause) >= last - 1 else None


def cut(block: Block, cue: Cue, piece: Range) -> Range:
    """A clause without what reports something else: `..., adding that ...`, `and promised to ...`."""
    first, last = piece
    # `Holm, speaking in Oslo, had lied` goes on after the participle: the clause must have had its verb
    verb = next((i for i in range(first, last) if block[i].tag in TELLING), last)
    for i in range(first + 2, last):
        if block[i].quoted >= 0 or block[i].tag not in CUTTING:
            continue
        own = block.child(i, "nsubj", "nsubjpass")
        if own is not None:
            end = _turn(block, i, own, first)
        elif block[i].low == "spite" and block[i - 1].low == "in":
            end = i - 1
        else:
            end = _participle(block, i) if i > verb else None
            end = end or _joined(block, cue, i, first) or _comment(block, i, last)
        if end is not None:
            return first, end
    return piece


def after_connective(block: Block, first: int, last: int) -> int:
    """The start of a sentence after the word that joins it to the one before: `But`, `Still,`, `In fact,`."""
    i, connectives = first, speaker_words("connectives")
    while i < last and block[i].low in connectives:
        i += 1
    if i < last and block[i].text == ",":
        return i + 1
    return i if i < last and block[first].tag == "CC" else last if i == last else first


def trim_setting(block: Block, piece: Range) -> Range:
    """A content without where it was said at its end: `... in an interview with the paper`."""
    first, last = piece
    i = last - 1
    while i > first + 1:
        i -= 1
        if block[i].low not in SETTINGS or block[i].quoted >= 0 or block.right(i) < last:
            continue
        noun = block.child(i, "pobj")
        if noun is not None and i < noun < last and block[noun].low in speaker_words("occasions"):
            last = i
    return first, last


def trim_aside(block: Block, piece: Range) -> Range:
    """A clause without the relative clause after its last comma, which is as a rule the writer's."""
    first, last = piece
    for i in range(last - 2, first + 2, -1):
        if block[i].quoted < 0 and block[i].text == ",":
            return (first, i) if block[i + 1].low in RELATIVE else piece
    return piece
