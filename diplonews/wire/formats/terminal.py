"""Copy made for a terminal: the input is the text, and the format only marks its parts."""

from __future__ import annotations

import re
from datetime import date, datetime

import attrs

from diplonews.lexicons.iptc import zone_name
from diplonews.lexicons.temporal_names import month_number
from diplonews.model import RegionKind
from diplonews.patterns import lazy_re
from diplonews.wire.draft import Draft
from diplonews.wire.instants import full_year

__all__ = ["TRAILER", "Line", "mark_paragraphs", "read_lines", "short_date", "stamp_trailer"]

# day, hour, minute; zone; month; year: "212101 GMT Nov 18"
TRAILER = lazy_re(
    r"(?P<day>\d{2})(?P<clock>\d{4})\s?(?P<zone>[A-Z]{1,4})?\s+(?P<month>[^\W\d_]{3,9})\.?\s+(?P<year>\d{4}|\d{2})\b"
)
# characters between paragraphs that are not part of a word: white space and wire control characters
BLANK = "\x00\x01\x02\x03\x04\x08\x0c\x0e\x0f\x10\x13\x14\x16\x19\x1a\x1b\x7f \t\r\n\u00a0"
MARGIN = lazy_re(r"==.*|\([^()\s]{3,20}\)")  # marginal marks: ==Kyodo, (SDA-ATS/abc)
LINE = lazy_re(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


@attrs.frozen
class Line:
    """A line without its end and without blanks around it, in characters of the whole text."""

    start: int
    end: int
    indent: int
    number: int
    words: str


def read_lines(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    r"""The lines of a stretch of the text, empty ones too.

    Example:
        >>> [(line.words, line.indent) for line in read_lines("  The talks\r\nended.")]
        [('The talks', 2), ('ended.', 0)]
    """
    stop = len(text) if end is None else end
    lines: list[Line] = []
    at = start
    number = text.count("\n", 0, start) + 1
    while at < stop:
        found = LINE.match(text, at, stop)
        if found is None or found.end() == at:  # pragma: no cover -- the pattern takes any line
            break
        raw = text[at : found.end()].rstrip("\r\n")
        lead = raw.lstrip(BLANK)
        words = lead.rstrip(BLANK)
        begin = at + len(raw) - len(lead)
        lines.append(Line(begin, begin + len(words), _width(raw[: len(raw) - len(lead)]), number, words))
        at = found.end()
        number += 1
    return lines


def _width(blanks: str) -> int:
    return sum(4 if char in "\t\x08" else 1 for char in blanks if char in " \t\x08\u00a0")


def mark_paragraphs(draft: Draft, lines: list[Line], kind: RegionKind = RegionKind.BODY) -> None:
    """Mark paragraphs: after an empty line, at an indent if other lines have none, or a line each."""
    filled = [line for line in lines if line.words]
    wrapped = any(line.indent < 2 for line in filled) and any(line.indent >= 2 for line in filled)
    inside = "".join("x" if line.words else " " for line in lines).strip()
    spaced = " " in inside
    current: list[Line] = []
    for line in lines:
        opens = not line.words or (wrapped and line.indent >= 2) or (not spaced and not wrapped)
        opens = opens or MARGIN.fullmatch(line.words) is not None
        if opens and current:
            _mark(draft, current, kind)
            current = []
        if line.words:
            current.append(line)
    if current:
        _mark(draft, current, kind)


def _mark(draft: Draft, lines: list[Line], kind: RegionKind) -> None:
    draft.mark(lines[0].start, lines[-1].end, kind, f"line {lines[0].number}")


def short_date(day: str, month: str, year: str, clock: str = "") -> date | datetime | None:
    """A day and a clock reading (`2055`) as a trailer abbreviates them; None if the day does not exist.

    Example:
        >>> short_date("13", "Nov", "13", "2047")
        datetime.datetime(2013, 11, 13, 20, 47)
    """
    number = int(month) if month.isdigit() else month_number(month)
    if number is None:
        return None
    try:
        if clock:
            return datetime(full_year(year), number, int(day), int(clock[:2]), int(clock[2:4]))
        return date(full_year(year), number, int(day))
    except ValueError:
        return None


def stamp_trailer(draft: Draft, found: re.Match[str]) -> None:
    """Keep the date-time group that closes a message as the time of publication."""
    local = short_date(found["day"], found["month"], found["year"], found["clock"])
    if local is not None:
        line = f"line {found.string.count(chr(10), 0, found.start()) + 1}"
        draft.stamp("published", local.isoformat() + (zone_name(found["zone"]) or ""), "trailer", line)
