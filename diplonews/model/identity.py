"""The ids of findings: the same in every run, and different within an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b
from typing import TypeVar

import attrs

from diplonews.model.event import Event
from diplonews.model.quote import Quote

__all__ = ["digest", "with_ids"]

ID_BYTES = 8  # one in 37 million corpora of a million findings has two with the same id

Finding = TypeVar("Finding", Event, Quote)


def digest(words: str) -> str:
    """A digest of the words in 16 hexadecimal digits.

    Example:
        >>> digest("Oslo rebuked Riga.")
        '867b79b7cec299f6'
    """
    return blake2b(words.encode("utf-8", "surrogatepass"), digest_size=ID_BYTES).hexdigest()


def with_ids(findings: Iterable[Finding], owner: str) -> tuple[Finding, ...]:
    """The same findings, each with its id.

    Args:
        findings: all events, or all quotes, of one article, in text order.
        owner: the article's identifier, or the digest of its text.
    """
    seen: Counter[str] = Counter()
    made = []
    for finding in findings:
        spans = finding.trigger if isinstance(finding, Event) else finding.content
        family = finding.evidence.rule.partition(".")[0]
        key = f"{owner}\0{type(finding).__name__}\0{family}\0{spans}"
        made.append(attrs.evolve(finding, id=digest(f"{key}\0{seen[key]}")))
        seen[key] += 1
    return tuple(made)
