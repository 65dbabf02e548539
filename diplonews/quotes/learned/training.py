"""Trains the second stage on a corpus of attributions.

The third model learns from the first two models' results on articles they have not seen: those two are
trained once on all articles, and once for each third of the articles on the other two thirds.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import attrs

from diplonews.lexicons.reporting import form_lemmas
from diplonews.quotes.cues import in_order
from diplonews.quotes.learned.candidates import AUXILIARIES, Proposals, gather, stem, word_tokens
from diplonews.quotes.learned.cue_features import candidate_cues, cue_signals
from diplonews.quotes.learned.model import Judges, crfsuite, learnt_frames
from diplonews.quotes.learned.polnear import Marked, MarkedText
from diplonews.quotes.learned.reranking import Reading, Variant, variants, verdict_signals
from diplonews.quotes.learned.span_labels import Parts, cut_parts, label_parts, part_signals
from diplonews.quotes.learned.weights import CUES, ROLES, VERDICTS, Weights, write_weights
from diplonews.syntax.blocks import Block
from diplonews.syntax.parsing import parsing
from diplonews.syntax.tokens import Token

__all__ = ["Training", "train_quotes"]

FOLDS = 3
SEEN_FORMS, FORM_SHARE = 3, 0.1
SEEN_STEMS, STEM_SHARE = 3, 0.05
CONTENT_TAGS = ("V", "N", "J")
RULED = frozenset(("according",))  # tagged as a verb, but handled by a rule of its own
SETTINGS = {"c1": 0.5, "c2": 0.1, "feature.minfreq": 2}


@attrs.frozen(kw_only=True)
class Training:
    """A summary of a training run.

    Attributes:
        path: the file of the weights.
        articles: the number of articles read.
        proposals: the number of words judged as cues; `right` of them are cues in the corpus.
        learnt: the number of verb forms learnt as cues from the corpus in addition to the lexicon.
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
    """An attribution of the corpus in tokens of one block, and the main token of its cue, if it has one."""

    head: Token | None
    cue: frozenset[Token]
    source: frozenset[Token]
    content: frozenset[Token]


@attrs.frozen(kw_only=True, eq=False)
class _Page:
    """An article of the corpus: its blocks, and the attributions of each."""

    text: str
    blocks: tuple[Block, ...]
    golds: list[list[_Gold]]


def _touched(block: Block, pieces: Iterable[tuple[int, int]]) -> frozenset[Token]:
    """The tokens of a block that overlap given characters of the text."""
    tokens: set[Token] = set()
    for start, end in pieces:
        i = bisect_left(block.tokens, start + 1, key=attrgetter("end"))
        while i < len(block) and block[i].start < end:
            tokens.add(block[i])
            i += 1
    return frozenset(tokens)


def _chief(cue: frozenset[Token]) -> Token | None:
    """The main token of a cue: a content word that depends on none of the others, if there is one."""
    order = in_order(cue)
    tops = [token for token in order if token.head not in cue or token.head is token]
    weighty = [token for token in (*tops, *order) if token.tag[0] in CONTENT_TAGS and token.low not in AUXILIARIES]
    return next(iter([*weighty, *tops]), None)


def _gold(block: Block, marked: Marked) -> _Gold:
    """An attribution in tokens of a block."""
    cue = _touched(block, marked.cue)
    return _Gold(
        head=_chief(cue), cue=cue, source=_touched(block, marked.source), content=_touched(block, marked.content)
    )


def _page(text: MarkedText) -> _Page:
    """An article, parsed, with the attributions of each block: those whose cue (or else content) begins there."""
    with parsing(text.text, keep=True) as parsed:
        blocks = parsed.blocks
    golds: list[list[_Gold]] = [[] for _ in blocks]
    starts = [block.span.start for block in blocks]
    for marked in text.attributions:
        if marked.content and blocks:
            first = (marked.cue or marked.content)[0][0]
            number = max(bisect_left(starts, first + 1) - 1, 0)
            golds[number].append(_gold(blocks[number], marked))
    return _Page(text=text.text, blocks=blocks, golds=golds)


def _blocks(pages: Iterable[_Page]) -> Iterator[tuple[Block, list[_Gold]]]:
    """The blocks of articles with their attributions."""
    for page in pages:
        yield from zip(page.blocks, page.golds, strict=True)


def _learn_forms(pages: Iterable[_Page]) -> list[str]:
    """Verb forms outside the lexicon that are cues in the corpus, often and in a fair share of their uses."""
    seen: Counter[str] = Counter()
    cues: Counter[str] = Counter()
    for block, golds in _blocks(pages):
        marked = frozenset().union(*(gold.cue for gold in golds))
        for token in block.tokens:
            if token.is_verb and token.low not in form_lemmas() and token.low not in RULED:
                seen[token.low] += 1
                cues[token.low] += token in marked
    return sorted(word for word, count in cues.items() if count >= SEEN_FORMS and count >= FORM_SHARE * seen[word])


def _learn_stems(pages: Iterable[_Page]) -> list[str]:
    """Stems of the main tokens of cues in the corpus."""
    seen: Counter[str] = Counter()
    cues: Counter[str] = Counter()
    for block, golds in _blocks(pages):
        seen.update(stem(token.low) for token in block.tokens if token.quoted < 0)
        cues.update(stem(gold.head.low) for gold in golds if gold.head is not None)
    return sorted(root for root, count in cues.items() if count >= SEEN_STEMS and count >= STEM_SHARE * seen[root])


def _trainer(iterations: int) -> Any:
    """A model about to be trained."""
    trainer = crfsuite().Trainer(verbose=False)
    trainer.select("lbfgs")
    trainer.set_params({**SETTINGS, "max_iterations": iterations})
    return trainer


def _weights(trainer: Any) -> bytes:
    """Train a model and return its file."""
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
    for token in candidate_cues(proposals, stems):
        signals = cue_signals(proposals, token)
        for lesson in lessons:
            lesson.add_cue(signals, marked=token in heads)
    for gold in golds:
        if gold.head is not None:
            pieces = cut_parts(parts, gold.head)
            rows = part_signals(parts, gold.head, pieces)
            labels = label_parts(proposals.block, gold.head, pieces, gold.content, gold.source)
            for lesson in lessons:
                lesson.roles.append(rows, labels)


def _grade(block: Block, reading: Reading, variant: Variant, golds: Iterable[_Gold]) -> str:
    """Whether a reading matches the corpus: exactly, by half of the content both ways and the source, or not."""
    words = word_tokens(block, variant.content)
    seen = words | set(block.words((reading.pieces[0][0], reading.pieces[-1][1])))
    source = frozenset(block.words(variant.source)) if variant.source is not None else frozenset()
    for gold in golds:
        content = {token for token in gold.content & seen if token.text[0].isalnum()}
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
        iterations: the greatest number of passes.

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
                verdicts.append([signals], [_grade(proposals.block, reading, variant, golds)])
    return {**weights, VERDICTS: _weights(verdicts)}, whole.candidates, whole.marked


def train_quotes(corpus: Iterable[MarkedText], path: str | Path, *, iterations: int = 80) -> Training:
    """Train the second stage on an annotated corpus and write its weights.

    Args:
        corpus: annotated texts, as returned by `diplonews.quotes.learned.polnear.read_corpus`.
        path: where to write.
        iterations: the greatest number of passes over the examples of each model.

    Raises:
        ModelNotFoundError: if python-crfsuite or the English model is missing.
        ValueError: if there is nothing to learn from.
    """
    from diplonews.quotes.extract import propose

    crfsuite()
    pages = [_page(text) for text in corpus]
    forms, stems = _learn_forms(pages), _learn_stems(pages)
    frames = learnt_frames(forms)
    blocks = [
        (number, gather(block, drafts), golds)
        for number, page in enumerate(pages)
        for block, golds, drafts in zip(page.blocks, page.golds, propose(page.blocks, page.text, frames), strict=True)
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
