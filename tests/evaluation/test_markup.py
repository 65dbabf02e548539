"""The inline markup: what is written reads back, and every fault is named with its line."""

from datetime import date

import pytest
from hypothesis import given, strategies as st

from diplonews.errors import ParseError
from diplonews.evaluation import GoldDate, GoldEvent, GoldQuote, GoldRegion
from diplonews.evaluation.markup import REGIONS, escape, read_markup
from diplonews.model import EventStatus, EventType, QuoteKind, RegionKind, Span

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\r="), max_size=12)
LABELS = st.sampled_from(REGIONS) | st.sampled_from(["=2024-03-05", "=P2D", "=?", "q", "c1", "s1", "e"])
NODES = st.recursive(
    st.lists(WORDS, max_size=3),
    lambda inner: st.lists(WORDS | st.tuples(LABELS, inner), max_size=4),
    max_leaves=12,
)


class Writer:
    """Writes nested nodes as markup, and knows what should be read."""

    def __init__(self, nodes):
        self.text, self.found, self.rows, self.count = "", [], [], 0
        self.markup = self.write(nodes)

    def write(self, nodes):
        return "".join(self.node(node) for node in nodes)

    def node(self, node):
        if isinstance(node, str):
            self.text += node
            return escape(node)
        label, inner = node
        if label in {"q", "e"}:
            self.count += 1
            label = f"{label}{self.count}"
            row = (
                f"{label} | direct | Han | KOR | -"
                if label[0] == "q"
                else f"{label} | AID | - | NOR > | actual | - | core | x"
            )
            self.rows.append(row)
        start, place = len(self.text), len(self.found)
        self.found.append(None)
        body = self.write(inner)
        self.found[place] = (label, Span(start, len(self.text)))
        return f"{{{label}|{body}}}"


class TestRoundTrip:
    @given(NODES)
    def test_what_is_written_reads_back(self, nodes):
        """Text, and spans of each label in the order in which the marks open."""
        writer = Writer(nodes)
        owned = (
            "{q1|}" if any(label in {"c1", "s1"} for label, _ in writer.found) and "{q1|" not in writer.markup else ""
        )
        rows = [*writer.rows, "q1 | direct | - | - | -"] if owned else writer.rows
        gold = read_markup(f"id: a\n===\n{writer.markup}{owned}\n===\n" + "\n".join(rows))
        assert gold.text == writer.text
        assert [(one.kind.name, one.span) for one in gold.regions] == [x for x in writer.found if x[0] in REGIONS]
        dates = [("=" + (one.value or "?"), one.span) for one in gold.dates]
        assert dates == [x for x in writer.found if x[0][0] == "="]
        for letter, items in (("q", gold.quotes), ("e", gold.events)):
            spans = {one.id: one.content if letter == "q" else one.trigger for one in items}
            wanted = {label: (span,) for label, span in writer.found if label[0] == letter}
            assert {label: spans[label] for label in wanted} == wanted

    @given(WORDS)
    def test_escape(self, words):
        """Any words of the copy itself can be in the text."""
        assert read_markup(f"id: a\n===\n{escape(words)}\n===\n").text == words


SOURCE = r"""id: envoy-levy
form: Yonhap copy
headline: Seoul summons envoy
published: 2024-03-06T09:10+09:00
anchor: 2024-03-05
===
{HEADLINE|Seoul {e1|summons} envoy}
{q1|"It has no basis\{,"} {s1|Han Seo-yeon} {c1|said} {=2024-03-05|Tuesday}. {q1|"None."}
===
# a comment
q1 | direct | Han Seo-yeon / Han | KOR | foreign minister | denied

e1 | ACCUSE / REJECT | disapprove | KOR, JPN = ISL | planned | 2024-03 | secondary historical | summons
"""


def test_a_file():
    """Every cell has its place."""
    gold = read_markup(SOURCE, raw=b"<x/>")
    assert (gold.id, gold.raw, gold.anchor) == ("envoy-levy", b"<x/>", date(2024, 3, 5))
    assert gold.fields == {"headline": "Seoul summons envoy", "published": "2024-03-06T09:10+09:00"}
    assert gold.text == 'Seoul summons envoy\n"It has no basis{," Han Seo-yeon said Tuesday. "None."'
    assert gold.regions == (GoldRegion(span=Span(0, 19), kind=RegionKind.HEADLINE),)
    assert gold.dates == (GoldDate(span=Span(58, 65), value="2024-03-05"),)
    assert gold.quotes == (
        GoldQuote(
            id="q1",
            kind=QuoteKind.DIRECT,
            name="Han Seo-yeon",
            aliases=("Han",),
            country="KOR",
            role="foreign minister",
            polarity="DENIED",
            content=(Span(20, 39), Span(67, 74)),
            cue=(Span(53, 57),),
            source=(Span(40, 52),),
        ),
    )
    assert gold.events == (
        GoldEvent(
            id="e1",
            types=(EventType.ACCUSE, EventType.REJECT),
            mode="disapprove",
            actors=("KOR", "JPN", "ISL"),
            symmetric=True,
            status=EventStatus.PLANNED,
            date="2024-03",
            core=False,
            historical=True,
            cluster="summons",
            trigger=(Span(6, 13),),
        ),
    )
    assert repr(gold) == "<GoldArticle 'envoy-levy' 1 dates, 1 quotes, 1 events>"


def test_no_name():
    """`-` before other forms: the article gives no name, and the forms are right too."""
    gold = read_markup("id: a\n===\n{q1|It rained}, officials said.\n===\nq1 | indirect | - / officials | - | -\n")
    assert (gold.quotes[0].name, gold.quotes[0].aliases, gold.quotes[0].polarity) == (None, ("officials",), "ASSERTED")


def test_hostile_runs_end():
    """Many marks, many of them nested, are read in one go."""
    gold = read_markup("id: a\n===\n" + "{=P1D|a}\n" * 20_000 + "{NOTE|" * 20_000 + "}" * 20_000 + "\n===\n")
    assert (len(gold.dates), len(gold.regions)) == (20_000, 20_000)


HEAD = "id: a\n===\n"
E1 = "x {e1|met}\n===\n"
FAULTS = [
    ("id: a\n===\nText.\n", 1, "expected head, text and table separated by lines of === (got 2 part(s))"),
    ("id: a\nagency: b\n===\n===\n", 2, "expected `key: value`, each key once; known keys: id, form, raw, headline"),
    ("id: a\nid: b\n===\n===\n", 2, "expected `key: value`, each key once"),
    ("form: a\n===\n===\n", 1, "the head has no id"),
    ("id: a\nanchor: March\n===\n===\n", 2, "anchor is not in ISO 8601: 'March'"),
    ("id: a\npublished: March\n===\n===\n", 2, "published is not in ISO 8601: 'March'"),
    (HEAD + "One\n{TITLE|Two}\n===\n", 4, "unknown region TITLE; known regions: BODY, BOILERPLATE"),
    (HEAD + "One\n\n{HEADLINE|Two\n{=2024|x}\n===\n", 5, "the mark HEADLINE is never closed"),
    (HEAD + "One\n}\n===\n", 4, r"outside a mark, write \{ \} \| \\"),
    (HEAD + "One\na | b\n===\n", 4, r"outside a mark, write"),
    (HEAD + "One\n\\n\n===\n", 4, r"outside a mark, write"),
    (HEAD + "One\n{x|y}\n===\n", 4, r"outside a mark, write"),
    (HEAD + E1 + "\ne2 | AID | - | NOR > | actual | - | core | x", 6, "e2 is not marked in the text, or has two rows"),
    (HEAD + E1 + "e1 | AID", 5, "the row cannot be read: 2 cells"),
    (HEAD + E1 + "e1 | HELP | - | NOR > | actual | - | core | x", 5, "the row cannot be read: 'HELP'"),
    (HEAD + E1 + "e1 | AID | - | NO > | actual | - | core | x", 5, "actors: 'NO' is not a code of three capitals"),
    (HEAD + E1 + "e1 | AID | - | NOR | actual | - | core | x", 5, "parties 'NOR'; expected `NOR > ISL`, `NOR >` or"),
    (HEAD + E1 + "e1 | AID | - | NOR > | done | - | core | x", 5, "the row cannot be read: 'DONE'"),
    (HEAD + E1 + "e1 | AID | - | NOR > | actual | May | core | x", 5, "date 'May' is not a day, a month, a year or"),
    (HEAD + E1 + "e1 | AID | - | NOR > | actual | 2024-13 | core | x", 5, "date '2024-13' is not a day"),
    (HEAD + E1 + "e1 | AID | - | NOR > | actual | - | main | x", 5, "the row cannot be read: 'main'"),
    (HEAD + "x\n{e1|met}\n===\n", 4, "e1 is marked in the text but not in the table"),
    (HEAD + "x\n{q1|No}\n===\nq1 | direct | - | - | - | maybe", 6, "polarity 'MAYBE'; known: ASSERTED, DENIED"),
    (HEAD + "x\n{q1|No}\n===\nq1 | loud | - | - | -", 6, "the row cannot be read: 'LOUD'"),
    (HEAD + "x\n{s2|Han}\n===\n", 4, "s2 belongs to no quotation of the table"),
]


@pytest.mark.parametrize(("source", "line", "message"), FAULTS)
def test_faults(source, line, message):
    """Each fault is an error that says what was wanted, with its line."""
    with pytest.raises(ParseError) as caught:
        read_markup(source)
    assert caught.value.line == line
    assert message in caught.value.message
    assert caught.value.format == "gold markup"
