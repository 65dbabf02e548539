"""Plain words for acts and parties."""

from __future__ import annotations

import attrs

from diplonews.lexicons.tables import Tables, per_tables

__all__ = ["Phrase", "Phrases", "find_phrases", "in_a_sentence"]


@attrs.frozen
class Phrase:
    """A verb phrase; `{}` in it marks the recipient.

    Attributes:
        plain: the plain form (`threaten {}`).
        past: the past (`threatened {}`).
    """

    plain: str
    past: str


@attrs.frozen(kw_only=True)
class Phrases:
    """The phrases for acts of one type and mode.

    Attributes:
        directed: with a recipient.
        alone: without one.
        together: of several parties that do it to each other.
    """

    directed: Phrase
    alone: Phrase
    together: Phrase


@per_tables
def _phrases(tables: Tables) -> dict[str, Phrases]:
    return {
        row["act"]: Phrases(
            directed=Phrase(*row["directed"]), alone=Phrase(*row["alone"]), together=Phrase(*row["together"])
        )
        for row in tables["phrases"].rows
    }


def find_phrases(type: str, modes: tuple[str, ...] = ()) -> Phrases:
    """The phrases for a type with its modes.

    Args:
        type: name of a PLOVER type.
        modes: the most specific first; the first with phrases of its own is used.

    Example:
        >>> find_phrases("CONSULT", ("phone",)).directed
        Phrase(plain='talk by phone with {}', past='talked by phone with {}')
    """
    table = _phrases()
    acts = (f"{type} {mode}" for mode in modes)
    return table[next((act for act in acts if act in table), type)]


@per_tables
def _definite(tables: Tables) -> frozenset[str]:
    return frozenset(row["name"] for row in tables["definite"].rows)


def in_a_sentence(name: str) -> str:
    """The name of a state or body for use inside a sentence: with "the", if it takes the article.

    Args:
        name: a name returned by `name_of`, or the `Actor.name` of a body.

    Example:
        >>> [in_a_sentence(name) for name in ("United States", "Norway", "African Union", "NATO")]
        ['the United States', 'Norway', 'the African Union', 'NATO']
    """
    return f"the {name}" if name in _definite() else name
