"""The differences between two evaluations: scores, rules, single findings."""

from __future__ import annotations

from collections import Counter

import attrs

from diplonews.evaluation.result import Evaluation, tabulate
from diplonews.evaluation.tally import Outcome

__all__ = ["Changes", "RuleChange", "ScoreChange", "compare"]


@attrs.frozen(kw_only=True)
class ScoreChange:
    """A measure before and after; None if there was, or is, nothing to count."""

    layer: str
    measure: str
    before: float | None
    after: float | None


@attrs.frozen(kw_only=True)
class RuleChange:
    """The numbers of right and of false or wrong findings of a rule, before and after.

    The rule `""` has what no rule found: its errors are the missed items.
    """

    layer: str
    rule: str
    right_before: int
    right_after: int
    errors_before: int
    errors_after: int


@attrs.frozen(kw_only=True, repr=False)
class Changes:
    """The differences, which print as tables.

    Attributes:
        scores: the measures whose value changed.
        rules: the rules whose counts changed, layer by layer.
        mended: errors only in the earlier evaluation.
        new: errors only in the later evaluation.
    """

    scores: tuple[ScoreChange, ...]
    rules: tuple[RuleChange, ...]
    mended: tuple[Outcome, ...]
    new: tuple[Outcome, ...]

    def __str__(self) -> str:
        scores = [
            (change.layer, change.measure, _percent(change.before), _percent(change.after)) for change in self.scores
        ]
        rules = [
            (
                change.layer,
                change.rule or "(no rule)",
                *map(str, (change.right_before, change.right_after, change.errors_before, change.errors_after)),
            )
            for change in self.rules
        ]
        titles = ("layer", "rule", "right before", "after", "errors before", "after")
        parts = [
            tabulate(("layer", "measure", "before", "after"), scores) if scores else "no score changed",
            tabulate(titles, rules) if rules else "no rule changed",
            f"{len(self.mended)} errors mended, {len(self.new)} new",
        ]
        return "\n\n".join(parts)

    __repr__ = __str__


def _percent(value: float | None) -> str:
    return "-" if value is None else f"{100 * value:.1f}"


def compare(before: Evaluation, after: Evaluation) -> Changes:
    """Compare two evaluations of the same gold, in the layers that both scored.

    Example:
        >>> from diplonews.evaluation import Score
        >>> def run(kind):
        ...     outcome = Outcome(id="a", layer="dates", kind=kind, rule="weekday.bare", words="on [Friday]")
        ...     row = Score(layer="dates", measure="value F1", value=float(kind == "right"), low=0, high=1, count=1)
        ...     return Evaluation(articles=1, rows=(row,), outcomes=(outcome,))
        >>> changes = compare(run("wrong"), run("right"))
        >>> changes.rules[0].right_after, changes.rules[0].errors_before, len(changes.mended), len(changes.new)
        (1, 1, 1, 0)
    """
    layers = {row.layer for row in before} & {row.layer for row in after}
    before, after = _only(before, layers), _only(after, layers)
    old, new = set(map(_unruled, before.errors)), set(map(_unruled, after.errors))
    return Changes(
        scores=_score_changes(before, after),
        rules=_rule_changes(before, after),
        mended=tuple(one for one in before.errors if _unruled(one) not in new),
        new=tuple(one for one in after.errors if _unruled(one) not in old),
    )


def _unruled(outcome: Outcome) -> Outcome:
    """The same error whichever rule makes it."""
    return attrs.evolve(outcome, rule="")


def _only(evaluation: Evaluation, layers: set[str]) -> Evaluation:
    return attrs.evolve(
        evaluation,
        rows=tuple(row for row in evaluation if row.layer in layers),
        outcomes=tuple(outcome for outcome in evaluation.outcomes if outcome.layer in layers),
    )


def _score_changes(before: Evaluation, after: Evaluation) -> tuple[ScoreChange, ...]:
    old = {(row.layer, row.measure): row.value for row in before}
    new = {(row.layer, row.measure): row.value for row in after}
    return tuple(
        ScoreChange(layer=layer, measure=measure, before=old.get((layer, measure)), after=new.get((layer, measure)))
        for layer, measure in dict.fromkeys([*old, *new])
        if old.get((layer, measure)) != new.get((layer, measure))
    )


def _rule_changes(before: Evaluation, after: Evaluation) -> tuple[RuleChange, ...]:
    counts: Counter[tuple[str, str, bool, bool]] = Counter()
    for later, evaluation in enumerate((before, after)):
        counts.update((one.layer, one.rule, one.kind == "right", bool(later)) for one in evaluation.outcomes)
    changes = (
        RuleChange(
            layer=layer,
            rule=rule,
            right_before=counts[layer, rule, True, False],
            right_after=counts[layer, rule, True, True],
            errors_before=counts[layer, rule, False, False],
            errors_after=counts[layer, rule, False, True],
        )
        for layer, rule in sorted({key[:2] for key in counts})
    )
    return tuple(
        change
        for change in changes
        if (change.right_before, change.errors_before) != (change.right_after, change.errors_after)
    )
