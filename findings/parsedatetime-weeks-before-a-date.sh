#!/usr/bin/env bash
# parsedatetime 2.6: "two weeks before March 5, 2026" lies in 2025, "two weeks after March 5, 2026" in 2027.
#
# Guess: 19 February 2026 and 19 March 2026; the year is printed.
# Seen: day and month are right and the year is off by one, in the direction of the preposition. It is the day's name that
# is counted from: "two weeks before 20 March", a day with its number first, is right.
# What follows: a phrase that counts from a date needs its date resolved first, and the count done apart.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -qq --disable-pip-version-check parsedatetime==2.6
expected=$(cat <<'TEXT'
March 5, 2026 -> 2026-03-05
two weeks before March 5, 2026 -> 2025-02-19
two weeks after March 5, 2026 -> 2027-03-19
two weeks before 20 March -> 2026-03-06
TEXT
)
seen=$("$folder/venv/bin/python" -W ignore - 2>/dev/null <<'PYTHON'
from datetime import datetime

from parsedatetime import Calendar

for words in (
    "March 5, 2026",
    "two weeks before March 5, 2026",
    "two weeks after March 5, 2026",
    "two weeks before 20 March",
):
    print(words, "->", Calendar().parseDT(words, sourceTime=datetime(2026, 3, 4, 12))[0].date())
PYTHON
)
if [ "$seen" != "$expected" ]; then
    printf 'changed; expected:\n%s\nseen:\n%s\n' "$expected" "$seen"
    exit 1
fi
printf '%s\n' "$seen"
