"""The source of a quote: the subject of a cue, near or far, and the whole noun phrase around it."""

from __future__ import annotations

import attrs

from diplonews.lexicons.reporting import form_lemmas, is_speech, light_verbs
from diplonews.quotes.cues import Cue
from diplonews.syntax.blocks import Block, Range
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.phrases import describes, governed, is_adjunct, noun_phrase, prepositions
from diplonews.syntax.tokens import Token

__all__ = ["Source", "find_source", "is_speaker", "subject", "touches"]

STEPS = 8
SOURCE_GAP = 6
BESIDE_TOKENS = 20
SIGNS = frozenset((",", ".", ":", ";"))
ENDS = frozenset(("!", "?", "…", "...", ";"))


@attrs.frozen(kw_only=True, eq=False)
class Source:
    """The source of a cue.

    Attributes:
        head: head word of the source, or None.
        leading: the words that lead from the cue to its subject: `went on` of `went on to say`.
        phrase: the whole source, or None.
    """

    head: Token | None = None
    leading: list[Token] = attrs.field(factory=list)
    phrase: Range | None = None


def is_speaker(token: Token) -> bool:
    """Whether a word can be the head of a source: a noun, a name or a personal pronoun."""
    return token.is_word_noun or token.is_pronoun


def _own_subject(token: Token, verb: Token) -> Token | None:
    """The subject of a clause, unless it is in a quotation that the verb would report; the last one before it."""
    own = [word for word in clause_of(token).subject_words if word.quoted in (verb.quoted, -1) and word is not verb]
    return next((kid for kid in reversed(own) if kid.i < token.i), own[0] if own else None)


def _carrier(verb: Token) -> Token | None:
    """The light verb that carries a noun which a participle describes: `issued a statement saying ...`."""
    noun = describes(verb)
    if noun is None or clause_of(verb).is_relative or noun.head.low not in light_verbs():
        return None
    return noun.head if noun in clause_of(noun.head).objects else None


def _reporter(verb: Token) -> Token | None:
    """The verb of reporting into whose content the parser has drawn another report.

    `said it would fail and promised ...`; `said Riga had left, adding ...`
    """
    inner, cue = verb.head, verb.head.head
    if cue.i > inner.i or cue.low not in form_lemmas() or inner not in clause_of(cue).hosted:
        return None
    if verb.is_coordinated:
        joined = verb.is_verb and verb.tag == cue.tag and (inner.is_base or is_speech(verb.low))
        return cue if joined else None
    participle = verb.is_gerund and verb in clause_of(inner).adverbials and not clause_of(inner).is_infinitive
    return cue if participle and clause_of(cue).own_subject is not None else None


def _leading(verb: Token, found: Token) -> list[Token]:
    """The words between a verb and the one above whose subject it shares."""
    leading: list[Token] = []
    for above in verb.ancestors():
        if clause_of(verb).is_governed:
            leading.append(above)
        if above.is_verb and found in (clause_of(above).own_subject, clause_of(above).subject):
            return leading
        verb = above
    return []


def _accompanying(verb: Token) -> Token | None:
    """The speaker in `with his spokesman, Jens Holm, saying ...`."""
    if not verb.is_gerund or clause_of(verb).own_subject is not None:
        return None
    for joined in prepositions(verb.head):
        noun = governed(joined) if joined.low == "with" and joined.i < verb.i else None
        if noun is not None and noun.is_noun and 0 < verb.i - noun.right <= len((noun, ",")):
            return noun
    return None


def subject(verb: Token) -> tuple[Token | None, list[Token]]:
    """The subject of a verb of reporting, and the words that lead to it.

    It is the clause's subject, with three exceptions: a noun that a participle describes is itself the
    subject (`a report saying`), a verb that the parser has drawn into a report has the subject of that
    report, and a subject inside another quotation does not count.
    """
    leading: list[Token] = []
    companion = _accompanying(verb)
    if companion is not None:
        return companion, leading
    token = verb
    for _ in range(STEPS):
        own = _own_subject(token, verb)
        if own is not None:
            return own, leading
        carrier, noun = _carrier(token), describes(token)
        if carrier is not None:
            leading += [token.head, carrier]
        elif noun is not None:
            return noun, leading
        above = carrier or _reporter(token) or (token.head if token.is_coordinated else token)
        if above is token:
            break
        token = above
    found = clause_of(token).subject
    if found is None or found is verb or found.quoted not in (verb.quoted, -1):
        return None, leading
    return found, leading + _leading(token, found)


# ---------------------------------------------------------------- speakers that the parser missed


def _may_open_source(token: Token) -> bool:
    """Whether a token may belong to a name or title in front of a noun phrase."""
    verb = token.is_verb or token.is_modal or token.is_question_word
    return token.text[0].isalnum() and token.quoted < 0 and not token.is_pronoun and not (verb and token.text.islower())


def _from_quotation(block: Block, source: Range) -> Range:
    """A source after a quotation, from the mark on: the parser often cuts off its first words."""
    first = source[0]
    while first > 0 and source[0] - first < SOURCE_GAP and _may_open_source(block[first - 1]):
        first -= 1
    after_quotation = first > 0 and block[first - 1].quoted >= 0
    return (first, source[1]) if after_quotation else source


def _between(block: Block, quoted_end: int, verb: Token) -> Range:
    """The words between a quotation and its verb, or if there are none, those after the verb up to the next sign."""
    if verb.i > quoted_end:
        return quoted_end, verb.i
    last = verb.i + 1
    while last < len(block) and last - verb.i <= BESIDE_TOKENS and block[last].text not in SIGNS:
        last += 1
    return verb.i + 1, last


def _beside_quotation(block: Block, verb: Token) -> Source | None:
    """A speaker between a quotation and its verb or right after the verb.

    `"...," Holm, a Danish envoy, said`; `"...," said Jens Holm, a Danish envoy`.
    """
    ended = block.quotations_before(verb.i)
    if verb.quoted >= 0 or not verb.is_finite or not ended or verb.i - block.ranges[ended - 1][1] > BESIDE_TOKENS:
        return None
    piece = block.trim(_between(block, block.ranges[ended - 1][1], verb))
    words = block.words(piece)
    nouns = [token for token in words if is_speaker(token) and token.quoted < 0]
    if not nouns or any(token.is_finite or token.text in ENDS for token in words):
        return None
    comma = next((token.i for token in words if token.text == ","), piece[1])
    before = [token for token in nouns if token.i < comma]
    return Source(head=(before or nouns)[-1], phrase=piece)


def _after_setting(block: Block, verb: Token, bounds: Range) -> Source | None:
    """A subject misattached to the phrase before it: `In a letter to Holm, the mayor said ...`."""
    for kid in verb.kids:
        if not is_adjunct(kid) or not bounds[0] <= kid.i < verb.i or kid.right >= verb.i:
            continue
        for token in block.words((kid.i + 1, kid.right + 1)):
            opens = token.is_appositive and token.left > kid.i and block[token.left - 1].text == ","
            if opens and is_speaker(token) and token.quoted < 0:
                return Source(head=token, phrase=block.trim((token.left, verb.i)))
    return None


def _right_before(block: Block, verb: Token, bounds: Range) -> Source | None:
    """A name right before a verb, misattached by the parser: `At noon in Oslo Jens Holm (Labour) said ...`."""
    last = verb.i
    while last > bounds[0] and block[last - 1].is_adverb:
        last -= 1
    end = last
    if last > bounds[0] and block[last - 1].text == ")":
        opening = [i for i in range(max(bounds[0], last - SOURCE_GAP), last) if block[i].text == "("]
        last = opening[-1] if opening else last
    first = last
    while first > bounds[0] and _may_open_source(block[first - 1]) and block[first - 1].text[0].isupper():
        first -= 1
    if first == last or not is_speaker(block[last - 1]):
        return None
    return Source(head=block[last - 1], phrase=(first, end))


def _lost(block: Block, cue: Cue, bounds: Range) -> Source | None:
    """The speaker of a cue whose subject the parser has missed."""
    verb = cue.head
    if cue.passive or "quote" not in cue.frames:
        return None
    found = _beside_quotation(block, verb)
    if found is None and verb.head is verb:
        found = _after_setting(block, verb, bounds)
    if found is None and (verb.is_finite or verb.is_noun):
        found = _right_before(block, verb, bounds)
    return found


def find_source(block: Block, cue: Cue, bounds: Range) -> Source:
    """The source of a cue.

    Args:
        block: the block of the cue.
        cue: the verb.
        bounds: tokens that its source may use.
    """
    verb = cue.head
    head, leading = subject(verb)
    if cue.passive:
        head = clause_of(verb).agent
    if head is None:
        found = _lost(block, cue, bounds)
        if found is not None:
            return found
    if head is None or (verb.quoted >= 0 and not bounds[0] <= head.i < bounds[1]):
        return Source(leading=leading)
    first, last = block.sentence(head)
    if head.i >= bounds[0]:
        first = max(first, bounds[0])
    phrase = noun_phrase(block, head, bounds=(first, last), avoid=verb)
    if head.head is verb and phrase[0] < verb.i and verb.quoted < 0:
        phrase = _from_quotation(block, phrase)
    return Source(head=head, leading=leading, phrase=phrase)


def touches(source: Range | None, verb: Token) -> bool:
    """Whether a source is right before or after its verb, with at most a comma between."""
    return source is not None and (source[1] in (verb.i, verb.i - 1) or source[0] == verb.i + 1)
