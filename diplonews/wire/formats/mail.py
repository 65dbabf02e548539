"""Copy sent by e-mail, and pages saved by browsers as mail (MHTML)."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

import attrs

from diplonews.errors import ParseError
from diplonews.lexicons.encodings import codec_of
from diplonews.lexicons.iptc import find_provider
from diplonews.model import RegionKind
from diplonews.patterns import lazy_re
from diplonews.wire.base import Articles, Copy
from diplonews.wire.decoding import decode
from diplonews.wire.draft import Draft
from diplonews.wire.formats.common import add_markup, add_plain, collect, language_tag
from diplonews.wire.formats.html import Html

if TYPE_CHECKING:
    from email.message import EmailMessage, MIMEPart

__all__ = ["Mail"]

HEAD_CHARACTERS = 30_000
FIELD = lazy_re(r"(?:From .{5,200}\r?\n)?(?:[A-Za-z][A-Za-z0-9-]{1,60}:(?:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)\r?\n)+")
FIRST = lazy_re(r"[A-Z][A-Za-z0-9-]{1,60}(?::|(?<=From) )")
NAME = lazy_re(r"^([A-Za-z][A-Za-z0-9-]{1,60}):", re.MULTILINE)
# headers of a mail that no press release with a sender has
SENT = frozenset(("message-id", "mime-version", "received", "return-path", "content-type"))
# between the mails of one file (mbox)
BETWEEN = lazy_re(r"^From \S{1,200} .{10,60}\d{4}\r?$", re.MULTILINE)
ANSWERED = lazy_re(r"(?:(?:re|fwd?|aw|wg|tr|rv|i)\s?:\s*){1,9}", re.IGNORECASE)
SIGNATURE = lazy_re(r"^-- ?$", re.MULTILINE)
AS_IT_IS = ("", "7bit", "8bit", "binary")
SAVED_FROM = "Snapshot-Content-Location"


class Mail:
    """Reads e-mails: the subject is the headline, the text the body.

    Source: RFC 5322 and 2045 to 2049; RFC 2557 (MHTML); RFC 4155 (mbox).
    """

    name = "mail"

    def score(self, copy: Copy) -> float:
        """By the header."""
        if FIRST.match(copy.head) is None or "ubject:" not in copy.text[:HEAD_CHARACTERS]:
            return 0.0
        header = FIELD.match(copy.text.lstrip()[:HEAD_CHARACTERS])
        names = {name.lower() for name in NAME.findall(header[0])} if header is not None else set()
        return 0.96 if {"subject", "from"} <= names and names & SENT else 0.0

    def parse(self, copy: Copy) -> Articles:
        """One article for each mail; for a saved page, its article.

        Raises:
            ParseError: if it holds no words.
        """
        data = copy.data.lstrip()
        message = _message(data)
        page = message.get(SAVED_FROM)
        if page is not None:
            return self._page(message, str(page).strip(), copy)
        text = data.decode("latin-1")
        starts = [found.start() for found in BETWEEN.finditer(text)]
        edges = [*starts, len(text)] if starts[:1] == [0] else [0, len(text)]
        mails = [_message(data[start:end]) for start, end in itertools.pairwise(edges)]
        as_text = isinstance(copy.raw, str)
        return collect(self.name, mails, lambda draft, mail: self._read(draft, mail, as_text=as_text), copy=copy)

    def _page(self, message: EmailMessage, address: str, copy: Copy) -> Articles:
        html = message.get_body(preferencelist=("html",))
        if html is None:
            raise ParseError("no page in it", format=self.name, line=1, excerpt=copy.head[:80])
        found = Html().parse(Copy(_words(html, as_text=isinstance(copy.raw, str)), reference=copy.reference))
        return Articles((attrs.evolve(article, url=article.url or address) for article in found), found.failures)

    def _read(self, draft: Draft, mail: EmailMessage, *, as_text: bool) -> None:
        self._header(draft, mail)
        body = mail.get_body(preferencelist=("plain", "html"))
        if body is None:
            raise ParseError("a mail without text", excerpt=str(mail.get("Subject", ""))[:80])
        text = _words(body, as_text=as_text)
        if body.get_content_subtype() == "html":
            add_markup(draft, text, "body")
            return
        signature = next(reversed(list(SIGNATURE.finditer(text))), None)
        add_plain(draft, text[: signature.start()] if signature is not None else text, "body")
        if signature is not None:
            add_plain(draft, text[signature.end() :], "body", RegionKind.SIGNOFF)

    def _header(self, draft: Draft, mail: EmailMessage) -> None:
        for name in ("Subject", "From", "Date", "Message-ID", "Content-Language", "Keywords"):
            value = _field(mail, name)
            if name == "Subject" and draft.add(RegionKind.HEADLINE, ANSWERED.sub("", value, count=1), name):
                draft.note("headline", "subject", name)
            elif name == "From":
                self._sender(draft, value)
            elif name == "Date":
                draft.stamp("published", _as_written(mail, name), "date", name)
            elif name == "Message-ID":
                draft.put("identifier", value.strip(" <>"), "message-id", name)
            elif name == "Content-Language":
                draft.put("language", language_tag(value.partition(",")[0]), "content-language", name)
            elif name == "Keywords":
                draft.put("keywords", tuple(filter(None, map(str.strip, value.split(",")))), "keywords", name)

    def _sender(self, draft: Draft, value: str) -> None:
        """Keep an agency known by its name or domain as provider; other senders are not providers."""
        from email.utils import parseaddr

        name, address = parseaddr(value)
        for raw in (name, address.rpartition("@")[2]):
            if raw and find_provider(raw) is not None:
                draft.sign(raw, "from", "From")


def _message(data: bytes) -> EmailMessage:
    from email import message_from_bytes, policy
    from email.message import EmailMessage

    if data.startswith(b"From "):
        data = data.partition(b"\n")[2]
    return message_from_bytes(data, _class=EmailMessage, policy=policy.default)


def _field(mail: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(mail.get(name) or "").split())
    except (ValueError, LookupError, AttributeError, TypeError, IndexError):  # the library fails on some headers
        return ""


def _as_written(mail: EmailMessage, name: str) -> str:
    """The raw value of a field: the library would turn an unknown zone into UTC."""
    return next((str(value) for field, value in mail.raw_items() if field.lower() == name.lower()), "")


def _words(part: MIMEPart, *, as_text: bool) -> str:
    """The text of a part, in the encoding it declares; input given as text is not decoded twice."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else str(payload).encode("utf-8", "surrogatepass")
    codec = codec_of(part.get_content_charset() or "")
    encoded = str(part.get("Content-Transfer-Encoding") or "").strip().lower() not in AS_IT_IS
    if codec is not None and (encoded or not as_text):
        return data.decode(codec, "replace")
    return decode(data) if data else ""
