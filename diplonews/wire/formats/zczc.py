"""Telegraph-style copy between `ZCZC` and `NNNN`."""

from __future__ import annotations

import re

from diplonews.errors import ParseError
from diplonews.model import RegionKind
from diplonews.patterns import lazy_re
from diplonews.wire.base import Articles, Copy
from diplonews.wire.draft import Draft
from diplonews.wire.formats.common import collect
from diplonews.wire.formats.terminal import TRAILER, Line, mark_paragraphs, read_lines, short_date, stamp_trailer

__all__ = ["Zczc"]

START = lazy_re(r"ZCZC(?![A-Za-z_])[^\r\n]{0,60}", re.IGNORECASE)
END = lazy_re(r"(?:^[ \t]{0,20}|(?<=:\d\d)[ \t]{1,20})NNNN\s*", re.MULTILINE)
# feeds mark the lines of their head with one character
MARKS = {
    "#": ("slugline", RegionKind.SLUG),
    "$": ("headline", RegionKind.HEADLINE),
    ":": ("take", RegionKind.SLUG),
    "=": ("take", RegionKind.SLUG),
    "*": ("subject", RegionKind.SLUG),
    "+": ("subject", RegionKind.SLUG),
    "%": ("route", RegionKind.SLUG),
    "&": ("author", RegionKind.SLUG),
    "@": ("place", RegionKind.SLUG),
    "~": ("genre", RegionKind.SLUG),
}
HEAD_LINES = 16
LONGEST_CODE_CHARACTERS = 2
LABELLED = lazy_re(r"(?::[A-Z][A-Z-]{2,20}\s?:|[A-Z][A-Z-]{2,20} :)\s?(?P<title>\S.{2,120})")
ROUTING = lazy_re(r"[A-Z]{2}(?: [A-Z(][\w()'/.-]{1,24}){1,8}")
# a line of codes: short words without small letters, one with letters and digits: "ADN0123 7 POL 0 ADN"
CODES = lazy_re(
    r"(?=(?:\S* )*?(?:[A-Z]+\d|\d+[A-Z]|[A-Z]+_)[A-Z\d_/]*(?: |$))[A-Z\d_/.*-]{1,24}(?: [A-Z\d_/.*-]{1,8}){0,9}"
)
# codes of desks and regions, the place and its number, the slug: "GEN INT", "NSS 045", ".OSLO FGN 12", "TALKS-PACT"
ROUTES = lazy_re(
    r"[A-Z]{3}(?: [A-Z]{3}){0,4}|[A-Z]{2,4} \d{1,4}|\.[A-Z][A-Z ]{2,24} [A-Z]{3} ?\d{1,4}"
    r"|[A-Z]{2,20}(?:-[A-Z]{2,20}){1,3}(?: \d?[A-Z]{2,8})?"
)
OPENING = lazy_re(r"(?i:by|von|par|por)\s")
# month, day, hour, minute on the last line
GROUP = lazy_re(r"\d{8}")
# marks at the end of a headline on terminals: " =", "+"
HEADLINE_END = lazy_re(r"\s*[=+]$")
# the moment of sending, above the end of the message: "12-GIU-24 09:30"
SENT = lazy_re(r"^[ \t]*(\d{1,2})-([A-Z]{3})-(\d{2}|\d{4}) (\d\d):?(\d\d)[ \t]*$", re.MULTILINE)
SUBJECT = lazy_re(r"\d{8}")
NUMBERED = lazy_re(r"ZCZC\d")
SIGN = lazy_re(r"ZCZC\s{1,3}(?P<sign>[A-Za-z]{2,6})\d{0,6}\s*$", re.IGNORECASE)


class Zczc:
    """Reads ZCZC/NNNN copy.

    Source: CCITT/ITU-T F.31 start and end of message signals; head marks as feeds use them.
    """

    name = "zczc"

    def score(self, copy: Copy) -> float:
        """By the start of message."""
        return 0.95 if START.match(copy.head) is not None else 0.0

    def parse(self, copy: Copy) -> Articles:
        """One article for each message.

        Raises:
            ParseError: if the copy has no start of message.
        """
        text = copy.text
        starts = [
            found.start()
            for found in re.finditer(r"(?:\A\s*|^[ \t]{0,20})ZCZC(?![A-Za-z_])", text, re.MULTILINE | re.IGNORECASE)
        ]
        if not starts:
            raise ParseError("no start of message (ZCZC)", format=self.name, line=1, excerpt=text[:80])
        starts[0] = 0
        messages = [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
        return collect(self.name, messages, self._read, copy=copy)

    def _read(self, draft: Draft, text: str) -> None:
        draft.text = text
        end = END.search(text)
        stop = end.start() if end is not None else len(text)
        sent = next(reversed(list(SENT.finditer(text, 0, stop))), None)
        if sent is not None and not text[sent.end() : stop].strip():
            stop = sent.start()
            self._sent(draft, sent)
        after = TRAILER.match(text, end.end()) if end is not None else None
        if after is not None:
            stamp_trailer(draft, after)
            draft.mark(after.start(), after.end(), RegionKind.TIMESTAMP)
        stop = self._group(draft, text, stop)
        lines = read_lines(text, 0, stop)
        at = next(index for index, line in enumerate(lines) if line.words)
        draft.mark(lines[at].start, lines[at].end, RegionKind.SLUG, f"line {lines[at].number}")
        signed = SIGN.match(lines[at].words)
        if signed is not None:
            draft.sign(signed["sign"], "start")
        body = self._head(draft, lines[at + 1 :])
        mark_paragraphs(draft, body)
        if end is not None:
            mark = end.start() + len(end[0]) - len(end[0].lstrip())
            draft.mark(mark, end.start() + len(end[0].rstrip()), RegionKind.END_MARK)
        draft.cells.sort(key=lambda cell: cell.start)

    def _group(self, draft: Draft, text: str, stop: int) -> int:
        """The end of the words: before a date-time group on the last line."""
        last = text[:stop].rstrip()
        start = last.rfind("\n") + 1
        if GROUP.fullmatch(last[start:].strip()) is None:
            return stop
        draft.mark(start, len(last), RegionKind.SLUG)
        return start

    def _sent(self, draft: Draft, sent: re.Match[str]) -> None:
        day, month, year, hour, minute = sent.groups()
        local = short_date(day, month, year, hour + minute)
        if local is not None:
            draft.stamp("published", local.isoformat(), "end")
            draft.mark(sent.start(), sent.end(), RegionKind.TIMESTAMP)

    def _head(self, draft: Draft, lines: list[Line]) -> list[Line]:
        """Mark the lines of the head; the rest is the body."""
        marked = draft.text is not None and NUMBERED.match(draft.text.lstrip()) is not None
        taken = 0
        for number, line in enumerate(lines[:HEAD_LINES]):
            if not line.words:
                continue
            after = lines[number + 1] if number + 1 < len(lines) else None
            alone = after is None or not after.words or after.indent >= 2 or after.words[0] in MARKS
            alone = alone or (after is not None and _opens_story(after))
            kind, start = self._line(draft, line, marked=marked, alone=alone)
            if kind is RegionKind.BODY and line.words.isupper() and after is not None and after.words[:1] == "(":
                kind = RegionKind.SLUG  # the place, on a line above "(ANSA) - OSLO, 12 GIU - "
            if kind is RegionKind.BODY:
                break
            marked = marked or kind is not RegionKind.HEADLINE
            mark = HEADLINE_END.search(line.words) if kind is RegionKind.HEADLINE else None
            stop = line.end - (len(mark[0]) if mark is not None else 0)
            draft.mark(start, stop, kind, f"line {line.number}")
            taken = number + 1
        return lines[taken:]

    def _line(self, draft: Draft, line: Line, *, marked: bool, alone: bool) -> tuple[RegionKind, int]:
        """The kind of a line of the head, and where its words begin."""
        words, where = line.words, f"line {line.number}"
        has_headline = any(cell.kind is RegionKind.HEADLINE for cell in draft.cells)
        labelled = LABELLED.fullmatch(words)
        if labelled is not None and not has_headline:
            draft.put("slugline", labelled["title"], "head.label", where)
            draft.note("headline", "head.label", where)
            return RegionKind.HEADLINE, line.start + labelled.start("title")
        mark = MARKS.get(words[0])
        if mark is not None and (len(words) == 1 or words[1] != " "):
            return self._marked(draft, line, mark[0])
        if not has_headline and ((not marked and ROUTING.fullmatch(words)) or CODES.fullmatch(words)):
            return RegionKind.SLUG, line.start
        if not has_headline and not alone and ROUTES.fullmatch(words):
            draft.put("slugline", words if "-" in words else None, "head.slug", where)
            return RegionKind.SLUG, line.start
        if OPENING.match(words) and _is_byline(words):
            return RegionKind.BYLINE, line.start
        if has_headline or line.indent >= 2 or words.endswith(".") or not (marked and alone):
            return RegionKind.BODY, line.start
        draft.note("headline", "head", where)
        return RegionKind.HEADLINE, line.start

    def _marked(self, draft: Draft, line: Line, field: str) -> tuple[RegionKind, int]:
        value, where = line.words[1:].strip(), f"line {line.number}"
        if field == "headline" and len(value) > LONGEST_CODE_CHARACTERS:
            draft.note("headline", "head.mark", where)
            return RegionKind.HEADLINE, line.start + 1
        if field == "slugline":
            draft.put("slugline", value, "head.mark", where)
        elif field == "take" and len(value) > LONGEST_CODE_CHARACTERS and "slugline" not in draft.fields:
            draft.put("slugline", value, "head.mark", where)
            if not any(draft.text[cell.start] in "$#%" for cell in draft.cells if draft.text):
                draft.note("headline", "head.mark", where)
                return RegionKind.HEADLINE, line.start + 1
        elif field == "subject" and SUBJECT.fullmatch(value) is not None:
            draft.put("subjects", (value,), "head.mark", where)
        return RegionKind.SLUG, line.start


def _is_byline(words: str) -> bool:
    from diplonews.wire.bylines import find_byline

    found = find_byline(words)
    return found is not None and bool(found.names or found.provider)


def _opens_story(line: Line) -> bool:
    """Whether a line is a by-line or a note or begins with a dateline, so that the line above it is a headline."""
    from diplonews.wire.dateline import find_dateline
    from diplonews.wire.furniture import furniture

    if OPENING.match(line.words) is not None:
        return _is_byline(line.words)
    form = furniture().match(line.words, head=True)
    if form is not None and form[0] is RegionKind.NOTE:
        return True
    return find_dateline(line.words, 0, len(line.words)) is not None
