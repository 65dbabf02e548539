"""Each rule of the grammar, and the notation it is written in."""

from __future__ import annotations

from datetime import date

import pytest

from diplonews import extract_dates
from diplonews.temporal.grammar import Grammar, _opening, compile_pattern
from diplonews.temporal.lexing import CLASS_CHARACTERS, class_of, tokenize
from diplonews.temporal.rules import all_rules

ANCHOR = date(2021, 2, 10)
RULES = {rule.id: rule for rule in all_rules()}


class TestRules:
    """The table of rules."""

    def test_ids_are_unique(self):
        """No two rules have one id, and each id has a family."""
        assert len(RULES) == len(all_rules())
        assert all(rule.family and rule.family != rule.id for rule in all_rules())

    @pytest.mark.parametrize("rule", all_rules(), ids=RULES)
    def test_example(self, rule):
        """A rule matches its example as a whole."""
        tokens = tokenize(rule.example)
        match = compile_pattern(rule.pattern).match(tokens.classes)
        assert match is not None
        assert match.end() == len(tokens.classes)

    @pytest.mark.parametrize("rule", all_rules(), ids=RULES)
    def test_counter_example(self, rule):
        """A rule does not match its counter-example, and does not decide about it."""
        tokens = tokenize(rule.counter)
        match = compile_pattern(rule.pattern).match(tokens.classes)
        assert match is None or match.end() < len(tokens.classes)
        assert rule.id not in {
            found.evidence.rule
            for found in extract_dates(f"So {rule.counter} it is.", anchor=ANCHOR)
            if found.text == rule.counter
        }

    @pytest.mark.parametrize("rule", all_rules(), ids=RULES)
    def test_alone(self, rule):
        """A grammar of one rule finds its example, so its first tokens are known."""
        grammar = Grammar.of((rule,))
        classes = tokenize(f"{rule.example}").classes
        assert [position for position, _ in grammar.places(classes)][:1] == [0]


class TestNotation:
    """Patterns over token kinds."""

    def test_kinds_fit_one_byte(self):
        """There are characters for all kinds, none of them twice or special."""
        characters = [*class_of().values()]
        assert len(characters) == len(set(characters))
        assert len(characters) <= len(CLASS_CHARACTERS) + 1
        assert all(ord(character) < 256 for character in characters)

    def test_unknown_kind(self):
        """A kind that does not exist is an error at once."""
        with pytest.raises(KeyError, match="MOONDAY"):
            compile_pattern("MOONDAY")

    def test_optional_first_tokens(self):
        """Both an optional token and the one after it can begin a match."""
        rule = RULES["ref.now"]
        assert len(_opening(rule.pattern).firsts) == 2
