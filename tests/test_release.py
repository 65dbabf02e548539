"""What may be exported: embargoes, and arguments that are not a stream of analyses."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, strategies as st

from diplonews import Analysis, Article
from diplonews.release import released

NOON = datetime(2021, 5, 5, 12, tzinfo=UTC)
SEOUL = timezone(timedelta(hours=9))


def analysis(embargo=None, id=""):
    return Analysis(id=id, article=Article(text="", format="text", embargo=embargo))


class TestReleased:
    @pytest.mark.parametrize(
        ("embargo", "passes"),
        [
            (None, True),
            (NOON, True),
            (NOON + timedelta(microseconds=1), False),
            (datetime(2021, 5, 5, 21, tzinfo=SEOUL), True),
            (datetime(2021, 5, 5, 22, tzinfo=SEOUL), False),
            (datetime(2021, 5, 5, 0), True),
            (datetime(2021, 5, 5, 1), False),
        ],
    )
    def test_an_embargo_holds_until_its_moment(self, embargo, passes):
        """The moment itself is free; one without a zone ends when it has ended everywhere."""
        assert len(list(released([analysis(embargo)], at=NOON))) == passes

    def test_the_clock_is_read_where_no_moment_is_given(self):
        """An embargo of long ago is over, one of the year 9999 is not."""
        old, new = analysis(datetime(2000, 1, 1, tzinfo=UTC)), analysis(datetime(9999, 1, 1, tzinfo=UTC))
        assert list(released([old, new])) == [old]

    @given(st.lists(st.integers(-2, 2)))
    def test_order_is_kept_and_what_is_held_back_is_counted(self, hours):
        """Those that pass are in their order; with `embargoed=True` all pass."""
        stream = [analysis(NOON + timedelta(hours=hour), id=str(number)) for number, hour in enumerate(hours)]
        assert list(released(stream, at=NOON)) == [a for a, hour in zip(stream, hours, strict=True) if hour <= 0]
        assert list(released(stream, at=NOON, embargoed=True)) == stream

    def test_the_number_held_back_is_logged(self, caplog):
        """One warning of the logger `diplonews` when the stream ends; none where nothing was held back."""
        stream = [analysis(NOON + timedelta(hours=hour)) for hour in (0, 1, 2)]
        list(released(stream[:1], at=NOON))
        assert caplog.record_tuples == []
        list(released(stream, at=NOON))
        assert caplog.record_tuples == [
            ("diplonews", 30, "articles under embargo left out: 2 (embargoed=True includes them)")
        ]

    def test_the_stream_is_read_lazily(self):
        """Nothing is taken before it is asked for."""
        taken = []
        stream = released(analysis(id=str(taken.append(number))) for number in range(3))
        assert taken == []
        next(stream)
        assert taken == [0]

    @pytest.mark.parametrize(
        ("given", "words"),
        [
            (analysis(), "one Analysis: pass [analysis]"),
            ("text", "str"),
            (b"text", "bytes"),
            (Article(text="", format="text"), "Article"),
            (None, "NoneType"),
        ],
    )
    def test_anything_but_a_stream_is_refused_at_once(self, given, words):
        """The message says what to pass."""
        with pytest.raises(TypeError) as caught:
            released(given)
        assert str(caught.value) == (
            f"analyses must be many Analysis objects, as analyze_many(articles) gives them (got {words})"
        )

    def test_an_item_that_is_not_an_analysis_is_refused(self):
        """The message has its number."""
        with pytest.raises(TypeError, match=r"\(got Article as item 1\)"):
            list(released([analysis(), Article(text="", format="text")]))

    def test_a_moment_needs_a_zone(self):
        """A naive `at` is refused."""
        with pytest.raises(ValueError, match="at must be an aware datetime"):
            released([], at=datetime(2021, 5, 5))
