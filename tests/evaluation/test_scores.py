"""The scores: what is right, missed, false and wrong, layer by layer."""

import re
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from by_hand import found_date, found_event, found_quote, perfect, scored
from hypothesis import given, strategies as st

from diplonews.evaluation import GoldArticle, read_gold
from diplonews.evaluation.anatomy import score_fields, score_regions
from diplonews.evaluation.attribution import score_quotes, score_speakers
from diplonews.evaluation.bootstrap import interval
from diplonews.evaluation.days import days_of, days_of_value, same_days
from diplonews.evaluation.dyads import found_dyads, gold_dyads, join, same_parties
from diplonews.evaluation.happenings import score_events
from diplonews.evaluation.markup import read_markup
from diplonews.evaluation.pairing import pair
from diplonews.evaluation.tally import Count
from diplonews.evaluation.times import score_dates
from diplonews.evaluation.words import Words, sentence_starts
from diplonews.model import Analysis, Article, Byline, Evidence, Interval, Span, TimeExpression, Timestamp, TimexType

DEV = read_gold(Path(__file__).parents[1] / "data" / "gold" / "dev")
SCORERS = [score_regions, score_fields, score_dates, score_quotes, score_speakers, score_events]


def marked(text, *rows, head=""):
    """A gold article from its text and rows."""
    return read_markup(f"id: a\n{head}===\n{text}\n===\n" + "\n".join(rows))


def nothing(gold):
    """The analysis of a program that finds nothing."""
    return Analysis(article=Article(text=gold.text, format="x"))


class TestBounds:
    @pytest.mark.parametrize("gold", DEV, ids=lambda gold: gold.id)
    @pytest.mark.parametrize("scorer", SCORERS)
    def test_perfect(self, gold, scorer):
        """Who finds all that is marked has every measure at 1, and no error."""
        values, outcomes = scored(gold, perfect(gold), scorer)
        values.pop("polarity F1", None)
        if any(len(quote.source) > 1 for quote in gold.quotes):  # a found source is one span
            values.pop("full strict F1", None)
        assert set(values.values()) <= {1, None}
        assert {outcome.kind for outcome in outcomes} <= {"right"}

    @pytest.mark.parametrize("gold", DEV, ids=lambda gold: gold.id)
    @pytest.mark.parametrize("scorer", SCORERS)
    def test_nothing(self, gold, scorer):
        """Who finds nothing has every measure at 0, and misses every item."""
        values, outcomes = scored(gold, nothing(gold), scorer)
        assert set(values.values()) <= {0, None}
        assert {outcome.kind for outcome in outcomes} <= {"missed", "wrong"}


def test_regions():
    """The share of characters, white space left out; runs of one confusion are one error."""
    gold = marked("{HEADLINE|Talks}\n{BYLINE|By Yonhap}\nThey met.")
    found = perfect(marked("{HEADLINE|Talks}\n{BYLINE|By} {NOTE|Yonhap}\nThey met."))
    values, outcomes = scored(gold, found, score_regions)
    assert values == {"right": (5 + 2 + 8) / (5 + 8 + 8)}
    assert [(one.predicted, one.expected, one.words) for one in outcomes] == [
        ("NOTE", "BYLINE", "Talks By [Yonhap] They met.")
    ]


def test_regions_of_a_machine_format():
    """What the parser leaves out is wrong; boilerplate that it leaves out counts neither way."""
    gold = marked("{HEADLINE|Talks}\n{BOILERPLATE|Share}\n{CREDIT|Photo}\nThey met.")
    found = perfect(marked("{HEADLINE|Talks}\n\nThey  met."))
    values, outcomes = scored(gold, found, score_regions)
    assert values == {"right": 13 / 18}
    assert [one.predicted for one in outcomes] == ["no text of the article"]


class TestFields:
    HEAD = (
        "headline: Talks\nbylines: Han Seo-yeon; AFP\noutlet: KBS\n"
        "anchor: 2024-03-05\npublished: 2024-03-06T09:10+09:00\n"
    )

    def article(self, **changes):
        moment = datetime(2024, 3, 6, 0, 10, tzinfo=UTC)
        fields = {
            "headline": "TALKS ",
            "bylines": (Byline(text="By Han Seo-yeon", names=("Han Seo-yeon",)), Byline(text="AFP", provider="AFP")),
            "published": Timestamp(local=datetime(2024, 3, 6, 9, 10), instant=moment, timezone="Asia/Seoul"),
            "anchor": date(2024, 3, 5),
            **changes,
        }
        return Analysis(article=Article(text="Text.", format="x", **fields))

    def test_what_is_right(self):
        """Case and white space do not count; a moment is right in any zone; a missing outlet is missed."""
        values, outcomes = scored(marked("Text.", head=self.HEAD), self.article(), score_fields)
        assert values == {"headline": 1, "provider": None, "outlet": 0, "bylines": 1, "published": 1, "anchor": 1}
        assert [(one.kind, one.words) for one in outcomes if one.kind != "right"] == [("missed", "outlet")]

    @pytest.mark.parametrize(
        ("field", "value", "kind"),
        [
            ("provider", "AFP", "false"),
            ("bylines", (), "missed"),
            ("bylines", (Byline(text="By Han Seo-yeon", names=("Han Seo-yeon",)),), "wrong"),
            (
                "bylines",
                (Byline(text="By Han Seo-yeon, AFP, Ann", names=("Han Seo-yeon", "Ann"), provider="AFP"),),
                "wrong",
            ),
            ("anchor", date(2024, 3, 6), "wrong"),
            ("published", None, "missed"),
        ],
    )
    def test_what_is_not(self, field, value, kind):
        """A field that gold does not have is false, another value wrong; a byline too few or too many is wrong."""
        gold = marked("{NOTE|2024} Text.", head=self.HEAD)
        _, outcomes = scored(gold, self.article(**{field: value}), score_fields)
        assert next(one.kind for one in outcomes if one.words == field) == kind

    @pytest.mark.parametrize(
        ("text", "count"), [("{TIMESTAMP|March 5}", 0), ("{TIMESTAMP|March 5, 2024}", 1), ("2024", 0)]
    )
    def test_copy_without_a_year(self, text, count):
        """No day can be read if the copy prints none: the year must come from outside the story."""
        gold = marked(text, head=self.HEAD)
        values, _ = scored(gold, nothing(gold), score_fields)
        assert ("anchor" in values) == bool(count)


class TestDates:
    GOLD = "{DATELINE|OSLO, March 5 -} Talks {=2024-03-05|on Tuesday} after {=P2D|two days}."

    def test_what_is_right(self):
        """Strict is the same span, value an overlapping one with the same value; datelines do not count."""
        gold = marked(self.GOLD)
        text = gold.text
        found = [
            found_date(text, Span(6, 13), "2024-03-05"),
            found_date(text, Span(text.index("Tuesday"), text.index(" after")), "2024-03-05"),
            found_date(text, Span(text.index("two"), text.index(".")), "P3D"),
            found_date(text, Span(text.index("Talks"), text.index(" on")), "P1D"),
        ]
        values, outcomes = scored(
            gold, Analysis(article=Article(text=text, format="x"), dates=tuple(found)), score_dates
        )
        assert values == {"strict F1": 2 / 5, "value F1": 2 / 5}
        assert [(one.kind, one.predicted) for one in outcomes] == [
            ("wrong", "'two days' P3D"),
            ("wrong", "'Tuesday' 2024-03-05"),
            ("false", "'Talks' P1D"),
        ]

    def test_lost(self):
        """A date in words that the parser left out is missed."""
        gold = marked("Talks.\n{=2024-03-05|Tuesday}")
        values, _ = scored(gold, Analysis(article=Article(text="Talks.", format="x")), score_dates)
        assert values == {"strict F1": 0, "value F1": 0}


class TestQuotes:
    TEXT = (
        '{q1|"The levy has no basis at all,"} {s1|Foreign Minister Han Seo-yeon} {c1|said}. '
        "{s2|She} {c2|denied} {q2|it}."
    )
    ROWS = (
        "q1 | direct | Han Seo-yeon / Han / Ms. Han Seo | KOR | -",
        "q2 | indirect | Han Seo-yeon | KOR | - | denied",
    )

    def scores(self, *found):
        gold = marked(self.TEXT, *self.ROWS)
        analysis = Analysis(article=Article(text=gold.text, format="x"), quotes=found)
        quotes, outcomes = scored(gold, analysis, score_quotes)
        speakers, _ = scored(gold, analysis, score_speakers)
        return quotes | speakers, [one.kind for one in outcomes]

    def test_half_of_the_words(self):
        """Half of the words of each side is found; a shared name makes the source right."""
        values, kinds = self.scores(found_quote([Span(0, 17)], source=Span(51, 63), name="Han Seo-yeon", country="KOR"))
        assert (values["content F1"], values["full F1"], values["full strict F1"]) == (2 / 3, 2 / 3, 0)
        assert (values["full precision"], values["full recall"]) == (1, 0.5)
        assert (values["full name"], values["country"]) == (0.5, 0.5)
        assert kinds == ["right", "missed"]

    def test_less_than_half(self):
        """Too few words are not a find; names are scored end to end, so its speaker does not count."""
        values, kinds = self.scores(found_quote([Span(0, 9)], source=Span(34, 63), name="Han Seo-yeon"))
        assert (values["content F1"], values["full name"], kinds) == (0, 0, ["wrong", "missed"])

    def test_wrong_source(self):
        """A source of other words is wrong; marks at the edge of a content are not words."""
        values, kinds = self.scores(found_quote([Span(1, 32)], source=Span(69, 72)))
        assert (values["content F1"], values["full F1"], kinds) == (2 / 3, 0, ["wrong", "missed"])

    @pytest.mark.parametrize(
        ("name", "right"), [("han seo yeon", 0.5), ("Ms. Han Seo", 0.5), ("Han", 0), ("Seo", 0), (None, 0)]
    )
    def test_full_names(self, name, right):
        """The full name or another form; a mere part of it is not enough."""
        values, _ = self.scores(found_quote([Span(0, 32)], source=Span(34, 63), name=name))
        assert values["full name"] == right

    @pytest.mark.parametrize(
        ("name", "anonymous", "right"), [(None, False, 1), ("officials", False, 1), ("X", True, 1), ("Han", False, 0)]
    )
    def test_unnamed(self, name, anonymous, right):
        """Where gold has no name, none may be made up."""
        gold = marked("{q1|It rained}, officials said.", "q1 | indirect | - / Officials | - | -")
        found = found_quote([Span(0, 9)], name=name, country="KOR", anonymous=anonymous)
        values, _ = scored(gold, Analysis(article=Article(text=gold.text, format="x"), quotes=(found,)), score_speakers)
        assert values["unnamed"] == right

    def test_repeated_words(self):
        """A quotation that the page repeats counts neither way."""
        gold = marked("{DUPLICATE|It rained, officials said.}")
        found = found_quote([Span(0, 9)])
        values, _ = scored(gold, Analysis(article=Article(text=gold.text, format="x"), quotes=(found,)), score_quotes)
        assert set(values.values()) == {None}


def events(text, rows, *found):
    """Scores and outcomes of events in one text."""
    gold = marked(text, *rows)
    return scored(gold, Analysis(article=Article(text=gold.text, format="x"), events=found), score_events)


class TestEvents:
    TEXT = "Oslo {e1|rebuked} Riga. It {e2|may sign}."
    ROWS = (
        "e1 | ACCUSE / REJECT | - | NOR > LVA | actual | 2024-03-05 | core | rebuke",
        "e2 | SUPPORT | - | NOR = LVA | hypothetical | - | secondary | pact",
    )
    REBUKE = Span(5, 12)

    @pytest.mark.parametrize(
        ("found", "pair_f1", "root", "fair"),
        [
            (found_event("ACCUSE", "NOR > LVA", REBUKE), 1, 1, 1),
            (found_event("REJECT", "NOR > LVA", REBUKE), 1, 0, 1),
            (found_event("AID", "NOR > LVA", REBUKE), 1, 0, 0),
            (found_event("ACCUSE", "LVA > NOR", REBUKE), 0, 0, 0),
            (found_event("ACCUSE", "NOR = LVA", REBUKE), 1, 1, 1),
            (found_event("ACCUSE", "NOR > LVA", Span(21, 24)), 0, 0, 0),
            (found_event("ACCUSE", "NOR >", REBUKE), 0, 0, 0),
        ],
        ids=repr,
    )
    def test_levels(self, found, pair_f1, root, fair):
        """Parties and direction; the type; a type that could be defended; all in the same sentence."""
        values, _ = events(self.TEXT, self.ROWS, found)
        assert (values["pair F1"], values["root F1"], values["fair F1"]) == (pair_f1, root, fair)

    def test_secondary(self):
        """A find that fits a secondary event counts neither way; another one beside it is false."""
        pact = found_event("SUPPORT", "LVA = NOR", Span(21, 29))
        values, _ = events(self.TEXT, self.ROWS, pact)
        assert (values["fair precision"], values["fair recall"]) == (None, 0)
        values, _ = events(self.TEXT, self.ROWS, pact, found_event("AID", "NOR > LVA", Span(21, 29)))
        assert values["fair precision"] == 0

    def test_several_parties(self):
        """Each pair counts, and a find of the same pair twice counts once."""
        row = "e1 | AID | - | NOR, FIN > LVA | actual | - | core | aid"
        twice = [found_event("AID", "NOR > LVA"), found_event("AID", "NOR > LVA")]
        values, outcomes = events("They {e1|helped}.", [row], *twice)
        assert (values["fair precision"], values["fair recall"]) == (1, 0.5)
        assert sorted((one.kind, one.expected) for one in outcomes if one.kind == "missed") == [
            ("missed", "AID FIN > LVA")
        ]

    def test_clusters(self):
        """A cluster is found by any one of its sentences."""
        rows = [f"e{n} | AID | - | NOR > LVA | actual | - | core | {c}" for n, c in [(1, "a"), (2, "a"), (3, "b")]]
        values, _ = events("A {e1|x}. B {e2|y}. C {e3|z}.", rows, found_event("AID", "NOR > LVA", Span(7, 8)))
        assert (values["clusters"], values["fair recall"]) == (0.5, 1 / 3)

    @pytest.mark.parametrize(
        ("status", "days", "right"),
        [
            ("ACTUAL", ("2024-03-05", "2024-03-05"), (1, 1)),
            ("PLANNED", ("2024-03-05", "2024-03-06"), (0, 0)),
            ("ACTUAL", None, (1, 0)),
        ],
    )
    def test_status_and_date(self, status, days, right):
        """Of what fits fairly, status and date."""
        when = found_date("x", Span(0, 1), days[0], days=tuple(map(date.fromisoformat, days))) if days else None
        found = found_event("ACCUSE", "NOR > LVA", self.REBUKE, status=status, when=when)
        values, _ = events(self.TEXT, self.ROWS, found)
        assert (values["status"], values["date"]) == right
        assert values["dateless"] is None

    def test_lost(self):
        """Events in words that the parser left out are missed, sentence by sentence."""
        rows = [f"e{n} | AID | - | NOR > LVA | actual | - | core | {n}" for n in (1, 2)]
        gold = marked("A {e1|x}. B {e2|y}.", *rows)
        values, outcomes = scored(gold, Analysis(article=Article(text="C.", format="x")), score_events)
        assert (values["pair F1"], [one.kind for one in outcomes]) == (0, ["missed", "missed"])

    def test_wrong(self):
        """Another type on the same words is wrong: neither missed nor false."""
        _, outcomes = events(self.TEXT, self.ROWS, found_event("AID", "NOR > LVA", self.REBUKE))
        assert [(one.kind, one.predicted, one.expected, one.words, one.rule) for one in outcomes] == [
            ("wrong", "AID NOR > LVA", "ACCUSE NOR > LVA", "Oslo [rebuked] Riga. It may sign.", "by.hand")
        ]


SEVEN = "NOR, FIN, SWE, DNK, ISL, EST, LVA"


@pytest.mark.parametrize(
    ("wanted", "given", "same"),
    [
        ("NOR > LVA", "NOR > LVA", True),
        ("NOR >", "NOR > LVA", True),
        ("NOR >", "LVA > NOR", False),
        ("NOR = LVA", "LVA > NOR", True),
        ("NOR >", "LVA = NOR", True),
        (f"{SEVEN} =", "NOR = FIN", True),
        (f"{SEVEN} =", "NOR = POL", False),
        (f"{SEVEN} =", "NOR, FIN, SWE, DNK, POL =", True),
        ("NOR = FIN", f"{SEVEN} =", True),
        ("NOR > POL", f"{SEVEN} =", False),
    ],
)
def test_same_parties(wanted, given, same):
    """Direction, events without recipient, reciprocal ones, and meetings of many."""
    gold = marked("{e1|x}", f"e1 | AID | - | {wanted} | actual | - | core | x").events[0]
    (one,), (other,) = gold_dyads(gold), found_dyads(found_event("AID", given))
    assert same_parties(one, other) is same


def test_there_and_back():
    """A to B and B to A of one type is one reciprocal pair."""
    there, back = (found_dyads(found_event("AID", parties)) for parties in ("NOR > FIN", "FIN > NOR"))
    other = found_dyads(found_event("REQUEST", "FIN > NOR"))
    assert [str(dyad) for dyad in join(there + back + other)] == ["AID NOR = FIN", "REQUEST FIN > NOR"]
    assert [str(dyad) for dyad in join(there + there)] == ["AID NOR > FIN"] * 2
    assert [str(dyad) for dyad in found_dyads(found_event("AID", "NOR = NOR"))] == ["AID NOR = NOR"]


class TestDays:
    @pytest.mark.parametrize(
        ("value", "days"),
        [
            ("2024-02-29", ("2024-02-29", "2024-02-29")),
            ("2024-12", ("2024-12-01", "2024-12-31")),
            ("2023", ("2023-01-01", "2023-12-31")),
            ("2024-03-05T10:00", ("2024-03-05", "2024-03-05")),
            ("2024-02/2024-03-05", ("2024-02-01", "2024-03-05")),
            ("2024-W10", None),
            ("2024-13", None),
            (None, None),
        ],
    )
    def test_values(self, value, days):
        """Days, months, years and stretches."""
        assert days_of_value(value) == (days and tuple(map(date.fromisoformat, days)))

    def test_found(self):
        """A moment covers its day; midnight at the end is the day before."""
        start = datetime(2024, 3, 5, 22, tzinfo=UTC)
        when = found_date("x", Span(0, 1), "2024-03-05T22:00")
        for hours, last in [(2, date(2024, 3, 5)), (3, date(2024, 3, 6))]:
            span = Interval(start, start + timedelta(hours=hours))
            assert days_of(
                TimeExpression(
                    span=when.span, text="x", type=TimexType.TIME, interval=span, evidence=Evidence(rule="x")
                )
            ) == (date(2024, 3, 5), last)
        assert days_of(when) is None
        assert days_of(None) is None

    @given(st.dates(date(2000, 1, 1), date(2020, 1, 1)), st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))
    def test_same(self, day, before, length, after):
        """Inside, and at least half as long."""
        given_days = day, day + timedelta(days=length)
        wanted = day - timedelta(days=before), given_days[1] + timedelta(days=after)
        assert same_days(wanted, given_days) == (2 * (length + 1) >= before + length + after + 1)
        assert same_days(given_days, wanted) == (before == after == 0)


@given(st.lists(st.integers(0, 9), max_size=6), st.lists(st.integers(0, 9), max_size=6))
def test_pairs(gold, found):
    """One to one, and none is left that could be paired."""
    pairs = pair(gold, found, lambda one, other: (-abs(one - other),) if abs(one - other) < 3 else None)
    left, right = [i for i, _ in pairs], [j for _, j in pairs]
    assert len(set(left)) == len(left)
    assert len(set(right)) == len(right)
    free = [(i, j) for i in range(len(gold)) for j in range(len(found)) if i not in left and j not in right]
    assert all(abs(gold[i] - found[j]) >= 3 for i, j in free)


class TestInterval:
    @given(st.lists(st.tuples(st.integers(0, 5), st.integers(5, 9), st.integers(5, 9)), min_size=1, max_size=12))
    def test_bounds(self, counts):
        """The bounds are scores, in order; the same articles give the same."""
        counts = [Count(*count) for count in counts]
        low, high = interval(counts)
        assert 0 <= low <= high <= 1
        assert (low, high) == interval(counts)

    def test_alike(self):
        """Articles that are all alike leave no doubt."""
        assert interval([Count(1, 2, 2)] * 5) == (0.5, 0.5)

    def test_articles_without_an_item(self):
        """A resample in which there is nothing to count is passed over."""
        assert interval([Count(1, 1, 1), Count()]) == (1, 1)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He said no. She said yes.", ["He said no.", "She said yes."]),
        (
            "On Aug. 6 Mr. K. Lee left. He met U.N. mission staff",
            ["On Aug. 6 Mr. K. Lee left.", "He met U.N. mission staff"],
        ),
        ("“It is over.” Han left.", ["“It is over.”", "Han left."]),
        ("``We slept. ``I waited.''", ["``We slept.", "``I waited.''"]),
        ("Talks to go on\n\nOslo met\nRiga", ["Talks to go on", "Oslo met\nRiga"]),
        ("It grew 9.02 percent to 3.5 billion.", ["It grew 9.02 percent to 3.5 billion."]),
        ("“Why?” he asked", ["“Why?” he asked"]),
    ],
)
def test_sentences(text, sentences):
    """Full stops, blank lines; no end after an initial, a title or a month."""
    starts = [*sentence_starts(text), len(text)]
    parts = [text[start:end].strip() for start, end in pairwise(starts)]
    assert parts == sentences


@pytest.mark.parametrize("unit", ["a", ".", ". ", '."', '"', " ", ". A", "\n", "a.'"])
def test_hostile_runs_end(unit):
    """Long runs are read in one go."""
    assert len(sentence_starts("a. " + unit * 50_000 + "b")) <= 50_002


@given(st.text(max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_words(text, start, length):
    """The words that a span touches are those that a slow count finds."""
    slow = {
        n for n, word in enumerate(re.finditer(r"\w+", text)) if word.start() < start + length and word.end() > start
    }
    assert Words(text).of([Span(start, start + length)]) == (slow if length else frozenset())


def test_empty_article():
    """An article without text has nothing to count."""
    gold = GoldArticle(id="a", text="", layers=("regions",))
    values, outcomes = scored(gold, nothing(gold), score_regions)
    assert (values, outcomes) == ({"right": None}, [])
