"""Dates in other languages and of other calendars."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from diplonews import extract_dates, resolve_date
from diplonews.lexicons import temporal_names as names
from diplonews.temporal import calendars, east_asian, foreign, relatives
from diplonews.temporal.meaning import Unresolved

DATA = Path(__file__).parents[1] / "data"
WEDNESDAY = date(2024, 6, 12)


def _rows(name):
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith(("#", "language\t"))]


def _found(text):
    return [(found.text, found.value) for found in extract_dates(text, anchor=WEDNESDAY)]


NEEDS_NO_PACKAGE = [
    ("外交部民國113年6月7日宣布。", "民國113年6月7日", "2024-06-07"),
    ("中華民國一百一十三年六月七日", "中華民國一百一十三年六月七日", "2024-06-07"),
    ("令和6年6月7日に署名した。", "令和6年6月7日", "2024-06-07"),
    ("令和元年5月1日に始まった。", "令和元年5月1日", "2019-05-01"),
    ("平成31年4月30日に署名した。", "平成31年4月30日", "2019-04-30"),
    ("2024年(令和6年)6月7日に署名した。", "2024年(令和6年)6月7日", "2024-06-07"),
    ("昭和64年1月8日", "昭和64年1月8日", None),
    ("주체113(2024)년 6월 7일 항구", "주체113(2024)년 6월 7일", "2024-06-07"),
    ("113年6月7日", "113年6月7日", None),
    ("発効は6月7日。", "6月7日", "2024-06-07"),
    ("It was Juche 113 then.", "Juche 113", "2024"),
    ("In Minguo 113 it closed.", "Minguo 113", "2024"),
    ("It began in Reiwa 6.", "Reiwa 6", "2024"),
    ("There was no Heisei 32.", "Heisei 32", None),
    ("In 2567 B.E. the law was changed.", "2567 B.E.", "2024"),
    ("It was gazetted on June 6, 2567 BE.", "June 6, 2567 BE", "2024-06-06"),
    ("It was gazetted on June 6, 2567.", "June 6, 2567", None),
    ("In 2567 the law was changed.", "2567", None),
    ("It is dated 2567-06-06.", "2567-06-06", None),
    ("It is dated 1403/03/12.", "1403/03/12", None),
    ("ตั้งแต่ พ.ศ. 2567 เป็นต้นมา", "พ.ศ. 2567", "2024"),
    ("เมื่อวันที่ 6 มิถุนายน พ.ศ. 2567 ที่ท่าเรือ", "6 มิถุนายน พ.ศ. 2567", "2024-06-06"),
    ("Isporuka 7. listopada 2024.", "7. listopada 2024", None),
]
CONVERTED = [
    ("convertdate", "The envoys met on 12 Khordad 1403.", "12 Khordad 1403", "2024-06-01"),
    ("convertdate", "The envoys met on Khordad 12, 1403.", "Khordad 12, 1403", "2024-06-01"),
    ("convertdate", "سفیر ۱۲ خرداد ۱۴۰۳ وارد بندر شد.", "۱۲ خرداد ۱۴۰۳", "2024-06-01"),
    ("convertdate", "سفیر ۱۴۰۳/۳/۱۲ وارد بندر شد.", "۱۴۰۳/۳/۱۲", "2024-06-01"),
    ("convertdate", "The envoys met in Khordad 1403.", "Khordad 1403", None),
    ("convertdate", "They met on 31 Mehr 1403.", "31 Mehr 1403", None),
    ("convertdate", "It was signed on 30 Ginbot 2016.", "30 Ginbot 2016", "2024-06-07"),
    ("convertdate", "ስምምነቱ ግንቦት 30 ቀን 2016 ተፈረመ።", "ግንቦት 30 ቀን 2016", "2024-06-07"),
    ("convertdate", "It rose on 25 October 1917 (O.S.) at night.", "25 October 1917 (O.S.)", "1917-11-07"),
    ("hijridate", "The fast began on 1 Ramadan 1445.", "1 Ramadan 1445", "2024-03-11"),
    ("hijridate", "صدر في 15 رمضان 1445 هـ بالميناء.", "15 رمضان 1445 هـ", "2024-03-25"),
    ("hijridate", "It was founded in 1300 A.H.", "1300 A.H.", None),
    ("nepali_datetime", "It was gazetted on 25 Jestha 2081 BS.", "25 Jestha 2081 BS", "2024-06-07"),
    ("nepali_datetime", "२०८१ जेठ २५ गते प्रकाशित।", "२०८१ जेठ २५", "2024-06-07"),
    ("pyluach", "It was signed on 1 Sivan 5784.", "1 Sivan 5784", "2024-06-07"),
    ("pyluach", "נחתם ב-1 בסיוון 5784 בנמל.", "1 בסיוון 5784", "2024-06-07"),
    ("pyluach", "It was signed on 5 Adar II 5784.", "5 Adar II 5784", "2024-03-15"),
    ("pyluach", "It was signed on 5 Adar 5784.", "5 Adar 5784", None),
]


class TestWholeDates:
    """Sentences of other languages, in native forms."""

    @pytest.mark.parametrize(("language", "sentence", "words", "value"), _rows("dates_languages.tsv"))
    def test_date(self, language, sentence, words, value):
        """One date, with this span and value."""
        assert _found(sentence) == [(words, value)]

    @pytest.mark.parametrize(
        "text",
        [
            "Scores of 3-4-2024 and 10-4-2024.",
            "In mayo 2025 the price of the jar rose, and it was high.",
            "They said that the mars 2025 set was in the port.",
        ],
    )
    def test_no_date_but_a_year(self, text):
        """Figures that fit two orders, and words of English text, make no date of a day or month."""
        assert [value for _, value in _found(text) if len(value) > len("2025")] == []

    @pytest.mark.parametrize(
        ("sentence", "words", "value"),
        [
            ("وقع الاتفاق في 7 حزيران/يونيو 2024 في الميناء.", "7 حزيران/يونيو 2024", "2024-06-07"),
            ("وقع الاتفاق في 7 حزيران (يونيو) 2024.", "7 حزيران (يونيو) 2024", "2024-06-07"),
            ("وقع الاتفاق في حزيران/يونيو 2024.", "حزيران/يونيو 2024", "2024-06"),
            ("وقع الاتفاق في 7 حزيران/يونيو بالميناء.", "7 حزيران/يونيو", "2024-06-07"),
        ],
    )
    def test_two_names_of_a_month(self, sentence, words, value):
        """The name of the Levant and that of the Nile, side by side, are one month."""
        assert _found(sentence) == [(words, value)]

    @pytest.mark.parametrize("table", [names.load_month_names()], ids=["all"])
    def test_every_name(self, table):
        """Each Gregorian month's name, between a day and a year, is that month, unless two languages disagree."""
        wrong = []
        for name, means in table.items():
            numbers = {month.number for month in means if month.calendar == names.GREGORIAN}
            (found,) = [resolve_date(f"7 {name} 2024", anchor=None)]
            expected = f"2024-{min(numbers):02}-07" if len(numbers) == 1 else None
            if numbers and found.value != expected:
                wrong.append((name, found.value, expected))
        assert wrong == []

    def test_disagreement(self):
        """A name that is another month in another language has no value, and the reason names the languages."""
        (found,) = extract_dates("7. listopada 2024", anchor=WEDNESDAY)
        assert (found.value, found.reason) == (None, "the name is of another month in hr, pl")

    @pytest.mark.parametrize(
        "text",
        [
            "Orders for 5 mayors 2024 strong",
            "rose by 7. April 2024 was worse",
            "5 people 2024",
            "3年で6月",
            "They sold 12 set pieces",
        ],
    )
    def test_none(self, text):
        """Words between numbers that name no month are not a date."""
        assert not [
            found for found in extract_dates(text, anchor=WEDNESDAY) if found.evidence.rule.startswith("foreign")
        ]


class TestRelative:
    """Days counted from today."""

    @pytest.mark.parametrize(("language", "sentence", "words", "value"), _rows("dates_relative.tsv"))
    def test_day(self, language, sentence, words, value):
        """One day, or none where the words mean something else."""
        assert _found(sentence) == ([(words, value or None)] if words else [])

    @pytest.mark.parametrize(
        "text",
        [
            "He told the paper Heute so.",
            "Hoy said that she won.",
            "The magazine Oggi had it.",
            "Das Haus ist hier und nicht im Hafen.",
            "Er sitzt jeden Morgen am Hafen.",
        ],
    )
    def test_no_day(self, text):
        """In a sentence of another language the words are names, or mean something else."""
        assert _found(text) == []

    @pytest.mark.parametrize(
        ("sentence", "values"),
        [
            ("Le ministre a déclaré lundi que le sommet s'ouvrira vendredi.", "2024-06-10 2024-06-14"),
            ("Der Minister sagte am Montag, der Gipfel werde am Freitag eröffnet.", "2024-06-10 2024-06-14"),
            ("Der Minister sagte am Montag, dass der Gipfel am Freitag eröffnet wird.", "2024-06-10 2024-06-14"),
            ("El ministro dijo el lunes que la cumbre se abrirá el viernes.", "2024-06-10 2024-06-14"),
            ("Министр сказал в понедельник, что саммит состоится в пятницу.", "2024-06-10 2024-06-14"),
            ("قال الوزير الاثنين إن القمة ستعقد الجمعة في الميناء.", "2024-06-10 2024-06-14"),
            ("Bakan pazartesi günü zirvenin cuma günü başlayacağını söyledi.", "2024-06-10 2024-06-14"),
            ("मंत्री ने सोमवार को कहा कि सम्मेलन शुक्रवार को होगा।", "2024-06-10 2024-06-14"),
            ("Menteri mengatakan pada Senin bahwa KTT akan dibuka pada Jumat.", "2024-06-10 2024-06-14"),
            ("외교부는 10일 정상회담이 20일 열릴 예정이라고 밝혔다.", "2024-06-10 2024-06-20"),
            ("外務省は10日、首脳会議を20日に開く予定だと発表した。", "2024-06-10 2024-06-20"),
            ("外交部周一表示，双方将于周五会谈。", "2024-06-10 2024-06-14"),
        ],
    )
    def test_each_with_its_verb(self, sentence, values):
        """Of two days in a sentence the one is past, and the other, whose verb points ahead, is to come."""
        assert [value for _, value in _found(sentence)] == values.split()

    @pytest.mark.parametrize(("policy", "value"), [("past", "06-07"), ("future", "06-14"), ("nearest", "06-14")])
    def test_weekday_policy(self, policy, value):
        """A policy decides about a weekday whatever the words say."""
        (found,) = extract_dates("정상회의가 금요일 열렸다.", anchor=WEDNESDAY, weekday=policy)
        assert found.value == f"2024-{value}"

    def test_month_day_policy(self):
        """A day without a year is in the year that the policy chooses; news looks back."""
        for policy, year in (("nearest", 2023), ("past", 2023), ("future", 2024)):
            (found,) = extract_dates("Договор был подписан 4 декабря в порту.", anchor=WEDNESDAY, direction=policy)
            assert found.value == f"{year}-12-04"
        (found,) = extract_dates("Договор был подписан 31 июня в порту.", anchor=WEDNESDAY)
        assert (found.value, found.reason) == (None, "no such day: month 6, day 31")

    @given(st.dates(date(1950, 1, 1), date(2060, 12, 31)))
    def test_solar_hijri_day_near(self, day):
        """A day of a Solar Hijri month without its year is the one nearest to the anchor."""
        persian = pytest.importorskip("convertdate.persian")
        _, month, number = persian.from_gregorian(day.year, day.month, day.day)
        assert calendars.nearest_day("persian", month, number, day) == day

    def test_no_anchor(self):
        """Without an anchor there is no value."""
        (found,) = extract_dates("Sie trafen sich gestern.")
        assert (found.value, found.reason) == (None, "no anchor")


class TestCalendars:
    """Years counted otherwise, and months of their own."""

    @pytest.mark.parametrize(("text", "words", "value"), NEEDS_NO_PACKAGE)
    def test_eras(self, text, words, value):
        """Eras need no package; what lies outside of one, or names none, has no value but a reason."""
        (found,) = extract_dates(text, anchor=WEDNESDAY)
        assert (found.text, found.value) == (words, value)
        assert (found.reason is None) == (value is not None)

    @pytest.mark.parametrize(("package", "text", "words", "value"), CONVERTED)
    def test_converted(self, package, text, words, value):
        """With the package the day is that of the Gregorian calendar."""
        pytest.importorskip(package)
        (found,) = extract_dates(text, anchor=WEDNESDAY)
        assert (found.text, found.value) == (words, value)

    @pytest.mark.parametrize(("package", "text", "words", "value"), CONVERTED)
    def test_without_the_extra(self, package, text, words, value, monkeypatch):
        """Without it there is no value, and the reason says what to install or what is wrong with the date."""
        for module in [name for name in sys.modules if name.partition(".")[0] == package] or [package]:
            monkeypatch.setitem(sys.modules, module, None)
        monkeypatch.setitem(sys.modules, package, None)
        (found,) = extract_dates(text, anchor=WEDNESDAY)
        assert (found.text, found.value) == (words, None)
        assert "diplonews[calendars]" in found.reason or "two months Adar" in found.reason

    @pytest.mark.parametrize(
        ("text", "values"),
        [
            ("The envoys met on 12 Khordad 1403. In 1403 the pact was renewed.", ["2024-06-01", None]),
            ("The Iranian year 1403 began in March. Exports in 1403 rose.", [None, "2024-03", None]),
            ("Founded in 1403, the order endured.", ["1403"]),
            ("In 2081 BS the budget grew; by 2082 it fell.", [None, None]),
            ("در سال ۱۴۰۳ پیمان تمدید شد.", [None]),
            ("در سال ۱۴۵۳ میلادی شهر فتح شد.", []),
            ("ในปี 2567 สภาจะประชุม", ["2024"]),
            ("In 2567 the council met.", [None]),
        ],
    )
    def test_years_of_such_a_text(self, text, values):
        """Where a text dates by another calendar, or says so of the year, none is taken for a Gregorian one."""
        pytest.importorskip("convertdate")
        pytest.importorskip("nepali_datetime")
        found = extract_dates(text, anchor=WEDNESDAY)
        assert [one.value for one in found] == values
        assert all(one.reason for one in found if one.value is None)

    def test_period(self):
        """A month of another calendar has no value; its days are the interval."""
        pytest.importorskip("convertdate")
        (found,) = extract_dates("It closed in Khordad 1403.", anchor=WEDNESDAY)
        assert (found.interval.start, found.interval.end) == (date(2024, 5, 21), date(2024, 6, 21))

    def test_calculated(self):
        """An Islamic day says that it is calculated."""
        pytest.importorskip("hijridate")
        (found,) = extract_dates("The fast began on 1 Ramadan 1445.", anchor=WEDNESDAY)
        assert "calculated" in found.reason

    def test_no_such_day(self):
        """A day that the calendar does not have has no value, though convertdate would count on."""
        pytest.importorskip("convertdate")
        with pytest.raises(Unresolved, match="no such day in the Solar Hijri calendar: 1403-12-31"):
            calendars.day_of("persian", 1403, 12, 31)

    @given(st.dates(date(1950, 1, 1), date(2060, 12, 31)))
    def test_back_again(self, day):
        """Each day of a Solar Hijri month lies in that month."""
        persian = pytest.importorskip("convertdate.persian")
        year, month, number = persian.from_gregorian(day.year, day.month, day.day)
        assert calendars.day_of("persian", year, month, number) == day
        period = calendars.period_of("persian", year, month)
        assert period.start <= day < period.end


class TestCost:
    """English text pays nothing, and hostile text little."""

    def test_english_is_not_scanned(self, monkeypatch):
        """Where no word shows another language or calendar, nothing is looked for."""

        def fail(*_):
            raise AssertionError

        for module, name in ((foreign, "find_dates"), (east_asian, "find_dates"), (relatives, "find_days")):
            monkeypatch.setattr(module, name, fail)
        assert _found("He said “no” on Friday – in São Paulo, at 5 €.") == [("Friday", "2024-06-07")]

    @pytest.mark.parametrize(
        "text",
        ["年" * 20_000, "2024 " * 5_000 + "й", "7 й " * 5_000, "12 июня " * 5_000, "کل " * 5_000, "й" + "9" * 20_000],
    )
    def test_hostile(self, text):
        """Long runs of figures, signs and names end soon."""
        assert all(found.span.of(text) == found.text for found in extract_dates(text, anchor=WEDNESDAY))


class TestTables:
    """The data files."""

    @pytest.mark.parametrize("name", [names.NAMES, names.LANGUAGES, names.CALENDARS])
    def test_source(self, name):
        """Each says where it is from."""
        assert {"title", "source", "licence", "checked"} <= set(names._read(name)["meta"])

    def test_twelve_months_seven_days(self):
        """Each language has twelve months and seven weekdays."""
        table = names._read(names.NAMES)
        assert {len(entries) for entries in table["months"].values()} == {12}
        assert {len(entries) for entries in table["weekdays"].values()} == {7}

    def test_calendar_months(self):
        """A calendar has twelve months, or thirteen; the Julian one has the Gregorian names."""
        table = names._read(names.CALENDARS)
        assert {key: len(table[key]["months"]) for key in names.load_calendars()} == {
            "persian": 12, "islamic": 12, "hebrew": 13, "bikram": 12, "ethiopic": 13, "julian": 0,
        }  # fmt: skip


@pytest.mark.parametrize(
    "piece", ["12日", "12일 ", "周二，", "7 июня ", "mardi ", "enero de 2025 ", "15. 4. 2025 ", "حزيران/يونيو "]
)
def test_long_text(piece):
    """What is found in a long text is found piece by piece: no expression reaches over others."""
    once = [found.value for found in extract_dates(piece * 40, anchor=WEDNESDAY)]
    many = [found.value for found in extract_dates(piece * 4_000, anchor=WEDNESDAY)]
    assert many[: len(once) // 2] == once[: len(once) // 2]
    assert len(many) >= 90 * len(once)
