"""Tables: reading, faults with file, row and reason, and what a user adds."""

from threading import Thread

import pytest
from hypothesis import given, strategies as st

from diplonews import LexiconError, analyze
from diplonews.lexicons.tables import (
    COLUMNS,
    Tables,
    default_tables,
    in_use,
    load_table,
    per_tables,
    read_table,
    using,
)
from diplonews.lexicons.wordsets import WordSet

HEADER = "code\tname\tnames\tadjectives\n"


class TestLoadTable:
    @pytest.mark.parametrize("name", sorted(COLUMNS))
    def test_every_table_has_rows_and_says_where_it_comes_from(self, name):
        table = load_table(name)
        assert table.rows
        assert {"title", "source", "licence", "checked"} <= set(table.meta)

    @pytest.mark.parametrize("name", sorted(set(COLUMNS) - {"triggers", "plover", "leaders", "irregular", "cameo"}))
    def test_keys_are_unique(self, name):
        key = next(iter(COLUMNS[name]))
        keys = [row[key] for row in load_table(name).rows]
        assert len(keys) == len(set(keys))

    def test_an_unknown_name_is_refused(self):
        with pytest.raises(LexiconError, match="no table named 'planets'"):
            load_table("planets")


class TestReadTable:
    def test_a_file_with_comments_and_empty_lines_is_read(self, tmp_path):
        path = tmp_path / "mine.tsv"
        path.write_text(
            f'# [meta]\n# source = "me"\n{HEADER}\nXSL\tSealand\tRoughs Tower|HM Fort\tSealandic\n', encoding="utf-8"
        )
        table = read_table("states", path)
        assert table.meta == {"source": "me"}
        assert table.rows[0]["names"] == ("Roughs Tower", "HM Fort")
        assert repr(table).startswith("<Table states 1 rows")

    @pytest.mark.parametrize(
        ("text", "row", "reason"),
        [
            (HEADER + "XS\tSealand\n", 2, "column 'code': a code is three capital letters (got 'XS')"),
            (HEADER + "XSL\t\n", 2, "column 'name': the cell is empty"),
            (HEADER + "XSL\tSealand\t\t\textra\n", 2, "5 cells under 4 columns"),
            ("code\tflag\nXSL\tred\n", 2, "unknown column 'flag'"),
            ("name\nSealand\n", 2, "column 'code' is missing"),
            ("# [meta\ncode\tname\n", None, "the comment lines are not valid TOML"),
            ("# nothing\n", None, "the header row is missing"),
        ],
    )
    def test_a_fault_names_file_row_and_reason(self, tmp_path, text, row, reason):
        path = tmp_path / "bad.tsv"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(LexiconError) as caught:
            read_table("states", str(path))
        assert caught.value.file == str(path)
        assert caught.value.row == row
        assert reason in str(caught.value)

    def test_bytes_that_are_not_utf8_are_a_lexicon_error(self, tmp_path):
        path = tmp_path / "bad.tsv"
        path.write_bytes(b"code\tname\nXSL\t\xff\n")
        with pytest.raises(LexiconError, match="not UTF-8"):
            read_table("states", path)

    def test_rows_must_hold_words(self):
        with pytest.raises(LexiconError, match="row 1: column 'name': expected words"):
            read_table("states", [{"code": "XSL", "name": 7}])

    def test_dates_and_numbers_are_read(self):
        row = read_table("organizations", [{"name": "X", "code": "XSL", "kind": "seat", "from": "2020-02-01"}]).rows[0]
        assert (row["from"].isoformat(), row["until"]) == ("2020-02-01", None)
        with pytest.raises(LexiconError, match="column 'from'"):
            read_table("organizations", [{"name": "X", "code": "XSL", "kind": "seat", "from": "soon"}])

    @given(st.text(max_size=200))
    def test_any_text_is_read_or_is_a_lexicon_error(self, text):
        from diplonews.lexicons.tables import _read_text

        try:
            table = _read_text("states", "x", text)
        except LexiconError:
            return
        assert table.name == "states"


class TestTables:
    def test_added_rows_complement_and_replace_the_old_ones(self):
        mine = default_tables().with_added(
            "states", [{"code": "NOR", "name": "Norge"}, {"code": "XSL", "name": "Sealand"}]
        )
        names = {row["code"]: row["name"] for row in mine["states"].rows}
        assert (names["NOR"], names["XSL"], names["SWE"]) == ("Norge", "Sealand", "Sweden")
        assert {row["code"]: row["name"] for row in default_tables()["states"].rows}["NOR"] == "Norway"

    def test_a_table_can_be_replaced(self):
        mine = Tables().with_replaced("states", [{"code": "XSL", "name": "Sealand"}])
        assert len(mine["states"].rows) == 1
        assert mine["sectors"] is load_table("sectors")


class TestUsing:
    """`using`, `in_use`, `per_tables`"""

    def test_another_thread_keeps_its_own(self):
        """Tables in use here are not in use in a thread beside."""
        mine = default_tables().with_added("states", [{"code": "XSL", "name": "Sealand"}])
        seen = []
        with using(mine):
            beside = Thread(target=lambda: seen.append(in_use()))
            beside.start()
            beside.join()
            assert in_use() is mine
        assert seen == [default_tables()]

    def test_an_error_puts_the_old_ones_back(self):
        """Whatever happens inside, the tables before are in use again."""
        with pytest.raises(KeyError), using(default_tables().with_replaced("states", [])):
            raise KeyError
        assert in_use() is default_tables()

    def test_a_reader_follows_the_tables(self):
        """What is derived from tables is derived again for others."""
        count = per_tables(lambda tables: len(tables["states"].rows))
        before = count()
        with using(default_tables().with_added("states", [{"code": "XSL", "name": "Sealand"}])):
            assert count() == before + 1
        assert count() == before


@pytest.mark.parametrize("stage", ["quotes", "actors", "events"])
def test_every_stage_obeys_the_tables(stage):
    """A state of the user's own is the country of speaker, mention and event alike."""
    mine = default_tables().with_added("states", [{"code": "XSL", "name": "Sealand", "adjectives": "Sealandic"}])
    text = "The Sealandic foreign minister said on Monday that Sealand condemned Riga."
    codes = {
        "quotes": lambda found: [quote.speaker.country for quote in found.quotes],
        "actors": lambda found: [mention.actor.code for mention in found.actors],
        "events": lambda found: [actor.code for event in found.events for actor in event.actors],
    }[stage]
    assert "XSL" in codes(analyze(text, tables=mine))
    assert "XSL" not in codes(analyze(text))


def test_a_word_of_the_user_s_changes_a_list():
    """A word added to a list of the table `words` is one of the list while the tables are in use."""
    row = next(row for row in default_tables()["words"].rows if row["name"] == "status.wish")
    mine = default_tables().with_added(
        "words", [{"name": "status.wish", "pos": row["pos"], "words": "|".join([*row["words"], "yearn"])}]
    )
    wishes = WordSet("status.wish")
    assert "yearn" not in wishes
    with using(mine):
        assert "yearn" in wishes
    assert "yearn" not in wishes
