"""The grammar's patterns: compiled late and joined later still, they find the same."""

import tracemalloc

from hypothesis import given, strategies as st

from diplonews.temporal.grammar import PLACES_BEFORE_JOINING, Grammar, _opening, compile_pattern
from diplonews.temporal.lexing import class_of, tokenize
from diplonews.temporal.rules import all_rules

RULES = all_rules()
JOINED = Grammar.of(RULES)
for rules in JOINED.by_start.values():
    for _ in range(PLACES_BEFORE_JOINING + 1):
        rules.matches("", 0)

MOST_BYTES_PER_CHARACTER = 8


def found(grammar, classes):
    """Place, end and rule of all that matches."""
    return [(place, match.end(), rule.id) for place, matches in grammar.places(classes) for match, rule in matches]


@given(st.text(sorted(class_of().values()), max_size=30))
def test_joining_changes_nothing(classes):
    """The first places of a text find what later ones would."""
    assert found(Grammar.of(RULES), classes) == found(JOINED, classes)


def test_examples_are_found_before_and_after_joining():
    """The same on the examples of the rules, which random tokens seldom are."""
    for rule in RULES:
        for words in (rule.example, rule.counter):
            classes = tokenize(words).classes
            assert found(Grammar.of(RULES), classes) == found(JOINED, classes), rule.id


def test_what_a_rule_needs_and_begins_with():
    """A match begins with one of the firsts, holds all that is needed and is no longer than the longest."""
    for rule in RULES:
        opening = _opening(rule.pattern)
        classes = tokenize(rule.example).classes
        match = next(filter(None, (compile_pattern(rule.pattern).match(classes, at) for at in range(len(classes)))))
        assert match[0][0] in opening.firsts, rule.id
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
