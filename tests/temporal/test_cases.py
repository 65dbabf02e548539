"""Sentences with their answers: spans, values, modifiers."""

# ruff: noqa: E501 -- one case a line is read best

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, strategies as st

from diplonews import extract_dates, parse_article, resolve_date
from diplonews.temporal.intervals import interval_of
from diplonews.testing.temporal import anchors

WEDNESDAY = date(2021, 2, 10)

FOUND = [
    # weekdays: the most recent one, today included; ahead after a cue; never today's own
    ("The two ministries spoke Monday.", [("Monday", "2021-02-08")]),
    ("The talks, held Wednesday, were frank.", [("Wednesday", "2021-02-10")]),
    ("The envoy will fly to Oslo on Friday.", [("Friday", "2021-02-12")]),
    ("She was scheduled to see the king Wednesday.", [("Wednesday", "2021-02-10")]),
    ("It had been scheduled to end Friday.", [("Friday", "2021-02-05")]),
    ("On Thursday, the delegates will vote.", [("Thursday", "2021-02-11")]),
    ("On Thursday, the delegates voted.", [("Thursday", "2021-02-04")]),
    ("Should the levy return on Friday, the port will close.", [("Friday", "2021-02-12")]),
    ("If the talks fail on Friday, the port closes.", [("Friday", "2021-02-12")]),
    ("They asked if it had failed on Friday.", [("Friday", "2021-02-05")]),
    ("Ties have been cool since Oslo imposed a levy on large trawlers in May.", [("May", "2020-05")]),
    ("Oslo will impose a levy on large trawlers in May.", [("May", "2021-05")]),
    ("The order took effect at midnight.", [("midnight", "2021-02-10T00:00")]),
    ("The order takes effect at midnight.", [("midnight", "2021-02-10T24:00")]),
    ("The truce was extended until Sunday.", [("Sunday", "2021-02-14")]),
    ("They said they would return to the table Friday.", [("Friday", "2021-02-12")]),
    ("They said they would abide by Friday's ruling.", [("Friday", "2021-02-05")]),
    ("He left last Wednesday.", [("last Wednesday", "2021-02-03")]),
    ("He leaves next Wednesday.", [("next Wednesday", "2021-02-17")]),
    ("He leaves this Friday.", [("this Friday", "2021-02-12")]),
    ("He left this past Friday.", [("this past Friday", "2021-02-05")]),
    ("They met Feb. 5 and again the following Monday.", [("Feb. 5", "2021-02-05"), ("the following Monday", "2021-02-08")]),
    ("They met Feb. 5, three days after the previous Monday.", [("Feb. 5", "2021-02-05"), ("three days", "P3D"), ("the previous Monday", "2021-02-01")]),
    ("They met on Feb. 5; that Friday it snowed.", [("Feb. 5", "2021-02-05"), ("that Friday", "2021-02-05")]),
    ("It starts a week from Friday.", [("a week from Friday", "2021-02-19")]),
    ("late Friday night", [("late Friday night", "2021-02-05TNI")]),
    # days of the year: the nearest; far ahead only with a cue, and far behind only without one
    ("The pact expires Nov. 22.", [("Nov. 22", "2021-11-22")]),
    ("The pact will expire Nov. 22.", [("Nov. 22", "2021-11-22")]),
    ("They will renew the pact of Oct. 3.", [("Oct. 3", "2020-10-03")]),
    ("The pact expired Nov. 22.", [("Nov. 22", "2020-11-22")]),
    ("The July-September period was better.", [("July", "2020-07"), ("September", "2020-09")]),
    ("The ferry lapses in October.", [("October", "2021-10")]),
    ("They met on the 5th.", [("the 5th", "2021-02-05")]),
    ("They met on the 25th and left.", [("the 25th", "2021-01-25")]),
    ("The envoy will stay until the 25th.", [("the 25th", "2021-02-25")]),
    ("The fee is due by the 5th.", [("the 5th", "2021-03-05")]),
    ("They live on the 15th floor.", []),
    ("They won the 15th.", []),
    ("They sail on the 3rd of next month.", [("the 3rd of next month", "2021-03-03")]),
    ("The law took effect Jan. 3.", [("Jan. 3", "2021-01-03")]),
    ("The summit opens March 12.", [("March 12", "2021-03-12")]),
    ("Figures for the year ended June 30 were better.", [("the year", "2020"), ("June 30", "2020-06-30")]),
    ("He was born on the fourth of July 1976.", [("the fourth of July 1976", "1976-07-04")]),
    ("They meet on Friday, March 12, 2021, in Riga.", [("Friday, March 12, 2021", "2021-03-12")]),
    ("It lasts from Oct. 23-25, 2019.", [("Oct. 23", "2019-10-23"), ("25, 2019", "2019-10-25")]),
    ("the week of March 8", [("the week of March 8", "2021-W10")]),
    ("signed 14/2/2021 and 2/14/21", [("14/2/2021", "2021-02-14"), ("2/14/21", "2021-02-14")]),
    ("last Oct. 23 and next Oct. 23", [("last Oct. 23", "2020-10-23"), ("next Oct. 23", "2021-10-23")]),
    ("on March twenty-third and May first", [("March twenty-third", "2021-03-23"), ("May first", "2021-05-01")]),
    ("in May 2100, Oct. 25-23", [("May 2100", "2100-05"), ("Oct. 25", "2020-10-25")]),
    ("the week of quiet, version 3/45/21", [("the week", "2021-W06")]),
    ("from Jan. 4 to Feb. 3", [("Jan. 4", "2021-01-04"), ("Feb. 3", "2021-02-03")]),
    ("between April 1 and Sept. 18 they met", [("April 1", "2020-04-01"), ("Sept. 18", "2020-09-18")]),
    ("from Nov. 3 to Feb. 5, 2019", [("Nov. 3", "2018-11-03"), ("Feb. 5, 2019", "2019-02-05")]),
    ("between April and June 2012, from November to February 2010", [("April", "2012-04"), ("June 2012", "2012-06"), ("November", "2009-11"), ("February 2010", "2010-02")]),
    ("They met Jan. 4 and Feb. 30, from May 1 to Feb. 30", [("Jan. 4", "2021-01-04"), ("Feb. 30", None), ("May 1", "2021-05-01"), ("Feb. 30", None)]),
    ("In an August speech he spoke.", [("August", "2020-08")]),
    ("from 10 to 12 March 2010, 10-12 March, 12-10 March", [("10", "2010-03-10"), ("12 March 2010", "2010-03-12"), ("10", "2021-03-10"), ("12 March", "2021-03-12"), ("10 March", "2021-03-10")]),
    ("March-April 2010", [("March", "2010-03"), ("April 2010", "2010-04")]),
    # months
    ("She took office in January.", [("January", "2021-01")]),
    ("In July, the bank sold its stake.", [("July", "2020-07")]),
    ("In April, the bank sold its stake.", [("April", "2020-04")]),
    ("The bank will open in June.", [("June", "2021-06")]),
    ("last March and next March", [("last March", "2020-03"), ("next March", "2021-03")]),
    ("this March", [("this March", "2021-03")]),
    ("in March last year and May of next year", [("March last year", "2020-03"), ("May of next year", "2022-05")]),
    ("in late September 2019", [("late September 2019", "2019-09")]),
    ("since mid-October", [("mid-October", "2020-10")]),
    ("In 1998 they split. By May of that year it was over.", [("1998", "1998"), ("May of that year", "1998-05")]),
    ("May nineteen ninety-six", [("May nineteen ninety-six", "1996-05")]),
    # units by distance
    ("late last year", [("late last year", "2020")]),
    ("earlier this week", [("earlier this week", "2021-W06")]),
    ("over the weekend", [("the weekend", "2021-W06-WE")]),
    ("last weekend, this past weekend", [("last weekend", "2021-W05-WE"), ("this past weekend", "2021-W05-WE")]),
    ("last summer and next summer", [("last summer", "2020-SU"), ("next summer", "2021-SU")]),
    ("this winter", [("this winter", "2020-WI")]),
    ("the winter of 1994", [("the winter of 1994", "1994-WI")]),
    ("nearly two years ago", [("nearly two years ago", "2019")]),
    ("three weeks ago", [("three weeks ago", "2021-W03")]),
    ("two to three months ago", [("two to three months ago", "2020-12")]),
    ("a decade ago", [("a decade ago", "2011")]),
    ("half a century ago, half a day ago", [("half a century ago", "1971"), ("half a day ago", None)]),
    ("several years ago and years ago", [("several years ago", "PAST_REF"), ("years ago", "PAST_REF")]),
    ("It sank in May 2010. Two years later it was raised.", [("May 2010", "2010-05"), ("Two years later", "2012")]),
    ("It sank on May 4, 2010. Two days earlier it had rained; a few days later too.", [("May 4, 2010", "2010-05-04"), ("Two days earlier", "2010-05-02"), ("a few days later", "PXD")]),
    ("It sank on May 4, 2010. The next day divers came. That same day it rained.", [("May 4, 2010", "2010-05-04"), ("The next day", "2010-05-05"), ("That same day", "2010-05-05")]),
    ("It sank on May 4, 2010. The day before, it had rained.", [("May 4, 2010", "2010-05-04"), ("The day before", "2010-05-03")]),
    ("It sank in 2010. The following year it was raised, and again in the same year.", [("2010", "2010"), ("The following year", "2011"), ("the same year", "2011")]),
    ("an hour later", [("an hour later", "PT1H")]),
    ("later in the day", [("later in the day", "2021-02-10")]),
    # a day to come is not the one on which something was done later
    ("Talks resume on Friday. Later in the day, Oslo paid", [("Friday", "2021-02-12"), ("Later in the day", "2021-02-10")]),
    ("on Monday, and later in the day", [("Monday", "2021-02-08"), ("later in the day", "2021-02-08")]),
    ("by year-end", [("year-end", "2021")]),
    ("the past year, the past week, the past decade", [("the past year", "2020"), ("the past week", "P1W"), ("the past decade", "P10Y")]),
    ("the last minute, the past hour, the next hour", []),
    ("that night and the following morning", [("that night", "2021-02-10TNI"), ("the following morning", "2021-02-11TMO")]),
    ("in the spring and over the summer", [("the spring", "2021-SP"), ("the summer", "2021-SU")]),
    ("this summer", [("this summer", "2021-SU")]),
    ("by year's end, the decade's start, the day's end", [("year's end", "2021"), ("the decade's start", "202")]),
    ("In the week of May 4, 2015, they met; the previous Friday they had not.", [("the week of May 4, 2015", "2015-W19"), ("the previous Friday", "2015-05-01")]),
    ("by spring next year, in the late summer of last year", [("spring next year", "2022-SP"), ("the late summer of last year", "2020-SU")]),
    ("The accord of 2019 was broken Tuesday, a day earlier, and a month earlier.", [("2019", "2019"), ("Tuesday", "2021-02-09"), ("a day earlier", "2021-02-08"), ("a month earlier", "2021-01")]),
    ("The accord of 2019 was broken a day earlier.", [("2019", "2019"), ("a day earlier", "2021-02-09")]),
    ("It sank in 2010. In the following month it snowed.", [("2010", "2010"), ("the following month", "2021-03")]),
    ("two weeks from now, a year from today, a few days from now", [("two weeks from now", "2021-W08"), ("a year from today", "2022"), ("a few days from now", "FUTURE_REF")]),
    # quarters and reports
    ("profit for the third quarter", [("the third quarter", "2020-Q3")]),
    ("a third-quarter loss", [("third-quarter", "2020-Q3")]),
    ("It will open in the third quarter.", [("the third quarter", "2021-Q3")]),
    ("the second half of next year", [("the second half of next year", "2022-H2")]),
    ("the last half of the year", [("the last half of the year", "2021-H2")]),
    ("this year's first quarter", [("this year's first quarter", "2021-Q1")]),
    ("the latest quarter, this quarter, next quarter", [("the latest quarter", "2020-Q4"), ("this quarter", "2021-Q1"), ("next quarter", "2021-Q2")]),
    ("In the third quarter it lost $2 million, against $1 million a year earlier.", [("the third quarter", "2020-Q3"), ("a year earlier", "2019-Q3")]),
    ("In the third quarter it lost $2 million. The year-ago quarter was better.", [("the third quarter", "2020-Q3"), ("The year-ago quarter", "2019-Q3")]),
    ("In the third quarter it lost $2 million. In the nine months it lost $5 million, against $4 million a year earlier.", [("the third quarter", "2020-Q3"), ("the nine months", "P9M"), ("a year earlier", "2019")]),
    ("In the third quarter it lost; in the same quarter last year it won.", [("the third quarter", "2020-Q3"), ("the same quarter last year", "2019-Q3")]),
    ("sales for the quarter ended Oct. 31", [("the quarter", "2020-Q3"), ("Oct. 31", "2020-10-31")]),
    ("the 2018 quarter", [("the 2018 quarter", "2018-Q4")]),
    ("the preceding quarter", [("the preceding quarter", "2020-Q3")]),
    ("year-earlier figures", [("year-earlier", "2020")]),
    ("the first quarter", [("the first quarter", "2021-Q1")]),
    ("the fifth quarter, the fourth half", []),
    ("the last quarter, the coming quarter", [("the last quarter", "2020-Q4"), ("the coming quarter", "2021-Q2")]),
    ("the year-ago third quarter", [("the year-ago third quarter", "2019-Q3")]),
    ("the month-ago period", []),
    ("In the third quarter it lost; the year-earlier loss was less.", [("the third quarter", "2020-Q3"), ("year-earlier", "2019-Q3")]),
    ("the second half of 2019", [("the second half of 2019", "2019-H2")]),
    ("The plant closes in the fourth quarter.", [("the fourth quarter", "2020-Q4")]),
    ("the final quarter of 1986, the 1st quarter, the 7th quarter", [("the final quarter of 1986", "1986-Q4"), ("the 1st quarter", "2021-Q1")]),
    # years, decades, centuries
    ("from 1910 to 1945", [("1910", "1910"), ("1945", "1945")]),
    ("the class of 1957-58", [("1957", "1957"), ("58", "1958")]),
    ("fiscal 2020 and the fiscal year 2019", [("fiscal 2020", "2020"), ("the fiscal year 2019", "2019")]),
    ("in '98", [("'98", "1998")]),
    ("in the late 1980s, the '60s and the early nineties", [("the late 1980s", "198"), ("the '60s", "196"), ("the early nineties", "199")]),
    ("in the 19th century and the twentieth century", [("the 19th century", "18"), ("the twentieth century", "19")]),
    ("this century", [("this century", "20")]),
    ("nineteen eighty-four", [("nineteen eighty-four", "1984")]),
    ("the year two thousand", [("the year two thousand", "2000")]),
    ("2024 or later", [("2024 or later", "2024")]),
    ("post-1990 Europe", [("post-1990", "1990")]),
    ("in 1648", [("1648", "1648")]),
    ("in 2021-35 or 1957-1958", [("2021", "2021"), ("35", "2035"), ("1957", "1957"), ("1958", "1958")]),
    ("nineteen five, fifty nineteen", []),
    ("year two hundred", []),
    ("the year two hundred", [("the year", "2021")]),
    ("since 0000", []),
    ("the crash of '29, the games of '24", [("'29", "2029"), ("'24", "2024")]),
    ("Sales 1,558,951 years, Nov 1230 bid, 13 Jul 1261", []),
    ("over the week-end", [("the week-end", "2021-W06-WE")]),
    ("the first half of the 20th century, the second half of the 1980s", [("the first half of the 20th century", "19"), ("the second half of the 1980s", "198")]),
    ("Q3 2010, 2Q, Q7 and FY2010", [("Q3 2010", "2010-Q3"), ("2Q", "2021-Q2"), ("FY2010", "2010")]),
    ("the last quarter of 2009", [("the last quarter of 2009", "2009-Q4")]),
    ("in the 70s, those years", [("the 70s", "197")]),
    # durations
    ("for more than a year", [("more than a year", "P1Y")]),
    ("no more than sixty days", [("no more than sixty days", "P60D")]),
    ("about an hour", [("an hour", "PT1H")]),
    ("two and a half years, 2 1/2 hours, a year and a half", [("two and a half years", "P2Y6M"), ("2 1/2 hours", "PT2H30M"), ("a year and a half", "P1Y6M")]),
    ("a 30-second pause and a two-year plan", [("30-second", "PT30S"), ("two-year", "P2Y")]),
    ("the past three months, the first 100 days", [("the past three months", "P3M"), ("the first 100 days", "P100D")]),
    ("weeks or months of talks", [("weeks or months", "PXW")]),
    ("for decades; in the weeks before the vote; the months ahead", [("decades", "PXY"), ("weeks", "PXW"), ("the months ahead", "PXM")]),
    ("a monthslong review, a yearlong one, a decades-long feud", [("monthslong", "PXM"), ("yearlong", "P1Y"), ("decades-long", "PXY")]),
    ("two centuries, three fortnights, four decades", [("two centuries", "P200Y"), ("three fortnights", "P6W"), ("four decades", "P40Y")]),
    ("twenty-four hours", [("twenty-four hours", "PT24H")]),
    ("hundreds of years", [("hundreds of years", "PXY")]),
    ("It happened within one day. One day it will return.", [("one day", "P1D")]),
    ("They hope to meet again and will one day agree.", [("one day", "FUTURE_REF")]),
    ("three and a third", []),
    ("1.5 years and 2.25 years", [("1.5 years", "P1Y6M"), ("2.25 years", "P2Y3M")]),
    ("0.1 years", [("0.1 years", "P0.1Y")]),
    ("for centuries", [("centuries", "PXC")]),
    ("a quarter, thirty second", []),
    ("four quarters, five quarter-hours", [("four quarters", "P4Q")]),
    ("two thousand years, one hundred and ten days", [("two thousand years", "P2000Y"), ("one hundred and ten days", "P110D")]),
    ("the early hours, the first hours", [("the first hours", "PTXH")]),
    ("talks to last two days", [("two days", "P2D")]),
    ("two-and-a-half years, the past two-and-a-half months", [("two-and-a-half years", "P2Y6M"), ("the past two-and-a-half months", "P2M2W")]),
    ("days later, minutes later, 0900 hours", [("days later", "PXD"), ("minutes later", "PTXM"), ("0900 hours", "2021-02-10T09:00")]),
    # sets
    ("every Tuesday, each month, every two weeks", [("every Tuesday", "XXXX-WXX-2"), ("each month", "P1M"), ("every two weeks", "P2W")]),
    ("daily flights on Mondays and Saturday nights", [("daily", "P1D"), ("Mondays", "XXXX-WXX-1"), ("Saturday nights", "XXXX-WXX-6TNI")]),
    ("every March, every morning, each summer", [("every March", "XXXX-03"), ("every morning", "XXXX-XX-XXTMO"), ("each summer", "XXXX-SU")]),
    ("twice a week, three times a year", [("twice a week", "P1W"), ("three times a year", "P1Y")]),
    ("$5 million a year", [("a year", "P1Y")]),
    # references without a date
    ("right now, currently, recently, soon", [("right now", "PRESENT_REF"), ("currently", "PRESENT_REF"), ("recently", "PAST_REF"), ("soon", "FUTURE_REF")]),
    ("in the past, in the near future, these days", [("the past", "PAST_REF"), ("the near future", "FUTURE_REF"), ("these days", "PRESENT_REF")]),
    ("the current row, the current year, a cross-current", [("current", "PRESENT_REF"), ("the current year", "2021")]),
    # the clock
    ("at 9 a.m. EST Tuesday", [("9 a.m. EST Tuesday", "2021-02-09T09:00")]),
    ("at 10:35 p.m. on the pier", [("10:35 p.m.", "2021-02-10T22:35")]),
    ("at 9:20 a.m. (0620 GMT) Friday", [("9:20 a.m.", "2021-02-05T09:20"), ("0620 GMT", "2021-02-05T06:20Z"), ("Friday", "2021-02-05")]),
    ("at noon Feb. 18", [("noon Feb. 18", "2021-02-18T12:00")]),
    ("9 o'clock tomorrow", [("9 o'clock tomorrow", "2021-02-11T09:00")]),
    ("at 4 in the morning, eight in the evening", [("4 in the morning", "2021-02-10T04:00"), ("eight in the evening", "2021-02-10T20:00")]),
    ("last night, this morning, tonight, yesterday afternoon", [("last night", "2021-02-09TNI"), ("this morning", "2021-02-10TMO"), ("tonight", "2021-02-10TNI"), ("yesterday afternoon", "2021-02-09TAF")]),
    ("by mid-afternoon yesterday", [("mid-afternoon yesterday", "2021-02-09TAF")]),
    ("at 18:30:15 GMT", [("18:30:15 GMT", "2021-02-10T18:30:15Z")]),
    ("at 16:00 UTC and 0900Z", [("16:00 UTC", "2021-02-10T16:00Z"), ("0900Z", "2021-02-10T09:00Z")]),
    ("at 19:00 (UTC+8) on Monday", [("19:00", "2021-02-08T19:00+08:00"), ("Monday", "2021-02-08")]),
    ("at 19:00 UTC +8 Monday", [("19:00 UTC +8 Monday", "2021-02-08T19:00+08:00")]),
    ("9 a.m. GMT-5, noon GMT, 19:00 +0545", [("9 a.m. GMT-5", "2021-02-10T09:00-05:00"), ("noon GMT", "2021-02-10T12:00Z"), ("19:00 +0545", "2021-02-10T19:00+05:45")]),
    ("16:00 (GMT) and 5 p.m. (BST)", [("16:00", "2021-02-10T16:00Z"), ("5 p.m.", "2021-02-10T17:00")]),
    ("9 a.m. GMT-10 a.m.", [("9 a.m. GMT", "2021-02-10T09:00Z"), ("10 a.m.", "2021-02-10T10:00")]),
    ("16:00 GMT-17:30 GMT", [("16:00 GMT", "2021-02-10T16:00Z"), ("17:30 GMT", "2021-02-10T17:30Z")]),
    ("16:00 GMT - 8 men", [("16:00 GMT", "2021-02-10T16:00Z")]),
    ("at 16:00 UTC+20, 7:30 EST+2", [("16:00 UTC", "2021-02-10T16:00Z"), ("7:30 EST", "2021-02-10T07:30")]),
    ("9 a.m. (UTC+20)", [("9 a.m.", "2021-02-10T09:00")]),
    ("at 16:00 Z-day", [("16:00", "2021-02-10T16:00")]),
    ("2021-05-05T16:00:30+09:00", [("2021-05-05T16:00:30+09:00", "2021-05-05T16:00:30+09:00")]),
    ("2021-05-05T16:00-03:30", [("2021-05-05T16:00-03:30", "2021-05-05T16:00-03:30")]),
    ("2021-05-05, 16:00 UTC", [("2021-05-05, 16:00 UTC", "2021-05-05T16:00Z")]),
    ("2021-05-05 08:00-09:00", [("2021-05-05 08:00", "2021-05-05T08:00")]),
    ("2021-05-05 T 16:00", [("2021-05-05", "2021-05-05")]),
    ("the day after tomorrow", [("the day after tomorrow", "2021-02-12")]),
    ("the day before yesterday", [("the day before yesterday", "2021-02-08")]),
    ("at 13 p.m., 14 in the morning", []),
    ("by mid-afternoon, mid-morning", [("mid-afternoon", "2021-02-10TAF"), ("mid-morning", "2021-02-10TMO")]),
    ("many times a week", [("many times a week", "P1W")]),
    ("at three o'clock in the morning", [("three o'clock in the morning", "2021-02-10T03:00")]),
    ("hours after the vote, two hours of talk for hours", [("hours", "PTXH"), ("two hours", "PT2H")]),
    ("at approximately 14:30 local time", [("14:30 local time", "2021-02-10T14:30")]),
    # feasts
    ("on Christmas Eve and Easter Monday", [("Christmas Eve", "2020-12-24"), ("Easter Monday", "2021-04-05")]),
    ("last Thanksgiving, next Christmas, this Labor Day", [("last Thanksgiving", "2020-11-26"), ("next Christmas", "2021-12-25"), ("this Labor Day", "2021-09-06")]),
    ("on Election Day 2020", [("Election Day 2020", "2020-11-03")]),
    # other languages
    ("le 12 février 2021", [("12 février 2021", "2021-02-12")]),
    ("2021년 3월 4일", [("2021년 3월 4일", "2021-03-04")]),
    # quotations
    ('"We will sign today," the envoy said Monday.', [("today", "2021-02-08"), ("Monday", "2021-02-08")]),
    ('The envoy said Monday: "We will sign tomorrow."', [("Monday", "2021-02-08"), ("tomorrow", "2021-02-09")]),
    ('"We will sign today," the envoy said.', [("today", "2021-02-10")]),
    ("The envoy said Monday it was over. He signs today.", [("Monday", "2021-02-08"), ("today", "2021-02-10")]),
]  # fmt: skip

NOT_FOUND = [
    "You may march, and they may fall second.",
    "Theresa May spoke to Mr. May.",
    "May I go? March on!",
    "The sun set; he sat and wed.",
    "A 24-year-old man, aged 31, and his son, 6 years old, a girl of 9 years of age.",
    "They won 3-2 in a half-hearted match.",
    "The G-7, Article 5, Apollo 11 and COVID-19.",
    "Call 555-1998 or +1 202 555 0142.",
    "She won in 2:05, +1:20 on the leader, or 3:45 +0:30.",
    "Route 0900 Z and its men (UTC)",
    "It cost $1998, or 1998 percent, of 1998 dollars.",
    "It was once so, and then already still previously former.",
    "Foreign Minister Jan Novak and Yoon Soon-gu met in the annual review.",
    "The long-term, short-term and quarterly plans.",
    "the China Daily and the Daily Star",
    "three-quarters of the food",
    "Orders for 5 May flowers were lost in the spring-loaded box.".replace("5 May flowers", "flowers"),
    'He spoke on "This Week" about it.',
    "future-oriented ties, as soon as possible",
    "a second opinion and one second-rate quarterback",
    "at 12:75 or 25:00, a 2:30 ratio",
    "the '60 Minutes' crew",
    "It said: '27 companies failed.",
    "USA Today wrote so, and CBS This Morning",
    "on Easter Island",
]


class TestCases:
    """`extract_dates` on sentences of the forms that news prints."""

    @pytest.mark.parametrize(("text", "expected"), FOUND, ids=[text for text, _ in FOUND])
    def test_found(self, text, expected):
        """Spans and values are these, and no others."""
        assert [(found.text, found.value) for found in extract_dates(text, anchor=WEDNESDAY)] == expected

    @pytest.mark.parametrize("text", NOT_FOUND)
    def test_not_found(self, text):
        """No expression of time."""
        assert extract_dates(text, anchor=WEDNESDAY) == ()

    @pytest.mark.parametrize(
        ("text", "mod"),
        [
            ("early 1998", "START"),
            ("mid-2019", "MID"),
            ("late last year", "END"),
            ("the end of May 2019", "END"),
            ("later this month", "END"),
            ("sometime next year", "APPROX"),
            ("more than a year", "MORE_THAN"),
            ("less than two weeks", "LESS_THAN"),
            ("nearly two years ago", "LESS_THAN"),
            ("at least 30 days", "EQUAL_OR_MORE"),
            ("up to three months", "EQUAL_OR_LESS"),
            ("no less than six weeks", "EQUAL_OR_MORE"),
            ("a week or so", "APPROX"),
            ("the next year or so", "APPROX"),
            ("post-1990", "AFTER"),
            ("1990 or earlier", "ON_OR_BEFORE"),
            ("Friday", None),
        ],
    )
    def test_modifier(self, text, mod):
        """Modifiers inside the span."""
        assert resolve_date(text, anchor=WEDNESDAY).mod == mod

    @pytest.mark.parametrize(
        ("text", "mod"),
        [("about an hour", "APPROX"), ("over a week", "MORE_THAN"), ("within a month", "EQUAL_OR_LESS")],
    )
    def test_modifier_outside(self, text, mod):
        """A modifier outside the span is its cue."""
        (found,) = extract_dates(f"It took {text}.", anchor=WEDNESDAY)
        assert (found.mod, found.evidence.spans[0].of(f"It took {text}.")) == (mod, text.split()[0])

    @pytest.mark.parametrize(
        ("text", "quant", "freq"),
        [
            ("every Tuesday", "EVERY", None),
            ("each month", "EACH", None),
            ("twice a week", None, "2X"),
            ("three times a year", None, "3X"),
        ],
    )
    def test_sets(self, text, quant, freq):
        """How often."""
        found = resolve_date(text, anchor=WEDNESDAY)
        assert (found.quant, found.freq) == (quant, freq)

    @pytest.mark.parametrize(
        ("text", "reason"),
        [
            ("Feb. 30", "no such day: month 2, day 30"),
            ("Feb. 29, 2021", "no such day: 2021-02-29"),
            ("2021-13-01", "no such day: 2021-13-01"),
            ("10,000 years ago", "outside the calendar"),
            ("the 0th century", "outside the calendar"),
            ("45 mars 2021", "no such day: 2021-03-45"),
            ("half a day ago", "a fraction of a unit"),
        ],
    )
    def test_no_value(self, text, reason):
        """What cannot be resolved is found, and says why."""
        (found,) = [found for found in extract_dates(text, anchor=WEDNESDAY) if found.value is None]
        assert (found.value, found.interval, found.reason) == (None, None, reason)

    @pytest.mark.parametrize(
        "text",
        [
            "Friday",
            "last week",
            "Feb. 18",
            "today",
            "March",
            "two years ago",
            "noon",
            "the third quarter",
            "next summer",
            "'98",
            "2/14/21",
        ],
    )
    def test_no_anchor(self, text):
        """Without an anchor a relative expression has no value."""
        (found,) = extract_dates(f"in {text}")
        assert (found.text, found.value, found.reason) == (text, None, "no anchor")


class TestZones:
    """Zones of the clock."""

    ANCHOR = datetime(2021, 5, 5, 20, 0, tzinfo=ZoneInfo("Europe/London"))

    def test_place_in_brackets(self):
        """`(Seoul time)` moves the anchor to the day it is there."""
        text = "It was signed today (Seoul time)."
        (found,) = extract_dates(text, anchor=self.ANCHOR)
        assert (found.text, found.value, found.evidence.detail) == ("today", "2021-05-06", "zone Asia/Seoul")
        assert found.evidence.spans[0].of(text) == "Seoul time"

    def test_place_without_instant(self):
        """A bare day as anchor stays what it is."""
        assert extract_dates("today (Seoul time)", anchor=date(2021, 5, 5))[0].value == "2021-05-05"

    def test_unknown_place(self):
        """A place without a known zone changes nothing."""
        assert extract_dates("today (Atlantis time)", anchor=self.ANCHOR)[0].evidence.detail is None
        assert len(extract_dates("today for a long time", anchor=self.ANCHOR)) == 1

    def test_clock(self):
        """The zone of a clock reading: named, then the anchor's, then none."""
        named, _, own = extract_dates("9 a.m. New York time today or noon", anchor=self.ANCHOR)
        assert named.interval.start.isoformat() == "2021-05-05T09:00:00-04:00"
        assert own.interval.start.isoformat() == "2021-05-05T12:00:00+01:00"
        assert extract_dates("noon", anchor=date(2021, 5, 5))[0].interval is None
        offset = extract_dates("at 9:30 EDT", anchor=self.ANCHOR)[0]
        assert offset.interval.start.isoformat() == "2021-05-05T09:30:00-04:00"

    @pytest.mark.parametrize(
        ("letters", "zone", "start"),
        [
            ("EST", "America/New_York", "2021-05-05T09:00:00-05:00"),
            ("IST", "Asia/Jerusalem", "2021-05-05T09:00:00+02:00"),
            ("IST", "Asia/Kolkata", "2021-05-05T09:00:00+05:30"),
            ("PST", "Asia/Manila", "2021-05-05T09:00:00+08:00"),
            ("CST", "Asia/Shanghai", "2021-05-05T09:00:00+08:00"),
            ("EST", "Europe/London", None),
            ("IST", None, None),
        ],
    )
    def test_letters_of_several_zones(self, letters, zone, start):
        """Letters of several zones are read by the clock's own place; otherwise there is no instant, with a reason."""
        anchor = date(2021, 5, 5) if zone is None else datetime(2021, 5, 5, 8, tzinfo=ZoneInfo(zone))
        (found,) = extract_dates(f"at 9 a.m. {letters}", anchor=anchor)
        assert found.value == "2021-05-05T09:00"
        assert (found.interval and found.interval.start.isoformat()) == start
        assert (found.reason is None) is (start is not None)

    @pytest.mark.parametrize(
        ("place", "letters", "offset"),
        [
            ("JERUSALEM", "IST", "+03:00"),
            ("NEW DELHI", "IST", "+05:30"),
            ("SYDNEY", "EST", "+10:00"),
            ("NEW YORK", "EST", "-05:00"),
            ("MANILA", "PST", "+08:00"),
            ("OSLO", "EST", None),
        ],
    )
    def test_letters_by_the_dateline(self, place, letters, offset):
        """In an article, the place of filing decides."""
        story = f"{place} - Two envoys met. They meet again at 3 p.m. {letters} today.\n\nIt runs for five years.\n"
        article = parse_article(f"Envoys meet\n\nPublished: 14 June 2024, 3:10 PM GMT\n\n{story}")
        found = next(one for one in extract_dates(article) if letters in one.text)
        assert (found.interval and found.interval.start.isoformat()[-6:]) == offset

    @pytest.mark.parametrize(
        ("text", "start", "cue"),
        [
            ("16:00 UTC", "2021-05-05T16:00:00+00:00", None),
            ("0900Z", "2021-05-05T09:00:00+00:00", None),
            ("19:00 (UTC+8)", "2021-05-05T19:00:00+08:00", "UTC+8"),
            ("at 19:00 (+0900)", "2021-05-05T19:00:00+09:00", "+0900"),
            ("9 a.m. UTC−5", "2021-05-05T09:00:00-05:00", None),
        ],
    )
    def test_the_interval_is_in_the_zone_of_the_value(self, text, start, cue):
        """The zone that a value keeps is that of its interval, wherever the copy is from; brackets stay outside."""
        (found,) = extract_dates(text, anchor=self.ANCHOR)
        assert found.interval.start.isoformat() == start
        assert found.interval == interval_of(found.value)
        assert [span.of(text) for span in found.evidence.spans] == ([] if cue is None else [cue])

    @example(WEDNESDAY, time(16), 0, ":30")
    @given(anchors(), st.times(), st.integers(-13, 14), st.sampled_from(["", ":30", ":45"]))
    def test_offsets(self, day, clock, hours, minutes):
        """Any offset from UTC comes back in the value, and the value as text is that value again."""
        (found,) = extract_dates(f"at {clock:%H:%M} UTC{hours:+}{minutes}", anchor=day)
        offset = f"{hours:+03}{minutes or ':00'}"
        assert found.value == f"{day}T{clock:%H:%M}{'Z' if offset == '+00:00' else offset}"
        assert resolve_date(found.value, anchor=None).value == found.value


class TestPolicies:
    """`weekday=` and `direction=`."""

    TEXT = "The council sat on Monday; the treaty is dated Oct. 3, its annex August 2020, its draft May."

    @pytest.mark.parametrize(
        ("weekday", "direction", "values"),
        [
            ("news", "nearest", ["2021-02-08", "2020-10-03", "2020-08", "2021-05"]),
            ("past", "past", ["2021-02-08", "2020-10-03", "2020-08", "2020-05"]),
            ("future", "future", ["2021-02-15", "2021-10-03", "2020-08", "2021-05"]),
            ("nearest", "nearest", ["2021-02-08", "2020-10-03", "2020-08", "2021-05"]),
        ],
    )
    def test_same_sentence(self, weekday, direction, values):
        """One sentence under each policy."""
        text = self.TEXT.replace("its draft May", "its draft in May")
        found = extract_dates(text, anchor=WEDNESDAY, weekday=weekday, direction=direction)
        assert [expression.value for expression in found] == values

    def test_cue_is_only_for_news(self):
        """The other policies do not look at cues."""
        text = "They will meet on Monday."
        assert extract_dates(text, anchor=WEDNESDAY, weekday="past")[0].value == "2021-02-08"
        news = extract_dates(text, anchor=WEDNESDAY)[0]
        assert (news.value, news.evidence.spans[0].of(text)) == ("2021-02-15", "will")

    def test_edges_of_the_calendar(self):
        """Where the policy's side has no such day there is a reason."""
        assert resolve_date("Dec. 3", anchor=date(9999, 12, 9), direction="future").reason == "outside the calendar"
        assert resolve_date("December", anchor=date(1, 1, 9), direction="past").reason == "outside the calendar"
