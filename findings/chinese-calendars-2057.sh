#!/usr/bin/env bash
# Six packages for the Chinese calendar disagree on a whole month of 2057.
#
# Guess: they agree, as they do on the leap month of 2033, for which old tables had another.
# Seen: the new moon of September 2057 falls close to midnight in Beijing. lunardate 0.3.0, zhdate 0.1,
# sxtwl 2.0.7 and cnlunar 0.2.5 begin the ninth month on 28 September, LunarCalendar 0.0.9 and borax 4.1.3 on the 29th,
# so that the eighth month has 29 days for some and 30 for others. All agree again with the tenth month.
# What follows: a date of the Chinese calendar needs the name of the table that it was converted by.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -qq --disable-pip-version-check lunardate==0.3.0 LunarCalendar==0.0.9 zhdate==0.1 borax==4.1.3 sxtwl==2.0.7 cnlunar==0.2.5
expected=$(cat <<'TEXT'
2033-12-22 all 11-1 leap
2057-09-28 8-30 LunarCalendar borax
2057-09-28 9-1 cnlunar lunardate sxtwl zhdate
2057-10-28 all 10-1
TEXT
)
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
from datetime import date, datetime

import cnlunar
import sxtwl
from borax.calendars.lunardate import LunarDate as Borax
from lunarcalendar import Converter, Solar
from lunardate import LunarDate
from zhdate import ZhDate


def readings(day):
    parts = (day.year, day.month, day.day)
    found = LunarDate.from_solar_date(*parts)
    yield "lunardate", found.month, found.day, found.isLeapMonth
    found = Converter.Solar2Lunar(Solar(*parts))
    yield "LunarCalendar", found.month, found.day, found.isleap
    found = ZhDate.from_datetime(datetime(*parts))
    yield "zhdate", found.lunar_month, found.lunar_day, found.leap_month
    found = Borax.from_solar_date(*parts)
    yield "borax", found.month, found.day, found.leap
    found = sxtwl.fromSolar(*parts)
    yield "sxtwl", found.getLunarMonth(), found.getLunarDay(), found.isLunarLeap()
    found = cnlunar.Lunar(datetime(*parts, 12))
    yield "cnlunar", found.lunarMonth, found.lunarDay, found.isLunarLeapMonth


for day in (date(2033, 12, 22), date(2057, 9, 28), date(2057, 10, 28)):
    said = {}
    for name, month, number, leap in readings(day):
        said.setdefault(f"{month}-{number}{' leap' if leap else ''}", []).append(name)
    for words in sorted(said):
        print(day, *(["all", words] if len(said) == 1 else [words, *sorted(said[words])]))
PYTHON
)
if [ "$seen" != "$expected" ]; then
    printf 'changed; expected:\n%s\nseen:\n%s\n' "$expected" "$seen"
    exit 1
fi
printf '%s\n' "$seen"
