"""The grammar's patterns: sorted by their beginnings and compiled late, they find what all of them would."""

import tracemalloc

from hypothesis import given, strategies as st

from diplonews.temporal.grammar import PLACES_BEFORE_COMPILING, Grammar, _opening, compile_pattern
from diplonews.temporal.lexing import class_of, tokenize
from diplonews.temporal.rules import all_rules

RULES = all_rules()
PHRASES = [tokenize(words).classes for rule in RULES for words in (rule.example, rule.counter)]
USED = Grammar.of(RULES)

MOST_BYTES_PER_CHARACTER = 8


def found(grammar, classes):
    """Place, end and rule of all that matches."""
    return [(place, match.end(), rule.id) for place, matches in grammar.places(classes) for match, rule in matches]


def tried(classes):
    """The same from every rule at every place."""
    for place in range(len(classes)):
        matches = [(compile_pattern(rule.pattern).match(classes, place), rule.id) for rule in RULES]
        ends = [(place, match.end(), name) for match, name in matches if match is not None]
        yield from sorted(ends, key=lambda one: -one[1])


CHARACTERS = st.sampled_from(sorted(class_of().values()))
PIECES = st.sampled_from(PHRASES) | st.sampled_from(PHRASES).map(lambda phrase: phrase[1:]) | CHARACTERS


@given(st.lists(PIECES, max_size=5).map("".join))
def test_no_match_is_missed(classes):
    """Whether a grammar is new or has been used, it finds what every rule does at every place."""
    all_that_matches = list(tried(classes))
    assert found(Grammar.of(RULES), classes) == all_that_matches
    assert found(USED, classes) == all_that_matches


def test_examples_are_found_again_and_again():
    """The same before and after all rules of a place are compiled."""
    grammar = Grammar.of(RULES)
    for classes in PHRASES:
        first = found(grammar, classes)
        for _ in range(PLACES_BEFORE_COMPILING):
            found(grammar, classes)
        assert found(grammar, classes) == first == list(tried(classes)), classes


def test_what_a_rule_needs_and_begins_with():
    """A match begins with one of the firsts, holds all that is needed and is no longer than the longest."""
    for rule in RULES:
        opening = _opening(rule.pattern)
        classes = tokenize(rule.example).classes
        match = next(filter(None, (compile_pattern(rule.pattern).match(classes, at) for at in range(len(classes)))))
        assert match[0][0] in opening.firsts, rule.id
        assert opening.begins(match[0][:2]), rule.id
        assert opening.needed <= set(match[0]), rule.id
        assert len(match[0]) <= opening.longest, rule.id


def test_tokens_of_a_long_text_are_small():
    """Words are shared and offsets packed: eight bytes a character at most, the matches on the way included."""
    text = "The envoys of Norland met on Tuesday, March 3, and will meet again next week.\n\n" * 5_000
    tokenize(text[:200])
    tracemalloc.start()
    tokens = tokenize(text)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak <= MOST_BYTES_PER_CHARACTER * len(text)
    assert len(set(map(id, tokens.words))) == len(set(tokens.words))
