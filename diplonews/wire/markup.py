"""Whether a copy is HTML, by how it begins."""

from __future__ import annotations

import re

from diplonews.lexicons.html import load_html_names
from diplonews.patterns import lazy_re

__all__ = ["is_html"]

BLANK = lazy_re(r"[\s\ufeff\0]*+")
# Markup other than comments that may precede the first tag: instructions, `<![if !IE]>`
ASIDE = lazy_re(r"<(?:\?|!(?!--|doctype\b))[^>]*+>", re.IGNORECASE)
COMMENT, COMMENT_END = "<!--", "-->"
# `PHP Warning:  Undefined variable $story in /var/www/page.php on line 12`, which a server prints above the page
MESSAGE = lazy_re(r"\s*+(?:PHP )?[A-Z][a-z]{1,20}(?: [A-Za-z][a-z]{1,20})?: ")
MESSAGE_END = lazy_re(r" on line \d{1,6}\s*\Z")
LONGEST_MESSAGE_CHARACTERS = 5_000
DOCTYPE = lazy_re(r"<!(doctype)\s+html(?:\s[^>]*+)?>", re.IGNORECASE)
TAG = lazy_re(r"<([a-z][a-z0-9]{0,20})((?:[\s/](?:[^\"'<>]|\"[^\"]*+\"|'[^']*+')*+)?)>", re.IGNORECASE)
VALUE = lazy_re(r"[\w-]\s*=")
NEXT_TAG = lazy_re(r"<[a-z/!?]", re.IGNORECASE)
CLOSING_TAG = lazy_re(r"</([a-z][a-z0-9]{0,20})\s*+>", re.IGNORECASE)
BLOCK = lazy_re(r"<(?:!doctype\s+html|html|head|body|div|p|h[1-6])(?=[\s/>])", re.IGNORECASE)
START_TAG = lazy_re(r"<([a-z][^\s/<>]{0,40})[^<>]{0,1000}>", re.IGNORECASE)
FIRST_TAGS = 8
FOREIGN = ("svg", "math", "script", "style")  # with names of their own inside
# "<html> is the root of a page", "<!doctype html>, the first line"
PROSE = lazy_re(r"[ \t]+[^\s<]|[,.;:)]")


def is_html(text: str) -> bool:
    """Whether the text begins like a page or part of one.

    White space, comments, an XML declaration and a server message at the front are skipped.
    The text must then begin with an HTML document type or an opening tag of HTML. A tag only mentioned
    in prose does not count: another tag must follow directly, or a later tag must have the same name.
    After a tag that wires also use (`<b>`, `<br>`) a document or a block must follow. A text with
    other element names near its front (`<article><headline>`) is other XML.

    Example:
        >>> is_html("<!doctype html><title>Talks</title>"), is_html("<p>One.</p>"), is_html("<BAC> up 3 pct")
        (True, True, False)
    """
    at = _start(text)
    opened = DOCTYPE.match(text, at) or TAG.match(text, at)
    if opened is None:
        return False
    name, end = opened[1].lower(), opened.end()
    if name in ("doctype", "html"):
        return PROSE.match(text, end) is None or _is_closed(text, end)
    if not _has_attributes(opened[2]):
        return False
    if name in load_html_names().first:
        if _has_other_names(text, end):
            return False
        return _tag_follows(text, end) or re.compile(rf"</?{name}[\s/>]", re.IGNORECASE).search(text, end) is not None
    return name in load_html_names().inline and BLOCK.search(text, end) is not None


def _start(text: str) -> int:
    """The position where the first tag is expected."""
    at = _blank(text, 0)
    if text[at : at + 1] != "<":
        first = text.find("<", at, at + LONGEST_MESSAGE_CHARACTERS)
        if first < 0 or MESSAGE_END.search(text, at, first) is None or MESSAGE.match(text, at) is None:
            return at
        at = first
    while True:
        if text.startswith(COMMENT, at):
            end = text.find(COMMENT_END, at + 2)  # `<!-->` is a whole comment
            if end < 0:
                return at
            at = _blank(text, end + len(COMMENT_END))
        elif (aside := ASIDE.match(text, at)) is not None:
            at = _blank(text, aside.end())
        else:
            return at


def _blank(text: str, at: int) -> int:
    found = BLANK.match(text, at)
    return found.end() if found is not None else at


def _has_attributes(written: str) -> bool:
    """Whether the words after a tag's name can be HTML attributes: not those of "<body of evidence>"."""
    words = written.strip(" \t\r\n\f/").lower().split()
    boolean = load_html_names().boolean
    return VALUE.search(written) is not None or all(word in boolean or "-" in word or ":" in word for word in words)


def _has_other_names(text: str, at: int) -> bool:
    """Whether one of the next few elements is neither HTML nor a custom element (`news-card`)."""
    names = load_html_names()
    known = names.first | names.inline | names.other
    for _ in range(FIRST_TAGS):
        found = START_TAG.search(text, at, at + LONGEST_MESSAGE_CHARACTERS)
        if found is None:
            return False
        name, at = found[1].lower(), found.end()
        if name in FOREIGN:
            return False
        if name not in known and "-" not in name and ":" not in name:
            return True
    return False


def _tag_follows(text: str, at: int) -> bool:
    return NEXT_TAG.match(text, _blank(text, at)) is not None


def _is_closed(text: str, at: int) -> bool:
    names = load_html_names()
    return any(found[1].lower() in names.first | names.inline for found in CLOSING_TAG.finditer(text, at))
