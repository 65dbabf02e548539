"""SGML of news corpora: Reuters-21578, and `<DOC>` files (Gigaword, TREC, AQUAINT, TimeML).

None of them is XML: the text holds entities, control characters and stray angle brackets as they
came over the wire, so elements are found by their tags, one document at a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from diplonews.errors import ParseError
from diplonews.model import RegionKind
from diplonews.patterns import lazy_re
from diplonews.wire.base import Articles, Copy
from diplonews.wire.blocks import plain_paragraphs
from diplonews.wire.draft import Draft
from diplonews.wire.formats.common import collect
from diplonews.wire.formats.terminal import short_date
from diplonews.wire.xml import root_name

__all__ = ["ReutersSgml", "SgmlDoc"]

TAG = lazy_re(r"</?[A-Za-z][^<>]{0,300}>")
CONTROL = lazy_re(r"&#(?:[0-9]|[12][0-9]|3[01]|127);")
DAY = lazy_re(r"(?P<day>\d{1,2})-(?P<month>[A-Z]{3})-(?P<year>\d{4})(?:\s+(?P<hour>\d{2}):(?P<minute>\d{2}))?")
DAY_IN_NAME = lazy_re(r"(?<!\d)(?P<year>19\d\d|20\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d{3})")
ATTRIBUTE = lazy_re(r"([\w.-]{1,40})\s?=\s?(?:\"([^\"]{0,300})\"|'([^']{0,300})')")
MORE = lazy_re(r"\s*(?:(?i:Reuters?)\s*(?:\.\.\.)?|\bMore)\s*\Z")


def _attributes(tag: str) -> dict[str, str]:
    return {found[1].lower(): found[2] or found[3] or "" for found in ATTRIBUTE.finditer(tag)}


def _element(text: str, name: str) -> tuple[str, int] | None:
    """The content of the first element of that name, and its start; an unclosed element ends at the next tag."""
    opened = re.search(rf"<{name}(?:\s[^<>]{{0,300}})?>", text, re.IGNORECASE)
    if opened is None:
        return None
    closed = re.compile(rf"</{name}\s{{0,3}}>", re.IGNORECASE).search(text, opened.end())
    end = closed.start() if closed is not None else len(text)
    return text[opened.end() : end], opened.end()


def _plain(markup: str) -> str:
    """The text of a stretch, without tags and controls, with entities read."""
    return unescape(CONTROL.sub(" ", TAG.sub("", markup)))


def _documents(text: str, name: str) -> Iterator[tuple[str, int]]:
    """Each document, its start tag included, and the number of its line."""
    starts = [found.start() for found in re.finditer(rf"<{name}[\s>]", text, re.IGNORECASE)]
    line, at = 1, 0
    for start, end in zip(starts, [*starts[1:], len(text)][: len(starts)], strict=True):
        line += text.count("\n", at, start)
        at = start
        yield text[start:end], line


class ReutersSgml:
    """Reads the files of Reuters-21578.

    Source: the collection's own README, distribution 1.0 (elements and attributes).
    """

    name = "reuters-sgml"

    def score(self, copy: Copy) -> float:
        """By its document type or its first element."""
        root, tag = root_name(copy.head)
        if root == "lewis" or (root == "REUTERS" and "NEWID" in tag):
            return 1.0
        return 0.0

    def parse(self, copy: Copy) -> Articles:
        """One article for each `REUTERS` element.

        Raises:
            ParseError: if there is none.
        """
        return collect(self.name, list(_documents(copy.text, "REUTERS")), self._read, copy=copy)

    def _read(self, draft: Draft, document: tuple[str, int]) -> None:
        text, line = document
        where = f"line {line}"
        if re.search(r"</REUTERS\s{0,3}>", text[-4_000:], re.IGNORECASE) is None:
            raise ParseError("the document is cut off", line=line, excerpt=text[:80])
        attributes = _attributes(text[: text.find(">")])
        draft.put("identifier", attributes.get("newid"), "newid", where)
        draft.put("language", "en", "collection", where)
        draft.sign("Reuters", "collection", where)
        stamped = _element(text, "DATE")
        found = DAY.search(stamped[0]) if stamped is not None else None
        if found is not None:
            clock = f"{found['hour']}{found['minute']}" if found["hour"] else ""
            local = short_date(found["day"], found["month"], found["year"], clock)
            draft.stamp("published", local.isoformat() if local is not None else None, "date", where)
        for field, names in (
            ("keywords", ("TOPICS",)),
            ("subjects", ("TOPICS", "PLACES", "PEOPLE", "ORGS", "EXCHANGES", "COMPANIES")),
        ):
            labels = [label for name in names for label in _labels(text, name)]
            draft.put(field, tuple(dict.fromkeys(labels)), names[0].lower(), where)
        self._words(draft, text, line)

    def _words(self, draft: Draft, text: str, line: int) -> None:
        for name, kind in (
            ("TITLE", RegionKind.HEADLINE),
            ("AUTHOR", RegionKind.BYLINE),
            ("DATELINE", RegionKind.DATELINE),
        ):
            found = _element(text, name)
            if found is not None:
                draft.add(kind, _plain(found[0]), _place(text, found[1], line))
        body = _element(text, "BODY")
        if body is None:
            whole = _element(text, "TEXT")
            if whole is None:
                return
            rest = re.sub(r"<(TITLE|AUTHOR|DATELINE)>.*?</\1>", "", whole[0], flags=re.DOTALL)
            body = rest, whole[1]
        paragraphs = plain_paragraphs(_plain(body[0]))
        for paragraph in paragraphs:
            draft.add(RegionKind.BODY, paragraph, _place(text, body[1], line))
        if draft.pieces and draft.pieces[-1].kind is RegionKind.BODY:
            _split_end(draft)


def _split_end(draft: Draft) -> None:
    """Split the agency's end mark, `Reuter`, off the last paragraph."""
    last = draft.pieces[-1]
    found = MORE.search(last.text, max(0, len(last.text) - 20))
    if found is None:
        return
    draft.pieces.pop()
    draft.add(RegionKind.BODY, last.text[: found.start()], last.origin)
    draft.add(RegionKind.END_MARK, found[0], last.origin)


def _labels(text: str, name: str) -> list[str]:
    found = _element(text, name)
    return [_plain(label) for label in re.findall(r"<D>([^<]{1,100})</D>", found[0])] if found is not None else []


def _place(text: str, at: int, line: int) -> str:
    return f"line {line + text.count(chr(10), 0, at)}"


class SgmlDoc:
    """Reads `<DOC>` documents and TimeML.

    Source: LDC Gigaword README (`DOC id type`, `HEADLINE`, `DATELINE`, `TEXT`, `P`); TREC and
    AQUAINT (`DOCNO`, `DATE_TIME`, `SLUG`, `TRAILER`); TimeML 1.2.1 (`DCT`, `TEXT`).
    """

    name = "sgml-doc"

    def score(self, copy: Copy) -> float:
        """By the root."""
        root, _ = root_name(copy.head)
        return 0.9 if root in ("DOC", "TimeML") else 0.0

    def parse(self, copy: Copy) -> Articles:
        """One article for each `DOC`, or the single one of a TimeML file.

        Raises:
            ParseError: if there is none.
        """
        name = "TimeML" if root_name(copy.head)[0] == "TimeML" else "DOC"
        return collect(self.name, list(_documents(copy.text, name)), self._read, copy=copy)

    def _read(self, draft: Draft, document: tuple[str, int]) -> None:
        text, line = document
        where = f"line {line}"
        name = text[1:].partition(">")[0].split()[0]
        if re.search(rf"</{re.escape(name)}\s{{0,3}}>", text[-4_000:], re.IGNORECASE) is None:
            raise ParseError("the document is cut off", line=line, excerpt=text[:80])
        identifier = _attributes(text[: text.find(">")]).get("id")
        for element in ("DOCID", "DOCNO"):
            found = _element(text, element)
            identifier = identifier or (_plain(found[0]).strip() if found is not None else None)
        draft.put("identifier", identifier, "id", where)
        draft.sign(re.split(r"[_\d.]", identifier or "")[0].removesuffix("W"), "id", where)
        self._time(draft, text, identifier or "", where)
        for element, kind in (
            ("SLUG", RegionKind.SLUG),
            ("HEADLINE", RegionKind.HEADLINE),
            ("TITLE", RegionKind.HEADLINE),
            ("BYLINE", RegionKind.BYLINE),
            ("DATELINE", RegionKind.DATELINE),
        ):
            found = _element(text, element)
            if found is not None and not draft.has(kind):
                draft.add(kind, _plain(found[0]), _place(text, found[1], line))
        self._body(draft, text, line)

    def _time(self, draft: Draft, text: str, identifier: str, where: str) -> None:
        created = _element(text, "DCT")
        if created is not None:
            value = _attributes(created[0]).get("value")
            draft.stamp("published", value or _plain(created[0]), "dct", where)
        for element in ("DATE_TIME", "DATETIME", "DATE"):
            found = _element(text, element)
            if found is not None:
                draft.stamp("published", _plain(found[0]), element.lower(), where)
        day = DAY_IN_NAME.search(identifier)
        if day is not None:
            local = short_date(day["day"], day["month"], day["year"])
            draft.stamp("published", local.isoformat() if local is not None else None, "id", where)

    def _body(self, draft: Draft, text: str, line: int) -> None:
        found = _element(text, "TEXT")
        if found is None:
            return
        content, at = found
        marked = re.split(r"</?P\s{0,3}>", content)
        for chunk in marked:
            for paragraph in plain_paragraphs(_plain(chunk)) if len(marked) == 1 else [_plain(chunk)]:
                draft.add(RegionKind.BODY, paragraph, _place(text, at, line))
