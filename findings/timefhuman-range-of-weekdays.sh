#!/usr/bin/env bash
# timefhuman 0.1.5 gives a range of weekdays that ends before it starts.
#
# Guess: "Monday to Thursday", said on Wednesday, 4 March 2026, is 2 to 5 March, or 9 to 12 March.
# Seen: 9 to 5 March: each end is the next such day after the reference day, whatever the other end is.
# What follows: an interval built from the pair is empty or raises; swapping the ends makes it four wrong days.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -qq --disable-pip-version-check timefhuman==0.1.5
expected=$(cat <<'TEXT'
Monday to Thursday: 2026-03-09 to 2026-03-05
Thursday to Friday: 2026-03-05 to 2026-03-06
TEXT
)
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
from datetime import datetime

from timefhuman import tfhConfig, timefhuman

config = tfhConfig(now=datetime(2026, 3, 4, 12))
for words in ("Monday to Thursday", "Thursday to Friday"):
    [(start, end)] = timefhuman(words, config)
    print(f"{words}: {start:%Y-%m-%d} to {end:%Y-%m-%d}")
PYTHON
)
if [ "$seen" != "$expected" ]; then
    printf 'changed; expected:\n%s\nseen:\n%s\n' "$expected" "$seen"
    exit 1
fi
printf '%s\n' "$seen"
