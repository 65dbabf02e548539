"""Reprints: prints of one wire copy are grouped, and what only looks alike is not."""

import random
import subprocess
import sys
from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from importlib import import_module
from itertools import combinations, islice

import attrs
import pytest
from hypothesis import example, given, settings, strategies as st

import diplonews as dn
from diplonews.story import candidates as candidates_module, copies
from diplonews.story.copies import LEAST_WORDS, Vocabulary, words_of
from tests.newsroom import followed_up, newsroom, reprinted, wire_copies

F1_AT_2_000 = 0.985
DAY = date(2030, 1, 7)


def bare(body, **fields):
    """An article that is nothing but a body."""
    paragraphs = (dn.Span(0, len(body)),) if body else ()
    return dn.Article(text=body, format="text", paragraphs=paragraphs, **fields)


def parsed(printed):
    return dn.parse_article(printed.text, published=printed.day, identifier=printed.id)


def body_of(words, seed=0):
    """A body of so many different words."""
    draw = random.Random(seed)
    return " ".join("".join(draw.choices("abcdefghijklmnop", k=9)) for _ in range(words))


def pairs(groups):
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def f1(found, wanted):
    right = len(found & wanted)
    return 2 * right / (len(found) + len(wanted))


@pytest.fixture(scope="module")
def printed():
    return list(newsroom(2_000))


@pytest.fixture(scope="module")
def articles(printed):
    rows = [one.row for one in printed]
    return list(dn.iter_articles(rows, text="text", published="published", id="id"))


class TestNewsroom:
    """Two thousand articles of which it is known what they are prints of."""

    def test_f1(self, printed, articles):
        """Pairs of prints are found, and neither daily stories nor follow-ups are taken for them."""
        wanted = defaultdict(list)
        for one in printed:
            wanted[one.story].append(one.id)
        assert f1(pairs(dn.reprints(articles)), pairs(wanted.values())) >= F1_AT_2_000

    def test_order(self, articles):
        """The longest group comes first, then the one that appears first; ids are in the order of the stream."""
        groups = dn.reprints(articles)
        place = {article.identifier: number for number, article in enumerate(articles)}
        assert [(-len(group), place[group[0]]) for group in groups] == sorted(
            (-len(group), place[group[0]]) for group in groups
        )
        assert all(list(group) == sorted(group, key=place.get) for group in groups)

    def test_permuted(self, articles):
        """Another order of the articles gives the same groups."""
        groups = {frozenset(group) for group in dn.reprints(articles)}
        for seed in range(3):
            mixed = random.Random(seed).sample(articles, len(articles))
            assert {frozenset(group) for group in dn.reprints(mixed)} == groups

    def test_undated(self, articles):
        """Without days and datelines most of it is found too."""
        undated = [attrs.evolve(article, anchor=None, dateline=None) for article in articles]
        assert f1(pairs(dn.reprints(undated)), pairs(dn.reprints(articles))) >= 0.98

    def test_ids_once(self, articles):
        """No id is twice in the result, and no group has fewer than two."""
        groups = dn.reprints(articles)
        ids = [name for group in groups for name in group]
        assert len(ids) == len(set(ids))
        assert min(map(len, groups)) >= 2

    def test_same_in_another_process(self, articles):
        """The groups do not depend on how this interpreter hashes strings."""
        code = (
            "import diplonews as dn; from tests.newsroom import newsroom;"
            "a = dn.iter_articles([p.row for p in newsroom(300)], text='text', published='published', id='id');"
            "print(dn.reprints(a))"
        )
        done = [
            subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env).stdout
            for env in ({"PYTHONHASHSEED": "1", "PYTHONPATH": ":".join(sys.path)}, {"PYTHONPATH": ":".join(sys.path)})
        ]
        assert done[0] == done[1]
        assert len(done[0]) > 100


@pytest.fixture(scope="module")
def stories():
    return [one for one in islice(wire_copies(seed=8), 60) if one.kind == "story"][:20]


class TestOneCopy:
    """Which articles are prints of the same copy, and which are not."""

    def share(self, stories, change):
        """The share of stories that are one copy with what is made of them."""
        found = [dn.reprints([parsed(one), attrs.evolve(parsed(change(one)), identifier="x")]) for one in stories]
        return sum(map(bool, found)) / len(found)

    @pytest.mark.parametrize("cut", [0.3, 0.5, 0.7])
    def test_cut(self, stories, cut):
        """A print may end early."""
        draw = random.Random(1)
        assert self.share(stories, lambda one: reprinted(one, 0, draw, cut=(cut, cut))) >= 0.95

    def test_edited(self, stories):
        """One word in ten may be another."""
        draw = random.Random(2)
        assert self.share(stories, lambda one: reprinted(one, 0, draw, cut=(0, 0), edited=0.1)) >= 0.95

    def test_paragraphs_left_out(self, stories):
        """Two paragraphs may be left out of the middle."""
        assert self.share(stories, lambda one: replace(one, paragraphs=one.paragraphs[:4] + one.paragraphs[6:])) >= 0.9

    def test_follow_up(self, stories):
        """Forty percent of the words at the end are background."""
        draw = random.Random(3)
        assert self.share(stories, lambda one: followed_up(one, 0, draw)) == 0

    def test_whole_story_as_background(self, stories):
        """Under as many words that are new, the whole of the old story is background."""
        new = [body_of(25, seed=seed) + "." for seed in range(40)]

        def change(one):
            room = sum(len(paragraph.split()) for paragraph in one.paragraphs) // 25 + 1
            return replace(one, paragraphs=(*new[:room], *one.paragraphs))

        assert self.share(stories, change) == 0


MARKET = (
    "Shares in Brenholm closed {} points {} on {} after a quiet session, with the index at {} and turnover at {} "
    "million crowns. Banks were mixed. {} stocks rose and {} fell. The exchange is open on weekdays from nine to five, "
    "and the next holiday is in May, the operator said in its daily report."
)


class TestDailyStories:
    """The same words with other figures are another day's story."""

    def test_other_figures(self):
        days = [
            MARKET.format(12, "up", "Monday", "3,412.7", 812, 44, 31),
            MARKET.format(9, "down", "Tuesday", "3,403.1", 780, 30, 45),
            MARKET.format(31, "up", "Wednesday", "3,434.9", 902, 51, 24),
        ]
        assert dn.reprints([bare(day, anchor=DAY + timedelta(n)) for n, day in enumerate(days)]) == ()

    def test_printed_twice(self):
        """A paper's print of the day's story has its figures, in whatever way they are printed."""
        told = MARKET.format(12, "up", "Monday", "3,412.7", "1,812", 44, 31)
        print_ = told.replace("1,812", "1812").replace("quiet", "calm").upper()
        assert dn.reprints([bare(told, anchor=DAY), bare(print_, anchor=DAY)]) == (("0", "1"),)

    def test_one_figure(self):
        """With another figure and on another day it is another story; on the same day it is a correction."""
        told = (
            "The water at the gauge of Port Aldery stood at {} centimetres in the morning, the waterways office said. "
            "Ships may pass the lock in both directions, and no change of the rules is planned for the coming days."
        )
        one, other = told.format(312), told.format(287)
        assert dn.reprints([bare(one, anchor=DAY), bare(other, anchor=DAY + timedelta(1))]) == ()
        assert dn.reprints([bare(one), bare(other)]) == ()
        assert dn.reprints([bare(one, anchor=DAY), bare(other, anchor=DAY)]) == (("0", "1"),)


class TestDayAndPlace:
    """Prints that differ in their words must agree in day and dateline."""

    copy = body_of(60)
    edited = copy.replace(copy.split()[30], "edited")

    @pytest.mark.parametrize(("days", "found"), [(0, True), (7, True), (8, False)])
    def test_a_week(self, days, found):
        other = bare(self.edited, anchor=DAY + timedelta(days))
        assert bool(dn.reprints([bare(self.copy, anchor=DAY), other])) is found
        assert bool(dn.reprints([other, bare(self.copy, anchor=DAY)])) is found

    def test_equal(self):
        """Equal bodies are one copy whenever they were printed."""
        far = DAY + timedelta(400)
        assert dn.reprints([bare(self.copy, anchor=DAY), bare(self.copy, anchor=far)]) == (("0", "1"),)

    @pytest.mark.parametrize(
        ("one", "other", "found"),
        [("Oslo", "Riga", False), ("Oslo", "OSLO", True), ("Oslo", None, True), (None, None, True)],
    )
    def test_dateline(self, one, other, found):
        lines = [
            None if place is None else dn.Dateline(span=dn.Span(0, 0), places=(dn.Place(name=place),))
            for place in (one, other)
        ]
        got = dn.reprints([bare(self.copy, dateline=lines[0]), bare(self.edited, dateline=lines[1])])
        assert bool(got) is found


class TestBodies:
    """Any bodies whatever."""

    texts = st.lists(st.text(st.sampled_from("ab 1,.’—中ก\n"), max_size=120) | st.text(max_size=60), max_size=8)

    @given(texts)
    @example(["\ud800 a", "\ud800 a"])
    def test_only_equal_short_ones(self, bodies):
        """Bodies of fewer words than it takes are grouped if, and only if, their words are equal."""
        numbers = Vocabulary()
        words = [words_of(body, numbers) for body in bodies]
        by_words = defaultdict(list)
        for number, found in enumerate(words):
            if len(found) > 0:
                by_words[found.tobytes()].append(str(number))
        wanted = {tuple(group) for group in by_words.values() if len(group) > 1}
        if max(map(len, words), default=0) < LEAST_WORDS:
            assert set(dn.reprints(map(bare, bodies))) == wanted

    @given(st.lists(st.integers(0, 5), min_size=2, max_size=12), st.integers(30, 80))
    @settings(max_examples=20)
    def test_copies(self, numbers, words):
        """A copy is in its article's group, and no article of other words is."""
        groups = dn.reprints(bare(body_of(words, seed=number)) for number in numbers)
        wanted = defaultdict(list)
        for place, number in enumerate(numbers):
            wanted[number].append(str(place))
        assert {frozenset(group) for group in groups} == {frozenset(g) for g in wanted.values() if len(g) > 1}

    def test_marks_and_case(self):
        """How quotation marks, dashes and capitals are printed makes no difference."""
        one = "“It’s over,” Han said—quietly—of the 1,500 U.S. trawlers; they won’t return before 2031."
        other = "\"It's OVER\", Han said -- quietly -- of the 1500 US trawlers: they won't return before 2031"
        assert dn.reprints([bare(one), bare(other)]) == (("0", "1"),)

    @pytest.mark.parametrize("script", ["四五六七八九十百千万上下左右大小中山川田", "กขคงจฉชซญดตถทธนบปผฝพ"])
    def test_scripts_without_spaces(self, script):
        """Copies in Chinese, Japanese and Thai are compared by character."""
        draw = random.Random(4)
        copy = "".join(draw.choices(script, k=400))
        edited = copy[:50] + "東" + copy[51:250]
        assert dn.reprints([bare(copy), bare(edited), bare("".join(draw.choices(script, k=300)))]) == (("0", "1"),)


class TestIds:
    """What articles are called."""

    def test_number_in_the_stream(self):
        """An article without identifier is known by its number, also where others are empty."""
        stream = [bare("rain"), bare(""), bare("sun", identifier="n1"), bare("rain"), bare("sun")]
        assert dn.reprints(stream) == (("0", "3"), ("n1", "4"))

    def test_same_identifier(self):
        """Two versions under one identifier are not a group."""
        assert dn.reprints([bare("rain", identifier="n1"), bare("rain", identifier="n1")]) == ()

    @pytest.mark.parametrize("wrong", ["text", b"text", bare("text")])
    def test_one_instead_of_many(self, wrong):
        with pytest.raises(TypeError, match=r"takes a list or another iterable of articles \(got one "):
            dn.reprints(wrong)

    def test_no_articles(self):
        with pytest.raises(TypeError) as caught:
            dn.reprints(["It rained."])
        assert str(caught.value) == (
            "reprints takes articles (got str: It rained.); iter_articles reads them from files, parse_article from "
            "a text, and each analysis has one as .article"
        )

    def test_nothing(self):
        assert dn.reprints([]) == ()
        assert dn.reprints([bare(""), bare("--- …")]) == ()


class TestHostile:
    """The work grows with the number of words, whatever they are."""

    @pytest.fixture
    def compared(self, monkeypatch):
        """The lengths of the bodies that are compared word by word."""
        lengths = []
        compare = copies.is_one_copy

        def counted(one, other, **given):
            lengths.append(min(len(one), len(other)))
            return compare(one, other, **given)

        monkeypatch.setattr(import_module("diplonews.story.reprints"), "is_one_copy", counted)
        return lengths

    def test_equal_articles(self, compared):
        """A hundred thousand equal articles are a group, without a comparison."""
        article = bare(body_of(60))
        (group,) = dn.reprints(article for _ in range(100_000))
        assert len(group) == 100_000
        assert compared == []

    def test_nearly_equal_articles(self, compared):
        """Of three thousand that differ in a word each, each is compared with a few."""
        words = body_of(60).split()
        (group,) = dn.reprints(bare(" ".join([*words[:40], body_of(1, seed=n), *words[40:]])) for n in range(3_000))
        assert len(group) == 3_000
        assert len(compared) <= candidates_module.MOST_CANDIDATES * 3_000

    def test_same_beginning(self, compared):
        """Of a thousand that only begin alike, each is compared with a few."""
        head = body_of(90)
        articles = [bare(f"{head} {body_of(300, seed=number)}") for number in range(1_000)]
        assert dn.reprints(articles) == ()
        assert 0 < len(compared) <= candidates_module.MOST_CANDIDATES * 1_000

    def test_one_huge_article(self, compared):
        """Beside many short ones that begin like it, no more is read of it than they have."""
        huge = body_of(300_000)
        words = huge.split(maxsplit=200)
        short = [bare(" ".join([*words[:50], body_of(1, seed=n), *words[50:100]])) for n in range(500)]
        assert dn.reprints([bare(huge), *short])[0][0] == "0"
        assert sum(compared) <= candidates_module.MOST_CANDIDATES * 500 * 110

    def test_empty_bodies(self, compared):
        assert dn.reprints(bare("") for _ in range(10_000)) == ()
        assert compared == []
