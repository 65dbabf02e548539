"""Seats, organizations, leaders, look-alikes; sectors, morphology, triggers and PLOVER's numbers."""

from datetime import date
from itertools import combinations, pairwise

import pytest

from diplonews import EventType, LexiconError
from diplonews.lexicons.actornames import find_names, members_of, sector_of
from diplonews.lexicons.morphology import noun_forms, verb_forms
from diplonews.lexicons.plover import find_coding, find_goldstein
from diplonews.lexicons.tables import default_tables, load_table, using
from diplonews.lexicons.triggers import trigger_index
from diplonews.lexicons.wordsets import WordSet


class TestFindNames:
    @pytest.mark.parametrize(
        ("text", "code", "kind"),
        [
            ("the Blue House", "KOR", "SEAT"),
            ("Zhongnanhai", "CHN", "SEAT"),
            ("Foggy Bottom", "USA", "SEAT"),
            ("the Élysée", "FRA", "SEAT"),
            ("10 Downing Street", "GBR", "SEAT"),
            ("the Quai d’Orsay", "FRA", "SEAT"),
            ("NATO", "IGO", "IGO"),
            ("the U.N. Security Council", "UNO", "IGO"),
            ("European Commission", "EUR", "IGO"),
            ("Vladimir Putin", "RUS", "LEADER"),
            ("the Taliban", "AFG", "GROUP"),
            ("Oxfam", "NGO", "NGO"),
            ("Korean War", "", "OTHER"),
            ("the South China Sea", "", "OTHER"),
            ("GSOMIA", "", "TREATY"),
        ],
    )
    def test_known_names(self, text, code, kind):
        ((_, name),) = find_names(text)
        assert (name.code, name.kind) == (code, kind)

    def test_a_seat_means_its_government_only_in_its_time(self):
        assert find_names("Los Pinos", day=date(2017, 1, 1))[0][1].code == "MEX"
        assert find_names("Los Pinos", day=date(2020, 1, 1)) == ()
        assert find_names("Yongsan presidential office", day=date(2021, 1, 1)) == ()

    def test_a_leader_has_the_office_of_the_day(self):
        """Who held several offices had one of them on a day; without a day the first listed."""
        held = [find_names("Donald Tusk", day=date(year, 1, 1))[0][1].code for year in (2010, 2016, 2024)]
        assert held == ["POL", "EUR", "POL"]
        assert find_names("Fumio Kishida", day=date(2015, 1, 1))[0][1].role == "foreign minister"
        assert find_names("Fumio Kishida")[0][1].role == "prime minister"

    def test_no_two_foreign_ministers_at_once(self):
        """Terms of one office of one state follow each other."""
        terms: dict[tuple[str, str], list[tuple[date, date]]] = {}
        for row in load_table("leaders").rows:
            if row["office"] in ("foreign minister", "foreign secretary", "secretary of state", "chancellor"):
                key = row["code"], row["office"]
                terms.setdefault(key, []).append((row["from"], row["until"] or date.max))
        for held in terms.values():
            held.sort()
            assert all(first[1] <= second[0] for first, second in pairwise(held))

    def test_every_term_of_office_is_in_order(self):
        for row in load_table("leaders").rows:
            assert row["from"] is not None
            assert row["until"] is None or row["from"] < row["until"]


class TestMembersOf:
    def test_members_change_with_time(self):
        assert "GBR" in members_of("EU", date(2019, 1, 1))
        assert "GBR" not in members_of("European Union", date(2021, 1, 1))
        assert "GBR" not in members_of("EU")
        assert "FIN" not in members_of("NATO", date(2020, 1, 1))
        assert "FIN" in members_of("NATO")
        assert members_of("Ruritania") == ()


def test_sectors_of_nouns():
    assert sector_of("judge") == ("JUD", "person")
    assert sector_of("publisher") == ("BUS", "person")
    assert sector_of("teapot") is None


@pytest.mark.parametrize(
    ("verb", "form"),
    [
        ("deny", "denied"),
        ("impose", "imposing"),
        ("ban", "banned"),
        ("ban", "banning"),
        ("veto", "vetoes"),
        ("free", "freed"),
        ("meet", "met"),
        ("withdraw", "withdrew"),
        ("commit", "committed"),
        ("clash", "clashes"),
        ("agree", "agreeing"),
    ],
)
def test_verb_forms(verb, form):
    assert form in verb_forms(verb)


@pytest.mark.parametrize(
    ("noun", "form"), [("ally", "allies"), ("policeman", "policemen"), ("embargo", "embargoes"), ("tax", "taxes")]
)
def test_noun_forms(noun, form):
    assert form in noun_forms(noun)


def _covers(earlier, later):
    """Whether whatever fits the later trigger fits the earlier one, so that the later one never counts."""
    return set(earlier.particles) <= set(later.particles) and all(
        any(set(have.parts) <= set(need.parts) and have.words <= need.words for have in later.needs)
        for need in earlier.needs
    )


class TestTriggerIndex:
    def test_all_sixteen_types_have_verbs_and_every_id_is_unique(self):
        index = trigger_index()
        types = {trigger.type for triggers in index.verbs.values() for trigger in triggers}
        assert types == set(EventType)
        ids = [row["id"] for row in load_table("triggers").rows]
        assert len(ids) == len(set(ids))

    def test_the_heaviest_trigger_comes_first(self):
        for triggers in trigger_index().verbs.values():
            weights = [trigger.weight for trigger in triggers]
            assert weights == sorted(weights, reverse=True)

    def test_no_trigger_follows_one_that_is_no_more_specific(self):
        index = trigger_index()
        for triggers in (*index.verbs.values(), *index.nouns.values(), *index.adjectives.values()):
            hidden = [
                (later.lemma, later.id, earlier.id)
                for earlier, later in combinations(triggers, 2)
                if earlier.id != later.id and _covers(earlier, later)
            ]
            assert hidden == []

    def test_every_class_of_words_is_asked_for(self):
        asked = {
            value.removeprefix("@")
            for row in load_table("triggers").rows
            for condition in row["needs"].split()
            for value in condition.rpartition("=")[2].split("|")
            if value.startswith("@")
        }
        assert {row["name"] for row in load_table("classes").rows} == asked

    @pytest.mark.parametrize(
        ("change", "reason"),
        [
            ({"pos": "x"}, "column 'pos'"),
            ({"type": "GREET"}, "no event type 'GREET'"),
            ({"needs": "o"}, "'o' is not of the form part=words"),
            ({"needs": "o=@fish"}, "no class named 'fish'"),
        ],
    )
    def test_a_bad_row_names_its_place_and_reason(self, change, reason):
        row = {"id": "mine.1", "lemmas": "hobnob", "pos": "v", "type": "CONSULT"} | change
        mine = default_tables().with_added("triggers", [row])
        with pytest.raises(LexiconError) as caught, using(mine):
            trigger_index()
        assert reason in str(caught.value)
        assert caught.value.file == "rows"
        assert caught.value.row == len(mine["triggers"].rows)


class TestPlover:
    @pytest.mark.parametrize("type", [kind.name for kind in EventType])
    def test_every_type_and_mode_has_a_code_and_a_goldstein_value(self, type):
        for row in load_table("plover").rows:
            if row["type"] == type:
                coding = find_coding(type, (row["mode"],))
                assert 1 <= coding.quad <= 4
                assert -10 <= coding.score <= 10
                assert -10 <= find_goldstein(coding.cameo) <= 10

    def test_all_modes_of_the_trigger_table_are_plovers(self):
        known = {(row["type"], row["mode"]) for row in load_table("plover").rows}
        assert {(row["type"], mode) for row in load_table("triggers").rows for mode in row["modes"]} <= known

    def test_cooperation_is_scored_above_conflict(self):
        lows = [find_coding(kind.name).score for kind in EventType if find_coding(kind.name).quad > 2]
        highs = [find_coding(kind.name).score for kind in EventType if find_coding(kind.name).quad < 3]
        assert max(lows) < min(highs)

    def test_an_unknown_mode_falls_back_to_the_type(self):
        assert find_coding("AID", ("nothing",)).cameo == "070"
        with pytest.raises(KeyError):
            find_goldstein("999")


class TestWordSet:
    def test_words_are_read_when_asked_for(self):
        words = WordSet("status.wish")
        assert repr(words) == "<WordSet status.wish>"
        assert "hope" in words
        assert len(words) == len(list(words))

    def test_an_unknown_set_is_a_key_error(self):
        with pytest.raises(KeyError):
            WordSet("status.nothing").words  # noqa: B018
