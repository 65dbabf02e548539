"""Which state a role or body belongs to."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from diplonews import parse_article
from diplonews.actors.origin import Home, country_of, is_state_office, read_home
from diplonews.syntax.parsing import parse


class TestCountryOf:
    """`country_of`"""

    @given(st.text(alphabet="Polish envoy to Oslo,-’s and", max_size=60))
    @settings(max_examples=50)
    def test_any_words(self, words):
        """A code of a state, or None."""
        code = country_of(words)
        assert code is None or len(code) == 3

    @pytest.mark.parametrize(
        ("words", "code"),
        [
            ("the Danish envoy", "DNK"),
            ("the envoy", None),
            ("EU and NATO officials", None),
            ("the Danish and Polish ministers", None),
            ("Danish-Polish harbour board", None),
            ("former Danish ambassador to Poland", "DNK"),
            ("ambassador to Poland", None),
            ("Danish special envoy for Chad", "DNK"),
            ("spokesman for the Polish interior ministry", "POL"),
            ("spokesman of the Danish embassy in Warsaw", "DNK"),
            ("head of the EU mission in Chad", None),
            ("U.N. rapporteur on Chad", None),
            ("lecturer in Danish studies at the University of Warsaw", "POL"),
            ("a Chad expert", None),
            ("a Chadian expert", "TCD"),
            ("a Chad expert at Chatham House", "GBR"),
            ("a researcher with the Lowy Institute", "AUS"),
            ("an Oslo-based analyst", "NOR"),
            ("a source in Oslo", "NOR"),
            ("Oslo’s fisheries ministry", "NOR"),
        ],
    )
    def test_whose(self, words, code):
        """Office before place; where one is sent to and what one studies do not count."""
        assert country_of(words) == code


class TestIsStateOffice:
    """`is_state_office`"""

    @pytest.mark.parametrize(
        ("words", "answer"),
        [
            ("vice foreign minister", True),
            ("the navy", True),
            ("president", True),
            ("president of the rowing club", False),
            ("president of the Baltic board", False),
            ("foreign correspondent", False),
            ("baker", False),
        ],
    )
    def test_table(self, words, answer):
        """Ministers and navies are a state's, clubs and papers are not."""
        assert is_state_office(words) is answer


class TestHome:
    """`Home`"""

    @pytest.mark.parametrize(
        ("home", "role", "code"),
        [
            (Home(outlet="NOR"), "foreign minister", "NOR"),
            (Home(filed="NOR"), "foreign minister", "NOR"),
            (Home(outlet="NOR", filed="CHL"), "foreign minister", "NOR"),
            (Home(outlet="USA", filed="CHL"), "foreign minister", "CHL"),
            (Home(outlet="NOR", filed="USA"), "senior administration official", "USA"),
            (Home(outlet="NOR", filed="USA"), "Rep.", "USA"),
            (Home(outlet="NOR"), "baker", None),
            (Home(), "foreign minister", None),
            (Home(), "chief cabinet secretary", "JPN"),
            (Home(filed="NOR"), "foreign secretary", "GBR"),
            (Home(filed="IND"), "foreign secretary", "IND"),
            (Home(), "high representative", None),
        ],
    )
    def test_country(self, home, role, code):
        """Titles of one state alone, then the outlet's, then the dateline's."""
        assert home.country(role) == code


class TestReadHome:
    """`read_home`"""

    @pytest.mark.parametrize(
        ("raw", "home"),
        [
            ("SEOUL, May 3 (Yonhap) -- Talks began.", Home(outlet="KOR", filed="KOR")),
            ("LIMA, May 3 (Yonhap) -- Talks began.", Home(filed="PER")),
            ("LIMA, May 3 (Yonhap) -- Talks with Seoul began.", Home(outlet="KOR", filed="PER")),
            ("LIMA, May 3 (Reuters) - Talks began.", Home(filed="PER")),
            ("BRUSSELS, May 3 (Reuters) - Talks began.", Home()),
        ],
    )
    def test_by_outlet_and_dateline(self, raw, home):
        """A national agency is at home where the text speaks of its state; Brussels is of many states."""
        assert read_home(parse(parse_article(raw))) == home

    def test_plain_text(self):
        """Plain text has no home, unless it opens with a dateline."""
        assert read_home(parse("Talks began.")) == Home()
