"""Quotations that no rule has claimed, given to who stands right beside them with a verb.

Between a quotation and a full stop any verb may report it: `"...," beamed Holm`. The parse often
loses the subject of such a verb, so that what counts here is the order of the words.
"""

from __future__ import annotations

from diplonews.quotes.cues import FINITE, takes_quotation
from diplonews.quotes.drafts import Draft
from diplonews.quotes.following import COMMAS, STOPS
from diplonews.quotes.sources import SPEAKING_TAGS, noun_phrase
from diplonews.quotes.telling import PASSED_ON
from diplonews.quotes.view import NOUN_TAGS, Range, View

__all__ = ["beside_draft"]

OPENING_TAGS = SPEAKING_TAGS | {"DT", "JJ", "PRP$", "CD", "VBN"}
HELPERS = frozenset(("is", "was", "are", "were", "has", "had", "have", "do", "does", "did", "’s", "'s", "be"))
CLOSING = frozenset((",", "?", "!", "…", "..."))
CLAUSE_END = frozenset((".", "!", "?", ";", ":", "…"))
BESIDE_TOKENS = 45


def _is_finite(view: View, i: int) -> bool:
    """Whether a token is a finite verb of its own; a reporting one also where the tagger took it for something else."""
    verb = view.tags[i] in FINITE
    if not verb and takes_quotation(view.low[i]):
        participle = view.tags[i] == "VBN" and view.child(i, "auxpass", "agent") is None
        verb = participle or (view.deps[i] == "ROOT" and view.child(i, "nsubj", "compound") is not None)
    return verb and view.low[i] not in HELPERS and view.quoted[i] < 0


def _draft(view: View, verb: int, head: int, source: Range, piece: Range) -> Draft:
    draft = Draft(
        view=view,
        rule="quote.beside",
        head=verb,
        category="statement",
        cue=[verb],
        subject=head,
        source=source,
        content=[(view, piece)],
    )
    said = view.child(verb, "dobj") if view.low[verb] in PASSED_ON else None
    if said is not None and said > verb:
        draft.via, draft.subject = source, said
        draft.source = noun_phrase(view, said, bounds=(verb + 1, view.sentence(verb)[1]), avoid=verb)
    return draft


def _head(view: View, piece: Range) -> int | None:
    """The head of the words between a quotation and its verb: the last noun before the first comma."""
    first, last = piece
    comma = next((i for i in range(first, last) if view.words[i] == ","), last)
    nouns = [i for i in range(first, comma) if view.tags[i] in SPEAKING_TAGS]
    return nouns[-1] if nouns else None


def _inverted(view: View, verb: int, piece: Range, end: int) -> Draft | None:
    """`"...," beamed Holm, a Danish envoy`."""
    own = [kid for kid in view.children(verb, "nsubj", "dobj") if kid > verb and view.tags[kid] in NOUN_TAGS]
    if not own or view.left(own[0]) != verb + 1:
        return None
    return _draft(view, verb, own[0], noun_phrase(view, own[0], bounds=(verb + 1, end), avoid=verb), piece)


def _straight(view: View, start: int, piece: Range, end: int, *, any_verb: bool) -> Draft | None:
    """`"...," Holm, a retired Danish envoy, said by telephone`; `"...," Holm beamed`.

    Args:
        any_verb: whether a verb that does not report may do; after a question it may not.
    """
    if view.tags[start] not in OPENING_TAGS:
        return None
    verbs = [i for i in range(start + 1, min(end, start + BESIDE_TOKENS)) if _is_finite(view, i)]
    told = [i for i in verbs if takes_quotation(view.low[i])]
    others = [i for i in verbs if any_verb and any(start <= kid < i for kid in view.children(i, "nsubj"))]
    for verb in (told or others)[:1]:
        source = view.trim((start, verb))
        head = _head(view, source) if source[0] < source[1] else None
        if head is not None and not any(view.words[i] in CLAUSE_END for i in range(start, verb)):
            return _draft(view, verb, head, source, piece)
    return None


def _after(view: View, piece: Range) -> Draft | None:
    """Who speaks in the words after a quotation."""
    inner = view.last_word(piece)
    start = view.following(piece[1])
    if start < len(view) and view.words[start] in COMMAS:
        start = view.following(start + 1)
    elif view.words[inner] not in CLOSING:
        return None
    if start >= len(view) or view.quoted[start] >= 0:
        return None
    end = next((i for i in range(start, len(view)) if view.words[i] in CLAUSE_END or view.quoted[i] >= 0), len(view))
    if _is_finite(view, start):
        return _inverted(view, start, piece, end)
    return _straight(view, start, piece, end, any_verb=view.words[inner] not in STOPS)


def _is_whole(view: View, piece: Range) -> bool:
    """Whether a quotation is a sentence of its own: a capital first, a stop last."""
    inner = [view.words[i] for i in range(*piece) if not view.is_mark(i)]
    return len(inner) > 1 and not inner[0][0].islower() and inner[-1] in STOPS


def _before(view: View, piece: Range) -> Draft | None:
    """Who speaks in the words before a quotation: `Holm, a Danish envoy, boomed, "..."`."""
    comma = view.previous(piece[0])
    if comma < 1 or view.words[comma] != "," or not _is_whole(view, piece):
        return None
    verb = comma - 1
    while verb > 0 and view.tags[verb] == "RB":
        verb -= 1
    if not _is_finite(view, verb):
        return None
    own = [kid for kid in view.children(verb, "nsubj") if kid < verb]
    if not own:
        return None
    return _draft(view, verb, own[-1], noun_phrase(view, own[-1], bounds=(view.sentence(verb)[0], verb)), piece)


def beside_draft(view: View, piece: Range, *, whole: bool) -> Draft | None:
    """The attribution of a quotation by the verb right beside it, or None.

    Args:
        view: the block.
        piece: the tokens of the quotation, its marks included.
        whole: whether the quotation begins its sentence; inside one only a reporting verb counts.
    """
    draft = _after(view, piece)
    if draft is not None and not whole and not takes_quotation(view.low[draft.head]):
        draft = None
    return draft or _before(view, piece)
