"""Gold files: finds them and selects their readers."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import attrs

from diplonews.errors import ParseError
from diplonews.evaluation.brat import read_brat
from diplonews.evaluation.conll import read_conll
from diplonews.evaluation.gold import LAYERS, GoldArticle
from diplonews.evaluation.jsonlines import read_jsonlines
from diplonews.evaluation.markup import read_head, read_markup

__all__ = ["read_gold"]

MARKUP, BRAT, CONLL, JSON_LINES = ".gold.txt", ".ann", ".conll", ".jsonl"
ENDINGS = (MARKUP, BRAT, CONLL, JSON_LINES)


def read_gold(source: str | Path | Iterable[str | Path]) -> list[GoldArticle]:
    """The gold articles of a file, a folder with its subfolders, or several of them.

    Args:
        source: `.gold.txt` (the markup of the gold corpus, whose head may name a raw file beside it),
            `.ann` (brat, with the `.txt` beside it), `.conll` (tokens with BIO tags) or `.jsonl`; for a
            folder, all such files.

    Returns:
        The articles, in the order of the sources; those of a folder by file name. Since a brat file does
        not say which layers were marked, each is taken to be marked for all layers found in any of them.

    Raises:
        ParseError: naming the file and the line, if a file is bad.
        ValueError: for a file with another ending, or a folder without gold.
        FileNotFoundError: for a missing file.
    """
    articles: list[GoldArticle] = []
    brat: list[int] = []
    for file in _files([source] if isinstance(source, str | Path) else source):
        try:
            found = _read(file)
        except ParseError as error:
            fault = f"{file}: {error.message}"
            raise ParseError(fault, format=error.format, line=error.line, excerpt=error.excerpt) from error
        except UnicodeDecodeError as error:
            raise ParseError(f"{file}: not UTF-8 ({error.reason} at byte {error.start})", format="gold") from error
        if file.name.endswith(BRAT):
            brat.append(len(articles))
        articles += found
    held = {layer for number in brat for layer in articles[number].layers}
    for number in brat:
        articles[number] = attrs.evolve(articles[number], layers=tuple(layer for layer in LAYERS if layer in held))
    return articles


def _files(sources: Iterable[str | Path]) -> Iterable[Path]:
    for path in map(Path, sources):
        if not path.is_dir():
            yield path
            continue
        below = [file for file in sorted(path.rglob("*")) if file.name.endswith(ENDINGS)]
        if not below:
            raise ValueError(f"no gold file below {path}; gold files end in {', '.join(ENDINGS)}")
        yield from below


def _read(path: Path) -> list[GoldArticle]:
    if path.name.endswith(MARKUP):
        source = path.read_text(encoding="utf-8")
        raw = read_head(source).get("raw")
        return [read_markup(source, raw=_beside(path, raw).read_bytes() if raw is not None else None)]
    if path.name.endswith(BRAT):
        text = _beside(path, path.with_suffix(".txt").name).read_bytes().decode("utf-8")
        return [read_brat(path.read_text(encoding="utf-8"), text, id=path.stem)]
    if path.name.endswith(CONLL):
        return list(read_conll(path.read_text(encoding="utf-8"), name=path.stem))
    if path.name.endswith(JSON_LINES):
        return list(read_jsonlines(path.read_text(encoding="utf-8")))
    raise ValueError(f"{path} is not a gold file; gold files end in {', '.join(ENDINGS)}")


def _beside(path: Path, name: str) -> Path:
    other = path.parent / name
    if not other.is_file():
        raise ParseError(f"{name} is not beside it", format="gold")
    return other
