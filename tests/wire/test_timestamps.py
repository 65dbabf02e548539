"""Stamps: every printed form gives its clock reading and its zone."""

from datetime import date, datetime

import pytest
from hypothesis import given, strategies as st

from diplonews import parse_article
from diplonews.lexicons.layout import load_zones
from diplonews.lexicons.timezones import zone_of
from diplonews.wire.timestamps import find_stamps

DAY = date(2024, 3, 5)
NINE = datetime(2024, 3, 5, 9, 7)
EVENING = datetime(2024, 3, 5, 21, 7)

FORMS = [
    ("March 5, 2024", DAY, None),
    ("Mar. 5, 2024", DAY, None),
    ("March 5th, 2024", DAY, None),
    ("Mar.5,2024", DAY, None),
    ("March. 05, 2024 09:07.", NINE, None),
    ("03/05/24 9:07 PM ET", EVENING, "America/New_York"),
    ("03/05/2024 9:07 AM EDT", NINE, "-04:00"),
    ("PUBLISHED TUE, MAR 5 20249:07 PM EST", EVENING, "EST"),
    ("Last modified on Tue 5 Mar 2024 09.07 GMT", NINE, "UTC"),
    ("3/5/24 at 9:07 PM EST", EVENING, "EST"),
    ("5 March 2024", DAY, None),
    ("05-Mar-2024", DAY, None),
    ("Tuesday, March 5, 2024", DAY, None),
    ("2024-03-05", DAY, None),
    ("2024. 3. 5.", DAY, None),
    ("05.03.2024", DAY, None),
    ("Published : March 5, 2024 - 09:07", NINE, None),
    ("Mar. 5, 2024 - 09:07", NINE, None),
    ("March 5, 2024 / 9:07 PM / Updated an hour ago", EVENING, None),
    ("March 5, 2024 at 9:07 p.m. EST", EVENING, "EST"),
    ("09:07 JST, March 5, 2024", NINE, "Asia/Tokyo"),
    ("9:07 PM KST, March 5, 2024", EVENING, "Asia/Seoul"),
    ("0907 gmt 5 Mar 2024", NINE, "UTC"),
    ("2024/3/5 09:07:00", NINE, None),
    ("2024-03-05T09:07:00+09:00", NINE, "+09:00"),
    ("2024-03-05T09:07Z", NINE, "UTC"),
    ("Tue, 5 Mar 2024 09:07:00 +0530", NINE, "+05:30"),
    ("March 5, 2024 09:07 (GMT+9)", NINE, "+09:00"),
    ("5 March 2024, 9 a.m. MSK", datetime(2024, 3, 5, 9), "Europe/Moscow"),
    ("March 5, 2024, 12:07 am", datetime(2024, 3, 5, 0, 7), None),
    ("March 5, 2024, 12:07 pm", datetime(2024, 3, 5, 12, 7), None),
    ("2024년 3월 5일 오전 9:07", NINE, None),
    ("2024年3月5日 午後9時07分 JST", EVENING, "Asia/Tokyo"),
    ("2024年3月5日（火）", DAY, None),
    ("5 марта 2024 г. 09:07 МСК", NINE, "Europe/Moscow"),
    ("Publié le : 5 mars 2024 - 09:07", NINE, None),
    ("5. März 2024, 09:07 Uhr", NINE, None),
    ("5 de marzo de 2024", DAY, None),
    ("نشر في 5 مارس 2024 09:07", NINE, None),
]


@pytest.mark.parametrize(("line", "local", "zone"), FORMS, ids=[form[0] for form in FORMS])
def test_form(line, local, zone):
    """One stamp with this reading and zone."""
    (stamp,) = find_stamps(line)
    assert (stamp.local, stamp.zone or stamp.abbreviation) == (local, zone)
    assert line[stamp.start : stamp.end].strip() == line[stamp.start : stamp.end]


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Envoys met",
        "The accord of 2021 was read at 10:30",
        "Call 010-2021-0304",
        "May 2021",
        "1" * 500,
        "May 5, 2021 " * 60,
    ],
)
def test_no_stamp(line):
    """A year, a time, a number or a line over 400 characters is not a stamp."""
    assert find_stamps(line) == ()


@pytest.mark.parametrize(
    ("line", "order", "wanted"),
    [
        ("06/08/2019", None, None),
        ("06/08/2019", "dmy", date(2019, 8, 6)),
        ("06/08/2019", "mdy", date(2019, 6, 8)),
        ("26/08/2019", None, date(2019, 8, 26)),
        ("26/08/2019", "mdy", date(2019, 8, 26)),
        ("08/26/2019", None, date(2019, 8, 26)),
        ("08/26/2019", "dmy", date(2019, 8, 26)),
        ("08/08/2019", None, date(2019, 8, 8)),
        ("30/30/2019", None, None),
        ("Feb. 30, 2019", None, None),
    ],
)
def test_order_of_digits(line, order, wanted):
    """Digits that fit two dates are left open unless the outlet's order is known."""
    (stamp,) = find_stamps(line, order=order)
    assert stamp.local == wanted


@pytest.mark.parametrize(
    ("country", "zone"), [("IND", "Asia/Kolkata"), ("ISR", "Asia/Jerusalem"), (None, None), ("NOR", None)]
)
def test_ambiguous_abbreviation(country, zone):
    """IST is India's, Israel's or Ireland's: only the outlet's country decides; otherwise it is left open."""
    stamp = find_stamps("Jun 09, 2021 09:08 IST", country=country)[0]
    assert (stamp.zone, stamp.abbreviation) == (zone, None if zone else "IST")


@pytest.mark.parametrize(
    ("zone", "place", "offset"),
    [
        ("IST", "NEW DELHI", "+05:30"),
        ("IST", "DUBLIN", "+01:00"),
        ("EST", "SYDNEY", "+10:00"),
        ("EST", "WASHINGTON", "-05:00"),
        ("PST", "MANILA", "+08:00"),
        ("CST", "BEIJING", "+08:00"),
        ("AST", "RIYADH", "+03:00"),
        ("BST", "LONDON", "+01:00"),
        ("EST", "OSLO", None),
    ],
)
def test_abbreviation_by_the_place(zone, place, offset):
    """The place of filing decides if the outlet does not; if neither does, there is no instant, with a reason."""
    article = parse_article(f"Envoys meet\n\n14 June 2024, 3:10 PM {zone}\n\n{place} - Two envoys met on Friday.\n")
    stamp = article.published
    assert stamp.local == datetime(2024, 6, 14, 15, 10)
    assert (stamp.instant.isoformat()[-6:] if stamp.instant else None) == offset
    reasons = [entry.detail for entry in article.evidence if entry.field == "published" and entry.detail]
    assert reasons == ([] if offset else [f"{zone} names several zones, and no single place decides"])


def test_unknown_zone():
    """A zone that nobody knows keeps the clock reading, and is the reason why there is no instant."""
    article = parse_article(
        "Envoys meet\n\nPublished: 14 June 2024, 3:10 PM XYZT\n\nOSLO (Reuters) - Two envoys met.\n"
    )
    assert (article.headline, article.published.instant) == ("Envoys meet", None)
    assert article.published.local == datetime(2024, 6, 14, 15, 10)
    assert "XYZT is not a known zone" in [entry.detail for entry in article.evidence]


def test_abbreviation_in_a_feed():
    """RFC 822 defines the American ones for feeds; others are the agency's or left open."""
    raw = "<rss><channel><item><title>T</title><pubDate>Fri, 14 Jun 2024 15:10:00 {}</pubDate>{}</item></channel></rss>"
    stamps = [
        parse_article(raw.format(*parts)).published
        for parts in (("EST", ""), ("IST", ""), ("IST", "<source>PTI</source>"))
    ]
    assert [stamp.instant and stamp.instant.isoformat()[-6:] for stamp in stamps] == ["-05:00", None, "+05:30"]


def test_labels():
    """An update is distinguished from a publication on the same line."""
    first, second = find_stamps("Published: 2021-03-04 17:12 | Updated: 2021-03-05 08:00")
    assert (first.updated, second.updated) == (False, True)


@given(
    st.datetimes(datetime(1900, 1, 1), datetime(2099, 12, 31)),
    st.sampled_from(
        ["%B %d, %Y - %H:%M", "%d %b %Y, %H:%M", "%Y-%m-%d %H:%M", "%b. %d, %Y, %I:%M %p", "%H:%M, %B %d, %Y"]
    ),
)
def test_rendering_comes_back(moment, form):
    """Whatever is printed in a form is read from it."""
    moment = moment.replace(second=0, microsecond=0)
    (stamp,) = find_stamps(moment.strftime(form))
    assert stamp.local == moment


@given(st.text(max_size=120))
def test_any_text(text):
    """Any line ends in stamps inside it."""
    for stamp in find_stamps(text + " 2021"):
        assert 0 <= stamp.start < stamp.end <= len(text) + 5


def test_table_of_zones():
    """Every zone of the table exists."""
    table = load_zones()
    zones = [*table.zones.values(), *(zone for row in table.ambiguous.values() for zone in row.values())]
    assert [zone for zone in zones if zone_of(zone) is None] == []


def test_stamps_glued_to_each_other():
    """The zone of the first ends where the label of the second begins."""
    first, second = find_stamps("PUBLISHED TUE, MAR 5 20249:07 AM ESTUPDATED TUE, MAR 5 20249:07 PM EST")
    assert (first.local, first.abbreviation, first.updated) == (NINE, "EST", False)
    assert (second.local, second.abbreviation, second.updated) == (EVENING, "EST", True)


FOREIGN = [
    ("7 июня 2024, 14:30", "2024-06-07 14:30:00"),
    ("7 июня 2024 г. в 14:30", "2024-06-07 14:30:00"),
    ("14:30, 7 июня 2024", "2024-06-07 14:30:00"),
    ("2024년 6월 7일 14:30", "2024-06-07 14:30:00"),
    ("2024년 6월 7일 오후 2시 30분", "2024-06-07 14:30:00"),
    ("2024年6月7日 14時30分", "2024-06-07 14:30:00"),
    ("2024年6月7日(金) 午後2:30", "2024-06-07 14:30:00"),
    ("2024年06月07日 14:30", "2024-06-07 14:30:00"),
    ("7 juin 2024 à 14h30", "2024-06-07 14:30:00"),
    ("Publié le 7 juin 2024 à 14:30", "2024-06-07 14:30:00"),
    ("Vendredi 7 juin 2024 - 14:30", "2024-06-07 14:30:00"),
    ("7. Juni 2024, 14:30 Uhr", "2024-06-07 14:30:00"),
    ("Freitag, 7. Juni 2024 um 14.30 Uhr", "2024-06-07 14:30:00"),
    ("07 Haziran 2024 14:30", "2024-06-07 14:30:00"),
    ("Haziran 07, 2024 14:30", "2024-06-07 14:30:00"),
    ("7 de junio de 2024 a las 14:30", "2024-06-07 14:30:00"),
    ("7 de junho de 2024 às 14h30", "2024-06-07 14:30:00"),
    ("7 giugno 2024 alle ore 14:30", "2024-06-07 14:30:00"),
    ("7 Giugno 2024 - 14.30", "2024-06-07 14:30:00"),
    ("Jumat, 7 Juni 2024 14:30 WIB", "2024-06-07 14:30:00"),
    ("7 czerwca 2024, godz. 14:30", "2024-06-07 14:30:00"),
    ("7 червня 2024, 14:30", "2024-06-07 14:30:00"),
    ("7 iunie 2024, ora 14:30", "2024-06-07 14:30:00"),
    ("2024. június 7. 14:30", "2024-06-07 14:30:00"),
    ("7. června 2024 14:30", "2024-06-07 14:30:00"),
    ("7 juni 2024 om 14:30", "2024-06-07 14:30:00"),
    ("7 juni 2024 kl. 14.30", "2024-06-07 14:30:00"),
    ("الجمعة 7 حزيران/يونيو 2024 14:30", "2024-06-07 14:30:00"),
    ("7 يونيو 2024 02:30 م", "2024-06-07 14:30:00"),
    ("۱۸ خرداد ۱۴۰۳ - ۱۴:۳۰", "2024-06-07 14:30:00"),
    ("7 Ιουνίου 2024, 14:30", "2024-06-07 14:30:00"),
    ("7 जून 2024, 14:30", "2024-06-07 14:30:00"),
    ("7 ביוני 2024, 14:30", "2024-06-07 14:30:00"),
    ("7 มิถุนายน 2567 14:30 น.", "2024-06-07 14:30:00"),
    ("7 tháng 6, 2024 14:30", "2024-06-07 14:30:00"),
    ("7 липня 2024", "2024-07-07"),
    ("Aktualisiert am 7. Juni 2024, 14:30 Uhr", "2024-06-07 14:30:00"),
    ("3 people in 2024", None),
    ("5 members of 1998", None),
    ("He sold 12 pieces in 2024", None),
]


@pytest.mark.parametrize(("line", "local"), FOREIGN)
def test_other_languages(line, local):
    """The day and the clock reading, in the forms that outlets print."""
    assert [str(stamp.local) for stamp in find_stamps(line)] == ([] if local is None else [local])


def test_month_of_two_languages():
    """A name that is another month in another language needs the language."""
    assert find_stamps("7 listopada 2024, 14:30") == ()
    (stamp,) = find_stamps("7 listopada 2024, 14:30", languages=("pl",))
    assert stamp.local == datetime(2024, 11, 7, 14, 30)


@given(st.text(st.sampled_from("7 2024:.,juin年月日오후hм"), max_size=120))
def test_any_foreign_line(line):
    """No line takes long or fails; what is found lies in it, in order."""
    found = find_stamps(line)
    assert all(0 <= one.start < one.end <= len(line) for one in found)
    assert [one.start for one in found] == sorted(one.start for one in found)
