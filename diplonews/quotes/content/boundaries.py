"""The extent of an attribution and its content, without words of the writer or of another report."""

from __future__ import annotations

from diplonews.lexicons.reporting import form_lemmas, is_speech
from diplonews.lexicons.speakers import speaker_words
from diplonews.quotes.cues import Cue
from diplonews.syntax.blocks import Block, Range
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.nouns import phrase_of
from diplonews.syntax.phrases import governed
from diplonews.syntax.tokens import Token

__all__ = ["after_connective", "bounds_of", "chunk_of", "cut", "snap", "trim_aside", "trim_setting"]

PRONOUNS = frozenset(("he", "she", "they", "it"))
TURNS = frozenset(("although", "though", "but", "while", "and"))
SINCE = frozenset(("before", "after", "while"))
RELATIVE = frozenset(("which", "who", "whose", "where"))
CLOSE = ("prep", "npadvmod", "advmod", "dobj", "dative", "prt", "agent", "nsubj")
SETTINGS = frozenset(("in", "on", "at", "during", "via"))


# ---------------------------------------------------------------- of an attribution


def bounds_of(block: Block, head: Token) -> Range:
    """The tokens around a cue that its source and frames may use: its sentence, up to whole quotations."""
    first, last = block.sentence(head)
    if head.quoted >= 0:
        start, end = block.ranges[head.quoted]
        return max(first, start), min(last, end)
    for number in range(block.quotations_before(head.i) - 1, -1, -1):
        end = block.ranges[number][1]
        if end <= first:
            break
        if not block.small[number]:
            return end, last
    return first, last


def chunk_of(block: Block, cue: Cue, tokens: list[Token], source: Range | None, bounds: Range) -> Range:
    """The range of source, cue and other words between the commas around them."""
    verb = cue.head
    first, end = tokens[0].i, tokens[-1].i + 1
    last = end
    if source is not None:
        first, last = min(first, source[0]), max(last, source[1])
    for kid in verb.below(*CLOSE):
        if kid.i > verb.i and kid.quoted == verb.quoted and kid.left <= last:
            last = max(last, kid.right + 1)
    last = min(last, bounds[1])
    for token in block.words((end, last)):
        if token.quoted >= 0 > verb.quoted and not block.small[token.quoted]:
            last = token.i
            break
    return first, max(last, verb.i + 1)


# ---------------------------------------------------------------- of a content


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


def _turn(block: Block, verb: Token, subject: Token, first: int) -> int | None:
    """The start of a report with a subject of its own: `..., though she conceded ...`."""
    start = subject.left - 2
    if start <= first or subject.i >= verb.i or not verb.is_finite or not is_speech(verb.low):
        return None
    comma = block[start].text == ","
    if block[start + 1].low == "while":
        return start if comma else start + 1
    return start if comma and subject.low in PRONOUNS and block[start + 1].low in TURNS else None


def _participle(block: Block, verb: Token) -> int | None:
    """The start of `..., adding that ...` or `..., according to ...`."""
    comma = block[verb.i - 1].text == ","
    if not verb.is_gerund or not (verb.low in form_lemmas() or (comma and verb.low == "according")):
        return None
    if comma:
        return verb.i - 1
    since = block[verb.i - 1].low in SINCE and block[verb.i - 2].text == ","
    return verb.i - 2 if since else None


def _joined(block: Block, verb: Token, cue: Token, first: int) -> int | None:
    """The start of `and called for ...`, which belongs to the cue and not to the content."""
    if not verb.is_finite or verb.tag != cue.tag or not verb.is_coordinated:
        return None
    start = verb.i
    while start > first and (block[start - 1].is_adverb or block[start - 1].is_modal):
        start -= 1
    if not block[start - 1].is_coordinator:
        return None
    if is_speech(verb.low):
        return start - 1
    return start - 2 if block[start - 2].text == "," else None


def _comment(block: Block, noun: Token, last: int) -> int | None:
    """The start of the writer's comment on the content: `..., a claim that Oslo rejects`."""
    start = noun.left
    if block[start].low not in ("a", "an") or block[start - 1].text != ",":
        return None
    clause = phrase_of(noun).content
    return start - 1 if clause is not None and clause.right >= last - 2 else None


def _end_at(block: Block, token: Token, cue: Cue, piece: Range, *, has_verb: bool) -> int | None:
    """The end of a content if one of its words opens something else."""
    if not token.is_verb:
        spite = token.low == "spite" and block[token.i - 1].low == "in"
        return token.i - 1 if spite else _comment(block, token, piece[1])
    subject = clause_of(token).own_subject
    if subject is not None:
        return _turn(block, token, subject, piece[0])
    # `Holm, speaking in Oslo, had lied` continues after the participle: the clause must have had its verb
    end = _participle(block, token) if has_verb else None
    return end or _joined(block, token, cue.head, piece[0])


def cut(block: Block, cue: Cue, piece: Range) -> Range:
    """A clause without parts that report something else: `..., adding that ...`, `and promised to ...`."""
    first, _ = piece
    has_verb = False
    for token in block.words(piece):
        if token.i >= first + 2 and token.quoted < 0 and (token.is_verb or token.is_singular):
            end = _end_at(block, token, cue, piece, has_verb=has_verb)
            if end is not None:
                return first, end
        has_verb = has_verb or token.is_finite or token.is_modal or token.is_base
    return piece


def after_connective(block: Block, first: int, last: int) -> int:
    """The start of a sentence after the word that joins it to the one before: `But`, `Still,`, `In fact,`."""
    i, connectives = first, speaker_words("connectives")
    while i < last and block[i].low in connectives:
        i += 1
    if i < last and block[i].text == ",":
        return i + 1
    return i if i < last and block[first].is_coordinator else last if i == last else first


def trim_setting(block: Block, piece: Range) -> Range:
    """A content without the place of speaking at its end: `... in an interview with the paper`."""
    first, last = piece
    for token in reversed(block.words((first + 1, last - 1))):
        if token.low not in SETTINGS or token.quoted >= 0 or token.right + 1 < last:
            continue
        noun = governed(token)
        if noun is not None and token.i < noun.i < last and noun.low in speaker_words("occasions"):
            last = token.i
    return first, last


def trim_aside(block: Block, piece: Range) -> Range:
    """A clause without the relative clause after its last comma, which is usually the writer's."""
    first, last = piece
    for i in range(last - 2, first + 2, -1):
        if block[i].quoted < 0 and block[i].text == ",":
            return (first, i) if block[i + 1].low in RELATIVE else piece
    return piece
