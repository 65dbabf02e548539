"""Events that are kept or dropped by the weights of their signals."""

from datetime import date

import pytest
from hypothesis import given, strategies as st
from support import ANCHOR, code

from diplonews import default_tables, explain, extract_events
from diplonews._build.build_judging import OPEN, RIGHT, WRONG, Case, cases_of, figures, learn
from diplonews.errors import LexiconError
from diplonews.evaluation.gold import GoldArticle, GoldEvent
from diplonews.lexicons.actornames import find_names
from diplonews.lexicons.tables import load_table
from diplonews.model import EventType, Span

pytestmark = pytest.mark.judged
PLAIN = (
    "Oslo rebuked Riga.",
    "Fiji's premier met the Maltese president in Valletta on Monday.",
    "Chile imposed sanctions on Peru last week.",
    "Ghana and Togo signed a fishing accord in Accra.",
    "Norway will send doctors to Malta, the foreign minister said.",
    "Peruvian jets bombed a Chilean port.",
    "Riga urged Oslo to release the trawler.",
    "The Danish king arrived in Fiji for a two-day visit.",
    "Kenya expelled the Ugandan ambassador on Friday.",
    "Thousands protested in Lima against the Peruvian government.",
    "Laos rejected a Thai proposal on the river.",
    "Oman threatened to close its ports to Yemeni ships.",
)
ROWS = load_table("judging").rows
TEXT = "Oslo rebuked Riga. Malta shelled a village near the port, and Fiji protested."


def with_weights(**weights: float):
    """The tables with these weights alone; `_` stands for `=`."""
    rows = [{"signal": signal.replace("__", "="), "weight": str(weight)} for signal, weight in weights.items()]
    return default_tables().with_replaced("judging", rows)


class TestWeights:
    def test_signals_are_words(self):
        """Each signal can be read: a name, or a name and a value."""
        assert len(ROWS) > 500
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
        assert "fired, but the event was dropped" in told

    def test_signals_name_what_they_say(self):
        """The signals of an event are about its trigger, its parties and its sentence."""
        told = default_tables().with_replaced("judging", [{"signal": "own=True", "weight": "-9"}])
        text = "Malta's navy shelled Maltese rebels. Malta thanked Fiji."
        assert code(text) != code(text, tables=told) == ["SUPPORT MLT>FJI ACTUAL"]

    @given(st.dictionaries(st.sampled_from([row["signal"] for row in ROWS]), st.floats(-4, 4), max_size=30))
    def test_any_weights(self, weights):
        """Whatever the weights, every event has an actor and its words; the same weights give the same events."""
        rows = [{"signal": signal, "weight": repr(weight)} for signal, weight in weights.items()]
        tables = default_tables().with_replaced("judging", rows)
        first, second = (extract_events(TEXT, anchor=ANCHOR, tables=tables) for _ in range(2))
        assert first == second
        assert all(event.actors and event.trigger for event in first)

    @pytest.mark.parametrize("weight", ["", "nan", "inf", "much"])
    def test_bad_weights(self, weight):
        """A weight is a finite number."""
        with pytest.raises(LexiconError, match="weight"):
            default_tables().with_replaced("judging", [{"signal": "all", "weight": weight}])

    @pytest.mark.parametrize("row", ROWS, ids=lambda row: row["signal"])
    def test_no_signal_is_about_a_name(self, row):
        """Whether an act is believed does not depend on which state or person it is about."""
        assert find_names(row["signal"].rpartition("=")[2].title()) == ()

    @pytest.mark.parametrize("text", PLAIN)
    def test_plain_events_are_kept(self, text):
        """What a reader would never doubt is not dropped."""
        assert code(text) == code(text, tables=default_tables().with_replaced("judging", [])) != []


class TestLearning:
    """The weights are learnt by `diplonews._build.build_judging`."""

    CASES = tuple(
        Case(article=f"a{n}", signals=("all", "good" if n % 3 else "bad"), verdict=verdict)
        for n, verdict in enumerate([WRONG, RIGHT, RIGHT] * 10)
    )

    def test_signs(self):
        """A signal of right cases weighs more than one of wrong cases."""
        weights = learn(self.CASES, penalty=0.1)
        assert weights["good"] > 0 > weights["bad"]

    def test_open_cases_teach_nothing(self):
        """Cases that only a secondary event supports are left out."""
        more = [Case(article="b", signals=("bad",), verdict=OPEN) for _ in range(50)]
        assert learn([*self.CASES, *more]) == pytest.approx(learn(self.CASES))

    def test_figures(self):
        """The right and the wrong ones that weigh enough are counted."""
        cases = [
            (Case(article="a", signals=(), verdict=verdict), weight)
            for verdict, weight in ((RIGHT, 0.5), (WRONG, -2.0), (OPEN, 0.7))
        ]
        assert figures(cases, kept=-1.0) == (1, 0)
        assert figures(cases, kept=-3.0) == (1, 1)

    def test_verdicts(self):
        """An event is right by a core event of its sentence, open by a secondary one, else wrong."""
        text = "Oslo rebuked Riga. Malta thanked Fiji. Chile criticized Peru."
        marks = [("rebuked", "ACCUSE", "NOR", "LVA", True), ("thanked", "SUPPORT", "MLT", "FJI", False)]
        events = tuple(
            GoldEvent(
                id=word,
                types=(EventType[kind],),
                actors=(actor,),
                recipients=(recipient,),
                core=core,
                cluster=word,
                trigger=(Span(text.index(word), text.index(word) + len(word)),),
            )
            for word, kind, actor, recipient, core in marks
        )
        gold = GoldArticle(id="a", text=text, layers=("events",), anchor=date(2024, 5, 8), events=events)
        assert [case.verdict for case in cases_of(gold)] == [RIGHT, OPEN, WRONG]
