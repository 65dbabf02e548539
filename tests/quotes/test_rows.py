"""The rows of the table of words that report: each finds what its example shows, and not its counter-example."""

from __future__ import annotations

import pytest

from diplonews import LexiconError, extract_quotes
from diplonews.lexicons.morphology import noun_forms, verb_forms
from diplonews.lexicons.reporting import form_lemmas, reporting_verbs, verb_sets
from diplonews.lexicons.tables import default_tables, load_table, using
from diplonews.quotes.extract import attributions_of
from diplonews.syntax.parsing import parse

ROWS = tuple(row for row in load_table("verbs").rows if row["class"])
TAGS = {"v": ("V",), "n": ("NN",), "a": ("J", "V")}  # `worried` is a participle as well


@pytest.fixture(scope="module")
def found():
    """For each row the blocks of its example and counter-example with their attributions; all parsed at once."""
    text = "\n\n".join(row[column] for row in ROWS for column in ("example", "counter"))
    blocks = parse(text).blocks
    assert len(blocks) == 2 * len(ROWS)
    read = [(block, attributions_of(block, text)) for block in blocks]
    return {row["id"]: (read[2 * number], read[2 * number + 1]) for number, row in enumerate(ROWS)}


def forms_of(row):
    """The forms of a row's word."""
    if row["pos"] == "a":
        return (row["lemma"],)
    return (verb_forms if row["pos"] == "v" else noun_forms)(row["lemma"])


class TestRows:
    """Every row that reports"""

    def test_every_row_has_both_sentences(self):
        """No row is without an example or a counter-example."""
        assert [row["id"] for row in ROWS if not row["example"] or not row["counter"]] == []

    @pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
    def test_example_and_counter_example(self, found, row):
        """The example yields a quote by this row; the counter-example has the word, used alike, and yields none."""
        (_, example), (block, counter) = found[row["id"]]
        assert row["id"] in [attribution.row for attribution in example]
        assert counter == []
        assert any(token.low in forms_of(row) and token.tag.startswith(TAGS[row["pos"]]) for token in block.tokens)


HARRUMPH = {
    "id": "verb.harrumph",
    "lemma": "harrumph",
    "pos": "v",
    "class": "statement",
    "frames": "quote|clause",
}


def told(text, tables=None):
    """The contents of a text."""
    return [quote.content[0].of(text) for quote in extract_quotes(text, tables=tables)]


class TestOwnRows:
    """`tables=` with the user's own rows"""

    def test_a_verb_that_is_added_finds_a_quote(self):
        """A new reporting verb reports, in any form; without it nobody has said it."""
        text = "Vik harrumphed that the pier was unsafe."
        assert told(text) == []
        assert told(text, default_tables().with_added("verbs", [HARRUMPH])) == ["that the pier was unsafe"]

    @pytest.mark.parametrize(
        ("row", "text"),
        [
            ("verb.allege", "Vik alleged that the pier was unsafe."),
            ("noun.allegation", "Vik's allegation that the pier was unsafe surprised the port."),
            ("adjective.sure", "Vik is sure that the pier is unsafe."),
        ],
    )
    def test_a_row_that_is_removed_finds_none(self, row, text):
        """Without its row a word reports nothing."""
        assert len(told(text)) == 1
        assert told(text, default_tables().without("verbs", [row])) == []

    def test_without_say(self):
        """`is quoted as saying` is one cue with `say` in the table; without it no rule breaks."""
        text = "Vik is quoted as saying the pier was unsafe."
        assert told(text) == ["the pier was unsafe"]
        assert "the pier was unsafe" not in told(text, default_tables().without("verbs", ["verb.say"]))

    def test_sets_follow_the_rows(self):
        """The sets of verbs that other rules ask for hold the user's verb."""
        mine = default_tables().with_added("verbs", [{**HARRUMPH, "frames": "quote|clause|whom", "control": "object"}])
        with using(mine):
            assert {name for name, words in verb_sets().items() if "harrumph" in words} == {
                "verbs.saying",
                "verbs.telling",
                "verbs.object_control",
            }
        assert not any("harrumph" in words for words in verb_sets().values())

    @pytest.mark.parametrize(
        ("column", "value", "reason"),
        [
            ("pos", "x", "column 'pos': expected one of a, n, v (got 'x')"),
            ("class", "gossip", "column 'class': expected one of blame, denial"),
            ("frames", "quote|that", "column 'frames': expected one of aim, as, clause"),
            ("control", "subject", "column 'control': expected one of object (got 'subject')"),
            ("carries", "water", "column 'carries': expected one of act, adjective, report (got 'water')"),
        ],
    )
    def test_a_bad_cell_is_refused(self, column, value, reason):
        """The error names the file, the row, the column and what it may hold."""
        mine = default_tables().with_replaced("verbs", [{**HARRUMPH, column: value}])
        with pytest.raises(LexiconError) as caught:
            told("Vik left.", mine)
        assert (caught.value.file, caught.value.row) == ("rows", 1)
        assert reason in str(caught.value)


class TestForms:
    """`form_lemmas`, `reporting_verbs`"""

    def test_a_verb_with_a_particle_comes_first(self):
        """`object to` is tried before `object`."""
        assert [verb.particle for verb in reporting_verbs()["object"]] == ["to", None]

    @pytest.mark.parametrize(
        ("form", "lemma"), [("said", "say"), ("shrugged", "shrug"), ("pled", "plead"), ("lambasted", "lambaste")]
    )
    def test_forms(self, form, lemma):
        """Irregular and doubled forms lead back; a form of two verbs to the first."""
        assert form_lemmas()[form] == lemma
