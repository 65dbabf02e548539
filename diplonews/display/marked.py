"""A text as HTML with its findings marked.

Findings overlap and cross each other, so nothing is nested: the text is cut wherever one begins or ends, and each
piece is an element whose classes are the layers that cover it. The style sheet selects the layers shown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from itertools import islice, pairwise

import attrs

from diplonews.model import Analysis, RegionKind, Span

__all__ = ["LAYERS", "Mark", "marked_html", "marks_of", "printable"]

LAYERS = ("regions", "dates", "quotes", "actors", "events")
PLAIN_REGIONS = frozenset({RegionKind.BODY, RegionKind.WHITESPACE})
MOST_KEYS = 12  # findings named by a piece of the text, limited to keep the page in proportion to the text
UNWRITABLE = re.compile("[\0\ud800-\udfff]")  # HTML has no NUL, and UTF-8 no halves of surrogate pairs


def printable(text: str) -> str:
    r"""The text made valid for HTML, at the same length: a NUL or half a surrogate pair becomes U+FFFD.

    Example:
        >>> printable("Riga\0")
        'Riga�'
    """
    return UNWRITABLE.sub("\ufffd", text)


@attrs.frozen(kw_only=True)
class Mark:
    """A stretch of the text that a layer shows.

    Attributes:
        span: its characters.
        layer: one of `LAYERS`.
        part: its role in that layer, such as `cue` in `quotes`; the class of its pieces, with the layer.
        key: the finding it belongs to, such as `q0` for the first quote; "" for a region.
        own: whether it names the finding; else it surrounds it, like the sentence of an event.
    """

    span: Span
    layer: str
    part: str
    key: str = ""
    own: bool = True


def marks_of(analysis: Analysis) -> tuple[Mark, ...]:
    """The marks of all regions and findings of an analysis.

    Returns:
        Layer by layer, each in text order. Body and white space have no mark. The keys are `d`, `q`, `a` and `e`
        with the number of the finding in `dates`, `quotes`, `actors` and `events`.

    Example:
        >>> from diplonews import analyze
        >>> [(mark.key, mark.part, mark.span) for mark in marks_of(analyze("Oslo rebuked Riga."))][-2:]
        [('e0', 'sentence', Span(0, 18)), ('e0', 'trigger', Span(5, 12))]
    """
    return tuple(_marks(analysis))


def _marks(analysis: Analysis) -> Iterator[Mark]:
    for region in analysis.article.regions:
        if region.kind not in PLAIN_REGIONS:
            yield Mark(span=region.span, layer="regions", part=region.kind.lower().replace("_", "-"))
    for number, date in enumerate(analysis.dates):
        yield Mark(span=date.span, layer="dates", part="date", key=f"d{number}")
    for number, quote in enumerate(analysis.quotes):
        parts = {"content": quote.content, "cue": quote.cue, "source": (quote.source,) if quote.source else ()}
        for part, spans in parts.items():
            yield from (Mark(span=span, layer="quotes", part=part, key=f"q{number}") for span in spans)
    for number, mention in enumerate(analysis.actors):
        yield Mark(span=mention.span, layer="actors", part="actor", key=f"a{number}")
    for number, event in enumerate(analysis.events):
        yield Mark(span=event.sentence, layer="events", part="sentence", key=f"e{number}", own=False)
        for span in event.trigger:
            yield Mark(span=span, layer="events", part="trigger", key=f"e{number}")


def marked_html(
    text: str, marks: Iterable[Mark], *, titles: Mapping[str, str] | None = None, focusable: bool = False
) -> str:
    """A text with marks as HTML: escaped, with its line breaks; without its tags it is the text itself.

    Marked words are in `<mark>` elements, words covered only by regions or sentences in `<span>` elements. Their
    classes are layers and parts. `data-of` names the findings, `data-in` those that the piece only surrounds. Where a
    region begins, an empty `<span>` names it in `data-region`. The element around it needs `white-space: pre-wrap`.

    Args:
        text: the text.
        marks: in any order; parts outside the text are ignored.
        titles: by key, the tooltip of a finding.
        focusable: whether the first piece of a finding can be reached by keyboard.

    Example:
        >>> print(marked_html("1 < 2", [Mark(span=Span(0, 1), layer="dates", part="date", key="d0")]))
        <mark class="dates date" data-of="d0">1</mark> &lt; 2
    """
    pieces = _pieces(len(text), marks)
    return "".join(piece.html(text, titles or {}, focusable=focusable) for piece in pieces)


@attrs.frozen(kw_only=True)
class _Piece:
    """The text between two positions where marks begin or end.

    Attributes:
        start, end: its characters.
        classes: layers and parts of the marks that cover it, each once.
        marks: the marks of these that began last.
        begins: whether a mark that names its finding begins here.
        region: the region that begins here, or "".
    """

    start: int
    end: int
    classes: tuple[str, ...]
    marks: tuple[Mark, ...]
    begins: bool
    region: str

    def html(self, text: str, titles: Mapping[str, str], *, focusable: bool) -> str:
        words = _escaped(text[self.start : self.end])
        if not self.classes:
            return words
        of = dict.fromkeys(mark.key for mark in self.marks if mark.own and mark.key)
        around = dict.fromkeys(mark.key for mark in self.marks if not mark.own)
        title = "\n\n".join(titles[key] for key in of if key in titles)
        named = {"class": " ".join(self.classes), "data-of": " ".join(of), "data-in": " ".join(around)}
        named |= {"title": title, "tabindex": "0" if focusable and self.begins else ""}
        attributes = "".join(f' {name}="{_escaped(value)}"' for name, value in named.items() if value)
        tag = "mark" if of else "span"
        region = f'<span data-region="{_escaped(self.region)}"></span>' if self.region else ""
        return f"{region}<{tag}{attributes}>{words}</{tag}>"


def _escaped(text: str) -> str:
    """Text for an element or attribute; a bare carriage return would be read as a line feed."""
    return escape(printable(text)).replace("\r", "&#13;")


def _pieces(length: int, marks: Iterable[Mark]) -> Iterator[_Piece]:
    """The whole text, piece by piece."""
    begin: dict[int, list[int]] = {0: []}
    end: dict[int, list[int]] = {length: []}
    listed = [mark for mark in marks if mark.span.start < min(mark.span.end, length)]
    for number, mark in enumerate(listed):
        begin.setdefault(mark.span.start, []).append(number)
        end.setdefault(min(mark.span.end, length), []).append(number)
    places = sorted({*begin, *end})
    active: dict[int, Mark] = {}
    classes: Counter[str] = Counter()
    for start, stop in pairwise(places):
        for number in end.get(start, ()):
            mark = active.pop(number)
            classes.subtract((mark.layer, mark.part))
        fresh = [listed[number] for number in begin.get(start, ())]
        active.update(zip(begin.get(start, ()), fresh, strict=True))
        for mark in fresh:
            classes.update((mark.layer, mark.part))
        yield _Piece(
            start=start,
            end=stop,
            classes=tuple(name for name, count in classes.items() if count),
            marks=tuple(islice(reversed(active.values()), MOST_KEYS))[::-1],
            begins=any(mark.own and mark.key for mark in fresh),
            region=next((mark.part for mark in fresh if mark.layer == "regions"), ""),
        )
