"""The parsed table of status cues: words that show whether an event happened.

The table works like the rules of ConText: a row has a cue, the required position of the cue relative to
the event, the status it gives, and its reach. Rows that give no status are applied first: they say that
a word is not a cue after all, or whether a word beside the cue also affects the event.
"""

from __future__ import annotations

import attrs

from diplonews.lexicons.conditions import Condition, read_conditions, read_rows, read_words, word_classes
from diplonews.lexicons.tables import Row, Tables, per_tables
from diplonews.model import EventStatus

__all__ = [
    "ABOVE",
    "ANY",
    "BESIDE",
    "PARTS",
    "PSEUDO",
    "THROUGH",
    "RowsByCue",
    "StatusIndex",
    "StatusRow",
    "status_index",
]

BESIDE = ("modal", "negation", "no_object", "mark", "adverb", "adjective", "source", "order", "question")
ABOVE = (
    "about",
    "as",
    "attribute",
    "circumstance",
    "clause",
    "conj",
    "content",
    "for",
    "gerund",
    "infinitive",
    "object",
    "of",
    "participle",
    "patient",
    "phrase",
    "predicate",
    "purpose",
    "subject",
    "subject_clause",
)
PARTS = frozenset(
    (
        *("neg", "nobody", "no", "under", "pas", "obj", "adv", "pred", "subj", "inf", "if", "mark", "past"),
        *("below", "before", "nominal", "perfect", "bare", "next", "adjacent", "reported", "too", "headline", "prep"),
        *("head", "to", "inverted"),
    )
)
PSEUDO, THROUGH, CLOSED = "PSEUDO", "THROUGH", "CLOSED"
PLACES = {"beside": BESIDE, "above": ABOVE}
POSITIONS = ("", "v", "n", "a", "p")
ANY = "*"
LAST = 1_000_000  # rows


@attrs.frozen(kw_only=True, eq=False)
class StatusRow:
    """A cue and its effect on an event.

    Attributes:
        id: the row's id; named in the evidence.
        status: the status of the event, or None for a row that gives no status.
        effect: `PSEUDO` if the word is not a cue, `THROUGH` if words beside it affect the event, `CLOSED` if
            not; else empty.
        beside: whether the cue is a word of the event's own clause; else it governs the event.
        links: the cue's part in the clause, or how the event depends on it.
        pos: part of speech of a cue that governs: v, n, a, p (a preposition), or empty.
        cues: lemmas, or printed forms in lower case; empty for any word.
        needs: conditions, all of which must hold.
        unless: conditions, none of which may hold.
        near: whether it affects only an event named in its own clause.
        rank: the lowest rank of the rows that match a word wins: pseudo-cues first, then the last of the table.
    """

    id: str
    status: EventStatus | None = None
    effect: str = ""
    beside: bool
    links: frozenset[str]
    pos: str = ""
    cues: frozenset[str] = frozenset()
    needs: tuple[Condition, ...] = ()
    unless: tuple[Condition, ...] = ()
    near: bool = False
    rank: int = 0


RowsByCue = dict[tuple[str, str], tuple[StatusRow, ...]]


@attrs.frozen(kw_only=True, eq=False)
class StatusIndex:
    """All status rows by place, cue and link, those last in the table first.

    Attributes:
        beside, above: cue and link -> rows that give a status or are pseudo-cues; cue `*` for rows of any word.
        scope: rows that say whether words beside a governing word affect the event.
        rows: all rows by id.
    """

    beside: RowsByCue
    above: RowsByCue
    scope: RowsByCue
    rows: dict[str, StatusRow]


def _status_row(row: Row, number: int, classes: dict[str, frozenset[str]]) -> StatusRow:
    place, name = row["where"], row["status"]
    if place not in PLACES:
        raise ValueError(f"column 'where': expected beside or above (got {place!r})")
    if not row["links"]:
        raise ValueError(f"column 'links' is empty; the links are {', '.join(PLACES[place])}")
    for link in row["links"]:
        if link not in PLACES[place]:
            raise ValueError(f"column 'links': no link {link!r} {place} an event; they are {', '.join(PLACES[place])}")
    if row["pos"] not in POSITIONS:
        raise ValueError(f"column 'pos': expected v, n, a, p or nothing (got {row['pos']!r})")
    if name not in (PSEUDO, THROUGH, CLOSED, *EventStatus.__members__):
        raise ValueError(f"column 'status': no status {name!r}")
    if row["scope"] not in ("", "near"):
        raise ValueError(f"column 'scope': expected near or nothing (got {row['scope']!r})")
    return StatusRow(
        id=row["id"],
        status=EventStatus.__members__.get(name),
        effect="" if name in EventStatus.__members__ else name,
        beside=place == "beside",
        links=frozenset(row["links"]),
        pos=row["pos"],
        cues=frozenset() if ANY in row["cues"] else read_words(row["cues"], classes),
        needs=read_conditions(row["needs"], classes, PARTS),
        unless=read_conditions(row["unless"], classes, PARTS),
        near=row["scope"] == "near",
        rank=-number - (LAST if name == PSEUDO else 0),
    )


def _by_cue(rows: list[StatusRow]) -> RowsByCue:
    """The rows by link and by the look-up word of a cue: of `rule out` the verb, of `short of` the last."""
    found: dict[tuple[str, str], set[StatusRow]] = {}
    for row in rows:
        for cue in row.cues or (ANY,):
            word = cue.rpartition(" ")[2] if row.pos == "p" else cue.partition(" ")[0]
            for link in row.links:
                found.setdefault((word, link), set()).add(row)
    return {
        (word, link): tuple(sorted(own | found.get((ANY, link), set()), key=_rank))
        for (word, link), own in found.items()
    }


def _rank(row: StatusRow) -> int:
    return row.rank


@per_tables
def status_index(tables: Tables) -> StatusIndex:
    """The status rows of the tables in use.

    Raises:
        LexiconError: for a row with an unknown status, place, link, part or class; it names the file, the
            row and the reason.

    Example:
        >>> status_index().rows["status.future"].status.name
        'PLANNED'
    """
    classes = word_classes()
    rows = read_rows(tables["status"], lambda row, number: _status_row(row, number, classes))
    return StatusIndex(
        beside=_by_cue([row for row in rows if row.beside]),
        above=_by_cue([row for row in rows if not row.beside and row.effect not in (THROUGH, CLOSED)]),
        scope=_by_cue([row for row in rows if row.effect in (THROUGH, CLOSED)]),
        rows={row.id: row for row in rows},
    )
