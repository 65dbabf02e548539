"""Helpers for other packages' test suites: the parser contract, and hypothesis strategies.

The strategies need hypothesis: `python -m pip install "diplonews[testing]"`.
"""

from __future__ import annotations

from datetime import date, datetime
from importlib import import_module
from typing import TYPE_CHECKING

from diplonews.errors import missing_extra
from diplonews.model import Article, RegionKind
from diplonews.wire.base import Copy
from diplonews.wire.registry import ParserRegistry
from diplonews.wire.textparser import Example, TextParser

if TYPE_CHECKING:
    from diplonews.testing.copy import RenderedDateline, articles, datelines
    from diplonews.testing.findings import analyses
    from diplonews.testing.temporal import anchors, full_dates, time_expressions

__all__ = [
    "RenderedDateline",
    "analyses",
    "anchors",
    "articles",
    "check_article",
    "check_example",
    "check_parser",
    "datelines",
    "full_dates",
    "time_expressions",
]

_STRATEGIES = {
    **dict.fromkeys(("RenderedDateline", "articles", "datelines"), "diplonews.testing.copy"),
    "analyses": "diplonews.testing.findings",
    **dict.fromkeys(("anchors", "full_dates", "time_expressions"), "diplonews.testing.temporal"),
}
HOSTILE = (
    "",
    " ",
    "\n\n",
    "\0",
    "\ud800",
    "\u202eabc",
    "x" * 20_000,
    "- " * 5_000,
    '"' * 5_000,
    "( " * 5_000,
    "1" * 5_000,
)


def check_parser(parser: type[TextParser]) -> None:
    """Check a parser class against the contract; one call is a test in a third party's suite.

    The parser can be registered under its name; each of its examples gives the fields that it states, is
    recognised as the parser's own among the built-in parsers, and is returned as a partition; any text
    gives one article and never raises.

    Raises:
        AssertionError: naming the example and the field.
        RegistrationError: if it can't be registered.

    Example:
        >>> from diplonews.wire.generic import Generic
        >>> check_parser(Generic)
    """
    from diplonews.wire.registry import default_registry

    registry = ParserRegistry(type(other) for other in default_registry() if other.name != parser.name)
    registry.register(parser)
    for number, example in enumerate(parser.examples, 1):
        label = f"{parser.name}, example {number}"
        chosen = registry.best(Copy(example.raw))
        assert chosen.name == parser.name, f"{label}: recognised as {chosen.name!r}"
        article = parser().parse(Copy(example.raw))[0]
        check_article(article)
        check_example(article, example, label)
    for text in HOSTILE:
        check_article(parser().parse(Copy(text))[0])


def check_article(article: Article) -> None:
    """Check an article against the invariants of its type.

    Its regions are a partition of its text in order, white space excepted none is empty or
    blank, and every span slices.

    Raises:
        AssertionError: naming the first fault.
    """
    text = article.text
    at = 0
    for region in article.regions:
        assert region.span.start == at, f"{region!r} does not start at {at}"
        assert region.span.end > at, f"{region!r} is empty"
        if region.kind is not RegionKind.WHITESPACE:
            assert region.span.of(text).strip(), f"{region!r} is blank"
        else:
            assert not any(map(str.isalnum, region.span.of(text))), f"{region!r} holds words"
        assert (region.duplicate_of is not None) == (region.kind is RegionKind.DUPLICATE), f"{region!r}"
        at = region.span.end
    assert at == len(text), f"the regions end at {at} of {len(text)}"
    for span in article.paragraphs:
        assert 0 <= span.start < span.end <= len(text), f"{span!r} is outside the text"
    stamp = article.published
    if stamp is not None and stamp.instant is not None:
        assert stamp.instant.tzinfo is not None, "published.instant is naive"
        assert stamp.timezone_source is not None, "a zone without its source"


def check_example(article: Article, example: Example, label: str) -> None:
    """Compare an article with each field that the example gives.

    Raises:
        AssertionError: naming `label`, the field, the wanted and the actual value.
    """
    body = [span.of(article.text) for span in article.paragraphs]
    place = article.dateline.places[0] if article.dateline is not None and article.dateline.places else None
    got: dict[str, object] = {
        "headline": article.headline,
        "deck": article.deck,
        "provider": article.provider,
        "outlet": article.outlet,
        "place": place.name if place is not None else None,
        "timezone": place.timezone if place is not None else None,
        "names": tuple(name for byline in article.bylines for name in byline.names),
        "slug": _first(article, RegionKind.SLUG),
        "caption": _first(article, RegionKind.CAPTION),
        "credit": _first(article, RegionKind.CREDIT),
    }
    for field, value in got.items():
        wanted = getattr(example, field)
        assert wanted is None or wanted == value, f"{label}: {field} is {value!r}, wanted {wanted!r}"
    if example.published is not None:
        assert _same_moment(article, example.published), (
            f"{label}: published is {article.published!r}, wanted {example.published!r}"
        )
    if example.body_start is not None:
        assert body, f"{label}: no body"
        assert body[0].startswith(example.body_start), f"{label}: the body starts {body[0][:60]!r}"
    if example.body_end is not None:
        assert body, f"{label}: no body"
        assert body[-1].endswith(example.body_end), f"{label}: the body ends {body[-1][-60:]!r}"


def _first(article: Article, kind: RegionKind) -> str | None:
    regions = article.regions_of(kind)
    return regions[0].span.of(article.text) if regions else None


def _same_moment(article: Article, wanted: str) -> bool:
    """Whether the article was published at `wanted`: a day, a clock reading or an instant."""
    stamp = article.published
    if stamp is None:
        return False
    if len(wanted) == len("2021-05-05"):
        return stamp.local == date.fromisoformat(wanted)
    moment = datetime.fromisoformat(wanted)
    return stamp.local == moment if moment.tzinfo is None else stamp.instant == moment


def __getattr__(name: str) -> object:
    """Load a strategy on first use; they need hypothesis."""
    module = _STRATEGIES.get(name)
    if module is None:
        raise AttributeError(f"module 'diplonews.testing' has no attribute {name!r}")
    try:
        value = getattr(import_module(module), name)
    except ModuleNotFoundError as error:
        if error.name != "hypothesis":
            raise
        raise missing_extra("drawing test cases with diplonews.testing", "hypothesis", "testing") from error
    globals()[name] = value
    return value
