"""Which day an event takes, on parses that are written down word by word."""
# ruff: noqa: E501 -- a parse is one line

from datetime import date

import pytest
from support import ANCHOR

from diplonews import EventStatus, EventType, RegionKind, Span, extract_events
from diplonews.actors.resolve import Resolver
from diplonews.events.coded import Coded
from diplonews.events.roles import Arguments
from diplonews.events.status import Standing
from diplonews.events.triggers import Match
from diplonews.events.when import Timing, speech_date, time_event
from diplonews.lexicons.triggers import trigger_index
from diplonews.syntax.blocks import Sentence
from diplonews.temporal.extract import extract_dates
from tests.parses import tokens_of


def sentence_of(parse: str, words: int | None = None) -> Sentence:
    """A sentence of the first words of a parse, or of all."""
    tokens = tuple(tokens_of(parse).values())[:words]
    return Sentence(tokens=tokens, span=Span(0, tokens[-1].end), kind=RegionKind.BODY, names=())


def dates_of(parse: str):
    """The expressions of time in the words of a parse."""
    return extract_dates(" ".join(cell.split("/")[0].split(":")[0] for cell in parse.split()), anchor=ANCHOR)


def timing(parse: str, word: str = "rebuked") -> Timing:
    """The time of an accusation that a word of a parse names."""
    sentence = sentence_of(parse)
    token = next(token for token in sentence.tokens if token.text == word)
    trigger = trigger_index().verbs["rebuke"][0]
    coded = Coded(
        match=Match(trigger=trigger, token=token, words=(token,), arguments=Arguments(token, Resolver())),
        type=EventType.ACCUSE,
        actors=(),
        recipients=(),
        symmetric=False,
        standing=Standing(status=EventStatus.ACTUAL),
        rule="type.table",
    )
    return time_event(coded, sentence, dates_of(parse), ANCHOR)


def chain(first: int, count: int, cell: str) -> str:
    """Words of the same tag and label that hang below each other, the first below the word before it."""
    return " ".join(f"w{i}/{cell}/{i - 1}" for i in range(first, first + count))


class TestSpeechDate:
    @pytest.mark.parametrize(
        ("parse", "value"),
        [
            ("Oslo/NNP/nsubj/1 said:say/VBD/ROOT/1 on/IN/prep/1 Monday/NNP/pobj/2", "2024-05-06"),
            ("Oslo/NNP/nsubj/1 said:say/VBD/ROOT/1 Monday/NNP/npadvmod/1", "2024-05-06"),
            # the day of what is spoken about
            ("Oslo/NNP/nsubj/1 said:say/VBD/ROOT/1 of/IN/prep/1 gales/NNS/pobj/2 on/IN/prep/1 Monday/NNP/pobj/4", None),
            # what is spoken about after the day
            ("Oslo/NNP/nsubj/1 said:say/VBD/ROOT/1 on/IN/prep/1 Monday/NNP/pobj/2 of/IN/prep/1 gales/NNS/pobj/4", "2024-05-06"),
            ("Oslo/NNP/nsubj/1 said:say/VBD/ROOT/1 since/IN/prep/1 Monday/NNP/pobj/2", None),
            # one preposition below another, up to a point
            ("Oslo/NNP/nsubj/1 said:say/VBD/ROOT/1 early/RB/advmod/1 on/IN/prep/2 Monday/NNP/pobj/3", "2024-05-06"),
            ("said:say/VBD/ROOT/0 up/IN/prep/0 to/IN/prep/1 on/IN/prep/2 Monday/NNP/pobj/3", "2024-05-06"),
            ("said:say/VBD/ROOT/0 as/IN/prep/0 of/IN/prep/1 up/IN/prep/2 to/IN/prep/3 on/IN/prep/4 Monday/NNP/pobj/5", None),
        ],
    )  # fmt: skip
    def test_the_day_of_a_statement(self, parse, value):
        """A day is of the verb of saying that holds it."""
        found = speech_date(sentence_of(parse), dates_of(parse))
        assert (found.value if found is not None else None) == value

    def test_a_day_of_another_sentence_is_not_used(self):
        """An expression outside the sentence's words is passed over."""
        parse = "Oslo/NNP/nsubj/1 said:say/VBD/ROOT/1 on/IN/prep/1 Monday/NNP/pobj/2"
        assert speech_date(sentence_of(parse, words=2), dates_of(parse)) is None


class TestFarAway:
    """What hangs too far from an event does not date it."""

    @pytest.mark.parametrize(("count", "value"), [(1, "2024-05-06"), (6, "2024-05-06"), (20, None)])
    def test_a_day_at_a_verb_above(self, count, value):
        """Verbs that lead over to the event bring their day along, unless there are more than in any real sentence."""
        verbs = chain(2, count, "VB/xcomp")
        parse = f"Oslo/NNP/nsubj/1 tried/VBD/ROOT/1 {verbs} rebuked/VB/xcomp/{count + 1} Monday/NNP/npadvmod/1"
        found = timing(parse).when
        assert (found.value if found is not None else None) == value

    @pytest.mark.parametrize(("count", "value"), [(1, "2024-05-06"), (20, None)])
    def test_a_day_in_a_phrase_below(self, count, value):
        """A day inside a phrase of the event is its own, unless it hangs deeper than in any real sentence."""
        nouns = chain(1, count, "NN/nmod")
        found = timing(f"rebuked/VBD/ROOT/0 {nouns} Monday/NNP/npadvmod/{count}").when
        assert (found.value if found is not None else None) == value


class TestParticiples:
    """A date right after a participle about the object dates that act alone."""

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("Oman freed a Dane arrested in 2019.", None),
            ("Oman freed a Dane in 2019.", "2019"),
            ("Oman bombed a Danish base built in 2015.", None),
        ],
    )
    def test_the_date_of_a_participle(self, text, value):
        """`arrested in 2019` says nothing about the day of release."""
        (event,) = extract_events(text)
        assert (event.when.value if event.when is not None else None) == value


class TestSince:
    """A day after `since` is when something else began, but for a clause about that very day."""

    @pytest.mark.parametrize(
        ("parse", "value"),
        [
            ("Oslo/NNP/nsubj/1 rebuked/VBD/ROOT/1 Riga/NNP/dobj/1 since/IN/prep/1 Monday/NNP/pobj/3", None),
            ("gulls/NNS/nsubj/1 left/VBD/ROOT/1 since/IN/prep/1 Monday/NNP/pobj/2 when/WRB/advmod/6 Oslo/NNP/nsubj/6 rebuked/VBD/relcl/3", "2024-05-06"),
            ("gulls/NNS/nsubj/1 left/VBD/ROOT/1 since/IN/prep/1 Monday/NNP/pobj/2 when/WRB/advmod/6 Oslo/NNP/nsubj/6 rebuked/VBD/advcl/1", "2024-05-06"),
        ],
    )  # fmt: skip
    def test_since_a_day(self, parse, value):
        """The clause after the day is recognised by `when`, wherever the parse attached it."""
        found = timing(parse).when
        assert (found.value if found is not None else None) == value

    def test_a_clause_is_looked_for_nearby(self):
        """An event far below a chain of verbs is not dated by a day beside the chain."""
        verbs = chain(2, 20, "VB/xcomp")
        parse = f"Oslo/NNP/nsubj/1 tried/VBD/ROOT/1 {verbs} rebuked/VB/xcomp/21 since/IN/prep/22 Monday/NNP/pobj/23"
        found = timing(parse)
        assert (found.when, found.historical) == (None, False)


@pytest.mark.parametrize("day", [date.min, date(1, 1, 20), date.max])
def test_nothing_is_raised_at_the_ends_of_the_calendar(day):
    """Days at the very beginning and end of the calendar are days as any other."""
    text = "Oslo rebuked Riga on Monday night, and sanctioned it two days ago."
    assert extract_events(text, anchor=day)
