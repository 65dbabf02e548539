"""Bytes to text, as browsers do it: what a file says of itself is weighed, a bad byte spoils nothing else."""

from __future__ import annotations

import re

from diplonews.errors import ParseError
from diplonews.lexicons.encodings import codec_of
from diplonews.patterns import lazy_re

__all__ = ["decode"]

SNIFF_BYTES = 10_000
# The label in an XML declaration, in a meta element, in the header of a mail.
DECLARED = lazy_re(
    rb"""(?im:<\?xml\b[^>]{0,200}?\sencoding|<meta\b[^>]{0,500}?[\s"';]charset|^content-type:[^<>]{0,200}?[\s;]charset)"""
    rb"""\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})"""
)
COMMENT = lazy_re(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
MARKUP = lazy_re(rb"\s*<")
# Byte order marks, and how an XML declaration begins in UTF-16 without one.
BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"<\x00?\x00", "utf-16-le"),
    (b"\x00<\x00?", "utf-16-be"),
)
# The beginnings of files that are not text, though they may have no NUL near the start.
BINARY_BEGINNINGS = (
    (b"%PDF-", "a PDF file"),
    (b"\x1f\x8b", "gzip data"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ", "xz data"),
)
SEVEN_BIT = "iso2022_jp"  # reads as ASCII, all of it
NOT_ASCII = bytes(range(0x80, 0x100))
REPLACEMENT = "\ufffd"
# An encoding that is known is kept if no more than one character in ten can't be read in it;
# text may have that share of NULs too, as files have that were padded or cut.
CHARACTERS_PER_BAD_ONE = 10


def decode(data: bytes) -> str:
    r"""The text of bytes.

    A byte order mark decides. Without one, bytes are UTF-8 if they read as that, a few bad ones apart
    (no more than there are good characters beyond ASCII); else they are in the encoding that they declare
    (XML declaration, meta element, header of a mail), by the labels that browsers know; else in cp1252.
    Bad bytes become U+FFFD. Line ends are kept as they are.

    Raises:
        ParseError: if they are not text: the beginning of a known binary format; more than one NUL in ten bytes, or
            a byte that cp1252 lacks, unless they begin like markup; a byte order mark that most of them belie.

    Example:
        >>> decode(b"Z\xfcrich"), decode("Zürich – ".encode() + b"\xff")
        ('Zürich', 'Zürich – \ufffd')
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            text = _bounded(data, encoding)
            return _strict(data, encoding) if text is None else text
    _refuse_binary(data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _mended(data) or _bounded(data, _declared(data)) or _fallback(data)
    if b"\x1b" in data and _declared(data) == SEVEN_BIT:
        return _bounded(data, SEVEN_BIT) or text
    return text


def _refuse_binary(data: bytes) -> None:
    for beginning, name in BINARY_BEGINNINGS:
        if data.startswith(beginning):
            raise ParseError(f"not text: {name}", line=1, excerpt=repr(data[:20]))
    if data.count(b"\0") * CHARACTERS_PER_BAD_ONE > len(data) and MARKUP.match(data) is None:
        at = data.find(b"\0")
        raise ParseError("not text: a NUL byte", line=_line(data, at), excerpt=_excerpt(data, at))


def _mended(data: bytes) -> str | None:
    """The data read as UTF-8, if at least half of its characters beyond ASCII are readable; else None.

    In any other encoding most of them are unreadable: two or three bytes in a row must happen to look
    like one UTF-8 character, while a single byte beyond ASCII is never a valid one.
    """
    text = data.decode("utf-8", "replace")
    bad = text.count(REPLACEMENT) - data.count(REPLACEMENT.encode())
    beyond = len(text) - len(data.translate(None, NOT_ASCII))
    return text if bad <= beyond - bad else None


def _declared(data: bytes) -> str | None:
    """The codec of the encoding that is declared, if it is a known one and not UTF-8, which has been tried."""
    found = DECLARED.search(COMMENT.sub(b"", data[:SNIFF_BYTES]))
    codec = codec_of(found[1].decode("ascii", "replace")) if found is not None else None
    return None if codec == "utf-8" else codec


def _fallback(data: bytes) -> str:
    if MARKUP.match(data) is None:
        return _strict(data, "cp1252")
    return data.decode("cp1252", "replace")


def _bounded(data: bytes, encoding: str | None) -> str | None:
    if encoding is None:
        return None
    text = data.decode(encoding, "replace")
    return text if text.count(REPLACEMENT) * CHARACTERS_PER_BAD_ONE <= len(text) else None


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line, excerpt = _line(data, error.start), _excerpt(data, error.start)
        raise ParseError(f"not decodable as UTF-8 nor as {encoding}", line=line, excerpt=excerpt) from error


def _line(data: bytes, at: int) -> int:
    return 1 + data.count(b"\n", 0, at)


def _excerpt(data: bytes, at: int) -> str:
    return repr(data[max(0, at - 20) : at + 20])
