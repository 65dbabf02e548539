"""Gold in brat's standoff: a text and an `.ann` file beside it.

===========================================  =====================================================
line                                         meaning
===========================================  =====================================================
`T1  Content 0 9;20 31  words`               content of a quotation; `Cue` and `Source` likewise
`R1  Cue Arg1:T1 Arg2:T2`                    content T1 has the cue T2; `Source` likewise
`T4  Date 40 47  Tuesday`                    an expression of time
`E1  ACCUSE:T5 Actor:T6 Recipient:T7`        an event of a PLOVER type with trigger T5; roles may be
                                             numbered (`Actor2`)
`#1  AnnotatorNotes T4 2024-03-05`           the value of a Date; the code of an actor or recipient
                                             (`NOR`); name and code of a Source (`Han Seo-yeon | KOR`);
                                             the date of an event
`A1  Status E1 PLANNED`                      its status; `Also E1 REJECT` a type that is right too,
                                             `Cluster E1 visit` its cluster of mentions, `Symmetric E1`
                                             that it is reciprocal, `Secondary E1` that it counts
                                             neither way
`A2  Polarity T1 DENIED`                     polarity of a content
===========================================  =====================================================

Marks of other types are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import attrs

from diplonews.errors import ParseError
from diplonews.evaluation.gold import GoldArticle, GoldDate, GoldEvent, GoldQuote, Layer
from diplonews.model import EventStatus, EventType, Span

__all__ = ["read_brat"]

FORMAT = "brat standoff"
OFFSETS = re.compile(r"(?P<type>\S+) (?P<offsets>\d+ \d+(?:;\d+ \d+)*)")
RELATION = re.compile(r"(?P<type>\S+) Arg1:(?P<one>T\d+) Arg2:(?P<other>T\d+)\s*")
EVENT = re.compile(r"(?P<type>\S+):(?P<trigger>T\d+)(?P<roles>(?: \S+:[TE]\d+)*)\s*")
ROLE = re.compile(r" (?P<role>[^\s:\d]+)\d*:(?P<target>[TE]\d+)")
ATTRIBUTE = re.compile(r"(?P<name>\S+) (?P<target>[TE]\d+)(?: (?P<value>.+))?")


@attrs.define
class _Mark:
    """A T line."""

    line: int
    type: str
    spans: tuple[Span, ...]


@attrs.define
class _File:
    """The lines of a file, sorted by kind."""

    marks: dict[str, _Mark] = attrs.field(factory=dict)
    links: list[tuple[int, str, str, str]] = attrs.field(factory=list)  # line, type, content, cue or source
    events: dict[str, tuple[int, re.Match[str]]] = attrs.field(factory=dict)
    notes: dict[str, str] = attrs.field(factory=dict)
    attributes: dict[tuple[str, str], str] = attrs.field(factory=dict)

    def spans(self, mark: str) -> tuple[Span, ...]:
        """The characters of a mark."""
        if mark not in self.marks:
            raise ValueError(f"there is no {mark}")
        return self.marks[mark].spans


def read_brat(annotations: str, text: str, *, id: str = "brat") -> GoldArticle:
    r"""Read a gold article from brat's standoff; the module describes the lines.

    Args:
        annotations: the `.ann` file.
        text: the `.txt` file, with its line ends unchanged.
        id: names the article.

    Returns:
        An article with the layers for which the file has a mark.

    Raises:
        ParseError: naming the line, if it is not a brat line, refers to something missing, differs from
            the text, or gives an unknown type or status.

    Example:
        >>> gold = read_brat("T1\tACCUSE 5 12\trebuked\nT2\tActor 0 4\tOslo\nT3\tActor 13 17\tRiga\n"
        ...     "E1\tACCUSE:T1 Actor:T2 Recipient:T3\n#1\tAnnotatorNotes T2\tNOR\n#2\tAnnotatorNotes T3\tLVA\n",
        ...     "Oslo rebuked Riga.")
        >>> gold.layers, gold.events[0].actors, gold.events[0].recipients
        (('events',), ('NOR',), ('LVA',))
    """
    file = _File()
    for number, line in enumerate(annotations.split("\n"), 1):
        if line.strip():
            try:
                _read_line(line.rstrip("\r"), number, text, file)
            except ValueError as error:
                raise _fault(number, line, error) from error
    quotes = tuple(_quotes(file))
    events = tuple(_event(label, number, found, file) for label, (number, found) in file.events.items())
    dates = tuple(
        GoldDate(span=Span(mark.spans[0].start, mark.spans[-1].end), value=file.notes.get(label))
        for label, mark in file.marks.items()
        if mark.type == "Date"
    )
    named = any(mark.type == "Source" and label in file.notes for label, mark in file.marks.items())
    held: dict[Layer, bool] = {"dates": bool(dates), "quotes": bool(quotes), "speakers": named, "events": bool(events)}
    layers = tuple(layer for layer, there in held.items() if there)
    return GoldArticle(id=id, text=text, layers=layers, dates=dates, quotes=quotes, events=events)


def _fault(number: int, line: str, error: Exception) -> ParseError:
    return ParseError(str(error), format=FORMAT, line=number, excerpt=line)


def _read_line(line: str, number: int, text: str, file: _File) -> None:
    label, _, rest = line.partition("\t")
    body, _, words = rest.partition("\t")
    letter = label[:1]
    if letter == "T":
        kind, spans = _mark(body, words, text)
        file.marks[label] = _Mark(number, kind, spans)
    elif letter == "#":
        _, _, target = body.partition(" ")
        file.notes[target] = words.strip()
    elif letter in {"A", "M"}:
        attribute = _matched(ATTRIBUTE, body)
        file.attributes[attribute["name"], attribute["target"]] = attribute["value"] or "yes"
    elif letter == "R":
        relation = _matched(RELATION, body)
        file.links.append((number, relation["type"], relation["one"], relation["other"]))
    elif letter == "E":
        file.events[label] = number, _matched(EVENT, body)
    elif letter not in {"*", "N"}:
        raise ValueError("expected a line that begins with T, R, E, A, M, N, # or *")


def _matched(pattern: re.Pattern[str], body: str) -> re.Match[str]:
    found = pattern.fullmatch(body)
    if found is None:
        raise ValueError(f"cannot read {body!r}")
    return found


def _mark(body: str, words: str, text: str) -> tuple[str, tuple[Span, ...]]:
    found = _matched(OFFSETS, body)
    spans = tuple(Span(*map(int, pair.split())) for pair in found["offsets"].split(";"))
    there = " ".join(" ".join(span.of(text) for span in spans).split())
    if there != " ".join(words.split()):
        raise ValueError(f"the text holds {there!r} at {found['offsets']}, not {words!r}")
    return found["type"], spans


def _quotes(file: _File) -> Iterator[GoldQuote]:
    linked: dict[str, dict[str, list[str]]] = {}
    for number, kind, content, other in file.links:
        if kind in {"Cue", "Source"}:
            for label in (content, other):
                if label not in file.marks:
                    raise _fault(number, f"{kind} {content} {other}", ValueError(f"there is no {label}"))
            linked.setdefault(content, {"Cue": [], "Source": []})[kind].append(other)
    for label, mark in file.marks.items():
        if mark.type == "Content":
            links = linked.get(label, {"Cue": [], "Source": []})
            try:
                yield _quote(label, mark, links, file)
            except ValueError as error:
                raise _fault(mark.line, label, error) from error


def _quote(label: str, mark: _Mark, links: Mapping[str, Sequence[str]], file: _File) -> GoldQuote:
    notes = [file.notes[source] for source in links["Source"] if source in file.notes]
    name, _, country = notes[0].partition("|") if notes else ("", "", "")
    return GoldQuote(
        id=label,
        name=name.strip() or None,
        country=country.strip() or None,
        polarity=file.attributes.get(("Polarity", label), "ASSERTED").upper(),
        content=mark.spans,
        cue=tuple(span for cue in links["Cue"] for span in file.spans(cue)),
        source=tuple(span for source in links["Source"] for span in file.spans(source)),
    )


def _event(label: str, number: int, found: re.Match[str], file: _File) -> GoldEvent:
    def attribute(name: str, default: str = "") -> str:
        return file.attributes.get((name, label), default)

    try:
        codes: dict[str, list[str]] = {"Actor": [], "Recipient": []}
        for role in ROLE.finditer(found["roles"]):
            if role["role"] in codes:
                codes[role["role"]].append(_code(role["target"], file))
        also = attribute("Also")
        symmetric = bool(attribute("Symmetric"))
        return GoldEvent(
            id=label,
            types=tuple(EventType[name.upper()] for name in (found["type"], *([also] if also else []))),
            actors=(*codes["Actor"], *codes["Recipient"]) if symmetric else tuple(codes["Actor"]),
            recipients=() if symmetric else tuple(codes["Recipient"]),
            symmetric=symmetric,
            status=EventStatus[attribute("Status", "ACTUAL").upper()],
            date=file.notes.get(label),
            core=not attribute("Secondary"),
            cluster=attribute("Cluster", label),
            trigger=file.spans(found["trigger"]),
        )
    except (ValueError, KeyError) as error:
        raise _fault(number, found[0], error) from error


def _code(mark: str, file: _File) -> str:
    """The code in the note of an actor or recipient."""
    file.spans(mark)
    if mark not in file.notes:
        raise ValueError(f"{mark} has no note with a code")
    return file.notes[mark]
