"""Noun phrases, read off parses that are written down."""

from __future__ import annotations

import pytest

from diplonews.syntax.reference import (
    acting_codes,
    acts_itself,
    clause_subject,
    conjuncts,
    descriptions,
    doer_after,
    group_size,
    is_anti,
    is_definite,
    is_reported,
    matrix_subject,
    objects_of,
    phrase_span,
    subject_codes,
)
from tests.parses import tokens_of

BOTH = "Oslo/NNP/nsubj/1 urged/VBD/ROOT/1 the/DT/det/4 two/CD/nummod/4 neighbours:neighbour/NNS/dobj/1"
SAID = "Riga/NNP/nsubj/1 said:say/VBD/ROOT/1 it/PRP/nsubj/4 would/MD/aux/4 pay/VB/ccomp/1"
LIST = "Peru/NNP/nsubj/3 and/CC/cc/0 Chile/NNP/conj/0 met/VBD/ROOT/3"
HELD = "a/DT/det/1 reef/NN/nsubj/5 held/VBN/acl/1 by/IN/agent/2 Fiji/NNP/pobj/3 sank/VBD/ROOT/5"


@pytest.mark.parametrize(
    ("rows", "word", "size"),
    [
        (BOTH, "neighbours", 2),
        ("both/DT/det/1 sides:side/NNS/ROOT/1", "sides", 2),
        ("the/DT/det/2 three/CD/nummod/2 ministers:minister/NNS/ROOT/2", "ministers", 3),
        ("ministers:minister/NNS/ROOT/0", "ministers", None),
        ("the/DT/det/2 many/JJ/amod/2 sides:side/NNS/ROOT/2", "sides", None),
        ("both/DT/ROOT/0", "both", 2),
        ("two/CD/ROOT/0 of/IN/prep/0 them/PRP/pobj/1", "two", None),
    ],
)
def test_group_size(rows, word, size):
    """The number of members that a noun for a group means, or None."""
    assert group_size(tokens_of(rows)[word]) == size


def test_where_a_phrase_is():
    """The subject of its clause, and of the clause above; what others want a group to do is not what it does."""
    both, said = tokens_of(BOTH), tokens_of(SAID)
    assert clause_subject(both["neighbours"]).text == "Oslo"
    assert matrix_subject(said["it"]).text == "Riga"
    assert (subject_codes(both["neighbours"]), acting_codes(both["neighbours"])) == ({"NOR"}, {"NOR"})
    assert (acts_itself(both["Oslo"]), acts_itself(both["neighbours"])) == (True, False)
    assert (is_reported(said["it"]), is_reported(both["neighbours"])) == (True, False)


def test_what_a_phrase_holds():
    """Its coordinated parts, its span without what follows, its words before the noun."""
    listed, held = tokens_of(LIST), tokens_of(HELD)
    assert [token.text for token in conjuncts(listed["Peru"])] == ["Peru", "Chile"]
    assert (phrase_span(held["reef"]).start, phrase_span(held["reef"]).end) == (0, len("a reef"))
    assert [token.text for token in objects_of(held["by"])] == ["Fiji"]
    assert doer_after(held["reef"]).text == "Fiji"
    assert is_definite(tokens_of(BOTH)["neighbours"])
    assert not is_definite(held["reef"])
    nation = tokens_of("the/DT/det/3 west/JJ/amod/3 african/JJ/amod/3 nation/NN/ROOT/3")["nation"]
    assert descriptions(nation) == ["west african nation", "african nation", "nation"]


def test_against_a_state():
    """`anti-Danish`, not `Danish`."""
    assert is_anti(tokens_of("anti/JJ/amod/2 -/HYPH/punct/2 Danish/JJ/ROOT/2")["Danish"])
    assert not is_anti(tokens_of("Danish/JJ/ROOT/0")["Danish"])


def test_kinds_of_words():
    """What a tag or a label says, under a name."""
    tokens = tokens_of("its/PRP$/poss/1 allies/NNS/nsubj/2 met/VBD/ROOT/2 Oslo/NNP/dobj/2")
    its, allies, met, oslo = tokens.values()
    assert (its.is_possessive, its.is_anaphor, its.is_proper) == (True, True, False)
    assert (allies.is_plural, allies.is_subject, allies.is_object, allies.owner) == (True, True, False, its)
    assert (met.subject, oslo.subject) == (allies, None)
    assert (oslo.is_proper, oslo.is_object, oslo.is_plural) == (True, True, False)
