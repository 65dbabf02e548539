"""The second stage, learnt from a corpus: finds cues with their content and source, and selects the right readings.

Three small models are applied in turn. The first gives the probability that a word is a cue (among all words that are
cues in the corpus and all that the rules propose); the second finds the parts of its sentences that are content and
source; the third selects the right reading of the cue, the rules' or the models'. All use the rules' proposals as
features.
Needs `python-crfsuite`: `pip install "diplonews[crf]"`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any

import attrs

from diplonews.errors import missing_extra
from diplonews.lexicons.reporting import Reporting
from diplonews.quotes.attribution import Attribution
from diplonews.quotes.learned.candidates import Proposals, gather, word_tokens
from diplonews.quotes.learned.cue_features import candidate_cues, cue_signals
from diplonews.quotes.learned.reranking import Reading, Variant, as_draft, variants, verdict_signals
from diplonews.quotes.learned.span_labels import Parts, cut_parts, part_signals
from diplonews.quotes.learned.weights import CUES, ROLES, VERDICTS, read_weights
from diplonews.syntax.blocks import Block
from diplonews.syntax.tokens import Token

__all__ = [
    "Judges",
    "QuoteModel",
    "crfsuite",
    "learnt_frames",
    "load_quote_model",
]

WORTH_READING = 0.2
BELIEVED = 0.34
EXACT_BONUS = 0.3
LEARNT_FRAMES = frozenset(("clause", "to", "whom", "np"))
LEARNT_PREPOSITIONS = frozenset(("of", "about", "for", "on", "at", "against", "to", "with"))


def crfsuite() -> Any:
    """The library, or the command that installs it.

    Raises:
        ModelNotFoundError: if it is not installed.
    """
    try:
        return import_module("pycrfsuite")
    except ImportError as error:
        raise missing_extra("the second stage for quotes", "python-crfsuite", "crf") from error


def learnt_frames(words: Iterable[str]) -> Mapping[str, tuple[Reporting, ...]]:
    """Frames for the verb forms learnt from a corpus."""
    entries = (
        Reporting(id="", lemma=word, category="", frames=LEARNT_FRAMES, prepositions=LEARNT_PREPOSITIONS)
        for word in words
    )
    return MappingProxyType({entry.lemma: (entry,) for entry in entries})


class _Model:
    """One of the models, loaded."""

    def __init__(self, weights: bytes) -> None:
        self._weights = weights  # the library reads them in place
        self.tagger = crfsuite().Tagger()
        self.tagger.open_inmemory(weights)
        self._labels = frozenset(self.tagger.labels())

    def look(self, rows: Sequence[list[str] | dict[str, float]]) -> None:
        """Set the items to judge, one row of features each."""
        self.tagger.set(rows)

    def chance(self, label: str, place: int = 0) -> float:
        """The probability that a row has a label, from 0 to 1."""
        return float(self.tagger.marginal(label, place)) if label in self._labels else 0.0


class Judges:
    """The first two models: cues, and the parts around them.

    Args:
        cues: weights of the first; `roles` those of the second.
        stems: the stems of words that can be candidates.
    """

    def __init__(self, cues: bytes, roles: bytes, stems: frozenset[str]) -> None:
        self._cues, self._roles, self.stems = _Model(cues), _Model(roles), stems

    def read(self, proposals: Proposals) -> list[Reading]:
        """The models' reading of each likely cue of a block."""
        parts = Parts(proposals=proposals)
        found = []
        for token in candidate_cues(proposals, self.stems):
            self._cues.look([cue_signals(proposals, token)])
            belief = self._cues.chance("yes")
            if belief >= WORTH_READING or token.i in proposals.spoken:
                found.append(self._parts(parts, token, belief))
        return found

    def _parts(self, parts: Parts, cue: Token, belief: float) -> Reading:
        """The parts around a cue, labelled."""
        pieces = cut_parts(parts, cue)
        roles, places = self._roles, range(len(pieces))
        roles.look(part_signals(parts, cue, pieces))
        labels = roles.tagger.tag()
        return Reading(
            head=cue,
            belief=belief,
            pieces=tuple(pieces),
            labels=tuple(labels),
            confidence=roles.tagger.probability(labels),
            in_content=tuple(roles.chance("B", place) + roles.chance("I", place) for place in places),
            in_source=tuple(roles.chance("S", place) for place in places),
        )


@attrs.frozen(kw_only=True, eq=False)
class _Verdict:
    """The best reading of a cue, and its probability."""

    chance: float
    reading: Reading
    variant: Variant


class QuoteModel:
    """Weights trained on a corpus; give it to `extract_quotes(..., model=...)`.

    Args:
        path: the file written by `train_quotes`.

    Raises:
        ModelNotFoundError: if python-crfsuite or the file is missing.
        ValueError: if the file is not a model of quotes, or is damaged.
    """

    def __init__(self, path: Path) -> None:
        crfsuite()
        weights = read_weights(path)
        self.path = path
        self.cues = learnt_frames(weights.forms)
        self._judges = Judges(weights.models[CUES], weights.models[ROLES], frozenset(weights.stems))
        self._verdicts = _Model(weights.models[VERDICTS])

    def __repr__(self) -> str:
        return f"<QuoteModel {self.path.name} {len(self.cues)} cues>"

    def _verdict(self, proposals: Proposals, reading: Reading) -> _Verdict | None:
        """The best way to read a cue."""
        found = variants(proposals, reading)
        best, most = None, 0.0
        for variant in found:
            self._verdicts.look([verdict_signals(proposals, reading, variant, found)])
            exact, near = self._verdicts.chance("exact"), self._verdicts.chance("near")
            worth = exact + near + EXACT_BONUS * exact
            if worth > most:
                best, most = _Verdict(chance=exact + near, reading=reading, variant=variant), worth
        return best

    def choose(self, block: Block, drafts: Sequence[Attribution]) -> list[Attribution]:
        """The accepted attributions of a block, in order of their cues; none shares words with another.

        Args:
            block: the block.
            drafts: the rules' proposals for it outside quotations.
        """
        proposals = gather(block, drafts)
        judged = [self._verdict(proposals, reading) for reading in self._judges.read(proposals)]
        likely = [verdict for verdict in judged if verdict is not None and verdict.chance >= BELIEVED]
        taken: set[Token] = set()
        cues: set[Token] = set()
        kept = []
        for verdict in sorted(likely, key=lambda item: -item.chance):
            words = word_tokens(block, verdict.variant.content)
            if verdict.reading.head in taken or words & taken or words & cues:
                continue
            draft = as_draft(proposals, verdict.reading, verdict.variant)
            taken |= words
            cues.update(draft.cue)
            kept.append(draft)
        return sorted(kept, key=lambda draft: draft.start)


def load_quote_model(path: str | Path) -> QuoteModel:
    """The weights in a file written by `train_quotes`.

    The file has a checksum: damage is found before any of it is used. That does not prove its
    origin; load only files made by you or by people you trust.

    Raises:
        ModelNotFoundError: if python-crfsuite or the file is missing.
        ValueError: if the file is not a model of quotes, is damaged, or is of another version.
    """
    return QuoteModel(Path(path))
