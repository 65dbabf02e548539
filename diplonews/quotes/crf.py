"""The second stage: which of the rules' proposals to believe, learnt from a user's corpus.

With a corpus at hand the rules may propose more than they dare on their own: verbs that the corpus
marks as cues, attributions inside others, what could or would be said. A conditional random field
then says of each proposal how likely it is, from its cue, its frame, its grammar and its source.
Needs `python-crfsuite`: `pip install "diplonews[crf]"`.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import attrs

from diplonews.errors import ModelNotFoundError
from diplonews.language import Parsed, parsing
from diplonews.lexicons.reporting import Reporting, form_lemmas
from diplonews.quotes.attribution import is_real
from diplonews.quotes.drafts import Draft
from diplonews.quotes.polnear import Marked, MarkedText
from diplonews.quotes.view import View

__all__ = ["QuoteModel", "Training", "load_quote_model", "train_quotes"]

SEEN_CUES = 5
CUE_SHARE = 0.2
CUE_TAGS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))
KEPT_RULES = ("colon", "dash", "according", "quote.left")
SIZES = (1, 2, 3, 5, 8, 13, 21, 34)
BELIEVED = 0.37
YES, NO = "yes", "no"
LEARNT_FRAMES = frozenset(("clause", "to", "whom", "np"))
LEARNT_PREPOSITIONS = frozenset(("of", "about", "for", "on", "at", "against", "to", "with"))


def _crfsuite() -> Any:
    """The library, or the command that installs it."""
    try:
        return import_module("pycrfsuite")
    except ImportError as error:
        raise ModelNotFoundError('python -m pip install "diplonews[crf]"') from error


def _size(count: int) -> str:
    """A number of tokens as one of few words."""
    return str(sum(count >= bound for bound in SIZES))


def _subject(draft: Draft) -> str:
    """What kind of word the source is."""
    if draft.subject is None:
        return "none"
    view, i = draft.view, draft.subject
    word, tag = view.low[i], view.tags[i]
    return word if tag in ("PRP", "WP", "WDT", "DT", "PRP$") else tag


def features(draft: Draft, others: Sequence[Draft]) -> list[str]:
    """What the second stage sees of a proposal.

    Args:
        draft: the proposal.
        others: all proposals of its block.
    """
    view, head = draft.view, draft.head
    tag, dep = view.tags[head], view.deps[head]
    lemma = form_lemmas().get(view.low[head], view.low[head])
    first = draft.content[0][1]
    words = sum(last - start for _, (start, last) in draft.content)
    inside = any(
        other is not draft and owner is view and start <= head < last
        for other in others
        for owner, (start, last) in other.content
    )
    quoted = sum(view.quoted[i] >= 0 for i in range(*first))
    share = "all" if quoted == first[1] - first[0] else "some" if quoted else "none"
    opening = view.low[first[0]]
    subject, real = _subject(draft), str(is_real(view, head))
    return [
        "bias",
        f"rule={draft.rule}",
        f"lemma={lemma}",
        f"lemma/rule={lemma}/{draft.rule}",
        f"tag={tag}/{dep}",
        f"rule/tag={draft.rule}/{tag}/{dep}",
        f"subject={subject}",
        f"subject/rule={subject}/{draft.rule}",
        f"real={real}",
        f"passive={draft.passive}/{draft.rule}",
        f"inside={inside}",
        f"inside/rule={inside}/{draft.rule}",
        f"cue-quoted={view.quoted[head] >= 0}",
        f"share={share}/{draft.rule}",
        f"words={_size(words)}/{draft.rule}",
        f"pieces={min(len(draft.content), 3)}",
        f"opening={opening if view.tags[first[0]] not in ('NN', 'NNS', 'NNP', 'CD', 'JJ') else view.tags[first[0]]}",
        f"opening/rule={view.tags[first[0]]}/{draft.rule}",
        f"cue={len(draft.cue)}/{draft.rule}",
        f"first={view.low[draft.cue[0]]}",
        f"last={view.low[draft.cue[-1]]}",
        f"lemma/tag={lemma}/{tag}",
        f"lemma/subject={lemma}/{subject}",
        f"headline={view.block.kind.name == 'HEADLINE'}",
        f"gap={_size(abs((draft.subject if draft.subject is not None else head) - head))}",
    ]


def _entries(words: Iterable[str]) -> dict[str, tuple[Reporting, ...]]:
    """Frames for the verbs that a corpus has taught."""
    return {
        word: (
            Reporting(lemma=word, particle=None, category="", frames=LEARNT_FRAMES, prepositions=LEARNT_PREPOSITIONS),
        )
        for word in words
    }


class QuoteModel:
    """Weights trained on a corpus; give it to `extract_quotes(..., model=...)`.

    Args:
        path: the file that `train_quotes` wrote; the cues that it learnt stand beside it.

    Raises:
        ModelNotFoundError: if python-crfsuite or the file is missing.
    """

    def __init__(self, path: Path) -> None:
        library = _crfsuite()
        if not path.is_file():
            raise ModelNotFoundError(f"no weights in {str(path)!r}; make them: diplonews train-quotes CORPUS")
        self.path = path
        self.cues = _entries(json.loads(_cue_file(path).read_text(encoding="utf-8")))
        self._tagger = library.Tagger()
        self._tagger.open(str(path))

    def __repr__(self) -> str:
        return f"<QuoteModel {self.path.name} {len(self.cues)} cues>"

    def belief(self, draft: Draft, others: Sequence[Draft]) -> float:
        """How likely a proposal is right, from 0 to 1."""
        self._tagger.set([features(draft, others)])
        return float(self._tagger.marginal(YES, 0))

    def choose(self, drafts: Sequence[Draft]) -> list[Draft]:
        """The proposals of a block to believe, in order of their cues."""
        kept = [draft for draft in drafts if draft.rule.startswith(KEPT_RULES)]
        judged = [draft for draft in drafts if not draft.rule.startswith(KEPT_RULES)]
        kept += [draft for draft in judged if self.belief(draft, drafts) >= BELIEVED]
        return sorted(kept, key=lambda draft: draft.cue[0])


def load_quote_model(path: str | Path) -> QuoteModel:
    """The weights in a file.

    Raises:
        ModelNotFoundError: if python-crfsuite or the file is missing.
    """
    return QuoteModel(Path(path))


def _cue_file(path: Path) -> Path:
    """Where the cues of a model stand."""
    return path.with_suffix(path.suffix + ".cues.json")


@attrs.frozen(kw_only=True)
class Training:
    """What a training run did.

    Attributes:
        path: where the weights are.
        articles: how many were read.
        proposals: how many were judged by the corpus; `right` of them it holds.
        learnt: how many forms the corpus taught as cues.
        bytes: size of the weights.
    """

    path: str
    articles: int
    proposals: int
    right: int
    learnt: int
    bytes: int


def _touched(view: View, pieces: Iterable[tuple[int, int]]) -> set[int]:
    """The tokens of a block that characters of the text touch."""
    base = view.block.span.start
    tokens: set[int] = set()
    for start, end in pieces:
        i = bisect_left(view.ends, start - base + 1)
        while i < len(view) and view.starts[i] < end - base:
            tokens.add(i)
            i += 1
    return tokens


def _is_right(draft: Draft, marked: Sequence[Marked]) -> bool:
    """Whether the corpus holds the proposal: half of the content both ways, and the source."""
    view = draft.view
    own = {i for owner, piece in draft.content if owner is view for i in range(*piece) if view.words[i][0].isalnum()}
    for item in marked:
        content = {i for i in _touched(view, item.content) if view.words[i][0].isalnum()}
        shared = 2 * len(own & content)
        if not content or shared < len(own) or shared < len(content):
            continue
        source = _touched(view, item.source)
        mine = set(range(*draft.source)) if draft.source is not None else set()
        if bool(source & mine) or (not source and not mine):
            return True
    return False


def _learn_cues(texts: Iterable[tuple[list[View], MarkedText]]) -> list[str]:
    """Verb forms beside the lexicon that the corpus marks as cues, often and in a fair share of their uses."""
    seen: Counter[str] = Counter()
    marked: Counter[str] = Counter()
    for views, text in texts:
        for view in views:
            cues = _touched(view, [piece for item in text.attributions for piece in item.cue])
            for i, word in enumerate(view.low):
                if view.tags[i] in CUE_TAGS and word not in form_lemmas():
                    seen[word] += 1
                    marked[word] += i in cues
    return sorted(word for word, count in marked.items() if count >= SEEN_CUES and count >= CUE_SHARE * seen[word])


def train_quotes(corpus: Iterable[MarkedText], path: str | Path, *, iterations: int = 100) -> Training:
    """Train the second stage on an annotated corpus and write its weights.

    Args:
        corpus: annotated texts, as `diplonews.quotes.polnear.read_corpus` gives them.
        path: where to write; the learnt cues go beside it.
        iterations: at most so many passes.

    Raises:
        ModelNotFoundError: if python-crfsuite or the English model is missing.
        ValueError: if the rules propose nothing in the corpus.
    """
    from diplonews.quotes.find import make_views, propose

    library = _crfsuite()
    path = Path(path)
    read: list[tuple[Parsed, list[View], MarkedText]] = []
    for text in corpus:
        with parsing(text.text) as parsed:
            views = make_views(parsed)
            read.append((parsed, views, text))
    cues = _learn_cues((views, text) for _, views, text in read)
    entries = _entries(cues)
    trainer = library.Trainer(verbose=False)
    trainer.select("lbfgs")
    trainer.set_params({"c1": 0.0, "c2": 0.5, "max_iterations": iterations, "feature.minfreq": 2})
    count = right = 0
    for parsed, views, text in read:
        for drafts in propose(views, parsed.text, entries):
            for draft in drafts:
                if not draft.rule.startswith(KEPT_RULES):
                    held = _is_right(draft, text.attributions)
                    trainer.append([features(draft, drafts)], [YES if held else NO])
                    count += 1
                    right += held
    if not count:
        raise ValueError("the rules propose nothing in this corpus")
    trainer.train(str(path))
    _cue_file(path).write_text(json.dumps(cues, ensure_ascii=False), encoding="utf-8")
    size = path.stat().st_size
    return Training(path=str(path), articles=len(read), proposals=count, right=right, learnt=len(cues), bytes=size)
