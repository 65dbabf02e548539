"""The machine formats, one in each module.

A module is loaded for the first copy that may be in its format: by its first character, by words that every such
copy contains, and by its beginning.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar, cast

from diplonews.patterns import lazy_re

if TYPE_CHECKING:
    import re

    from diplonews.wire.base import Articles, Copy, Parser

__all__ = ["FORMATS"]


class _Format:
    """A parser that stands in for the one in `home` until a copy may be its own.

    Attributes:
        name: that of the parser.
        opening: the first characters that its copy can begin with, or None; the parser itself has none.
        home: the module in this folder and the class.
        needles: words of which such a copy contains at least one; empty for any copy.
        start: what such a copy begins with, or None.
    """

    name: ClassVar[str]
    opening: ClassVar[str | None] = None
    home: ClassVar[str]
    needles: ClassVar[tuple[str, ...]] = ()
    start: ClassVar[re.Pattern[str] | None] = None

    def score(self, copy: Copy) -> float:
        """The parser's score; 0 if the copy can't be in its format."""
        if self.start is not None and self.start.match(copy.head) is None:
            return 0.0
        if self.needles and not any(needle in copy.text for needle in self.needles):
            return 0.0
        return _loaded(self.home).score(copy)

    def parse(self, copy: Copy) -> Articles:
        """The articles of the copy, read by the parser."""
        return _loaded(self.home).parse(copy)


@cache
def _loaded(home: str) -> Parser:
    module, _, name = home.partition(".")
    return cast("Parser", getattr(import_module(f"{__name__}.{module}"), name)())


def _format(
    home: str, name: str, opening: str | None = None, *, needles: tuple[str, ...] = (), start: str = ""
) -> type[_Format]:
    values = {"name": name, "opening": opening, "home": home, "needles": needles}
    return type(home.partition(".")[2], (_Format,), {**values, "start": lazy_re(start) if start else None})


# of equal scores, the first wins
FORMATS: tuple[type, ...] = (
    _format("newsml_g2.NewsmlG2", "newsml-g2", "<"),
    _format("newsml1.Newsml1", "newsml1", "<"),
    _format("nitf.Nitf", "nitf", "<"),
    _format("news_json.NewsJson", "news-json", "{["),
    _format("ninjs.Ninjs", "ninjs", "{["),
    _format("iptc7901.Iptc7901", "iptc7901", start=r"[\s\x00\x04\x16\x7f]*+(?:\x01|[A-Za-z]{2,6}\d)"),
    _format("anpa1312.Anpa1312", "anpa1312", start=r"[\s\x00\x04\x7f]*+[\x01\x16^A]{0,6}[A-Za-z]\d{4}\x1f"),
    _format("zczc.Zczc", "zczc", "Zz"),
    _format("sgml.ReutersSgml", "reuters-sgml", "<"),
    _format("sgml.SgmlDoc", "sgml-doc", "<"),
    _format("feed.Feed", "feed", "<"),
    _format("html.Html", "html", needles=("<",)),
    _format("house.HouseXml", "house-xml", "<"),
    _format("mail.Mail", "mail", start="[A-Z][A-Za-z0-9-]{1,60}[: ]", needles=("ubject:",)),
    _format("databases.Nexis", "nexis", needles=("Length:", "LENGTH:")),
    _format("databases.Factiva", "factiva", needles=("\nDocument ", "AN Document ", "AN  ")),
    _format("databases.ProQuest", "proquest", needles=("ProQuest",)),
)
