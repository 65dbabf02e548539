"""The page: everything that was found is in it, as text and never as code, and the same analyses make the same page."""

import json
import re

import attrs
import pytest
from hypothesis import given
from lxml import html

import diplonews as dn
from diplonews import reports
from diplonews.display.marked import printable
from diplonews.model import Analysis, Article
from diplonews.reports import page
from diplonews.testing import analyses

TEXTS = [
    'OSLO, May 5, 2031 (Reuters) - Norway threatened Iceland on Monday.\n\n"We will not wait," Kari Lund said.\n',
    "REYKJAVIK, May 6, 2031 (AP) - Iceland rejected the threat on Tuesday.\r\n\r\nNorway & Iceland meet <soon>.\r\n",
]
HOSTILE = "</script><script>hits += 1</script><img src=x onerror='hits += 1'>\u2028{{title}} & \"quotes\""


@pytest.fixture(scope="module")
def found():
    """Analyses of two articles."""
    return list(dn.analyze_many(map(dn.parse_article, TEXTS)))


def made(some, folder, **settings):
    """The page as text."""
    return reports.report(some, folder / "report.html", overwrite=True, **settings).read_text(encoding="utf-8")


def data_of(text):
    """What the page's script draws."""
    return json.loads(html.fromstring(text).get_element_by_id("data").text)


def test_each_text_is_there(found, tmp_path):
    """The text content of each article is its text, line breaks included."""
    shown = html.fromstring(made(found, tmp_path)).find_class("text")
    assert [text.text_content() for text in shown] == [item.article.text for item in found]


def test_each_finding_is_there(found, tmp_path):
    """Each date, quote, actor and event is marked in its text, and the page has facts of it."""
    text = made(found, tmp_path)
    data = data_of(text)
    for number, item in enumerate(found):
        marked = {
            key
            for piece in html.fromstring(text).get_element_by_id(f"a{number}").xpath(".//mark")
            for key in piece.get("data-of").split()
        }
        findings = {"d": item.dates, "q": item.quotes, "a": item.actors, "e": item.events}
        keys = {f"{kind}{place}" for kind, some in findings.items() for place in range(len(some))}
        assert len(keys) > 4
        assert marked == keys == set(data["known"][number])


def test_sentences(found, tmp_path):
    """Who threatened whom and when is said in plain words, and leads to the place that says so."""
    data = data_of(made(found, tmp_path))
    threat = next(event for event in data["events"] if event["type"] == "THREATEN")
    assert (threat["sentence"], threat["when"], threat["standing"]) == ("Norway threatened Iceland", "5 May 2031", "")
    article, key = threat["mentions"][0]
    assert found[article].events[int(key[1:])].type == "THREATEN"
    assert threat["words"] == "Norway threatened Iceland on Monday."


def test_every_event_leads_somewhere(found, tmp_path):
    """Each event of each article is a mention of exactly one row."""
    mentions = [tuple(mention) for event in data_of(made(found, tmp_path))["events"] for mention in event["mentions"]]
    assert sorted(mentions) == sorted(
        (number, f"e{place}") for number, item in enumerate(found) for place in range(len(item.events))
    )


def test_same_page(found, tmp_path):
    """The same analyses make the same bytes."""
    assert made(found, tmp_path) == made(iter(found), tmp_path)


def test_nothing_is_loaded(found, tmp_path):
    """The page names no other file: no source, no style sheet, no font."""
    text = made(found, tmp_path)
    tree = html.fromstring(text)
    assert tree.xpath("//@src | //link | //@srcset | //object | //iframe | //base") == []
    assert "url(" not in text
    assert "@import" not in text


def test_policy_knows_the_script(found, tmp_path):
    """The content security policy names the page's own script and style by their digests, and nothing else."""
    text = made(found, tmp_path)
    policy = html.fromstring(text).xpath("//meta[@http-equiv]/@content")[0]
    code = [
        page._hash(html.fromstring(text).xpath(path)[0]) for path in ("//style/text()", "//script[not(@type)]/text()")
    ]
    assert policy == f"default-src 'none'; style-src '{code[0]}'; script-src '{code[1]}'"


def test_hostile_words_stay_words(tmp_path):
    """Code in any field, the title included, is shown and not run: the page has as many elements as without it."""
    plain, hostile = (
        Analysis(
            id=words,
            article=Article(
                text=words,
                format=words,
                headline=words,
                provider=words,
                outlet=words,
                identifier=words,
                url=f"javascript:{words}",
            ),
            error=words,
            unread=words,
            ruleset=words,
        )
        for words in ("words", HOSTILE)
    )
    texts = [made([item], tmp_path, title=item.id) for item in (plain, hostile)]
    names = [[element.tag for element in html.fromstring(text).iter()] for text in texts]
    assert names[0] == names[1]
    assert html.fromstring(texts[1]).xpath("//*[starts-with(@href, 'javascript:')]") == []
    assert data_of(texts[1])["articles"][0]["headline"] == HOSTILE
    assert html.fromstring(texts[1]).find(".//title").text == HOSTILE


@pytest.mark.parametrize(
    ("url", "is_link"),
    [("https://example.org/a", True), ("http://example.org", True), ("javascript:alert(1)", False), ("data:,x", False)],
)
def test_links(tmp_path, url, is_link):
    """An address of the web is a link; anything else is shown as text."""
    tree = html.fromstring(made([Analysis(article=Article(text="a", format="text", url=url))], tmp_path))
    assert (url in tree.xpath("//details//a/@href")) is is_link
    assert url in tree.get_element_by_id("a0").text_content()


def test_empty(tmp_path):
    """A page about no articles says so."""
    text = made([], tmp_path)
    assert "This report has no articles" in text
    assert data_of(text)["events"] == []


def test_failed_and_unread(found, tmp_path):
    """An article that failed, and one that was not read in full, are shown with the reason."""
    failed = Analysis(id="7", article=Article(text="Oslo", format="text"), error="the worker died")
    unread = attrs.evolve(found[0], unread="the text is not in English")
    tree = html.fromstring(made([failed, unread], tmp_path))
    assert [note.text for note in tree.find_class("problem")][-2:] == [
        "This article failed: the worker died",
        "Not searched for quotes, actors and events: the text is not in English",
    ]
    assert "1 article failed. 1 article could not be read in full." in tree.find_class("lead")[0].text


def test_large_corpus(found, tmp_path, monkeypatch):
    """Past a number of articles, texts are left out, and the page says so; the tables still have all."""
    monkeypatch.setattr(page, "MOST_TEXTS", 2)
    text = made([*found, *found], tmp_path)
    assert len(html.fromstring(text).find_class("text")) == 2
    assert "The texts of the first 2 of 4 articles are shown" in text
    assert [row["shown"] for row in data_of(text)["articles"]] == [True, True, False, False]


def test_overwrite(found, tmp_path):
    """A file is replaced only if that is asked for."""
    path = tmp_path / "new" / "report.html"
    assert reports.report(found, str(path)) == path
    with pytest.raises(FileExistsError, match=re.escape(f"{path} exists; give another name, or overwrite=True")):
        reports.report(found, path)
    reports.report(found, path, overwrite=True)
    assert [child.name for child in path.parent.iterdir()] == ["report.html"]


def test_one_analysis(found, tmp_path):
    """One analysis is not a corpus: the error says what to pass."""
    with pytest.raises(TypeError, match=r"pass \[analysis\]"):
        reports.report(found[0], tmp_path / "report.html")


@given(analyses())
def test_any_analysis(tmp_path_factory, item):
    """Any findings make a page whose data can be read and whose text is the article's."""
    text = made([item], tmp_path_factory.getbasetemp(), embargoed=True)
    assert len(data_of(text)["known"]) == 1
    kept = printable(item.article.text)
    assert html.fromstring(text).find_class("text")[0].text_content() == kept
