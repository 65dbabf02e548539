"""What the second stage is made of: the parts around a cue, their labels, and what is seen of them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from diplonews.quotes.extract import propose
from diplonews.quotes.learned.candidates import PUNCTUATION, gather, lexical, size, stem, top, word_tokens
from diplonews.quotes.learned.cue_features import candidate_cues, cue_signals
from diplonews.quotes.learned.reranking import Reading, as_draft, variants, verdict_signals
from diplonews.quotes.learned.span_labels import Parts, cut_parts, label_parts, part_signals, read_labels
from diplonews.syntax.parsing import parsing

INTERRUPTED = '"The pier is shut," the harbour master said late on Monday, "and it stays shut."'
SENTENCES = (
    INTERRUPTED,
    "The pilots' union said the runway was short, and the airline agreed to mend it.",
    "According to the ferry line, the crossing takes an hour.",
    "The weather was fine.",
    "Wharf to close: mayor",
    'She praised the keeper - who had "nerves of iron" - and told him to rest. He asked why.',
    "The cook complained (twice) about the oven.",
)


def at(block, word):
    """The first token with that word in small letters."""
    return next(token for token in block.tokens if token.low == word)


def proposals_of(text):
    """What the rules propose for a text of one block."""
    with parsing(text, keep=True) as parsed:
        (drafts,) = propose(parsed.blocks, text, {})
        return gather(parsed.blocks[0], drafts)


@pytest.fixture(scope="module")
def blocks():
    """What the rules propose for each sentence."""
    return [proposals_of(text) for text in SENTENCES]


@pytest.fixture(scope="module")
def interrupted(blocks):
    """The quotation that its attribution interrupts."""
    return blocks[0]


def reading(proposals, head, labels):
    """A reading of a cue that is sure of its labels."""
    pieces = cut_parts(Parts(proposals=proposals), head)
    return Reading(
        head=head,
        belief=0.9,
        pieces=tuple(pieces),
        labels=tuple(labels),
        confidence=1.0,
        in_content=tuple(float(label in ("B", "I")) for label in labels),
        in_source=tuple(float(label == "S") for label in labels),
    )


class TestWords:
    """`stem`, `size`, `lexical`, `top`"""

    @pytest.mark.parametrize(
        ("forms", "root"),
        [
            (("argue", "argues", "argued", "arguing"), "argu"),
            (("deny", "denies", "denied", "denying"), "deny"),
            (("plan", "plans", "planned", "planning"), "plan"),
            (("say",), "say"),
            (("was",), "was"),
            (("is",), "is"),
        ],
    )
    def test_stem(self, forms, root):
        """The forms of a verb share a stem; short words and auxiliaries are their own."""
        assert {stem(form) for form in forms} == {root}

    @given(st.integers(0, 200), st.integers(0, 200))
    def test_size_grows(self, one, other):
        """More tokens are never of a smaller class."""
        assert (size(one) <= size(other)) or one > other

    @given(st.text(max_size=30))
    def test_stem_of_anything(self, word):
        """Any word has a stem, no longer than the word."""
        assert len(stem(word)) <= len(word)

    def test_lexical(self, interrupted):
        """Function words and signs are themselves, others their part of speech, and there is an end."""
        block = interrupted.block
        words = [at(block, "the"), at(block, "pier"), None, at(block, ",")]
        assert [lexical(word) for word in words] == ["the", "NN", "$", ","]

    def test_top(self, interrupted):
        """The head of a phrase, and a sign where there is nothing else."""
        block = interrupted.block
        master = at(block, "master")
        assert top(block, (master.i - 2, master.i + 1)) is master
        assert top(block, (0, 1)) is block[0]


class TestProposals:
    """`gather`"""

    def test_holders(self, interrupted):
        """Each token knows the proposal that holds it, and none is its own holder."""
        block, draft = interrupted.block, interrupted.drafts[0]
        pier = at(block, "pier")
        assert interrupted.holder(pier, None) is draft
        assert interrupted.holder(pier, draft) is None
        assert interrupted.sources[at(block, "master").i] is draft
        assert interrupted.is_believed(draft)
        assert not interrupted.is_believed(None)

    def test_quotations_around_a_token(self, interrupted):
        """The quotations before, at and after a token."""
        said = at(interrupted.block, "said").i
        first, second = interrupted.speeches
        assert interrupted.speech_before(said) == first
        assert interrupted.speech_after(said) == second
        assert interrupted.speech_at(said) is None
        assert interrupted.speech_at(second[0]) == second
        assert interrupted.speech_before(0) is None
        assert interrupted.speech_after(second[0]) is None


class TestParts:
    """`cut_parts`, `label_parts`, `read_labels`, `part_signals`"""

    def test_parts_are_in_order_and_apart(self, blocks):
        """Whatever the cue, it is a part of its own, no two parts overlap, and no word between them is lost."""
        for proposals in blocks:
            block = proposals.block
            for token in block.tokens:
                pieces = cut_parts(Parts(proposals=proposals), token)
                if proposals.speech_at(token.i) is None:
                    assert (token.i, token.i + 1) in pieces
                assert all(one[1] <= other[0] for one, other in pairwise(pieces))
                covered = {x for piece in pieces for x in range(*piece)}
                lost = set(range(pieces[0][0], pieces[-1][1])) - covered
                assert all(block[x].text in PUNCTUATION for x in lost)

    def test_whole_quotations(self, interrupted):
        """A quotation is one part, on either side of the cue."""
        pieces = cut_parts(Parts(proposals=interrupted), at(interrupted.block, "said"))
        assert set(interrupted.speeches) <= set(pieces)

    def test_what_lies_far_away_is_one_part(self):
        """A cue has a bounded number of parts beside it, and no word of its sentence is lost."""
        proposals = proposals_of("The keeper said " + "nets, ropes, " * 15 + "and oars were wet.")
        block, said = proposals.block, at(proposals.block, "said")
        pieces = cut_parts(Parts(proposals=proposals), said)
        assert (said.i, said.i + 1) in pieces
        assert len(pieces) <= 27
        assert pieces[-1][1] >= at(block, "wet").i

    def test_labels_lead_back(self, interrupted):
        """What labels say of the parts is read as it was marked."""
        block, draft = interrupted.block, interrupted.drafts[0]
        pieces = cut_parts(Parts(proposals=interrupted), draft.head)
        content = {token for piece in draft.own_pieces for token in draft.block.words(piece)}
        labels = label_parts(block, draft.head, pieces, content, block.words(draft.source))
        assert labels[pieces.index((draft.head.i, draft.head.i + 1))] == "Q"
        found, source = read_labels(block, pieces, labels)
        assert word_tokens(block, [(block, piece) for piece in found]) == word_tokens(block, draft.content)
        assert source == draft.source

    @given(st.data())
    def test_any_labels_are_read(self, interrupted, data):
        """Any labels give pieces in order, none empty, and at most one source."""
        block = interrupted.block
        pieces = cut_parts(Parts(proposals=interrupted), at(block, "said"))
        labels = data.draw(st.lists(st.sampled_from("BIASOQ"), min_size=len(pieces), max_size=len(pieces)))
        found, source = read_labels(block, pieces, labels)
        assert all(first < last for first, last in found)
        assert all(one[1] <= other[0] for one, other in pairwise(found))
        assert source is None or source[0] < source[1]

    def test_signals(self, blocks):
        """Each part has signals, the cue only that it is one; dashes are counted."""
        for proposals in blocks:
            parts = Parts(proposals=proposals)
            for cue in candidate_cues(proposals, frozenset()):
                pieces = cut_parts(parts, cue)
                rows = part_signals(parts, cue, pieces)
                assert len(rows) == len(pieces)
                assert [row for row in rows if row == ["cue"]] == [["cue"]]
        dashed = blocks[5]
        praised = at(dashed.block, "praised")
        parts = Parts(proposals=dashed)
        rows = part_signals(parts, praised, cut_parts(parts, praised))
        assert any(signal.startswith("dashes side=1") for row in rows for signal in row)


class TestCandidates:
    """`candidate_cues`, `cue_signals`"""

    def test_stems_add_to_what_the_rules_propose(self, blocks):
        """A word of a stem that the corpus has is a candidate where the rules propose nothing."""
        oven = blocks[6]
        cook = at(oven.block, "cook")
        assert cook not in candidate_cues(oven, frozenset())
        assert cook in candidate_cues(oven, frozenset(("cook",)))
        assert "proposed=False" in cue_signals(oven, cook)

    def test_signals_of_a_proposal(self, interrupted):
        """The rule, the subject and the quotations beside a cue are seen."""
        signals = cue_signals(interrupted, at(interrupted.block, "said"))
        assert {"word=said", "rule=quote.left", "pieces=2", "around=mid/mid"} <= set(signals)

    def test_every_token_has_signals(self, blocks):
        """Nothing that a corpus may mark breaks the signals."""
        for proposals in blocks:
            for token in proposals.block.tokens:
                assert len(cue_signals(proposals, token)) > 20


class TestVariants:
    """`variants`, `verdict_signals`, `as_draft`"""

    def test_agreement_is_one_variant(self, interrupted):
        """Where the model reads what the rules read, there is nothing to choose."""
        draft = interrupted.drafts[0]
        pieces = cut_parts(Parts(proposals=interrupted), draft.head)
        content = {token for piece in draft.own_pieces for token in draft.block.words(piece)}
        labels = label_parts(draft.block, draft.head, pieces, content, draft.block.words(draft.source))
        (only,) = variants(interrupted, reading(interrupted, draft.head, labels))
        assert (only.name, only.source) == ("rules", draft.source)

    def test_ways_to_read_a_cue(self, interrupted):
        """Content and source of rules and model are combined; drafts keep what the rules know."""
        draft = interrupted.drafts[0]
        pieces = cut_parts(Parts(proposals=interrupted), draft.head)
        labels = [
            "Q" if piece[0] == draft.head.i else "B" if number == 0 else "O" for number, piece in enumerate(pieces)
        ]
        read = reading(interrupted, draft.head, labels)
        found = variants(interrupted, read)
        assert [variant.name for variant in found] == ["rules", "model", "model+source"]
        for variant in found:
            signals = verdict_signals(interrupted, read, variant, found)
            assert signals["bias"] == 1.0
            assert f"name={variant.name}" in signals
            made = as_draft(interrupted, read, variant)
            assert (made.cue, made.source) == (draft.cue, variant.source)
            assert made.rule == draft.rule + "+learnt" * (variant.name != "rules")

    def test_cue_without_rules(self, blocks):
        """A cue that only the model knows becomes an attribution of its own rule."""
        oven = blocks[6]
        cook = at(oven.block, "cook")
        pieces = cut_parts(Parts(proposals=oven), cook)
        labels = ["Q" if piece[0] == cook.i else "B" if piece[0] > cook.i else "S" for piece in pieces]
        read = reading(oven, cook, labels)
        (only,) = variants(oven, read)
        made = as_draft(oven, read, only)
        assert (made.rule, made.head, made.category) == ("learnt", cook, "")
        assert verdict_signals(oven, read, only, [only])["ways=1"] == 1.0
        assert variants(oven, reading(oven, cook, ["O"] * len(pieces))) == []

    def test_learnt_speech(self, interrupted):
        """A cue that only the model knows, with a quotation, is speech."""
        late = at(interrupted.block, "late")
        pieces = cut_parts(Parts(proposals=interrupted), late)
        labels = ["B" if number == 0 else "Q" if piece[0] == late.i else "O" for number, piece in enumerate(pieces)]
        read = reading(interrupted, late, labels)
        made = as_draft(interrupted, read, variants(interrupted, read)[0])
        assert (made.rule, made.category, made.source) == ("quote.learnt", "statement", None)
