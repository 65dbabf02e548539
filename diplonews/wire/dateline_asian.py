"""Korean, Japanese and Chinese datelines, where place, agency and reporter share one bracket."""

from __future__ import annotations

import attrs

from diplonews.lexicons.agencies import find_agency
from diplonews.patterns import lazy_re
from diplonews.wire.dateline_parts import PrintedAgency, PrintedDate, known_agency, read_date

__all__ = ["AsianDateline", "read_asian"]

# (서울=연합뉴스) 홍길동 기자 =   [서울=뉴시스] 홍길동 기자 =   (Gyeongju = Yonhap News) Special Team =
_KOREAN = lazy_re(
    r"[(\[（【]\s?(?P<places>[^()\[\]=＝\n]{1,40}?)\s?[=＝]\s?(?P<agency>[^()\[\]\n]{1,30}?)\s?[)\]）】]"
    r"(?P<reporters>[^=＝\n]{0,60}?\s?[=＝](?=\s|$|[^=＝]))?"
)
# 【ソウル共同】 【ワシントン時事】
_JAPANESE = lazy_re(r"【(?P<inside>[^【】\n]{2,30})】")
# 新华社北京11月20日电（记者张三）
_CHINESE = lazy_re(
    r"(?P<agency>新华社|新華社|中新社|中新网|中央社)(?P<place>[一-鿿]{2,10}?)(?P<date>(?:\d{4}年)?\d{1,2}月\d{1,2}日)"
    r"[电電]?(?:\s?[（(](?:记者|記者)[^（）()\n]{1,30}[）)])?"
)
# （中央社記者陳三台北20日電）
_TAIWANESE = lazy_re(
    r"[（(](?P<agency>中央社)(?:記者[一-鿿]{2,4}?)??(?P<place>[一-鿿]{2,6}?)(?P<date>(?:\d{1,2}月)?\d{1,2}日)[電电][）)]"
)
_NAMES = lazy_re(r"\s?[·/,、・ㆍ]\s?")
_REPORTER = lazy_re(r"記者[一-鿿]{3}")


@attrs.frozen(kw_only=True)
class AsianDateline:
    """The content of a dateline in one of the forms."""

    names: tuple[str, ...]
    agency: PrintedAgency | None
    date: PrintedDate | None
    end: int
    rule: str


def _printed(text: str, start: int, end: int) -> PrintedAgency:
    return PrintedAgency(text=text, agency=find_agency(text), style="bracket", start=start, end=end)


def _korean(text: str, pos: int, end: int) -> AsianDateline | None:
    found = _KOREAN.match(text, pos, end)
    if found is None:
        return None
    if known_agency(found["agency"]) is None and found["reporters"] is None:
        return None
    names = tuple(filter(None, _NAMES.split(found["places"].strip())))
    agency = _printed(found["agency"].strip(), found.start("agency"), found.end("agency"))
    return AsianDateline(names=names, agency=agency, date=None, end=found.end(), rule="dateline.korean")


def _japanese(text: str, pos: int, end: int) -> AsianDateline | None:
    found = _JAPANESE.match(text, pos, end)
    if found is None:
        return None
    inside = found["inside"]
    for cut in range(1, len(inside)):
        tail = inside[cut:].lstrip(" =＝")
        if known_agency(tail) is not None:
            names = tuple(filter(None, _NAMES.split(inside[:cut].rstrip(" =＝"))))
            agency = _printed(tail, found.start("inside") + cut, found.end("inside"))
            return AsianDateline(names=names, agency=agency, date=None, end=found.end(), rule="dateline.japanese")
    return None


def _chinese(text: str, pos: int, end: int) -> AsianDateline | None:
    found = _CHINESE.match(text, pos, end) or _TAIWANESE.match(text, pos, end)
    if found is None:
        return None
    agency = _printed(found["agency"], found.start("agency"), found.end("agency"))
    day = read_date(text, found.start("date"), found.end("date"))
    place = _REPORTER.sub("", found["place"])
    return AsianDateline(names=(place,), agency=agency, date=day, end=found.end(), rule="dateline.chinese")


def read_asian(text: str, pos: int, end: int) -> AsianDateline | None:
    """The Korean, Japanese or Chinese dateline at `pos`, or None.

    Example:
        >>> read_asian("(부산=연합뉴스) 김가나 기자 = 항구가", 0, 24).names
        ('부산',)
    """
    first = text[pos : pos + 1]
    if first == "【":
        return _japanese(text, pos, end) or _korean(text, pos, end)
    if first in ("(", "[", "（"):
        return _chinese(text, pos, end) or _korean(text, pos, end)
    return _chinese(text, pos, end)
