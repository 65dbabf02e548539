"""The words and codes of the machine formats, read from the package's tables on first use."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

import attrs

from diplonews.lexicons.agencies import signing_agency
from diplonews.lexicons.datafiles import read_toml
from diplonews.patterns import lazy_re

__all__ = [
    "Provider",
    "country_code",
    "country_name",
    "find_provider",
    "load_terms",
    "publication_status",
    "term_pattern",
    "zone_name",
]

LONGEST_NAME_CHARACTERS = 80
JOINTS = lazy_re(r"[ /,-]+")
DOMAIN = lazy_re(r"(?:https?://)?(?:www\.)?([\w-]{1,60}(?:\.[\w-]{1,60}){1,4})/?")


@attrs.frozen
class Provider:
    """An agency or service, with the zone of its clock.

    Attributes:
        name: the short name this library uses.
        timezone: IANA name, or None if it uses several or none is known.
    """

    name: str
    timezone: str | None = None


@cache
def load_terms() -> dict[str, Any]:
    """The package's table of terms, unprocessed.

    Example:
        >>> load_terms()["providers"]["tt.se"]
        'TT'
    """
    return read_toml("iptc.toml")


@cache
def term_pattern(section: str) -> re.Pattern[str]:
    """The pattern of a section (`notes`, `signoffs`, `copyright`, `takes`), compiled."""
    return re.compile(load_terms()[section]["pattern"])


@cache
def _statuses() -> dict[str, str]:
    return {word: status for status, words in load_terms()["status"].items() for word in words}


def publication_status(raw: str | None) -> str | None:
    """The status of an item, in the words of the IPTC: `usable`, `withheld` or `canceled`; None if it is none.

    Example:
        >>> publication_status("stat:canceled"), publication_status("KILL"), publication_status("Boldly")
        ('canceled', 'canceled', None)
    """
    return _statuses().get((raw or "").rpartition(":")[2].rpartition("/")[2].strip().casefold())


@cache
def _countries() -> dict[str, str]:
    return dict(read_toml("iptc_countries.toml")["countries"])


@cache
def _country_codes() -> frozenset[str]:
    return frozenset(_countries().values())


def country_code(raw: str | None) -> str | None:
    """ISO 3166 alpha-3 of a code or a country's name; None if it is neither.

    Example:
        >>> country_code("iso3166-1a2:DE"), country_code("HND"), country_code("Germany"), country_code("Atlantis")
        ('DEU', 'HND', 'DEU', None)
    """
    if not raw:
        return None
    code = raw.rpartition(":")[2].strip()
    table = _countries()
    if code.upper() in table and len(code) == 2:
        return table[code.upper()]
    if len(code) == 3 and code.upper() in _country_codes():
        return code.upper()
    if len(code) > LONGEST_NAME_CHARACTERS:
        return None
    from diplonews.lexicons.states import FormKind, state_gazetteer

    form = state_gazetteer().get(code.title() if code.isupper() else code)
    return form.code if form is not None and form.kind is FormKind.NAME else None


@cache
def _country_names() -> dict[str, str]:
    from diplonews.lexicons.states import load_states

    return {state.code: state.name for state in load_states()}


def country_name(code: str) -> str | None:
    """The English name of an alpha-3 code, or None.

    Example:
        >>> country_name("SWE")
        'Sweden'
    """
    return _country_names().get(code)


@lru_cache(maxsize=4096)
def _known(name: str) -> Provider | None:
    terms = load_terms()
    folded = name.casefold().strip()
    service = terms["services"].get(folded)
    if service is not None:
        return Provider(service["name"], service["timezone"])
    agency = signing_agency(terms["providers"].get(folded, name))
    return Provider(agency.name, agency.timezone) if agency is not None else None


def find_provider(raw: str) -> Provider | None:
    """The agency that signs as `raw`: a name, a code (`nprov:dpa`), a domain (`www.itar-tass.com`).

    Returns:
        None if the table does not have it; for a domain only its whole name and its first label
        are looked up (`reuters.com` is Reuters, `news.reuters.example` is not).

    Example:
        >>> find_provider("nprov:REUTERS"), find_provider("www.itar-tass.com").timezone
        (Provider(name='Reuters', timezone=None), 'Europe/Moscow')
        >>> find_provider("Acme Widgets") is None
        True
    """
    name = " ".join(raw.split())
    if not name or len(name) > LONGEST_NAME_CHARACTERS:
        return None
    names = [name]
    if ":" in name and "//" not in name:
        names.append(name.rpartition(":")[2])
    domain = DOMAIN.fullmatch(name)
    if domain is not None:
        names += [domain[1], domain[1].partition(".")[0]]
    names.append(name.strip("/()[]-–—=*_. "))
    found = next((found for found in map(_known, names) if found is not None), None)
    return found if found is not None else _joint(name)


def _joint(name: str) -> Provider | None:
    """The first of several agencies that sign together, if all of them are known: `ats afp`, `sda-ats`."""
    parts = [_known(part) for part in JOINTS.split(name)]
    return parts[0] if len(parts) > 1 and all(parts) else None


def zone_name(printed: str | None) -> str | None:
    """The offset of a printed zone (`GMT`, `MESZ`), or None if it is not known."""
    zones: dict[str, str] = load_terms()["zones"]
    return zones.get(printed.upper()) if printed else None
