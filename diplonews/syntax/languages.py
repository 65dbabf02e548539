"""Selects the parts of a text that are in English, the language of the rules."""

from __future__ import annotations

from collections import Counter

from diplonews.model.article import Article, RegionKind
from diplonews.model.span import Span
from diplonews.wire.languages import language_of, short_tag

__all__ = ["english_parts"]

ENGLISH = "en"
Part = tuple[Span, RegionKind]


def english_parts(text: str, article: Article | None, parts: list[Part]) -> tuple[list[Part], str | None]:
    """The parts in English, and why the others are left out.

    The language of a text is detected from its words, else taken from the article, else English.
    A part too short for its language to be detected has that of the text.

    Args:
        text: the text that the parts' spans refer to.
        article: the article whose text it is, or None.
        parts: in text order.

    Returns:
        The parts that are kept, and the reason why others are not (None if all are kept).

    Example:
        >>> english_parts("Oslo rebuked Riga.", None, [(Span(0, 18), RegionKind.BODY)])[1] is None
        True
    """
    words = [span.of(text) for span, _ in parts]
    stated = article.language if article is not None else None
    whole = language_of("\n".join(words)) or (short_tag(stated).partition("-")[0].lower() if stated else ENGLISH)
    shown = [language_of(part) or whole for part in words]
    others = Counter(language for language in shown if language != ENGLISH)
    if not others:
        return parts, None
    kept = [part for part, language in zip(parts, shown, strict=True) if language == ENGLISH]
    what = f"{others.total()} of {len(parts)} paragraphs" if kept else "the text"
    names = ", ".join(language for language, _ in others.most_common())
    return kept, f"{what}, in another language ({names}): quotes, actors and events are read in English"
