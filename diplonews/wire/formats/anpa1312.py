r"""ANPA 1312: the American high-speed wire, `SYN SYN SOH header STX text ETX trailer EOT`."""

from __future__ import annotations

import re

from diplonews.errors import ParseError
from diplonews.lexicons.iptc import term_pattern, zone_name
from diplonews.model import RegionKind
from diplonews.patterns import lazy_re
from diplonews.wire.base import Articles, Copy
from diplonews.wire.cells import Cell
from diplonews.wire.draft import Draft
from diplonews.wire.formats.common import collect
from diplonews.wire.formats.terminal import Line, mark_paragraphs, read_lines, short_date

__all__ = ["Anpa1312"]

SOH, STX, ETX = "\x01", "\x02", "\x03"
BEFORE_HEADER = " \t\r\n\x00\x04\x0c\x7f"
# service letter, number, unit separator, selector
FIRST = lazy_re(r"[\x16^]{0,4}(?:\x01|\^A)?(?P<service>[A-Za-z])(?P<number>\d{4})\x1f(?P<selector>[^\s\x02]{0,20})")
# priority, category, form (text or table), justification, cycle and keyword, day, words
SECOND = lazy_re(
    r"(?P<priority>[a-zA-Z]) (?P<category>[a-zA-Z]) ?[\x13\x14]?[\x11\x12]? ?(?:(?P<cycle>AM|PM|BC|AP)-)?"
    r"(?P<keyword>\S[^\r\n\x02]{0,60}?)"
    r"\s+(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:\s+(?P<words>\d{1,5}))?",
    re.IGNORECASE,
)
# agency, cycle, day, time and zone: "AP-WF-11-13-13 1509GMT"
TRAILER = lazy_re(
    r"(?P<agency>[A-Z]{1,10})-(?P<cycle>[A-Z]{1,4})-(?P<month>\d{2})-(?P<day>\d{2})-(?P<year>\d{2})"
    r"\s+(?P<clock>\d{4})(?P<zone>[A-Z]{1,4})?"
)
HEADER_WINDOW_CHARACTERS = 300
TRAILER_WINDOW_CHARACTERS = 300
DESK = lazy_re(r"^[A-Z]{2}--(?=\S)")
PHOTOS = lazy_re(r"(?:AP )?(?:Photos?|Graphics?|Video|Audio)\b", re.IGNORECASE)
# urgency of a priority letter: flash, bulletin, urgent, then regular, deferred and weekend copy
PRIORITIES = {"f": 1, "b": 2, "u": 3, "r": 4, "d": 5, "a": 6, "s": 6, "w": 6, "z": 6, "h": 6, "n": 6, "y": 6}


class Anpa1312:
    """Reads ANPA 1312.

    Source: ANPA bulletin 1312, high-speed wire service transmission guidelines (1979, 1989).
    """

    name = "anpa1312"

    def score(self, copy: Copy) -> float:
        """By the first header line with its unit separator."""
        head = copy.text[:HEADER_WINDOW_CHARACTERS].lstrip(BEFORE_HEADER)
        found = FIRST.match(head)
        if found is None:
            return 0.0
        return 1.0 if head[:1] in "\x16\x01" else 0.8

    def parse(self, copy: Copy) -> Articles:
        """One article for each story of the transmission.

        Raises:
            ParseError: if the copy has no header.
        """
        text = copy.text
        starts = [found.start() for found in re.finditer(r"\x16{1,4}\x01?(?=[A-Za-z]\d{4}\x1f)", text)]
        if len(starts) < 2:
            stories = [text]
        else:
            starts[0] = 0
            stories = [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
        return collect(self.name, stories, self._read, copy=copy)

    def _read(self, draft: Draft, text: str) -> None:
        draft.text = text
        start = len(text) - len(text.lstrip(BEFORE_HEADER))
        first = FIRST.match(text, start)
        if first is None:
            raise ParseError("no header", format=self.name, line=1, excerpt=text[:80])
        number_at = first.start("service")
        draft.mark(number_at, first.end(), RegionKind.SLUG, "line 1")
        draft.put("identifier", first["service"] + first["number"], "header", "line 1")
        second = SECOND.search(text, first.end(), min(len(text), first.end() + HEADER_WINDOW_CHARACTERS))
        opened = text.find(STX, first.end())
        begin = max(opened + 1, second.end() if second is not None else first.end())
        if second is not None:
            self._second(draft, second)
        closed = text.find(ETX, begin)
        end = closed if closed >= 0 else len(text)
        trailer = self._trailer(draft, text, end, begin)
        end = min(end, trailer.start) if trailer is not None else end
        lines = read_lines(text, begin, end)
        body = self._head(draft, lines, second)
        mark_paragraphs(draft, _without_marks(body))
        if trailer is not None:
            draft.cells.append(trailer)

    def _second(self, draft: Draft, header: re.Match[str]) -> None:
        draft.mark(header.start(), header.end(), RegionKind.SLUG, "line 2")
        urgency = PRIORITIES.get(header["priority"].lower())
        draft.put("urgency", urgency, "header.priority", "line 2")
        draft.put("subjects", (header["category"],), "header.category", "line 2")

    def _trailer(self, draft: Draft, text: str, end: int, begin: int) -> Cell | None:
        window = min(len(text), end + TRAILER_WINDOW_CHARACTERS)
        found = TRAILER.search(text, end, window)
        if found is None:
            tail = max(begin, len(text) - TRAILER_WINDOW_CHARACTERS)
            found = next(iter(reversed(list(TRAILER.finditer(text, tail)))), None)
        if found is None:
            return None
        draft.sign(found["agency"], "trailer", f"line {text.count(chr(10), 0, found.start()) + 1}")
        local = short_date(found["day"], found["month"], found["year"], found["clock"])
        if local is not None:
            draft.stamp("published", local.isoformat() + (zone_name(found["zone"]) or ""), "trailer")
        return Cell(found.start(), found.end(), RegionKind.TIMESTAMP)

    def _head(self, draft: Draft, lines: list[Line], header: re.Match[str] | None) -> list[Line]:
        """Mark slug, headline, notes and by-lines: the lines that open with `^` before the first indented one."""
        rest = list(lines)
        full = ""
        while rest and (not rest[0].words or rest[0].words[0] == "^" or rest[0].words[-1:] in "<="):
            line = rest.pop(0)
            words = line.words.strip("^<= ")
            if not words:
                continue
            at = line.start + line.words.index(words)
            kind = self._line_kind(draft, line, words, is_first=not full)
            if kind is RegionKind.SLUG and not full:
                full = words
            draft.mark(at, at + len(words), kind, f"line {line.number}")
            if kind is RegionKind.HEADLINE:
                draft.note("headline", "head", f"line {line.number}")
        slug = _slugline(header["keyword"] if header is not None else "", full)
        draft.put("slugline", slug, "header.keyword", "line 2")
        return rest

    def _line_kind(self, draft: Draft, line: Line, words: str, *, is_first: bool) -> RegionKind:
        from diplonews.wire.bylines import find_byline

        if is_first and not any(cell.kind is RegionKind.HEADLINE for cell in draft.cells) and _is_slug(words):
            return RegionKind.SLUG
        if term_pattern("notes").match(words) or PHOTOS.match(words):
            return RegionKind.NOTE
        if line.words.endswith("="):
            found = find_byline(words) if words[:3].casefold() == "by " else None
            if draft.cells[-1].kind is RegionKind.BYLINE and find_byline(f"By {words}") is not None:
                found = find_byline(f"By {words}")
                found = found if found is not None and found.provider is not None else None
            if found is not None:
                return RegionKind.BYLINE
        if not any(cell.kind in (RegionKind.HEADLINE, RegionKind.BYLINE) for cell in draft.cells):
            return RegionKind.HEADLINE
        return RegionKind.BODY


def _is_slug(words: str) -> bool:
    return re.match(r"(?:AM|PM|BC|AP)-\S", words) is not None


def _slugline(keyword: str, full: str) -> str:
    """The keyword of the header without its desk and without a truncated last word.

    The header holds 24 characters, including the cycle, and omits spaces, so `Budget-TalksR` may
    be a truncated form of the slug `Budget-Talks Resume`.
    """
    bare = DESK.sub("", keyword.strip(), count=1)
    whole = re.sub(r"^(?:AM|PM|BC|AP)-", "", full.partition(",")[0].strip())
    whole = DESK.sub("", whole, count=1)
    pieces = whole.split(" ")
    at = 0
    if not "".join(pieces).startswith(bare):
        return bare or whole
    for number, piece in enumerate(pieces):
        if at + len(piece) > len(bare):
            return "".join(pieces[:number]) or bare
        at += len(piece)
    return bare or whole


def _without_marks(lines: list[Line]) -> list[Line]:
    """Lines of the body without the marks that align and end them."""
    out = []
    for line in lines:
        words = line.words.strip("^<= \x08")
        if words == line.words:
            out.append(line)
        elif words:
            at = line.start + line.words.index(words)
            out.append(Line(at, at + len(words), max(line.indent, 2), line.number, words))
    return out
