"""diplonews: wire news in, typed and traceable facts out.

The public names are loaded on first use; importing the package loads nothing else.
"""

_EXPORTS = {
    "diplonews.errors": (
        "DiplonewsError",
        "DiplonewsWarning",
        "LexiconError",
        "ModelNotFoundError",
        "ParseError",
        "ParseWarning",
        "PluginWarning",
        "ReadError",
        "RegistrationError",
        "UnknownFormatError",
        "WorkerError",
    ),
    "diplonews.model": (
        "Actor",
        "ActorMention",
        "Analysis",
        "Article",
        "Byline",
        "Dateline",
        "Event",
        "EventMention",
        "EventStatus",
        "EventType",
        "Evidence",
        "Interval",
        "Place",
        "Quote",
        "QuoteKind",
        "QuotePolarity",
        "Region",
        "RegionKind",
        "Span",
        "Speaker",
        "SpeakerType",
        "TimeExpression",
        "TimelineEntry",
        "Timestamp",
        "TimexType",
    ),
    "diplonews.actors": ("extract_actors",),
    "diplonews.analysis": ("Stages", "analyze"),
    "diplonews.corpus": ("analyze_many",),
    "diplonews.evaluation": ("Evaluation", "GoldArticle", "evaluate", "read_gold"),
    "diplonews.exports.run": ("export",),
    "diplonews.events": ("explain", "extract_events"),
    "diplonews.lexicons.tables": ("Tables", "default_tables"),
    "diplonews.quotes": ("QuoteModel", "extract_quotes", "load_quote_model", "train_quotes"),
    "diplonews.reading": ("iter_articles", "newest_versions", "read"),
    "diplonews.reports": ("report",),
    "diplonews.story": ("DyadSeries", "dyad_series", "reprints", "timeline"),
    "diplonews.tabular": ("AnalysisTables", "to_tables"),
    "diplonews.temporal": ("extract_dates", "resolve_date"),
    "diplonews.wire.base": ("Articles", "Copy", "Parser"),
    "diplonews.wire.parsing": ("parse_article", "parse_articles"),
    "diplonews.wire.registry": ("ParserInfo", "load_parser", "parsers", "register_parser"),
    "diplonews.wire.textparser": ("Example", "Mark", "TextParser"),
    "diplonews.serialize": ("from_dict", "from_json", "json_schema", "to_dict", "to_json"),
}
_HOME = {name: module for module, names in _EXPORTS.items() for name in names}

__all__ = [  # noqa: PLE0604 -- the names are in _EXPORTS, the types in __init__.pyi
    "__version__",
    *sorted(_HOME),
]


def __getattr__(name: str) -> object:
    """Load a public name from its module on first use."""
    if name == "__version__":
        from importlib.metadata import version

        return version("diplonews")
    try:
        home = _HOME[name]
    except KeyError:
        raise AttributeError(f"module 'diplonews' has no attribute {name!r}") from None
    import sys

    __import__(home)
    value = getattr(sys.modules[home], name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
