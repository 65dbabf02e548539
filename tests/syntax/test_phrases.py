"""Noun phrases, and the parts of a clause that are read straight off its verb."""

from __future__ import annotations

import pytest

from diplonews.syntax.clauses import clause_of
from diplonews.syntax.phrases import noun_phrase
from tests.parses import read_parse, tokens_of


class TestNounPhrase:
    """`noun_phrase`"""

    @pytest.mark.parametrize(
        ("rows", "head", "avoid", "phrase"),
        [
            # the cue inside the phrase
            ("said/VBD/amod/1 Holm/NNP/ROOT/1 of/IN/prep/1 Oslo/NNP/pobj/2", 1, 0, "Holm of Oslo"),
            ("Holm/NNP/ROOT/0 the/DT/det/2 mayor/NN/appos/0 said/VBD/relcl/0 so/RB/advmod/3", 0, 3, "Holm the mayor"),
            # a verb drawn into the phrase
            ("Holm/NNP/ROOT/0 Olsen/NNP/appos/0 said/VBD/dep/0 so/RB/advmod/2", 0, None, "Holm Olsen"),
            # quotations around it
            ("“/``/punct/4 Go/VB/amod/4 ,/,/punct/4 ”/''/punct/4 Holm/NNP/ROOT/4", 4, None, "Holm"),
            # a quotation that reaches further than the phrase may
            (
                "Holm/NNP/ROOT/0 of/IN/prep/0 “/``/punct/4 long/JJ/amod/4 piers/NNS/pobj/1 ”/''/punct/4",
                0,
                None,
                "Holm of",
            ),
            ("the/DT/det/3 \"/``/punct/3 old/JJ/amod/3 pier/NN/ROOT/3 \"/''/punct/3", 3, None, "old pier"),
        ],
    )
    def test_noun_phrase(self, rows, head, avoid, phrase):
        """The phrase of a head, without cue, verb and quotations."""
        block = read_parse(rows)
        last = 4 if phrase == "Holm of" else len(block)
        found = noun_phrase(block, block[head], bounds=(0, last), avoid=None if avoid is None else block[avoid])
        assert block.phrase(found) == phrase


class TestParts:
    """The parts of a `Clause`"""

    SAID = (
        "Vik/NNP/nsubj/3 would/MD/aux/3 not/RB/neg/3 call/VB/ROOT/3 here/RB/advmod/3 for/IN/prep/3 help/NN/pobj/5 "
        "if/IN/mark/9 ships/NNS/nsubj/9 sank/VBD/advcl/3"
    )

    def test_parts(self):
        """Subject, auxiliaries, adverbs, adverbial clauses and particles, each in order."""
        tokens = tokens_of(self.SAID)
        clause = clause_of(tokens["call"])
        assert clause.own_subject is tokens["Vik"]
        assert [word.text for word in clause.auxiliaries] == ["would", "not"]
        assert clause.adverbs == (tokens["here"],)
        assert clause.adverbials == (tokens["sank"],)
        assert (clause.particle("for"), clause.particle("here")) == (tokens["for"], tokens["here"])
        assert clause.particle("if") is None
        assert clause_of(tokens["sank"]).opens_with(("if", "whether"))
        assert not clause.is_infinitive

    def test_complements(self):
        """Objects, what is said of them, and complement clauses."""
        tokens = tokens_of("to/TO/aux/1 name/VB/xcomp/2 asked/VBD/ROOT/2 Vik/NNP/dobj/2 mayor/NN/oprd/2")
        clause = clause_of(tokens["asked"])
        assert (clause.objects, clause.predicates) == ((tokens["Vik"],), (tokens["mayor"],))
        assert clause.complements == (tokens["name"],)
        assert clause_of(tokens["name"]).is_infinitive
        assert not clause.has_subject

    @pytest.mark.parametrize(
        ("rows", "verb", "passive"),
        [
            # a participle beside the main clause, with and without an object of its own
            ("Asked/VBN/advcl/2 Vik/NNP/nsubj/2 left/VBD/ROOT/2", "Asked", True),
            ("Asked/VBN/advcl/3 why/WRB/dobj/0 Vik/NNP/nsubj/3 left/VBD/ROOT/3", "Asked", False),
            # a relative clause without a pronoun that the parser took for a participle
            ("claim/NN/ROOT/0 Vik/NNP/nsubj/2 rejected/VBN/acl/0", "rejected", False),
            ("claim/NN/ROOT/0 rejected/VBN/acl/0", "rejected", True),
        ],
    )
    def test_passive(self, rows, verb, passive):
        """A bare participle is a passive, one with a subject or an object is not."""
        assert clause_of(tokens_of(rows)[verb]).is_passive is passive

    def test_extent(self):
        """The tokens of a subtree, as a range."""
        block = read_parse(self.SAID)
        assert (block[9].extent, block[5].extent) == ((7, 10), (5, 7))
        assert block.words((7, 10)) == block.tokens[7:]
