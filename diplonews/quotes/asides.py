"""Where a content ends: what belongs to the writer, or to another report, is cut off."""

from __future__ import annotations

from diplonews.lexicons.reporting import form_lemmas, is_speech
from diplonews.lexicons.speakers import speaker_words
from diplonews.quotes.cues import FINITE, Cue
from diplonews.quotes.view import Range, View

__all__ = ["after_connective", "cut", "snap", "trim_aside", "trim_setting"]

PRONOUNS = frozenset(("he", "she", "they", "it"))
TURNS = frozenset(("although", "though", "but", "while", "and"))
SINCE = frozenset(("before", "after", "while"))
RELATIVE = frozenset(("which", "who", "whose", "where"))
SETTINGS = frozenset(("in", "on", "at", "during", "via"))
TELLING = FINITE | {"MD", "VB"}
CUTTING = FINITE | {"VBG", "NN"}


def snap(view: View, piece: Range) -> Range:
    """A range widened to the whole of the quotations that it cuts."""
    first, last = piece
    if view.quoted[first] >= 0:
        start, end = view.ranges[view.quoted[first]]
        if end < last or end - 1 <= first or first - start <= 2:
            first = start
            last = max(last, end) if first == start and last <= end else last
    if view.quoted[last - 1] >= 0:
        start, end = view.ranges[view.quoted[last - 1]]
        if start > first:
            last = end
    return first, last


def _turn(view: View, i: int, own: int, first: int) -> int | None:
    """Where `..., though she conceded ...` begins, a report with a subject of its own."""
    start = view.left(own) - 2
    if start <= first or own >= i or view.tags[i] not in FINITE:
        return None
    if view.low[start + 1] == "while" and is_speech(view.low[i]):
        return start if view.words[start] == "," else start + 1
    if view.low[own] not in PRONOUNS:
        return None
    turns = view.words[start] == "," and view.low[start + 1] in TURNS
    return start if turns and is_speech(view.low[i]) else None


def _participle(view: View, i: int) -> int | None:
    """Where `..., adding that ...` or `..., according to ...` begins."""
    according = view.low[i] == "according" and view.words[i - 1] == ","
    if view.tags[i] != "VBG" or not (according or view.low[i] in form_lemmas()):
        return None
    if view.deps[i] not in ("advcl", "conj", "acl", "prep", "pcomp"):
        return None
    if view.low[i - 1] == ",":
        return i - 1
    return i - 2 if view.low[i - 1] in SINCE and view.low[i - 2] == "," else None


def _joined(view: View, cue: Cue, i: int, first: int) -> int | None:
    """Where `and called for ...` begins, which goes with the cue and not with the content."""
    if view.tags[i] not in FINITE or view.tags[i] != view.tags[cue.head] or view.deps[i] != "conj":
        return None
    start = i
    while start > first and view.tags[start - 1] in ("RB", "MD"):
        start -= 1
    if view.tags[start - 1] != "CC":
        return None
    if view.words[start - 2] == "," and not is_speech(view.low[i]):
        return start - 2
    return start - 1 if is_speech(view.low[i]) else None


def _comment(view: View, i: int, last: int) -> int | None:
    """Where `..., a claim that Oslo rejects` begins, with which the writer comments on what was said."""
    start = view.left(i)
    opens = view.low[start] in ("a", "an") and view.words[start - 1] == ","
    clause = view.child(i, "relcl", "acl", "ccomp") if opens else None
    return start - 1 if clause is not None and view.right(clause) >= last - 1 else None


def cut(view: View, cue: Cue, piece: Range) -> Range:
    """A clause without what reports something else: `..., adding that ...`, `and promised to ...`."""
    first, last = piece
    # `Holm, speaking in Oslo, had lied` goes on after the participle: the clause must have had its verb
    verb = next((i for i in range(first, last) if view.tags[i] in TELLING), last)
    for i in range(first + 2, last):
        if view.quoted[i] >= 0 or view.tags[i] not in CUTTING:
            continue
        own = view.child(i, "nsubj", "nsubjpass")
        if own is not None:
            end = _turn(view, i, own, first)
        elif view.low[i] == "spite" and view.low[i - 1] == "in":
            end = i - 1
        else:
            end = _participle(view, i) if i > verb else None
            end = end or _joined(view, cue, i, first) or _comment(view, i, last)
        if end is not None:
            return first, end
    return piece


def after_connective(view: View, first: int, last: int) -> int:
    """The start of a sentence after the word that joins it to the one before: `But`, `Still,`, `In fact,`."""
    i, connectives = first, speaker_words("connectives")
    while i < last and view.low[i] in connectives:
        i += 1
    if i < last and view.words[i] == ",":
        return i + 1
    return i if i < last and view.tags[first] == "CC" else last if i == last else first


def trim_setting(view: View, piece: Range) -> Range:
    """A content without where it was said at its end: `... in an interview with the paper`."""
    first, last = piece
    i = last - 1
    while i > first + 1:
        i -= 1
        if view.low[i] not in SETTINGS or view.quoted[i] >= 0 or view.right(i) < last:
            continue
        noun = view.child(i, "pobj")
        if noun is not None and i < noun < last and view.low[noun] in speaker_words("occasions"):
            last = i
    return first, last


def trim_aside(view: View, piece: Range) -> Range:
    """A clause without the relative clause after its last comma, which is as a rule the writer's."""
    first, last = piece
    for i in range(last - 2, first + 2, -1):
        if view.quoted[i] < 0 and view.words[i] == ",":
            return (first, i) if view.low[i + 1] in RELATIVE else piece
    return piece
