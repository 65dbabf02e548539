"""A program as a user would write it; `mypy --strict` must accept it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from pyspark.sql import DataFrame, SparkSession

import diplonews as dn
from diplonews import plots
from diplonews.spark import SCHEMA, analyze_batches

article: dn.Article = dn.parse_article(
    "Envoys to meet\n\nOSLO, May 4 (Reuters) - Envoys will meet.",
    published=date(2024, 5, 4),
    headline="Envoys to meet",
    provider="Reuters",
    outlet=None,
    identifier="17",
    url="https://example.org/17",
)
articles: dn.Articles = dn.parse_articles(b"<nitf/>", format="nitf", published="2024-05-04T10:00Z", provider="AP")
address: str | None = article.url
failed: tuple[dn.ParseError, ...] = articles.failures
headline: str | None = article.headline
anchor: date | None = article.anchor
if article.published is not None:
    instant: datetime | None = article.published.instant
for region in article.regions:
    words: str = region.span.of(article.text)
    kind: dn.RegionKind = region.kind
if article.dateline is not None:
    zones: list[str | None] = [place.timezone for place in article.dateline.places]
again: dn.Article = dn.from_dict(dn.Article, dn.to_dict(article))
copied: dn.Article = dn.from_json(dn.Article, dn.to_json(article))
schema: dict[str, object] = dn.json_schema(dn.Article)
whole: str = dn.to_json(dn.analyze("Oslo rebuked Riga."), evidence=True, indent=1)
names: list[str] = [parser.name for parser in dn.parsers()]

one: dn.Article = dn.read("examples/articles/01-levy.reuters.txt", published="2024-05-04")
for row in dn.iter_articles("export.csv", text="body", published="when", on_error="skip"):
    known_as: str | None = row.identifier
for entry in dn.iter_articles([{"text": "Talks."}], on_error="yield"):
    unread: str | None = entry.place if isinstance(entry, dn.ReadError) else entry.status
many: list[dn.Analysis] = list(dn.analyze_many(dn.iter_articles("a.zip", on_error="yield"), progress=True))
newest: tuple[dn.Article, ...] = dn.newest_versions(dn.iter_articles("archive/**/*.xml"))
reasons: list[str | None] = [found.unread for found in many]

dates: tuple[dn.TimeExpression, ...] = dn.extract_dates(article)
when: dn.TimeExpression = dn.resolve_date("last Tuesday", anchor=date(2021, 2, 10))
for day in (date(2021, 2, 10), datetime(2021, 2, 10, 9), datetime(2021, 2, 10, 9, tzinfo=UTC), "2021-02-10", None):
    when = dn.resolve_date("last Tuesday", anchor=day)
analysis: dn.Analysis = dn.analyze(article, anchor="2024-05-05", stages=dn.Stages(quotes=lambda work: ()))
mine: dn.Tables = dn.default_tables().without("triggers", ["accuse.v.condemn"])
analysis = dn.analyze(article, tables=mine)
number: str = analysis.id
for event in analysis.events:
    is_one: bool = event.type == "ACCUSE"
    kind_of: str = event.type
    told: tuple[str, str, str] = (event.id, event.text, dn.explain(event))
    named: tuple[str, ...] = event.trigger_words()
why_not: str = dn.explain("Oslo rebuked Riga.", rule="accuse.v.accuse", anchor=date(2024, 5, 8))
for quote in analysis.quotes:
    refused: bool = quote.polarity is dn.QuotePolarity.REFUSED
    said: tuple[str, str] = (quote.id, quote.text)
interval: dn.Interval | None = when.interval
shown: Path = dn.report(many, "report.html", title="Halibut", embargoed=True, overwrite=True)
written: Path = dn.export([analysis], "events.tab", format="icews", statuses=("ACTUAL", "CLAIMED"), overwrite=True)
tables: dn.AnalysisTables = dn.to_tables(dn.analyze_many(["Oslo rebuked Riga."]), embargoed=True)
sizes: list[int] = [len(tables.articles), len(tables.dates), len(tables.quotes), len(tables.speakers)]
parties: list[object] = [row["actor_code"] for row in tables.events]
height: int = tables.mentions.to_polars().height
folder: Path = tables.write("findings", format="parquet", overwrite=True)
entries: tuple[dn.TimelineEntry, ...] = dn.timeline(many, embargoed=True)
for item in entries:
    best: dn.Event = item.event
    days: dn.Interval | None = item.interval
    reported: tuple[date | None, date | None] = (item.first_reported, item.last_reported)
    sources: tuple[str, ...] = item.sources
    answers: tuple[dn.Quote, ...] = item.quotes
    lines: list[tuple[str, str | None, dn.Event]] = [(m.article, m.headline, m.event) for m in item.mentions]
series: dn.DyadSeries = dn.dyad_series(many, "NOR", "LVA", by="week", dates="published", since="2021-01-01")
counted: list[object] = [row["events"] for row in series]
unplaced: int = series.undated

figure = Figure(layout="constrained")
axes: Axes = plots.timeline(entries, ax=figure.subplots())
charts: list[Axes] = [plots.dyad_series(series), plots.speakers(many, most=10), plots.speakers(tables.quotes)]
charts += [plots.network(many), plots.network(entries, most=10)]

copies: tuple[tuple[str, ...], ...] = dn.reprints(analysis.article for analysis in many)

gold: list[dn.GoldArticle] = dn.read_gold(["articles.conll"])
table: dn.Evaluation = dn.evaluate(gold, layers=["events", "dates"])
fair: float = table["events", "fair F1"].value
bounds: list[tuple[float, float]] = [(row.low, row.high) for row in table]
mistakes: list[str] = [error.words for error in table.errors if error.kind == "missed"]


@dn.register_parser
class Bulletin(dn.TextParser):
    """A parser of one's own."""

    name = "mfa-bulletin"
    timezone = "Europe/Tallinn"
    marks = (dn.Mark(r"^Ministry Bulletin", 0.9, "Ministry Bulletin"),)
    examples = (dn.Example(raw="Ministry Bulletin\nEnvoy to visit\nThe envoy will visit.", headline="Envoy to visit"),)


declared: type[dn.TextParser] = dn.load_parser(Path("my-ministry.toml"))
try:
    dn.parse_article(b"\0")
except dn.ParseError as error:
    place: tuple[str | None, int | None, str] = (error.format, error.line, error.excerpt)
news: DataFrame = SparkSession.builder.getOrCreate().read.parquet("articles.parquet")
findings: DataFrame = analyze_batches(news, text="body", published="date", id="id", tables=mine, embargoed=True)
ddl: str = SCHEMA
pieces: Iterator[pa.RecordBatch] = analyze_batches(iter([pa.record_batch({"body": ["It rained."]})]))
