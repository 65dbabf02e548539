"""How clauses are read off a parse, also a wrong one: each parse is written down word by word."""
# ruff: noqa: E501 -- a parse is one line

import pytest

from diplonews.actors.resolve import Resolver
from diplonews.events.roles import Arguments, anyone
from diplonews.syntax.clauses import clause_of
from diplonews.syntax.reach import Reach
from diplonews.syntax.tokens import Token
from tests.parses import tokens_of


def text_of(token: Token | None) -> str | None:
    return token.text if token is not None else None


RESOLVER = Resolver()


class TestLogicalSubject:
    @pytest.mark.parametrize(
        ("parse", "verb", "subject"),
        [
            # a relative pronoun that is parsed as the subject of a clause further down
            ("skippers/NNS/ROOT/0 Riga/NNP/nsubj/2 said:say/VBD/relcl/0 who/WP/nsubj/4 fished/VBD/ccomp/2", "fished", "skippers"),
            # a relative pronoun in a clause that describes nothing
            ("gulls/NNS/nsubj/1 left/VBD/ROOT/1 who/WP/nsubj/3 fished/VBD/advcl/1", "fished", "who"),
            # praised is nobody: he who praises is meant
            ("Oslo/NNP/nsubj/1 blamed:blame/VBD/ROOT/1 for/IN/prep/1 waiting/VBG/pcomp/2", "waiting", "Oslo"),
            ("Oslo/NNP/nsubj/1 blamed:blame/VBD/ROOT/1 Riga/NNP/dobj/1 for/IN/prep/1 waiting/VBG/pcomp/3", "waiting", "Riga"),
            # nobody's plan
            ("plan/NN/ROOT/0 to/TO/aux/2 sail/VB/acl/0", "sail", None),
            ("bold/JJ/amod/2 Maltese/JJ/amod/2 plan/NN/ROOT/2 to/TO/aux/4 sail/VB/acl/2", "sail", "Maltese"),
        ],
    )  # fmt: skip
    def test_who_does_it(self, parse, verb, subject):
        """Subjects are found past pronouns, prepositions and nouns, or not at all."""
        assert text_of(clause_of(tokens_of(parse)[verb]).subject) == subject

    def test_a_subject_is_not_looked_for_without_end(self):
        """A chain of clauses longer than any sentence's has no known subject."""
        verbs = "".join(f" v{i}/VB/xcomp/{i}" for i in range(1, 12))
        tokens = tokens_of(f"Riga/NNP/nsubj/1 vowed/VBD/ROOT/1{verbs}")
        assert text_of(clause_of(tokens["v2"]).subject) == "Riga"
        assert clause_of(tokens["v11"]).subject is None

    def test_a_relative_pronoun_far_below_its_noun_stays_itself(self):
        """The antecedent is looked for a few clauses up."""
        verbs = "".join(f" v{i}/VBD/ccomp/{i}" for i in range(2, 10))
        tokens = tokens_of(f"gulls/NNS/ROOT/0 v0/VBD/relcl/0 v1/VBD/ccomp/1{verbs} which/WDT/nsubj/10")
        assert text_of(clause_of(tokens["v9"]).subject) == "which"

    def test_governing_verbs_are_looked_for_nearby(self):
        """Past a long chain of nouns no verb governs."""
        nouns = "".join(f" n{i}/NN/nmod/{i}" for i in range(1, 9))
        tokens = tokens_of(f"Riga/NNP/nsubj/1 paid/VBD/ROOT/1{nouns}")
        assert text_of(clause_of(tokens["n2"]).governor) == "paid"
        assert clause_of(tokens["n8"]).governor is None


class TestPassive:
    def test_a_headline_without_a_form_of_be(self):
        """A verb of charges that has no object is passive, and the person charged is not its subject."""
        tokens = tokens_of("Riga/NNP/nsubj/1 accused:accuse/VBD/ROOT/1 of/IN/prep/1 spying/VBG/pcomp/2")
        assert clause_of(tokens["accused"]).is_passive
        assert clause_of(tokens["accused"]).subject is None
        assert clause_of(tokens["accused"]).object is None

    def test_an_agent_needs_a_noun(self):
        """`by` with nothing behind it names nobody; a later phrase does."""
        tokens = tokens_of("hit/VBN/ROOT/0 by/IN/prep/0 hail/NN/dep/1 by/IN/agent/0 Riga/NNP/pobj/3")
        assert text_of(clause_of(tokens["hit"]).agent) == "Riga"
        assert clause_of(tokens_of("hit/VBN/ROOT/0 by/IN/prep/0")["hit"]).agent is None


class TestObjects:
    def test_an_object_behind_both_of_two_verbs(self):
        """`tried and jailed the poet`, whichever verb the parse gives the poet to."""
        first = tokens_of("tried/VBD/ROOT/0 and/CC/cc/0 jailed/VBD/conj/0 poet/NN/dobj/0")
        assert text_of(clause_of(first["jailed"]).object) == "poet"
        second = tokens_of("tried/VBD/ROOT/0 and/CC/cc/0 jailed/VBD/conj/0 poet/NN/dobj/2")
        assert text_of(clause_of(second["tried"]).shared_object) == "poet"

    def test_nothing_is_shared_with_a_verb_that_has_an_object(self):
        """`tried the cook and jailed the poet`: each has its own."""
        tokens = tokens_of("tried/VBD/ROOT/0 cook/NN/dobj/0 and/CC/cc/0 jailed/VBD/conj/0 poet/NN/dobj/3")
        assert clause_of(tokens["tried"]).shared_object is None
        assert text_of(clause_of(tokens["jailed"]).object) == "poet"

    def test_an_object_before_the_second_verb_is_not_shared(self):
        """`tried the cook and sang`: nobody sings the cook."""
        assert (
            clause_of(tokens_of("tried/VBD/ROOT/0 cook/NN/dobj/0 and/CC/cc/0 sang/VBD/conj/0")["sang"]).object is None
        )


class TestSpeech:
    def test_the_speaker_comes_after(self):
        """`Riga had paid, said Oslo`: the verb of saying hangs below what is said."""
        tokens = tokens_of("Riga/NNP/nsubj/1 paid/VBD/ROOT/1 said:say/VBD/parataxis/1 Oslo/NNP/nsubj/2")
        assert text_of(clause_of(tokens["paid"]).reporter) == "Oslo"

    def test_a_verb_of_saying_without_a_subject_is_passed_over(self):
        """`Oslo claims, reported to be false, that Riga paid`: the next one above says it."""
        tokens = tokens_of(
            "Oslo/NNP/nsubj/1 claims:claim/VBZ/ROOT/1 said:say/VBD/ccomp/1 Riga/NNP/nsubj/4 paid/VBD/ccomp/2"
        )
        assert text_of(clause_of(tokens["paid"]).reporter) == "Oslo"


class TestSlots:
    def codes(self, parse: str, word: str, slot: str, light: str | None = None) -> list[str]:
        tokens = tokens_of(parse)
        arguments = Arguments(tokens[word], RESOLVER, tokens[light] if light else None)
        return [party.code for party in arguments.slot(slot)]

    @pytest.mark.parametrize(
        ("slot", "parse", "word", "found"),
        [
            ("speaker", "Oslo/NNP/nsubj/1 thinks:think/VBZ/ROOT/1 Riga/NNP/nsubj/3 lied/VBD/ccomp/1", "lied", ["NOR"]),
            ("speaker", "Oslo/NNP/nsubj/1 slept/VBD/ROOT/1 Riga/NNP/nsubj/3 lied/VBD/ccomp/1", "lied", []),
            ("other", "Oslo/NNP/nsubj/1 moved/VBD/ROOT/1 as/IN/mark/4 Riga/NNP/nsubj/4 slept/VBD/advcl/1", "moved", ["LVA"]),
            ("other", "Oslo/NNP/nsubj/1 moved/VBD/ROOT/1 as/IN/mark/4 Norwegians/NNPS/nsubj/4 slept/VBD/advcl/1", "moved", []),
            ("if", "Oslo/NNP/nsubj/1 moves/VBZ/ROOT/1 if/IN/mark/4 Riga/NNP/nsubj/4 sleeps/VBZ/advcl/1", "moves", ["LVA"]),
            ("if", "Oslo/NNP/nsubj/1 moves/VBZ/ROOT/1 if/IN/mark/4 rain/NN/nsubj/4 comes/VBZ/advcl/1", "moves", []),
            ("i", "Oslo/NNP/nsubj/1 lent/VBD/ROOT/1 Riga/NNP/dative/1 boats/NNS/dobj/1", "lent", ["LVA"]),
            ("i", "boats/NNS/ROOT/0 for/IN/prep/0 Riga/NNP/pobj/1", "boats", []),
            ("oc", "Oslo/NNP/nsubj/1 begged/VBD/ROOT/1 Riga/NNP/nsubj/3 wait/VB/ccomp/1", "begged", ["LVA"]),
            ("oc", "Oslo/NNP/nsubj/1 begged/VBD/ROOT/1", "begged", []),
            ("c", "Oslo/NNP/nsubj/1 begged/VBD/ROOT/1 wait/VB/xcomp/1 for/IN/prep/2 rowing/VBG/pcomp/3 Riga/NNP/dobj/4", "begged", ["LVA"]),
        ],
    )  # fmt: skip
    def test_the_party_in_a_slot(self, slot, parse, word, found):
        """Each slot reads one place of the clause."""
        assert self.codes(parse, word, slot) == found

    def test_a_clause_inside_clauses_is_read_a_few_levels_deep(self):
        """Whoever is named deeper than that is not taken for a party."""
        chain = "".join(f" v{i}/VB/xcomp/{i}" for i in range(1, 7))
        tokens = f"Oslo/NNP/nsubj/1 begged/VBD/ROOT/1{chain}"
        assert self.codes(f"{tokens} Riga/NNP/dobj/5", "begged", "c") == ["LVA"]
        assert self.codes(f"{tokens} Riga/NNP/dobj/7", "begged", "c") == []


class TestAnyone:
    def found(self, parse: str, **options: bool) -> list[str]:
        tokens = tokens_of(parse)
        top = next(token for token in tokens.values() if token.dep == "ROOT")
        return [party.code for party in anyone(top, RESOLVER, frozenset(("NOR",)), Reach(**options))]

    def test_a_clause_of_purpose_counts_where_it_may(self):
        """`sent boats to save Riga`: the boats are for Riga only if the act is for someone's sake."""
        parse = "Oslo/NNP/nsubj/1 sent/VBD/ROOT/1 boats/NNS/dobj/1 to/TO/aux/4 save/VB/advcl/1 Riga/NNP/dobj/4"
        assert self.found(parse) == []
        assert self.found(parse, purposes=True) == ["LVA"]

    def test_a_relative_clause_counts_where_it_may(self):
        """`refused the boats that Riga wants`."""
        parse = (
            "Oslo/NNP/nsubj/1 refused/VBD/ROOT/1 boats/NNS/dobj/1 that/WDT/dobj/5 Riga/NNP/nsubj/5 wants/VBZ/relcl/2"
        )
        assert self.found(parse) == []
        assert self.found(parse, demands=True) == ["LVA"]

    def test_a_place_counts_where_it_may(self):
        """`dug wells in Riga`."""
        parse = "Oslo/NNP/nsubj/1 dug/VBD/ROOT/1 wells/NNS/dobj/1 in/IN/prep/1 Riga/NNP/pobj/3"
        assert self.found(parse) == []
        assert self.found(parse, places=True) == ["LVA"]

    def test_at_is_an_aim_after_verbs_of_aiming(self):
        """`fired at Riga`, not `slept at Riga`."""
        assert self.found("Oslo/NNP/nsubj/1 fired:fire/VBD/ROOT/1 at/IN/prep/1 Riga/NNP/pobj/2") == ["LVA"]

    def test_it_ends_after_many_words(self):
        """What follows a very long list is not read."""
        words = "".join(f" w{i}/JJ/dep/1" for i in range(200))
        assert self.found(f"Oslo/NNP/nsubj/1 sent/VBD/ROOT/1{words} Riga/NNP/dobj/1") == []
        assert self.found(f"Oslo/NNP/nsubj/1 sent/VBD/ROOT/1 Riga/NNP/dobj/1{words}") == ["LVA"]
