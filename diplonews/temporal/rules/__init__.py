"""The rules, a family or two in each module; `all_rules` puts them in order."""

from __future__ import annotations

from functools import cache

from diplonews.temporal.grammar import Grammar, Rule

__all__ = ["all_rules", "default_grammar"]


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule; of two that match the same words the first decides."""
    from diplonews.temporal.rules import (
        clock,
        days,
        durations,
        foreign,
        fuzzy,
        holidays,
        months,
        quarters,
        ranks,
        sets,
        units,
        weekdays,
        years,
    )

    modules = (clock, holidays, weekdays, days, months, ranks, quarters, units, durations, years, sets, fuzzy, foreign)
    return tuple(rule for module in modules for rule in module.RULES)


@cache
def default_grammar() -> Grammar:
    """All rules, compiled once."""
    return Grammar.of(all_rules())
