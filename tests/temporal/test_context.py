"""What turns a weekday ahead, and what the text speaks of."""

from datetime import date

import pytest

from diplonews import extract_dates
from diplonews.temporal.context import Context, Memory
from diplonews.temporal.extract import find_expressions
from diplonews.temporal.lexing import tokenize
from diplonews.temporal.rules import default_grammar

WEDNESDAY = date(2010, 5, 5)
AHEAD, BACK = "2010-05-07", "2010-04-30"


def values(text, anchor=WEDNESDAY):
    return [found.value for found in extract_dates(text, anchor=anchor)]


class TestWeekdayAhead:
    """Friday, read on a Wednesday."""

    @pytest.mark.parametrize(
        "text",
        [
            "The port reopens on Friday.",
            "Polls open Friday.",
            "They arrive Friday for talks.",
            "The premier leaves for Lima on Friday.",
            "The ban takes effect Friday.",
            "The army may pull out on Friday.",
            "He must pay by Friday.",
            "Rain could reach the coast Friday.",
            "The vote will be held on Friday.",
            "The accord will be formally signed on Friday.",
            "The march planned for Friday was called off.",
            "Traders sold ahead of Friday.",
            "The fast begins starting Friday.",
            "Envoys to meet in Oslo on Friday",
            "Talks fail in Oslo\n\nEnvoys to meet again on Friday\n\nThe talks in Oslo failed.",
        ],
    )
    def test_ahead(self, text):
        """A present tense that expresses a plan, a modal, a participle after `be`, a headline's infinitive."""
        assert values(text)[0] == AHEAD

    @pytest.mark.parametrize(
        "text",
        [
            "The storm leaves thousands without power Friday",
            "The army may have pulled out on Friday.",
            "Smoke could be seen on Friday.",
            "He might not have known on Friday.",
            "Attempts to reach him on Friday failed.",
            "Minister forced to resign on Friday",
            "Envoys to the talks on Friday",
            "Envoys to meet the press, said on Friday",
            "An open letter on Friday.",
            "His open letter on Friday.",
            "Hopes to the contrary faded on Friday.",
            "all " * 24 + "to come to see us again at home on Friday",
            "The ruling was to have been published Friday.",
        ],
    )
    def test_back(self, text):
        """The same words where they express no plan."""
        assert values(text)[0] == BACK

    def test_caption(self):
        """Below a picture the present tense is the day it was taken."""
        tokens = tokenize("The premier arrives in Oslo on Friday.")
        for caption, value in ((False, AHEAD), (True, BACK)):
            context = Context(anchor=WEDNESDAY, caption=caption)
            assert [found.value for found in find_expressions(default_grammar(), tokens, context)] == [value]

    def test_cue_is_named(self):
        """The evidence shows the verb."""
        text = "The port reopens on Friday."
        assert [span.of(text) for span in extract_dates(text, anchor=WEDNESDAY)[0].evidence.spans] == ["reopens"]


class TestRanges:
    """Two weekdays."""

    @pytest.mark.parametrize("link", [" to ", " through ", "-", "–"])
    def test_second_follows_first(self, link):
        """The second day is the first such day after the first."""
        assert values(f"It ran from Monday{link}Friday.") == ["2010-05-03", "2010-05-07"]
        assert values(f"It will run from Monday{link}Friday.") == ["2010-05-10", "2010-05-14"]

    def test_between(self):
        """`and` is a range only after `between`."""
        assert values("Between Monday and Friday; on Monday and Friday.") == [
            "2010-05-03", "2010-05-07", "2010-05-03", "2010-04-30",
        ]  # fmt: skip

    def test_other_day_in_memory(self):
        """A weekday that was read as another day begins no range."""
        assert values("Monday, May 31-Friday") == ["2010-05-31", "2010-04-30"]


class TestMemory:
    """What later words count from."""

    @pytest.mark.parametrize(
        ("said", "near"),
        [
            ([], False),
            (["2010"], False),
            (["2010-05-03"], True),
            (["2010-05-03", "2010"], True),
            (["2010-05-03", "2003-03"], False),
            (["2003-03", "2010-05-03"], True),
        ],
    )
    def test_near(self, said, near):
        """A coarser date elsewhere makes an older day stale."""
        memory = Memory()
        for value in said:
            memory.note(value, WEDNESDAY)
        assert memory.near("D") is near

    def test_later(self):
        """`later` without a day to count from is a length of time; `earlier` counts from the anchor."""
        assert values("In 2008 he won; a month later he resigned.") == ["2008", "P1M"]
        assert values("The accord of 2005 was read; a day earlier they had met.") == ["2005", "2010-05-04"]
        assert values("He won on May 3, 2008; two days later he resigned.") == ["2008-05-03", "2008-05-05"]

    def test_weeks_and_years_before(self):
        """`the week before`, `the year after` count from what was said."""
        assert values("They met last week and the week before.") == ["2010-W17", "2010-W16"]
        assert values("It rained in 2003, and the year after.") == ["2003", "2004"]
        assert values("They had met the week before.") == []


class TestYearOfDay:
    """A month and day without a year."""

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("She took office on July 20.", "2009-07-20"),
            ("The bill will be paid July 20.", "2010-07-20"),
            ("The reduced rate applies July 20.", "2010-07-20"),
            ("The yet unspecified rate applies July 20.", "2010-07-20"),
            ("The talks are expected in July.", "2010-07"),
            ("The September 11 attacks changed that.", "2001-09-11"),
            ("The fair of September 11 was held.", "2009-09-11"),
        ],
    )
    def test_year(self, text, value):
        """After a past tense the one that is over; a participle is not."""
        assert values(text) == [value]

    def test_known_day(self):
        """`9/11` is that day, but not before it."""
        assert values("After 9/11 it changed.") == ["2001-09-11"]
        assert values("After 9/11 it changed.", date(1999, 5, 5)) == []
        assert values("The September 11 attacks.", date(1999, 5, 5)) == ["1998-09-11"]
        assert values("It won 9/11 of the votes, 8/11 of the seats, 9/11/2004.") == ["2004-09-11"]


class TestLimits:
    """`by`, `before`, `until` and `after` a month or day without a year, read in March."""

    MARCH = date(2021, 3, 10)
    AHEAD, BACK = ["2021-09"], ["2020-09"]

    @pytest.mark.parametrize(
        "text",
        [
            "Elections after September are unlikely.",
            "Nothing is planned beyond September.",
            "The troops leave by September.",
            "The troops leave by late September.",
            "They must pay by the end of September.",
            "No deal is likely before September.",
            "No deal is likely ahead of September.",
            "The loan is due no later than September.",
            "It runs until September.",
            "The company said it would be ready by September.",
            "He said the talks will resume after September.",
            "They agreed to leave before September.",
            "By September, the plant will open.",
            "The summit is in September.",
            "The deadline is September.",
        ],
    )
    def test_ahead(self, text):
        """A limit is not over, unless the sentence is in the past; nor is what is in a month."""
        assert values(text, self.MARCH) == self.AHEAD

    @pytest.mark.parametrize(
        "text",
        [
            "Prices rose after September.",
            "After September, nobody came.",
            "The pact was signed before September.",
            "By September, prices had doubled.",
            "The rate had not changed before September.",
            "The town is rebuilding after September floods.",
            "The town is rebuilding after September's floods.",
            "It has been closed since September.",
            "The figures are from September.",
            "The talks of September are over.",
        ],
    )
    def test_back(self, text):
        """A past tense means the month that is over, and so does an event of that month."""
        assert values(text, self.MARCH) == self.BACK

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("Sales after January are flat.", "2021-01"),
            ("He must pay by January.", "2022-01"),
            ("It is barred after Sept. 1.", "2021-09-01"),
            ("It was barred after Sept. 1.", "2020-09-01"),
            ("It must be gone by Feb. 20.", "2021-02-20"),
            ("The vote is on May 3.", "2021-05-03"),
        ],
    )
    def test_how_far(self, text, value):
        """A limit that has just passed is that one; `after` looks ahead past one that is long over."""
        assert values(text, self.MARCH) == [value]

    def test_weekday(self):
        """The same words turn a weekday ahead, but not an event of that day."""
        assert values("The vote is on Friday.") == [AHEAD]
        assert values("The loan is due no later than Friday.") == [AHEAD]
        assert values("It is in Friday's report.") == [BACK]


class TestNames:
    """Names that end in a word of time."""

    def test_names(self):
        """No date in a name; one in a headline."""
        assert values("He was on Larry King Now, on Russia Today, in the film High Noon.") == []
        assert values("Parliament Votes Today") == ["2010-05-05"]
        assert values("At high noon the current of opinion turned.") == []


class TestPartsOfAGame:
    """Quarters and halves."""

    def test_of_a_game(self):
        """Of the year they are the calendar's, of a game they are not; of another unit halves only."""
        assert values("the first half of the season, the second half of the year") == ["2010-H2"]
        assert values("the first quarter of the month, the first half of the decade") == ["2010-05", "201"]
        assert extract_dates("the first half of the month", anchor=WEDNESDAY)[0].mod == "START"


class TestWithinAMonth:
    """Weeks and days by their rank."""

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("the last day of April 2009", ["2009-04-30"]),
            ("the second week in June,", ["2010-W23"]),
            ("the 9th week of June", ["2010-06"]),
            ("the last man of June", ["2010-06"]),
            ("the last day of May be told", ["2010-05-31"]),
            ("Tuesday of last week", ["2010-04-27"]),
            ("Tuesday this month", ["2010-05-04", "2010-05"]),
            ("in the last year of his life", []),
            ("room 2012, No. 2010, Resolution 1929, but in 2009", ["2009"]),
        ],
    )
    def test_found(self, text, found):
        """The week that holds the day; figures that are a name are not a year."""
        assert values(text) == found
