"""What two states did to each other, period by period."""

import logging
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

import diplonews as dn
from diplonews.story.periods import PERIODS

from .told import article

pytest.importorskip("pyarrow")

TEXTS = {
    "levy": "Oslo rebuked Riga over the levy on 5 May 2031.",
    "levy again": "On May 5, 2031, Norway rebuked Latvia over its levy.",
    "talks": "Norway and Latvia held talks on 7 July 2031.",
    "answer": "Riga rejected the criticism by Norway on 6 May 2031.",
    "plan": "Norway and Latvia will meet on 9 November 2031.",
    "others": "Chile accused Peru of spying on 5 May 2031.",
}


def on_file(name):
    """The analysis of one of the texts."""
    return article(name, TEXTS[name], "2031-10-01")


def series(*names, **options):
    """The series of Norway and Latvia in some of the texts."""
    return dn.dyad_series([on_file(name) for name in names], "NOR", "LVA", **options)


def column(table, name):
    """The cells of a column."""
    return [row[name] for row in table]


class TestPeriods:
    """Periods by number."""

    @given(st.dates(), st.sampled_from(sorted(PERIODS)))
    def test_a_day_is_in_its_period(self, day, by):
        """The first day of a period is the day after the last day of the one before."""
        period = PERIODS[by]
        number = period.number(day)
        assert period.first_day(number) <= day <= period.last_day(number)
        assert period.number(period.first_day(number)) == period.number(period.last_day(number)) == number

    @pytest.mark.parametrize(
        ("by", "label", "first", "last"),
        [
            ("day", "2031-05-05", date(2031, 5, 5), date(2031, 5, 5)),
            ("week", "2031-W19", date(2031, 5, 5), date(2031, 5, 11)),
            ("month", "2031-05", date(2031, 5, 1), date(2031, 5, 31)),
            ("quarter", "2031-Q2", date(2031, 4, 1), date(2031, 6, 30)),
            ("year", "2031", date(2031, 1, 1), date(2031, 12, 31)),
        ],
    )
    def test_labels(self, by, label, first, last):
        """How a period is written, and its first and last day."""
        row = next(iter(series("levy", by=by)))
        assert (row["period"], row["first_day"], row["last_day"]) == (label, first, last)


class TestCounts:
    """The content of a row."""

    def test_periods_without_events_are_rows(self):
        """From the first to the last period, none left out."""
        table = series("levy", "talks")
        assert column(table, "period") == ["2031-05", "2031-06", "2031-07"]
        assert column(table, "events") == [1, 0, 1]
        rebuke, talks = (on_file(name).events[0].score for name in ("levy", "talks"))
        assert column(table, "score_sum") == [rebuke, 0.0, talks]
        assert column(table, "score_mean") == [rebuke, None, talks]

    def test_directions(self):
        """What the one did to the other, the other to the one, and both together; talks are both."""
        table = series("levy", "answer", "talks", by="quarter")
        names = ["events", "sent_events", "received_events"]
        assert [[row[name] for name in names] for row in table] == [[2, 1, 1], [1, 1, 1]]
        turned = dn.dyad_series([on_file("levy")], "LVA", "NOR")
        assert column(turned, "received_events") == [1]

    def test_an_event_counts_once(self):
        """However many articles report it."""
        assert column(series("levy", "levy again"), "events") == [1]

    def test_quads(self):
        """Counts and scores of the quads add up."""
        for row in series("levy", "answer", "talks"):
            for prefix in ("", "sent_", "received_"):
                for measure in ("events", "score_sum"):
                    parts = [row[f"{prefix}{measure}_quad{quad}"] for quad in (1, 2, 3, 4)]
                    assert sum(parts) == row[f"{prefix}{measure}"]
        assert column(series("levy"), "events_quad3") == [1]

    def test_statuses(self):
        """Planned events count on request."""
        assert len(series("plan")) == 0
        assert column(series("plan", statuses=["PLANNED"]), "period") == ["2031-11"]

    def test_day_of_the_report(self):
        """An event may count on the day of its first report."""
        analyses = [article(0, TEXTS["levy"], "2031-06-02"), article(1, TEXTS["levy again"], "2031-07-02")]
        assert column(dn.dyad_series(analyses, "NOR", "LVA", dates="published"), "period") == ["2031-06"]

    @given(st.lists(st.sampled_from(sorted(TEXTS)), unique=True), st.sampled_from(sorted(PERIODS)))
    def test_all_events_are_counted(self, names, by):
        """Those in the rows and those without a day are all that there are, whatever the period is."""
        entries = dn.timeline([on_file(name) for name in names])
        codes = [({p.code for p in (*e.event.actors, *e.event.recipients)}, e.event.status) for e in entries]
        table = series(*names, by=by)
        assert sum(column(table, "events")) + table.undated == codes.count(({"NOR", "LVA"}, "ACTUAL"))
        days = [(row["first_day"], row["last_day"]) for row in table]
        assert all((after[0] - before[1]).days == 1 for before, after in pairwise(days))


class TestWithoutADay:
    """Events that are in no row."""

    @pytest.mark.parametrize("text", ["Oslo rebuked Riga.", "Oslo rebuked Riga in 2029."])
    def test_they_are_counted_apart(self, text, caplog):
        """What has no day, or only a year in a series of months, is counted apart, and the log says so."""
        with caplog.at_level(logging.WARNING, "diplonews"):
            table = dn.dyad_series([article(0, text)], "NOR", "LVA")
        assert (len(table), table.undated) == (0, 1)
        assert caplog.messages == [
            "events of NOR and LVA without a day, or only with a time longer than a month: 1 (in no row of the series)"
        ]
        assert repr(table) == "<DyadSeries NOR LVA by month: 0 events, 1 undated>"

    def test_a_year_is_a_year(self):
        """In a series of years, an event of a year has its row."""
        table = dn.dyad_series([article(0, "Oslo rebuked Riga in 2029.")], "NOR", "LVA", by="year")
        assert column(table, "period") == ["2029"]


def test_no_event_at_all(caplog):
    """A code that no event has gives an empty series, and the log says so."""
    with caplog.at_level(logging.WARNING, "diplonews"):
        assert len(dn.dyad_series([on_file("levy")], "NOR", "XXX")) == 0
    assert caplog.messages == ["no event of NOR and XXX is among the analyses"]


class TestLongTimes:
    """A series has a bounded number of rows."""

    TEXTS = ("Oslo rebuked Riga on 5 May 1850.", "Oslo rebuked Riga on 5 May 2031.")

    def analyses(self):
        """Two acts, two centuries apart."""
        return [article(number, text) for number, text in enumerate(self.TEXTS)]

    def test_too_many_periods(self):
        """More are an error that says how to have fewer."""
        with pytest.raises(ValueError, match="periods") as caught:
            dn.dyad_series(self.analyses(), "NOR", "LVA", by="day")
        assert str(caught.value) == (
            "from 1850-05-05 to 2031-05-05 there are 66,110 periods, and a series has at most 40,000: "
            "give since= (and until=), or a longer period than by='day'"
        )

    def test_bounds(self):
        """The caller may say from when to when; the rows reach from there to there."""
        table = dn.dyad_series(self.analyses(), "NOR", "LVA", by="day", since="2031-05-04", until=date(2031, 5, 6))
        assert column(table, "events") == [0, 1, 0]

    def test_bounds_inside_a_period(self):
        """A bound in the middle of a month leaves out the events of that month before it."""
        analyses = [
            article(0, "Oslo rebuked Riga on 5 May 2031."),
            article(1, "Oslo rebuked Riga on 20 May 2031.", "2031-05-21"),
        ]
        assert column(dn.dyad_series(analyses, "NOR", "LVA", since="2031-05-10"), "events") == [1]


class TestWays:
    """Ways into a series and out of it."""

    @pytest.mark.parametrize("names", [(), ("levy", "talks")])
    def test_libraries(self, names):
        """pandas, polars and Arrow have the columns of the codebook, also without a row."""
        table = series(*names)
        arrow = table.to_arrow()
        assert arrow.num_rows == len(table)
        for library, way in (("pandas", table.to_pandas), ("polars", table.to_polars)):
            pytest.importorskip(library)
            assert list(way().columns) == arrow.column_names

    def test_repr(self):
        """Parties, period, and how many events there are."""
        assert repr(series("levy", "talks")) == (
            "<DyadSeries NOR LVA by month: 2031-05 to 2031-07, 2 events, 0 undated>"
        )

    def test_read_once(self):
        """Any iterable will do."""
        assert column(dn.dyad_series(iter([article(0, TEXTS["levy"])]), "NOR", "LVA"), "events") == [1]

    @pytest.mark.parametrize(
        ("options", "kind", "message"),
        [
            ({"one": "NO"}, ValueError, "one must be the code of a party, three capital letters as 'KOR' (got 'NO')"),
            ({"other": 5}, TypeError, "other must be the code of a party, as 'KOR' (got int)"),
            ({"by": "hour"}, ValueError, "by must be one of day, week, month, quarter, year (got 'hour')"),
            ({"dates": "both"}, ValueError, "dates must be one of event, published (got 'both')"),
            ({"statuses": ["DONE"]}, ValueError, f"statuses are {', '.join(dn.EventStatus)} (got 'DONE')"),
        ],
    )  # fmt: skip
    def test_bad_arguments(self, options, kind, message):
        """They are named at once, with what was wanted."""
        with pytest.raises(kind) as caught:
            dn.dyad_series([], **{"one": "NOR", "other": "LVA", **options})
        assert str(caught.value) == message

    def test_until_before_since(self):
        """Nothing lies between."""
        with pytest.raises(ValueError, match="until must not be before since"):
            dn.dyad_series([], "NOR", "LVA", since="2031-05-05", until="2031-05-04")
