"""The share of correct events of a kind, counted on gold articles, by the family of the rule that found them."""

from __future__ import annotations

import attrs

from diplonews.lexicons.tables import Tables, per_tables

__all__ = ["ALL", "ENOUGH_CASES", "Confidence", "find_confidence", "rule_family"]

ENOUGH_CASES = 10  # with fewer, the share of a family is unreliable: that of the type is used
ALL = "all"


@attrs.frozen(kw_only=True)
class Confidence:
    """The share of correct events of a kind among those found in gold articles.

    Attributes:
        of: what was counted: a family of rules (`consult.v`), a type (`CONSULT`), or `all` events.
        right, found: numbers of cases: pairs of parties with the right type and direction, and all that were found.
        share: (right + 1) / (found + 2), so that a few cases never give 0 or 1.
        low, high: the 95 % interval of right / found (Wilson's).
    """

    of: str
    right: int
    found: int
    share: float
    low: float
    high: float


@per_tables
def _by_kind(tables: Tables) -> dict[str, Confidence]:
    return {row["of"]: Confidence(**row) for row in tables["confidence"].rows}


def rule_family(rule: str) -> str:
    """The id of a rule without its last part.

    Example:
        >>> rule_family("consult.v.meet_with"), rule_family("model")
        ('consult.v', '')
    """
    return rule.rpartition(".")[0]


def find_confidence(rule: str, type: str) -> Confidence:
    """The confidence in an event: that of its rule's family; below 10 cases that of its type, else that of all.

    Args:
        rule: id of the rule that found it, as in `Event.evidence.rule`.
        type: name of its PLOVER type.

    Example:
        >>> [find_confidence(rule, type).of for rule, type in
        ...     [("consult.v.meet", "CONSULT"), ("consult.x.new", "CONSULT"), ("x.v.y", "COOPERATE")]]
        ['consult.v', 'CONSULT', 'all']
    """
    kinds = _by_kind()
    for kind in (rule_family(rule), type):
        if kind in kinds and kinds[kind].found >= ENOUGH_CASES:
            return kinds[kind]
    return kinds[ALL]
