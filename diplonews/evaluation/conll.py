"""Gold in CoNLL's form: one token per line, the BIO tag in the last column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import attrs

from diplonews.errors import ParseError
from diplonews.evaluation.gold import GoldArticle, GoldDate, GoldQuote, Layer
from diplonews.model import Span

__all__ = ["read_conll"]

FORMAT = "gold CoNLL"
COMMENT = re.compile(r"#\s*(newpar|(?:newdoc\s+)?id\s*=\s*(?P<id>\S+)|anchor\s*=\s*(?P<anchor>\S+))\s*")
TAG = re.compile(r"O|(?P<place>[BI])-(?P<label>Content|Cue|Source|Date)(?P<number>\.\d+)?(?:=(?P<value>\S+))?")
CLOSING = re.compile(r"[.,;:!?%)\]}”’»…]+|n't|'(?:s|re|ve|ll|d|m)?", re.IGNORECASE)
OPENING = re.compile(r"[(\[{“‘«$£€]")
PENN = {"``": "“", "''": "”", "-LRB-": "(", "-RRB-": ")"}


@attrs.define
class _Chunk:
    """A run of tokens with one label."""

    label: str
    number: str | None
    value: str | None
    start: int
    end: int
    sentence: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@attrs.define
class _Document:
    """The state of reading a document."""

    id: str
    anchor: date | None = None
    text: str = ""
    gap: str = ""  # the white space before the next token
    in_marks: bool = False  # after an opening straight quotation mark
    open: bool = False  # whether an I tag may continue the last chunk
    sentence: int = 0
    chunks: list[_Chunk] = attrs.field(factory=list)

    def add_token(self, word: str, tag: re.Match[str]) -> None:
        """Append a token, spaced as in English, with its tag."""
        word = PENN.get(word, word)
        closes = CLOSING.fullmatch(word) is not None or (word == '"' and self.in_marks)
        if closes and self.gap == " ":
            self.gap = ""
        start = len(self.text) + len(self.gap)
        self.text += self.gap + word
        self.gap = "" if OPENING.fullmatch(word) or (word == '"' and not self.in_marks) else " "
        if word == '"':
            self.in_marks = not self.in_marks
        if tag["place"] == "B":
            chunk = _Chunk(tag["label"], tag["number"], tag["value"], start, len(self.text), self.sentence)
            self.chunks.append(chunk)
        elif tag["place"] == "I":
            last = self.chunks[-1] if self.open else None
            if last is None or (last.label, last.number) != (tag["label"], tag["number"]):
                raise ValueError(f"{tag[0]} does not go on with the tag before it")
            last.end = len(self.text)
        self.open = tag["place"] is not None

    def end_sentence(self, gap: str) -> None:
        """End a sentence, and also a paragraph if the gap is more than a space."""
        self.gap = gap if self.text else ""
        self.in_marks = False if gap != " " else self.in_marks
        self.sentence += 1


def read_conll(source: str, *, name: str = "document") -> Iterator[GoldArticle]:
    r"""Read gold articles from tokens with BIO tags.

    Args:
        source: the whole file. The first column of a line is the token, the last one the tag; a blank
            line ends a sentence, `# newpar` a paragraph; `# newdoc id = NAME` or `-DOCSTART-` begins an
            article, `# anchor = 2024-03-06` gives its day. Tags are `O`, or `B-` and `I-` with `Content`,
            `Cue`, `Source` or `Date`. `B-Date=2024-03-05` gives a value. `B-Content.1`, `B-Cue.1` and
            `B-Source.1` are of one quotation; without numbers, cue and source belong to the nearest
            content of their sentence.
        name: the prefix, followed by a number, of the id of an article without one.

    Raises:
        ParseError: naming the line, for a line of one column, an unknown tag, an `I-` that continues
            nothing, or a day that is not in ISO 8601.

    Example:
        >>> (gold,) = read_conll("Talks\tO\nresume\tO\nTuesday\tB-Date=2024-03-05\n.\tO\n")
        >>> gold.text, gold.dates[0].span.of(gold.text), gold.layers
        ('Talks resume Tuesday.', 'Tuesday', ('dates',))
    """
    documents = _documents(source, name)
    labels = {chunk.label for document in documents for chunk in document.chunks}
    layers: list[Layer] = []
    if "Date" in labels:
        layers.append("dates")
    if "Content" in labels:
        layers.append("quotes")
    if not layers:
        raise ParseError("no token has a tag Content or Date", format=FORMAT)
    for document in documents:
        yield GoldArticle(
            id=document.id,
            text=document.text,
            layers=tuple(layers),
            anchor=document.anchor,
            dates=tuple(GoldDate(span=c.span, value=c.value) for c in document.chunks if c.label == "Date"),
            quotes=tuple(_quotes(document.chunks)),
        )


def _documents(source: str, name: str) -> list[_Document]:
    documents: list[_Document] = []
    for number, line in enumerate(source.split("\n"), 1):
        try:
            _read_line(line.strip(), documents, name)
        except ValueError as error:
            raise ParseError(str(error), format=FORMAT, line=number, excerpt=line) from error
    return [document for document in documents if document.text]


def _read_line(line: str, documents: list[_Document], name: str) -> None:
    comment = COMMENT.fullmatch(line)
    if line.startswith("-DOCSTART-") or (comment is not None and comment["id"] is not None) or not documents:
        given = comment["id"] if comment is not None else None
        documents.append(_Document(given or f"{name} {len(documents) + 1}"))
    document = documents[-1]
    if comment is not None and comment["anchor"] is not None:
        document.anchor = date.fromisoformat(comment["anchor"])
    elif comment is not None and comment["id"] is None:
        document.end_sentence("\n\n")
    elif not line:
        document.end_sentence(document.gap or " ")
    elif not line.startswith(("# ", "-DOCSTART-")):
        columns = line.split("\t") if "\t" in line else line.split()
        if len(columns) < 2:
            raise ValueError("expected a token and a tag")
        tag = columns[-1]
        known = TAG.fullmatch(tag)
        if known is None:
            raise ValueError(f"unknown tag {tag!r}; known: O, and B- or I- with Content, Cue, Source or Date")
        document.add_token(columns[0], known)


def _quotes(chunks: list[_Chunk]) -> Iterator[GoldQuote]:
    """A quotation for each number, and for each content without one."""
    owners: dict[str | int, dict[str, list[Span]]] = {}
    contents = [(n, chunk) for n, chunk in enumerate(chunks) if chunk.label == "Content"]
    for n, chunk in contents:
        parts = owners.setdefault(chunk.number or n, {"Content": [], "Cue": [], "Source": []})
        parts["Content"].append(chunk.span)
    for chunk in chunks:
        if chunk.label in {"Cue", "Source"}:
            near = [(_distance(chunk, other), n) for n, other in contents if other.sentence == chunk.sentence]
            owner = chunk.number or (min(near)[1] if near else -1)
            if owner in owners:
                owners[owner][chunk.label].append(chunk.span)
    for number, parts in enumerate(owners.values(), 1):
        content, cue, source = (tuple(parts[label]) for label in ("Content", "Cue", "Source"))
        yield GoldQuote(id=f"q{number}", content=content, cue=cue, source=source)


def _distance(one: _Chunk, other: _Chunk) -> int:
    return max(one.start - other.end, other.start - one.end)
