"""Positions in the text, and the evidence for findings."""

from __future__ import annotations

import attrs

__all__ = ["Evidence", "Span", "shown"]

SHOWN_SPANS = 3


def shown(words: str | None, characters: int) -> str:
    """Words for a repr: quoted, in one line, cut to a number of characters.

    Example:
        >>> shown("The levy has no basis", 12)
        "'The levy ha…'"
    """
    if words is None:
        return "None"
    quoted = repr(" ".join(words[: 4 * characters].split()))
    return quoted if len(quoted) <= characters + 2 else f"{quoted[:characters]}…{quoted[0]}"


@attrs.frozen
class Span:
    """A half-open stretch of characters, `start` included, `end` not.

    Offsets count characters (not bytes, not tokens) of the text that the span belongs to.

    Attributes:
        start: the first character, counted from 0.
        end: the character after the last one.

    Raises:
        ValueError: if not 0 <= start <= end.

    Example:
        >>> Span(0, 5).of("Seoul and Tokyo")
        'Seoul'
    """

    start: int
    end: int

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span needs 0 <= start <= end (got start={self.start!r}, end={self.end!r})")

    def __len__(self) -> int:
        return self.end - self.start

    def __repr__(self) -> str:
        return f"Span({self.start}, {self.end})"

    def of(self, text: str) -> str:
        """The words: `text[start:end]`."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span (its own bounds included)."""
        return self.start <= other.start and other.end <= self.end


@attrs.frozen(kw_only=True)
class Evidence:
    """The evidence for a finding or a field.

    Attributes:
        rule: id of the rule or model that decided, such as `dateline.agency`.
        spans: the cues, in text order.
        field: for an article, the field that it supports (`published`, `outlet`); else None.
        detail: one clause for a human reader, or None.
    """

    rule: str
    spans: tuple[Span, ...] = ()
    field: str | None = None
    detail: str | None = None

    def __repr__(self) -> str:
        about = f"{self.field}: " if self.field else ""
        more = ", ..." if len(self.spans) > SHOWN_SPANS else ""
        return f"<Evidence {about}{self.rule} [{', '.join(map(repr, self.spans[:SHOWN_SPANS]))}{more}]>"
