#!/usr/bin/env bash
# ics 0.7.3 makes UTC of a calendar time that has no zone.
#
# Guess: DTSTART:20260303T100000, "10:00 wherever one is" in iCalendar, comes back as it was.
# Seen: it is read as 10:00 UTC and written with a Z, so that a meeting announced for 10:00 in Seoul moves to 19:00 there. A time
# with a TZID is converted rightly; icalendar 7.3.2 keeps both.
# What follows: planned events of which only the local clock is known do not survive this library.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -qq --disable-pip-version-check ics==0.7.3 icalendar==7.3.2
expected=$(cat <<'TEXT'
ics DTSTART:20260303T100000Z
icalendar DTSTART:20260303T100000
TEXT
)
seen=$("$folder/venv/bin/python" -W ignore - 2>/dev/null <<'PYTHON'
import icalendar
import ics

CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//EN
BEGIN:VEVENT
UID:1
DTSTAMP:20260301T000000Z
SUMMARY:Talks
DTSTART:20260303T100000
END:VEVENT
END:VCALENDAR
"""
written = {"ics": ics.Calendar(CALENDAR).serialize(), "icalendar": icalendar.Calendar.from_ical(CALENDAR).to_ical().decode()}
for name, text in written.items():
    print(name, *(line for line in text.splitlines() if line.startswith("DTSTART")))
PYTHON
)
if [ "$seen" != "$expected" ]; then
    printf 'changed; expected:\n%s\nseen:\n%s\n' "$expected" "$seen"
    exit 1
fi
printf '%s\n' "$seen"
