"""Each row of the layout table takes its example and leaves its counter-example."""

import re

import pytest
from hypothesis import given, strategies as st

from diplonews.lexicons.layout import LineForm, load_captions, load_line_forms, load_prefixes
from diplonews.model import RegionKind
from diplonews.wire.furniture import find_caption, find_prefix, furniture

ROWS = load_line_forms()
PLACES = {"": (True, False), "head": (True,), "tail": (False,)}
HOSTILE = ("(" * 50_000, '"' * 50_000, ", " * 25_000, "1" * 50_000, " " * 50_000 + "x", "A. " * 20_000, "- " * 25_000)


def names(form: LineForm) -> str:
    return form.id


class TestLineForms:
    def test_ids_are_unique(self):
        """No two rows share an id."""
        assert len({form.id for form in ROWS}) == len(ROWS)

    @pytest.mark.parametrize("form", ROWS, ids=names)
    def test_kind_is_known(self, form):
        """Each row names a region kind."""
        assert RegionKind[form.kind]

    @pytest.mark.parametrize("form", ROWS, ids=names)
    def test_takes_its_example(self, form):
        """The row's own pattern matches the whole of its example, and its needle is in it."""
        assert re.fullmatch(form.pattern, form.example)
        assert form.needle in form.example

    @pytest.mark.parametrize("form", ROWS, ids=names)
    def test_example_is_read_as_its_kind(self, form):
        """Among all rows the example gets the kind of its row, wherever the row applies."""
        for head in PLACES[form.where]:
            found = furniture().match(form.example, head=head)
            assert found is not None
            assert found[0] is RegionKind[form.kind]

    @pytest.mark.parametrize("form", ROWS, ids=names)
    def test_leaves_its_counter_example(self, form):
        """The row's pattern does not match the whole of its counter-example."""
        assert re.fullmatch(form.pattern, form.counter) is None

    @pytest.mark.parametrize("form", [form for form in ROWS if form.begins], ids=names)
    @given(data=st.data())
    def test_beginnings_are_listed(self, form, data):
        """Every line that the pattern matches begins with a listed character."""
        first = data.draw(st.from_regex(form.pattern, fullmatch=True))[0]
        assert ("0" if first.isdecimal() else " " if first.isspace() else first) in form.begins

    @pytest.mark.parametrize("form", ROWS, ids=names)
    def test_place_is_known(self, form):
        """`where` is one of three words."""
        assert form.where in PLACES


class TestPrefixes:
    @pytest.mark.parametrize("form", load_prefixes(), ids=names)
    def test_cuts_its_example_and_leaves_its_counter_example(self, form):
        """The mark is cut off the example, nothing off the counter-example."""
        assert 0 < find_prefix(form.example) < len(form.example)
        assert find_prefix(form.counter) == 0


class TestCaptions:
    @pytest.mark.parametrize("form", load_captions(), ids=names)
    def test_takes_its_example_and_leaves_its_counter_example(self, form):
        """The example is a caption by some row, the counter-example by none."""
        assert re.search(form.pattern, form.example)
        assert find_caption(form.example) is not None
        assert find_caption(form.counter) is None


@pytest.mark.parametrize("line", HOSTILE, ids=lambda line: repr(line[:3]))
@pytest.mark.parametrize("size", [150, 1_000, 1_200, 50_000])
def test_hostile_lines_end_quickly(line, size):
    """A long run of anything costs a few milliseconds."""
    furniture().match(line[:size], head=True)
    furniture().match(line[:size], head=False)
    find_caption(line[:size])
    find_prefix(line[:size])
