"""`evaluate`, its table, its file, and what changed between two of them."""

import json
from pathlib import Path

import attrs
import pytest

import diplonews as dn
from diplonews.cli import main
from diplonews.evaluation import Evaluation, Outcome, Score, compare
from diplonews.evaluation.markup import read_markup
from diplonews.evaluation.result import tabulate

SOURCE = """id: levy
headline: Envoys to leave
provider: Reuters
anchor: 2024-03-05
===
{HEADLINE|Envoys to leave}

{DATELINE|OSLO, March 5, 2024 (Reuters) - }Norway {e1|expelled} two Latvian diplomats on {=2024-03-05|Tuesday}.
===
e1 | SANCTION | - | NOR > LVA | actual | 2024-03-05 | core | expulsion
"""
GOLD = read_markup(SOURCE)


class TestEvaluate:
    def test_copy(self):
        """Copy is parsed; each layer has its rows, in order."""
        table = dn.evaluate(GOLD)
        assert table.articles == 1
        assert list(dict.fromkeys(row.layer for row in table)) == ["regions", "fields", "dates", "events"]
        assert table["events", "fair F1"] == Score(layer="events", measure="fair F1", value=1, low=1, high=1, count=1)
        assert table["dates", "value F1"].value == 1
        assert len(table) == len(table.rows)

    def test_layers(self):
        """Only what is asked for, and only what is marked."""
        assert {row.layer for row in dn.evaluate(GOLD, layers=["dates", "regions"])} == {"dates", "regions"}
        text = attrs.evolve(GOLD, copy=False, layers=("dates",), anchor=None, fields={}, regions=())
        assert {row.layer for row in dn.evaluate(text)} == {"dates"}

    def test_running_text(self):
        """Running text is used unchanged, and relative dates count from the given day."""
        gold = dn.GoldArticle(id="a", text="They met Tuesday.", layers=("dates",))
        assert dn.evaluate(gold)["dates", "value F1"].count == 0
        assert [one.kind for one in dn.evaluate(gold).errors] == ["false"]
        row = {"id": "a", "text": "They met Tuesday.", "dates": [{"span": [9, 16], "value": "2024-03-05"}]}
        from diplonews.evaluation.jsonlines import read_jsonlines

        (dated,) = read_jsonlines(json.dumps({**row, "anchor": "2024-03-06"}))
        assert dn.evaluate(dated)["dates", "value F1"].value == 1
        (undated,) = read_jsonlines(json.dumps(row))
        assert dn.evaluate(undated)["dates", "value F1"].value == 0

    def test_copy_without_a_year(self):
        """If the copy does not give its day, dates count from the day that the gold gives."""
        source = SOURCE.replace(", 2024", "")
        table = dn.evaluate(read_markup(source))
        assert table["dates", "value F1"].value == 1
        assert "anchor" not in {row.measure for row in table}

    def test_stages(self):
        """One's own stage is scored in the place of the package's."""
        assert dn.evaluate(GOLD, layers=["dates"], stages=dn_stages())["dates", "value F1"].value == 0

    def test_container(self):
        """In a file with several articles, the one that the gold is about is scored."""
        items = "".join(
            f"<item><title>{t}</title><description>{d}</description></item>"
            for t, d in [("A", "x"), ("Envoys", "They met.")]
        )
        raw = f'<rss version="2.0"><channel><title>c</title>{items}</channel></rss>'.encode()
        gold = read_markup("id: a\nraw: a.xml\n===\n{HEADLINE|Envoys}\nThey met.\n===\n", raw=raw)
        assert dn.evaluate(gold, layers=["regions"])["regions", "right"].value == 1

    def test_copy_that_is_refused(self):
        """It counts as copy in which nothing was found."""
        table = dn.evaluate(attrs.evolve(GOLD, raw=b"\0"))
        assert table["regions", "right"].value == 0
        assert table["events", "fair recall"].value == 0
        assert table.errors[0].expected == "an article"
        assert "not text" in table.errors[0].predicted

    @pytest.mark.parametrize(
        ("gold", "options", "error", "message"),
        [
            ([], {}, ValueError, "there is no gold article to score"),
            ([GOLD, GOLD], {}, ValueError, "two gold articles have the id 'levy'"),
            (GOLD, {"layers": ["date"]}, ValueError, "unknown layer 'date'; the layers are regions, fields, dates"),
            (GOLD, {"layers": "dates"}, TypeError, r"layers must be a list of names \(got the str 'dates'\)"),
        ],
    )
    def test_faults(self, gold, options, error, message):
        """A wrong call says what was given and what is known."""
        with pytest.raises(error, match=message):
            dn.evaluate(gold, **options)


def dn_stages():
    from diplonews.analysis import Stages

    return Stages(dates=lambda _: (), quotes=lambda _: (), actors=lambda _: (), events=lambda _: ())


def outcome(kind, rule="weekday.bare", words="on [Friday]"):
    return Outcome(id="a", layer="dates", kind=kind, rule=rule, words=words, predicted="2024", expected="2025")


def run(value, *outcomes, layer="dates"):
    row = Score(layer=layer, measure="value F1", value=value, low=0, high=1, count=1)
    return Evaluation(articles=1, rows=(row,), outcomes=outcomes)


class TestTable:
    def test_str(self):
        """A table in per cent; the repr is the same."""
        table = run(0.5, outcome("wrong"), outcome("right"))
        assert str(table).splitlines() == [
            "1 articles, 1 errors; in per cent",
            "",
            "layer  measure   value  low   high  count",
            "-----  --------  -----  ---  -----  -----",
            "dates  value F1   50.0  0.0  100.0      1",
        ]
        assert repr(table) == str(table)

    def test_error(self):
        """An error in words, with its place."""
        assert str(outcome("wrong")) == "a  dates wrong: expected 2025 predicted 2024 by weekday.bare\n    on [Friday]"

    def test_no_row(self):
        """The rows there are."""
        with pytest.raises(KeyError, match="no row 'dates f1'; rows: dates value F1"):
            _ = run(1)["dates", "f1"]

    def test_no_rows(self):
        """A table without rows is its head."""
        assert tabulate(("a", "b"), []) == "a  b\n-  -"

    def test_round_trip(self, tmp_path):
        """What was written can be read again."""
        table = run(0.5, outcome("wrong"), outcome("right"))
        assert Evaluation.read(table.write(tmp_path / "run.jsonl")) == table

    @pytest.mark.parametrize(
        ("text", "line"), [("x", 1), ("{}", 1), ('{"articles": 1}\n{"measure": 1}', 2), ('{"articles": 1}\n[]', 2)]
    )
    def test_another_file(self, tmp_path, text, line):
        """A file of another kind is named with the line."""
        path = tmp_path / "run.jsonl"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(
            dn.ParseError, match=f"line {line}: .*run.jsonl was not written by `diplonews evaluate --write`"
        ):
            Evaluation.read(path)


class TestCompare:
    def test_rules(self):
        """Rule by rule: what is right and what is not, before and after."""
        before = run(0.5, outcome("wrong"), outcome("right", "day"), outcome("missed", "", "x"))
        after = run(
            0.75, outcome("right"), outcome("right", "day"), outcome("missed", "", "x"), outcome("false", "day", "y")
        )
        changes = compare(before, after)
        assert str(changes).splitlines() == [
            "layer  measure   before  after",
            "-----  --------  ------  -----",
            "dates  value F1    50.0   75.0",
            "",
            "layer  rule          right before  after  errors before  after",
            "-----  ------------  ------------  -----  -------------  -----",
            "dates  day                      1      1              0      1",
            "dates  weekday.bare             0      1              1      0",
            "",
            "1 errors mended, 1 new",
        ]
        assert [one.words for one in changes.new] == ["y"]
        assert [one.words for one in changes.mended] == ["on [Friday]"]

    def test_another_rule(self):
        """The same error by another rule does not count as new."""
        changes = compare(run(0, outcome("wrong")), run(0, outcome("wrong", "day")))
        assert (changes.new, changes.mended, len(changes.rules)) == ((), (), 2)

    def test_nothing(self):
        """Two evaluations that are alike."""
        assert str(compare(run(1), run(1))) == "no score changed\n\nno rule changed\n\n0 errors mended, 0 new"

    def test_layers(self):
        """Only layers that both have scored; a measure may have come."""
        assert compare(run(1, layer="events"), run(0, outcome("wrong"))).scores == ()
        more = Evaluation(
            articles=1,
            rows=(*run(1).rows, Score(layer="dates", measure="x", value=1, low=1, high=1, count=1)),
            outcomes=(),
        )
        assert [(one.before, one.after) for one in compare(run(1), more).scores] == [(None, 1)]
        assert "dates  x             -  100.0" in str(compare(run(1), more))


class TestCommand:
    def test_evaluate(self, tmp_path, capsys):
        """Scores, errors, a file; and what changed since."""
        path = tmp_path / "levy.gold.txt"
        path.write_text(SOURCE.replace("{=2024-03-05|Tuesday}", "{=2024-03-04|Tuesday}"), encoding="utf-8")
        saved = tmp_path / "run.jsonl"
        assert main(["evaluate", str(path), "--layers", "dates,fields", "--errors", "1", "--write", str(saved)]) == 0
        printed = capsys.readouterr().out
        assert printed.startswith("1 articles, ")
        assert "dates" in printed
        assert "events" not in printed
        assert saved.exists()
        path.write_text(SOURCE, encoding="utf-8")
        assert main(["evaluate", str(path), "--layers", "dates", "--against", str(saved), "--errors", "5"]) == 0
        printed = capsys.readouterr().out
        assert f"Since {saved}" in printed
        assert "value F1     0.0  100.0" in printed
        assert printed.endswith("1 errors mended, 0 new\n")

    def test_a_bad_file(self, tmp_path, capsys):
        """File and line on standard error, exit code 1."""
        path = Path(tmp_path / "a.gold.txt")
        path.write_text("id: a\n===\n}\n===\n", encoding="utf-8")
        assert main(["evaluate", str(path)]) == 1
        assert f"diplonews: gold markup: line 3: {path}: outside a mark" in capsys.readouterr().err
