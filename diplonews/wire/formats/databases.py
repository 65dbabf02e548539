"""Text exports of newspaper databases: Nexis, Factiva, ProQuest."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import ClassVar

import attrs

from diplonews.errors import ParseError
from diplonews.lexicons.databases import database_labels, labels_after_body, language_named
from diplonews.lexicons.iptc import find_provider
from diplonews.model import Byline, RegionKind, Span
from diplonews.patterns import lazy_re
from diplonews.wire.base import Articles, Copy
from diplonews.wire.cells import Cell
from diplonews.wire.draft import Draft
from diplonews.wire.formats.common import collect
from diplonews.wire.formats.terminal import Line, mark_paragraphs, read_lines

__all__ = ["Factiva", "Nexis", "ProQuest"]

CERTAIN = 0.96  # higher than any agency or paper that the database holds
KINDS = {
    "headline": RegionKind.HEADLINE,
    "deck": RegionKind.DECK,
    "byline": RegionKind.BYLINE,
    "dateline": RegionKind.DATELINE,
    "caption": RegionKind.CAPTION,
    "credit": RegionKind.CREDIT,
    "note": RegionKind.NOTE,
}
# headings of the newer exports of Nexis, each on a line of its own
HEADINGS = {"body": "body", "classification": "pass", "graphic": "caption", "notes": "note"}
FIELDS = ("identifier", "url")
LISTS = {"subject": "subjects", "keywords": "keywords"}
LABEL = lazy_re(r"(?P<label>[A-Z][A-Za-z /()-]{1,34}?)\s?:(?=\s|$)\s*(?P<value>.*)")
DAY = lazy_re(
    r"(?P<day>[^\W\d_]{3,12}\.? \d{1,2}, \d{4}|\d{1,2}\.? (?:de )?[^\W\d_]{3,12}\.? (?:de )?\d{4})"
    r"(?:[ ,]{1,3}[^\W\d_]{3,7}day)?(?:[ ,]{1,3}(?P<clock>\d{1,2}:\d\d(?::\d\d)?(?: [AP]M)?(?: [A-Z]{3,4})?))?"
)
INVERTED = lazy_re(r"([^\W\d][\w'’.-]+(?: [^\W\d][\w'’.-]+)?), ([^\W\d][\w'’.-]*(?: [^\W\d][\w'’.-]*){0,2})")
COPYRIGHT = lazy_re(r"(?:©|\(c\)|copyright\b|all rights reserved)", re.IGNORECASE)


@attrs.frozen
class _Database:
    """How one database labels its documents.

    Attributes:
        name: the name of its table.
        labels: maps a label in lower case to the field it introduces.
        after: labels that end a body.
    """

    name: str
    labels: dict[str, str]
    after: frozenset[str]

    @classmethod
    def of(cls, name: str) -> _Database:
        """The database of a table."""
        return cls(name, database_labels(name), labels_after_body(name))

    def label(self, line: Line, *, in_body: bool) -> tuple[str, int] | None:
        """The field that a line's label introduces, and where the words after it begin; None without a label."""
        found = LABEL.match(line.words)
        if found is None:
            return None
        name = found["label"].lower()
        field = self.labels.get(name)
        return None if field is None or (in_body and name not in self.after) else (field, found.start("value"))


def _put(draft: Draft, field: str, lines: Sequence[Line], start: int) -> None:
    """Keep the value after a label; `start` is where its words begin."""
    end = lines[-1].end
    value = " ".join((draft.text or "")[start:end].split())
    where = f"line {lines[0].number}"
    if not value:
        return
    if field == "byline":
        _bylines(draft, start, end, where)
    elif field in KINDS:
        draft.mark(start, end, KINDS[field], where)
        draft.note({"caption": "captions", "credit": "credits"}.get(field, field), f"label.{field}", where)
    elif field in FIELDS:
        draft.put(field, value, f"label.{field}", where)
    elif field in LISTS:
        parts = tuple(filter(None, (part.strip() for part in value.split(";"))))
        draft.put(LISTS[field], parts, f"label.{field}", where)
    elif field == "language":
        draft.put("language", language_named(value), "label.language", where)
    elif field == "outlet":
        _sign(draft, value, where)
    elif field == "published":
        _date(draft, lines[0], start)


def _bylines(draft: Draft, start: int, end: int, where: str) -> None:
    """Keep each name; `Rowe, Ada` is read as Ada Rowe, the form of library databases."""
    text = draft.text or ""
    for part in re.finditer(r"[^;\s][^;]*", text[start:end]):
        words = " ".join(part[0].split())
        span = Span(start + part.start(), start + part.start() + len(part[0].rstrip()))
        inverted = INVERTED.fullmatch(words)
        read = None if inverted is None else Byline(text=words, names=(f"{inverted[2]} {inverted[1]}",), span=span)
        draft.cells.append(Cell(span.start, span.end, RegionKind.BYLINE, byline=read, origin=where))
        draft.note("bylines", "label.byline", where)


def _sign(draft: Draft, name: str, where: str) -> None:
    """Keep the publication: a known agency as provider, any other name as outlet."""
    bare = re.sub(r"\s*(?:;.*|\(\w[^()]*\)|--? .*)$", "", name)
    if find_provider(bare) is not None:
        draft.sign(bare, "publication", where)
    else:
        draft.put("outlet", bare or name, "publication", where)


def _date(draft: Draft, line: Line, start: int | None = None) -> bool:
    """Keep the day in a line; return whether there is one."""
    at = line.start if start is None else start
    found = DAY.search(draft.text or "", at, line.end)
    if found is None:
        return False
    draft.mark(at, line.end, RegionKind.TIMESTAMP, f"line {line.number}")
    draft.stamp("published", f"{found['day']} {found['clock'] or ''}".strip(), "day", f"line {line.number}")
    return True


def _blocks(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines, split at empty ones."""
    blocks: list[list[Line]] = [[]]
    for line in lines:
        if line.words:
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return blocks if blocks[-1] else blocks[:-1]


def _labelled(draft: Draft, database: _Database, lines: Sequence[Line]) -> None:
    """Keep the value after each label; lines under no label are body."""
    field, start, held = "", 0, list[Line]()

    def close() -> None:
        if field == "body":
            begun = next((line for line in held if line.words), None)
            if begun is not None:
                first = attrs.evolve(begun, start=max(start, begun.start))
                mark_paragraphs(draft, [first, *held[held.index(begun) + 1 :]])
        elif field and held:
            _put(draft, field, [line for line in held if line.words] or held, start)

    for line in lines:
        found = database.label(line, in_body=field == "body")
        if found is None and line.words.lower() in HEADINGS:
            found = HEADINGS[line.words.lower()], len(line.words)
        if found is not None:
            close()
            field, start, held = found[0], line.start + found[1], [line]
        elif field != "body" and not line.words:
            close()
            field, held = "", []
        else:
            if not field and line.words:
                field, start = "body", line.start
            held.append(line)
    close()


def _documents(text: str, starts: Sequence[int]) -> list[str]:
    """The stretches that begin at those places; text before the first belongs to it."""
    edges = sorted({0, *starts[1:], len(text)})
    return [text[start:end] for start, end in itertools.pairwise(edges) if text[start:end].strip()]


class _Export:
    """Base of the three databases' parsers."""

    name: ClassVar[str]
    sign: ClassVar[re.Pattern[str]]

    def score(self, copy: Copy) -> float:
        """By a label that only this database writes."""
        return CERTAIN if self.sign.search(copy.text) is not None else 0.0

    def parse(self, copy: Copy) -> Articles:
        """One article for each document.

        Raises:
            ParseError: if the copy holds no document.
        """
        documents = [part for part in self.documents(copy.text) if self.sign.search(part) is not None]
        if not documents:
            raise ParseError("no document in it", format=self.name, line=1, excerpt=copy.head[:80])
        return collect(self.name, documents, self._start, copy=copy)

    def _start(self, draft: Draft, text: str) -> None:
        draft.text = text
        self.read(draft, read_lines(text))
        draft.cells.sort(key=lambda cell: cell.start)

    def documents(self, text: str) -> list[str]:
        """The documents of an export."""
        raise NotImplementedError

    def read(self, draft: Draft, lines: list[Line]) -> None:
        """Read one document."""
        raise NotImplementedError


class Nexis(_Export):
    """Reads text exports of Nexis: Nexis Uni and Lexis Advance, and the older LexisNexis Academic.

    Source: documents of both, see `diplonews/lexicons/data/databases.toml`.
    """

    name = "nexis"
    sign = lazy_re(r"^[ \t]*(?:Length|LENGTH):\s{1,20}[\d,.]+\s{1,3}[Ww]ords", re.MULTILINE)
    also = lazy_re(r"^[ \t]*(?:End of Document|Load-Date:|LOAD-DATE:|\d{1,5} of \d{1,5} DOCUMENTS?)", re.MULTILINE)
    counter = lazy_re(r"^[ \t]*\d{1,5} of \d{1,5} DOCUMENTS?[ \t]*\r?$", re.MULTILINE)
    end = lazy_re(r"^[ \t]*End of Document[ \t]*\r?$", re.MULTILINE)

    def score(self, copy: Copy) -> float:
        """By the number of words and another line that only this database writes."""
        score = super().score(copy)
        return score if score and self.also.search(copy.text) is not None else 0.0

    def documents(self, text: str) -> list[str]:
        """The documents, split at the counter above each one, or else at `End of Document` below it."""
        counters = [found.start() for found in self.counter.finditer(text)]
        if counters:
            return _documents(text, counters)
        return _documents(text, [0, *(found.end() for found in self.end.finditer(text))])

    def read(self, draft: Draft, lines: list[Line]) -> None:
        """The head (headline, publication and day, in either order), then the labels."""
        database = _Database.of("nexis")
        first = next(
            (at for at, line in enumerate(lines) if database.label(line, in_body=False) is not None), len(lines)
        )
        head = [line for line in lines[:first] if self.counter.fullmatch(line.words) is None]
        self._head(draft, _blocks(head), counted=len(head) < first)
        ends = [at for at, line in enumerate(lines) if self.end.fullmatch(line.words) is not None]
        stop = ends[0] if ends else len(lines)
        if ends:
            draft.mark(lines[stop].start, lines[stop].end, RegionKind.END_MARK, f"line {lines[stop].number}")
        _labelled(draft, database, [line for line in lines[first:stop] if COPYRIGHT.match(line.words) is None])

    def _head(self, draft: Draft, blocks: list[list[Line]], *, counted: bool) -> None:
        """Older documents have the headline below publication and day, newer ones above."""
        flat = [line for block in blocks for line in block]
        day = next((at for at, line in enumerate(flat) if DAY.search(line.words) is not None), None)
        if day is None:
            rest = flat
        else:
            _date(draft, flat[day])
            publication = flat[day - 1] if day else None
            if publication is not None and (counted or day > 1):
                _sign(draft, publication.words, f"line {publication.number}")
            rest = self._below(blocks, flat[day]) if counted else flat[: day - 1]
        headline = [line for line in rest if COPYRIGHT.match(line.words) is None]
        if headline:
            draft.mark(headline[0].start, headline[-1].end, RegionKind.HEADLINE, f"line {headline[0].number}")
            draft.note("headline", "head", f"line {headline[0].number}")

    def _below(self, blocks: list[list[Line]], day: Line) -> list[Line]:
        """The last block below the day; editions in between, which are centred on the page, are skipped."""
        below = [block for block in blocks if block[0].start > day.start]
        left = [block for block in below if block[0].indent <= below[-1][0].indent]
        return left[-1] if left else []


class ProQuest(_Export):
    """Reads text exports of ProQuest.

    Source: its documents, see `diplonews/lexicons/data/databases.toml`.
    """

    name = "proquest"
    sign = lazy_re(r"^(?:ProQuest document ID|Publication title|Full text):\s", re.MULTILINE)
    rule = lazy_re(r"^_{10,200}[ \t]*\r?$", re.MULTILINE)

    def documents(self, text: str) -> list[str]:
        """The documents, split at rules."""
        return _documents(text, [0, *(found.end() for found in self.rule.finditer(text))])

    def read(self, draft: Draft, lines: list[Line]) -> None:
        """Read the labels; the title above them only repeats the labelled one."""
        database = _Database.of("proquest")
        stop = next((at for at, line in enumerate(lines) if self.rule.fullmatch(line.words)), len(lines))
        first = next((at for at, line in enumerate(lines) if database.label(line, in_body=False)), stop)
        _labelled(draft, database, lines[first:stop])
        if not any(cell.kind is RegionKind.HEADLINE for cell in draft.cells):
            for line in [line for line in lines[:first] if line.words][-1:]:
                draft.mark(line.start, line.end, RegionKind.HEADLINE, f"line {line.number}")


class Factiva(_Export):
    """Reads text exports of Factiva, with or without codes before the lines.

    Source: its documents, see `diplonews/lexicons/data/databases.toml`.
    """

    name = "factiva"
    sign = lazy_re(r"^(?:AN\s{1,6})?Document [A-Z]{2,10}[A-Z0-9]{8,}[a-z][a-z0-9]{4,}[ \t]*\r?$", re.MULTILINE)
    coded = lazy_re(r"(?P<code>[A-Z]{2,3})(?:\s{1,6}(?P<value>\S.*)|)")
    count = lazy_re(r"[\d,. ]{1,9} (?:words|mots|Wörter|palabras|parole|palavras|слов[ао]?)")
    clock = lazy_re(r"\d{1,2}:\d\d(?: [A-Z]{3,4})?")
    LONGEST_HEAD_LINES = 14

    def documents(self, text: str) -> list[str]:
        """The documents, split below the number of each."""
        return _documents(text, [0, *(found.end() for found in self.sign.finditer(text))])

    def read(self, draft: Draft, lines: list[Line]) -> None:
        """The lines in the order in which Factiva prints them, or by their codes."""
        last = next(at for at, line in enumerate(lines) if self.sign.fullmatch(line.words) is not None)
        number = lines[last]
        draft.put("identifier", number.words.rpartition("Document ")[2], "document", f"line {number.number}")
        draft.mark(number.start, number.end, RegionKind.END_MARK, f"line {number.number}")
        if any(line.words[:2] == "HD" for line in lines[:last]):
            self._by_code(draft, lines[:last])
        else:
            self._by_order(draft, lines[:last])

    def _sections(self, lines: list[Line]) -> Iterator[tuple[str, int, list[Line]]]:
        """The section after each code: its field, where it begins, its lines."""
        codes = database_labels("factiva")
        field, start, held = "", 0, list[Line]()
        for line in lines:
            found = self.coded.fullmatch(line.words)
            known = codes.get(found["code"].lower()) if found is not None else None
            if found is not None and known is not None and line.indent < 4:
                if field:
                    yield field, start, held
                begin = line.start + (found.start("value") if found["value"] else len(found["code"]))
                field, start, held = known, begin, [line] if found["value"] else []
            else:
                held.append(line)
        if field:
            yield field, start, held

    def _by_code(self, draft: Draft, lines: list[Line]) -> None:
        body: list[Line] = []
        for field, start, held in self._sections(lines):
            filled = [line for line in held if line.words]
            if not filled:
                continue
            first = max(start, filled[0].start)
            if field == "body":
                body += [attrs.evolve(filled[0], start=first), *held[held.index(filled[0]) + 1 :]]
            elif field == "clock":
                self._clock(draft, filled[0].words.split(maxsplit=1)[-1])
            else:
                _put(draft, field, filled, first)
        mark_paragraphs(draft, body)

    def _by_order(self, draft: Draft, lines: list[Line]) -> None:
        at = next((at for at, line in enumerate(lines) if self.count.fullmatch(line.words) is not None), None)
        if at is None:
            raise ParseError("no line with the number of words", format=self.name, excerpt=lines[0].words[:80])
        above = [line for line in lines[:at] if line.words]
        signed = (
            above.pop() if len(above) > 1 and above[-1].words[:3].casefold() in ("by ", "von", "par", "por") else None
        )
        if above:
            draft.mark(above[-1].start, above[-1].end, RegionKind.HEADLINE, f"line {above[-1].number}")
            draft.note("headline", "head", f"line {above[-1].number}")
        if signed is not None:
            _put(draft, "byline", [signed], signed.start)
        mark_paragraphs(draft, lines[self._source(draft, lines, at) :])

    def _source(self, draft: Draft, lines: list[Line], count: int) -> int:
        """Keep day, time, publication and language below the number of words; return where the body begins.

        The copyright ends them; if there is none, they end with the day.
        """
        dated = named = False
        begin = count + 1
        for at, line in enumerate(lines[count + 1 : count + self.LONGEST_HEAD_LINES], start=count + 1):
            if not line.words:
                continue
            if COPYRIGHT.match(line.words) is not None:
                return at + 1
            if not dated:
                dated = _date(draft, line)
                begin = at + 1 if dated else begin
            elif self.clock.fullmatch(line.words) is not None:
                self._clock(draft, line.words)
            elif not named:
                _sign(draft, line.words, f"line {line.number}")
                named = True
            else:
                draft.put("language", language_named(line.words), "head", f"line {line.number}")
        return begin

    def _clock(self, draft: Draft, written: str) -> None:
        reading = draft.stamps.get("published")
        if reading is not None and self.clock.fullmatch(written.strip()) is not None:
            reading.raw = f"{reading.raw} {written.strip()}"
