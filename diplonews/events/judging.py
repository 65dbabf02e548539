"""The last stage of coding a sentence: events of the rules that are improbable are dropped.

The rules know words and constructions; how far to trust them together is learnt from annotated articles. An event
has signals, short strings such as `r.side=right` or `lemma=urge`; the table `judging` gives each a weight, and the
sum of the weights is the logit of the probability that the event is right (logistic regression). With an empty
table nothing is dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from diplonews.events.acts import ActResolver
from diplonews.events.coded import Coded
from diplonews.events.signals import Surroundings, signals_of
from diplonews.events.triggers import Match
from diplonews.lexicons.judging import signal_weights
from diplonews.syntax.blocks import Sentence

__all__ = ["KEPT", "Judge"]

KEPT = -0.7  # logit (probability 0.33): an event that weighs less is dropped


class Judge:
    """Weighs the events of a sentence.

    Args:
        weights: the weight of each signal; those of the table `judging` if None.
    """

    def __init__(self, weights: Mapping[str, float] | None = None) -> None:
        self.weights = signal_weights() if weights is None else weights

    def weigh(self, signals: Iterable[str]) -> float:
        """The sum of the weights of some signals.

        Example:
            >>> Judge({"own=True": -1.0}).weigh(["own=True", "open=2"])
            -1.0
        """
        weights = self.weights
        return sum(weights[signal] for signal in signals if signal in weights)

    def kept(
        self, found: Sequence[Coded], sentence: Sentence, matches: Sequence[Match], resolver: ActResolver
    ) -> list[Coded]:
        """The events of a sentence that are probable enough.

        Args:
            found: the events of the rules.
            sentence: the sentence.
            matches: its triggers.
            resolver: finds parties.
        """
        if not self.weights or not found:
            return [*found]
        around = Surroundings(sentence, resolver, matches, found)
        return [event for event in found if self.weigh(signals_of(event, around)) >= KEPT]
