"""Events that are dropped, kept or completed by the weights of their signals."""

from datetime import date

import pytest
from hypothesis import given, strategies as st
from support import ANCHOR, brief, code

from diplonews import analyze, default_tables, explain, extract_events
from diplonews._build.build_judging import OPEN, RIGHT, WRONG, Case, figures, learn
from diplonews.events.judging import Judge
from diplonews.lexicons.tables import load_table

pytestmark = pytest.mark.judged
ROWS = load_table("judging").rows
TEXT = "Oslo rebuked Riga. Malta shelled a village near the port, and Fiji protested."


def with_weights(**weights: float):
    """The tables with these weights alone; `_` stands for `=`."""
    rows = [{"signal": signal.replace("__", "="), "weight": str(weight)} for signal, weight in weights.items()]
    return default_tables().with_replaced("judging", rows)


class TestWeights:
    def test_signals_are_words(self):
        """Each signal can be read: a name, or a name and a value."""
        assert len(ROWS) > 1000
        assert all(row["signal"].isprintable() and abs(row["weight"]) < 5 for row in ROWS)
        assert not [row["signal"] for row in ROWS if "object at" in row["signal"] or "<" in row["signal"]]

    def test_without_weights_the_rules_decide(self):
        """An empty table changes nothing."""
        assert code("Oslo rebuked Riga.", tables=default_tables().with_replaced("judging", [])) == [
            "ACCUSE NOR>LVA ACTUAL"
        ]

    def test_an_improbable_event_is_dropped(self):
        """It is, once its signals weigh less than the threshold; another event of the text stays."""
        tables = with_weights(lemma__rebuke=-9.0)
        assert code("Oslo rebuked Riga. Malta thanked Fiji.", tables=tables) == ["SUPPORT MLT>FJI ACTUAL"]

    def test_a_dropped_event_is_explained(self):
        """The diagnosis of its rule says that it fired and was not believed."""
        told = explain("Oslo rebuked Riga.", rule="accuse.v.accuse", tables=with_weights(lemma__rebuke=-9.0))
        assert "fired, but the event is improbable by its signals" in told

    def test_a_recipient_is_filled_in(self):
        """A trigger with an actor gets the party that weighs most as its recipient, and the evidence says so."""
        text = "Amid a quarrel over Peru, Chile issued threats."
        assert code(text, tables=with_weights(all=-9.0)) == []
        tables = with_weights(all=0.1, case__other=1.0, r_side=0.0)
        (event,) = extract_events(text, anchor=ANCHOR, tables=tables)
        assert brief(event) == "THREATEN CHL>PER ACTUAL"
        assert "recipient judged (0.75: case=other; all" in event.evidence.detail

    @given(st.dictionaries(st.sampled_from([row["signal"] for row in ROWS]), st.floats(-4, 4), max_size=30))
    def test_any_weights(self, weights):
        """Whatever the weights, every event has an actor and its words; the same weights give the same events."""
        rows = [{"signal": signal, "weight": repr(weight)} for signal, weight in weights.items()]
        tables = default_tables().with_replaced("judging", rows)
        first, second = (extract_events(TEXT, anchor=ANCHOR, tables=tables) for _ in range(2))
        assert first == second
        assert all(event.actors and event.trigger for event in first)

    @given(st.lists(st.sampled_from([row["signal"] for row in ROWS]), max_size=40))
    def test_weight_is_the_sum_without_repetition(self, signals):
        """A repeated signal counts once."""
        judge = Judge({row["signal"]: row["weight"] for row in ROWS})
        single = sum(judge.weights[signal] for signal in dict.fromkeys(signals))
        assert judge.weigh([*signals, *signals]) == pytest.approx(single)

    def test_long_sentences(self):
        """Only the first triggers and names of a sentence are weighed."""
        text = "Oslo said that " + " and ".join(["the ministry issued threats amid talks with Riga"] * 400) + "."
        assert len(analyze(text, anchor=date(2024, 5, 8)).events) < 100


class TestLearning:
    """The weights are learnt by `diplonews._build.build_judging`."""

    CASES = tuple(
        Case(article=f"a{n}", trigger=n, ruled=n % 2 == 0, signals=("all", "good" if n % 3 else "bad"), verdict=verdict)
        for n, verdict in enumerate([WRONG, RIGHT, RIGHT] * 10)
    )

    def test_signs(self):
        """A signal of right cases weighs more than one of wrong cases."""
        weights = learn(self.CASES)
        assert weights["good"] > 0 > weights["bad"]

    def test_open_cases_teach_nothing(self):
        """Cases that only a secondary event supports are left out."""
        more = [Case(article="b", trigger=n, ruled=True, signals=("bad",), verdict=OPEN) for n in range(50)]
        assert learn([*self.CASES, *more]) == pytest.approx(learn(self.CASES))

    def test_figures(self):
        """Events of the rules above the first threshold count, and the best proposal of a trigger above the second."""
        cases = [
            (Case(article="a", trigger=1, ruled=True, signals=(), verdict=RIGHT), 0.5),
            (Case(article="a", trigger=2, ruled=True, signals=(), verdict=WRONG), -2.0),
            (Case(article="a", trigger=3, ruled=False, signals=(), verdict=WRONG), 0.1),
            (Case(article="a", trigger=3, ruled=False, signals=(), verdict=RIGHT), 0.2),
        ]
        assert figures(cases, kept=-1.0, added=0.0) == (2, 0)
        assert figures(cases, kept=-3.0, added=0.3) == (1, 1)
