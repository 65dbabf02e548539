"""Trains the second stage on a corpus of attributions.

The third model learns from what the first two make of articles that they have not seen: these are
trained once on all articles, and once for each third of them on the other two.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import attrs

from diplonews.language import parsing
from diplonews.lexicons.reporting import form_lemmas
from diplonews.quotes.crf import Judges, crfsuite, learnt_frames
from diplonews.quotes.cues import VERB_TAGS
from diplonews.quotes.polnear import Marked, MarkedText
from diplonews.quotes.proposals import AUXILIARIES, Proposals, gather, stem, word_tokens
from diplonews.quotes.roles import Parts, cut_parts, label_parts, part_signals
from diplonews.quotes.signals import candidate_cues, cue_signals
from diplonews.quotes.verdicts import Reading, Variant, variants, verdict_signals
from diplonews.quotes.view import View
from diplonews.quotes.weights import CUES, ROLES, VERDICTS, Weights, write_weights

__all__ = ["Training", "train_quotes"]

FOLDS = 3
SEEN_FORMS, FORM_SHARE = 3, 0.1
SEEN_STEMS, STEM_SHARE = 3, 0.05
CONTENT_TAGS = ("V", "N", "J")
RULED = frozenset(("according",))  # tagged a verb, but the rules have a form of its own for it
SETTINGS = {"c1": 0.5, "c2": 0.1, "feature.minfreq": 2}


@attrs.frozen(kw_only=True)
class Training:
    """What a training run did.

    Attributes:
        path: where the weights are.
        articles: how many were read.
        proposals: how many words were judged as cues; the corpus has `right` of them as cues.
        learnt: how many verb forms beside the lexicon the corpus taught as cues.
        bytes: size of the weights.
    """

    path: str
    articles: int
    proposals: int
    right: int
    learnt: int
    bytes: int


@attrs.frozen(kw_only=True, eq=False)
class _Gold:
    """An attribution of the corpus in tokens of one block; the chief token of its cue, if it has one."""

    head: int | None
    cue: frozenset[int]
    source: frozenset[int]
    content: frozenset[int]


@attrs.frozen(kw_only=True, eq=False)
class _Page:
    """An article of the corpus: its blocks, and the attributions of each."""

    text: str
    views: list[View]
    golds: list[list[_Gold]]


def _touched(view: View, pieces: Iterable[tuple[int, int]]) -> frozenset[int]:
    """The tokens of a block that characters of the text touch."""
    base = view.block.span.start
    tokens: set[int] = set()
    for start, end in pieces:
        i = bisect_left(view.ends, start - base + 1)
        while i < len(view) and view.starts[i] < end - base:
            tokens.add(i)
            i += 1
    return frozenset(tokens)


def _chief(view: View, cue: frozenset[int]) -> int | None:
    """The chief token of a cue: a content word that depends on none of the others, if there is one."""
    order = sorted(cue)
    tops = [i for i in order if view.heads[i] not in cue or view.heads[i] == i]
    weighty = [i for i in [*tops, *order] if view.tags[i][:1] in CONTENT_TAGS and view.low[i] not in AUXILIARIES]
    return next(iter([*weighty, *tops]), None)


def _gold(view: View, marked: Marked) -> _Gold:
    """An attribution in tokens of a block."""
    cue = _touched(view, marked.cue)
    return _Gold(
        head=_chief(view, cue), cue=cue, source=_touched(view, marked.source), content=_touched(view, marked.content)
    )


def _page(text: MarkedText) -> _Page:
    """An article, parsed, with the attributions of each block: those whose cue (or else content) begins there."""
    from diplonews.quotes.find import make_views

    with parsing(text.text) as parsed:
        views = make_views(parsed)
    golds: list[list[_Gold]] = [[] for _ in views]
    starts = [view.block.span.start for view in views]
    for marked in text.attributions:
        if marked.content and views:
            first = (marked.cue or marked.content)[0][0]
            number = max(bisect_left(starts, first + 1) - 1, 0)
            golds[number].append(_gold(views[number], marked))
    return _Page(text=text.text, views=views, golds=golds)


def _blocks(pages: Iterable[_Page]) -> Iterator[tuple[View, list[_Gold]]]:
    """The blocks of articles with their attributions."""
    for page in pages:
        yield from zip(page.views, page.golds, strict=True)


def _learn_forms(pages: Iterable[_Page]) -> list[str]:
    """Verb forms beside the lexicon that the corpus has as cues, often and in a fair share of their uses."""
    seen: Counter[str] = Counter()
    cues: Counter[str] = Counter()
    for view, golds in _blocks(pages):
        marked = frozenset().union(*(gold.cue for gold in golds))
        for i, word in enumerate(view.low):
            if view.tags[i] in VERB_TAGS and word not in form_lemmas() and word not in RULED:
                seen[word] += 1
                cues[word] += i in marked
    return sorted(word for word, count in cues.items() if count >= SEEN_FORMS and count >= FORM_SHARE * seen[word])


def _learn_stems(pages: Iterable[_Page]) -> list[str]:
    """Stems of the words that the corpus has as chief tokens of cues."""
    seen: Counter[str] = Counter()
    cues: Counter[str] = Counter()
    for view, golds in _blocks(pages):
        seen.update(stem(word) for i, word in enumerate(view.low) if view.quoted[i] < 0)
        cues.update(stem(view.low[gold.head]) for gold in golds if gold.head is not None)
    return sorted(root for root, count in cues.items() if count >= SEEN_STEMS and count >= STEM_SHARE * seen[root])


def _trainer(iterations: int) -> Any:
    """A model about to be trained."""
    trainer = crfsuite().Trainer(verbose=False)
    trainer.select("lbfgs")
    trainer.set_params({**SETTINGS, "max_iterations": iterations})
    return trainer


def _weights(trainer: Any) -> bytes:
    """Train a model; its file."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "weights"
        trainer.train(str(file))
        return file.read_bytes()


class _Lessons:
    """The examples for the first two models."""

    def __init__(self, iterations: int) -> None:
        self.cues, self.roles = _trainer(iterations), _trainer(iterations)
        self.candidates = self.marked = 0

    def add_cue(self, signals: list[str], *, marked: bool) -> None:
        """A word that may be a cue."""
        self.cues.append([signals], ["yes" if marked else "no"])
        self.candidates += 1
        self.marked += marked

    def judges(self, stems: frozenset[str]) -> Judges:
        """Train both."""
        return Judges(_weights(self.cues), _weights(self.roles), stems)


def _teach(proposals: Proposals, golds: Sequence[_Gold], stems: frozenset[str], lessons: Sequence[_Lessons]) -> None:
    """Add the examples of a block."""
    parts = Parts(proposals=proposals)
    heads = {gold.head for gold in golds}
    for i in candidate_cues(proposals, stems):
        signals = cue_signals(proposals, i)
        for lesson in lessons:
            lesson.add_cue(signals, marked=i in heads)
    for gold in golds:
        if gold.head is not None:
            pieces = cut_parts(parts, gold.head)
            rows = part_signals(parts, gold.head, pieces)
            labels = label_parts(proposals.view, gold.head, pieces, gold.content, gold.source)
            for lesson in lessons:
                lesson.roles.append(rows, labels)


def _grade(view: View, reading: Reading, variant: Variant, golds: Iterable[_Gold]) -> str:
    """Whether the corpus holds a reading: exactly, by half of the content both ways and the source, or not."""
    words = word_tokens(view, variant.content)
    seen = words | set(range(reading.pieces[0][0], reading.pieces[-1][1]))
    source = frozenset(range(*variant.source)) if variant.source is not None else frozenset()
    for gold in golds:
        content = {i for i in gold.content & seen if view.words[i][0].isalnum()}
        shared = 2 * len(words & content)
        spoken = bool(source & gold.source) or (not source and not gold.source)
        if content and spoken and shared >= len(words) and shared >= len(content):
            return "exact" if words == content else "near"
    return "wrong"


def _train(
    blocks: Sequence[tuple[int, Proposals, list[_Gold]]], stems: frozenset[str], iterations: int
) -> tuple[dict[str, bytes], int, int]:
    """The weights of the three models, how many words were judged, and how many of them are cues.

    Args:
        blocks: number of the article, proposals and attributions of each block.
        stems: of words that may be cues.
        iterations: at most so many passes.

    Raises:
        ValueError: if there is nothing to learn from.
    """
    lessons = [_Lessons(iterations) for _ in range(FOLDS + 1)]
    for number, proposals, golds in blocks:
        _teach(proposals, golds, stems, [lesson for fold, lesson in enumerate(lessons) if number % FOLDS != fold])
    whole = lessons[-1]
    if not whole.marked:
        raise ValueError("no word of this corpus is marked as a cue that the rules or its other uses confirm")
    weights = {CUES: _weights(whole.cues), ROLES: _weights(whole.roles)}
    full = Judges(weights[CUES], weights[ROLES], stems)
    judges = [lesson.judges(stems) if lesson.marked else full for lesson in lessons[:-1]]
    verdicts = _trainer(iterations)
    for number, proposals, golds in blocks:
        for reading in judges[number % FOLDS].read(proposals):
            found = variants(proposals, reading)
            for variant in found:
                signals = verdict_signals(proposals, reading, variant, found)
                verdicts.append([signals], [_grade(proposals.view, reading, variant, golds)])
    return {**weights, VERDICTS: _weights(verdicts)}, whole.candidates, whole.marked


def train_quotes(corpus: Iterable[MarkedText], path: str | Path, *, iterations: int = 80) -> Training:
    """Train the second stage on an annotated corpus and write its weights.

    Args:
        corpus: annotated texts, as `diplonews.quotes.polnear.read_corpus` gives them.
        path: where to write.
        iterations: at most so many passes over the examples of each model.

    Raises:
        ModelNotFoundError: if python-crfsuite or the English model is missing.
        ValueError: if there is nothing to learn from.
    """
    from diplonews.quotes.find import propose

    crfsuite()
    pages = [_page(text) for text in corpus]
    forms, stems = _learn_forms(pages), _learn_stems(pages)
    frames = learnt_frames(forms)
    blocks = [
        (number, gather(view, drafts), golds)
        for number, page in enumerate(pages)
        for view, golds, drafts in zip(page.views, page.golds, propose(page.views, page.text, frames), strict=True)
    ]
    models, judged, right = _train(blocks, frozenset(stems), iterations)
    path = Path(path)
    write_weights(path, Weights(forms=tuple(forms), stems=tuple(stems), models=models))
    return Training(
        path=str(path),
        articles=len(pages),
        proposals=judged,
        right=right,
        learnt=len(forms),
        bytes=path.stat().st_size,
    )
