"""What the caller knows fills what is not printed, and never replaces what is."""

import warnings
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

import diplonews as dn
from diplonews.testing import articles, check_article
from diplonews.wire.given import Given

BARE = "OSLO, May 4 - Norland recalled its envoy on Friday, the ministry said.\n"
DATED = "Norland recalls its envoy\nMay 4, 2024{time}\nNorland recalled its envoy on Friday.\n"
PAGE = (
    "Norland recalls its envoy\nBy YonhapPublished : May 5, 2024 - 09:10\n"
    "WASHINGTON -- Norland recalled its envoy on Friday. (Yonhap)\n"
)
ATOM = (
    "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>Envoy recalled</title>"
    "<updated>2024-05-05T17:12:00</updated><summary>Norland recalled its envoy on Friday.</summary></entry></feed>"
)
FLASH = "<nitf><head>{head}</head><body><body.content><p>The ferry sails again.</p></body.content></body></nitf>"


def rules(article, field):
    return [item.rule for item in article.evidence if item.field == field]


class TestWords:
    """Headline, provider, outlet, identifier, url."""

    @pytest.mark.parametrize("field", ["headline", "provider", "outlet", "identifier", "url"])
    def test_fills_what_is_not_printed(self, field):
        """A field that the copy leaves open is filled, and its evidence says so."""
        article = dn.parse_article(BARE, **{field: " Harbour 7 "})
        assert getattr(article, field) == "Harbour 7"
        assert rules(article, field) == ["given"]

    @pytest.mark.parametrize("blank", [None, "", " \n"])
    def test_blank_is_not_given(self, blank):
        """None and blank words change nothing."""
        assert dn.parse_article(BARE, headline=blank, provider=blank, outlet=blank) == dn.parse_article(BARE)

    @pytest.mark.parametrize("field", ["headline", "provider", "outlet", "identifier", "url"])
    def test_wrong_type(self, field):
        """Anything but a str is a TypeError that names the argument."""
        with pytest.raises(TypeError, match=rf"^{field} must be a str or None \(got int: 7\)$"):
            dn.parse_article(BARE, **{field: 7})

    @pytest.mark.parametrize(
        ("field", "value", "printed"),
        [
            ("headline", "Sudmark recalls its envoy", "Norland recalls its envoy"),
            ("provider", "Reuters", "Yonhap"),
            ("outlet", "The Korea Times", "The Korea Herald"),
        ],
    )
    def test_what_is_printed_wins(self, field, value, printed):
        """A value that differs is kept in the evidence and gives a warning at the line of the call."""
        with pytest.warns(dn.ParseWarning) as caught:
            article = dn.parse_article(PAGE, **{field: value})
        told = f"given as {value!r}; {printed!r} is printed and kept"
        assert [(str(item.message), item.filename) for item in caught] == [(f"{field} is {told}", __file__)]
        assert getattr(article, field) == printed
        assert [(item.rule, item.detail) for item in article.evidence if item.field == field][-1] == (
            "given.differs",
            told,
        )

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("headline", "NORLAND RECALLS ITS ENVOY."),
            ("provider", "Yonhap News Agency"),
            ("outlet", "Korea Herald"),
        ],
    )
    def test_the_same_in_other_words(self, field, value):
        """Case, punctuation, and another form of an agency's or outlet's name make no difference."""
        assert dn.parse_article(PAGE, **{field: value}) == dn.parse_article(PAGE)

    def test_provider_goes_by_its_name(self):
        """A form of an agency's name gives the name that the library uses."""
        assert dn.parse_article(BARE, provider="The Associated Press").provider == "AP"

    def test_beginning_is_no_headline(self):
        """A given headline goes before the beginning of the body, which nobody wrote as one."""
        article = dn.parse_article(FLASH.format(head=""), headline="Ferry sails")
        assert (article.headline, rules(article, "headline")) == ("Ferry sails", ["given"])

    def test_identifier_of_the_format(self):
        """The identifier that the format carries is kept."""
        raw = FLASH.format(head='<docdata><doc-id id-string="urn:7"/></docdata>')
        with pytest.warns(dn.ParseWarning, match="identifier is given as '8'; 'urn:7' is printed and kept"):
            assert dn.parse_article(raw, identifier="8").identifier == "urn:7"


class TestPublished:
    """`published=`."""

    def test_a_day(self):
        """A day gives the dateline its year, and is the anchor unless the dateline prints one."""
        article = dn.parse_article(BARE, published="2024-05-07")
        assert article.published == dn.Timestamp(local=date(2024, 5, 7))
        assert article.dateline.date == article.anchor == date(2024, 5, 4)
        assert dn.parse_article("Norland recalled its envoy.", published=date(2024, 5, 5)).anchor == date(2024, 5, 5)

    @pytest.mark.parametrize(
        ("moment", "zone"),
        [
            ("2024-05-05T01:30+09:00", "+09:00"),
            (datetime(2024, 5, 5, 1, 30, tzinfo=ZoneInfo("Asia/Seoul")), "Asia/Seoul"),
        ],
    )
    def test_with_an_offset(self, moment, zone):
        """An aware moment is an instant that was given; the anchor is the day at the dateline."""
        article = dn.parse_article(BARE.replace(", May 4", ""), published=moment)
        stamp = article.published
        assert (stamp.span, stamp.timezone, stamp.timezone_source) == (None, zone, "given")
        assert (stamp.instant, stamp.local) == (datetime(2024, 5, 4, 16, 30, tzinfo=UTC), datetime(2024, 5, 5, 1, 30))
        assert article.anchor == date(2024, 5, 4)

    def test_without_an_offset(self):
        """A clock reading alone is the outlet's; where its zone is not known there is no instant."""
        stamp = dn.parse_article(BARE, published="2024-05-05T09:10").published
        assert (stamp.local, stamp.instant, stamp.timezone_source) == (datetime(2024, 5, 5, 9, 10), None, None)
        stamp = dn.parse_article(BARE, published="2024-05-05T09:10", outlet="Korea Herald").published
        assert (stamp.timezone, stamp.timezone_source) == ("Asia/Seoul", "outlet")
        assert stamp.instant == datetime(2024, 5, 5, 0, 10, tzinfo=UTC)

    def test_the_zone_of_the_parser(self):
        """The parser that reads the copy knows the zone of its clock."""
        article = dn.parse_article(BARE, published="2024-05-05T09:10", format="yonhap")
        assert (article.published.timezone, article.published.timezone_source) == ("Asia/Seoul", "outlet")

    def test_midnight_is_a_day(self):
        """Midnight without an offset, as tables hold days, is a day; with one it is an instant."""
        assert dn.parse_article(BARE, published=datetime(2024, 5, 5)).published.local == date(2024, 5, 5)
        assert dn.parse_article(BARE, published="2024-05-05T00:00Z").published.local == datetime(2024, 5, 5)

    @pytest.mark.parametrize("moment", ["2024-05-06", "2024-05-05T09:12+09:00", "2024-05-05T09:09"])
    def test_what_is_printed_wins(self, moment):
        """Another moment than the printed one changes nothing but the evidence, and is a warning."""
        with pytest.warns(dn.ParseWarning, match="; '2024-05-05T09:10:00' is printed and kept"):
            article = dn.parse_article(PAGE, published=moment)
        plain = dn.parse_article(PAGE)
        assert (article.published, article.anchor) == (plain.published, plain.anchor)
        assert rules(article, "published")[-1] == "given.differs"

    @pytest.mark.parametrize("moment", ["2024-05-05", "2024-05-05T00:10:31Z", "2024-05-05T09:10+09:00"])
    def test_the_same_moment(self, moment):
        """The printed day or instant, in any zone, changes nothing."""
        assert dn.parse_article(PAGE, published=moment) == dn.parse_article(PAGE)

    @pytest.mark.parametrize(
        ("time", "moment"),
        [("", "2024-05-04T09:10Z"), (" 09:10", "2024-05-04T09:10+02:00"), ("", "2024-05-04T09:10")],
    )
    def test_says_more(self, time, moment):
        """A given time of day, or zone, goes with the printed date that lacks it."""
        article = dn.parse_article(DATED.format(time=time), published=moment)
        assert article.published.local == datetime(2024, 5, 4, 9, 10)
        assert (article.published.instant is None) is (moment == "2024-05-04T09:10")
        assert (article.published.span, rules(article, "published")[-1]) == (None, "given")

    @pytest.mark.parametrize(
        "raw",
        [
            "Envoy recalled\nUpdated: 2024-05-05 17:12\nNorland recalled its envoy on Friday.\n",
            ATOM,
        ],
    )
    def test_only_an_update_is_printed(self, raw):
        """A printed update is not a publication: a given moment before it is, one after it is not."""
        plain = dn.parse_article(raw)
        article = dn.parse_article(raw, published="2024-05-04T09:10")
        assert (article.published.local, article.updated.local) == (datetime(2024, 5, 4, 9, 10), plain.published.local)
        assert (article.anchor, rules(article, "published")[-1]) == (date(2024, 5, 4), "given")
        with pytest.warns(dn.ParseWarning, match="'2024-05-05T17:12:00' is printed and kept"):
            assert dn.parse_article(raw, published="2024-05-06").published == plain.published

    def test_outlet_gives_a_printed_reading_its_zone(self):
        """A printed clock reading takes the zone of the outlet, or of the agency, that is given."""
        raw = DATED.format(time=" 09:10")
        stamp = dn.parse_article(raw, outlet="The Korea Times").published
        assert (stamp.instant, stamp.timezone_source) == (datetime(2024, 5, 4, 0, 10, tzinfo=UTC), "outlet")
        assert stamp.span.of(raw) == "May 4, 2024 09:10"
        assert dn.parse_article(raw, provider="Yonhap").published.timezone_source == "agency"
        assert dn.parse_article(raw, outlet="Harbour Post").published.timezone is None

    def test_old_name(self):
        """`reference=` is `published=` with a warning at the line of the call; both are refused."""
        for parse in (dn.parse_article, dn.parse_articles):
            with pytest.warns(DeprecationWarning, match="reference= is now called published=") as caught:
                found = parse(BARE, reference=date(2024, 5, 5))
            assert caught[0].filename == __file__
            assert found == parse(BARE, published=date(2024, 5, 5))
            with (
                pytest.warns(DeprecationWarning, match="published="),
                pytest.raises(TypeError, match="give published= alone"),
            ):
                parse(BARE, reference=date(2024, 5, 5), published=date(2024, 5, 5))

    @pytest.mark.parametrize("moment", ["yesterday", 20240505])
    def test_no_moment(self, moment):
        """Anything but a moment is refused, with what to pass."""
        with pytest.raises((TypeError, ValueError), match=r"^published must be a date, a datetime or ISO 8601 text"):
            dn.parse_article(BARE, published=moment)

    @pytest.mark.parametrize("moment", [datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)])
    def test_ends_of_the_calendar(self, moment):
        """The first and the last day of the calendar do no harm in any zone."""
        with pytest.warns(dn.ParseWarning):
            dn.parse_article(PAGE, published=moment)
        assert dn.parse_article(BARE.replace("OSLO", "SEOUL"), published=moment).anchor is not None


@given(articles(), st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.text(), st.text(), st.text())
def test_given_never_replaces_printed(example, day, headline, provider, outlet):
    """Whatever is given, what the copy prints comes out as without it, and the rest is filled."""
    plain = dn.parse_article(example.raw)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", dn.ParseWarning)
        known = dn.parse_article(example.raw, published=day, headline=headline, provider=provider, outlet=outlet)
    check_article(known)
    assert (known.text, known.paragraphs) == (plain.text, plain.paragraphs)
    for field, value in (("headline", headline), ("provider", provider), ("outlet", outlet)):
        printed = getattr(plain, field)
        assert getattr(known, field) == printed or (printed is None and value.strip())
    assert known.published is not None
    assert plain.published is None or known.published.local == plain.published.local


class TestContainers:
    """`parse_articles`."""

    FEED = "<rss version='2.0'><channel>{items}</channel></rss>"
    ITEM = (
        "<item><title>{title}</title>{date}<description>The ferry to Oslo sails again on Monday.</description></item>"
    )

    def test_fallback(self):
        """Each item without a day, agency or outlet takes those that are given; differences give no warning."""
        items = [("One", ""), ("Two", "<pubDate>Sun, 05 May 2024 09:10:00 +0900</pubDate>")]
        raw = self.FEED.format(items="".join(self.ITEM.format(title=title, date=day) for title, day in items))
        one, two = dn.parse_articles(raw, published="2024-05-01", provider="AFP", outlet="Harbour Post")
        assert (one.published.local, two.published.local) == (date(2024, 5, 1), datetime(2024, 5, 5, 9, 10))
        assert [(article.provider, article.outlet) for article in (one, two)] == [("AFP", "Harbour Post")] * 2
        assert (one.anchor, two.anchor) == (date(2024, 5, 1), date(2024, 5, 5))
        assert rules(two, "published")[-1] == "given.differs"

    def test_digest(self):
        """The stories of a digest take the year from the day that is given; failures are kept."""
        story = "Envoy recalled\n" + BARE + "-----------------\n"
        found = dn.parse_articles(story * 2, published="2024-05-05")
        assert [article.dateline.date for article in found] == [date(2024, 5, 4)] * 2
        assert found.failures == ()


def test_nothing_given():
    """Without anything given the article is the parser's own object."""
    article = dn.parse_article(BARE)
    assert Given.of(None, headline=None).complete(article) is article


def test_update_decides():
    """An anchor that comes from an update stays when only the publication's zone becomes known."""
    published = dn.Timestamp(local=datetime(2024, 5, 1, 9))
    updated = dn.Timestamp(local=datetime(2024, 5, 4, 9), instant=datetime(2024, 5, 4, 9, tzinfo=UTC), timezone="UTC")
    dateline = dn.Dateline(span=dn.Span(0, 4), places=(dn.Place(name="OSLO", timezone="Europe/Oslo"),))
    article = dn.Article(
        text=BARE, format="nitf", published=published, updated=updated, dateline=dateline, anchor=date(2024, 5, 4)
    )
    known = Given.of(None, outlet="The Korea Herald").complete(article)
    assert known.published.instant == datetime(2024, 5, 1, tzinfo=UTC)
    assert known.anchor == date(2024, 5, 4)
    assert known.published.instant - published.local.replace(tzinfo=UTC) == -timedelta(hours=9)
