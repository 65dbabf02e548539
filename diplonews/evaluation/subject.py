"""A gold article with the findings in it."""

from __future__ import annotations

import attrs

from diplonews.evaluation.align import locate, move
from diplonews.evaluation.gold import GoldArticle
from diplonews.model import Analysis

__all__ = ["Subject", "compare_with"]


@attrs.frozen(kw_only=True)
class Subject:
    """The input for scoring the layers.

    Attributes:
        given: the gold article as it was read.
        gold: the same with its spans in the text of the parsed article.
        places: the position of each character of the given text in that text (see `locate`).
        found: the parsed article and its findings.
    """

    given: GoldArticle
    gold: GoldArticle
    places: list[int]
    found: Analysis

    @property
    def text(self) -> str:
        """The text that gold spans and found spans refer to."""
        return self.found.article.text


def compare_with(gold: GoldArticle, found: Analysis) -> Subject:
    """Gold and findings on one text."""
    places = locate(gold, found.article.text)
    return Subject(given=gold, gold=move(gold, found.article.text, places), places=places, found=found)
