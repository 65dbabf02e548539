"""States and the search for their names."""

import pytest
from hypothesis import given, strategies as st

from diplonews.lexicons.gazetteer import Gazetteer, words_of
from diplonews.lexicons.states import FormKind, find_state_codes, find_states, load_states, lookup, state_forms
from diplonews.lexicons.tables import default_tables, using

STATES = {state.code: state for state in load_states()}


class TestLoadStates:
    def test_there_are_about_two_hundred_with_unique_codes(self):
        assert 195 <= len(load_states()) <= 205
        assert len(STATES) == len(load_states())

    @pytest.mark.parametrize("code", sorted(STATES))
    def test_every_own_name_leads_back_to_its_state(self, code):
        assert lookup(STATES[code].name).code == code

    def test_forms_carry_years_and_sectors(self):
        notes = {form.text: form.note for form in state_forms(STATES["COD"])}
        assert notes["Zaire"] == "1971-1997"
        assert {form.text: form.note for form in state_forms(STATES["GEO"])}["Abkhazia"] == "PRE"
        assert repr(STATES["COD"]) == "<State COD 'Democratic Republic of the Congo'>"


class TestFindStateCodes:
    def test_every_state_has_a_row(self):
        assert [code for code in STATES if find_state_codes(code) is None] == []

    @pytest.mark.parametrize("field", ["iso2", "iso_number", "cow", "cow_number", "gw", "fips"])
    def test_no_two_states_share_a_code(self, field):
        given = [code for state in STATES if (code := getattr(find_state_codes(state), field)) is not None]
        assert len(given) == len(set(given))
        assert len(given) > 190

    @pytest.mark.parametrize(
        ("code", "iso2", "iso_number", "cow", "cow_number", "gw", "fips"),
        [
            ("USA", "US", "840", "USA", 2, 2, "US"),
            ("AFG", "AF", "004", "AFG", 700, 700, "AF"),
            ("NAM", "NA", "516", "NAM", 565, 565, "WA"),
            ("DEU", "DE", "276", "GMY", 255, 260, "GM"),
            ("YEM", "YE", "887", "YEM", 679, 678, "YM"),
            ("SRB", "RS", "688", "YUG", 345, 340, "RI"),
            ("KOS", "XK", None, "KOS", 347, 347, "KV"),
            ("KIR", "KI", "296", "KIR", 946, 970, "KR"),
            ("PSE", "PS", "275", None, None, None, "WE"),
            ("VAT", "VA", "336", None, None, None, "VT"),
        ],
    )
    def test_codes_of_some_states(self, code, iso2, iso_number, cow, cow_number, gw, fips):
        found = find_state_codes(code)
        assert (found.iso2, found.iso_number, found.cow) == (iso2, iso_number, cow)
        assert (found.cow_number, found.gw, found.fips) == (cow_number, gw, fips)

    def test_an_organization_is_not_a_state(self):
        assert find_state_codes("UNO") is None

    def test_a_users_row_is_found(self):
        with using(default_tables().with_added("state_codes", [{"code": "XSL", "cow_number": "999"}])):
            assert find_state_codes("XSL").cow_number == 999
            assert find_state_codes("XSL").cow is None


class TestLookup:
    @pytest.mark.parametrize(
        ("form", "code"),
        [
            ("S. Korea", "KOR"),
            ("N.K.", "PRK"),
            ("the ROK", "KOR"),
            ("U.S.", "USA"),
            ("US's", "USA"),
            ("Iran’s", "IRN"),
            ("the Philippines'", "PHL"),
            ("Dutch", "NLD"),
            ("Swede", "SWE"),
            ("Germans", "DEU"),
            ("Iraqis", "IRQ"),
            ("Kiev", "UKR"),
            ("Kyiv", "UKR"),
            ("Burma", "MMR"),
            ("Holland", "NLD"),
            ("Congo", "COD"),
            ("Congo-Brazzaville", "COG"),
            ("Guinea", "GIN"),
            ("Equatorial Guinea", "GNQ"),
            ("Georgia", "GEO"),
            ("Washington", "USA"),
            ("Korea", "KOR"),
            ("SOUTH SUDAN", "SSD"),
            ("Greenland", "DNK"),
            ("The Hague", "NLD"),
            ("Nigerien", "NER"),
            ("Nigerian", "NGA"),
            ("St. Lucia", "LCA"),
            ("UAE", "ARE"),
        ],
    )
    def test_known_forms(self, form, code):
        assert lookup(form).code == code

    @pytest.mark.parametrize("form", ["", "turkey", "us", "Ruritania", "the", "Poleward", "'s"])
    def test_other_words_are_none(self, form):
        assert lookup(form) is None

    def test_a_users_state_is_found(self):
        mine = default_tables().with_added("states", [{"code": "XSL", "name": "Sealand", "adjectives": "Sealandic"}])
        with using(mine):
            assert lookup("Sealandic").code == "XSL"
        assert lookup("Sealandic") is None
        assert lookup("Sealandic") is None

    @given(st.text(max_size=40))
    def test_any_text_is_a_state_or_none(self, text):
        found = lookup(text)
        assert found is None or found.code in STATES


class TestFindStates:
    def test_the_longest_form_wins(self):
        found = find_states("North Korea and South Korea-bound ships; Papua New Guinea")
        assert [form.code for _, form in found] == ["PRK", "KOR", "PNG"]

    @pytest.mark.parametrize("text", ["give it to us", "roast turkey", "a chad", "ON AND OFF", "THE US WE"])
    def test_small_letters_and_short_words_are_not_states(self, text):
        assert [form.text for _, form in find_states(text)] == (["US"] if "US" in text.split() else [])

    @given(st.text(alphabet=st.sampled_from("USABKorea. -’'\n"), max_size=80))
    def test_spans_slice_to_forms_and_never_overlap(self, text):
        end = 0
        for span, form in find_states(text):
            assert span.start >= end
            assert words_of(span.of(text).casefold()) == words_of(form.text.casefold())
            end = span.end

    @given(st.lists(st.sampled_from(sorted(STATES)), min_size=1, max_size=5))
    def test_names_in_a_list_are_all_found(self, codes):
        text = "; ".join(STATES[code].name for code in codes)
        assert [form.code for _, form in find_states(text)] == codes

    def test_kinds(self):
        kinds = [form.kind for _, form in find_states("Peru, Peruvian, Swede, Lima, Mumbai, Siam, Bali")]
        assert kinds == [
            FormKind.NAME,
            FormKind.ADJECTIVE,
            FormKind.PERSON,
            FormKind.CAPITAL,
            FormKind.CITY,
            FormKind.FORMER,
            FormKind.TERRITORY,
        ]


class TestGazetteer:
    def test_the_first_of_two_equal_forms_stays(self):
        assert Gazetteer([("a b", 1), ("a b", 2), ("", 3)]).get("a b") == 1

    def test_a_long_run_is_searched_quickly(self):
        assert sum(1 for _ in Gazetteer([("U.S.", 1), ("U.S. Navy", 2)]).find("U.S. " * 200_000)) == 200_000
