#!/usr/bin/env bash
# aniso8601 10.0.1 reads 24:00, the end of a day, as the day's beginning.
#
# Guess: 2024-03-03T24:00:00Z is midnight of 4 March, as ISO 8601 has it, or an error, as for other hours above 23.
# Seen: midnight of 3 March, a whole day early. Deadlines and embargoes "until 24:00" are over before they begin.
# ciso8601 2.4.1 answers with 4 March.
# What follows: stamps with 24:00 need a look before this parser gets them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -qq --disable-pip-version-check aniso8601==10.0.1 ciso8601==2.4.1
expected=$(cat <<'TEXT'
aniso8601 2024-03-03 00:00:00+00:00
ciso8601 2024-03-04 00:00:00+00:00
25:00 HoursOutOfBoundsError
TEXT
)
seen=$("$folder/venv/bin/python" -W ignore - 2>/dev/null <<'PYTHON'
import aniso8601
import ciso8601

for package in (aniso8601, ciso8601):
    print(package.__name__, package.parse_datetime("2024-03-03T24:00:00Z"))
try:
    print(aniso8601.parse_datetime("2024-03-03T25:00:00Z"))
except ValueError as error:
    print("25:00", type(error).__name__)
PYTHON
)
if [ "$seen" != "$expected" ]; then
    printf 'changed; expected:\n%s\nseen:\n%s\n' "$expected" "$seen"
    exit 1
fi
printf '%s\n' "$seen"
