"""Quotations: source, cue and content (the terms of PARC and PolNeAR)."""

from __future__ import annotations

from enum import StrEnum

import attrs

from diplonews.model.shown import Shown
from diplonews.model.span import Evidence, Span, shown

__all__ = ["Quote", "QuoteKind", "QuotePolarity", "Speaker", "SpeakerType"]

MARKS = " ,\"'“”‘’„‚«»‹›「」『』"  # what stands around the words of a direct quote


class QuoteKind(StrEnum):
    """How much of the content stands between quotation marks: all, some, none."""

    DIRECT = "DIRECT"
    MIXED = "MIXED"
    INDIRECT = "INDIRECT"


class QuotePolarity(StrEnum):
    """How the content is told: as said, or as denied, held back or asked."""

    ASSERTED = "ASSERTED"
    DENIED = "DENIED"
    REFUSED = "REFUSED"
    QUESTIONED = "QUESTIONED"


class SpeakerType(StrEnum):
    """What a speaker is."""

    PERSON = "PERSON"
    ORGANIZATION = "ORGANIZATION"
    DOCUMENT = "DOCUMENT"
    GROUP = "GROUP"
    ANONYMOUS = "ANONYMOUS"


@attrs.frozen(kw_only=True)
class Speaker:
    """Who said it, as far as the document tells.

    Attributes:
        name: as full as the article lets one know; of a document, or of a body that is only
            described, the description (`joint statement`, `army`). None where the article gives none.
        type: PERSON, ORGANIZATION, DOCUMENT, GROUP or ANONYMOUS.
        role: title or description as printed, or None.
        country: code of whom the speaker speaks for, as an `Actor` has it: ISO 3166 alpha-3, or UNO,
            EUR, IGO, NGO or IMG for a body that is no state's; None where the article does not tell.
        anonymous: whether the article keeps the name back.
        mentions: where the name and role were read, in text order.
    """

    name: str | None
    type: SpeakerType
    role: str | None = None
    country: str | None = None
    anonymous: bool = False
    mentions: tuple[Span, ...] = ()

    def __repr__(self) -> str:
        return f"<Speaker {shown(self.name or self.role, 40)} {self.country}>"


@attrs.frozen(kw_only=True)
class Quote(Shown):
    """One attribution.

    `id` and `text` are left out of comparisons.

    Attributes:
        id: 16 hexadecimal digits, the same in every run and in no two findings of an article: made
            of the article's identifier (or its text), the content's place and the family of the
            rule. "" for a quote that no stage made.
        text: the words of the content as printed, with three dots between pieces.
        kind: DIRECT, MIXED or INDIRECT.
        polarity: ASSERTED; DENIED of what the speaker says is not so, or rejects; REFUSED of what he
            declines to tell or do (`declined to say whether`, `would not confirm`, `ruled out`);
            QUESTIONED of what he asks.
        content: what was said, quotation marks included; several spans where it is split.
        cue: the words that report it (`said`, `according to`), in text order; may be empty.
        source: the whole noun phrase of who said it, or None.
        speaker: the source resolved within the document, or None.
        audience: who was told, or None.
        via: the medium that reported it (`was quoted by Reuters as saying`), or None.
        duplicate_of: content of the earlier quote that this one repeats, or None.
        evidence: rule and cues, and any mark that lacks its pair.
    """

    id: str = attrs.field(default="", eq=False)
    text: str = attrs.field(default="", eq=False)
    kind: QuoteKind
    polarity: QuotePolarity = QuotePolarity.ASSERTED
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: Span | None = None
    speaker: Speaker | None = None
    audience: Span | None = None
    via: Span | None = None
    duplicate_of: tuple[Span, ...] | None = None
    evidence: Evidence

    def __repr__(self) -> str:
        who = self.speaker.name or self.speaker.role if self.speaker is not None else None
        words = self.text.strip(MARKS) if self.kind is QuoteKind.DIRECT else self.text
        kind = self.kind.name if self.polarity is QuotePolarity.ASSERTED else f"{self.kind.name} {self.polarity.name}"
        return f"<Quote {kind} {shown(who, 30)} {shown(words, 50)}>"
