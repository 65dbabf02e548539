"""What acts and parties are called in plain words."""

from __future__ import annotations

import attrs

from diplonews.lexicons.tables import Tables, per_tables

__all__ = ["Phrase", "Phrases", "find_phrases", "in_a_sentence"]


@attrs.frozen
class Phrase:
    """A verb phrase; `{}` in it stands for whom it is done to.

    Attributes:
        plain: the plain form (`threaten {}`).
        past: the past (`threatened {}`).
    """

    plain: str
    past: str


@attrs.frozen(kw_only=True)
class Phrases:
    """What acts of one type and mode are called.

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
    """What a type with its modes is called.

    Args:
        type: name of a PLOVER type.
        modes: the most specific first; the first that has words of its own counts.

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
    """The name of a state or body as it stands inside a sentence: with "the", if it takes the article.

    Args:
        name: a name as `name_of` gives it, or as `Actor.name` has that of a body.

    Example:
        >>> [in_a_sentence(name) for name in ("United States", "Norway", "African Union", "NATO")]
        ['the United States', 'Norway', 'the African Union', 'NATO']
    """
    return f"the {name}" if name in _definite() else name
