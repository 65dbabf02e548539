from diplonews.errors import (
    DiplonewsError as DiplonewsError,
    DiplonewsWarning as DiplonewsWarning,
    LexiconError as LexiconError,
    ModelNotFoundError as ModelNotFoundError,
    ParseError as ParseError,
    ParseWarning as ParseWarning,
    PluginWarning as PluginWarning,
    RegistrationError as RegistrationError,
    UnknownFormatError as UnknownFormatError,
)
from diplonews.model import (
    Actor as Actor,
    ActorMention as ActorMention,
    Analysis as Analysis,
    Article as Article,
    Byline as Byline,
    Dateline as Dateline,
    Event as Event,
    EventStatus as EventStatus,
    EventType as EventType,
    Evidence as Evidence,
    Interval as Interval,
    Place as Place,
    Quote as Quote,
    QuoteKind as QuoteKind,
    Region as Region,
    RegionKind as RegionKind,
    Span as Span,
    Speaker as Speaker,
    SpeakerType as SpeakerType,
    TimeExpression as TimeExpression,
    Timestamp as Timestamp,
    TimexType as TimexType,
)
from diplonews.serialize import (
    from_dict as from_dict,
    from_json as from_json,
    json_schema as json_schema,
    to_dict as to_dict,
    to_json as to_json,
)

__version__: str
