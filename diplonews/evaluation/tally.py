"""The counts and outcomes of comparing findings with gold."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypeAlias

import attrs

from diplonews.evaluation.gold import Layer
from diplonews.model import Span

__all__ = ["Count", "Outcome", "OutcomeKind", "Tally", "context"]

OutcomeKind: TypeAlias = Literal["right", "missed", "false", "wrong"]
CONTEXT_CHARACTERS = 60


@attrs.frozen
class Count:
    """Counts that add up over articles.

    Attributes:
        right: pairs that are right.
        given: findings.
        wanted: items of the gold.
    """

    right: float = 0
    given: float = 0
    wanted: float = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.right + other.right, self.given + other.given, self.wanted + other.wanted)

    @property
    def value(self) -> float | None:
        """The harmonic mean of precision and recall; a share if `given` equals `wanted`.

        Example:
            >>> Count(3, 4, 6).value, Count(3, 6, 6).value, Count().value
            (0.6, 0.5, None)
        """
        whole = self.given + self.wanted
        return 2 * self.right / whole if whole else None


@attrs.frozen(kw_only=True)
class Outcome:
    """The outcome of one gold item, or of one finding without a gold item.

    Attributes:
        id: the article's.
        layer: the layer in which it was counted.
        kind: right, missed (nothing was found), false (nothing is there) or wrong (something is there,
            and it is something else).
        rule: id of the rule that made the finding; "" if there is none.
        words: the place in the text, with its own words between `[` and `]`.
        predicted: a description of the finding; "" for a missed item.
        expected: a description of the gold item; "" for a false finding.
    """

    id: str
    layer: str
    kind: OutcomeKind
    rule: str = ""
    words: str = ""
    predicted: str = ""
    expected: str = ""

    def __str__(self) -> str:
        said = " ".join(
            part
            for part in (
                f"expected {self.expected}" if self.expected else "",
                f"predicted {self.predicted}" if self.predicted else "",
                f"by {self.rule}" if self.rule else "",
            )
            if part
        )
        return f"{self.id}  {self.layer} {self.kind}: {said}\n    {self.words}"


@attrs.define
class Tally:
    """Counts of one article by layer and measure, and its outcomes."""

    id: str
    counts: dict[tuple[str, str], Count] = attrs.field(factory=dict)
    outcomes: list[Outcome] = attrs.field(factory=list)

    def add(self, layer: Layer, measure: str, right: float, given: float, wanted: float) -> None:
        """Add to a measure of right, given and wanted items."""
        key = layer, measure
        self.counts[key] = self.counts.get(key, Count()) + Count(right, given, wanted)

    def share(self, layer: Layer, measure: str, right: float, of: float) -> None:
        """Add to a measure that is a share."""
        self.add(layer, measure, right, of, of)

    def note(
        self, layer: Layer, kind: OutcomeKind, words: str, *, rule: str = "", predicted: str = "", expected: str = ""
    ) -> None:
        """Keep an outcome."""
        self.outcomes.append(
            Outcome(id=self.id, layer=layer, kind=kind, rule=rule, words=words, predicted=predicted, expected=expected)
        )


def context(text: str, spans: Iterable[Span]) -> str:
    """The words of the spans with those around them, on one line.

    Example:
        >>> context("Oslo rebuked Riga.", [Span(5, 12)])
        'Oslo [rebuked] Riga.'
        >>> context("Oslo rebuked Riga. " + "Talks " * 20, [Span(5, 12)])
        'Oslo [rebuked] Riga. Talks Talks Talks Talks Talks Talks Talks Talks …'
    """
    spans = sorted(spans, key=lambda span: span.start)
    if not spans:
        return ""
    start, end = spans[0].start, max(span.end for span in spans)
    before = text[max(0, start - CONTEXT_CHARACTERS) : start]
    after = text[end : end + CONTEXT_CHARACTERS]
    if len(before) < start:
        before = f"… {before.partition(' ')[2]}"
    if end + len(after) < len(text):
        after = f"{after.rpartition(' ')[0]} …"
    return " ".join(f"{before}[{text[start:end]}]{after}".split())
