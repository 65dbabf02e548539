"""The accuracy of the findings: gold files, scores and reports."""

from diplonews.evaluation.changes import Changes, RuleChange, ScoreChange, compare
from diplonews.evaluation.files import read_gold
from diplonews.evaluation.gold import GoldArticle, GoldDate, GoldEvent, GoldQuote, GoldRegion
from diplonews.evaluation.result import Evaluation, Score
from diplonews.evaluation.run import evaluate
from diplonews.evaluation.tally import Outcome

__all__ = [
    "Changes",
    "Evaluation",
    "GoldArticle",
    "GoldDate",
    "GoldEvent",
    "GoldQuote",
    "GoldRegion",
    "Outcome",
    "RuleChange",
    "Score",
    "ScoreChange",
    "compare",
    "evaluate",
    "read_gold",
]
