"""Quotations: source, cue and content (the terms of PARC and PolNeAR)."""

from __future__ import annotations

from enum import StrEnum

import attrs

from diplonews.model.shown import Shown
from diplonews.model.span import Evidence, Span, shown

__all__ = ["Quote", "QuoteKind", "QuotePolarity", "Speaker", "SpeakerType"]

MARKS = " ,\"'“”‘’„‚«»‹›「」『』"  # characters around the words of a direct quote


class QuoteKind(StrEnum):
    """The share of the content between quotation marks.

    Attributes:
        DIRECT: all of it.
        MIXED: some of it: *called the levy "unjust"*.
        INDIRECT: none of it.
    """

    DIRECT = "DIRECT"
    MIXED = "MIXED"
    INDIRECT = "INDIRECT"


class QuotePolarity(StrEnum):
    """How the content is reported.

    Attributes:
        ASSERTED: as said.
        DENIED: as untrue: *denied that the pier was unsafe*.
        REFUSED: as something that the speaker would not say or do: *declined to say whether*.
        QUESTIONED: as a question: *asked whether*.
    """

    ASSERTED = "ASSERTED"
    DENIED = "DENIED"
    REFUSED = "REFUSED"
    QUESTIONED = "QUESTIONED"


class SpeakerType(StrEnum):
    """The kind of a speaker.

    Attributes:
        PERSON: one person, named or known by office.
        ORGANIZATION: a state, ministry, company, party or other body.
        DOCUMENT: a statement, report, law or other text.
        GROUP: several persons: *officials*, *the two ministers*.
        ANONYMOUS: one person whose name the article does not give: *a diplomat*.
    """

    PERSON = "PERSON"
    ORGANIZATION = "ORGANIZATION"
    DOCUMENT = "DOCUMENT"
    GROUP = "GROUP"
    ANONYMOUS = "ANONYMOUS"


@attrs.frozen(kw_only=True)
class Speaker:
    """The speaker, as identified in the document.

    Attributes:
        name: the fullest name in the article; for a document, or for a body that is only
            described, the description (`joint statement`, `army`). None if the article gives none.
        type: PERSON, ORGANIZATION, DOCUMENT, GROUP or ANONYMOUS.
        role: title or description as printed, or None.
        country: code of the party the speaker represents, as in `Actor.code`: ISO 3166 alpha-3, or UNO,
            EUR, IGO, NGO or IMG for a body that is not a state's; None if the article does not say.
        anonymous: whether the article withholds the name.
        mentions: the places where the name and role were read, in text order.
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
        id: 16 hexadecimal digits, the same in every run and unique within an article, computed
            from the article's identifier (or its text), the content's position and the family of the
            rule. "" for a quote not made by a stage.
        text: the words of the content as printed, with three dots between pieces.
        kind: DIRECT, MIXED or INDIRECT.
        polarity: ASSERTED; DENIED for what the speaker says is not so, or rejects; REFUSED for what the
            speaker declines to say or do (`declined to say whether`, `would not confirm`, `ruled out`);
            QUESTIONED for what the speaker asks.
        content: the words said, with their quotation marks; several spans if it is split.
        cue: the words that report it (`said`, `according to`), in text order; may be empty.
        source: the whole noun phrase of the speaker, or None.
        speaker: the source resolved within the document, or None.
        audience: the hearer's phrase, or None.
        via: the medium that reported it (`was quoted by Reuters as saying`), or None.
        duplicate_of: content of the earlier quote that this one repeats, or None.
        evidence: rule and cues, and any unpaired quotation mark.
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
