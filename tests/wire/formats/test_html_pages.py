"""What pages say of themselves, and what they print: headline, writers, times, language, body."""

import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, strategies as st

from diplonews import RegionKind, parse_article
from diplonews.wire.formats.html_headline import without_site
from diplonews.wire.formats.html_names import persons_in

STORY = """\
Estonia and Finland agreed on Tuesday to build a second cable under the gulf, their energy ministers said after a \
meeting that lasted into the night and that neither of them had wanted to leave without a result.
The cable is to carry twice as much power as the first one, and both governments said that they would pay for it in \
equal parts over the next six years, provided that the parliaments of the two countries agree.
Work on the sea bed is to begin once the surveyors have finished, one of the ministers told reporters, and there \
would be no delay for the ferries that cross the gulf on every day of the year.""".splitlines()
HEADLINE = "Second cable agreed after a long night"
EEST = timezone(timedelta(hours=2))


def page(
    head="", above="", below="", *, linked=None, story=STORY, title=f"{HEADLINE} | Gulf Courier", end="", lang="en"
):
    """A page of an invented paper; `above` and `below` are around its headline."""
    data = "".join(f'<script type="application/ld+json">{json.dumps(one)}</script>' for one in linked or ())
    text = "".join(f"<p>{paragraph}</p>" for paragraph in story)
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><title>{title}</title>{head}{data}</head><body>'
        f"<article>{above}<h1>{HEADLINE}</h1>{below}{text}{end}</article></body></html>"
    )


def meta(**names):
    """Meta tags; a double underscore means a colon."""
    return "".join(f'<meta name="{name.replace("__", ":")}" content="{value}">' for name, value in names.items())


def article(**fields):
    return {"@type": "NewsArticle", "headline": HEADLINE, **fields}


def names(raw):
    return [name for byline in parse_article(raw).bylines for name in byline.names]


class TestHeadline:
    @pytest.mark.parametrize(
        "banner",
        ["Gulf Courier", "<a href='/'>Gulf Courier</a>", "Welcome to Gulf Courier", "12:30 Tallinn", "Most read today"],
    )
    def test_not_the_banner(self, banner):
        """The first heading is not the headline where the page's title says another."""
        raw = page().replace("<body>", f"<body><header><h1>{banner}</h1></header>")
        assert parse_article(raw).headline == HEADLINE

    def test_not_the_sidebar(self):
        """Nor is the last one, in a sidebar; its words are not part of the body."""
        raw = page(end="<aside><h1>Ferries stop in winter</h1></aside>")
        assert parse_article(raw).headline == HEADLINE
        assert "Ferries" not in parse_article(raw).body

    @pytest.mark.parametrize("mark", [" | ", " - ", " – ", " — ", " » ", " :: ", " · ", "_"])
    def test_suffixes(self, mark):
        """The name of the site goes from both ends of a title."""
        for title in (f"{HEADLINE}{mark}Gulf Courier", f"Gulf Courier{mark}{HEADLINE}"):
            raw = page(meta(og__site_name="Gulf Courier"), title=title).replace(f"<h1>{HEADLINE}</h1>", "")
            assert parse_article(raw).headline == HEADLINE

    def test_domain(self):
        """A site is also called by its domain."""
        head = '<link rel="canonical" href="https://www.courier.example/cable">'
        raw = page(head, title=f"{HEADLINE} - courier.example").replace(f"<h1>{HEADLINE}</h1>", "")
        assert parse_article(raw).headline == HEADLINE

    def test_kicker(self):
        """A kicker inside the heading is not part of the headline."""
        raw = page().replace("<h1>", "<h1><span class='article-kicker'>Energy</span> ")
        assert parse_article(raw).headline == HEADLINE

    def test_search_wording(self):
        """JSON-LD that repeats the title gives way to the wording that is shown and on the cards."""
        linked = [{"@type": "NewsArticle", "headline": "Cable Estonia Finland 2024"}]
        raw = page(meta(og__title=HEADLINE), linked=linked, title="Cable Estonia Finland 2024 | Gulf Courier")
        assert parse_article(raw).headline == HEADLINE

    def test_linked_data_alone(self):
        """A wording that JSON-LD alone has is the headline: it is stated as such."""
        linked = [{"@type": "NewsArticle", "headline": "Cable pact signed"}]
        assert parse_article(page(meta(og__title=HEADLINE), linked=linked)).headline == "Cable pact signed"

    def test_other_headings(self):
        """Where no h1 bears the title, the heading that does is taken."""
        raw = page(title="Gulf Courier: " + HEADLINE).replace(f"<h1>{HEADLINE}</h1>", f"<h3>{HEADLINE}</h3>")
        assert parse_article(raw.replace("<article>", "<h1>Gulf Courier</h1><article>")).headline == HEADLINE

    def test_printed_again(self):
        """The headline that the body prints again repeats the first one; another wording of it is a headline too."""
        read = parse_article(page(linked=[article()]))
        assert [region.kind.name for region in read.regions_of(RegionKind.HEADLINE, RegionKind.DUPLICATE)] == [
            "HEADLINE",
            "DUPLICATE",
        ]
        read = parse_article(page(linked=[article(headline="Cable pact")]))
        assert [region.span.of(read.text) for region in read.regions_of(RegionKind.HEADLINE)] == [
            "Cable pact",
            HEADLINE,
        ]

    @given(st.text(max_size=60), st.sets(st.text(max_size=10), max_size=3))
    def test_without_site_shortens(self, title, known):
        """Taking the site off never adds a character."""
        assert without_site(title, known, set()) in title


class TestWriters:
    @pytest.mark.parametrize(
        "author",
        [
            {"@type": "Person", "name": "Kadri Saar"},
            [{"@type": "Person", "givenName": "Kadri", "familyName": "Saar"}],
            {"@type": ["Person"], "name": ["Kadri Saar"]},
            "Kadri Saar",
            {"name": "Kadri Saar"},
            {"@id": "#kadri"},
            "#kadri",
            [{"@type": "Organization", "name": "Gulf Courier"}, {"@type": "Person", "name": "By Kadri Saar"}],
        ],
    )
    def test_linked(self, author):
        """JSON-LD names a writer in many ways; references are followed."""
        person = {"@type": "Person", "@id": "#kadri", "name": "Kadri Saar"}
        assert names(page(linked=[{"@graph": [article(author=author), person]}])) == ["Kadri Saar"]

    def test_page_s_author(self):
        """Where the article's object names nobody, that of the page does."""
        graph = [article(), {"@type": "WebPage", "author": {"@id": "#k"}}, {"@id": "#k", "name": "Kadri Saar"}]
        assert names(page(linked=[{"@graph": graph}])) == ["Kadri Saar"]

    @pytest.mark.parametrize(
        "head",
        [
            meta(author="Kadri Saar"),
            meta(byl="By KADRI SAAR"),
            meta(sailthru__author="Kadri Saar").replace("sailthru:", "sailthru."),
            meta(cXenseParse__author="Kadri Saar"),
            meta(dc__creator="Kadri Saar").replace("dc:", "DC."),
            meta(twitter__label1="Written by", twitter__data1="Kadri Saar"),
            '<meta property="article:author" content="https://social.example/courier">' + meta(author="Kadri Saar"),
            meta(author="[[author]]", parsely__author="x") + meta(citation_author="Saar, Kadri"),
        ],
    )
    def test_meta(self, head):
        """Meta tags do, under the names that are in use."""
        assert [name.title() for name in names(page(head))] == ["Kadri Saar"]

    @pytest.mark.parametrize(
        "line",
        [
            '<p class="byline">By <a href="/k">Kadri Saar</a> | <a href="mailto:k@x.example">k@x.example</a></p>',
            '<a rel="author" href="/k">Kadri Saar</a>',
            '<div class="articleAuthor">Kadri Saar</div>',
            "<p>By Kadri Saar</p>",
            "<div>Von Kadri Saar</div>",
            "<p><strong>Kadri Saar</strong></p>",
            '<i itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">Kadri Saar</b></i>',
            '<span property="schema:author">Kadri Saar</span>',
            "<div>Kadri Saar | 12.03.2024 18:00</div>",
        ],
    )
    def test_printed(self, line):
        """What is printed below the headline does, if nothing else does."""
        assert names(page(below=line)) == ["Kadri Saar"]

    def test_two_printed(self):
        """Two links to authors side by side are two writers; one in a sidebar is not."""
        line = '<div><a rel="author">Kadri Saar</a> and <a rel="author">Matti Lehto</a></div>'
        aside = '<aside class="related"><a rel="author">Jon Marsh</a></aside>'
        assert names(page(below=aside + line)) == ["Kadri Saar", "Matti Lehto"]

    @pytest.mark.parametrize(
        "name",
        [
            "Admin",
            "webmaster",
            "[[author]]",
            "105092",
            "https://x.example/p",
            "Redaktion",
            "Gulf Courier",
            "Staff Writer",
        ],
    )
    def test_no_person(self, name):
        """Placeholders, numbers, addresses, trades and the outlet are not persons."""
        assert names(page(meta(author=name, og__site_name="Gulf Courier"))) == []

    def test_organisation(self):
        """An organisation signs without being a person; an agency is the by-line's provider."""
        (byline,) = parse_article(
            page(linked=[article(author={"@type": "Organization", "name": "Harbour Watch"})])
        ).bylines
        assert (byline.text, byline.names) == ("Harbour Watch", ())
        (byline,) = parse_article(page(meta(author="Reuters"))).bylines
        assert (byline.names, byline.provider) == ((), "Reuters")

    def test_an_agency_beside_persons(self):
        """An agency that is named behind the writers has a by-line of its own."""
        read = parse_article(
            page(linked=[article(author={"@type": "Person", "name": "Kadri Saar und Matti Lehto, dpa"})])
        )
        assert [byline.names for byline in read.bylines] == [("Kadri Saar",), ("Matti Lehto",), ()]
        assert read.bylines[-1].provider == "dpa"

    def test_printed_once(self):
        """A by-line that is printed in the body is a region there and not put above it again."""
        read = parse_article(page(meta(author="Kadri Saar"), story=["By Kadri Saar", *STORY]))
        assert [region.span.of(read.text) for region in read.regions_of(RegionKind.BYLINE)] == ["By Kadri Saar"]
        assert [byline.names for byline in read.bylines] == [("Kadri Saar",)]
        assert read.body.startswith("Estonia")

    @pytest.mark.parametrize(
        ("line", "persons"),
        [
            ("Ann Rowe, Karl Dahl and Mia Lund", ["Ann Rowe", "Karl Dahl", "Mia Lund"]),
            ("Ann Rowe/Karl Dahl", ["Ann Rowe", "Karl Dahl"]),
            ("Rowe, Ann", ["Ann Rowe"]),
            ("Text: Ann Rowe", ["Ann Rowe"]),
            ("Ann Rowe, professor at the harbour school", ["Ann Rowe"]),
            ("Ludwig van der Berg", ["Ludwig van der Berg"]),
            ("홍길동 기자", ["홍길동"]),
            ("記者 山田太郎", ["山田太郎"]),
            ("Анна Петрова", ["Анна Петрова"]),
            ("文字サイズ 12", []),
            ("AFP", []),
            ("Related Stories 2024", []),
            ("Harbour News", []),
            ("", []),
        ],
    )
    def test_persons_in(self, line, persons):
        """Names, in any script, without the words around them."""
        assert persons_in(line) == persons


class TestTimes:
    @pytest.mark.parametrize(
        "head",
        [
            meta(article__published_time="2024-03-12T18:00:00+02:00"),
            meta(datePublished="2024-03-12T18:00:00+02:00"),
            '<meta itemprop="datePublished" content="2024-03-12T18:00:00+02:00">',
            meta(pubdate="Tue, 12 Mar 2024 18:00:00 +0200"),
            meta(sailthru__date="2024-03-12 18:00:00 +0200").replace("sailthru:", "sailthru."),
            meta(cXenseParse__recs__publishtime="2024-03-12T18:00:00+0200"),
        ],
    )
    def test_meta(self, head):
        """Meta tags give the time of publication under the names that are in use."""
        assert parse_article(page(head)).published.instant == datetime(2024, 3, 12, 18, tzinfo=EEST)

    @pytest.mark.parametrize("bad", ["Invalid date", "", "0000-00-00T00:00:00", "2024-03-12T18:00:00+02:00EET", "null"])
    def test_the_next_one(self, bad):
        """If the first statement can't be read, the next is."""
        head = meta(article__published_time="2024-03-12T18:00:00+02:00")
        read = parse_article(page(head, linked=[article(datePublished=bad)]))
        assert read.published.instant == datetime(2024, 3, 12, 18, tzinfo=EEST)

    def test_none_is_readable(self):
        """If none can be read, the evidence says so."""
        read = parse_article(page(linked=[article(datePublished="Invalid date")]))
        assert read.published is None
        assert any(item.rule == "html.unreadable" for item in read.evidence)

    def test_an_offset_elsewhere(self):
        """A clock reading without an offset takes the one that the page gives with another reading of that week."""
        linked = [article(datePublished="2024-03-12T18:00:00", dateModified="2024-03-12T19:00:00+02:00")]
        read = parse_article(page(linked=linked))
        assert read.published.instant == datetime(2024, 3, 12, 18, tzinfo=EEST)
        (evidence,) = [item for item in read.evidence if item.field == "published"]
        assert evidence.detail == "JSON-LD datePublished, offset of JSON-LD dateModified"
        linked = [article(datePublished="2024-03-12T18:00:00", dateModified="2024-07-12T19:00:00+03:00")]
        assert parse_article(page(linked=linked)).published.instant is None

    def test_the_outlet_s_zone(self):
        """Else it is in the zone of the outlet, where the table of outlets and its country have one."""
        linked = [article(datePublished="2024-03-12T18:00:00", publisher={"name": "Frankfurter Allgemeine Zeitung"})]
        stamp = parse_article(page(linked=linked)).published
        assert (stamp.instant.astimezone(UTC).hour, stamp.timezone_source) == (17, "outlet")

    def test_a_time_for_a_day(self):
        """A day takes the time that another statement gives for it."""
        head = meta(article__published_time="2024-03-12T18:00:00+02:00")
        read = parse_article(page(head, linked=[article(datePublished="2024-03-12")]))
        assert read.published.instant == datetime(2024, 3, 12, 18, tzinfo=EEST)

    def test_the_outlet_s_day(self):
        """Of two statements of one moment the outlet's own offset is taken where it makes it another day."""
        head = meta(article__published_time="2024-03-13T01:00:00+02:00")
        read = parse_article(page(head, linked=[article(datePublished="2024-03-12T23:00:00Z")]))
        assert read.published.local == datetime(2024, 3, 13, 1)

    def test_the_right_time_element(self):
        """Of time elements the one beside the headline; not the clock above, an update or another story's."""
        raw = page(
            below='<time itemprop="dateModified" datetime="2024-03-13T09:00:00+02:00">x</time>'
            '<time itemprop="datePublished" datetime="2024-03-12T18:00:00+02:00">x</time>',
            end='<aside><time datetime="2024-03-10T00:00:00+02:00">x</time></aside>',
        ).replace("<body>", '<body><header><time datetime="2024-04-01T00:00:00Z">now</time></header>')
        read = parse_article(raw)
        assert read.published.instant == datetime(2024, 3, 12, 18, tzinfo=EEST)
        assert read.updated.instant == datetime(2024, 3, 13, 9, tzinfo=EEST)

    def test_the_clock_of_the_site(self):
        """Today's date in the head of the site is not the day of publication."""
        head = "<div class='site-header'><div class='date'>April 1, 2024 12:30</div></div>"
        raw = page().replace("<article>", head + "<div>").replace("</article>", "</div>")
        assert parse_article(raw).published is None

    @pytest.mark.parametrize(
        ("line", "lang"),
        [
            ("March 12, 2024", "en"),
            ("12.03.2024", "de"),
            ("12. März 2024", "de"),
            ("Dienstag 12. Marts 2024", "da"),
            ("12 martie 2024", "ro"),
            ("12 de março de 2024", "pt"),
            ("2024年3月12日", "ja"),
            ("03/12/2024", "en-US"),
            ("12/03/2024", "en-GB"),
        ],
    )
    def test_printed(self, line, lang):
        """A day that is printed beside the headline, in the words and the order of the page's language."""
        stamp = parse_article(page(below=f'<div class="article-date">{line}</div>', lang=lang)).published
        assert stamp is not None
        assert stamp.local == date(2024, 3, 12)

    def test_the_address(self):
        """The day in the page's address."""
        head = '<link rel="canonical" href="https://courier.example/2024/03/12/cable">'
        assert parse_article(page(head)).published.local == date(2024, 3, 12)

    def test_other_dates(self):
        """A date in the story is not the time of publication, nor is one in the foot of the site."""
        story = [*STORY, "The first cable was laid on March 4, 2006, after years of talks."]
        raw = page(story=story).replace("</body>", "<footer>© March 1, 2024 Gulf Courier</footer></body>")
        assert parse_article(raw).published is None

    def test_printed_time_is_a_region(self):
        """A line of the body that is a time of publication is a region of that kind."""
        read = parse_article(page(story=["Published: March 12, 2024 18:00", *STORY]))
        assert [region.kind for region in read.regions_of(RegionKind.TIMESTAMP)] == [RegionKind.TIMESTAMP]
        assert read.body.startswith("Estonia")


class TestLinkedData:
    @pytest.mark.parametrize(
        "script",
        [
            '{"@type": "NewsArticle", "headline": "Cable pact", "author": "Kadri Saar",}',
            "{'@type': 'NewsArticle', 'headline': 'Cable pact', 'author': 'Kadri Saar'}",
            '/* seo */ {"@type": "NewsArticle", "headline": "Cable pact", "author": "Kadri Saar"} // end',
            '{"@type": "WebSite"}{"@type": "NewsArticle", "headline": "Cable pact", "author": "Kadri Saar"}',
            '{"@type": "NewsArticle", "headline": "Cable pact", "author": "Kadri Saar", "description": "The pa',
            '{"@type": "http://schema.org/NewsArticle", "headline": "Cable pact", "author": [{"name": "Kadri Saar"}]}',
        ],
    )
    def test_faults(self, script):
        """A fault in the script does not lose what is around it."""
        read = parse_article(page(f'<script type="application/ld+json">{script}</script>'))
        assert (read.headline, read.bylines[0].names) == ("Cable pact", ("Kadri Saar",))

    def test_two_objects_of_one_article(self):
        """What the first object of the article lacks, another one of the same headline gives."""
        linked = [article(datePublished="2024-03-12T18:00:00+02:00"), article(author="Kadri Saar")]
        read = parse_article(page(linked=linked))
        assert (read.published.instant, read.bylines[0].names) == (
            datetime(2024, 3, 12, 18, tzinfo=EEST),
            ("Kadri Saar",),
        )

    def test_the_page_s_dates(self):
        """The dates of a WebPage count where the article gives none; those of a WebSite never."""
        graph = [
            {"@type": "WebSite", "datePublished": "2009-01-01"},
            {"@type": "WebPage", "datePublished": "2024-03-12T18:00:00+02:00"},
        ]
        assert parse_article(page(linked=[{"@graph": graph}])).published.instant == datetime(
            2024, 3, 12, 18, tzinfo=EEST
        )

    def test_microdata_of_others(self):
        """Properties of comments and of other articles are not the page's."""
        other = (
            '<div itemscope itemtype="https://schema.org/Comment">'
            '<time itemprop="datePublished" datetime="2024-03-14">x</time>'
            '<span itemprop="author">Jon Marsh</span></div>'
        )
        read = parse_article(page(end=other))
        assert (read.published, read.bylines) == (None, ())


class TestAddress:
    def test_url(self):
        """The canonical address; that of the card if there is none; never a relative one."""
        head = '<link rel="canonical" href="https://courier.example/cable">'
        assert parse_article(page(head)).url == "https://courier.example/cable"
        head = '<link rel="canonical" href="/cable"><meta property="og:url" content="https://courier.example/c">'
        assert parse_article(page(head)).url == "https://courier.example/c"
        assert parse_article(page()).url is None

    def test_the_same_address_given(self, recwarn):
        """An address that differs only in what one page may be reached with is the same."""
        head = '<link rel="canonical" href="https://www.courier.example/cable/">'
        assert (
            parse_article(page(head), url="http://courier.example/cable#top").url
            == "https://www.courier.example/cable/"
        )
        assert not recwarn.list


class TestLanguage:
    @pytest.mark.parametrize(
        ("lang", "head", "language"),
        [
            ("en-GB", "", "en-GB"),
            ("de", "", "en"),
            ("de", meta(og__locale="en_GB"), "en-GB"),
            ("", "", "en"),
            ("eng", "", "en"),
        ],
    )
    def test_statement_and_words(self, lang, head, language):
        """The statement that the words of the body bear out; else what they show."""
        assert parse_article(page(head, lang=lang)).language == language


class TestStory:
    def test_a_page_drawn_by_its_scripts(self):
        """A body that is only in the data for the page's scripts is read from there."""
        state = {"props": {"story": {"title": HEADLINE, "body": "\n\n".join(STORY)}, "other": {"body": "x" * 900}}}
        script = f'<script type="application/json">{json.dumps(state)}</script>'
        read = parse_article(f"<html><head><title>{HEADLINE}</title></head><body><div></div>{script}</body></html>")
        assert read.body == "\n\n".join(STORY)

    @pytest.mark.parametrize(
        ("extra", "kind"),
        [
            (
                "<figure><img src='x.jpg'><figcaption>The minister arrives in Tallinn on Monday.</figcaption></figure>",
                "CAPTION",
            ),
            ("<p>Read also: <a href='/ferries'>Ferries to sail through the winter again</a></p>", "BOILERPLATE"),
            ("<p><a href='https://courier.example/f'>Ferries to sail through the winter again</a></p>", "BOILERPLATE"),
            ("<p>Publicidad</p>", "BOILERPLATE"),
            ("<h1>More about ferries and cables in the gulf</h1>", "BOILERPLATE"),
            ("<p><a href='https://bank.example/r'>A report of the bank that both sides paid for</a></p>", "BODY"),
            ("<p>The <a href='/pact'>pact of the year before</a> was never signed, said an aide.</p>", "BODY"),
        ],
    )
    def test_what_stands_between_paragraphs(self, extra, kind):
        """Captions, links to other stories of the site and labels of advertisements are not paragraphs."""
        text = [*STORY, *STORY[::-1]]
        raw = page('<link rel="canonical" href="https://courier.example/c">', story=text)
        raw = raw.replace(f"<p>{STORY[2]}</p>", f"<p>{STORY[2]}</p>{extra}", 1)
        read = parse_article(raw)
        kinds = {region.span.of(read.text): region.kind.name for region in read.regions}
        words = extra.partition("</")[0].rpartition(">")[2]
        assert {kinds[line] for line in kinds if words in line} <= {kind}
        assert (words in read.body) == (kind == "BODY")

    def test_the_next_article_of_a_page_without_an_end(self):
        """An article with a main heading of its own below the page's is not part of the story."""
        other = "".join(f"<p>{paragraph.replace('cable', 'ferry')}</p>" for paragraph in STORY)
        raw = page().replace("</body>", f"<article><h1>A second ferry for the gulf</h1>{other}</article></body>")
        assert parse_article(raw).body == "\n\n".join(STORY)

    def test_words_that_stand_twice(self):
        """A paragraph whose words are repeated further down is traced to their first place."""
        raw = page(end=f"<div class='x'><p>{STORY[0]}</p></div>")
        read = parse_article(raw)
        first = next(region for region in read.regions if region.kind is RegionKind.BODY)
        assert first.origin == "/html/body/article/p[1]"

    def test_a_story_of_links(self):
        """Where most of the lines would be left out, none is: then the links are the story."""
        links = [f"<a href='/{n}'>What the {n} ministers said of the cable under the gulf</a>" for n in range(20)]
        assert parse_article(page(story=[STORY[0], *links])).body.count("ministers said of the cable") > 10

    def test_a_cut_character(self):
        """A character that is cut in the middle spoils no other word of the page."""
        raw = page(meta(author="Kadri Saar"), story=[*STORY, "Õhtul"]).encode()
        spoilt = raw.replace("Õ".encode(), "Õ".encode()[:1])
        assert parse_article(spoilt).bylines[0].names == ("Kadri Saar",)
        assert parse_article(spoilt).body.startswith(STORY[0])

    @given(st.integers(0, len(page(linked=[article(author="Kadri Saar")]))))
    def test_cut_off_anywhere(self, cut):
        """A page that is cut off is read as far as it goes; its regions still make up its text."""
        raw = page(linked=[article(author="Kadri Saar")])[:cut]
        if "<p>" in raw:
            read = parse_article(raw)
            assert "".join(region.span.of(read.text) for region in read.regions) == read.text

    @pytest.mark.parametrize("tag", ["div", "h1", "span", "p", "article", "footer"])
    def test_many_elements(self, tag):
        """Many elements, nested or side by side, end in an answer."""
        deep = f"<{tag} class='author date'>" * 200 + HEADLINE + f"</{tag}>" * 200
        wide = f"<{tag} class='author date'>By Ann Rowe 2024</{tag}>" * 3_000
        assert parse_article(page(below=deep)).headline
        assert parse_article(page(below=wide)).headline


class TestLittleSaid:
    """Pages that say little of themselves."""

    def test_title_with_bars(self):
        """A title alone loses the section and the site behind bars, and keeps a part that is a headline's length."""
        bare = page(title=f"{HEADLINE} | World | Gulf Courier").replace(f"<h1>{HEADLINE}</h1>", "")
        assert parse_article(bare).headline == HEADLINE
        long = page(title=f"{HEADLINE} | What the two sides said").replace(f"<h1>{HEADLINE}</h1>", "")
        assert parse_article(long).headline == f"{HEADLINE} | What the two sides said"

    @pytest.mark.parametrize("title", ["Chief Editor", "Senior Reporter", "Correspondent", "Chefredakteur"])
    def test_job_for_a_name(self, title):
        """What somebody is is not who."""
        assert names(page(linked=[article(author={"@type": "Person", "name": title})])) == []

    @pytest.mark.parametrize(
        ("lang", "line", "local"),
        [
            ("de", "Stand: 12.06.2024, 09:30 Uhr", "2024-06-12 09:30:00"),
            ("en", "Updated at 9:30 a.m., June 12, 2024", "2024-06-12 09:30:00"),
        ],
    )
    def test_only_an_update(self, lang, line, local):
        """Where a page prints only when it was updated, that is when it was published in this form."""
        assert str(parse_article(page(below=f"<div>{line}</div>", lang=lang)).published.local) == local
        both = page(below=f"<div>{line}</div><div>11.06.2024 08:00</div>", lang=lang)
        assert str(parse_article(both).published.local) == "2024-06-11 08:00:00"

    def test_clock_of_an_agency(self):
        """A reading without an offset on an agency's own page is of the agency's seat."""
        raw = page(meta(og__site_name="Yonhap News Agency"), linked=[article(datePublished="2024-06-12T09:30:00")])
        published = parse_article(raw).published
        assert (published.instant.isoformat(), published.timezone_source) == ("2024-06-12T09:30:00+09:00", "outlet")
