"""`parse_article` and `parse_articles` as users call them."""

from datetime import date
from pathlib import PurePosixPath

import pytest
from hypothesis import given, strategies as st

import diplonews as dn
from diplonews.testing import check_article

STORY = (
    "Norland recalls envoy over harbour dispute\n\nBy Ann Rowe\n\nOSLO, May 4 (Reuters) - Norland recalled its envoy "
    "on Friday, the ministry said.\n\nSudmark did not comment at once, but said it would.\n\n(Reporting by Ann Rowe)\n"
)


class TestAnyText:
    """Plain text never raises, and is never altered."""

    @given(st.text())
    def test_partition(self, text):
        """Every character is in exactly one region."""
        article = dn.parse_article(text)
        assert article.text == text
        check_article(article)

    @given(
        st.lists(
            st.sampled_from([*STORY.split("\n"), "", "  ", "(Yonhap)", "By X", "(END)", "___", "May 5, 2021"]),
            max_size=14,
        )
    )
    def test_lines_in_any_order(self, lines):
        """Lines of wire copy in any order are a partition too, and nothing but white space is lost."""
        article = dn.parse_article("\n".join(lines))
        check_article(article)
        assert dn.parse_article("\n".join(lines)) == article

    @pytest.mark.parametrize("text", ["hello", "Talks went on.", "한국", "!", "\ufeffx", "a\rb"])
    def test_least_is_a_body(self, text):
        """A visible text has a body at least."""
        assert dn.parse_article(text).paragraphs

    @pytest.mark.parametrize("text", ["", " \n\t ", "\ufeff"])
    def test_nothing_visible(self, text):
        """A blank text has no body and no headline."""
        article = dn.parse_article(text)
        assert (article.paragraphs, article.headline, article.body) == ((), None, "")

    @pytest.mark.parametrize(
        "unit",
        [
            "a",
            " ",
            "1",
            '"',
            "(",
            "- ",
            "A, ",
            "May 5, 2021 ",
            "By A ",
            "(Reuters) - ",
            "\n",
            "a\n",
            "Ab (AP)\n",
            "/",
            "한",
        ],
    )
    def test_hostile_runs_end(self, unit):
        """A run of 300,000 characters ends in a partition (were it quadratic, the suite would not)."""
        check_article(dn.parse_article(unit * (300_000 // len(unit))))


class TestFields:
    """What is read."""

    def test_story(self):
        """The anatomy of a wire story."""
        article = dn.parse_article(STORY, published=date(2024, 5, 6))
        assert article.headline == "Norland recalls envoy over harbour dispute"
        assert article.bylines[0].names == ("Ann Rowe",)
        assert article.provider == "Reuters"
        assert article.dateline.places[0].timezone == "Europe/Oslo"
        assert article.dateline.date == article.anchor == date(2024, 5, 4)
        assert article.body.startswith("Norland recalled its envoy on Friday")
        assert [region.kind.name for region in article.regions if region.kind.name != "WHITESPACE"] == [
            "HEADLINE",
            "BYLINE",
            "DATELINE",
            "BODY",
            "BODY",
            "SIGNOFF",
        ]

    def test_year_is_not_guessed(self):
        """Without a year anywhere the dateline has no date and the article no anchor."""
        article = dn.parse_article(STORY)
        assert (article.dateline.date, article.anchor) == (None, None)

    def test_repeat_is_marked(self):
        """A passage that appears twice is marked with what it repeats, not dropped."""
        body = "Norland recalled its envoy on Friday, the ministry in Oslo said.\nShort.\n"
        article = dn.parse_article("Envoy of Norland recalled\n" + body + body)
        repeats = article.regions_of(dn.RegionKind.DUPLICATE)
        assert [region.span.of(article.text) for region in repeats] == body.strip().split("\n")
        assert all(region.duplicate_of.of(article.text) == region.span.of(article.text) for region in repeats)
        assert len(article.paragraphs) == 2

    def test_every_field_has_evidence(self):
        """Each field that is set says how it is known, with spans in the text."""
        article = dn.parse_article("Envoy of Norland recalled\nMay 4, 2024 09:00 KST\n" + STORY.split("\n\n", 2)[2])
        fields = {item.field for item in article.evidence}
        assert {"headline", "published", "provider", "dateline"} <= fields

    def test_only_an_update(self):
        """Where only an update is printed, it is used as the publication, and the evidence says so."""
        article = dn.parse_article(
            "Envoy of Norland recalled\nUpdated: 2013-03-04 17:12\nNorland recalled its envoy.\n"
        )
        assert article.published == article.updated
        assert any(item.rule == "timestamp.only-update" for item in article.evidence)

    def test_open_digits(self):
        """Digits that fit two dates give no date but a reason."""
        article = dn.parse_article("Envoy of Norland recalled\n06/08/2019\nNorland recalled its envoy.\n")
        assert article.published is None
        assert "the digits fit two dates or none" in [item.detail for item in article.evidence]

    def test_finer_stamp_wins(self):
        """Of a day and a time of that day the time is kept."""
        article = dn.parse_article(
            "Envoy recalled from Norland\nMay 4, 2024\nMay 4, 2024 09:00 KST\nNorland recalled its envoy.\n"
        )
        assert article.published.local.hour == 9


class TestArguments:
    """Wrong calls."""

    @pytest.mark.parametrize("raw", [None, 7, ["x"], bytearray(b"x")])
    def test_type(self, raw):
        """Anything but str and bytes is a TypeError that names its type."""
        with pytest.raises(TypeError, match=f"raw must be str or bytes \\(got {type(raw).__name__}"):
            dn.parse_article(raw)

    def test_path_object(self):
        """A path is a TypeError that says how to read the file."""
        with pytest.raises(TypeError, match=r"got PurePosixPath.*; read and iter_articles take paths"):
            dn.parse_article(PurePosixPath("a.txt"))

    @pytest.mark.parametrize("name", ["story.txt", "folder/", "./story.txt"])
    def test_path_as_text(self, name, tmp_path, monkeypatch):
        """One line that is the path of something is read as text, with a warning that points at the call."""
        (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
        (tmp_path / "folder").mkdir()
        monkeypatch.chdir(tmp_path)
        for parse in (dn.parse_article, dn.parse_articles):
            with pytest.warns(dn.ParseWarning, match="is a path that exists, but is parsed as text") as caught:
                parse(name)
            assert caught[0].filename == __file__

    @pytest.mark.parametrize(
        "text", ["missing.txt", "/", ".", "story", "story.txt\n", "x.txt " + "y" * 300, "a\0b.txt", "\ud800/"]
    )
    def test_no_path(self, text, tmp_path, monkeypatch):
        """Other text raises no warning: nothing of that name, no sign of a path, several lines, a long line."""
        (tmp_path / "story").touch()
        (tmp_path / "story.txt").touch()
        monkeypatch.chdir(tmp_path)
        assert dn.parse_article(text).text == text

    def test_unknown_format(self):
        """An unknown format names the known ones."""
        with pytest.raises(dn.UnknownFormatError, match=r"format 'afp2'; known formats: .*generic.*yonhap"):
            dn.parse_article("x", format="afp2")

    def test_bytes_that_are_no_text(self):
        """A picture is a ParseError."""
        with pytest.raises(dn.ParseError, match="not text"):
            dn.parse_article(b"\x89PNG\r\n\x1a\n\x00\x00")

    def test_forced_format(self):
        """`format=` overrides what the marks say."""
        assert dn.parse_article(STORY, format="yonhap").format == "yonhap"


class TestContainers:
    """Several items in one input."""

    ITEM = (
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:{n}" version="1"><contentMeta>'
        "<headline>Story {n}</headline></contentMeta><contentSet><inlineXML><p>Envoys met for round {n}.</p>"
        "</inlineXML></contentSet></newsItem>"
    )
    MESSAGE = '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{items}</itemSet></newsMessage>'

    def test_two_stories(self):
        """`parse_article` sends the reader of a container to `parse_articles`."""
        raw = self.MESSAGE.format(items=self.ITEM.format(n=1) + self.ITEM.format(n=2))
        assert [article.headline for article in dn.parse_articles(raw)] == ["Story 1", "Story 2"]
        with pytest.raises(
            dn.ParseError, match="newsml-g2: the input holds 2 articles; parse_articles, or iter_articles"
        ):
            dn.parse_article(raw)

    def test_one_story(self):
        """A container of one is that one."""
        assert dn.parse_article(self.MESSAGE.format(items=self.ITEM.format(n=7))).headline == "Story 7"

    def test_none(self):
        """A feed without an item holds no article."""
        raw = "<rss version='2.0'><channel><title>Harbour Post</title></channel></rss>"
        with pytest.raises(dn.ParseError):
            dn.parse_article(raw)


class TestDigest:
    """`parse_articles` on plain text."""

    DIGEST = (
        "Envoy of Norland recalled\nSEOUL -- Norland recalled its envoy on Friday.\n-----------------\n"
        "(LEAD) Harbour reopens\nSEOUL -- The harbour reopened on Friday.\n-----------------\n"
    )

    def test_stories(self):
        """Each story between rules is an article of its own."""
        articles = dn.parse_articles(self.DIGEST)
        assert [article.headline for article in articles] == ["Envoy of Norland recalled", "Harbour reopens"]
        assert articles.failures == ()

    def test_whole(self):
        """`parse_article` reads the digest as one text."""
        assert dn.parse_article(self.DIGEST).text == self.DIGEST

    def test_rules_alone_make_no_digest(self):
        """A text with a rule in it and no datelines stays whole."""
        assert len(dn.parse_articles("One.\n----------\nTwo.\n")) == 1
