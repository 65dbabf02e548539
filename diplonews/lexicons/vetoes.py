"""The parsed table of vetoes, which prevent a sentence, a verb or a trigger from naming an event."""

from __future__ import annotations

import attrs

from diplonews.lexicons.conditions import Condition, read_conditions, read_rows, read_types, read_words, word_classes
from diplonews.lexicons.tables import Row, Tables, per_tables
from diplonews.model import EventType

__all__ = ["PARTS", "Veto", "vetoes"]

PARTS = {
    "sentence": frozenset(("word", "two", "story")),
    "verb": frozenset(("above", "agent", "gerund", "onnoun", "over", "pas", "setoff", "top", "underverb")),
    "trigger": frozenset(
        (
            "about",
            "aboutpas",
            "asked",
            "beside",
            "doer",
            "harm",
            "hearer",
            "innerharm",
            "innerrefusal",
            "named",
            "near",
            "negative",
            "noobject",
            "object",
            "others",
            "press",
            "refuses",
            "reversed",
            "score",
            "within",
            "thing",
            "c",
        )
    ),
}
LINKS = (
    "auxiliary",
    "content",
    "gerund",
    "modifier",
    "object",
    "participle",
    "patient",
    "phrase",
    "preposition",
    "subject",
)


@attrs.frozen(kw_only=True, eq=False)
class Veto:
    """A condition under which there is no event.

    Attributes:
        id: the row's id.
        of: what it prevents from naming an event: a `sentence`, a `verb` or a `trigger`.
        types: event types of triggers that it applies to; empty for all.
        cues: base forms of the verb or trigger; empty for all.
        links: how a verb depends on the word above it; empty for all.
        needs: conditions, all of which must hold.
        unless: conditions, none of which may hold.
    """

    id: str
    of: str
    types: frozenset[EventType] = frozenset()
    cues: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    needs: tuple[Condition, ...] = ()
    unless: tuple[Condition, ...] = ()


def _veto(row: Row, classes: dict[str, frozenset[str]]) -> Veto:
    if row["of"] not in PARTS:
        raise ValueError(f"column 'of': expected one of {', '.join(PARTS)} (got {row['of']!r})")
    for link in row["links"]:
        if link not in LINKS:
            raise ValueError(f"column 'links': no link {link!r}; they are {', '.join(LINKS)}")
    return Veto(
        id=row["id"],
        of=row["of"],
        types=read_types(row["types"]),
        cues=read_words(row["cues"], classes),
        links=frozenset(row["links"]),
        needs=read_conditions(row["needs"], classes, PARTS[row["of"]]),
        unless=read_conditions(row["unless"], classes, PARTS[row["of"]]),
    )


@per_tables
def vetoes(tables: Tables) -> dict[str, tuple[Veto, ...]]:
    """The vetoes of the tables in use: of sentences, of verbs, of triggers.

    Raises:
        LexiconError: for a row with an unknown type, link, part or class.

    Example:
        >>> sorted(vetoes())
        ['sentence', 'trigger', 'verb']
    """
    classes = word_classes()
    rows = read_rows(tables["vetoes"], lambda row, _: _veto(row, classes))
    return {of: tuple(row for row in rows if row.of == of) for of in PARTS}
