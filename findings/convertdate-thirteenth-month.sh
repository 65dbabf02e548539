#!/usr/bin/env bash
# convertdate 2.5.1 turns day 366 of a common year into a day of a thirteenth month.
#
# Guess: ordinal.to_gregorian(2023, 366) raises, as 2023 has 365 days, or is 1 January 2024.
# Seen: (2023, 13, 366): no error, and no date of any calendar.
# What follows: ordinal dates as printed on bulletins need a check of one's own before they are converted.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -qq --disable-pip-version-check convertdate==2.5.1
expected=$(cat <<'TEXT'
(2024, 12, 31)
(2023, 13, 366)
TEXT
)
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
from convertdate import ordinal

print(ordinal.to_gregorian(2024, 366))
print(ordinal.to_gregorian(2023, 366))
PYTHON
)
if [ "$seen" != "$expected" ]; then
    printf 'changed; expected:\n%s\nseen:\n%s\n' "$expected" "$seen"
    exit 1
fi
printf '%s\n' "$seen"
