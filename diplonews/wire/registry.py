"""The known parsers: built in, registered by the user, found in installed packages."""

from __future__ import annotations

import warnings
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from os import PathLike
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from diplonews.errors import ParseError, PluginWarning, RegistrationError, UnknownFormatError
from diplonews.model import Article
from diplonews.patterns import lazy_re
from diplonews.wire.base import Articles, Copy, Parser
from diplonews.wire.declarations import Fault, class_faults, declaration_faults
from diplonews.wire.declared import read_parser, text_parsers
from diplonews.wire.plugins import parser_plugins
from diplonews.wire.textparser import MarkIndex, TextParser

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = ["ParserInfo", "ParserRegistry", "default_registry", "load_parser", "parsers", "register_parser"]

BUILT_IN = "built in"
CERTAIN = 1.0
NO_SCORE = -1.0
NAME = lazy_re(r"[a-z0-9]+(?:-[a-z0-9]+)*")
P = TypeVar("P", bound=type)


@attrs.frozen(kw_only=True)
class ParserInfo:
    """A registered parser.

    Attributes:
        name: the value for `format=`.
        kind: `text` or `machine`.
        provider: the agency whose copy it reads, or None for any.
        outlet: the publisher whose pages it reads, or None for any.
        timezone: zone of the clock readings that its copy prints without one, or None.
        origin: `built in`, the package it comes from, the file that declares it, or the module that registered it.
    """

    name: str
    kind: str
    provider: str | None
    outlet: str | None
    timezone: str | None
    origin: str

    def __repr__(self) -> str:
        return f"<Parser {self.name} {self.timezone or '-'} ({self.origin})>"


class ParserRegistry:
    """Parsers by name.

    Args:
        parsers: classes to begin with.
    """

    def __init__(self, parsers: Iterable[type] = ()) -> None:
        self._parsers: dict[str, Parser] = {}
        self._origins: dict[str, str] = {}
        self._index: tuple[list[str], MarkIndex] | None = None
        for parser in parsers:
            self.register(parser, origin=BUILT_IN)

    def register(self, parser: type, *, origin: str | None = None, file: str | None = None) -> None:
        """Add a parser class; adding a class again changes nothing.

        Args:
            parser: the class.
            origin: where it comes from; default: its file or module.
            file: the file that declares it, or None; it replaces the parser declared by this file before.

        Raises:
            RegistrationError: with all faults: no name, a name that is taken, no `opening`,
                `score` or `parse`; for a `TextParser` also no example, or a declaration that can't be used.
            TypeError: if it is not a class.
        """
        if not isinstance(parser, type):
            raise TypeError(f"a parser is registered as a class (got {parser!r:.60})")
        name: Any = getattr(parser, "name", None)
        if name in self and type(self._parsers[name]) is parser:
            return
        faults = [*self._name_faults(name, file), *class_faults(parser)]
        if origin != BUILT_IN and issubclass(parser, TextParser):
            faults += declaration_faults(parser)
        if faults:
            label = f"parser {name!r}" if isinstance(name, str) else repr(parser)
            raise RegistrationError(f"{label}: {'; '.join(map(str, faults))}", file=file, key=faults[0].key)
        self._parsers[name] = parser()
        self._origins[name] = origin or file or parser.__module__
        self._index = None

    def _name_faults(self, name: object, file: str | None) -> Iterator[Fault]:
        if not isinstance(name, str) or NAME.fullmatch(name) is None:
            yield Fault("name", f"must be lower-case letters, digits and hyphens (got {name!r:.60})")
        elif name in self._parsers and (file is None or self._origins[name] != file):
            yield Fault("name", f"is taken by another parser ({self._origins[name]})")

    def load(self, points: Iterable[EntryPoint]) -> None:
        """Add the parsers of entry points; one that fails warns with its name and is left out."""
        for point in points:
            try:
                self.register(point.load(), origin=point.dist.name if point.dist is not None else point.value)
            except KeyboardInterrupt:
                raise
            except BaseException as error:  # noqa: BLE001 -- a plug-in, even with sys.exit(), must not affect others
                message = f"parser plug-in {point.name!r} ({point.value}) was left out: {type(error).__name__}: {error}"
                warnings.warn(message, PluginWarning, stacklevel=2)

    def get(self, name: str) -> Parser:
        """The parser of that name.

        Raises:
            UnknownFormatError: naming the known ones.
        """
        try:
            return self._parsers[name]
        except KeyError:
            known = ", ".join(sorted(self._parsers))
            raise UnknownFormatError(f"no parser registered for format {name!r}; known formats: {known}") from None

    def best(self, copy: Copy, *, without: Collection[str] = ()) -> Parser:
        """The parser with the highest score, except those in `without`; of equals, the one registered first.

        A certain parser (1.0) ends the search: those after it are not asked.
        """
        first = copy.head[:1]
        declared: dict[str, float] | None = None
        best, top = None, NO_SCORE
        for name, parser in self._parsers.items():
            if name in without or (parser.opening is not None and (not first or first not in parser.opening)):
                continue
            if declared is None and isinstance(parser, TextParser):
                declared = self._declared_scores(copy)
            score = declared[name] if declared is not None and name in declared else self._score(parser, copy)
            if score > top:
                best, top = parser, score
            if top >= CERTAIN:
                break
        if best is None:
            raise ParseError("no registered parser takes this input", excerpt=copy.head)
        return best

    def _declared_scores(self, copy: Copy) -> dict[str, float]:
        """The scores of the purely declarative parsers, in one pass over the copy."""
        if self._index is None:
            text = {name: type(parser) for name, parser in self._parsers.items() if isinstance(parser, TextParser)}
            plain: object = TextParser.score
            declared = {name: parser for name, parser in text.items() if parser.score is plain}
            self._index = list(declared), MarkIndex(declared.values())
        names, index = self._index
        return dict.fromkeys(names, 0.0) | {names[number]: score for number, score in index.scores(copy).items()}

    @staticmethod
    def _score(parser: Parser, copy: Copy) -> float:
        try:
            given: object = parser.score(copy)
            score = float(given) if isinstance(given, int | float) else NO_SCORE
            if not 0 <= score <= 1:
                raise ValueError(f"a score is a number from 0 to 1 (got {given!r:.60})")
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001 -- a broken parser must not affect the others
            message = f"parser {parser.name!r} failed to score a text: {type(error).__name__}: {error}"
            warnings.warn(message, PluginWarning, stacklevel=4)
            return NO_SCORE
        return score

    def read(self, parser: Parser, copy: Copy, *, alone: bool = False) -> Articles:
        """The articles of a copy as read by a parser; if a plug-in fails, by the next best one.

        Args:
            parser: one of those registered.
            copy: what to read.
            alone: whether no other parser may replace it.

        Raises:
            ParseError: if the copy can't be read as this format.
            Exception: any error of a built-in parser or one used `alone`; a `TypeError` if it
                does not return `Articles`.
        """
        failed: set[str] = set()
        while True:
            try:
                return _articles(parser, copy)
            except (ParseError, KeyboardInterrupt):
                raise
            except BaseException as error:
                if alone or self._origins[parser.name] == BUILT_IN:
                    raise
                message = f"parser {parser.name!r} failed to read a text: {type(error).__name__}: {error}"
                warnings.warn(message, PluginWarning, stacklevel=4)
            failed.add(parser.name)
            parser = self.best(copy, without=failed)

    def info(self) -> tuple[ParserInfo, ...]:
        """The registered parsers, in the order of their names."""
        return tuple(
            ParserInfo(
                name=name,
                kind="text" if isinstance(parser, TextParser) else "machine",
                provider=_attribute(parser, "provider"),
                outlet=_attribute(parser, "outlet"),
                timezone=_attribute(parser, "timezone"),
                origin=self._origins[name],
            )
            for name, parser in sorted(self._parsers.items())
        )

    def __iter__(self) -> Iterator[Parser]:
        return iter(self._parsers.values())

    def __contains__(self, name: object) -> bool:
        return name in self._parsers


def _articles(parser: Parser, copy: Copy) -> Articles:
    found: object = parser.parse(copy)
    if not isinstance(found, Articles) or not all(isinstance(article, Article) for article in found):
        raise TypeError(f"parser {parser.name!r} must return Articles (got {found!r:.60})")
    return found


def _attribute(parser: Any, name: str) -> str | None:
    value = getattr(parser, name, None)
    return value if isinstance(value, str) else None


@cache
def default_registry() -> ParserRegistry:
    """The registry that `parse_article` uses: the built-in parsers, then those of plug-ins."""
    from diplonews.wire.formats import FORMATS

    registry = ParserRegistry((*FORMATS, *text_parsers()))
    registry.load(parser_plugins())
    return registry


def register_parser(parser: P) -> P:
    """Class decorator: add a parser to those that `parse_article` chooses from.

    Raises:
        RegistrationError: see `ParserRegistry.register`.
    """
    default_registry().register(parser)
    return parser


def load_parser(path: str | PathLike[str]) -> type[TextParser]:
    r"""Read a parser for a source of your own from a TOML file, and register it.

    The keys of the file are the attributes of `TextParser`, and `about`, a line that describes the copy it reads.
    `marks` and `examples` are lists of tables with the fields of `Mark` and `Example`. Calling it again rereads the
    file and replaces the parser loaded from it.

    Args:
        path: the TOML file, in UTF-8.

    Returns:
        The parser class. From now on `parse_article` chooses it if its marks fit, or if its name is given as `format`.
        `diplonews.testing.check_parser` runs its examples.

    Raises:
        RegistrationError: with the `file`, the `key` and the reason: the file is not TOML, a key is unknown or has a
            value that it can't have, a regular expression does not compile, or the name is taken.
        OSError: if the file can't be read.

    Example:
        >>> from pathlib import Path
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     path = Path(folder, "tides.toml")
        ...     _ = path.write_text("name = 'tides'\ntimezone = 'Mars/Olympus'\nexamples = [{raw = 'Envoys met'}]")
        ...     load_parser(path)
        Traceback (most recent call last):
            ...
        diplonews.errors.RegistrationError: ...tides.toml: parser 'tides': `timezone` must be an IANA name such as ...
    """
    from pathlib import Path

    parser = read_parser(Path(path))
    default_registry().register(parser, file=str(path))
    return parser


def parsers() -> tuple[ParserInfo, ...]:
    """The registered parsers, sorted by name: name, kind, provider, outlet, zone and origin of each.

    Example:
        >>> [info.timezone for info in parsers() if info.name == "korea-herald"]
        ['Asia/Seoul']
    """
    return default_registry().info()
