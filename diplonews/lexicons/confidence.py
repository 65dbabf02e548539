"""How often events of a kind are right: counted on gold articles, by the family of the rule that found them."""

from __future__ import annotations

import attrs

from diplonews.lexicons.tables import Tables, per_tables

__all__ = ["ALL", "ENOUGH_CASES", "Confidence", "find_confidence", "rule_family"]

ENOUGH_CASES = 10  # with fewer, the share of a family says little: that of the type stands in
ALL = "all"


@attrs.frozen(kw_only=True)
class Confidence:
    """The share of right ones among the events of a kind that were found in gold articles.

    Attributes:
        of: what was counted: a family of rules (`consult.v`), a type (`CONSULT`), or `all` events.
        right, found: cases: pairs of parties with the right type and direction, and all that were found.
        share: (right + 1) / (found + 2), so that few cases never make 0 or 1.
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
    """The confidence in an event: that of its rule's family; with fewer than 10 cases its type's, else that of all.

    Args:
        rule: id of the rule that found it, as `Event.evidence.rule` has it.
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
