"""The machine formats, one in each module; none loads lxml before parsing."""

from __future__ import annotations

from diplonews.wire.formats.anpa1312 import Anpa1312
from diplonews.wire.formats.databases import Factiva, Nexis, ProQuest
from diplonews.wire.formats.feed import Feed
from diplonews.wire.formats.house import HouseXml
from diplonews.wire.formats.html import Html
from diplonews.wire.formats.iptc7901 import Iptc7901
from diplonews.wire.formats.mail import Mail
from diplonews.wire.formats.news_json import NewsJson
from diplonews.wire.formats.newsml1 import Newsml1
from diplonews.wire.formats.newsml_g2 import NewsmlG2
from diplonews.wire.formats.ninjs import Ninjs
from diplonews.wire.formats.nitf import Nitf
from diplonews.wire.formats.sgml import ReutersSgml, SgmlDoc
from diplonews.wire.formats.zczc import Zczc

__all__ = ["FORMATS"]

FORMATS: tuple[type, ...] = (
    NewsmlG2,
    Newsml1,
    Nitf,
    NewsJson,
    Ninjs,
    Iptc7901,
    Anpa1312,
    Zczc,
    ReutersSgml,
    SgmlDoc,
    Feed,
    Html,
    HouseXml,
    Mail,
    Nexis,
    Factiva,
    ProQuest,
)
