"""Documents in TimeML."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import given, strategies as st
from lxml import etree

from diplonews import Article, extract_dates
from diplonews.exports.timeml import to_timeml

DAY = date(2021, 2, 10)


def read(document: str):
    return etree.fromstring(document.encode("utf-8"))


class TestToTimeml:
    """`to_timeml`."""

    def test_text_and_marks(self):
        """The text is whole, and each expression is an element with its value."""
        text = 'Ties frayed in mid-2019 & "worse" <since> last week.'
        root = read(to_timeml(text, extract_dates(text, anchor=DAY), dct=DAY, identifier="x-1"))
        assert "".join(root.find("TEXT").itertext()) == text
        assert [dict(mark.attrib) for mark in root.find("TEXT")] == [
            {"tid": "t1", "type": "DATE", "value": "2019", "mod": "MID"},
            {"tid": "t2", "type": "DATE", "value": "2021-W05"},
        ]
        assert root.findtext("DOCID") == "x-1"
        assert root.find("DCT/TIMEX3").get("value") == "2021-02-10"

    def test_article_brings_its_own(self):
        """Identifier and creation time come from the article."""
        article = Article(text="Seen today.", format="x", identifier="abc", anchor=DAY)
        root = read(to_timeml(article, ()))
        assert (root.findtext("DOCID"), root.findtext("DCT/TIMEX3")) == ("abc", "2021-02-10")

    def test_instant_is_a_time(self):
        """A creation time with a clock is of type TIME."""
        moment = datetime(2021, 2, 10, 9, tzinfo=UTC)
        assert read(to_timeml("", (), dct=moment)).find("DCT/TIMEX3").get("type") == "TIME"

    def test_nothing_known(self):
        """Without a date and an identifier there is the text alone."""
        assert [child.tag for child in read(to_timeml("Hello.", ()))] == ["TEXT"]

    @given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60).map(lambda t: f"{t} on Feb. 18 {t}"))
    def test_any_text_is_well_formed(self, text):
        """Any text gives a document that parses, of the same length."""
        root = read(to_timeml(text, extract_dates(text, anchor=DAY)))
        assert len("".join(root.find("TEXT").itertext()).replace("\n", " ")) == len(text)
