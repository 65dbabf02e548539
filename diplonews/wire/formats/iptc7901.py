r"""IPTC 7901: text transmission of European and Asian agencies.

The message is `SOH header CRLF slug CRLF STX head and text ETX date-time group EOT`; many copies
have lost the controls.
"""

from __future__ import annotations

import re

import attrs

from diplonews.errors import ParseError
from diplonews.lexicons.iptc import load_terms
from diplonews.model import RegionKind
from diplonews.patterns import lazy_re
from diplonews.wire.base import Articles, Copy
from diplonews.wire.cells import Cell
from diplonews.wire.draft import Draft
from diplonews.wire.formats.common import collect
from diplonews.wire.formats.terminal import TRAILER, Line, mark_paragraphs, read_lines, stamp_trailer

__all__ = ["Iptc7901"]

# source, number, priority, category, words, then anything: "eca0124 3 i 93  dpa 1888"
HEADER = lazy_re(
    r"(?P<source>[A-Za-z]{2,6})(?P<number>\d{2,6}) +(?P<priority>\d) +(?P<category>[A-Za-z]{1,5}) +(?P<words>\d{1,5})"
    r"(?P<rest>(?: [^\r\n]{0,80})?)(?=[\r\n]|\Z)"
)
# after its control, a header may omit the number of words or write it before the rest
AFTER_CONTROL = lazy_re(
    r"(?P<source>[A-Za-z]{1,8})(?P<number>\d{2,6})[ -]+(?P<priority>\d)[ -]+(?P<category>[A-Za-z/]{1,12})"
    r"(?: +(?P<words>\d{1,5}))?(?P<rest>(?: [^\r\n]{0,80})?)(?=[\r\n]|\Z)"
)
SOH, STX, ETX = "\x01", "\x02", "\x03"
BEFORE_HEADER = " \t\r\n\x00\x04\x0c\x16\x7f"
HEAD_LINES = 12
TRAILER_WINDOW_CHARACTERS = 300
LONGEST_TAKE_CHARACTERS = 40
SLUG_LINE = lazy_re(r"/?[^\s/][^/\r\n]{0,60}(?:/[^/\r\n]{1,60}){0,12}/|[^\s/]{2,30}(?:/[^\s/]{1,30}){1,6}")
# a take on the line of the headline: "1ST LEAD Envoys meet"
NUMBERED_TAKE = lazy_re(r"\d{1,2}(?:ST|ND|RD|TH) (?:LEAD|LD|NET|ADD|UPDATE|TAKE|WRITETHRU)\b:?\s+(?=[^\W\d_]\S*\s)")


def _messages(text: str) -> list[tuple[int, int]]:
    """The bounds of each message: at a start of heading, if there are several."""
    starts = [match.start() for match in re.finditer(SOH + r"(?=[A-Za-z]{2,6}\d{2,6} +\d +[A-Za-z])", text)]
    if len(starts) < 2:
        return [(0, len(text))]
    starts[0] = 0
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


class Iptc7901:
    """Reads IPTC 7901, with or without its control characters.

    Source: IPTC Recommendation 7901, revision 5.
    """

    name = "iptc7901"

    def score(self, copy: Copy) -> float:
        """By the header line; surer with its controls."""
        head = copy.head.lstrip(BEFORE_HEADER)
        if head[:1] == SOH:
            return 0.95 if AFTER_CONTROL.match(head.lstrip(SOH + BEFORE_HEADER)) is not None else 0.0
        return 0.9 if head[:1].isalpha() and HEADER.match(head) is not None else 0.0

    def parse(self, copy: Copy) -> Articles:
        """One article for each message.

        Raises:
            ParseError: if the copy has no header line.
        """
        text = copy.text
        spans = _messages(text)
        drafts = [text[start:end] if len(spans) > 1 else text for start, end in spans]
        return collect(self.name, drafts, self._read, copy=copy)

    def _read(self, draft: Draft, text: str) -> None:
        draft.text = text
        first = len(text) - len(text.lstrip(BEFORE_HEADER + SOH))
        header = (AFTER_CONTROL if SOH in text[:first] else HEADER).match(text, first)
        if header is None:
            raise ParseError("no header line", format=self.name, line=1, excerpt=text[:80])
        self._header(draft, header)
        opened = text.find(STX, header.end())
        closed = text.find(ETX, header.end())
        end, trailer = self._trailer(draft, text, header.end(), closed)
        lines = read_lines(text, header.end(), end)
        body = self._slug_and_head(draft, lines, opened)
        mark_paragraphs(draft, body)
        if trailer is not None:
            draft.cells.append(trailer)

    def _header(self, draft: Draft, header: re.Match[str]) -> None:
        line = "line 1"
        draft.mark(header.start(), header.end(), RegionKind.SLUG, line)
        draft.put("identifier", header["source"] + header["number"], "header", line)
        draft.number("urgency", header["priority"], "header.priority", line)
        draft.put("subjects", (header["category"],), "header.category", line)
        for word in reversed(header["rest"].split()):
            if word.strip("-").isalpha() or "-" in word:
                draft.sign(word, "header", line)

    def _trailer(self, draft: Draft, text: str, start: int, closed: int) -> tuple[int, Cell | None]:
        """The date-time group: after the end of text, else on the last line that has words."""
        if closed >= 0:
            found = TRAILER.search(text, closed, min(len(text), closed + TRAILER_WINDOW_CHARACTERS))
            end = closed
        else:
            tail = max(start, len(text) - TRAILER_WINDOW_CHARACTERS)
            found = next(iter(reversed(list(TRAILER.finditer(text, tail)))), None)
            if found is not None and text[found.end() :].strip(BEFORE_HEADER):
                found = None
            end = found.start() if found is not None else len(text)
        if found is None:
            return end, None
        stamp_trailer(draft, found)
        return end, Cell(found.start(), found.end(), RegionKind.TIMESTAMP)

    def _slug_and_head(self, draft: Draft, lines: list[Line], opened: int) -> list[Line]:
        """Mark slug, take, headline and by-lines; return the lines after them."""
        slug = [
            line
            for line in lines
            if line.words
            and (line.end <= opened if opened >= 0 else SLUG_LINE.fullmatch(line.words))
            and not line.words.endswith("=")  # the head, in front of its control
        ]
        slug = slug[:2] if opened >= 0 else slug[:1]
        after = 0
        for line in slug:
            draft.mark(line.start, line.end, RegionKind.SLUG, f"line {line.number}")
            draft.put("slugline", line.words.strip("/ "), "slug", f"line {line.number}")
            words = tuple(part for part in (piece.strip() for piece in line.words.split("/")) if part)
            draft.put("keywords", words, "slug", f"line {line.number}")
            after = lines.index(line) + 1
        rest = [part for line in lines[after:] for part in _apart(line)]
        head = _head(rest)
        for kind, members in head:
            draft.mark(members[0].start, _bare_end(members[-1]), kind, f"line {members[0].number}")
            if kind is RegionKind.HEADLINE:
                draft.note("headline", "head", f"line {members[0].number}")
        taken = {id(line) for _, members in head for line in members}
        return [line for line in rest if id(line) not in taken]


def _apart(line: Line) -> tuple[Line, ...]:
    """The line; or its initial take and the rest, as two lines."""
    take = NUMBERED_TAKE.match(line.words)
    if take is None:
        return (line,)
    words = take[0].rstrip(": ")
    start = line.start + take.end()
    return (
        attrs.evolve(line, end=line.start + len(words), words=words),
        attrs.evolve(line, start=start, words=line.words[take.end() :]),
    )


def _bare_end(line: Line) -> int:
    """The end of a head line without the mark that closes the head."""
    return line.start + len(line.words.rstrip(" ="))


def _is_take(words: str) -> bool:
    if words[:1] == "(" and words[-1:] == ")":
        return True
    terms = load_terms()["takes"]
    return len(words) <= LONGEST_TAKE_CHARACTERS and (
        words in terms["words"] or re.fullmatch(terms["pattern"], words) is not None
    )


def _head(lines: list[Line]) -> list[tuple[RegionKind, list[Line]]]:
    """Takes, headline and by-lines: the lines up to the one that ends in `=`, or to the first empty line."""
    from diplonews.wire.bylines import find_byline

    filled = [index for index, line in enumerate(lines) if line.words]
    if not filled:
        return []
    first = filled[0]
    stop = next((i for i in range(first, min(len(lines), first + HEAD_LINES)) if lines[i].words.endswith("=")), None)
    if stop is None:
        stop = next((i - 1 for i in range(first, min(len(lines), first + HEAD_LINES)) if not lines[i].words), None)
        if stop is None or lines[first].indent >= 2:
            return []
    head: list[tuple[RegionKind, list[Line]]] = []
    for line in lines[first : stop + 1]:
        words = line.words.rstrip(" =")
        if not words:
            continue
        kind = RegionKind.HEADLINE
        if _is_take(words) and not any(known is RegionKind.HEADLINE for known, _ in head):
            kind = RegionKind.SLUG
        elif (line.words[:3].casefold() in ("by ", "von", "par", "por") and find_byline(words) is not None) or (
            head and head[-1][0] is RegionKind.BYLINE
        ):
            kind = RegionKind.BYLINE
        if kind is RegionKind.HEADLINE and head and head[-1][0] is kind:
            head[-1][1].append(line)
        else:
            head.append((kind, [line]))
    return head
