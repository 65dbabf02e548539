#!/usr/bin/env bash
# ctparse 0.3.6 reads "last Tuesday" as a Tuesday ahead.
#
# Guess: 3 March 2026, the day before the reference day (a Wednesday), or 24 February, a week earlier.
# Seen: 10 March 2026; and "Tuesday last week" is the same day, in the coming week. Only the period of the
# day keeps a mark, "X/last", so that "last" is taken for "late in the day".
# What follows: a past event is dated into the future, without a warning.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -qq --disable-pip-version-check ctparse==0.3.6
expected=$(cat <<'TEXT'
last Tuesday = 2026-03-10 X:X (X/last)
Tuesday last week = 2026-03-10 X:X (X/last)
on Tuesday = 2026-03-10 X:X (X/X)
TEXT
)
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
from datetime import datetime

from ctparse import ctparse

for words in ("last Tuesday", "Tuesday last week", "on Tuesday"):
    print(words, "=", ctparse(words, ts=datetime(2026, 3, 4, 12)).resolution)
PYTHON
)
if [ "$seen" != "$expected" ]; then
    printf 'changed; expected:\n%s\nseen:\n%s\n' "$expected" "$seen"
    exit 1
fi
printf '%s\n' "$seen"
