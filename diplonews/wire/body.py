"""The story and the lines after it: paragraphs, closing credit, sign-offs, links, repeats."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import attrs

from diplonews.model import Byline, RegionKind, Span
from diplonews.patterns import lazy_re
from diplonews.wire.bylines import find_signature, looks_like_name
from diplonews.wire.cells import Cell
from diplonews.wire.furniture import (
    credited_agency,
    find_closing_credit,
    find_closing_mark,
    find_source_credit,
    find_trailing_agency,
    speaks_as_caption,
)
from diplonews.wire.lines import Bounds, ends_sentence
from diplonews.wire.stamps_and_bylines import CAPTION_BELOW, Reading, read_caption, read_stamps_and_bylines
from diplonews.wire.timestamps import find_short_year, find_stamps

__all__ = ["label_signature", "read_body"]

REPEATED_CHARACTERS = 40
SHORT_LINE_CHARACTERS = 400
SIGNATURE_CHARACTERS = 60
STAMP_LINE_CHARACTERS = 120
ABOUT = lazy_re(r"About (?P<name>[A-Z][\w.&'’-]{1,30}(?: [\w.&'’,-]{1,30}){0,6}[^.!?\s]):?")
CLOSING = (RegionKind.END_MARK, RegionKind.SIGNOFF)
LINK_RULES = ("furniture.more", "furniture.contacts", "furniture.foreign-furniture", "furniture.numbered-link")
# lone lines that are furniture only after the story is over
AFTER_STORY = ("furniture.numbered-link", "furniture.initials", "furniture.editor-line", "furniture.author-bio")


@attrs.define
class _State:
    """The state of reading a body.

    Attributes:
        seen: maps the words of a line to its first place.
        order: lines that may be repeated, in order, to recognise runs.
        over: whether an end mark, a sign-off or a list of links was read.
        run: place in `order` of the line that the last duplicate repeats, or None.
        announced: whether the line before says that a caption follows; None if it does not,
            True if even a sentence may be one.
        about: the heading of a release's paragraph on its own sender, `About Harbour Systems`, or "".
        sender: whether such a paragraph was read.
    """

    seen: dict[str, int] = attrs.field(factory=dict)
    order: list[tuple[int, int, str]] = attrs.field(factory=list)
    over: bool = False
    run: int | None = None
    announced: bool | None = None
    about: str = ""
    sender: bool = False

    def remember(self, start: int, end: int, words: str) -> None:
        self.seen.setdefault(words, len(self.order))
        self.order.append((start, end, words))

    def repeated(self, words: str) -> Span | None:
        """The earlier place of an identical line: of a long line, or of the next line in a run."""
        at = self.seen.get(words) if len(words) >= REPEATED_CHARACTERS else None
        if self.run is not None and self.run + 1 < len(self.order) and self.order[self.run + 1][2] == words:
            at = self.run + 1
        self.run = at
        return Span(self.order[at][0], self.order[at][1]) if at is not None else None


def read_body(
    text: str, lines: Sequence[Bounds], story: int, reading: Reading, head: Sequence[Cell]
) -> tuple[Cell, ...]:
    """Label the lines from the first of the story on.

    Args:
        text: the whole text.
        lines: bounds of the lines or paragraphs left, in order.
        story: the offset on the first of them at which the story begins.
        reading: how the parser reads.
        head: the cells before the story; a later line that repeats one of them is a duplicate.
    """
    state = _State()
    for cell in head:
        if cell.kind in (RegionKind.HEADLINE, RegionKind.DECK, RegionKind.CAPTION):
            state.remember(cell.start, cell.end, text[cell.start : cell.end])
    cells: list[Cell] = []
    last = len(lines) - 1
    for number, (line_start, end) in enumerate(lines):
        start = max(line_start, story)
        while start < end and text[start].isspace():
            start += 1
        if start >= end:
            continue
        words = text[start:end]
        of = state.repeated(words) if number else None
        if of is not None:
            cells.append(Cell(start, end, RegionKind.DUPLICATE, "duplicate.line", of=of))
            state.remember(start, end, words)
            continue
        state.remember(start, end, words)
        cells += _read_line(text, (start, end), reading, state, first=number == 0, last=number == last)
    if state.sender:
        for at, (heading, after) in enumerate(itertools.pairwise(cells)):
            if after.rule == "label.about" and heading.kind is RegionKind.BODY:
                cells[at] = attrs.evolve(heading, kind=RegionKind.BOILERPLATE, rule="label.about")
    cells = _with_end(text, cells, reading)
    is_signed = any(cell.kind is RegionKind.BYLINE for cell in (*head, *cells))
    label_signature(text, cells, is_signed=is_signed)
    return tuple(_with_captions(text, cells))


def _with_end(text: str, cells: list[Cell], reading: Reading) -> list[Cell]:
    """The cells; initials, a list of links or a bio at the end, followed only by furniture, are not body."""
    for at in range(len(cells) - 1, 0, -1):
        cell = cells[at]
        if cell.kind is not RegionKind.BODY:
            continue
        form = reading.furniture.match(text[cell.start : cell.end], head=False)
        if form is None or form[1] not in AFTER_STORY:
            break
        cells[at] = attrs.evolve(cell, kind=form[0], rule=form[1])
    return cells


def label_signature(text: str, cells: list[Cell], *, is_signed: bool) -> None:
    """Label a name alone below the last paragraph, in place: as by-line, or as sign-off if the story has a by-line."""
    at = next((at for at in range(len(cells) - 1, -1, -1) if cells[at].kind is RegionKind.BODY), 0)
    if at == 0 or cells[at - 1].kind is not RegionKind.BODY:
        return
    cell, above = cells[at], cells[at - 1]
    words = text[cell.start : cell.end]
    names = find_signature(words) if ends_sentence(text[above.start : above.end]) else ()
    if names:
        byline = Byline(text=words, names=names, span=Span(cell.start, cell.end))
        kind = RegionKind.SIGNOFF if is_signed else RegionKind.BYLINE
        cells[at] = attrs.evolve(cell, kind=kind, rule="signature", byline=None if is_signed else byline)


def _with_captions(text: str, cells: Sequence[Cell]) -> list[Cell]:
    """The cells; a paragraph worded as a caption, with a credit and more story after it, becomes a caption."""
    recast = list(cells)
    for at, (cell, credit, after) in enumerate(zip(cells, cells[1:], cells[2:], strict=False)):
        kinds = (cell.kind, credit.kind, after.kind)
        if kinds == (RegionKind.BODY, RegionKind.CREDIT, RegionKind.BODY) and speaks_as_caption(
            text[cell.start : cell.end]
        ):
            recast[at] = attrs.evolve(cell, kind=RegionKind.CAPTION, rule="caption.inside")
            recast[at + 1] = attrs.evolve(credit, rule="caption.inside")
    return recast


def _read_line(
    text: str, line: Bounds, reading: Reading, state: _State, *, first: bool, last: bool
) -> tuple[Cell, ...]:
    start, end = line
    words = text[start:end]
    if not first:
        form = reading.furniture.match(words, head=False)
        announced, state.announced = state.announced, None
        about, state.about = state.about, _about(words)
        if form is not None and (state.over or last or form[1] not in AFTER_STORY):
            state.announced = CAPTION_BELOW.get(form[1])
            agency = find_source_credit(words, below=True)
            if agency is not None:
                state.over = True
                return (Cell(start, end, RegionKind.CREDIT, "credit.source", agency=agency),)
            state.over = state.over or form[0] in CLOSING or form[1] in LINK_RULES
            return _signed(start, words, form) if form[0] is RegionKind.SIGNOFF else (Cell(start, end, *form),)
        if announced is not None and (announced or not ends_sentence(words)):
            return (Cell(start, end, RegionKind.CAPTION, "caption.announced"),)
        if about and words.removeprefix("The ").startswith(about):
            state.sender = True
            return (Cell(start, end, RegionKind.BOILERPLATE, "label.about"),)
        if end - start <= SHORT_LINE_CHARACTERS:
            special = _read_short(text, line, reading)
            if special:
                return special
            if state.over and not ends_sentence(words):
                return (Cell(start, end, RegionKind.BOILERPLATE, "label.after-story"),)
    state.over = False
    return _split_end(start, words)


def _about(words: str) -> str:
    """The first word of the name in a heading such as `About Harbour Systems`; or ""."""
    heading = ABOUT.fullmatch(words) if words.startswith("About ") else None
    return heading["name"].split()[0] if heading is not None else ""


def _signed(start: int, words: str, form: tuple[RegionKind, str]) -> tuple[Cell, ...]:
    """A sign-off; the time of a monitored report in it becomes a stamp: `Source: ... 1341 gmt 12 Jun 24`."""
    whole = Cell(start, start + len(words), *form)
    if not words.startswith("Source: "):
        return (whole,)
    stamp = next(iter(find_stamps(words)), None) or find_short_year(words)
    if stamp is None:
        return (whole,)
    at, stop = start + stamp.start, start + stamp.end
    before = attrs.evolve(whole, end=start + len(words[: stamp.start].rstrip()))
    cells = (before, Cell(at, stop, RegionKind.TIMESTAMP, stamp.rule, stamp=stamp))
    return (*cells, attrs.evolve(whole, start=stop)) if stop < whole.end else cells


def _read_short(text: str, line: Bounds, reading: Reading) -> tuple[Cell, ...]:
    """A credit line, a caption or a stamp among the paragraphs; empty for any other line."""
    start, end = line
    words = text[start:end]
    credit = find_closing_credit(words)
    if credit is not None and credit[0] == 0:
        return (Cell(start, end, RegionKind.CREDIT, "credit.line", agency=credit[1]),)
    caption = read_caption(text, line, head=False)
    if caption:
        return caption
    desk, slash, writer = words.partition("/")
    if slash and desk.isupper() and len(words) <= SIGNATURE_CHARACTERS and looks_like_name(writer.replace("/", " ")):
        agency = credited_agency(desk)
        if agency is not None:
            return (Cell(start, end, RegionKind.SIGNOFF, "signoff.desk", agency=agency),)
    if end - start <= STAMP_LINE_CHARACTERS:
        cells = read_stamps_and_bylines(text, line, reading)
        return cells if all(map(_stands_below, cells)) else ()
    return ()


def _stands_below(cell: Cell) -> bool:
    """Whether a stamp or byline may follow a story: a stamp, an agency, `By` and a name."""
    if cell.kind is RegionKind.TIMESTAMP or cell.agency is not None:
        return True
    byline = cell.byline
    return byline is not None and byline.text[:3] in ("By ", "BY ") and any(map(looks_like_name, byline.names))


def _split_end(start: int, words: str) -> tuple[Cell, ...]:
    """A paragraph, with a closing credit or end mark cut off its end."""
    end = start + len(words)
    tail: tuple[Cell, ...] = ()
    mark = find_closing_mark(words)
    if mark is not None:
        tail = (Cell(start + mark, end, RegionKind.END_MARK, "end.glued"),)
        words = words[:mark].rstrip()
    credit = find_closing_credit(words)
    if credit is not None and not ends_sentence(words[: credit[0]].rstrip()):
        credit = None
    credit = credit or find_trailing_agency(words)
    if credit is not None:
        tail = (
            Cell(start + credit[0], start + len(words), RegionKind.CREDIT, "credit.closing", agency=credit[1]),
            *tail,
        )
        words = words[: credit[0]].rstrip()
    return (Cell(start, start + len(words), RegionKind.BODY, "body.paragraph"), *tail) if words else tail
