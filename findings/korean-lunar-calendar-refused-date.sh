#!/usr/bin/env bash
# korean-lunar-calendar 0.4.0: a date that was refused is answered with the one before, or with today.
#
# Guess: after a setter returned False (2025 has no leap fifth month), asking for the result raises or gives None.
# Seen: the object still holds whatever it held: the last good date, and in a new object the day on which the
# program runs.
# What follows: who ignores the returned flag stores the previous row's date, or the day of the run, for the bad one.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -qq --disable-pip-version-check korean-lunar-calendar==0.4.0
expected=$(cat <<'TEXT'
False True
True 2025-07-25
False 2025-07-25
TEXT
)
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
from datetime import date

from korean_lunar_calendar import KoreanLunarCalendar

calendar = KoreanLunarCalendar()
print(calendar.setLunarDate(2025, 5, 1, True), calendar.SolarIsoFormat() == date.today().isoformat())
print(calendar.setLunarDate(2025, 6, 1, True), calendar.SolarIsoFormat())
print(calendar.setLunarDate(2025, 5, 1, True), calendar.SolarIsoFormat())
PYTHON
)
if [ "$seen" != "$expected" ]; then
    printf 'changed; expected:\n%s\nseen:\n%s\n' "$expected" "$seen"
    exit 1
fi
printf '%s\n' "$seen"
