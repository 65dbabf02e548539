"""Attributions by a colon: `Kim: ...`, `...: report` in headlines, and a sentence that leads in a quotation."""

from __future__ import annotations

import re

from diplonews.lexicons.speakers import speaker_words
from diplonews.model.article import RegionKind
from diplonews.quotes.cues import FINITE, NOBODY, takes_quotation
from diplonews.quotes.drafts import Draft
from diplonews.quotes.sources import noun_phrase, subject
from diplonews.quotes.view import Range, View

__all__ = ["colon_drafts", "dash_draft", "lead_in"]

NAME_TOKENS = 9
TAIL_TOKENS = 5
SIGNED_TOKENS = 14
LEAD_TOKENS = 40
COLON_TOKENS = 62
VERBS = FINITE | {"MD", "VB"}
LEADING = VERBS | {"VBN", "VBG"}
SIGNING_TAGS = frozenset(("NNP", "NNPS", "CC", "POS", "NN", "DT", "IN", "HYPH"))
NO_SPEAKER = NOBODY | {"here", "who"}
DASHES = frozenset(("―", "—", "--", "–", "-"))


def _is_name(view: View, piece: Range, body: str) -> bool:
    """Whether the words before or after a colon are a speaker: a name the text knows, or a noun that speaks."""
    first, last = piece
    words = [view.words[i] for i in range(first, last)]
    low = [word.lower() for word in words]
    if not words or low[0] in speaker_words("labels") or low[-1] in speaker_words("labels"):
        return False
    if low[-1] in speaker_words("documents") or low[-1] in speaker_words("groups"):
        return True
    name = words[-1]
    if not name[0].isupper() or any(view.tags[i] in VERBS for i in range(first, last) if view.words[i].islower()):
        return False
    return len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", body)) >= 2


def _headline(view: View, colon: int, body: str) -> Draft | None:
    """A headline with a speaker before or after its colon."""
    count = len(view)
    before, after = view.trim((0, colon)), view.trim((colon + 1, count))
    if before[0] >= before[1] or after[0] >= after[1]:
        return None
    tail = after[1] - after[0] <= TAIL_TOKENS and before[1] - before[0] > after[1] - after[0]
    if tail and _is_name(view, after, body):
        return _draft(view, "colon.after", colon, after, before)
    if colon <= NAME_TOKENS and _is_name(view, before, body):
        return _draft(view, "colon.before", colon, before, after)
    return None


def _draft(view: View, rule: str, sign: int, source: Range, *content: Range, subject: int | None = None) -> Draft:
    """An attribution by a colon or dash; the last word of the source is its head, unless told."""
    return Draft(
        view=view,
        rule=rule,
        head=sign,
        category="statement",
        cue=[sign],
        subject=source[1] - 1 if subject is None else subject,
        source=source,
        content=[(view, piece) for piece in content],
    )


def _turn(view: View, colon: int, body: str) -> Draft | None:
    """A turn of a transcript: a name, a colon, and words or a quotation."""
    start = 1 if view.is_mark(0) else 0
    source, content = view.trim((start, colon)), view.trim((colon + 1, len(view)))
    if source[0] >= source[1] or content[1] - content[0] < 2 or source[1] - source[0] > TAIL_TOKENS:
        return None
    names = all(view.words[i][0].isupper() or view.words[i] == "." for i in range(*source))
    if not names or view.low[source[0]] in speaker_words("labels"):
        return None
    upper = view.phrase(source).isupper() and len(view.phrase(source)) > 2
    if not (upper or _is_name(view, source, body)):
        return None
    return _draft(view, "colon.turn", colon, source, content)


def colon_drafts(view: View, body: str, number: int) -> list[Draft]:
    """Attributions by a colon in one block.

    Args:
        view: the block.
        body: the article's text.
        number: the block's place in the article, from 0.
    """
    for colon, word in enumerate(view.words[1:COLON_TOKENS], 1):
        opened = colon <= TAIL_TOKENS + 1 and view.quoted[colon] >= 0 and not view.quotations[0].closed
        if word == ":" and (view.quoted[colon] < 0 or opened):
            headline = view.block.kind in (RegionKind.HEADLINE, RegionKind.DECK) or number == 0
            draft = (_headline(view, colon, body) if headline else None) or _turn(view, colon, body)
            return [draft] if draft is not None else []
    return []


def dash_draft(view: View) -> Draft | None:
    """A quotation that fills its paragraph up to a dash and a name: `"..." — Jo Hale, Bristol`."""
    if not view.ranges:
        return None
    last = view.ranges[-1][1]
    dash = view.following(last)
    start = view.following(0)
    if dash >= len(view) - 1 or view.words[dash] not in DASHES or view.ranges[0][0] != start:
        return None
    source = view.trim((dash + 1, len(view)))
    count = source[1] - source[0]
    if not 0 < count <= SIGNED_TOKENS or not view.words[source[0]][0].isupper():
        return None
    if any(view.tags[i] in VERBS for i in range(*source)):
        return None
    content = [piece for piece in view.ranges if piece[1] <= dash]
    return _draft(view, "dash", dash, source, *content, subject=source[0])


def _signed(view: View, first: int, colon: int) -> Range | None:
    """The name between a dash and a colon: `Talks are stuck - Anna Vik: "..."`."""
    start = colon
    while start > first and colon - start < NAME_TOKENS and view.tags[start - 1] in SIGNING_TAGS:
        start -= 1
    while start < colon and view.tags[start] not in ("NNP", "NNPS"):
        start += 1
    dash = start > first and view.words[start - 1] in DASHES and view.starts[start] > view.ends[start - 1]
    return (start, colon) if dash and start < colon else None


def _leading_verbs(view: View, first: int, colon: int) -> list[int]:
    """The verbs that may lead in what follows a colon, the likeliest first.

    One that reports comes before any other, of these the outermost; else it is the nearest, and
    one in a relative clause is asked last.
    """
    verbs = [i for i in range(colon - 1, first - 1, -1) if view.tags[i] in LEADING and view.quoted[i] < 0]
    told = [i for i in verbs if takes_quotation(view.low[i])]
    finite = [i for i in verbs if view.tags[i] in VERBS]
    main = [i for i in finite if view.deps[i] not in ("relcl", "advcl", "acl")]
    return [*(i for i in reversed(told) if view.deps[i] not in ("relcl", "amod")), *main, *finite]


def lead_in(view: View, colon: int) -> Draft | None:
    """Who speaks in the quotation that follows a colon: the subject of the sentence, or the name before the colon."""
    first, _ = view.sentence(colon)
    signed = _signed(view, first, colon)
    if signed is not None:
        return _draft(view, "colon.name", colon, signed)
    for verb in _leading_verbs(view, first, colon):
        head, chain = subject(view, verb)
        if head is not None and view.low[head] not in NO_SPEAKER:
            source = noun_phrase(view, head, bounds=view.sentence(head), avoid=verb)
            return Draft(
                view=view,
                rule="colon.quote",
                head=verb,
                category="statement",
                cue=sorted({verb, colon, *chain}),
                subject=head,
                source=source,
            )
    return _name_before(view, first, colon)


def _name_before(view: View, first: int, colon: int) -> Draft | None:
    """Who is named right before a colon, without a verb: `From the envoy: "..."`."""
    head = colon - 1
    while (
        head > first
        and view.heads[head] < colon
        and view.heads[head] >= first
        and view.heads[head] != head
        and view.tags[view.heads[head]].startswith("N")
    ):
        head = view.heads[head]
    if not view.tags[head].startswith("N") or colon - first > LEAD_TOKENS:
        return None
    source = noun_phrase(view, head, bounds=(first, colon))
    return _draft(view, "colon.name", colon, source, subject=head)
