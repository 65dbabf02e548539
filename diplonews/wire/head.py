"""The lines before the story: headline, deck, bylines, timestamps, notes, captions, slugs.

Each line is first read on its own; the remaining plain text is classified by its position: the
headline is the best candidate before the lead, and the lines around it are deck or label.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import attrs

from diplonews.lexicons.speakers import first_name_gender
from diplonews.model import Byline, Dateline, Evidence, RegionKind, Span
from diplonews.patterns import lazy_re
from diplonews.wire.bylines import find_byline, looks_like_name, without_place
from diplonews.wire.cells import Cell
from diplonews.wire.dateline import FoundDateline, find_dateline
from diplonews.wire.furniture import (
    find_closing_credit,
    find_prefix,
    find_source_credit,
    speaks_as_caption,
)
from diplonews.wire.lines import Bounds, ends_sentence, is_foreign_label
from diplonews.wire.places import is_place, is_region, resolve_place
from diplonews.wire.stamps_and_bylines import (
    CAPTION_BELOW,
    PLACE_BESIDE_STAMP,
    PLACE_LINE_CHARACTERS,
    SEPARATORS,
    Reading,
    read_caption,
    read_stamps_and_bylines,
)
from diplonews.wire.timestamps import undated

__all__ = ["Head", "read_head"]

HEAD_LINES = 40
DATELINE_LINES = 24
HEAD_CHARACTERS = 6_000
DATELINE_CHARACTERS = 400
PARAGRAPH_CHARACTERS = 120
PARAGRAPHS_BEFORE_DATELINE = 5
PARAGRAPHS_THAT_ARE_STORY = 3
PLACE_LINE = "dateline.place-line"
PLACE_AND_DAY = lazy_re(r"(?P<place>[A-Z][\w .'/-]{2,40}), (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})")
NAME_BREAK = lazy_re(r",? and |, ")
META = (RegionKind.BYLINE, RegionKind.TIMESTAMP)
LONG_LINE_CHARACTERS = 300
HEADLINE_CHARACTERS = 250
DECK_CHARACTERS = 90
LABEL_WORDS = 3
REPEATED_CHARACTERS = 16
LINES_OF_VERSE = 3
# a path of the site's sections, and scripts without spaces between words
CRUMBS = lazy_re(r" [/>»›] |\s::\s|(?<=\w) {2,3}\w[^\n]{2,40} {2,3}\w")
UNSPACED = lazy_re(r"[\u3040-\u30ff\u4e00-\u9fff\u0e00-\u0e7f]")
MOST_BYLINE_NAMES = 6
HEADLINE_END = lazy_re(r"(?<=[\w.!?\"”’)])(?:\s?\+| {1,2}=)$")


@attrs.frozen(kw_only=True)
class Head:
    """The head of an article.

    Attributes:
        cells: labelled stretches, in order.
        lines: the number of lines they cover.
        story: the offset at which the story starts: after the dateline, if there is one.
        found: the dateline, or None.
    """

    cells: tuple[Cell, ...]
    lines: int
    story: int
    found: FoundDateline | None


@attrs.frozen
class _Text:
    """A line without a known form."""

    start: int
    end: int
    words: str
    index: int
    sentence: bool


def read_head(text: str, lines: Sequence[Bounds], reading: Reading) -> Head:
    """Label the lines before the story."""
    limit = _dateline_at(text, lines, reading)
    cells: list[Cell] = []
    loose: list[_Text] = []
    meta_after = 0  # how many of `loose` precede the last stamp or byline
    stop = len(lines)
    for index, line in enumerate(lines):
        if index == limit[0] or index >= HEAD_LINES:
            stop = index
            break
        if line[1] - line[0] > LONG_LINE_CHARACTERS and limit[0] is None:
            stop = index
            break
        taken = _repeated(text, lines, index) or _read_line(
            text, line, reading, last=limit[0] is None and index == len(lines) - 1
        )
        if taken:
            is_meta = any(cell.kind in META for cell in taken)
            if is_meta and limit[0] is None and meta_after and _is_told(loose[meta_after:]):
                stop = index
                break
            cells += taken
            meta_after = len(loose) if is_meta else meta_after
            continue
        words = text[line[0] : line[1]]
        if loose and _announces(text, cells, line):
            cells.append(Cell(line[0], line[1], RegionKind.CAPTION, "caption.announced"))
            continue
        loose.append(_Text(line[0], line[1], words, index, ends_sentence(words)))
        if limit[0] is None and _is_story(loose[meta_after:]):
            break
    return _arrange(text, lines, cells, loose, meta_after, stop, limit[1])


def _announces(text: str, cells: Sequence[Cell], line: Bounds) -> bool:
    """Whether the cell right before a line announces a caption: a label, or a credit on a line of its own."""
    cell = cells[-1] if cells else None
    if cell is None or text[cell.end : line[0]].strip():
        return False
    even_sentence = CAPTION_BELOW.get(cell.rule)
    if even_sentence is None and cell.rule == "caption.name-slash":
        even_sentence = False
    if even_sentence is None or (len(cells) > 1 and cells[-2].kind is RegionKind.CAPTION):
        return False
    return even_sentence or not ends_sentence(text[line[0] : line[1]])


def _repeated(text: str, lines: Sequence[Bounds], index: int) -> tuple[Cell, ...]:
    """A line that repeats the line before it."""
    start, end = lines[index]
    before = lines[index - 1] if index else (0, 0)
    if end - start < REPEATED_CHARACTERS or text[start:end] != text[before[0] : before[1]]:
        return ()
    return (Cell(start, end, RegionKind.DUPLICATE, "duplicate.line", of=Span(*before)),)


def _is_told(texts: Sequence[_Text]) -> bool:
    """Whether a short story is already complete, so that a following stamp or byline belongs below it."""
    return any(first.sentence and second.sentence for first, second in itertools.pairwise(texts))


def _is_story(texts: Sequence[_Text]) -> bool:
    """Whether the last lines are running text: three sentences in a row."""
    return len(texts) >= PARAGRAPHS_THAT_ARE_STORY and all(text.sentence for text in texts[-PARAGRAPHS_THAT_ARE_STORY:])


def _dateline_at(text: str, lines: Sequence[Bounds], reading: Reading) -> tuple[int | None, FoundDateline | None]:
    """The first line that opens with a dateline, if it is near enough to the top."""
    paragraphs = 0
    for index, (start, end) in enumerate(lines[:DATELINE_LINES]):
        if start > HEAD_CHARACTERS or paragraphs == PARAGRAPHS_BEFORE_DATELINE:
            break
        found = find_dateline(text, start, min(len(text), start + DATELINE_CHARACTERS))
        if (
            found is not None
            and not _is_furniture(text[start:end], reading)
            and not _is_stamp(read_stamps_and_bylines(text, (start, end), reading))
        ):
            return index, found  # and not a stamp like "Date 2024-03-15"
        paragraphs += end - start >= PARAGRAPH_CHARACTERS
    return None, None


def _is_stamp(cells: Sequence[Cell]) -> bool:
    """Whether a line is a stamp with its labels; `LONDON 1996-08-22` is a dateline."""
    return any(cell.stamp for cell in cells) and not any(cell.rule == PLACE_BESIDE_STAMP for cell in cells)


def _is_furniture(words: str, reading: Reading) -> bool:
    """Whether a line that looks like a dateline is the name of the site: `Focus Taiwan - CNA English News`."""
    form = reading.furniture.match(words, head=True)
    return form is not None and form[0] is RegionKind.BOILERPLATE


def _read_line(text: str, line: Bounds, reading: Reading, *, last: bool) -> tuple[Cell, ...]:
    """The cells of a line of a known form; empty if it is plain text."""
    start, end = line
    words = text[start:end]
    form = reading.furniture.match(words, head=True)
    if form is not None:
        kind, rule = form
        agency = find_source_credit(words, below=False) if kind is RegionKind.BOILERPLATE else None
        if agency is not None:
            return (Cell(start, end, RegionKind.CREDIT, "credit.source", agency=agency),)
        return (Cell(start, end, kind, rule, stamp=undated(words, rule) if kind is RegionKind.TIMESTAMP else None),)
    if is_foreign_label(words, reading.script):
        return (Cell(start, end, RegionKind.BOILERPLATE, "label.other-script"),)
    if end - start <= HEADLINE_CHARACTERS:
        meta = read_stamps_and_bylines(text, line, reading)
        if meta:
            return meta
    credit = find_closing_credit(words)
    if credit is not None and credit[0] == 0:
        return (Cell(start, end, RegionKind.CREDIT, "credit.line", agency=credit[1]),)
    return read_caption(text, line, head=not last)


def _arrange(
    text: str,
    lines: Sequence[Bounds],
    cells: list[Cell],
    loose: list[_Text],
    meta_after: int,
    stop: int,
    found: FoundDateline | None,
) -> Head:
    """Separate headline, deck and labels from the first lines of the story."""
    if found is None:
        first = next((item.index for item in loose[meta_after:] if item.sentence), stop)
        # a headline needs a story after it
        if first >= len(lines) and loose and loose[-1].index == len(lines) - 1:
            first = loose[-1].index
    else:
        first = stop
    before = [item for item in loose if item.index < first]
    if found is None and first >= len(lines) and before:
        first = before.pop().index
    taken = [cell for cell in cells if first >= len(lines) or cell.start < lines[first][0]]
    if found is None and _is_verse(before, taken, first, loose):
        first, before, taken = 0, [], []
    beside = _place_beside(text, taken) if found is None else None
    placed = _place_line(before, taken) if found is None and beside is None else None
    if placed is not None:
        before.pop()
        taken.append(Cell(placed.dateline.span.start, placed.dateline.span.end, RegionKind.DATELINE, PLACE_LINE))
    taken += _name_texts(before, taken, lines[first][0] if first < len(lines) else len(text))
    story = lines[first][0] if first < len(lines) else len(text)
    if found is not None:
        taken += _dateline_cells(text, found)
        story = found.dateline.span.end
    elif not any(cell.kind is RegionKind.HEADLINE for cell in taken) and meta_after == 0:
        deck = _deck_under_stamp(loose, first, taken)
        if deck is not None:
            taken.append(Cell(deck.start, deck.end, RegionKind.DECK, "deck.first-sentence"))
            first += 1
            story = lines[first][0]
    taken.sort(key=lambda cell: cell.start)
    return Head(cells=tuple(taken), lines=first, story=story, found=found or placed or beside)


def _is_verse(before: Sequence[_Text], taken: Sequence[Cell], first: int, loose: Sequence[_Text]) -> bool:
    """Whether a text is verse or a list: it has no head and hardly a sentence."""
    return (
        len(before) >= LINES_OF_VERSE
        and not taken
        and not any(item.sentence for item in before)
        and sum(item.index >= first for item in loose) <= 1
    )


def _place_line(texts: Sequence[_Text], cells: Sequence[Cell]) -> FoundDateline | None:
    """A dateline on a line of its own, right above the story: `ANKARA`, `New Delhi, June 12`.

    A place alone must be in capitals and below a stamp or byline.
    """
    if len(texts) < 2 or len(texts[-1].words) > PLACE_LINE_CHARACTERS:
        return None
    last = texts[-1]
    dated = PLACE_AND_DAY.fullmatch(last.words)
    names = [name.strip() for name in (dated["place"] if dated is not None else last.words).split("/")]
    below = any(cell.kind in META for cell in cells) and max(cell.start for cell in cells) < last.start
    if (dated is None and not (below and last.words.isupper())) or not all(map(is_place, names)):
        return None
    span = Span(last.start, last.end)
    dateline = Dateline(span=span, places=tuple(map(resolve_place, names)))
    return FoundDateline(dateline=dateline, evidence=Evidence(rule=PLACE_LINE, spans=(span,), field="dateline"))


def _place_beside(text: str, cells: Sequence[Cell]) -> FoundDateline | None:
    """The dateline on the line of the stamp, for a story without a dateline of its own."""
    cell = next((cell for cell in cells if cell.rule == PLACE_BESIDE_STAMP), None)
    if cell is None:
        return None
    name = text[cell.start : cell.end].strip(SEPARATORS)
    start = text.index(name, cell.start)
    span = Span(start, start + len(name))
    dateline = Dateline(span=span, places=(resolve_place(name),))
    return FoundDateline(dateline=dateline, evidence=Evidence(rule=cell.rule, spans=(span,), field="dateline"))


def _deck_under_stamp(loose: list[_Text], first: int, taken: list[Cell]) -> _Text | None:
    """A short sentence right under a page's date, without a headline: the site's summary."""
    here = next((item for item in loose if item.index == first), None)
    after = next((item for item in loose if item.index == first + 1), None)
    stamped = bool(taken) and taken[-1].kind is RegionKind.TIMESTAMP
    fits = (
        here is not None
        and after is not None
        and len(here.words) < DECK_CHARACTERS
        and len(here.words) < len(after.words)
    )
    return here if stamped and fits else None


def _name_texts(texts: list[_Text], cells: list[Cell], story: int) -> list[Cell]:
    """Cells for the plain lines before the story."""
    if not texts:
        return []
    headline = _headline(texts, cells)
    named: list[Cell] = []
    for item in texts:
        if headline is not None and item.index < headline.index and (not item.sentence or CRUMBS.search(item.words)):
            named.append(Cell(item.start, item.end, RegionKind.BOILERPLATE, "label.above-headline"))
            continue
        if item is headline:
            mark = find_prefix(item.words)
            if mark:
                named.append(
                    Cell(item.start, item.start + len(item.words[:mark].rstrip()), RegionKind.SLUG, "slug.mark")
                )
            named += _headline_cells(item, mark)
        else:
            named.append(_name_text(item, headline, cells, story))
    return named


def _headline_cells(item: _Text, mark: int) -> tuple[Cell, ...]:
    """The headline, and the mark with which terminals end one: `Envoys to meet+`, `Envoys to meet =`."""
    headline = Cell(item.start + mark, item.end, RegionKind.HEADLINE, "headline.best-line")
    closed = HEADLINE_END.search(item.words) if item.words.endswith(("+", "=")) else None
    if closed is None or closed.start() <= mark:
        return (headline,)
    end = item.start + closed.start()
    return attrs.evolve(headline, end=end), Cell(end, item.end, RegionKind.SLUG, "headline.end-mark")


def _headline(texts: Sequence[_Text], cells: Sequence[Cell]) -> _Text | None:
    """The best line; of equals the first, unless a later one below labels has a byline or stamp under it."""
    scores = [_headline_score(item) for item in texts]
    top = max(scores)
    if top < 1:
        return None
    if len(texts) > 1 and scores[0] == top and _has_kind_under(texts[0], cells):
        scores[0] = 0.0  # "Council of the Isles" above "Press release": the issuer
        top = max(scores) if max(scores) >= 1 else top
    best = [item for item, score in zip(texts, scores, strict=True) if score == top]
    first = best[0]
    if len(best) == 1 or _has_meta_under(first, texts, cells):
        return first
    for item in best[1:]:
        between = [other for other in texts if first.index < other.index < item.index]
        labels = bool(between) and all(len(other.words.split()) <= LABEL_WORDS for other in between)
        if labels and not item.sentence and _has_meta_under(item, texts, cells):
            return item
    return first


def _cell_under(item: _Text, cells: Sequence[Cell]) -> Cell | None:
    """The next labelled stretch after a line."""
    return min((cell for cell in cells if cell.start > item.end), key=lambda cell: cell.start, default=None)


def _has_kind_under(item: _Text, cells: Sequence[Cell]) -> bool:
    """Whether the next cell names the kind of release."""
    below = _cell_under(item, cells)
    return below is not None and below.rule == "furniture.zczc" and not item.sentence


def _has_meta_under(item: _Text, texts: Sequence[_Text], cells: Sequence[Cell]) -> bool:
    """Whether the next line is a byline or a stamp."""
    below = _cell_under(item, cells)
    following = min((other.start for other in texts if other.start > item.end), default=None)
    return below is not None and below.kind in META and (following is None or below.start < following)


def _headline_score(item: _Text) -> float:
    words = item.words.split()
    spaced = item.words.isascii() or len(words) > 3 or not UNSPACED.search(item.words)
    count = len(words) if spaced else max(len(words), len(item.words) // 2)
    score = 2.0 if count > LABEL_WORDS else 1.0 if count == LABEL_WORDS else 0.0
    score += 0.0 if item.sentence else 1.5
    score -= 3.0 if len(item.words) > HEADLINE_CHARACTERS else 0.0
    score -= 3.0 if item.words.endswith(",") else 0.0  # "Dear colleagues,"
    score -= 1.0 if CRUMBS.search(item.words) else 0.0
    return score - (0.6 if item.words.startswith(("*", "•", "- ")) else 0.0)


def _name_text(item: _Text, headline: _Text | None, cells: list[Cell], story: int) -> Cell:
    """Deck, byline or label: a plain line that is not the headline."""
    words = item.words
    neighbours = [cell for cell in cells if cell.start >= item.end and cell.kind is not RegionKind.BOILERPLATE]
    near = neighbours[0].kind if neighbours else RegionKind.DATELINE if story >= item.end else None
    below = headline is not None and item.index > headline.index
    credited = near is RegionKind.CREDIT or (bool(neighbours) and _is_agency_line(neighbours[0]))
    if below and item.sentence and credited and speaks_as_caption(words):
        return Cell(item.start, item.end, RegionKind.CAPTION, "caption.above-credit")
    if below and not item.sentence and looks_like_name(without_place(words)):
        beside_photo = (
            near in (RegionKind.CREDIT, RegionKind.CAPTION) and first_name_gender(words.split()[0]) is not None
        )
        if (beside_photo or near in (*META, RegionKind.DATELINE)) and not is_place(words) and not is_region(words):
            byline = Byline(text=words, names=(without_place(words),), span=Span(item.start, item.end))
            return Cell(item.start, item.end, RegionKind.BYLINE, "byline.bare-name", byline=byline)
    names = _name_list(words) if below else ()
    if names:
        byline = Byline(text=words, names=names, span=Span(item.start, item.end))
        return Cell(item.start, item.end, RegionKind.BYLINE, "byline.names", byline=byline)
    if headline is not None and words == headline.words:
        of = Span(headline.start, headline.end)
        return Cell(item.start, item.end, RegionKind.DUPLICATE, "duplicate.headline", of=of)
    if item.sentence or len(words.split()) > LABEL_WORDS:
        return Cell(item.start, item.end, RegionKind.DECK, "deck.line")
    return Cell(item.start, item.end, RegionKind.BOILERPLATE, "label.short-line")


def _is_agency_line(cell: Cell) -> bool:
    """Whether a line names an agency and no person; below a caption it is the photo's credit."""
    return cell.agency is not None and cell.byline is not None and not cell.byline.names


def _name_list(words: str) -> tuple[str, ...]:
    """The names of a line that holds only two or more names: `Ann Rowe, Karl Dahl and Mia Lund`."""
    names = tuple(NAME_BREAK.split(words))
    listed = 2 <= len(names) <= MOST_BYLINE_NAMES and all(map(looks_like_name, names))
    return names if listed and not any(is_place(name) or is_region(name) for name in names) else ()


def _dateline_cells(text: str, found: FoundDateline) -> list[Cell]:
    """The dateline and the regions before it on its line: a note, a mark, a byline."""
    cells = []
    for region in found.skipped:
        start, end = region.span.start, region.span.end
        words = text[start:end]
        read = find_byline(words) if region.kind is RegionKind.BYLINE else None
        if read is None:
            cells.append(Cell(start, end, region.kind, f"{region.kind.value.lower()}.inline"))
        else:
            byline = Byline(text=words, names=read.names, provider=read.provider, span=region.span)
            cells.append(Cell(start, end, region.kind, "byline.inline", byline=byline, agency=read.provider))
    span = found.dateline.span
    return [*cells, Cell(span.start, span.end, RegionKind.DATELINE, found.evidence.rule)]
