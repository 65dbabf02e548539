from diplonews.actors import extract_actors as extract_actors
from diplonews.analysis import Stages as Stages, analyze as analyze
from diplonews.corpus import analyze_many as analyze_many
from diplonews.errors import (
    DiplonewsError as DiplonewsError,
    DiplonewsWarning as DiplonewsWarning,
    LexiconError as LexiconError,
    ModelNotFoundError as ModelNotFoundError,
    ParseError as ParseError,
    ParseWarning as ParseWarning,
    PluginWarning as PluginWarning,
    ReadError as ReadError,
    RegistrationError as RegistrationError,
    UnknownFormatError as UnknownFormatError,
    WorkerError as WorkerError,
)
from diplonews.evaluation import (
    Evaluation as Evaluation,
    GoldArticle as GoldArticle,
    evaluate as evaluate,
    read_gold as read_gold,
)
from diplonews.events import explain as explain, extract_events as extract_events
from diplonews.exports.run import export as export
from diplonews.lexicons.tables import Tables as Tables, default_tables as default_tables
from diplonews.model import (
    Actor as Actor,
    ActorMention as ActorMention,
    Analysis as Analysis,
    Article as Article,
    Byline as Byline,
    Dateline as Dateline,
    Event as Event,
    EventMention as EventMention,
    EventStatus as EventStatus,
    EventType as EventType,
    Evidence as Evidence,
    Interval as Interval,
    Place as Place,
    Quote as Quote,
    QuoteKind as QuoteKind,
    QuotePolarity as QuotePolarity,
    Region as Region,
    RegionKind as RegionKind,
    Span as Span,
    Speaker as Speaker,
    SpeakerType as SpeakerType,
    TimeExpression as TimeExpression,
    TimelineEntry as TimelineEntry,
    Timestamp as Timestamp,
    TimexType as TimexType,
)
from diplonews.quotes import (
    QuoteModel as QuoteModel,
    extract_quotes as extract_quotes,
    load_quote_model as load_quote_model,
    train_quotes as train_quotes,
)
from diplonews.reading import iter_articles as iter_articles, newest_versions as newest_versions, read as read
from diplonews.reports import report as report
from diplonews.serialize import (
    from_dict as from_dict,
    from_json as from_json,
    json_schema as json_schema,
    to_dict as to_dict,
    to_json as to_json,
)
from diplonews.story import (
    DyadSeries as DyadSeries,
    dyad_series as dyad_series,
    reprints as reprints,
    timeline as timeline,
)
from diplonews.tabular import AnalysisTables as AnalysisTables, to_tables as to_tables
from diplonews.temporal import extract_dates as extract_dates, resolve_date as resolve_date
from diplonews.wire.base import Articles as Articles, Copy as Copy, Parser as Parser
from diplonews.wire.parsing import parse_article as parse_article, parse_articles as parse_articles
from diplonews.wire.registry import (
    ParserInfo as ParserInfo,
    load_parser as load_parser,
    parsers as parsers,
    register_parser as register_parser,
)
from diplonews.wire.textparser import Example as Example, Mark as Mark, TextParser as TextParser

__version__: str
