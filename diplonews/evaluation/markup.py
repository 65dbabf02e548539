"""The inline markup of gold articles: a head, the marked text, and a table of quotations and events.

The format is described in `tests/data/gold/README.md`. The reader is strict: an unknown label, a mark
that is never closed, a quotation or event without a row, or a row without a mark is a `ParseError`
that names the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

import attrs

from diplonews.errors import ParseError
from diplonews.model import EventStatus, EventType, QuoteKind, RegionKind, Span

__all__ = ["GoldArticle", "GoldEvent", "GoldQuote", "Mark", "read_markup"]

FORMAT = "gold markup"
KEYS = ("id", "form", "raw", "headline", "bylines", "provider", "outlet", "published", "anchor")
TIERS = {"core": (True, False), "secondary": (False, False), "secondary historical": (False, True)}
POLARITIES = ("asserted", "denied", "refused", "questioned")
QUOTE_CELLS = (5, 6)
EVENT_CELLS = 8
REGIONS = frozenset(RegionKind.__members__) - {"WHITESPACE"}
SEPARATOR = re.compile(r"={3,}[ \t]*")
LABEL = re.compile(r"\{([A-Z_]+|=[^|{}\s]+|[qcse]\d+)\|")
SPECIAL = re.compile(r"[\\{}|]")
CODE = re.compile(r"[A-Z]{3}")
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(/\d{4}-\d\d-\d\d)?")


@attrs.frozen(kw_only=True)
class Mark:
    """A labelled stretch of the text.

    Attributes:
        label: as printed: a region kind, `=VALUE`, or a letter and a number.
        span: its characters in the text without marks.
    """

    label: str
    span: Span


@attrs.frozen(kw_only=True)
class GoldQuote:
    """A row of the table for a quotation; None stands for `-`.

    Attributes:
        id: its label, `q1`.
        kind: DIRECT, MIXED or INDIRECT.
        names: right forms of the speaker's name, the fullest first; empty if the article names none.
        country: code of whom the speaker speaks for, or None.
        role: short description, or None.
        polarity: asserted, denied, refused or questioned.
        content, cue, source: characters in the text, in text order.
    """

    id: str
    kind: QuoteKind
    names: tuple[str, ...]
    country: str | None
    role: str | None
    polarity: str
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]


@attrs.frozen(kw_only=True)
class GoldEvent:
    """A row of the table for an event; None stands for `-`.

    Attributes:
        id: its label, `e1`.
        types: the PLOVER type, then others that a careful coder could defend.
        mode: PLOVER's, or None.
        actors: codes of who did it; all parties of a reciprocal event.
        recipients: codes of to whom; empty for a reciprocal event.
        symmetric: whether it is reciprocal.
        status: whether it happened.
        date: a day, month, year or `first/last` day, or None.
        core: whether an analyst would want it; others count neither way.
        historical: whether it is background of earlier months or years.
        cluster: label shared by all mentions of one event.
        trigger: characters in the text, in text order.
    """

    id: str
    types: tuple[EventType, ...]
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    symmetric: bool
    status: EventStatus
    date: str | None
    core: bool
    historical: bool
    cluster: str
    trigger: tuple[Span, ...]


@attrs.frozen(kw_only=True)
class GoldArticle:
    """A gold file, read.

    Attributes:
        head: the `key: value` lines.
        text: the marked text without its marks.
        marks: all marks, in the order in which they open.
        quotes, events: the rows of the table, in their order.
    """

    head: Mapping[str, str] = attrs.field(hash=False)
    text: str
    marks: tuple[Mark, ...]
    quotes: tuple[GoldQuote, ...]
    events: tuple[GoldEvent, ...]

    @property
    def anchor(self) -> date | None:
        """The day that relative dates count from."""
        return date.fromisoformat(self.head["anchor"]) if "anchor" in self.head else None


def _fault(line: int, excerpt: str, reason: str) -> ParseError:
    return ParseError(reason, format=FORMAT, line=line, excerpt=excerpt)


def _sections(source: str) -> list[tuple[int, list[str]]]:
    """The three parts of a file, each with the number of its first line."""
    parts: list[tuple[int, list[str]]] = [(1, [])]
    for number, line in enumerate(source.split("\n"), 1):
        if SEPARATOR.fullmatch(line) and len(parts) < 3:
            parts.append((number + 1, []))
        else:
            parts[-1][1].append(line)
    if len(parts) != 3:
        raise _fault(1, source, f"expected head, text and table separated by lines of === (got {len(parts)} part(s))")
    return parts


def _head(first: int, lines: list[str]) -> dict[str, str]:
    head: dict[str, str] = {}
    for number, line in enumerate(lines, first):
        key, colon, value = line.partition(":")
        if not line.strip():
            continue
        if not colon or key not in KEYS or key in head:
            raise _fault(number, line, f"expected `key: value`, each key once; known keys: {', '.join(KEYS)}")
        head[key] = value.strip()
    if "id" not in head:
        raise _fault(first, "", "the head has no id")
    return head


def _marked(first: int, source: str) -> tuple[str, tuple[Mark, ...]]:
    """The text without marks, and the marks."""
    pieces: list[str] = []
    length = position = 0
    stack: list[tuple[str, int, int]] = []  # label, start in the text, number in `marks`
    marks: list[Mark | None] = []

    def keep(words: str) -> None:
        nonlocal length
        pieces.append(words)
        length += len(words)

    def fault(reason: str) -> ParseError:
        return _fault(first + source.count("\n", 0, position), source[position:], reason)

    while (special := SPECIAL.search(source, position)) is not None:
        keep(source[position : special.start()])
        position = special.start()
        if special.group() == "\\":
            if source[position + 1 : position + 2] not in tuple("\\{}|"):
                raise fault(r"a backslash stands before \, {, } or | only")
            keep(source[position + 1])
            position += 2
        elif special.group() == "}":
            if not stack:
                raise fault("a mark is closed that was never opened")
            label, start, number = stack.pop()
            marks[number] = Mark(label=label, span=Span(start, length))
            position += 1
        elif (label_match := LABEL.match(source, position)) is not None:
            label = label_match.group(1)
            if label.replace("_", "").isupper() and label.replace("_", "").isalpha() and label not in REGIONS:
                raise fault(f"unknown region {label}; known regions: {', '.join(sorted(REGIONS))}")
            stack.append((label, length, len(marks)))
            marks.append(None)
            position = label_match.end()
        else:
            raise fault(r"a brace or bar that is no mark is written \{, \} or \|")
    keep(source[position:])
    if stack:
        raise fault(f"the mark {stack[-1][0]} is never closed")
    return "".join(pieces), tuple(mark for mark in marks if mark is not None)


def _spans(marks: tuple[Mark, ...], label: str) -> tuple[Span, ...]:
    return tuple(mark.span for mark in marks if mark.label == label)


def _optional(cell: str) -> str | None:
    return None if cell == "-" else cell


def _codes(words: str) -> tuple[str, ...]:
    codes = tuple(code.strip() for code in words.split(",") if code.strip())
    for code in codes:
        if not CODE.fullmatch(code):
            raise ValueError(f"{code!r} is not a code of three capitals")
    return codes


def _parties(cell: str) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """Actors, recipients, and whether they act on each other."""
    left, sign, right = re.fullmatch(r"([^<>=]*)([>=])([^<>=]*)", cell).groups()  # type: ignore[union-attr]
    if sign == "=":
        return _codes(left) + _codes(right), (), True
    return _codes(left), _codes(right), False


def _quote(cells: list[str], marks: tuple[Mark, ...]) -> GoldQuote:
    label, kind, names, country, role, *polarity = cells
    if polarity and polarity[0] not in POLARITIES:
        raise ValueError(f"polarity {polarity[0]!r}; known: {', '.join(POLARITIES)}")
    return GoldQuote(
        id=label,
        kind=QuoteKind[kind.upper()],
        names=() if names == "-" else tuple(name.strip() for name in names.split(" / ")),
        country=None if country == "-" else _codes(country)[0],
        role=_optional(role),
        polarity=polarity[0] if polarity else "asserted",
        content=_spans(marks, label),
        cue=_spans(marks, f"c{label[1:]}"),
        source=_spans(marks, f"s{label[1:]}"),
    )


def _event(cells: list[str], marks: tuple[Mark, ...]) -> GoldEvent:
    label, types, mode, parties, status, day, tier, cluster = cells
    actors, recipients, symmetric = _parties(parties)
    if day != "-" and not DATE.fullmatch(day):
        raise ValueError(f"date {day!r} is no day, month, year or first/last day")
    core, historical = TIERS[tier]
    return GoldEvent(
        id=label,
        types=tuple(EventType[name.strip()] for name in types.split("/")),
        mode=_optional(mode),
        actors=actors,
        recipients=recipients,
        symmetric=symmetric,
        status=EventStatus[status.upper()],
        date=_optional(day),
        core=core,
        historical=historical,
        cluster=cluster,
        trigger=_spans(marks, label),
    )


def _rows(first: int, lines: list[str]) -> Iterator[tuple[int, str, list[str]]]:
    for number, line in enumerate(lines, first):
        if line.strip() and not line.startswith("#"):
            yield number, line, [cell.strip() for cell in line.split("|")]


def read_markup(source: str) -> GoldArticle:
    r"""Read a gold file.

    Args:
        source: the whole file.

    Raises:
        ParseError: naming the line, if the markup is broken, a label is unknown, or marks and rows
            do not correspond.

    Example:
        >>> gold = read_markup("id: a\n===\nOslo {e1|rebuked} Riga on {=2024-03-05|Tuesday}.\n===\n"
        ...     "e1 | ACCUSE | - | NOR > LVA | actual | 2024-03-05 | core | rebuke\n")
        >>> gold.text
        'Oslo rebuked Riga on Tuesday.'
        >>> gold.events[0].actors, gold.events[0].recipients, gold.events[0].trigger
        (('NOR',), ('LVA',), (Span(5, 12),))
    """
    (head_line, head_lines), (text_line, text_lines), (table_line, table_lines) = _sections(source)
    head = _head(head_line, head_lines)
    text, marks = _marked(text_line, "\n".join(text_lines))
    quotes: list[GoldQuote] = []
    events: list[GoldEvent] = []
    unlisted = {mark.label: mark for mark in marks if re.fullmatch(r"[qe]\d+", mark.label)}
    for number, line, cells in _rows(table_line, table_lines):
        if unlisted.pop(cells[0], None) is None:
            raise _fault(number, line, f"{cells[0]} is not marked in the text, or has two rows")
        try:
            if cells[0][0] == "q" and len(cells) in QUOTE_CELLS:
                quotes.append(_quote(cells, marks))
            elif cells[0][0] == "e" and len(cells) == EVENT_CELLS:
                events.append(_event(cells, marks))
            else:
                raise ValueError(f"{len(cells)} cells")
        except (ValueError, KeyError, AttributeError) as error:
            raise _fault(number, line, f"the row cannot be read: {error}") from error
    if unlisted:
        raise _fault(table_line, "", f"marked in the text but not in the table: {', '.join(unlisted)}")
    known = {quote.id[1:] for quote in quotes}
    for mark in marks:
        if mark.label[0] in "cs" and mark.label[1:].isdigit() and mark.label[1:] not in known:
            raise _fault(text_line, mark.span.of(text), f"{mark.label} belongs to no quotation of the table")
    return GoldArticle(head=head, text=text, marks=marks, quotes=tuple(quotes), events=tuple(events))
