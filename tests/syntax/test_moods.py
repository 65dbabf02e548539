"""What the words at a verb show about its clause, what governs it, and how noun phrases are built."""
# ruff: noqa: E501 -- a parse is one line

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from diplonews.syntax.adjuncts import clauses_above, holder_of
from diplonews.syntax.bonds import bonds
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.nouns import phrase_of
from diplonews.syntax.reach import Reach, nouns_below, participants
from tests.parses import read_parse, tokens_of

MOODS = [
    ("Oslo/NNP/nsubj/2 may/MD/aux/2 pay/VB/ROOT/2", "pay", {("modal", "may")}),
    ("Oslo/NNP/nsubj/2 never/RB/neg/2 paid/VBD/ROOT/2", "paid", {("negation", "never")}),
    ("Oslo/NNP/nsubj/2 hardly/RB/advmod/2 paid/VBD/ROOT/2", "paid", {("negation", "hardly")}),
    ("no/DT/det/1 ships/NNS/nsubj/2 sailed/VBD/ROOT/2", "sailed", {("negation", "ships")}),
    ("Nobody/NN/nsubj/1 sailed/VBD/ROOT/1", "sailed", {("negation", "Nobody")}),
    ("no/RB/advmod/1 longer/RB/advmod/2 pays/VBZ/ROOT/2", "pays", {("negation", "longer")}),
    ("if/IN/mark/2 Oslo/NNP/nsubj/2 pays/VBZ/advcl/3 wait/VB/ROOT/3", "pays", {("mark", "if")}),
    ("Oslo/NNP/nsubj/2 reportedly/RB/advmod/2 paid/VBD/ROOT/2", "paid", {("mark", "reportedly"), ("adverb", "reportedly")}),
    ("alleged/VBN/amod/1 raid/NN/ROOT/1", "raid", {("adjective", "alleged")}),
    ("Oslo/NNP/nsubj/1 imposed/VBD/ROOT/1 no/DT/det/3 curbs/NNS/dobj/1", "imposed", {("no_object", "no")}),
    ("paid/VBD/ROOT/0 according/VBG/prep/0 to/IN/prep/1 rumours/NNS/pobj/2", "paid", {("source", "rumours")}),
    ("had/VBD/aux/2 Oslo/NNP/nsubj/2 paid/VBN/advcl/3 wait/VB/ROOT/3", "paid", {("order", "had")}),
    ("Oslo/NNP/nsubj/2 to/TO/aux/2 pay/VB/ROOT/2", "pay", {("order", "pay")}),
    ("for/IN/mark/3 Oslo/NNP/nsubj/3 to/TO/aux/3 pay/VB/xcomp/4 waits/VBZ/ROOT/4", "pay", {("mark", "for"), ("order", "for")}),
    ("did/VBD/aux/2 Oslo/NNP/nsubj/2 pay/VB/ROOT/2 ?/./punct/2", "pay", {("question", "?")}),
    ("why/WRB/advmod/3 did/VBD/aux/3 Oslo/NNP/nsubj/3 pay/VB/ROOT/3 ?/./punct/3", "pay", {("mark", "why"), ("adverb", "why")}),
    ("under/IN/prep/4 no/DT/det/2 terms/NNS/pobj/0 Oslo/NNP/nsubj/4 paid/VBD/ROOT/4", "paid", {("negation", "under")}),
]  # fmt: skip


@pytest.mark.parametrize(("parse", "word", "found"), MOODS)
def test_moods(parse, word, found):
    """Each word that bears on whether a clause is so has its part."""
    assert {(part, token.text) for part, token in clause_of(tokens_of(parse)[word]).moods} == found


BONDS = [
    ("plans/VBZ/ROOT/0 to/TO/aux/2 pay/VB/xcomp/0", "pay", [("plans", "infinitive")]),
    ("says/VBZ/ROOT/0 Oslo/NNP/nsubj/2 paid/VBD/ccomp/0", "paid", [("says", "clause")]),
    ("plan/NN/ROOT/0 to/TO/aux/2 pay/VB/acl/0", "pay", [("plan", "content")]),
    ("report/NN/ROOT/0 that/IN/mark/3 Oslo/NNP/nsubj/3 paid/VBD/relcl/0", "paid", [("report", "content")]),
    ("report/NN/ROOT/0 that/WDT/nsubj/2 paid/VBD/relcl/0", "paid", []),
    ("waits/VBZ/ROOT/0 after/IN/mark/3 Oslo/NNP/nsubj/3 paid/VBD/advcl/0", "paid", []),
    ("waits/VBZ/ROOT/0 to/TO/aux/2 pay/VB/advcl/0", "pay", [("waits", "purpose")]),
    ("accused/VBN/ROOT/0 of/IN/prep/0 paying/VBG/pcomp/1", "paying", [("accused", "gerund|of")]),
    ("denied/VBD/ROOT/0 having/VBG/xcomp/0 paid/VBN/dobj/1", "paid", [("having", "object"), ("denied", "infinitive")]),
    ("may/MD/aux/1 wait/VB/ROOT/1 and/CC/cc/1 pay/VB/conj/1", "pay", [("wait", "conj")]),
    ("did/VBD/aux/1 wait/VB/ROOT/1 and/CC/cc/1 paid/VBD/conj/1", "paid", [("wait", "")]),
]  # fmt: skip


@pytest.mark.parametrize(("parse", "word", "found"), BONDS)
def test_bonds(parse, word, found):
    """The governing words, the nearest first, and how they govern."""
    assert [(bond.above.text, "|".join(sorted(bond.links))) for bond in bonds(tokens_of(parse)[word])] == found


class TestNounPhrase:
    PARSE = (
        "Its/PRP$/poss/2 peace/NN/compound/2 talks/NNS/nsubjpass/10 of/IN/prep/2 two/CD/nummod/5 days/NNS/pobj/3 "
        "with/IN/prep/2 Riga/NNP/pobj/6 were/VBD/auxpass/10 not/RB/neg/10 held:hold/VBN/ROOT/10"
    )

    def test_parts(self):
        """Possessor, modifiers, `of`, and the light verb."""
        tokens = tokens_of(self.PARSE)
        phrase = phrase_of(tokens["talks"])
        assert phrase is phrase_of(tokens["talks"])
        assert phrase.possessor is tokens["Its"]
        assert phrase.is_owned
        assert phrase.is_patient
        assert phrase.modifiers == (tokens["peace"],)
        assert phrase.of is tokens["days"]
        assert phrase.measured == (tokens["days"],)
        assert phrase.terms == ("talks", "talks", "peace talks")
        assert phrase.light_verb is tokens["held"]
        assert phrase_of(tokens["Riga"]).preposition is tokens["with"]
        assert phrase_of(tokens["days"]).is_amount

    def test_denial(self):
        """Words that deny the existence of something."""
        tokens = tokens_of("has/VBZ/ROOT/0 not/RB/neg/0 plans/NNS/dobj/0 no/DT/det/4 sign/NN/attr/0")
        assert phrase_of(tokens["plans"]).denial is tokens["not"]
        assert phrase_of(tokens["sign"]).denial is tokens["no"]


class TestReach:
    PARSE = (
        "sent/VBD/ROOT/0 tents/NNS/dobj/0 in/IN/prep/0 May/NNP/pobj/2 to/TO/aux/5 help/VB/advcl/0 "
        "Riga/NNP/dobj/5 after/IN/prep/0 talks/NNS/pobj/7"
    )

    @pytest.mark.parametrize(
        ("reach", "found"),
        [
            (Reach(), ["tents"]),
            (Reach(places=True), ["tents", "May"]),
            (Reach(purposes=True), ["tents", "Riga"]),
        ],
    )
    def test_nouns_below(self, reach, found):
        """Phrases of place and clauses of purpose count only where they are asked for."""
        assert [noun.text for noun in nouns_below(tokens_of(self.PARSE)["sent"], reach)] == found

    def test_participants(self):
        """Objects come before phrases; those that only date an act are left out."""
        found = [noun.text for noun in participants(tokens_of(self.PARSE)["sent"])]
        assert found == ["tents", "May"]


def test_holder():
    """A date belongs to the verb, past its prepositions; to what is spoken about if that is right before it."""
    tokens = tokens_of("paid/VBD/ROOT/0 on/IN/prep/0 Monday/NNP/pobj/1")
    assert holder_of(tokens["Monday"], ()) == (tokens["paid"], "on")
    tokens = tokens_of("said:say/VBD/ROOT/0 of/IN/prep/0 drills/NNS/pobj/1 on/IN/prep/0 Monday/NNP/pobj/3")
    assert holder_of(tokens["Monday"], ("say",)) == (tokens["drills"], "on")


def test_what_exists():
    """What `there` introduces, in any tense; nothing without `there`."""
    tokens = tokens_of("there/EX/expl/2 must/MD/aux/2 be/VB/ROOT/2 talks/NNS/attr/2")
    assert clause_of(tokens["be"]).existing is tokens["talks"]
    tokens = tokens_of("these/DT/nsubj/1 are/VBP/ROOT/1 talks/NNS/attr/1")
    assert clause_of(tokens["are"]).existing is None


WORDS = st.sampled_from(("if", "no", "not", "to", "Oslo", "pays", "?", "but", "all", "of"))
CELLS = st.tuples(
    WORDS,
    st.sampled_from(("NN", "VB", "VBD", "VBG", "IN", "MD", "RB", "DT")),
    st.sampled_from(
        ("nsubj", "aux", "neg", "prep", "pobj", "pcomp", "relcl", "advcl", "conj", "xcomp", "ccomp", "dobj")
    ),
    st.integers(0, 8),
)


@given(st.lists(CELLS, min_size=1, max_size=9))
def test_any_parse_can_be_read(cells):
    """Whatever the parse, every part can be asked for and walks end."""
    count = len(cells)
    block = read_parse(" ".join(f"{word}/{tag}/{dep}/{head % count}" for word, tag, dep, head in cells))
    for token in block.tokens:
        clause, phrase = clause_of(token), phrase_of(token)
        for thing in (clause, phrase):
            for name in dir(type(thing)):
                if not name.startswith("_") and not callable(getattr(type(thing), name)):
                    getattr(thing, name)
        assert len(list(bonds(token))) <= count
        assert len(clauses_above(token)) <= count
        list(nouns_below(token, Reach(places=True, purposes=True, demands=True)))
