#!/usr/bin/env bash
# recurrent 0.4.1 reads "March 3-5", said on 4 March 2026, as noon of 3 March 2027.
#
# Guess: None, since the library gives one moment or a recurrence; or the third of this March.
# Seen: one moment, and a year away: the start of a meeting that is going on counts as past. "from March 3 to March 5"
# is None, and "March 3 to March 5" is its last day.
# What follows: three ways of writing the same three days give 2027-03-03, 2027-03-05 and nothing.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -qq --disable-pip-version-check recurrent==0.4.1
expected=$(cat <<'TEXT'
March 3-5 = 2027-03-03 12:00:00
March 3 to March 5 = 2027-03-05 12:00:00
from March 3 to March 5 = None
TEXT
)
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
from datetime import datetime

import recurrent

for words in ("March 3-5", "March 3 to March 5", "from March 3 to March 5"):
    print(words, "=", recurrent.parse(words, now=datetime(2026, 3, 4, 12)))
PYTHON
)
if [ "$seen" != "$expected" ]; then
    printf 'changed; expected:\n%s\nseen:\n%s\n' "$expected" "$seen"
    exit 1
fi
printf '%s\n' "$seen"
