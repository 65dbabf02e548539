"""How often events of a kind are right."""

import pytest

from diplonews._build.build_confidence import count, wilson
from diplonews.evaluation.tally import Outcome
from diplonews.lexicons.confidence import ALL, ENOUGH_CASES, find_confidence
from diplonews.lexicons.tables import default_tables, load_table, using
from diplonews.model import EventType

ROWS = {row["of"]: row for row in load_table("confidence").rows}


def outcome(kind, rule, predicted):
    return Outcome(id="a", layer="events", kind=kind, rule=rule, predicted=predicted)


class TestTable:
    @pytest.mark.parametrize("of", sorted(ROWS))
    def test_shares_are_those_of_the_counts(self, of):
        """The smoothed share and the interval follow from right and found, and the share of the cases is inside."""
        row = ROWS[of]
        assert row["share"] == pytest.approx((row["right"] + 1) / (row["found"] + 2), abs=0.0006)
        assert (row["low"], row["high"]) == pytest.approx(wilson(row["right"], row["found"]), abs=0.0006)
        assert row["low"] <= row["right"] / row["found"] <= row["high"]

    @pytest.mark.parametrize("column", ["right", "found"])
    def test_the_types_add_up_to_all(self, column):
        """So do the families, but for rules that have none."""
        types = [row[column] for of, row in ROWS.items() if of in EventType.__members__]
        families = [row[column] for of, row in ROWS.items() if of not in EventType.__members__ and of != ALL]
        assert sum(types) == ROWS[ALL][column] >= sum(families)


class TestFindConfidence:
    ROWS = (
        {"of": "consult.v", "right": "6", "found": "10", "share": "0.5", "low": "0.3", "high": "0.8"},
        {"of": "consult.n", "right": "6", "found": "9", "share": "0.6", "low": "0.3", "high": "0.9"},
        {"of": "CONSULT", "right": "12", "found": "19", "share": "0.6", "low": "0.4", "high": "0.8"},
        {"of": "all", "right": "20", "found": "40", "share": "0.5", "low": "0.4", "high": "0.6"},
    )

    @pytest.mark.parametrize(
        ("rule", "type", "of"),
        [
            ("consult.v.meet", "CONSULT", "consult.v"),
            ("consult.v.meet", "AGREE", "consult.v"),
            ("consult.n.talks", "CONSULT", "CONSULT"),
            ("consult.n.talks", "AGREE", "all"),
            ("mine", "CONSULT", "CONSULT"),
            ("", "AID", "all"),
        ],
    )
    def test_too_few_cases_fall_back(self, rule, type, of):
        """The family with 10 cases, else the type with 10 cases, else all."""
        with using(default_tables().with_replaced("confidence", self.ROWS)):
            assert find_confidence(rule, type).of == of

    @pytest.mark.parametrize("type", [kind.name for kind in EventType])
    def test_every_type_has_one(self, type):
        """With enough cases behind it."""
        found = find_confidence(f"{type.lower()}.v.x", type)
        assert found.found >= ENOUGH_CASES
        assert 0 < found.low <= found.share <= found.high < 1


class TestCount:
    def test_pairs_are_counted_once_at_each_level(self):
        """Missed events and details of right ones are not counted."""
        outcomes = [
            outcome("right", "consult.v.meet", "CONSULT FIN = NOR"),
            outcome("wrong", "consult.v.meet", "status PLANNED"),
            outcome("wrong", "consult.v.meet", "date None"),
            outcome("wrong", "consult.n.talks", "AGREE FIN > NOR"),
            outcome("false", "mine", "AID FIN > NOR"),
            outcome("missed", "", ""),
        ]
        assert count(outcomes) == [
            ("consult.n", 0, 1),
            ("consult.v", 1, 1),
            ("AGREE", 0, 1),
            ("AID", 0, 1),
            ("CONSULT", 1, 1),
            ("all", 1, 3),
        ]

    def test_the_interval_is_wilson_s(self):
        """As tabulated for 0, 5 and 10 of 10."""
        assert wilson(0, 10) == pytest.approx((0, 0.2775), abs=1e-4)
        assert wilson(5, 10) == pytest.approx((0.2366, 0.7634), abs=1e-4)
        assert wilson(10, 10) == pytest.approx((0.7225, 1), abs=1e-4)
