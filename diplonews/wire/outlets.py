"""The clock of an outlet: the zone of its country, where that has one zone."""

from __future__ import annotations

from collections.abc import Iterable

from diplonews.lexicons.agencies import find_agency
from diplonews.lexicons.places import load_places
from diplonews.lexicons.tables import Tables, per_tables

__all__ = ["outlet_key", "outlet_zone"]


def outlet_key(name: str) -> str:
    """The key by which names of outlets are compared: letters and digits in one case, without "the".

    Example:
        >>> outlet_key("The Korea Herald") == outlet_key("KOREA HERALD")
        True
    """
    return "".join(filter(str.isalnum, name.casefold())).removeprefix("the")


@per_tables
def _countries(tables: Tables) -> dict[str, str]:
    """Country of each outlet that is at home in one."""
    rows = tables["outlets"].rows
    return {outlet_key(str(row["name"])): str(row["code"]) for row in rows if row["reach"] != "world"}


def outlet_zone(names: Iterable[str]) -> str | None:
    """The IANA zone of the first outlet that the table of outlets has; None if its country has several.

    Else that of the first agency that stamps its copy in the zone of its seat.

    Example:
        >>> [outlet_zone([name]) for name in ("Frankfurter Allgemeine Zeitung", "The Globe and Mail", "Yonhap News")]
        ['Europe/Berlin', None, 'Asia/Seoul']
    """
    known, names = _countries(), list(names)
    country = next((known[key] for key in map(outlet_key, names) if key in known), None)
    if country is not None:
        return load_places().single.get(country)
    agencies = (find_agency(name) for name in names)
    return next((agency.timezone for agency in agencies if agency is not None and agency.timezone is not None), None)
