"""Where gold text is in the text of the parsed article."""

from hypothesis import given, strategies as st

from diplonews.evaluation.align import LOST, locate, move
from diplonews.evaluation.markup import read_markup

LINE = st.lists(st.text("abc,.", min_size=1, max_size=4), min_size=1, max_size=4)


@given(
    st.lists(LINE, min_size=1, max_size=4), st.sampled_from([" ", "\n", "  \n", "\t"]), st.text("xyz \n", max_size=9)
)
def test_white_space_does_not_count(lines, gap, before):
    """Each word is found in its place, whatever white space is around it."""
    gold = read_markup(
        "id: a\n===\n" + "\n".join(" ".join(f"{{=P1D|{word}}}" for word in line) for line in lines) + "\n===\n"
    )
    text = before + gap.join(gap.join(line) for line in lines)
    moved = move(gold, text, locate(gold, text))
    assert [date.span.of(text) for date in moved.dates] == [word for line in lines for word in line]
    starts = [date.span.start for date in moved.dates]
    assert starts == sorted(starts)


SOURCE = """id: a
===
{HEADLINE|Talks}
{BYLINE|By Yonhap}
They {e1|met} {=P1D|daily}.
{q1|"No,"} {s1|Han} {c1|said}.
===
e1 | CONSULT | - | NOR = FIN | actual | - | core | talks
q1 | direct | - | - | -
"""


def test_move():
    """Blocks may be in another order; what is missing has no span."""
    gold = read_markup(SOURCE)
    text = 'They met daily.\n\nTalks and more\n\n"No," Han\nsaid.'
    places = locate(gold, text)
    moved = move(gold, text, places)
    assert moved.text == text
    assert [(region.kind.name, region.span.of(text)) for region in moved.regions] == [("HEADLINE", "Talks")]
    assert places[gold.text.index("By")] == LOST
    assert [one.span.of(text) for one in moved.dates] == ["daily"]
    assert moved.events[0].trigger[0].of(text) == "met"
    assert [span.of(text) for span in (moved.quotes[0].content[0], moved.quotes[0].source[0])] == ['"No,"', "Han"]


def test_lost():
    """An event or quotation in words that are not there is kept, without a span."""
    moved = move(read_markup(SOURCE), "x", locate(read_markup(SOURCE), "x"))
    assert (moved.dates, moved.events[0].trigger, moved.quotes[0].content) == ((), (), ())


def test_the_same_text():
    """Plain copy is its own place."""
    gold = read_markup(SOURCE)
    assert move(gold, gold.text, locate(gold, gold.text)) is gold


def test_hostile_lines_end():
    """Many lines that are alike, and none of them there."""
    gold = read_markup("id: a\n===\n" + "a b\n" * 3_000 + "\n===\n")
    assert set(locate(gold, "ab " * 3_000 + "c")) > {0}
    assert set(locate(gold, "x" * 9_000)) == {LOST}
