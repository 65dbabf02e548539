"""Updates and kills of one story."""

import json

import attrs
import pytest
from hypothesis import given, strategies as st

from diplonews import Article, ReadError, iter_articles, newest_versions, parse_article

G2 = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:gulf.example:{guid}" version="{version}">
<itemMeta><pubStatus qcode="stat:{status}"/></itemMeta>
<contentMeta><headline>Envoys meet</headline></contentMeta></newsItem>"""
NEWSML1 = """<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>gulf.example</ProviderId>
<DateId>20240312</DateId><NewsItemId>talks</NewsItemId>
<RevisionId Update="N" PreviousRevision="{before}">{version}</RevisionId>
<PublicIdentifier>urn:newsml:gulf.example:20240312:talks:{version}N</PublicIdentifier></NewsIdentifier></Identification>
<NewsManagement><Status FormalName="{status}"/></NewsManagement>
<NewsComponent><NewsLines><HeadLine>Envoys meet</HeadLine></NewsLines></NewsComponent></NewsItem></NewsML>"""
NITF = """<nitf><head><docdata management-status="{status}"><doc-id id-string="talks"/><du-key version="{version}"/>
</docdata></head><body><body.head><hedline><hl1>Envoys meet</hl1></hedline></body.head></body></nitf>"""
ANPA = (
    "\x16\x16\x01a{number:04}\x1f\nu i BC-Harbour-Talks     03-{day:02} 0035\n^BC-Harbour-Talks{take}<\n"
    "^Envoys to meet<\n"
    "\tOSLO (AP) _ Envoys will meet.\n\x03\nAP-NY-03-{day:02}-24 0900EST\n"
)

IPTC = (
    "\x01eca{number:04} 4 i 42  dpa {number:04}\r\nHarbour/Talks/\r\n\x02{take}Envoys to meet =\r\n\r\n"
    "   Oslo (dpa) - Envoys will meet on Friday. dpa kla rt\r\n\x03{day:02}0900 Mar 24\r\n"
)


def story(identifier="urn:1", **fields):
    """An article with those fields."""
    return Article(text="Talks.", format="ninjs", identifier=identifier, **fields)


def versions(articles):
    """The remaining articles, by version."""
    return [article.version for article in newest_versions(articles)]


class TestNewestVersions:
    """`newest_versions`"""

    @given(st.permutations(range(1, 12)))
    def test_the_highest_version_of_each_story(self, order):
        """In whatever order they come, by number and not by letter."""
        articles = [story(f"urn:{number % 3}", version=str(number)) for number in order]
        assert sorted(versions(articles), key=int) == ["9", "10", "11"]

    @given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(1, 3), st.sampled_from(["usable", "canceled"]))))
    def test_twice_is_once(self, rows):
        """Of what is left nothing is replaced, no story is there twice, none is killed, and the order is kept."""
        articles = [story(name, version=str(number), status=status) for name, number, status in rows]
        left = newest_versions(articles)
        assert newest_versions(left) == left
        assert len({article.identifier for article in left}) == len(left)
        assert {article.status for article in left} <= {"usable"}
        assert list(left) == [article for article in articles if any(article is kept for kept in left)]

    @pytest.mark.parametrize("status", ["canceled", "withheld"])
    def test_kills(self, status):
        """A killed story goes as a whole; one that is usable again is kept."""
        articles = [story(version="1"), story(version="2", status=status)]
        assert versions(articles) == []
        assert versions([*articles, story(version="3", status="usable")]) == ["3"]
        assert versions([*articles, story("urn:2", version="1")]) == ["1"]

    @pytest.mark.parametrize("articles", ["news", [ReadError("cut off", place="a.xml")]])
    def test_anything_but_articles(self, articles):
        """The message lists what exists, and says how errors are left out."""
        with pytest.raises(TypeError, match=r"^newest_versions takes articles \(got .*iter_articles reads them"):
            newest_versions(articles)

    def test_without_versions(self):
        """What was published later is newer; where that is not known, what comes later."""
        early = parse_article("Talks.", published="2024-03-12T09:00Z", identifier="urn:1")
        late = parse_article("Talks end.", published="2024-03-12T10:00Z", identifier="urn:1")
        assert newest_versions([late, early]) == (late,)
        undated = attrs.evolve(early, published=None)
        assert newest_versions([undated, late, undated]) == (undated,)

    def test_what_has_no_identifier_of_its_own_is_kept(self, tmp_path):
        """Places and missing identifiers do not identify a story."""
        (tmp_path / "a.txt").write_text("Talks.")
        (tmp_path / "b.txt").write_text("Talks.")
        articles = [*iter_articles(tmp_path), *iter_articles(tmp_path), story(None), story(None)]
        assert newest_versions(articles) == tuple(articles)

    @pytest.mark.parametrize("template", [G2, NEWSML1, NITF])
    def test_formats(self, template):
        """What the formats say of version and status."""
        fill = {"guid": "talks", "before": "0"}
        first, second, killed = (
            parse_article(template.format(version=number, status=status, **fill))
            for number, status in ((1, "usable"), (2, "Usable"), (3, "Canceled"))
        )
        assert [article.status for article in (first, second, killed)] == ["usable", "usable", "canceled"]
        assert newest_versions([second, first]) == (second,)
        assert newest_versions([first, killed, second]) == ()

    def test_ninjs(self):
        """`pubstatus` and `version`."""
        items = [
            {"uri": "urn:7", "headline": "Envoys meet", "version": str(number), "pubstatus": status}
            for number, status in ((1, "usable"), (2, "usable"), (3, "withheld"))
        ]
        articles = [parse_article(json.dumps(item)) for item in items]
        assert newest_versions(articles[:2]) == (articles[1],)
        assert newest_versions(articles) == ()

    def test_a_kill_without_words(self):
        """A cancellation may have no text; it is not a fault, and it counts."""
        bare = '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="g" version="2"><itemMeta>'
        killed = parse_article(bare + '<pubStatus qcode="stat:canceled"/></itemMeta></newsItem>')
        assert (killed.text, killed.status, killed.regions) == ("", "canceled", ())
        assert newest_versions([story("g", version="1"), killed]) == ()


class TestMessages:
    """Formats whose identifiers are numbers of messages."""

    @staticmethod
    def left(*messages, form=ANPA):
        """The identifiers of what is left of messages given as (number, take, day)."""
        raws = (form.format(number=number, take=take, day=day) for number, take, day in messages)
        return [article.identifier for article in newest_versions(map(parse_article, raws))]

    def test_a_lead_replaces(self):
        """The first story goes when its lead comes, and that with the next."""
        assert self.left((1, "", 12), (2, ", 1st Ld-Writethru", 12), (3, ", 2nd Ld", 13)) == ["a0003"]

    def test_the_next_story_of_a_slug(self):
        """Without such a mark, or days later, it is another story."""
        assert self.left((1, "", 12), (2, "", 12)) == ["a0001", "a0002"]
        assert self.left((1, "", 12), (2, ", 1st Ld", 15)) == ["a0001", "a0002"]

    def test_a_kill(self):
        """The story is gone, and the message that kills it."""
        assert self.left((1, "", 12), (2, ", KILL", 12)) == []

    @pytest.mark.parametrize("take", ["2ND LEAD", "UPDATE", "(1st lead)", "CORRECTION"])
    def test_takes_of_iptc_7901(self, take):
        """There the take is a line of the head."""
        first, lead = (1, "", 12), (2, f"{take}\r\n", 12)
        assert self.left(first, lead, form=IPTC) == ["eca0002"]
        assert self.left(first, (3, "", 12), form=IPTC) == ["eca0001", "eca0003"]
        assert self.left(first, lead, (4, "KILL\r\n", 12), form=IPTC) == []
