"""Tokens: the tree that `link` makes of any parse, and the walks over it."""

from __future__ import annotations

from itertools import islice, pairwise

import attrs
import pytest
from hypothesis import example, given, strategies as st

from diplonews.syntax.tokens import Token, link
from tests.parses import tokens_of

LABELS = ("ROOT", "conj", "dep", "nsubj", "")
MOST_TOKENS = 12


@attrs.frozen(kw_only=True)
class Given:
    """What a parser may hand over: heads inside and outside, a label for each, and pieces that cover the tokens."""

    heads: tuple[int, ...]
    labels: tuple[str, ...]
    pieces: tuple[tuple[int, int], ...]

    def linked(self):
        """Tokens that are linked so."""
        tokens = [Token(i, f"w{i}", "NN", label, 4 * i) for i, label in enumerate(self.labels)]
        link(tokens, self.heads, self.pieces)
        return tokens

    def piece(self, i):
        """The tokens of the piece that contains a token."""
        return next(range(first, last) for first, last in self.pieces if first <= i < last)

    def circle(self, i):
        """The tokens that the heads lead to from a token and back to it; empty where they lead elsewhere."""
        met, at = {i}, self.heads[i]
        while at in self.piece(i) and at not in met:
            met.add(at)
            at = self.heads[at]
        return met if at == i else set()


@st.composite
def parses(draw):
    """Any heads, labels and pieces of a block."""
    count = draw(st.integers(0, MOST_TOKENS))
    cuts = draw(st.sets(st.integers(1, count - 1))) if count > 1 else set()
    edges = [0, *sorted(cuts), count]
    return Given(
        heads=tuple(draw(st.lists(st.integers(-2, count + 2), min_size=count, max_size=count))),
        labels=tuple(draw(st.lists(st.sampled_from(LABELS), min_size=count, max_size=count))),
        pieces=tuple(pairwise(edges)) if count else (),
    )


def parse_of(*heads, label="conj"):
    """Heads in one piece, all with one label."""
    return Given(heads=heads, labels=(label,) * len(heads), pieces=((0, len(heads)),))


class TestLink:
    """`link`"""

    @given(parses())
    @example(parse_of(1, 2, 0))
    @example(parse_of(0, 0, 2))
    @example(parse_of(3, 0, 0, 1))
    def test_any_parse_gives_a_forest(self, parse):
        """Each token reaches a root within its piece, and none comes by twice."""
        tokens = parse.linked()
        for first, last in parse.pieces:
            for token in tokens[first:last]:
                way, at = [token], token
                while at.head is not at:
                    at = at.head
                    assert at not in way
                    way.append(at)
                assert all(first <= above.i < last for above in way)

    @given(parses())
    def test_heads_and_kids_agree(self, parse):
        """A token is a kid of its head and of no other token, and kids are in text order."""
        tokens = parse.linked()
        hung = [kid for token in tokens for kid in token.kids]
        assert sorted(kid.i for kid in hung) == [token.i for token in tokens if token.head is not token]
        assert all(kid.head is token for token in tokens for kid in token.kids)
        assert all(list(token.kids) == sorted(token.kids, key=lambda kid: kid.i) for token in tokens)

    @given(parses())
    @example(parse_of(0, 0, label="ROOT"))
    def test_roots_alone_are_labelled_so(self, parse):
        """A root has the label `ROOT`; another token keeps its label, unless that is `ROOT`."""
        for token, label in zip(parse.linked(), parse.labels, strict=True):
            kept = label if label != "ROOT" else "dep"
            assert token.dep == ("ROOT" if token.head is token else kept)

    @given(parses())
    @example(parse_of(1, 2, 0, 0))
    def test_nothing_more_is_cut_than_must_be(self, parse):
        """A head inside the piece is kept, save one in each circle."""
        cut = {token.i for token in parse.linked() if token.head.i != parse.heads[token.i]}
        for i in cut:
            assert parse.heads[i] not in parse.piece(i) or cut & parse.circle(i) == {i}

    @given(parses())
    def test_edges_are_those_of_the_subtree(self, parse):
        """`left` and `right` are the first and the last token below."""
        tokens = parse.linked()
        for token in tokens:
            below = [one.i for one in tokens if token in islice(one.upwards(), len(tokens))]
            assert (token.left, token.right) == (below[0], below[-1])


class TestWalks:
    """`Token.upwards`, `ancestors`, `subtree`, `chain`, `descent`, `list_after`"""

    @pytest.fixture
    def tokens(self):
        """`Riga hopes to try to sell ships and boats and barges`."""
        return tokens_of(
            "Riga/NNP/nsubj/1 hopes/VBZ/ROOT/1 to/TO/aux/3 try/VB/xcomp/1 To/TO/aux/5 sell/VB/xcomp/3 "
            "ships/NNS/dobj/5 and/CC/cc/6 boats/NNS/conj/6 And/CC/cc/8 barges/NNS/conj/8"
        )

    @pytest.mark.parametrize(
        ("walk", "start", "expected"),
        [
            (Token.upwards, "sell", ["sell", "try", "hopes"]),
            (Token.upwards, "hopes", ["hopes"]),
            (Token.ancestors, "sell", ["try", "hopes"]),
            (Token.ancestors, "hopes", []),
            (Token.subtree, "ships", ["ships", "and", "boats", "And", "barges"]),
            (lambda token: token.chain("conj"), "barges", ["barges", "boats", "ships"]),
            (lambda token: token.chain("conj", "dobj", "xcomp"), "boats", ["boats", "ships", "sell", "try", "hopes"]),
            (lambda token: token.chain("conj"), "hopes", ["hopes"]),
            (lambda token: token.descent("xcomp", "ccomp"), "hopes", ["hopes", "try", "sell"]),
            (lambda token: token.descent("ccomp"), "hopes", ["hopes"]),
            (Token.list_after, "Riga", []),
        ],
    )
    def test_goes_as_far_as_it_should(self, tokens, walk, start, expected):
        """Each walk gives its tokens in order, and ends."""
        assert [token.text for token in walk(tokens[start])] == expected

    def test_a_list_of_names(self, tokens):
        """Names in a list without `and` are met in the order of their links."""
        tokens["Riga"].listed, tokens["ships"].listed = tokens["ships"], tokens["barges"]
        assert [token.text for token in tokens["Riga"].list_after()] == ["ships", "barges"]
