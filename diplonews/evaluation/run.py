"""`evaluate`: read gold, find, count."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from diplonews.analysis import Stages, analyze
from diplonews.errors import ParseError
from diplonews.evaluation.align import LOST, locate
from diplonews.evaluation.anatomy import score_fields, score_regions
from diplonews.evaluation.attribution import score_quotes, score_speakers
from diplonews.evaluation.files import read_gold
from diplonews.evaluation.gold import LAYERS, GoldArticle, Layer
from diplonews.evaluation.happenings import score_events
from diplonews.evaluation.result import Evaluation, table_of
from diplonews.evaluation.subject import Subject, compare_with
from diplonews.evaluation.tally import Tally
from diplonews.evaluation.times import score_dates
from diplonews.model import Analysis, Article
from diplonews.temporal import extract_dates
from diplonews.wire.parsing import parse_article, parse_articles

if TYPE_CHECKING:
    from spacy.language import Language

    from diplonews.lexicons.tables import Tables

__all__ = ["evaluate"]

SCORERS: dict[Layer, Callable[[Subject, Tally], None]] = {
    "regions": score_regions,
    "fields": score_fields,
    "dates": score_dates,
    "quotes": score_quotes,
    "speakers": score_speakers,
    "events": score_events,
}
OF_THE_PARSER = frozenset({"regions", "fields"})
WITHOUT_MODEL = OF_THE_PARSER | {"dates"}


def evaluate(
    gold: str | Path | GoldArticle | Iterable[str | Path | GoldArticle],
    *,
    layers: Sequence[Layer] | None = None,
    nlp: Language | None = None,
    tables: Tables | None = None,
    stages: Stages | None = None,
) -> Evaluation:
    r"""Score the findings of diplonews against articles marked by hand.

    Args:
        gold: a file, a folder, several of them, or gold articles; see `read_gold` for the files read.
        layers: which of `regions`, `fields`, `dates`, `quotes`, `speakers` and `events` to score; by
            default all that are marked. An article counts for the layers marked in it.
        nlp, tables, stages: as for `analyze`.

    Returns:
        A table with a row for each measure, and every error with its place and its rule. Copy that the
        parser rejects counts as copy without findings.

    Raises:
        ParseError: naming file and line, if a gold file is bad.
        ValueError: for an unknown layer, if there is no gold article, or if two have the same id.
        ModelNotFoundError: if a layer needs a model and none is installed.

    Example:
        >>> from diplonews.evaluation.markup import read_markup
        >>> gold = read_markup(
        ...     "id: a\nanchor: 2024-03-06\n===\nThey met {=2024-03-05|on Tuesday} and in {=2019|2019}.\n===\n"
        ... )
        >>> table = evaluate(gold, layers=["dates"])
        >>> table["dates", "strict F1"].value, table["dates", "value F1"].value
        (0.5, 1.0)
        >>> table.errors[0].kind, table.errors[0].words, table.errors[0].predicted
        ('wrong', 'They met [on Tuesday] and in 2019.', "'Tuesday' 2024-03-05")
    """
    wanted = _checked(layers)
    articles = _read(gold)
    tallies = []
    for article in articles:
        own = [layer for layer in wanted if layer in article.layers]
        tally = Tally(article.id)
        try:
            found = _find(article, own, nlp=nlp, tables=tables, stages=stages)
        except ParseError as error:
            found = Analysis(article=Article(text="", format=""))
            tally.note("regions", "missed", "", predicted=str(error), expected="an article")
        subject = compare_with(article, found)
        for layer in own:
            SCORERS[layer](subject, tally)
        tallies.append(tally)
    return table_of(tallies)


def _checked(layers: Sequence[Layer] | None) -> list[Layer]:
    if isinstance(layers, str):
        raise TypeError(f"layers must be a list of names (got the str {layers!r})")
    for layer in layers or ():
        if layer not in LAYERS:
            raise ValueError(f"unknown layer {layer!r}; the layers are {', '.join(LAYERS)}")
    return [layer for layer in LAYERS if layers is None or layer in layers]


def _read(gold: str | Path | GoldArticle | Iterable[str | Path | GoldArticle]) -> list[GoldArticle]:
    sources = [gold] if isinstance(gold, str | Path | GoldArticle) else list(gold)
    files = [source for source in sources if not isinstance(source, GoldArticle)]
    articles = [source for source in sources if isinstance(source, GoldArticle)]
    if files:
        articles += read_gold(files)
    if not articles:
        raise ValueError("there is no gold article to score")
    seen: set[str] = set()
    for article in articles:
        if article.id in seen:
            raise ValueError(f"two gold articles have the id {article.id!r}")
        seen.add(article.id)
    return articles


def _find(
    gold: GoldArticle,
    layers: Sequence[Layer],
    *,
    nlp: Language | None,
    tables: Tables | None,
    stages: Stages | None,
) -> Analysis:
    """The package's findings, limited to what the layers need."""
    article = _parse(gold) if gold.copy else Article(text=gold.text, format="text")
    if OF_THE_PARSER.issuperset(layers):
        return Analysis(article=article)
    dated = article if article.anchor is not None else attrs.evolve(article, anchor=gold.anchor)
    source = dated if gold.copy else gold.text
    anchor = None if gold.copy else gold.anchor
    if WITHOUT_MODEL.issuperset(layers) and stages is None:
        found = Analysis(article=article, dates=extract_dates(source, anchor=anchor))
    else:
        found = analyze(source, anchor=anchor, nlp=nlp, tables=tables, stages=stages)
    return attrs.evolve(found, article=article)


def _parse(gold: GoldArticle) -> Article:
    """The parsed copy; if a file has several articles, the one with most of the gold text."""
    if gold.raw is None:
        return parse_article(gold.text)
    articles = parse_articles(gold.raw)
    if not articles:
        raise ParseError("no article in the file")
    return max(articles, key=lambda one: sum(at != LOST for at in locate(gold, one.text)))
