"""Errors and warnings; one tree of each.

::

    DiplonewsError
      ParseError             (ValueError)      bad copy: format, line, excerpt
        UnknownFormatError                     no parser of that name
      ReadError              (ValueError)      a file, member or row that can't be read: place
      RegistrationError      (ValueError)      a parser that can't be registered
      LexiconError           (ValueError)      a bad row in a table: file, row
      ModelNotFoundError     (ImportError)     a missing model or extra: the message gives the install command
      WorkerError            (RuntimeError)    a worker process that died or can't start

    DiplonewsWarning         (UserWarning)
      ParseWarning                             the copy was read, but not as the caller may think
      PluginWarning                            an installed plug-in could not be used

A bad argument is a plain `TypeError` or `ValueError`; text that is not understood is not an
error but a value with a reason.
"""

from __future__ import annotations

__all__ = [
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
    "missing_extra",
]

EXCERPT_CHARACTERS = 80


class DiplonewsError(Exception):
    """The base class of all errors of this library."""


class ParseError(DiplonewsError, ValueError):
    """The copy can't be read in its format.

    Args:
        message: the fault, without its place.
        format: name of the format that was being read, or None.
        line: line number in the input, counted from 1, or None.
        excerpt: the input around the fault; cut to 80 characters.
    """

    def __init__(self, message: str, *, format: str | None = None, line: int | None = None, excerpt: str = "") -> None:
        self.message = message
        self.format = format
        self.line = line
        self.excerpt = excerpt[:EXCERPT_CHARACTERS]
        super().__init__(message)

    def __str__(self) -> str:
        place = "".join(
            [
                f"{self.format}: " if self.format else "",
                f"line {self.line}: " if self.line is not None else "",
            ]
        )
        return f"{place}{self.message}" + (f" (near {self.excerpt!r})" if self.excerpt else "")

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.message, self.format, self.line, self.excerpt)


def _rebuild(cls: type[ParseError], message: str, format: str | None, line: int | None, excerpt: str) -> ParseError:
    """Unpickle a `ParseError` (its arguments are keyword-only)."""
    return cls(message, format=format, line=line, excerpt=excerpt)


class UnknownFormatError(ParseError):
    """No parser is registered under the name given as `format=`."""


class ReadError(DiplonewsError, ValueError):
    """A file, a member of an archive or a row of a table that can't be read as an article.

    Args:
        message: the fault.
        place: its position, in the form of an article's identifier: `2021/may.zip/17.xml`,
            `export.csv#12` (its twelfth row).
    """

    def __init__(self, message: str, *, place: str) -> None:
        self.message = message
        self.place = place
        super().__init__(message)

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"

    def __reduce__(self) -> tuple[object, ...]:
        return _reread, (self.message, self.place)


def _reread(message: str, place: str) -> ReadError:
    """Unpickle a `ReadError`."""
    return ReadError(message, place=place)


class RegistrationError(DiplonewsError, ValueError):
    """A parser that can't be registered: no name, no example, or a name that is taken.

    Args:
        message: the fault.
        file: the file that declares the parser, or None.
        key: the first wrong attribute or key of the file (`timezone`, `marks[2].pattern`), or None.
    """

    def __init__(self, message: str, *, file: str | None = None, key: str | None = None) -> None:
        self.message = message
        self.file = file
        self.key = key
        super().__init__(message)

    def __str__(self) -> str:
        return self.message if self.file is None else f"{self.file}: {self.message}"

    def __reduce__(self) -> tuple[object, ...]:
        return _again, (self.message, self.file, self.key)


def _again(message: str, file: str | None, key: str | None) -> RegistrationError:
    """Unpickle a `RegistrationError`."""
    return RegistrationError(message, file=file, key=key)


class LexiconError(DiplonewsError, ValueError):
    """A table that can't be used.

    Args:
        message: the fault.
        file: the table's file or name.
        row: the row's number (from 1) or key, or None for the file as a whole.
    """

    def __init__(self, message: str, *, file: str, row: int | str | None = None) -> None:
        self.message = message
        self.file = file
        self.row = row
        super().__init__(message)

    def __str__(self) -> str:
        return f"{self.file}: " + (f"row {self.row}: " if self.row is not None else "") + self.message


class ModelNotFoundError(DiplonewsError, ImportError):
    """A model or an optional package is not installed; the message names its use and the install command."""


def missing_extra(purpose: str, package: str, extra: str) -> ModelNotFoundError:
    """The error for something that an extra of this package installs.

    Args:
        purpose: the use that needs it.
        package: what is not installed.
        extra: name of the extra.

    Example:
        >>> str(missing_extra("the second stage for quotes", "python-crfsuite", "crf"))
        'the second stage for quotes needs python-crfsuite: python -m pip install "diplonews[crf]"'
    """
    return ModelNotFoundError(f'{purpose} needs {package}: python -m pip install "diplonews[{extra}]"')


class WorkerError(DiplonewsError, RuntimeError):
    """A worker process of `analyze_many` died on an article, named in the message, or could not start."""


class DiplonewsWarning(UserWarning):
    """The base class of all warnings of this library."""


class ParseWarning(DiplonewsWarning):
    """The copy was read, but perhaps not as the caller thinks.

    An item of a container was left out, a value given by the caller differs from the printed one,
    or the text is the path of a file.
    """


class PluginWarning(DiplonewsWarning):
    """A plug-in could not be loaded, or failed on a text; the message names it, and another is used instead."""
