"""Gold files: which are read, and by which reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from diplonews.errors import ParseError
from diplonews.evaluation.gold import GoldArticle
from diplonews.evaluation.markup import read_head, read_markup

__all__ = ["read_gold"]

MARKUP = ".gold.txt"


def read_gold(source: str | Path | Iterable[str | Path]) -> list[GoldArticle]:
    """The gold articles of a file, a folder with all below it, or several of them.

    Returns:
        The articles, those of a folder in the order of the files' names.

    Raises:
        ParseError: naming the file and the line, if a file is bad.
    """
    paths = [source] if isinstance(source, str | Path) else list(source)
    return [article for path in paths for article in _read(Path(path))]


def _read(path: Path) -> Iterator[GoldArticle]:
    if path.is_dir():
        for file in sorted(path.rglob(f"*{MARKUP}")):
            yield _read_markup(file)
    else:
        yield _read_markup(path)


def _read_markup(path: Path) -> GoldArticle:
    """The gold article of a file; what its head names as `raw` stands beside it."""
    text = path.read_text(encoding="utf-8")
    try:
        raw = read_head(text).get("raw")
        return read_markup(text, raw=(path.parent / raw).read_bytes() if raw is not None else None)
    except ParseError as error:
        raise ParseError(f"{error.message}, in {path}", format=error.format, line=error.line) from error
