"""Who is mentioned, and how that is known."""

from datetime import date

import pytest
from hypothesis import given, settings, strategies as st

from diplonews import ActorMention, Article, Byline, Span, extract_actors, from_dict, to_dict
from diplonews.actors.extract import home_of
from diplonews.lexicons.tables import default_tables

CASES = {
    "The Kremlin rebuked Polish generals.": [("The Kremlin"[4:], "RUS", "GOV"), ("Polish generals", "POL", "MIL")],
    "Officials from Ghana met.": [("Officials", "GHA", "GOV"), ("Ghana", "GHA", "")],
    "A Lima court sat.": [("A Lima court", "PER", "JUD")],
    "Michael Jordan played.": [],
    "NATO and the European Union met.": [("NATO", "IGO", "MIL"), ("European Union", "EUR", "")],
    "An envoy spoke.": [("An envoy", "", "GOV")],
    "The Korean War ended.": [],
    "Sailors of Abkhazia left.": [("Sailors", "GEO", "MIL"), ("Abkhazia", "GEO", "PRE")],
}


def found(text: str, **options: object) -> list[tuple[str, str, str]]:
    return [
        (mention.span.of(text), mention.actor.code, (mention.actor.sectors or ("",))[0])
        for mention in extract_actors(text, **options)
    ]


@pytest.mark.parametrize("text", CASES)
def test_mentions(text):
    """Span, code and first sector of each mention."""
    assert found(text) == CASES[text]


def test_a_person_is_known_by_the_short_name_later():
    """Title and country once, then the surname."""
    text = "French President Louis Morel spoke. Morel left. He returned."
    assert [(m.actor.code, m.actor.how) for m in extract_actors(text)] == [
        ("FRA", "actor.modifier.adjective"),
        ("FRA", "actor.known_person"),
        ("FRA", "actor.pronoun"),
    ]


def test_a_group_is_a_mention_for_each_member():
    """The two states that were mentioned together before."""
    text = "Ties between Peru and Chile cooled. Both sides waited."
    codes = [m.actor.code for m in extract_actors(text) if m.actor.implied]
    assert codes == ["PER", "CHL"]


@pytest.mark.parametrize(
    ("text", "code", "how"),
    [
        ("North Korea fired. The communist state denied it.", "PRK", "actor.epithet"),
        ("Secretary of State Jane Roe spoke. Roe left.", "USA", "actor.known_person"),
        ("Jane Roe, the assistant secretary of state, spoke. Roe left.", "USA", "actor.known_person"),
        ("Peru's foreign ministry spoke. The ministry denied it.", "PER", "actor.definite"),
        ("Peruvian envoys met. They left.", "PER", "actor.pronoun"),
    ],
)
def test_what_the_article_said_before(text, code, how):
    """Epithets, unique titles, definite nouns, pronouns."""
    assert (code, how) in [(m.actor.code, m.actor.how) for m in extract_actors(text)]


def test_a_users_organization_is_found():
    """A user's row is used together with the package's."""
    mine = default_tables().with_added(
        "organizations", [{"name": "Harbour League", "code": "IGO", "kind": "igo", "forms": "Harbour League"}]
    )
    assert found("The Harbour League met.") == []
    assert found("The Harbour League met.", tables=mine) == [("Harbour League", "IGO", "")]


@pytest.mark.parametrize(
    ("outlet", "provider", "home"),
    [
        ("The Korea Herald", None, "KOR"),
        (None, "Yonhap", "KOR"),
        (None, "Reuters", None),
        ("Nowhere Gazette", None, None),
        ("The Hindu", "AFP", "IND"),
    ],
)
def test_home_of_an_article(outlet, provider, home):
    """National outlets and agencies have a home; worldwide agencies have none."""
    assert home_of(Article(text="", format="x", outlet=outlet, provider=provider)) == home


@pytest.mark.parametrize(
    ("outlet", "byline", "text", "code"),
    [
        ("The Korea Herald", "By Ana Rey", "Foreign Minister Kim Do-yun left.", "KOR"),
        ("The Guardian", "Ana Rey in Canberra", "Foreign Minister Sue Orr left.", "AUS"),
        (None, "Ana Rey in Wellington", "Foreign Minister Sue Orr left.", "NZL"),
        ("The Guardian", "Ana Rey", "Foreign Minister Sue Orr left.", "GBR"),
        # the office at home is held by another then
        ("Times of India", "By Ana Rey", "Peru is far. Modi met President Sue Orr.", "PER"),
    ],
)
def test_the_state_of_a_bare_title(outlet, byline, text, code):
    """Of the outlet's country, of where a paper that reports from abroad filed it, or of the other state."""
    article = Article(
        text=text,
        format="x",
        outlet=outlet,
        bylines=(Byline(text=byline),),
        paragraphs=(Span(0, len(text)),),
        anchor=date(2023, 5, 8),
    )
    assert extract_actors(article)[-1].actor.code == code


def test_a_text_without_article_has_no_home():
    """Nothing is assumed of plain text."""
    assert home_of(None) is None


def test_an_articles_paragraphs_are_read():
    """Regions outside the paragraphs are not."""
    text = "Peru here. Chile there."
    article = Article(text=text, format="x", paragraphs=(Span(11, 23),))
    assert [m.actor.code for m in extract_actors(article)] == ["CHL"]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=120))
@settings(max_examples=25)
def test_any_text_gives_mentions_in_order(text):
    """Spans lie in the text, in order; every mention survives a round trip."""
    mentions = extract_actors(text)
    assert [m.span.start for m in mentions] == sorted(m.span.start for m in mentions)
    for mention in mentions:
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert from_dict(ActorMention, to_dict(mention)) == mention


def test_a_namesake_of_a_leader_is_not_the_leader():
    """A surname with another first name is not the person of the tables, there and later."""
    assert [m.actor.code for m in extract_actors("Ana Maduro sang. Maduro left.")] == []
    assert [m.actor.code for m in extract_actors("President Maduro sang.")] == ["VEN"]


def test_a_mention_is_given_once():
    """A name that the parser took for two phrases is one mention."""
    assert [(mention.actor.code, mention.span.start) for mention in extract_actors(".North Korea")] == [("PRK", 1)]
