"""The parsers for plain text: the contract, recognition among all, and what is registered."""

import json
import re
from pathlib import Path

import pytest

from diplonews.lexicons.agencies import load_agencies
from diplonews.model import RegionKind
from diplonews.testing import check_article, check_parser
from diplonews.wire.base import Copy
from diplonews.wire.declared import text_parsers
from diplonews.wire.registry import default_registry, parsers

SNAPSHOT = Path(__file__).with_name("parsers.json")
PAGE = Path(__file__).parents[3] / "docs" / "reference" / "parsers.md"
TEXT_PARSERS = text_parsers()
EXAMPLES = [
    pytest.param(parser, example, id=f"{parser.name}-{number}")
    for parser in TEXT_PARSERS
    for number, example in enumerate(parser.examples, 1)
]


def by_name(parser):
    return parser.name


@pytest.mark.parametrize("parser", TEXT_PARSERS, ids=by_name)
def test_contract(parser):
    """Each parser keeps the contract that third parties are held to."""
    check_parser(parser)


@pytest.mark.parametrize(("parser", "example"), EXAMPLES)
class TestExamples:
    def test_is_recognised_among_all(self, parser, example):
        """The example's own parser has the highest score of all."""
        assert default_registry().best(Copy(example.raw)).name == parser.name

    def test_is_recognised_with_other_line_ends(self, parser, example):
        """Carriage returns and trailing white space change nothing in what is recognised."""
        raw = example.raw.replace("\n", " \r\n")
        assert default_registry().best(Copy(raw)).name == parser.name

    def test_is_read_the_same_with_other_line_ends(self, parser, example):
        """Headline, day and body survive carriage returns."""
        plain = parser().parse(Copy(example.raw))[0]
        dos = parser().parse(Copy(example.raw.replace("\n", "\r\n")))[0]
        assert dos.headline == plain.headline
        assert (dos.published and dos.published.local) == (plain.published and plain.published.local)
        assert [span.of(dos.text) for span in dos.paragraphs] == [span.of(plain.text) for span in plain.paragraphs] or (
            "\n" in plain.body
        )

    def test_has_no_stray_body(self, parser, example):
        """No sign-off, end mark or notice of the site is left in the body."""
        article = parser().parse(Copy(example.raw))[0]
        assert article.paragraphs
        for span in article.paragraphs:
            words = span.of(article.text)
            assert not re.match(r"(?:\(END\)|###|Reporting by|Our Standards|Copyright|©|Enditem)", words), words

    def test_is_a_partition_when_cut_anywhere(self, parser, example):
        """The first half and the last half of the copy parse too."""
        half = len(example.raw) // 2
        for raw in (example.raw[:half], example.raw[half:]):
            check_article(parser().parse(Copy(raw))[0])


class TestDeclarations:
    def test_generic_is_last(self):
        """Of equal scores the first wins, so the parser that takes anything is last."""
        assert TEXT_PARSERS[-1].name == "generic"

    def test_names_are_unique(self):
        """No two parsers share a name."""
        assert len({parser.name for parser in TEXT_PARSERS}) == len(TEXT_PARSERS)

    @pytest.mark.parametrize("parser", TEXT_PARSERS, ids=by_name)
    def test_provider_is_in_the_agencies_table(self, parser):
        """The provider is a canonical name, so results of all parsers agree."""
        assert parser.provider is None or parser.provider in {agency.name for agency in load_agencies()}

    @pytest.mark.parametrize("parser", TEXT_PARSERS, ids=by_name)
    def test_needle_occurs_where_its_mark_does(self, parser):
        """A mark found in an example is found through its needle too."""
        for mark in parser.marks:
            assert mark.needle, mark
            assert 0 < mark.weight <= 1

    @pytest.mark.parametrize("parser", TEXT_PARSERS, ids=by_name)
    def test_says_what_it_is_in_one_line(self, parser):
        """The reference page takes the first line of the docstring."""
        assert parser.__doc__
        assert "|" not in parser.__doc__.splitlines()[0] or "`" in parser.__doc__


def test_registered_parsers_are_those_of_the_snapshot():
    """A parser that appears, goes or changes its zone shows here."""
    got = {
        info.name: [info.provider, info.outlet, info.timezone]
        for info in parsers()
        if info.kind == "text" and info.origin == "built in"
    }
    assert got == json.loads(SNAPSHOT.read_text(encoding="utf-8"))


def table_row(parser):
    zone = f"`{parser.timezone}`" if parser.timezone else "–"
    form = parser.__doc__.splitlines()[0].replace("|", "\\|")
    return f"| `{parser.name}` | {parser.outlet or parser.provider or 'any'} | {zone} | {form} |"


def test_reference_page_lists_every_parser():
    """The table of the reference page is what is registered."""
    rows = re.findall(r"^\| `[a-z0-9-]+` \|.*$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert rows == [table_row(parser) for parser in TEXT_PARSERS]


@pytest.mark.parametrize("parser", TEXT_PARSERS, ids=by_name)
def test_hostile_runs_end_quickly(parser):
    """Twenty thousand characters of one kind cost a few milliseconds."""
    for run in ("(", '" ', "1", ", ", "A B. ", "- ", "\n", " x\n"):
        raw = run * (20_000 // len(run))
        article = parser().parse(Copy(raw))[0]
        parser().score(Copy(raw))
        assert sum(len(region.span) for region in article.regions) == len(raw)


def test_plain_prose_belongs_to_no_source():
    """Running text without any mark is read by the generic parser."""
    prose = "The harbour was quiet that morning. Two boats lay at the pier, and nobody spoke.\n\nLater it rained.\n"
    assert default_registry().best(Copy(prose)).name == "generic"


def test_a_mention_of_an_agency_is_no_mark():
    """A story that quotes an agency is not thereby the agency's copy."""
    raw = "Norland denies report\n\nNorland denied a report by the Xinhua news agency on Monday.\n\nTASS also had it.\n"
    assert default_registry().best(Copy(raw)).name == "generic"


@pytest.mark.parametrize(
    ("page", "agency"),
    [("korea-times", "Yonhap"), ("malay-mail", "Reuters"), ("japan-news", "AP"), ("france-24", "AFP")],
)
def test_pages_come_before_agencies(page, agency):
    """Agency copy on a page in a known template is read as the page's, its provider kept."""
    heads = {
        "korea-times": "Envoys to meet\n\nPosted : 2021-05-05 17:04\n\n",
        "malay-mail": "Envoys to meet\n\nWednesday, 12 Jun 2024 10:07 PM MYT\n\n",
        "japan-news": "Envoys to Meet\n\n21:00 JST, November 26, 2023\n\n",
        "france-24": "Envoys to meet\n\nIssued on: 22/09/2021 - 10:12\n\n",
    }
    raw = f"{heads[page]}OSLO ({agency}) - Two envoys of Norland will meet.\n\nThey will talk about fish. ({agency})\n"
    copy = Copy(raw)
    parser = default_registry().best(copy)
    assert parser.name == page
    article = parser.parse(copy)[0]
    assert article.provider == agency
    assert article.published.instant is not None
    assert article.regions_of(RegionKind.DATELINE)
