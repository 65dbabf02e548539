"""The polarity of a quote: asserted, denied, refused or questioned."""

from __future__ import annotations

from diplonews.lexicons.reporting import reporting_forms
from diplonews.lexicons.speakers import speaker_words
from diplonews.model.quote import QuotePolarity
from diplonews.quotes.attribution import Attribution
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.moods import is_negation
from diplonews.syntax.tokens import Token

__all__ = ["is_withheld", "polarity_of", "without_refusals_to_tell"]

TOLD_FRAMES = ("clause", "prep")


def _is_refusal(verb: Token) -> bool:
    """Whether a verb refuses: `declined`, `refused`."""
    return any(entry.category == "refusal" for entry in reporting_forms(verb.low))


def is_withheld(draft: Attribution) -> bool:
    """Whether somebody will not or cannot say: `would not say whether`, `could not confirm that`.

    `did not say` does not count, since nobody need have asked; nor does `may not say`, which is not settled.
    """
    beside = clause_of(draft.head).auxiliaries
    modal = any(word.is_modal and word.low not in ("may", "might", "should", "must") for word in beside)
    denied = any(is_negation(draft.head, word) for word in beside)
    return modal and denied and draft.category == "statement" and draft.rule in TOLD_FRAMES


def without_refusals_to_tell(drafts: list[Attribution]) -> list[Attribution]:
    """The drafts without refusals that lead to a cue with its own content: `declined` of `declined to say whether`."""
    leading = {token for draft in drafts for token in draft.cue if token is not draft.head}
    return [draft for draft in drafts if draft.category != "refusal" or draft.head not in leading]


def _is_refused(draft: Attribution) -> bool:
    """Whether the cue refuses, by its main verb or by one that leads to it."""
    nor = draft.head.i > 0 and draft.block[draft.head.i - 1].low == "nor"  # `neither confirmed nor denied`
    return draft.category == "refusal" or nor or any(map(_is_refusal, draft.cue)) or is_withheld(draft)


def _is_question(draft: Attribution) -> bool:
    """Whether the cue asks for information, not for an act."""
    if draft.rule == "colon.turn":
        asks = draft.source is not None and draft.block.phrase(draft.source).casefold() in speaker_words("askers")
        return asks and any(token.text == "?" for block, piece in draft.content for token in block.words(piece))
    return draft.category == "question" and draft.rule != "whom" and draft.cue[-1].low != "for"


def polarity_of(draft: Attribution) -> QuotePolarity:
    """The polarity of the content; words in quotation marks count as said, even by a speaker who denies or refuses."""
    if _is_question(draft):
        return QuotePolarity.QUESTIONED
    if draft.rule.startswith(("quote", "colon", "dash", "according")):
        return QuotePolarity.ASSERTED
    if _is_refused(draft):
        return QuotePolarity.REFUSED
    return QuotePolarity.DENIED if draft.category == "denial" else QuotePolarity.ASSERTED
