"""The table of agencies and the look-up of printed forms."""

import pytest
from hypothesis import given, strategies as st

from diplonews.errors import LexiconError
from diplonews.lexicons import agencies
from diplonews.lexicons.agencies import Agency, find_agency, fold_form, load_agencies
from diplonews.lexicons.timezones import load_zone


class TestLoadAgencies:
    def test_rows_are_whole(self):
        """Every row names a seat, a source, a kind and at least one form; every zone exists."""
        for agency in load_agencies():
            assert len(agency.country) == 3
            assert agency.country.isupper()
            assert agency.source
            assert agency.forms
            assert agency.kind in agencies.KINDS
            assert agency.checked == "2026-11-21"
            if agency.timezone is not None:
                assert load_zone(agency.timezone).key == agency.timezone

    def test_no_form_belongs_to_two(self):
        """A printed form, folded, means one agency only, and so does a name."""
        owner: dict[str, str] = {}
        for agency in load_agencies():
            for form in (agency.name, *agency.forms):
                assert owner.setdefault(fold_form(form), agency.name) == agency.name

    def test_loaded_once(self):
        """The table is read on first use and then kept."""
        assert load_agencies() is load_agencies()

    @pytest.mark.parametrize(
        ("row", "message"),
        [
            ({"name": "X"}, "agencies.toml: row 7: not an agency: 'forms'"),
            ({"name": "X", "forms": ["X"]}, "agencies.toml: row 7: not an agency: "),
            (
                {"name": "X", "forms": ["X"], "country": "GBR", "kind": "blog"},
                "agencies.toml: row 7: unknown kind 'blog'",
            ),
            ({"name": "X", "forms": [], "country": "GBR"}, "agencies.toml: row 7: no printed form for 'X'"),
        ],
    )
    def test_bad_rows(self, row, message):
        """A bad row is named with its number and its fault."""
        with pytest.raises(LexiconError) as caught:
            agencies._agency(7, row, "2026-11-21")
        assert str(caught.value).startswith(message)


class TestFindAgency:
    @pytest.mark.parametrize(
        ("form", "name"),
        [
            ("Reuters", "Reuters"),
            ("reuter", "Reuters"),
            ("The Associated Press", "AP"),
            ("AP ", "AP"),
            ("A.P.", "AP"),
            ("Agence France-Presse", "AFP"),
            ("AGENCE FRANCE PRESSE", "AFP"),
            ("연합뉴스", "Yonhap"),
            ("Yonhap News Agency", "Yonhap"),
            ("ITAR-TASS", "TASS"),
            ("ТАСС", "TASS"),
            ("新华社", "Xinhua"),
            ("dpa", "dpa"),
            ("PRNewswire-AsiaNet", "PR Newswire"),
            ("BUSINESS WIRE", "Business Wire"),
            ("GLOBE NEWSWIRE", "GlobeNewswire"),
            ("RFE/RL", "RFE/RL"),
            ("the Canadian Press", "Canadian Press"),
            ("وكالة الأناضول", "Anadolu"),
        ],
    )
    def test_printed_forms(self, form, name):
        """Case, spaces, punctuation and a leading article do not matter."""
        assert find_agency(form).name == name

    @pytest.mark.parametrize("form", ["", "the", "The", "Monday", "Press", "Associated Press Writer", "A" * 500])
    def test_other_words(self, form):
        """Words that are not wholly an agency's name are None."""
        assert find_agency(form) is None

    @given(st.sampled_from([(a, f) for a in load_agencies() for f in a.forms]))
    def test_every_form_finds_its_agency(self, pair):
        """Each form of each row leads back to its row, also in capitals and between brackets."""
        agency, form = pair
        assert find_agency(form) is agency
        assert find_agency(f"({form})") is agency

    @given(st.text())
    def test_any_text(self, form):
        """Any text gives an agency or None, and the same one each time."""
        found = find_agency(form)
        assert found is None or isinstance(found, Agency)
        assert find_agency(form) is found

    def test_repr(self):
        """The repr fits a line."""
        assert repr(find_agency("kyodo")) == "<Agency Kyodo JPN Asia/Tokyo>"
