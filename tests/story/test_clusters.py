"""Which accounts are of one event: properties over sets of articles, and cases with their reasons."""

from functools import cache

import attrs
import pytest
from hypothesis import given, strategies as st

import diplonews as dn
from diplonews.story import clusters
from diplonews.story.clusters import MOST_COMPARED
from diplonews.testing import analyses

from .told import article, groups, told

POOL = [
    ("Oslo rebuked Riga on Monday over the levy.", "2031-05-06"),
    ("Norway on Monday rebuked Latvia over its levy. Riga rejected the criticism.", "2031-05-06"),
    ("Norway rebuked Latvia over the levy on May 5. Oslo also rebuked Riga over the visa ban.", "2031-05-07"),
    ("Oslo and Riga held talks.", "2031-05-06"),
    ("Norway and Latvia held talks on Tuesday.", "2031-05-07"),
    ("The talks of Norway and Latvia ended without a result.", "2031-05-08"),
    ("Norway and Latvia held talks.", "2032-05-08"),
    ("Norway imposed export controls on Latvia in May 2029.", "2029-06-01"),
    ("Ties have been strained by Norway's export curbs on Latvia.", "2031-05-06"),
    ("Latvia expelled Norwegian envoys. Norway will expel Latvian envoys next week.", "2031-06-02"),
    ("Norway's foreign minister visited Riga on Monday and signed an agreement with Latvia.", "2031-06-02"),
    ("Norway and Latvia signed the agreement on Monday.", "2031-06-03"),
]
UNRELATED = ("Chile accused Peru of spying on Monday. Peru denied it.", "2031-05-06")


@cache
def pool():
    """The analyses of the pool, in its order."""
    return tuple(article(number, *given) for number, given in enumerate(POOL))


@cache
def unrelated():
    """An article on other states."""
    return article("unrelated", *UNRELATED)


@pytest.fixture(scope="module", autouse=True)
def _analysed():
    """The articles are analysed before hypothesis draws from them."""
    pool()
    unrelated()


some = st.lists(st.integers(0, len(POOL) - 1), unique=True).map(lambda numbers: [pool()[number] for number in numbers])


class TestProperties:
    """What holds for any set of articles."""

    @given(some)
    def test_each_event_is_in_one_entry(self, articles):
        """All of them, and none twice."""
        mentions = [(m.article, m.event.id) for entry in dn.timeline(articles) for m in entry.mentions]
        assert sorted(mentions) == sorted((one.id, event.id) for one in map(with_id, articles) for event in one.events)

    @given(st.lists(analyses(), max_size=4))
    def test_any_analyses(self, given_ones):
        """Whatever an analysis holds, no event is lost."""
        entries = dn.timeline(given_ones, embargoed=True)
        assert sum(len(entry.mentions) for entry in entries) == sum(len(one.events) for one in given_ones)

    @given(some, st.randoms())
    def test_order_of_articles(self, articles, random):
        """The same entries, in the same order, whatever the order of the articles."""
        shuffled = list(articles)
        random.shuffle(shuffled)
        assert dn.timeline(shuffled) == dn.timeline(articles)

    @given(some)
    def test_an_unrelated_article_leaves_the_others(self, articles):
        """Reports about other states change no entry."""
        assert groups(dn.timeline([*articles, unrelated()])) == groups(dn.timeline(articles)) | groups(
            dn.timeline([unrelated()])
        )

    @given(some)
    def test_what_an_entry_says(self, articles):
        """Its event is one of its mentions; they are in the order of publication; sources are named once."""
        for entry in dn.timeline(articles):
            assert entry.event in [mention.event for mention in entry.mentions]
            days = [mention.published for mention in entry.mentions]
            assert days == sorted(days)
            assert (entry.first_reported, entry.last_reported) == (days[0], days[-1])
            assert len(set(entry.sources)) == len(entry.sources)

    @given(some)
    def test_the_compact_form_says_as_much(self, articles):
        """Analyses without their evidence make the same entries."""
        stored = [dn.from_json(dn.Analysis, dn.to_json(analysis)) for analysis in articles]
        assert groups(dn.timeline(stored)) == groups(dn.timeline(articles))

    @given(some)
    def test_a_copy_adds_mentions_and_no_events(self, articles):
        """The same articles again, under other names, make no further entry."""
        copies = [attrs.evolve(analysis, id=f"copy of {analysis.id}") for analysis in articles]
        entries = dn.timeline(articles)
        doubled = dn.timeline([*articles, *copies])
        assert len(doubled) == len(entries)
        assert all(len(entry.mentions) % 2 == 0 for entry in doubled)


def with_id(analysis):
    """The analysis under the id that it has in a timeline."""
    return attrs.evolve(analysis, id=analysis.id or analysis.article.identifier)


def on_matter(number):
    """The analysis of a rebuke over a matter of its own."""
    word = "".join("bdfgklmnpr"[int(digit)] + "a" for digit in f"{number:03}")
    return article(number, f"Oslo rebuked Riga over the {word}.")


def test_comparisons_grow_with_the_number_of_articles(monkeypatch):
    """An act is compared with so many at most, also where two states quarrel over another matter in each article."""
    count = 0
    closeness = clusters._Cluster.closeness

    def counted(cluster, telling):
        nonlocal count
        count += 1
        return closeness(cluster, telling)

    monkeypatch.setattr(clusters._Cluster, "closeness", counted)
    counts = []
    for size in (200, 400):
        count = 0
        assert len(dn.timeline(map(on_matter, range(size)))) == size
        counts.append(count)
    assert MOST_COMPARED * 100 < counts[1] < 2.2 * counts[0]


@pytest.mark.parametrize(
    ("wanted", "articles"),
    [
        pytest.param("01", ["Oslo rebuked Riga on Monday.", "Norway rebuked Latvia on May 5."], id="other names"),
        pytest.param("0 1", ["Oslo rebuked Riga over the levy.", "Oslo rebuked Riga over the visa ban."], id="matter"),
        pytest.param("0 1", ["Oslo rebuked Riga on Monday.", "Riga rebuked Oslo on Monday."], id="direction"),
        pytest.param("0 1", ["Oslo may rebuke Riga.", "Oslo rebuked Riga."], id="status"),
        pytest.param("0 1", ["Oslo rebuked Riga on Monday.", "Oslo rebuked Riga on Friday."], id="day"),
        pytest.param("0 1", ["Oslo rebuked Riga.", ("Oslo rebuked Riga.", "2031-08-06")], id="undated, months apart"),
        pytest.param(
            "0 1",
            ["Oslo summoned the Latvian ambassador.", ("Oslo summoned the Latvian ambassador.", "2031-08-06")],
            id="undated news of two things, months apart",
        ),
        pytest.param("01", ["Oslo rebuked Riga.", ("Oslo rebuked Riga.", "2031-05-08")], id="undated, days apart"),
        pytest.param("01", ["Oslo and Riga held talks.", "Norway and Latvia met."], id="talks"),
        pytest.param("0 1", ["Oslo and Riga met.", "Oslo, Riga and Tallinn met."], id="parties"),
        pytest.param(
            "0 1",
            ["Oslo and Riga will hold talks on Monday.", ("Oslo and Riga held talks on Monday.", "2031-05-13")],
            id="a plan and what came of it",
        ),
        pytest.param(
            "0 1",
            [
                "Foreign Minister Kari Lund of Norway met Foreign Minister Juris Ozols of Latvia on Monday.",
                "Prime Minister Nils Berg of Norway met Prime Minister Ilze Kalna of Latvia on Monday.",
            ],
            id="persons",
        ),
        pytest.param(
            "01",
            [
                "Norway's President Kari Lund arrived in Riga on Monday.",
                ("Norway's President Kari Lund visited Latvia on Tuesday.", "2031-05-07"),
            ],
            id="a visit of days",
        ),
        pytest.param(
            "01",
            [
                ("Norway imposed export controls on Latvia in May 2029.", "2029-06-01"),
                "Ties have been strained by Norway's export curbs on Latvia.",
            ],
            id="a measure in force",
        ),
        pytest.param(
            "01",
            [
                "Latvia withdrew from an intelligence-sharing pact with Norway last week.",
                ("Latvia had scrapped its intelligence-sharing pact with Norway.", "2031-08-06"),
            ],
            id="the same pact months later",
        ),
        pytest.param(
            "01",
            ["Oslo and Riga signed a trade agreement on Monday.", "Norway and Latvia signed the trade deal on May 5."],
            id="a pact by another word",
        ),
        pytest.param(
            "0 1",
            ["Oslo expelled Latvian envoys on Monday.", "Oslo imposed an embargo on Latvia on Monday."],
            id="measures",
        ),
    ],
)
def test_cases(wanted, articles):
    """The articles of each entry, for two articles with one event each."""
    assert sorted(numbers for _, numbers in told(*articles)) == wanted.split()
