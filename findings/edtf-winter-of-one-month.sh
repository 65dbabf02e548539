#!/usr/bin/env bash
# edtf 5.0.2: the winter of a year is one month long.
#
# Guess: EDTF's 2024-24, winter, runs from December 2024 to February 2025 (as its spring, 2024-21, runs over
# the three months from March to May), or covers January and February as well.
# Seen: 1 to 31 December 2024. The other three seasons have three months each, so January and February
# belong to no season.
# What follows: TIMEX3's 2024-WI, written as EDTF and read back as bounds, loses two of its three months.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -qq --disable-pip-version-check edtf==5.0.2
expected=$(cat <<'TEXT'
2024-21: 3/1 to 5/31 of 2024
2024-22: 6/1 to 8/31 of 2024
2024-23: 9/1 to 11/30 of 2024
2024-24: 12/1 to 12/31 of 2024
TEXT
)
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
import edtf

for season in ("2024-21", "2024-22", "2024-23", "2024-24"):
    read = edtf.parse_edtf(season)
    first, last = read.lower_strict(), read.upper_strict()
    print(f"{season}: {first.tm_mon}/{first.tm_mday} to {last.tm_mon}/{last.tm_mday} of {last.tm_year}")
PYTHON
)
if [ "$seen" != "$expected" ]; then
    printf 'changed; expected:\n%s\nseen:\n%s\n' "$expected" "$seen"
    exit 1
fi
printf '%s\n' "$seen"
