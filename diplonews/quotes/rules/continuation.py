"""Quotations without a cue of their own: introduced by a colon, or continuing the speech before them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from diplonews.lexicons.speakers import first_name_gender, speaker_words
from diplonews.lexicons.wordsets import WordSet
from diplonews.quotes.attribution import Attribution
from diplonews.quotes.content.right import STOPS
from diplonews.quotes.rules.adjacent import find_adjacent
from diplonews.quotes.rules.colons import lead_in
from diplonews.syntax.blocks import Block, Range
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.phrases import noun_phrase
from diplonews.syntax.reference import holds
from diplonews.syntax.tokens import Token

__all__ = ["add_beside", "add_lead_ins", "continue_quotations"]

SPOKEN = ("quote", "colon", "dash")
STEPS = 12
GESTURES = WordSet("quotes.gestures")
LEAST_WORDS = 3  # of a quotation that is a sentence, with its stop


def _covered(drafts: list[Attribution], block: Block) -> set[int]:
    """The tokens of a block that are in some content."""
    tokens: set[int] = set()
    for draft in drafts:
        for piece in draft.pieces_in(block):
            tokens.update(range(*piece))
    return tokens


def _add(drafts: list[Attribution], draft: Attribution) -> None:
    """Insert a draft in order; it replaces one with the same cue."""
    drafts[:] = sorted(
        [*(other for other in drafts if other.head is not draft.head), draft], key=lambda item: item.start
    )


def _lead_in_here(block: Block, drafts: list[Attribution]) -> None:
    """Quotations after a colon in the same block."""
    tokens = _covered(drafts, block)
    for number, (first, last) in enumerate(block.ranges):
        before = block.previous(first)
        if before <= 0 or block[before].text != ":" or block.small[number] or not tokens.isdisjoint(range(first, last)):
            continue
        draft = lead_in(block, before)
        if draft is not None:
            draft.content = [(block, (first, last))]
            _add(drafts, draft)


def add_lead_ins(blocks: Sequence[Block], by_block: list[list[Attribution]]) -> None:
    """Attribute quotations after a colon, in the same block or opening the next one, to the party named before it."""
    for number, block in enumerate(blocks):
        _lead_in_here(block, by_block[number])
        end = block.previous(len(block))
        if end <= 0 or block[end].text != ":" or number + 1 >= len(blocks):
            continue
        following = blocks[number + 1]
        if not following.ranges or following.ranges[0][0] != 0:
            continue
        if not _covered(by_block[number + 1], following).isdisjoint(range(*following.ranges[0])):
            continue
        draft = lead_in(block, end)
        if draft is not None:
            draft.content = [(following, following.ranges[0])]
            _add(by_block[number], draft)


def _opens_sentence(block: Block, first: int) -> bool:
    """Whether a quotation is at the start of a sentence."""
    before = block.previous(first)
    return before < 0 or block[before].text in STOPS or block[before].quoted >= 0 or block[before].is_mark


def add_beside(blocks: Sequence[Block], by_block: list[list[Attribution]]) -> None:
    """Attribute quotations still without a speaker to a noun and verb beside them."""
    for block, drafts in zip(blocks, by_block, strict=True):
        tokens = _covered(drafts, block)
        for number, (first, last) in enumerate(block.ranges):
            if not tokens.isdisjoint(range(first, last)) or block.small[number]:
                continue
            draft = find_adjacent(block, (first, last), whole=_opens_sentence(block, first))
            if draft is not None and not any(other.head is draft.head for other in drafts):
                _add(drafts, draft)


def _is_below(cue: Token, draft: Attribution) -> bool:
    """Whether a cue is in a clause below another's: `"...," said Holm, who had warned ...`."""
    first, last = draft.source or (draft.head.i, draft.head.i)
    return any(token is draft.head or first <= token.i < last for token in islice(cue.upwards(), STEPS))


def _target(before: list[Attribution]) -> Attribution | None:
    """The attribution before an orphan quotation that it continues."""
    last = before[-1]
    if last.rule.startswith(SPOKEN):
        return last
    for draft in reversed(before[:-1]):
        if draft.subject is not last.subject and not _is_below(last.head, draft):
            break
        if draft.rule.startswith(SPOKEN):
            return draft
    return last if last.category == "statement" else None


def _closes(draft: Attribution, block: Block) -> bool:
    """Whether a block ends with a statement, which quotations in the next block may continue."""
    return draft.category == "statement" and draft.head.sentence == block[len(block) - 1].sentence


def _across(block: Block, piece: Range, earlier: Attribution | None) -> Attribution | None:
    """The last attribution of the block before, if a quotation at the start of this block continues it.

    A statement in the writer's words is continued only by a quotation that fills the block.
    """
    if earlier is None or block.previous(piece[0]) >= 0:
        return None
    fills = not any(token.text[0].isalnum() for token in block.words((piece[1], len(block))))
    return earlier if fills or earlier.rule.startswith(SPOKEN) else None


def _after_act(block: Block, piece: Range) -> Attribution | None:
    """A quotation right after one person's gesture, if no one else is named: `Envoy Holm shook his head. "Never."`."""
    end = block.previous(piece[0])
    words = [token.text for token in block.words(piece) if not token.is_mark]
    if end < 0 or block[end].quoted >= 0 or len(words) < LEAST_WORDS or words[-1] not in STOPS:
        return None
    start, last = block.sentence(block[end])
    sentence = list(block.words((start, min(last, piece[0]))))
    verb = next((token for token in sentence if token.head is token and token.is_finite), None)
    doer = clause_of(verb).active_subject if verb is not None else None
    if verb is None or verb.lemma not in GESTURES or doer is None or doer.quoted >= 0 or doer.is_plural:
        return None
    if not _is_named_person(doer) or any(_may_speak(token, verb) for token in sentence if not holds(doer, token)):
        return None
    source = noun_phrase(block, doer, bounds=(start, piece[0]), avoid=verb)
    return Attribution(
        block=block,
        rule="quote.act",
        head=verb,
        category="statement",
        cue=[verb],
        subject=doer,
        source=source,
        content=[(block, piece)],
    )


def _may_speak(token: Token, gesture: Token) -> bool:
    """Whether a word refers to somebody who may speak: `Holm`, `them`; not the `head` that one shakes."""
    if token.dep == "dobj" and token.head is gesture:
        return token.is_proper
    person = token.is_proper and (token.name is None or token.name.kind == "LEADER")
    spoken_of = token.is_subject or (token.is_anaphor and not token.is_possessive)
    return person or spoken_of or token.low in speaker_words("groups", "persons")


def _is_named_person(noun: Token) -> bool:
    """Whether a proper noun has an office or trade beside it, or is a person's full name."""
    words = [*noun.below("compound", "amod", "appos", "nmod"), noun]
    titles = speaker_words("persons", "titles")
    given = any(first_name_gender(word.text) is not None for word in words)
    return noun.is_proper and (given or any(word.low in titles for word in words))


def continue_quotations(blocks: Sequence[Block], by_block: list[list[Attribution]]) -> None:
    """Attribute each orphan quotation to the speaker before it, in its block or in the block right before.

    Source: the continuation of PARC's and PolNeAR's guidelines: words in quotation marks without
    a cue belong to the attribution that they follow.
    """
    latest: tuple[int, Attribution] | None = None
    for number, block in enumerate(blocks):
        drafts = by_block[number]
        led_in = [draft for draft in (by_block[number - 1] if number else ()) if _covered([draft], block)]
        tokens = _covered([*led_in, *drafts], block)
        latest = (number, led_in[-1]) if led_in else latest
        for first, last in block.ranges:
            if not tokens.isdisjoint(range(first, last)) or not _opens_sentence(block, first):
                continue
            before = [draft for draft in drafts if draft.block is block and draft.cue[-1].i < first]
            earlier = latest[1] if latest is not None and latest[0] == number - 1 else None
            target = _target(before) if before else _across(block, (first, last), earlier)
            if target is not None:
                target.content.append((block, (first, last)))
            elif not before and (target := _after_act(block, (first, last))) is not None:
                _add(drafts, target)
            if target is not None:
                tokens.update(range(first, last))
                latest = (number, target)
        speech = [draft for draft in drafts if draft.rule.startswith(SPOKEN)]
        if speech:
            latest = (number, speech[-1])
        elif drafts and _closes(drafts[-1], block):
            latest = (number, drafts[-1])
