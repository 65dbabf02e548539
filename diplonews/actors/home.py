"""The home country and filing country of an article, which place a bare `Foreign Minister`."""

from __future__ import annotations

import re

from diplonews.lexicons.actornames import find_names
from diplonews.lexicons.agencies import find_agency
from diplonews.lexicons.states import find_states
from diplonews.lexicons.tables import Row, Tables, per_tables
from diplonews.model import Article
from diplonews.syntax.parsing import Parsed

__all__ = ["filed_in", "home_of", "outlet_country", "reports_from_abroad"]

AGENCIES = frozenset(("Reuters", "AFP", "AP", "UPI", "dpa", "EFE", "Bloomberg"))  # without a home country
IN_PLACE = re.compile(r" in ([A-Z][^\W\d_]{2,20}(?: [A-Z][^\W\d_]{2,20}){0,2})")
FIRST_BLOCKS = 3
LINE_CHARACTERS = 200
DATELINE = re.compile(r"[^\W\d_a-z][^a-z\n]{1,40}(?:, [^\n]{1,30})?(?: ?\([^()\n]{1,30}\))? ?(?:--?|[–—’\"“]) ")
AGENCY = re.compile(r"\(([^()]{2,30})\)")


@per_tables
def _outlets(tables: Tables) -> dict[str, Row]:
    return {row["name"]: row for row in tables["outlets"].rows}


def home_of(article: Article | None) -> str | None:
    """The country of the outlet or agency, whose copy names that country's ministers without it.

    Global agencies have none. An outlet with the name of a state in its own belongs to that state.

    Example:
        >>> from diplonews import Article
        >>> home_of(Article(text="", format="x", outlet="The Korea Herald"))
        'KOR'
    """
    if article is None:
        return None
    outlets = _outlets()
    for printed in (article.outlet, article.provider):
        known = outlets.get(printed) if printed else None
        if known is not None and printed not in AGENCIES:
            return str(known["code"])
        agency = find_agency(printed) if printed else None
        if agency is not None and agency.country and agency.name not in AGENCIES:
            return agency.country
    named = find_states(article.outlet.replace("English", "")) if article.outlet else ()  # the language of an edition
    return named[0][1].code if named else None


def reports_from_abroad(article: Article) -> bool:
    """Whether the outlet reports worldwide, so that `the trade minister` is from the filing country."""
    known = _outlets().get(article.outlet or "")
    return known is not None and known["reach"] == "world"


def _datelines(parsed: Parsed) -> list[str]:
    """The apparent datelines at the start of the first paragraphs of running text."""
    if parsed.article is not None:
        return []
    found = []
    for block in parsed.blocks[:FIRST_BLOCKS]:
        line = parsed.text.rfind("\n", max(0, block.span.start - LINE_CHARACTERS), block.span.start) + 1
        found.append(DATELINE.match(parsed.text, line, block.span.end))
    return [match.group() for match in found if match is not None]


def _agency_home(parsed: Parsed) -> str | None:
    """The country of the national agency named in a dateline of running text: `SEOUL (Yonhap) --`."""
    for dateline in _datelines(parsed):
        named = AGENCY.search(dateline)
        agency = find_agency(named.group(1)) if named is not None else None
        if agency is not None and agency.name not in AGENCIES:
            return agency.country
    return None


def _byline_place(article: Article) -> str | None:
    """The country of the place in a byline: `Emma Lind in Canberra`."""
    for byline in article.bylines:
        placed = IN_PLACE.search(byline.text)
        country = _country_of_place(placed.group(1)) if placed is not None else None
        if country is not None:
            return country
    return None


def filed_in(parsed: Parsed) -> str | None:
    """The country where an article was filed, by its dateline or byline; None without one."""
    if parsed.article is not None:
        dateline = parsed.article.dateline
        if dateline is not None and dateline.places:
            return dateline.places[0].country or _country_of_place(dateline.places[0].name)
        return _byline_place(parsed.article)
    for printed in _datelines(parsed):
        places = printed.split("(")[0].split(",")[:2]  # `AFGOYE, Somalia`
        found = [country for country in (_country_of_place(place.strip().title()) for place in places) if country]
        if found:
            return found[0]
    return None


def _country_of_place(place: str) -> str | None:
    named = find_names(place)
    return named[0][1].code or None if named else None


def outlet_country(parsed: Parsed) -> str | None:
    """The country, by outlet or agency, whose offices an article names without their state; or None."""
    article = parsed.article
    home = home_of(article) or _agency_home(parsed)
    return filed_in(parsed) or home if article is not None and reports_from_abroad(article) else home
