"""Whole documents as TimeML: the text with its expressions of time marked inline."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from xml.sax.saxutils import escape

from diplonews.model.article import Article
from diplonews.model.temporal import TimeExpression

__all__ = ["to_timeml"]

DOCUMENT = """<?xml version="1.0" encoding="UTF-8"?>
<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">
{docid}{dct}<TEXT>{text}</TEXT>
</TimeML>
"""
FIRST_OF_TEXT = 1  # t0 is the document's own date


def _plain(text: str) -> str:
    """The text as XML allows it: control characters, which it does not, become spaces."""
    legal = "".join(
        c if c in "\n\t" or " " <= c <= "\ud7ff" or (c >= "\ue000" and c not in "\ufffe\uffff") else " " for c in text
    )
    return escape(legal)


def _marked(text: str, dates: Iterable[TimeExpression]) -> str:
    pieces, position = [], 0
    for number, found in enumerate(sorted(dates, key=lambda d: d.span.start), start=FIRST_OF_TEXT):
        pieces += [_plain(text[position : found.span.start]), found.to_timeml(f"t{number}")]
        position = found.span.end
    return "".join(pieces) + _plain(text[position:])


def to_timeml(
    article: Article | str, dates: Iterable[TimeExpression], *, dct: date | None = None, identifier: str | None = None
) -> str:
    """A TimeML document: identifier, creation time, and the text with a TIMEX3 around each expression.

    Args:
        article: what the expressions were found in; a `str` stands for itself.
        dates: expressions of that text; they must not overlap.
        dct: the document's creation time; default: the article's anchor.
        identifier: default: the article's own.

    Returns:
        XML text. White space and wording are those of the input; characters that XML has no
        place for become spaces.

    Example:
        >>> from diplonews import extract_dates
        >>> text = "Talks resumed Friday."
        >>> day = date(2021, 2, 10)
        >>> print(to_timeml(text, extract_dates(text, anchor=day), dct=day).splitlines()[3])
        <TEXT>Talks resumed <TIMEX3 tid="t1" type="DATE" value="2021-02-05">Friday</TIMEX3>.</TEXT>

    Source: TimeML 1.2.1, annotation guidelines and schema.
    """
    text = article if isinstance(article, str) else article.text
    if isinstance(article, Article):
        dct = dct if dct is not None else article.anchor
        identifier = identifier if identifier is not None else article.identifier
    created = ""
    if dct is not None:
        value = dct.isoformat()
        kind = "TIME" if isinstance(dct, datetime) else "DATE"
        created = (
            f'<DCT><TIMEX3 tid="t0" type="{kind}" value="{value}" temporalFunction="false" '
            f'functionInDocument="CREATION_TIME">{value}</TIMEX3></DCT>\n'
        )
    named = "" if identifier is None else f"<DOCID>{_plain(identifier)}</DOCID>\n"
    return DOCUMENT.format(docid=named, dct=created, text=_marked(text, dates))
