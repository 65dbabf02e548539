#!/usr/bin/env bash
# feedparser 6.0.14 reads the ISO week date 2024-W10-1 as the first day of the month in which it is run.
#
# Guess: 4 March 2024, or no date. ISO 8601 is among the forms that it reads, and 2024064 (day 64) is read well.
# Seen: the year is taken, the rest is not, and the month of today is put in its place; so the same feed has another date
# next month. The ordinal date with a hyphen, 2024-064, becomes 1 June.
# What follows: a date that is wrong and moves, with no sign of it in the entry.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -qq --disable-pip-version-check feedparser==6.0.14
expected=$(cat <<'TEXT'
2024064: 2024-03-04
2024-064: 2024-06-01
2024-W10-1: the first of this month, in 2024: True
TEXT
)
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
from datetime import date

import feedparser

FEED = "<rss version='2.0'><channel><item><pubDate>{}</pubDate></item></channel></rss>"


def read(text: str) -> date:
    return date(*feedparser.parse(FEED.format(text)).entries[0].published_parsed[:3])


print("2024064:", read("2024064"))
print("2024-064:", read("2024-064"))
print("2024-W10-1: the first of this month, in 2024:", read("2024-W10-1") == date(2024, date.today().month, 1))
PYTHON
)
if [ "$seen" != "$expected" ]; then
    printf 'changed; expected:\n%s\nseen:\n%s\n' "$expected" "$seen"
    exit 1
fi
printf '%s\n' "$seen"
