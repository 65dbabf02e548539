"""Pairing of quotation marks in one paragraph."""

from __future__ import annotations

import pytest
from hypothesis import example, given, strategies as st

from diplonews.syntax.marks import pair_marks

MARKS = st.text(alphabet="ab ,.\"'“”‘’„«»`\n", max_size=60)


class TestPairMarks:
    """`pair_marks`"""

    @given(MARKS)
    @example("'''")
    @example("“‘“‘")
    def test_any_text_gives_ordered_spans_inside_it(self, text):
        """Quotations come in order, lie in the paragraph and nest or are apart."""
        marks = pair_marks(text)
        spans = [quotation.span for quotation in marks.quotations]
        assert spans == sorted(spans, key=lambda span: (span.start, -span.end))
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        for one in spans:
            for other in spans:
                if one.overlaps(other):
                    assert one.contains(other) or other.contains(one)

    @given(st.text(alphabet="abc ,", min_size=1, max_size=30).map(str.strip).filter(bool))
    def test_a_marked_stretch_comes_back(self, words):
        """Words put between marks of any kind are the one quotation."""
        for opening, closing in (('"', '"'), ("“", "”"), ("„", "”"), ("«", "»"), ("''", "''"), ("``", "''")):
            text = f"So {opening}{words}{closing} then"
            if words[0].isalnum() and words[-1].isalnum():
                (quotation,) = pair_marks(text).quotations
                assert quotation.span.of(text) == f"{opening}{words}{closing}"

    @pytest.mark.parametrize(
        ("text", "quotations", "unpaired"),
        [
            ('He said "no" twice.', ['"no"'], 0),
            ("''We can't,'' she said.", ["''We can't,''"], 0),
            ("“She told me ‘go’ and went”", ["“She told me ‘go’ and went”", "‘go’"], 0),
            ("”Both marks close.” She left.", ["”Both marks close.”"], 0),
            ('"It never ended, she said.', ['"It never ended, she said.'], 1),
            ('It never began," he said.', ['It never began,"'], 1),
            ("A 6' board and a 12\" disc", [], 0),
            ("the ministers’ plan and the '90s", [], 0),
            ("“One “two” three”", ["“One “two” three”", "“two”"], 0),
            ("'''Out!' is what he told me,'' she said", ["'''Out!' is what he told me,''", "'Out!'"], 0),
            ("“Lost “again” here", ["“Lost “again” here", "“again”"], 1),
            ("He wrote “so“ and left", ["“so“"], 0),
            ('"First "second" x', ['"First ', '"second"'], 1),
        ],
    )
    def test_table(self, text, quotations, unpaired):
        """Each kind of mark, and each way of losing one."""
        marks = pair_marks(text)
        assert [quotation.span.of(text) for quotation in marks.quotations] == quotations
        assert len(marks.unpaired) == unpaired

    def test_what_is_lost_is_flagged(self):
        """A quotation without one of its marks says which is missing."""
        (never_closed,) = pair_marks("“Go on").quotations
        (never_opened,) = pair_marks("Go on.” Then").quotations
        assert (never_closed.opened, never_closed.closed) == (True, False)
        assert (never_opened.opened, never_opened.closed) == (False, True)

    @pytest.mark.slow
    @pytest.mark.parametrize("run", ['"', "'a ", "“", '" a', "‘a", "”", "“‘", "'''"])
    def test_a_long_run_is_read_in_linear_time(self, run):
        """A hundred thousand marks take seconds at most."""
        pair_marks(run * (300_000 // len(run)))
