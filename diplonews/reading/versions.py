"""Updates and kills: of every story in a stream the newest version, and none of a story that is killed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

from diplonews.lexicons.iptc import load_terms
from diplonews.model import Article, RegionKind, Timestamp
from diplonews.moments import day_of
from diplonews.reading.rows import PLACE

__all__ = ["newest_versions"]

KILLED = ("canceled", "withheld")
KILL = "KILL"
NUMBERED = ("anpa1312", "iptc7901")  # what these carry is the number of a message; a story is known by its slugline
REVISION = re.compile(r"(urn:newsml:[^:]+:\d{8}[^:]*:.+):\d+[A-Z]?")  # NewsML 1 ends its identifiers in one
SAME_CYCLE = timedelta(days=1)


def newest_versions(articles: Iterable[Article]) -> tuple[Article, ...]:
    """The articles, without those replaced by a later version and without killed stories.

    Two articles are versions of one story if they have the same `identifier` (in NewsML 1, up to the
    revision). The newest has the highest `version`; if versions are not numbers, or are
    equal, it is the one updated or published last, else the last in the stream. A
    story is left out as a whole if its newest version has the `status` `canceled` or `withheld`.

    In ANPA 1312 and IPTC 7901 the identifier is the number of a message. There a message
    marked as a lead, an update or a kill replaces those of the same agency and slugline from up to a
    day before.

    Articles without an identifier are all kept.

    Args:
        articles: in the order of the archive; consumed, and only those kept are held.

    Returns:
        The remaining articles, in that order.

    Raises:
        TypeError: if anything else is among them, such as the `ReadError` of a file.

    Example:
        >>> first = Article(text="Talks.", format="ninjs", identifier="urn:7", version="1")
        >>> second = Article(text="Talks end.", format="ninjs", identifier="urn:7", version="2")
        >>> newest_versions([second, first]) == (second,)
        True
    """
    kept: dict[object, tuple[int, Article]] = {}
    for number, article in enumerate(articles):
        if not isinstance(article, Article):
            raise TypeError(
                f"newest_versions takes articles (got {type(article).__name__}: {article!s:.60}); "
                'iter_articles reads them from files, and with on_error="skip" leaves out what can\'t be read'
            )
        story = _story(article, number)
        older = kept.get(story)
        if older is not None and _is_newer(older[1], article):
            continue
        if older is not None and article.format in NUMBERED and not _replaces(article, older[1]):
            kept[number] = older
        kept[story] = number, article
    left = sorted((pair for pair in kept.values() if not _is_killed(pair[1])), key=lambda pair: pair[0])
    return tuple(article for _, article in left)


def _story(article: Article, number: int) -> object:
    """The key shared by the versions of a story; for an article that can't be matched, its number."""
    if article.format in NUMBERED and article.slugline is not None:
        return article.provider, article.slugline.partition(",")[0].casefold()
    own = any(item.field == "identifier" and item.rule == PLACE for item in article.evidence)
    if article.identifier is None or own:
        return number
    revised = REVISION.fullmatch(article.identifier)
    return article.identifier if revised is None else revised[1]


def _is_newer(one: Article, other: Article) -> bool:
    """Whether the one that came first in the stream is nevertheless the newer version."""
    if one.format in NUMBERED:
        return False
    versions = [_number(article.version) for article in (one, other)]
    if None not in versions and versions[0] != versions[1]:
        return versions[0] > versions[1]  # type: ignore[operator]
    moments = [_last(article) for article in (one, other)]
    return None not in moments and moments[0] > moments[1]  # type: ignore[operator]


def _number(version: str | None) -> int | None:
    digits = (version or "").strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 20 else None


def _last(article: Article) -> float | None:
    """When it was updated, else published, in seconds."""
    stamp: Timestamp | None = article.updated or article.published
    return stamp.instant.timestamp() if stamp is not None and stamp.instant is not None else None


def _is_killed(article: Article) -> bool:
    return article.status in KILLED or (article.format in NUMBERED and KILL in _takes(article))


def _replaces(article: Article, older: Article) -> bool:
    """Whether a message is a later take of the one before it, rather than the next story of that slugline."""
    days: list[date | None] = [_day(article), _day(older)]
    near = None in days or abs(days[0] - days[1]) <= SAME_CYCLE  # type: ignore[operator]
    return near and any(_update().fullmatch(take) is not None for take in _takes(article))


def _day(article: Article) -> date | None:
    return article.anchor if article.published is None else day_of(article.published.local)


def _takes(article: Article) -> list[str]:
    """The parts of the head that may name the take: the slugs, and their parts after a comma."""
    slugs = (region.span.of(article.text) for region in article.regions_of(RegionKind.SLUG))
    return [part.strip(" ()^=<").upper() for slug in slugs for part in (slug, *slug.split(",")[1:])]


@cache
def _update() -> re.Pattern[str]:
    takes = load_terms()["takes"]
    return re.compile(rf"(?:{takes['pattern']}|UPDATE|CORRECTION|CORRECTED|REFILE|{KILL})(?:-WRITETHRU)?")
