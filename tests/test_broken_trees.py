"""No parse makes a stage hang: circles, heads outside the block, roots too many or none, any label anywhere.

The trees are handed over as spaCy documents, which keep what they are given. How often each stage follows
them is counted, so that a walk without an end is stopped and shown, and no stage may call itself too deep.
"""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager
from datetime import date
from unittest.mock import patch

import pytest
from hypothesis import example, given, strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from diplonews.actors.extract import find_actors
from diplonews.events.find import find_events
from diplonews.quotes.extract import find_quotes, propose
from diplonews.quotes.learned.candidates import gather
from diplonews.quotes.learned.cue_features import candidate_cues, cue_signals
from diplonews.quotes.learned.span_labels import Parts, cut_parts, part_signals
from diplonews.syntax import blocks
from diplonews.syntax.parsing import parse_doc
from diplonews.syntax.tokens import Token

MOST_STEPS = 25_000  # for each token: a hundred times past the 250 of its piece
MOST_FRAMES = 400
SECONDS = 60  # for an interpreter to start, load the model and read one text
ANCHOR = date(2024, 5, 8)
VOCAB = Vocab()
WORDS = (
    *("said/VBD", "told/VBD", "accused/VBD", "attacked/VBN", "held/VBD", "pay/VB", "denied/VBD", "was/VBD", "will/MD"),
    *("talks/NNS", "sanctions/NNS", "troops/NNS", "officials/NNS", "sides/NNS", "two/CD", "minister/NN", "claim/NN"),
    *("Peru/NNP", "Chile/NNP", "President/NNP", "Vik/NNP", "Monday/NNP", "it/PRP", "he/PRP", "they/PRP", "its/PRP$"),
    *("who/WP", "that/IN", "of/IN", "by/IN", "If/IN", "according/VBG", "to/TO", "not/RB", "the/DT", "critical/JJ"),
    *("and/CC", ",/,", "./.", '"/``', ":/:"),
)
LABELS = (
    *("ROOT", "acl", "acomp", "advcl", "advmod", "agent", "amod", "appos", "attr", "aux", "auxpass", "case", "cc"),
    *("ccomp", "compound", "conj", "csubj", "csubjpass", "dative", "dep", "det", "dobj", "expl", "intj", "mark"),
    *("meta", "neg", "nmod", "npadvmod", "nsubj", "nsubjpass", "nummod", "oprd", "parataxis", "pcomp", "pobj"),
    *("poss", "preconj", "predet", "prep", "prt", "punct", "quantmod", "relcl", "xcomp"),
)
BREAK = "\n/_SP"
Row = tuple[str, str, int]
"""A word with its tag, its label, and the number of its head."""


class Counted(Token):
    """A token that counts how often any of them is followed up or down, and ends the walk at a bound."""

    __slots__ = ()
    steps = most = 0

    @classmethod
    def limit(cls, most):
        """Begin to count anew."""
        cls.steps, cls.most = 0, most

    @classmethod
    def step(cls):
        """Count one."""
        Counted.steps += 1
        if Counted.steps > Counted.most:
            raise AssertionError(f"more than {Counted.most} steps over the tree")

    @property
    def head(self):
        self.step()
        return Token.head.__get__(self)

    @head.setter
    def head(self, token):
        Token.head.__set__(self, token)

    @property
    def kids(self):
        self.step()
        return Token.kids.__get__(self)

    @kids.setter
    def kids(self, tokens):
        Token.kids.__set__(self, tokens)


def second_stage(parsed):
    """What a trained model is shown of a text."""
    for block, drafts in zip(parsed.blocks, propose(parsed.blocks, parsed.text, {}), strict=True):
        proposals = gather(block, drafts)
        parts = Parts(proposals=proposals)
        for cue in candidate_cues(proposals, frozenset())[:3]:
            cue_signals(proposals, cue)
            part_signals(parts, cue, cut_parts(parts, cue))


@contextmanager
def shallow():
    """A stack on which little room is left."""
    before, frame, depth = sys.getrecursionlimit(), sys._getframe(), 0
    while frame is not None:
        frame, depth = frame.f_back, depth + 1
    sys.setrecursionlimit(depth + MOST_FRAMES)
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


def read_all(rows):
    """Run every stage over a tree, each within its bounds."""
    words, tags = zip(*(row[0].rsplit("/", 1) for row in rows), strict=True)
    doc = Doc(
        VOCAB,
        words=list(words),
        tags=list(tags),
        deps=[label for _, label, _ in rows],
        heads=[head for _, _, head in rows],
    )
    Counted.limit(MOST_STEPS * len(doc))
    with patch.object(blocks, "Token", Counted):
        parsed = parse_doc(doc, anchor=ANCHOR)
    for stage in (find_quotes, second_stage, find_actors, find_events):
        Counted.limit(MOST_STEPS * len(doc))
        with shallow():
            stage(parsed)


def tiled(unit, count, *, ring=False):
    """A few words over and over; heads are given by their distance, and at the ends lead round or nowhere."""
    rows = []
    for i in range(count):
        word, label, off = unit[i % len(unit)]
        head = i + off
        rows.append((word, label, head % count if ring else head if 0 <= head < count else i))
    return rows


def nested(clauses, members):
    """Clauses inside clauses, the subject of each a row of pronouns that may refer to the subject above."""
    rows: list[Row] = []
    for number in range(clauses):
        first, verb = len(rows), len(rows) + members
        rows.append(("officials/NNS", "nsubj", verb))
        rows += [("it/PRP", "conj", i) for i in range(first, verb - 1)]
        rows.append(("said/VBD", "ccomp" if number else "ROOT", first - 1 if number else verb))
    return rows


@st.composite
def small_trees(draw):
    """Any heads and labels over a few words, in one paragraph or two."""
    words = draw(st.lists(st.sampled_from([*WORDS, BREAK]), min_size=1, max_size=14))
    number = st.integers(0, len(words) - 1)
    return [(word, draw(st.sampled_from(LABELS)), draw(number)) for word in words]


@st.composite
def long_trees(draw):
    """A pattern that goes on past the 250 tokens of a piece, now and then past the end of a block."""
    cell = st.tuples(st.sampled_from(WORDS), st.sampled_from(LABELS), st.integers(-4, 4))
    unit = draw(st.lists(cell, min_size=1, max_size=6))
    return tiled(unit, draw(st.sampled_from([60, 255, 255, 520])), ring=draw(st.booleans()))


@given(small_trees())
@example([("Peru/NNP", "conj", 1), ("talks/NNS", "conj", 0)])
@example([("said/VBD", "ccomp", 2), (BREAK, "dep", 0), ("Peru/NNP", "nsubj", 0)])
@example([("attacked/VBN", "ROOT", 0), ("Peru/NNP", "ROOT", 0)])
def test_any_small_tree_is_read(rows):
    """Any heads and any labels are read to an end."""
    read_all(rows)


@pytest.mark.slow
@given(long_trees())
@example(tiled([("talks/NNS", "conj", -1)], 255))
@example(tiled([("talks/NNS", "conj", 1)], 60, ring=True))
@example(tiled([("attacked/VBN", "conj", -2), ("and/CC", "cc", -1)], 255))
@example(tiled([("attacked/VBN", "xcomp", -2), ("was/VBD", "auxpass", -1), ("pay/VB", "xcomp", -2)], 255))
@example(tiled([("Monday/NNP", "poss", 1)], 255))
@example(tiled([("officials/NNS", "appos", -1)], 255))
@example(tiled([("said/VBD", "ccomp", -1)], 2_500))
def test_any_long_tree_is_read(rows):
    """Chains, circles and lists longer than a piece, or a block, are read to an end."""
    read_all(rows)


@pytest.mark.parametrize("label", LABELS)
def test_each_label_is_read_in_every_place(label):
    """A label at every token of a chain up, of a chain down, and of tokens that are all their own heads."""
    words = ("Peru/NNP", "said/VBD", "it/PRP", "attacked/VBN", "talks/NNS", "by/IN")
    for off in (-1, 0, 1):
        read_all(tiled([(word, label, off) for word in words], 252))


@pytest.mark.slow
@pytest.mark.parametrize(("clauses", "members"), [(2, 40), (4, 40), (6, 30), (40, 5)])
def test_who_stands_for_whom_is_asked_once(clauses, members):
    """Pronouns that may each refer to a row of pronouns one clause up do not multiply."""
    read_all(nested(clauses, members))


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "'talks; ' * 126",
        "'The envoys discussed ' + 'ships, grain, fees, tolls, ports, cables, ' * 21 + 'sanctions.'",
        "'talks; ' * 3000",
    ],
)
def test_lists_longer_than_a_piece_end(text):
    """A list whose words are cut from their heads at the end of a piece is read to an end."""
    code = f"import diplonews; print(len(diplonews.extract_events({text})))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=SECONDS)
    assert done.stdout == "0\n"
