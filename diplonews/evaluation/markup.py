r"""The inline markup of gold articles: a head, the marked text, and a table of quotations and events.

`tests/data/gold/README.md` describes the format. The reader is strict: an unknown label, a mark
that is never closed, a quotation or event without a row, or a row without a mark is a `ParseError`
that names the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime

import attrs

from diplonews.errors import ParseError
from diplonews.evaluation.gold import LAYERS, GoldArticle, GoldDate, GoldEvent, GoldQuote, GoldRegion
from diplonews.model import EventStatus, EventType, QuoteKind, RegionKind, Span

__all__ = ["escape", "read_head", "read_markup"]

FORMAT = "gold markup"
FIELDS = ("headline", "bylines", "provider", "outlet", "published")
KEYS = ("id", "form", "raw", *FIELDS, "anchor")
TIERS = {"core": (True, False), "secondary": (False, False), "secondary historical": (False, True)}
QUOTE_CELLS = (5, 6)
EVENT_CELLS = 8
REGIONS = tuple(sorted(name for name in RegionKind.__members__ if name != "WHITESPACE"))
SEPARATOR = re.compile(r"={3,}[ \t]*")
TOKEN = re.compile(
    r"""
    \\(?P<escaped>[\\{}|])                               # \{
    | \{(?P<label>[A-Z_]+|=[^|{}\s]+|[qcse]\d+)\|        # {HEADLINE|   {=2024-03-05|   {q1|
    | (?P<close>\})
    | (?P<stray>[\\{|])
    """,
    re.VERBOSE,
)
PARTIES = re.compile(r"([^<>=]*)([>=])([^<>=]*)")


@attrs.frozen(kw_only=True)
class _Mark:
    """A labelled stretch of the text without marks, and the line of the file in which it opens."""

    label: str
    span: Span
    line: int


def escape(text: str) -> str:
    r"""Copy escaped for the markup.

    Example:
        >>> print(escape("a {b|c} \\"))
        a \{b\|c\} \\
    """
    return re.sub(r"[\\{}|]", r"\\\g<0>", text)


def read_markup(source: str, *, raw: bytes | None = None) -> GoldArticle:
    r"""Read a gold file.

    Args:
        source: the whole file.
        raw: the bytes of the file that its head names as `raw`, if it names one.

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
    quotes, events = _table(table_line, table_lines, marks)
    return GoldArticle(
        id=head["id"],
        text=text,
        layers=LAYERS,
        copy=True,
        raw=raw,
        fields={key: head[key] for key in FIELDS if key in head},
        anchor=date.fromisoformat(head["anchor"]) if "anchor" in head else None,
        regions=tuple(
            GoldRegion(span=mark.span, kind=RegionKind[mark.label]) for mark in marks if mark.label in REGIONS
        ),
        dates=tuple(
            GoldDate(span=mark.span, value=None if mark.label == "=?" else mark.label[1:])
            for mark in marks
            if mark.label[0] == "="
        ),
        quotes=tuple(quotes),
        events=tuple(events),
    )


def read_head(source: str) -> dict[str, str]:
    r"""The `key: value` lines of a gold file.

    Raises:
        ParseError: naming the line, for an unknown or repeated key, a missing `id`, or a day or time
            that is not in ISO 8601.

    Example:
        >>> read_head("id: a\nraw: a.xml\n===\nText.\n===\n")
        {'id': 'a', 'raw': 'a.xml'}
    """
    return _head(*_sections(source)[0])


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


def _head(first: int, lines: Sequence[str]) -> dict[str, str]:
    head: dict[str, str] = {}
    for number, line in enumerate(lines, first):
        key, colon, value = line.partition(":")
        if not line.strip():
            continue
        if not colon or key not in KEYS or key in head:
            raise _fault(number, line, f"expected `key: value`, each key once; known keys: {', '.join(KEYS)}")
        head[key] = value.strip()
        try:
            if key == "anchor":
                date.fromisoformat(head[key])
            elif key == "published":
                datetime.fromisoformat(head[key])
        except ValueError as error:
            raise _fault(number, line, f"{key} is not in ISO 8601: {head[key]!r}") from error
    if "id" not in head:
        raise _fault(first, "", "the head has no id")
    return head


def _marked(first: int, source: str) -> tuple[str, tuple[_Mark, ...]]:
    """The text without marks, and the marks in the order in which they open."""
    pieces: list[str] = []
    length = position = 0
    open_marks: list[tuple[str, int, int, int]] = []  # label, start in the text, line, number in `marks`
    marks: dict[int, _Mark] = {}
    line = first
    for token in TOKEN.finditer(source):
        line += source.count("\n", position, token.start())
        pieces += source[position : token.start()], token["escaped"] or ""
        length += len(pieces[-2]) + len(pieces[-1])
        position = token.end()
        if token["label"] is not None:
            open_marks.append((_known(token["label"], line), length, line, len(marks) + len(open_marks)))
        elif token["close"] is not None and open_marks:
            label, start, opened, number = open_marks.pop()
            marks[number] = _Mark(label=label, span=Span(start, length), line=opened)
        elif token["escaped"] is None:
            raise _fault(line, source[token.start() :], r"outside a mark, write \{ \} \| \\")
    if open_marks:
        label, _, line, _ = open_marks[-1]
        raise _fault(line, "", f"the mark {label} is never closed")
    return "".join([*pieces, source[position:]]), tuple(marks[number] for number in sorted(marks))


def _known(label: str, line: int) -> str:
    if label[0].isupper() and label not in REGIONS:
        raise _fault(line, label, f"unknown region {label}; known regions: {', '.join(REGIONS)}")
    return label


def _table(first: int, lines: Sequence[str], marks: Sequence[_Mark]) -> tuple[list[GoldQuote], list[GoldEvent]]:
    quotes: list[GoldQuote] = []
    events: list[GoldEvent] = []
    unlisted = {mark.label: mark.line for mark in marks if mark.label[0] in "qe"}
    for number, line, cells in _rows(first, lines):
        if unlisted.pop(cells[0], None) is None:
            raise _fault(number, line, f"{cells[0]} is not marked in the text, or has two rows")
        try:
            if cells[0][0] == "q" and len(cells) in QUOTE_CELLS:
                quotes.append(_quote(cells, marks))
            elif cells[0][0] == "e" and len(cells) == EVENT_CELLS:
                events.append(_event(cells, marks))
            else:
                raise ValueError(f"{len(cells)} cells")
        except (ValueError, KeyError) as error:
            raise _fault(number, line, f"the row cannot be read: {error}") from error
    for label, number in unlisted.items():
        raise _fault(number, "", f"{label} is marked in the text but not in the table")
    known = {quote.id[1:] for quote in quotes}
    for mark in marks:
        if mark.label[0] in "cs" and mark.label[1:] not in known:
            raise _fault(mark.line, "", f"{mark.label} belongs to no quotation of the table")
    return quotes, events


def _rows(first: int, lines: Sequence[str]) -> Iterator[tuple[int, str, list[str]]]:
    for number, line in enumerate(lines, first):
        if line.strip() and not line.startswith("#"):
            yield number, line, [cell.strip() for cell in line.split("|")]


def _spans(marks: Sequence[_Mark], label: str) -> tuple[Span, ...]:
    return tuple(mark.span for mark in marks if mark.label == label)


def _optional(cell: str) -> str | None:
    return None if cell == "-" else cell


def _codes(words: str) -> tuple[str, ...]:
    return tuple(code.strip() for code in words.split(",") if code.strip())


def _parties(cell: str) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """Actors, recipients, and whether they act on each other."""
    parties = PARTIES.fullmatch(cell)
    if parties is None:
        raise ValueError(f"parties {cell!r}; expected `NOR > ISL`, `NOR >` or `NOR = ISL`")
    if parties[2] == "=":
        return _codes(parties[1]) + _codes(parties[3]), (), True
    return _codes(parties[1]), _codes(parties[3]), False


def _quote(cells: Sequence[str], marks: Sequence[_Mark]) -> GoldQuote:
    label, kind, names, country, role, *polarity = cells
    name, *aliases = (form.strip() for form in names.split(" / "))
    return GoldQuote(
        id=label,
        kind=QuoteKind[kind.upper()],
        name=_optional(name),
        aliases=tuple(aliases),
        country=_optional(country),
        role=_optional(role),
        polarity="".join(polarity).upper() or "ASSERTED",
        content=_spans(marks, label),
        cue=_spans(marks, f"c{label[1:]}"),
        source=_spans(marks, f"s{label[1:]}"),
    )


def _event(cells: Sequence[str], marks: Sequence[_Mark]) -> GoldEvent:
    label, types, mode, parties, status, day, tier, cluster = cells
    actors, recipients, symmetric = _parties(parties)
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
