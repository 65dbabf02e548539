"""Lines of all examples in any order: whatever the copy, the result is a partition and loses no word."""

import itertools

from hypothesis import given, settings, strategies as st

from diplonews.model import RegionKind
from diplonews.testing import check_article
from diplonews.wire.declared import text_parsers
from diplonews.wire.parsing import parse_article

TEXT_PARSERS = text_parsers()
LINES = sorted({line for parser in TEXT_PARSERS for example in parser.examples for line in example.raw.splitlines()})
NAMES = [parser.name for parser in TEXT_PARSERS]
COPY = st.lists(st.sampled_from(LINES), min_size=0, max_size=25)


@settings(max_examples=300, deadline=None)
@given(lines=COPY, end=st.sampled_from(["\n", "\r\n", "\n\n", "\r", " \n"]))
def test_any_order_of_lines_is_a_partition(lines, end):
    """Every character is in one region and no word is taken for white space."""
    check_article(parse_article(end.join(lines)))


@settings(max_examples=150, deadline=None)
@given(lines=COPY, name=st.sampled_from(NAMES))
def test_any_parser_reads_any_lines(lines, name):
    """A parser that is named reads copy of others without loss."""
    article = parse_article("\n".join(lines), format=name)
    check_article(article)
    assert article.format == name


@settings(max_examples=150, deadline=None)
@given(words=st.text(max_size=400))
def test_any_text_is_a_partition(words):
    """Plain text of any kind never raises."""
    check_article(parse_article(words, format="generic"))


@settings(max_examples=100, deadline=None)
@given(lines=COPY)
def test_same_input_same_output(lines):
    """Nothing is remembered from one article to the next."""
    raw = "\n".join(lines)
    assert parse_article(raw) == parse_article(raw)


def test_a_paragraph_added_at_the_end_leaves_the_head():
    """More of the story changes neither headline nor stamp nor byline."""
    more = "\nThe next round of the talks, which both sides called useful, is to be held in the autumn of the year.\n"
    for parser in itertools.chain(TEXT_PARSERS):
        for example in parser.examples:
            if not example.raw.isascii():
                continue  # a paragraph in English would make another language of it
            before = parse_article(example.raw, format=parser.name)
            after = parse_article(example.raw.rstrip() + "\n" + more, format=parser.name)
            assert after.headline == before.headline
            assert (after.dateline and after.dateline.span) == (before.dateline and before.dateline.span)
            assert [r for r in after.regions if r.kind is RegionKind.DECK] == [
                r for r in before.regions if r.kind is RegionKind.DECK
            ]
