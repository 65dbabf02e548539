"""The last stage of coding a sentence: drops improbable events of the rules, and fills in recipients that they miss.

The rules know words and constructions; how far to trust them together is learnt from annotated articles. A
proposed event has signals, short strings such as `r.side=right` or `lemma=urge`; the table `judging` gives each a
weight, and the sum is the logit of the probability that the event is right (logistic regression). With an empty
table nothing is judged.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from math import exp, inf

import attrs

from diplonews.events.acts import ActResolver
from diplonews.events.coded import Coded
from diplonews.events.proposals import Proposal, Surroundings, proposals_for
from diplonews.events.signals import party_signals, signals_of, trigger_signals
from diplonews.events.triggers import Match
from diplonews.lexicons.judging import signal_weights
from diplonews.syntax.blocks import Sentence

__all__ = ["Judge"]

KEPT = -1.4  # logit (probability 0.2): an event of the rules that weighs less is dropped
ADDED = -0.5  # logit (probability 0.38): a recipient is filled in if the event weighs at least as much
MOST_OPEN = 12  # triggers of a sentence that may be filled
MOST_SHOWN = 3


class Judge:
    """Weighs the proposals of a sentence.

    Args:
        weights: the weight of each signal; those of the table `judging` if None.
    """

    def __init__(self, weights: Mapping[str, float] | None = None) -> None:
        self.weights = signal_weights() if weights is None else weights

    def weigh(self, signals: Iterable[str]) -> float:
        """The sum of the weights of some signals, each counted once: the logit of a probability.

        Example:
            >>> Judge({"own=True": -1.0}).weigh(["own=True", "open=2", "own=True"])
            -1.0
        """
        weights = self.weights
        return sum(weights[signal] for signal in dict.fromkeys(signals) if signal in weights)

    def chosen(
        self, sentence: Sentence, matches: Sequence[Match], found: Sequence[Coded], resolver: ActResolver
    ) -> list[Coded]:
        """The events of a sentence: those of the rules that are probable enough, and those with a recipient filled in.

        Args:
            sentence: the sentence.
            matches: its triggers.
            found: the events of the rules.
            resolver: finds parties.
        """
        if not self.weights or not matches:
            return [*found]
        around = Surroundings(sentence, resolver, matches, found)
        kept = [event for event in found if self.weigh(signals_of(Proposal.of_rules(event), around)) >= KEPT]
        for match in islice(around.open, MOST_OPEN):
            best, weight = self._best(match, around)
            if best is not None and weight >= ADDED:
                event = best.filled()
                if not any(other.type is event.type and other.codes == event.codes for other in kept):
                    kept.append(attrs.evolve(event, judged=self._evidence(weight, signals_of(best, around))))
        return kept

    def _best(self, match: Match, around: Surroundings) -> tuple[Proposal | None, float]:
        """The proposal of a trigger with the highest weight, and that weight."""
        best, highest, alone = None, -inf, 0.0
        for proposal in proposals_for(match, around):
            if best is None:
                alone = self.weigh(trigger_signals(proposal.coded, around))
            weight = alone + self.weigh(party_signals(proposal, around))
            if weight > highest:
                best, highest = proposal, weight
        return best, highest

    def _evidence(self, weight: float, signals: Sequence[str]) -> str:
        """The probability and the strongest signals for the event: `recipient judged (0.61: r.side=right; ...)`."""
        strong = sorted(signals, key=lambda signal: -self.weights.get(signal, 0.0))[:MOST_SHOWN]
        return f"recipient judged ({1 / (1 + exp(-weight)):.2f}: {'; '.join(strong)})"
