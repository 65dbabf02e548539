"""Time zones from the tzdata package, so that results do not depend on the operating system's zones."""

from __future__ import annotations

from datetime import timedelta, timezone, tzinfo
from functools import cache, lru_cache
from io import BytesIO
from pkgutil import get_data
from typing import TYPE_CHECKING

from diplonews.patterns import lazy_re

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

__all__ = ["load_zone", "zone_of"]

OFFSET = lazy_re(r"([+-])(\d\d)(?::?(\d\d))?")


def _tzdata(name: str) -> bytes:
    content = get_data("tzdata", name)
    assert content is not None
    return content


@cache
def _names() -> frozenset[str]:
    return frozenset(_tzdata("zones").decode("ascii").split())


@cache
def _load(name: str) -> ZoneInfo:
    from diplonews.lexicons.tzdata import Zone

    return Zone.from_file(BytesIO(_tzdata(f"zoneinfo/{name}")), key=name)


def load_zone(name: str) -> ZoneInfo:
    """The zone of an IANA name.

    Raises:
        ZoneInfoNotFoundError: if there is none of that name; it is a KeyError.

    Example:
        >>> load_zone("Asia/Seoul").key
        'Asia/Seoul'
    """
    if name not in _names():
        from zoneinfo import ZoneInfoNotFoundError

        raise ZoneInfoNotFoundError(f"no time zone {name!r} in the tzdata package")
    return _load(name)


@lru_cache(maxsize=1024)
def zone_of(name: str | None) -> tzinfo | None:
    """The zone of an IANA name or an offset (`+09:00`); None if the name is unknown.

    Example:
        >>> zone_of("+05:30").utcoffset(None), zone_of("Mars/Base")
        (datetime.timedelta(seconds=19800), None)
    """
    if not name:
        return None
    offset = OFFSET.fullmatch(name)
    if offset is not None:
        delta = timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0))
        return timezone(-delta if offset[1] == "-" else delta) if delta < timedelta(days=1) else None
    return _load(name) if name in _names() else None
