"""Reads a corpus of attributions: the public files of PolNeAR, or JSON Lines.

PolNeAR (Newell, Margolin, Ruths 2018) has one text per article, and one brat stand-off file per article and
annotator. The corpus has no licence: nothing of it is part of this package, and weights trained on it
stay where they were trained.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import attrs

from diplonews.errors import ParseError

__all__ = ["Marked", "MarkedText", "read_corpus"]

Pieces = tuple[tuple[int, int], ...]


@attrs.frozen(kw_only=True)
class Marked:
    """An attribution in a corpus; each part as pairs of character offsets.

    Attributes:
        source, cue, content: half-open ranges; empty where the corpus marks none.
    """

    source: Pieces = ()
    cue: Pieces = ()
    content: Pieces = ()


@attrs.frozen(kw_only=True)
class MarkedText:
    """A text and its attributions.

    Attributes:
        name: the article's name.
        text: the text that the offsets refer to.
        attributions: in the order of the file.
    """

    name: str
    text: str
    attributions: tuple[Marked, ...]


def _standoff(name: str, text: str, lines: list[str]) -> MarkedText:
    """A text with the attributions of its brat file, where `T` lines define spans and `E` lines join them."""
    spans: dict[str, Pieces] = {}
    events: list[dict[str, list[str]]] = []
    for number, line in enumerate(lines, 1):
        key, _, rest = line.partition("\t")
        if key.startswith("T"):
            place = re.match(r"[^\t ]+ ((?:\d+ \d+;?)+)", rest)
            if place is None:
                raise ParseError("expected a type and offsets", format="brat", line=number, excerpt=line)
            pairs = [pair.split() for pair in place.group(1).split(";") if pair]
            spans[key] = tuple((int(start), int(end)) for start, end in pairs)
        elif key.startswith("E"):
            roles: dict[str, list[str]] = {}
            for role, _, target in (part.partition(":") for part in rest.split()):
                roles.setdefault(role.rstrip("0123456789").lower(), []).append(target)
            events.append(roles)

    def pieces(targets: list[str]) -> Pieces:
        return tuple(sorted(piece for target in targets for piece in spans.get(target, ())))

    found = [Marked(**{part: pieces(roles.get(part, [])) for part in ("source", "cue", "content")}) for roles in events]
    return MarkedText(name=name, text=text, attributions=tuple(item for item in found if item.content))


def _json_line(number: int, line: str) -> MarkedText:
    """One article of JSON Lines: doc, text, attributions with source, cue and content."""
    try:
        row = json.loads(line)
        marked = tuple(
            Marked(**{part: tuple((a, b) for a, b in item.get(part) or ()) for part in ("source", "cue", "content")})
            for item in row["attributions"]
        )
        return MarkedText(name=str(row["doc"]), text=row["text"], attributions=marked)
    except (KeyError, TypeError, ValueError) as error:
        raise ParseError(f"not an annotated article: {error}", format="jsonl", line=number, excerpt=line) from error


def read_corpus(path: Path) -> Iterator[MarkedText]:
    """The annotated texts of a corpus, in the order of their names.

    Args:
        path: a JSON Lines file, or a folder of PolNeAR (`data/train`) that holds `text/*.txt`
            and `attributions/*.ann`; if an article has several annotators, the first is used.

    Raises:
        ParseError: for a line that is not an annotation; it names the line.
        OSError: if there is no such file or folder, or the files can't be read.
    """
    path.stat()  # raises an error that names a missing path
    if path.is_file():
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _json_line(number, line)
        return
    done: set[str] = set()
    for file in sorted((path / "attributions").glob("*.ann")):
        name = file.stem.rpartition("_")[0]
        source = path / "text" / f"{name}.txt"
        if name not in done and source.exists():
            done.add(name)
            text = source.read_bytes().decode("utf-8")
            yield _standoff(name, text, file.read_text(encoding="utf-8").splitlines())
